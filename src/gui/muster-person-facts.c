/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-person-facts.h"

#include "domain/muster-reapplying.h"
#include "operations/muster-open-items.h"
#include "store/muster-account-table.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-document-table.h"
#include "store/muster-evidence-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"
#include "store/muster-reconciliation-table.h"

#define NEWEST_ENTRIES 50

static gboolean
load_person (MusterPersonFacts *facts, MusterDatabase *database, gint64 id, const GDate *known_on, GError **error)
{
  facts->person = muster_people_table_load (database, id, error);
  if (facts->person == NULL || !muster_case_filter_query_is_own (database, id, &facts->is_own, error))
    return FALSE;
  facts->events = muster_people_table_list_events (database, id, error);
  if (facts->events == NULL)
    return FALSE;
  facts->answer = muster_roster_query_answer (database, id, NULL, &facts->today, known_on, error);
  if (facts->answer == NULL)
    return FALSE;
  facts->coming = muster_coming_query_list (database, id, &facts->today, known_on, error);
  if (facts->coming == NULL)
    return FALSE;
  facts->agency = g_strdup (facts->answer->agency);
  facts->standing_facts = facts->answer->answer->facts;
  facts->standing = facts->answer->answer->standing;
  return TRUE;
}

/* Of another day, what the answer rests on; what else there was by then is part of the history. */
static void
keep_evidence_of_the_answer (MusterPersonFacts *facts)
{
  const GArray *ids = facts->answer->evidence;

  for (guint i = facts->evidence->len; i-- > 0;)
    {
      const MusterEvidence *evidence = facts->evidence->pdata[i];
      gboolean found = FALSE;

      for (guint j = 0; j < ids->len && !found; j++)
        found = g_array_index (ids, gint64, j) == evidence->id;
      if (!found)
        g_ptr_array_remove_index (facts->evidence, i);
    }
}

static gboolean
load_evidence (MusterPersonFacts *facts, MusterDatabase *database, gint64 id, GError **error)
{
  facts->documents = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) muster_document_free);
  facts->evidence = muster_evidence_table_list (database, id, error);
  if (facts->evidence == NULL)
    return FALSE;
  if (!facts->is_today)
    keep_evidence_of_the_answer (facts);
  for (guint i = 0; i < facts->evidence->len; i++)
    {
      const MusterEvidence *evidence = facts->evidence->pdata[i];
      MusterDocument *document;

      if (evidence->document_id == 0 || g_hash_table_contains (facts->documents, &evidence->document_id))
        continue;
      document = muster_document_table_load (database, evidence->document_id, error);
      if (document == NULL)
        return FALSE;
      g_hash_table_insert (facts->documents, &document->id, document);
    }
  return TRUE;
}

/* The newest comes first. */
static void
find_revocation (MusterPersonFacts *facts, MusterDatabase *database)
{
  for (guint i = 0; i < facts->decisions->len && facts->revocation == NULL; i++)
    {
      const MusterDecision *decision = facts->decisions->pdata[i];

      if (muster_reapplying_concerns (decision) && g_date_compare (&decision->effective, &facts->today) <= 0)
        facts->revocation = decision;
    }
  if (facts->revocation != NULL)
    muster_decision_days_find_reapplying (database, facts->revocation, &facts->today, &facts->again, NULL);
}

static gboolean
load_cases (MusterPersonFacts *facts, MusterDatabase *database, gint64 id, GError **error)
{
  MusterActionFilter action_filter = { .assister_id = id };
  MusterIncidentFilter incident_filter = { .assister_id = id };
  MusterDecisionFilter decision_filter = { .assister_id = id };
  MusterTaskFilter task_filter = { .assister_id = id, .only_open = TRUE };

  facts->actions = muster_action_table_list (database, &action_filter, error);
  if (facts->actions == NULL)
    return FALSE;
  facts->incidents = muster_incident_table_list (database, &incident_filter, error);
  if (facts->incidents == NULL)
    return FALSE;
  facts->decisions = muster_decision_table_list (database, &decision_filter, error);
  if (facts->decisions == NULL)
    return FALSE;
  find_revocation (facts, database);
  facts->tasks = muster_reconciliation_table_list_tasks (database, &task_filter, error);
  if (facts->tasks == NULL)
    return FALSE;
  facts->accounts = muster_account_table_list (database, error);
  return facts->accounts != NULL;
}

