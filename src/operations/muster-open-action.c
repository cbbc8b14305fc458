/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-action-operations.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "operations/muster-action-operations-private.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-citation-steps.h"
#include "operations/muster-rule-steps.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"

static gboolean
check_choices (const MusterOpenAction *request, GError **error)
{
  const char *problem = NULL;

  if (request->severity < MUSTER_SEVERITY_1 || request->severity > MUSTER_SEVERITY_4)
    problem = _("Choose a severity from S1 to S4.");
  else if (request->restriction > MUSTER_RESTRICTION_STOP_WORK)
    problem = _("Choose a restriction: none, limited or stop work.");
  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, problem);
  return FALSE;
}

/* A reason for a day that needs none is not kept. */
static char *
dup_due_reason (const MusterCorrectiveAction *action, MusterRulePack *pack, const char *reason)
{
  GDate usual;

  muster_corrective_action_get_usual_due (pack, action->severity, &action->opened, &usual);
  return g_date_compare (&action->due, &usual) > 0 ? muster_text_dup_tidy (reason) : NULL;
}

/* What nobody said is as the rule pack has it. */
static void
fill_in_days (MusterCorrectiveAction *action, const MusterOpenAction *request, MusterRulePack *pack, const GDate *today)
{
  const MusterSeverityRule *rule = muster_rule_pack_get_severity (pack, request->severity);

  action->opened = *today;
  action->due = request->due;
  if (!g_date_valid (&action->due))
    muster_corrective_action_get_usual_due (pack, request->severity, today, &action->due);
  action->due_reason = dup_due_reason (action, pack, request->due_reason);
  action->restriction = request->restriction < 0 ? rule->restriction : (MusterRestriction) request->restriction;
  action->rule_pack = g_strdup (muster_rule_pack_get_name (pack));
}

static gboolean
find_notice (MusterWork *work, const MusterOpenAction *request, const char *const *clauses, char **notice, GError **error)
{
  const MusterCiting citing = { .assister_id = request->assister_id, .clauses = clauses, .incident_id = request->incident_id, .despite = request->unacknowledged };

  return muster_citation_steps_find (muster_work_get_database (work), &citing, muster_work_get_today (work), notice, error);
}

static MusterCorrectiveAction *
make_action (MusterWork *work, const MusterOpenAction *request, GPtrArray *events, char **notice, GError **error)
{
  MusterClauseCatalogue *catalogue = muster_data_get_clauses ();
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);
  g_auto (GStrv) clauses = NULL;

  if (pack == NULL || !check_choices (request, error))
    return NULL;
  if (!muster_clause_catalogue_check (catalogue, request->clauses, muster_certification_list_held (events), &clauses, error))
    return NULL;

  if (!find_notice (work, request, (const char *const *) clauses, notice, error))
    return NULL;
  action->assister_id = request->assister_id;
  action->incident_id = request->incident_id;
  action->severity = request->severity;
  action->finding = g_strdup (request->finding);
  action->cause = muster_text_dup_tidy (request->cause);
  action->restriction_text = muster_text_dup_tidy (request->restriction_text);
  action->opened_account = muster_work_get_account (work)->id;
  action->clause_version = muster_citation_steps_dup_version (*notice);
  fill_in_days (action, request, pack, muster_work_get_today (work));
  for (guint i = 0; clauses[i] != NULL; i++)
    g_ptr_array_add (action->clause_ids, g_strdup (clauses[i]));
  if (!muster_corrective_action_check (action, pack, error))
    return NULL;
  return g_steal_pointer (&action);
}

/* What an action comes from is an incident that is looked into still, and concerns the person. */
static gboolean
check_incident (MusterWork *work, const MusterOpenAction *request, GError **error)
{
  g_autoptr (MusterIncident) incident = NULL;
  const MusterIncidentPerson *person;

  if (request->incident_id == 0)
    return TRUE;
  incident = muster_incident_table_load (muster_work_get_database (work), request->incident_id, error);
  if (incident == NULL || !muster_incident_check_open (incident, error))
    return FALSE;
  muster_work_add_detail (work, "incident", incident->number);
  person = muster_incident_find_person (incident, request->assister_id);
  if (person != NULL && !person->removed)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s does not name the person. Add the person to the incident first."), incident->number);
  return FALSE;
}

static gboolean
perform_open (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterOpenAction *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, request->assister_id, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (MusterCorrectiveAction) action = NULL;
  g_autofree char *notice = NULL;
  gint64 *id = output;

  if (person == NULL || !muster_case_filter_query_check_own (database, person->id, error) || !check_incident (work, request, error))
    return FALSE;
  events = muster_people_table_list_begun (database, person->id, muster_work_get_today (work), error);
  if (events == NULL)
    return FALSE;
  action = make_action (work, request, events, &notice, error);
  if (action == NULL || !muster_action_table_save (database, action, error))
    return FALSE;
  if (!muster_action_operations_restrict (work, action, events, error))
    return FALSE;

  muster_action_operations_describe (work, action);
  muster_work_set_reason (work, action->finding);
  muster_work_add_detail (work, "severity", muster_severity_to_code (action->severity));
  muster_citation_steps_describe (work, notice, request->unacknowledged);
  if (action->due_reason != NULL)
    muster_work_add_detail (work, "due-reason", action->due_reason);
  if (id != NULL)
    *id = action->id;
  return TRUE;
}

const MusterOperation muster_open_action = { .name = "open-action", .perform = perform_open };
