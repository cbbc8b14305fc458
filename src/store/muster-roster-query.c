/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-query.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-roster-index-private.h"

typedef struct
{
  gint64 id;
  MusterRosterDraft draft;
} OnePerson;

static MusterRosterDraft *
find_draft_cb (gpointer data, gint64 assister_id)
{
  OnePerson *one = data;

  return assister_id == one->id ? &one->draft : NULL;
}

static gboolean
read_one (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterDraft *draft, GError **error)
{
  OnePerson one = { .id = assister_id };

  if (!muster_roster_facts_read (database, day, assister_id, find_draft_cb, &one, NULL, error))
    return FALSE;
  *draft = one.draft;
  return TRUE;
}

static gboolean
load_agency_name (MusterDatabase *database, gint64 agency_id, char **name, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT name FROM agency WHERE id = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, agency_id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *name = row ? muster_statement_dup_text (statement, 0) : NULL;
  return TRUE;
}

/* Somebody who came after the index was made. */
static gboolean
fill_anew (MusterDatabase *database, MusterRosterIndex *index, MusterRosterRow *row, GError **error)
{
  MusterRosterDraft draft;

  if (!read_one (database, &index->day, row->id, &draft, error))
    return FALSE;
  row->standing = muster_roster_facts_judge (&index->day, &draft);
  row->facts = draft.facts;
  return draft.agency_id == 0 || load_agency_name (database, draft.agency_id, &row->agency, error);
}

static void
fill_from_index (MusterRosterIndex *index, guint position, MusterRosterRow *row)
{
  const MusterRosterEntry *entry = &index->entries[position];

  row->facts = entry->facts;
  row->standing = muster_roster_entry_get_standing (entry);
  if (entry->agency != 0)
    row->agency = g_strdup (((MusterAgency *) index->agencies->pdata[entry->agency - 1])->name);
}

/* As known on a day in the past there are people who were taken back since. */
static MusterAssister *
load_person (MusterDatabase *database, gint64 id, gboolean is_listed, GError **error)
{
  gint64 taken_back;

  return is_listed ? muster_people_table_load_any (database, id, &taken_back, error) : muster_people_table_load (database, id, error);
}