static gboolean
load_history (MusterPersonFacts *facts, MusterStore *store, MusterDatabase *database, gint64 id, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (id);
  MusterJournalFilter filter = { .subject = code, .limit = NEWEST_ENTRIES };

  if (!muster_role_may (muster_store_get_account (store)->role, MUSTER_PERMISSION_READ_JOURNAL))
    return TRUE;
  facts->entries = muster_journal_query_list (database, &filter, error);
  return facts->entries != NULL;
}

MusterPersonFacts *
muster_person_facts_new (MusterStore *store, gint64 id, const MusterViewDay *day, GError **error)
{
  g_autoptr (MusterPersonFacts) facts = g_new0 (MusterPersonFacts, 1);
  MusterDatabase *database = muster_store_read (store, error);
  MusterViewDay today;
  gboolean loaded;

  if (database == NULL)
    return NULL;
  muster_view_day_init (&today);
  day = day != NULL ? day : &today;
  facts->is_today = muster_view_day_is_today (day);
  muster_view_day_get_date (day, &facts->today);
  loaded = load_person (facts, database, id, muster_view_day_get_known_on (day), error) && load_evidence (facts, database, id, error) && load_cases (facts, database, id, error) && load_history (facts, store, database, id, error) &&
           muster_open_items_find_override (database, id, &facts->today, muster_view_day_get_known_on (day), &facts->despite_open_items, error);
  muster_store_read_done (store, database);
  return loaded ? g_steal_pointer (&facts) : NULL;
}

void
muster_person_facts_free (MusterPersonFacts *facts)
{
  if (facts == NULL)
    return;
  muster_assister_free (facts->person);
  g_free (facts->agency);
  g_free (facts->despite_open_items);
  g_clear_pointer (&facts->coming, g_ptr_array_unref);
  g_clear_pointer (&facts->events, g_ptr_array_unref);
  g_clear_pointer (&facts->incidents, g_ptr_array_unref);
  g_clear_pointer (&facts->actions, g_ptr_array_unref);
  g_clear_pointer (&facts->decisions, g_ptr_array_unref);
  g_clear_pointer (&facts->tasks, g_ptr_array_unref);
  g_clear_pointer (&facts->entries, g_ptr_array_unref);
  g_clear_pointer (&facts->accounts, g_ptr_array_unref);
  g_clear_pointer (&facts->evidence, g_ptr_array_unref);
  g_clear_pointer (&facts->documents, g_hash_table_unref);
  g_clear_pointer (&facts->answer, muster_person_answer_free);
  g_free (facts);
}

const char *
muster_person_facts_get_account_name (const MusterPersonFacts *facts, gint64 id)
{
  for (guint i = 0; i < facts->accounts->len; i++)
    {
      const MusterAccount *account = facts->accounts->pdata[i];

      if (account->id == id)
        return account->full_name;
    }
  return "—";
}

gboolean
muster_person_facts_is_expiring (const MusterPersonFacts *facts)
{
  return muster_standing_is_expiring (&facts->standing, &facts->standing_facts, muster_day_from_date (&facts->today), muster_rule_pack_get_expiring_days (facts->answer->pack));
}

const MusterRequirement *
muster_person_facts_find_requirement (const MusterPersonFacts *facts, const MusterEvidence *evidence)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (facts->answer->pack, &n);

  for (guint i = 0; i < n; i++)
    if (muster_evidence_is_about (evidence, requirements[i]->code))
      return requirements[i];
  return NULL;
}
