/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-season-coverage.h"

#include "domain/muster-assister.h"
#include "domain/muster-text.h"

/* @label: as it was written first; @stays: somebody covers it all the same */
typedef struct
{
  char *label;
  gboolean stays;
} Place;

/* Folded text → Place; and whole cells → the places in them, since there are few different cells among many people. */
typedef struct
{
  GHashTable *places;
  GHashTable *cells;
} Axis;

struct _MusterSeasonCoverage
{
  Axis languages;
  Axis counties;
  Axis agencies;
};

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->label);
  g_free (place);
}

static void
axis_init (Axis *axis)
{
  axis->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  axis->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
axis_clear (Axis *axis)
{
  g_hash_table_unref (axis->cells);
  g_hash_table_unref (axis->places);
}

MusterSeasonCoverage *
muster_season_coverage_new (void)
{
  MusterSeasonCoverage *coverage = g_new0 (MusterSeasonCoverage, 1);

  axis_init (&coverage->languages);
  axis_init (&coverage->counties);
  axis_init (&coverage->agencies);
  return coverage;
}

void
muster_season_coverage_free (MusterSeasonCoverage *coverage)
{
  if (coverage == NULL)
    return;
  axis_clear (&coverage->languages);
  axis_clear (&coverage->counties);
  axis_clear (&coverage->agencies);
  g_free (coverage);
}

static Place *
ensure_place (Axis *axis, const char *tidy)
{
  g_autofree char *key = muster_text_fold (tidy);
  Place *place = g_hash_table_lookup (axis->places, key);

  if (place != NULL)
    return place;
  place = g_new0 (Place, 1);
  place->label = g_strdup (tidy);
  g_hash_table_insert (axis->places, g_steal_pointer (&key), place);
  return place;
}

static GPtrArray *
split (Axis *axis, const char *text, const char *separators)
{
  g_auto (GStrv) parts = g_strsplit_set (text, separators, -1);
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *tidy = muster_text_dup_tidy (parts[i]);

      if (tidy != NULL)
        g_ptr_array_add (places, ensure_place (axis, tidy));
    }
  return places;
}

static void
axis_add (Axis *axis, const char *text, const char *separators, gboolean stays)
{
  GPtrArray *places;

  if (text == NULL)
    return;
  places = g_hash_table_lookup (axis->cells, text);
  if (places == NULL)
    {
      places = split (axis, text, separators);
      g_hash_table_insert (axis->cells, g_strdup (text), places);
    }
  for (guint i = 0; i < places->len; i++)
    ((Place *) places->pdata[i])->stays |= stays;
}

void
muster_season_coverage_add (MusterSeasonCoverage *coverage, const MusterSeasonCover *cover)
{
  guint left = cover->types & ~cover->lost;

  if (cover->types == 0)
    return;
  axis_add (&coverage->languages, cover->languages, ";,/", left != 0);
  axis_add (&coverage->counties, cover->counties, ";,/", left != 0);
  /* An agency's name is one, whatever stands in it. */
  if ((cover->types & MUSTER_ASSISTER_NAVIGATOR) != 0)
    axis_add (&coverage->agencies, cover->agency, "", (left & MUSTER_ASSISTER_NAVIGATOR) != 0);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static char **
list (Axis *axis)
{
  GPtrArray *labels = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, axis->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    if (!((Place *) place)->stays)
      g_ptr_array_add (labels, g_strdup (((Place *) place)->label));
  g_ptr_array_sort (labels, compare_texts);
  g_ptr_array_add (labels, NULL);
  return (char **) g_ptr_array_free (labels, FALSE);
}

char **
muster_season_coverage_list_languages (MusterSeasonCoverage *coverage)
{
  return list (&coverage->languages);
}

char **
muster_season_coverage_list_counties (MusterSeasonCoverage *coverage)
{
  return list (&coverage->counties);
}

char **
muster_season_coverage_list_agencies (MusterSeasonCoverage *coverage)
{
  return list (&coverage->agencies);
}
