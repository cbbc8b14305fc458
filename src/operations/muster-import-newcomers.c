/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-newcomers.h"

#include "domain/muster-certification.h"
#include "store/muster-evidence-table.h"
#include "store/muster-people-table.h"

/* As many wait at most: a few statements’ worth. */
#define MOST_WAITING 128

struct _MusterImportNewcomers
{
  MusterDatabase *database;
  gint64 next_id;
  GPtrArray *people;
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

MusterImportNewcomers *
muster_import_newcomers_new (MusterDatabase *database, GError **error)
{
  MusterImportNewcomers *newcomers;
  gint64 next_id;

  if (!muster_people_table_get_next_id (database, &next_id, error))
    return NULL;
  newcomers = g_new0 (MusterImportNewcomers, 1);
  newcomers->database = database;
  newcomers->next_id = next_id;
  newcomers->people = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_assister_free);
  newcomers->affiliations = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_affiliation_free);
  newcomers->events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  newcomers->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_evidence_free);
  return newcomers;
}

void
muster_import_newcomers_free (MusterImportNewcomers *newcomers)
{
  if (newcomers == NULL)
    return;
  g_ptr_array_unref (newcomers->people);
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
muster_import_newcomers_add (MusterImportNewcomers *newcomers, MusterAssister *person, gint64 agency_id, const GDate *from, GPtrArray *events, GPtrArray *claims, GError **error)
{
  MusterAssister *kept = g_memdup2 (person, sizeof *person);

  memset (person, 0, sizeof *person);
  kept->id = newcomers->next_id++;
  g_ptr_array_add (newcomers->people, kept);
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
  if (!muster_people_table_add_many (newcomers->database, newcomers->people, error) ||
      !muster_people_table_affiliate_many (newcomers->database, newcomers->affiliations, error) ||
      !muster_people_table_add_events (newcomers->database, newcomers->events, error) ||
      !muster_evidence_table_save_many (newcomers->database, newcomers->claims, error))
    return FALSE;
  g_ptr_array_set_size (newcomers->people, 0);
  g_ptr_array_set_size (newcomers->affiliations, 0);
  g_ptr_array_set_size (newcomers->events, 0);
  g_ptr_array_set_size (newcomers->claims, 0);
  return TRUE;
}