/* Sets @row to %NULL for somebody who is gone. */
static gboolean
load_row (MusterDatabase *database, MusterRosterIndex *index, gint64 id, MusterRosterRow **row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint position = muster_roster_index_find (index, id);
  g_autoptr (MusterAssister) assister = load_person (database, id, position != MUSTER_ROSTER_NOWHERE, &local_error);
  g_autoptr (MusterRosterRow) result = NULL;

  *row = NULL;
  if (assister == NULL)
    {
      if (g_error_matches (local_error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  result = g_new0 (MusterRosterRow, 1);
  result->id = id;
  result->name = muster_assister_dup_list_name (assister);
  result->npn = g_steal_pointer (&assister->npn);
  result->assister_id = g_steal_pointer (&assister->assister_id);
  result->email = g_steal_pointer (&assister->email);
  if (position != MUSTER_ROSTER_NOWHERE)
    fill_from_index (index, position, result);
  else if (!fill_anew (database, index, result, error))
    return FALSE;
  result->is_expiring = muster_standing_is_expiring (&result->standing, &result->facts, index->day.as_of, muster_rule_pack_get_expiring_days (index->day.pack));
  *row = g_steal_pointer (&result);
  return TRUE;
}

void
muster_roster_row_free (MusterRosterRow *row)
{
  if (row == NULL)
    return;
  g_free (row->name);
  g_free (row->agency);
  g_free (row->npn);
  g_free (row->assister_id);
  g_free (row->email);
  g_free (row);
}

GPtrArray *
muster_roster_query_rows (MusterDatabase *database, MusterRosterIndex *index, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n_ids, (GDestroyNotify) muster_roster_row_free);

  for (guint i = 0; i < n_ids; i++)
    {
      MusterRosterRow *row;

      if (!load_row (database, index, ids[i], &row, error))
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

gboolean
muster_roster_query_standing (MusterDatabase *database, gint64 assister_id, const GDate *as_of, const GDate *known_on, MusterStandingFacts *facts, MusterStanding *standing, GError **error)
{
  g_autoptr (MusterAssister) assister = muster_people_table_load (database, assister_id, error);
  g_auto (MusterRosterDay) day = { 0 };
  MusterRosterDraft draft;
  MusterStanding judged;

  if (assister == NULL || !muster_roster_day_init (&day, database, NULL, as_of, known_on, error) || !read_one (database, &day, assister_id, &draft, error))
    return FALSE;
  judged = muster_roster_facts_judge (&day, &draft);
  if (facts != NULL)
    *facts = draft.facts;
  if (standing != NULL)
    *standing = judged;
  return TRUE;
}

void
muster_person_answer_free (MusterPersonAnswer *person)
{
  if (person == NULL)
    return;
  g_clear_pointer (&person->pack, muster_rule_pack_unref);
  g_clear_pointer (&person->answer, muster_answer_free);
  g_clear_pointer (&person->evidence, g_array_unref);
  g_free (person->agency);
  g_free (person);
}

static gboolean
check_known (const MusterRosterDraft *draft, const MusterAssister *assister, const GDate *known_on, GError **error)
{
  g_autofree char *name = NULL, *day = NULL;

  if (muster_roster_facts_is_known (draft))
    return TRUE;
  name = muster_assister_dup_name (assister);
  day = muster_date_dup_text (known_on);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("%s was not in the register by the end of %s."), name, day);
  return FALSE;
}

/* Of whom @draft was read. */
static MusterPersonAnswer *
answer (MusterDatabase *database, MusterRosterDay *day, const MusterRosterDraft *draft, gint64 assister_id, GError **error)
{
  g_autoptr (MusterPersonAnswer) person = g_new0 (MusterPersonAnswer, 1);
  g_autoptr (GArray) facts = muster_roster_evidence_read (database, day, assister_id, &person->evidence, error);
  MusterAnswerFacts asked = { 0 };

  if (facts == NULL || (draft->agency_id != 0 && !load_agency_name (database, draft->agency_id, &person->agency, error)))
    return NULL;
  asked.day = day->requirements;
  asked.standing = draft->facts;
  memcpy (asked.roles, draft->roles, sizeof asked.roles);
  memcpy (asked.since, draft->since, sizeof asked.since);
  asked.facts = (const MusterRequirementFact *) facts->data;
  asked.n_facts = facts->len;
  person->answer = muster_answer_new (day->pack, &asked);
  person->pack = g_steal_pointer (&day->pack);
  return g_steal_pointer (&person);
}

MusterPersonAnswer *
muster_roster_query_answer (MusterDatabase *database, gint64 assister_id, MusterRulePack *pack, const GDate *as_of, const GDate *known_on, GError **error)
{
  g_autoptr (MusterAssister) assister = muster_people_table_load (database, assister_id, error);
  g_auto (MusterRosterDay) day = { 0 };
  MusterRosterDraft draft;

  if (assister == NULL || !muster_roster_day_init (&day, database, pack, as_of, known_on, error) || !read_one (database, &day, assister_id, &draft, error))
    return NULL;
  return check_known (&draft, assister, known_on, error) ? answer (database, &day, &draft, assister_id, error) : NULL;
}

MusterPersonAnswer *
muster_roster_query_answer_before (MusterDatabase *database, gint64 assister_id, const GDate *as_of, gint64 moment, GError **error)
{
  g_auto (MusterRosterDay) day = { 0 };
  MusterRosterDraft draft;

  if (!muster_roster_day_init_before (&day, database, as_of, moment, error) || !read_one (database, &day, assister_id, &draft, error))
    return NULL;
  return answer (database, &day, &draft, assister_id, error);
}
