/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-identifier.h"

/* What the rows before have in common with one. */
typedef struct
{
  gboolean is_opposed;
  gboolean is_repeated;
  guint first; /* the row that it repeats */
  guint last_opposed;
} Comparison;

static gboolean
is_same_day (const GDate *a, const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);
  return g_date_compare (a, b) == 0;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *first = muster_text_fold (a);
  g_autofree char *second = muster_text_fold (b);

  return strcmp (first, second) == 0;
}

/* One address is one, however its letters are written. */
static gboolean
is_same_person (const MusterAssister *a, const MusterAssister *b)
{
  g_autofree char *first = a->email != NULL ? muster_identifier_dup_email_key (a->email) : NULL;
  g_autofree char *second = b->email != NULL ? muster_identifier_dup_email_key (b->email) : NULL;
  MusterAssister other = *b;

  /* The one that is compared with borrows all that it says. */
  other.email = a->email;
  return g_strcmp0 (first, second) == 0 && muster_assister_equal (a, &other);
}

/* Each role may have a standing and days of its own. */
static gboolean
say_the_same (const MusterImportRow *a, const MusterImportRow *b)
{
  if (!is_same_text (a->agency, b->agency) || !is_same_person (&a->person, &b->person))
    return FALSE;
  if (a->types != b->types)
    return TRUE;
  return is_same_text (a->status, b->status) && is_same_day (&a->certified_on, &b->certified_on) && is_same_day (&a->certified_through, &b->certified_through) &&
         is_same_day (&a->ended_on, &b->ended_on) && is_same_day (&a->licence_expires, &b->licence_expires);
}

static guint
get_types (MusterImportPlanning *planning, guint first, guint own)
{
  return own | GPOINTER_TO_UINT (g_hash_table_lookup (planning->all_types, GUINT_TO_POINTER (first)));
}

static void
compare_with (MusterImportPlanning *planning, guint row, const MusterImportRow *values, MusterImportKind kind, const char *text, guint earlier, Comparison *comparison)
{
  MusterImportRow other;
  g_autofree char *other_text = NULL;

  muster_import_planning_read (planning, earlier, &other);
  other_text = muster_import_dup_identifier (&other, kind);
  if (g_strcmp0 (other_text, text) != 0)
    {
      /* Two identifiers that share a place in memory, and nothing else. */
    }
  else if (!say_the_same (values, &other))
    {
      if (!comparison->is_opposed || comparison->last_opposed != earlier)
        muster_import_planning_oppose (planning, row, earlier, kind, text);
      comparison->is_opposed = TRUE;
      comparison->last_opposed = earlier;
    }
  else if (!comparison->is_repeated)
    {
      comparison->is_repeated = TRUE;
      comparison->first = earlier;
      g_hash_table_insert (planning->all_types, GUINT_TO_POINTER (earlier), GUINT_TO_POINTER (get_types (planning, earlier, other.types)));
    }
  muster_import_row_clear (&other);
}

static void
skip_repetition (MusterImportPlanning *planning, guint row, guint first)
{
  g_autofree char *message = g_strdup_printf (_("The row repeats line %u, and is skipped."), muster_sheet_get_line (planning->sheet, first));

  planning->plan->fates[row] = MUSTER_FATE_SKIPPED;
  muster_import_planning_find (planning, row, "duplicate", FALSE, NULL, message);
}

/* The same person in the same roles is a repetition; in other roles it is one more row of that person. */
static gboolean
join (MusterImportPlanning *planning, guint row, const MusterImportRow *values, guint first)
{
  guint types = get_types (planning, first, 0);

  if ((values->types & ~types) == 0)
    {
      skip_repetition (planning, row, first);
      return TRUE;
    }
  g_hash_table_insert (planning->all_types, GUINT_TO_POINTER (first), GUINT_TO_POINTER (types | values->types));
  g_hash_table_insert (planning->plan->same_person, GUINT_TO_POINTER (row), GUINT_TO_POINTER (first));
  return FALSE;
}

char *
muster_import_dup_identifier (const MusterImportRow *row, MusterImportKind kind)
{
  const MusterAssister *person = &row->person;

  switch (kind)
    {
    case MUSTER_KIND_NPN:
      return g_strdup (person->npn);
    case MUSTER_KIND_ASSISTER_ID:
      return g_strdup (person->assister_id);
    case MUSTER_KIND_TRAINING_ID:
      return g_strdup (person->training_id);
    case MUSTER_KIND_ADMIN_ID:
      return g_strdup (person->admin_id);
    case MUSTER_KIND_EMAIL:
      return person->email != NULL ? muster_identifier_dup_email_key (person->email) : NULL;
    case MUSTER_KIND_PERSON:
    default:
      return NULL;
    }
}

char *
muster_import_dup_shown (const char *identifier)
{
  if (!muster_identifier_looks_like_ssn (identifier))
    return g_strdup (identifier);
  return g_strconcat ("…", identifier + strlen (identifier) - 2, NULL);
}

void
muster_import_planning_compare (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gboolean *decided)
{
  Comparison comparison = { 0 };

  for (guint kind = 0; kind < MUSTER_N_KINDS; kind++)
    {
      g_autofree char *text = muster_import_dup_identifier (values, kind);
      guint earlier;

      if (text != NULL && !muster_import_repeats_add (planning->repeats, kind, text, row, &earlier) && earlier != row)
        compare_with (planning, row, values, kind, text, earlier, &comparison);
    }
  *decided = comparison.is_opposed;
  if (!comparison.is_opposed && comparison.is_repeated)
    *decided = join (planning, row, values, comparison.first);
}
