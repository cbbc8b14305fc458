/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-newcomers.h"

#include "domain/muster-certification.h"
#include "store/muster-evidence-table.h"
#include "store/muster-people-table.h"

/* As many wait at most: statements’ worth, so that few rows of other tables are left over for statements of their own. */
#define MOST_WAITING 512

struct _MusterImportNewcomers
{
  MusterDatabase *database;
  MusterImportAhead *ahead;
  gint64 next_id;
  GPtrArray *people;
  GPtrArray *words; /* of each of them */
  GPtrArray *affiliations;
  GPtrArray *events;
  GPtrArray *claims;
};

static void
move_all (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_steal_pointer (&from->pdata[i]));
  g_ptr_array_set_size (from, 0);
}

static GPtrArray *
make_people (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_assister_free);
}

static GPtrArray *
make_claims (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_evidence_free);
}

static void
free_array_cb (gpointer data)
{
  g_ptr_array_unref (data);
}

MusterImportNewcomers *
muster_import_newcomers_new (MusterDatabase *database, MusterImportAhead *ahead, GError **error)
{
  MusterImportNewcomers *newcomers;
  gint64 next_id;

  if (!muster_people_table_get_next_id (database, &next_id, error))
    return NULL;
  newcomers = g_new0 (MusterImportNewcomers, 1);
  newcomers->database = database;
  newcomers->ahead = ahead;
  newcomers->next_id = next_id;
  newcomers->people = make_people ();
  newcomers->words = g_ptr_array_new_with_free_func (g_free);
  newcomers->affiliations = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_affiliation_free);
  newcomers->events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  newcomers->claims = make_claims ();
  return newcomers;
}

void
muster_import_newcomers_free (MusterImportNewcomers *newcomers)
{
  if (newcomers == NULL)
    return;
  g_ptr_array_unref (newcomers->people);
  g_ptr_array_unref (newcomers->words);
  g_ptr_array_unref (newcomers->affiliations);
  g_ptr_array_unref (newcomers->events);
  g_ptr_array_unref (newcomers->claims);
  g_free (newcomers);
}

gint64
muster_import_newcomers_get_next_id (const MusterImportNewcomers *newcomers)
{
  return newcomers->next_id;
}

gboolean
muster_import_newcomers_add (MusterImportNewcomers *newcomers, MusterAssister *person, char *words, gint64 agency_id, const GDate *from, GPtrArray *events, GPtrArray *claims, GError **error)
{
  MusterAssister *kept = g_memdup2 (person, sizeof *person);

  memset (person, 0, sizeof *person);
  kept->id = newcomers->next_id++;
  g_ptr_array_add (newcomers->people, kept);
  g_ptr_array_add (newcomers->words, words);
  if (agency_id != 0)
    {
      MusterAffiliation *affiliation = g_new0 (MusterAffiliation, 1);

      affiliation->assister_id = kept->id;
      affiliation->agency_id = agency_id;
      affiliation->from = *from;
      g_ptr_array_add (newcomers->affiliations, affiliation);
    }
  move_all (events, newcomers->events);
  move_all (claims, newcomers->claims);
  return newcomers->people->len < MOST_WAITING || muster_import_newcomers_flush (newcomers, error);
}

gboolean
muster_import_newcomers_flush (MusterImportNewcomers *newcomers, GError **error)
{
  if (!muster_people_table_add_many (newcomers->database, newcomers->people, newcomers->words, error) ||
      !muster_people_table_affiliate_many (newcomers->database, newcomers->affiliations, error) ||
      !muster_people_table_add_events (newcomers->database, newcomers->events, error) ||
      !muster_evidence_table_save_many (newcomers->database, newcomers->claims, error))
    return FALSE;
  muster_import_ahead_give_back (newcomers->ahead, g_steal_pointer (&newcomers->people), free_array_cb);
  newcomers->people = make_people ();
  g_ptr_array_set_size (newcomers->words, 0);
  g_ptr_array_set_size (newcomers->affiliations, 0);
  g_ptr_array_set_size (newcomers->events, 0);
  muster_import_ahead_give_back (newcomers->ahead, g_steal_pointer (&newcomers->claims), free_array_cb);
  newcomers->claims = make_claims ();
  return TRUE;
}
