/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-private.h"

#include <glib/gi18n-lib.h>

#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-practice-import.h"
#include "operations/muster-practice-lists.h"
#include "operations/muster-review-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"
#include "store/muster-review-table.h"
#include "store/muster-roster-query.h"

#define CERTIFIED_WITHIN 700 /* days: nobody was certified on the same day */

static gint64
find_person (MusterDatabase *database, const char *name, GError **error)
{
  g_autofree char *email = g_strconcat (name, "@example.org", NULL);

  return muster_people_table_resolve (database, email, error);
}

static gint64
find_action (MusterDatabase *database, gint64 person, GError **error)
{
  MusterActionFilter filter = { .assister_id = person, .only_open = TRUE };
  g_autoptr (GPtrArray) actions = muster_action_table_list (database, &filter, error);

  if (actions == NULL)
    return 0;
  return actions->len > 0 ? ((const MusterCorrectiveAction *) actions->pdata[0])->id : 0;
}

static gint64
find_decision (MusterDatabase *database, gint64 person, GError **error)
{
  MusterDecisionFilter filter = { .assister_id = person, .only_pending = TRUE };
  g_autoptr (GPtrArray) decisions = muster_decision_table_list (database, &filter, error);

  if (decisions == NULL)
    return 0;
  return decisions->len > 0 ? ((const MusterDecision *) decisions->pdata[0])->id : 0;
}

static gint64
find_incident (MusterDatabase *database, gint64 person, GError **error)
{
  MusterIncidentFilter filter = { .assister_id = person, .only_open = TRUE };
  g_autoptr (GPtrArray) incidents = muster_incident_table_list (database, &filter, error);

  if (incidents == NULL)
    return 0;
  return incidents->len > 0 ? ((const MusterIncident *) incidents->pdata[0])->id : 0;
}

/* Whom and what a deed is about, as the register knows them; 0 for what there is not. */
typedef struct
{
  gint64 person;
  gint64 action;
  gint64 decision;
  gint64 incident;
} Subject;

static gboolean
find_subject (MusterStore *store, const char *name, Subject *subject, GError **error)
{
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (GError) problem = NULL;

  if (database == NULL)
    return FALSE;
  subject->person = find_person (database, name, &problem);
  if (problem == NULL)
    subject->action = find_action (database, subject->person, &problem);
  if (problem == NULL)
    subject->decision = find_decision (database, subject->person, &problem);
  if (problem == NULL)
    subject->incident = find_incident (database, subject->person, &problem);
  muster_store_read_done (store, database);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
run (MusterStore *store, const MusterOperation *operation, gconstpointer input, GError **error)
{
  gint64 output = 0; /* room for whatever it gives back */

  return muster_store_run (store, operation, input, &output, NULL, error);
}

static gboolean
do_step (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, GError **error)
{
  MusterCertificationRequest request = { .assister_id = subject->person, .type = deed->types, .reason = deed->text };

  return run (store, muster_certification_operation (deed->number), &request, error);
}

static gboolean
do_open (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, GError **error)
{
  g_auto (GStrv) clauses = g_strsplit (deed->more, " ", -1);
  MusterOpenAction request = { .assister_id = subject->person, .clauses = (const char *const *) clauses, .severity = deed->number, .finding = deed->text, .restriction = -1, .incident_id = subject->incident };

  if (deed->kind == PRACTICE_OPEN_LIMITED)
    {
      request.restriction = MUSTER_RESTRICTION_LIMITED;
      request.restriction_text = _("Meets clients only together with a colleague");
    }
  return run (store, &muster_open_action, &request, error);
}

static gboolean
do_case_step (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, const MusterOperation *operation, GError **error)
{
  MusterActionStepRequest request = { .action_id = subject->action, .step = deed->number, .what = deed->text, .owner = deed->more, .note = deed->text };

  return run (store, operation, &request, error);
}

static gboolean
do_text (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, const MusterOperation *operation, GError **error)
{
  MusterActionText request = { subject->action, deed->text };

  return run (store, operation, &request, error);
}

static gboolean
do_close (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, GError **error)
{
  MusterCloseAction request = { subject->action, deed->number, deed->text, deed->more };

  return run (store, &muster_close_action, &request, error);
}

static gboolean
do_check (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, const GDate *today, GError **error)
{
  MusterCheckPlan plan = { .action_id = subject->action, .criterion = deed->text };
  MusterCheckResult result = { .action_id = subject->action, .passed = deed->number != 0, .note = deed->text };

  if (deed->kind == PRACTICE_CHECKED)
    return run (store, &muster_record_check, &result, error);
  if (deed->number != 0)
    {
      plan.due = *today;
      g_date_add_days (&plan.due, deed->number);
    }
  return run (store, &muster_plan_check, &plan, error);
}

static gboolean
do_extend (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, const GDate *today, GError **error)
{
  MusterExtensionRequest request = { subject->action, *today, deed->text };

  g_date_add_days (&request.until, deed->number);
  return run (store, &muster_ask_extension, &request, error);
}

static gboolean
do_propose (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, const MusterOperation *operation, GError **error)
{
  g_auto (GStrv) clauses = g_strsplit (deed->more, " ", -1);
  MusterProposal request = { .assister_id = subject->person, .types = deed->types, .clauses = (const char *const *) clauses, .reason = deed->text };

  request.action_ids = &subject->action;
  request.n_action_ids = subject->action != 0 ? 1 : 0;
  if (operation == &muster_propose_revocation)
    request.immediate = "Clients would be at risk until then";
  return run (store, operation, &request, error);
}

static gboolean
do_answer (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, const MusterOperation *operation, GError **error)
{
  MusterDecisionAnswer request = { .decision_id = subject->decision, .reason = deed->text };

  return run (store, operation, &request, error);
}

/* The person's newest decision, and the review of it that waits; 0 for what there is not. */
static gboolean
find_review (MusterStore *store, gint64 person, gint64 *decision, gint64 *review, GError **error)
{
  MusterDatabase *database = muster_store_read (store, error);
  MusterDecisionFilter filter = { .assister_id = person };
  g_autoptr (GPtrArray) decisions = database != NULL ? muster_decision_table_list (database, &filter, error) : NULL;
  g_autoptr (MusterReview) newest = NULL;
  gboolean ok = decisions != NULL;

  *decision = ok && decisions->len > 0 ? ((const MusterDecision *) decisions->pdata[0])->id : 0;
  if (ok)
    ok = muster_review_table_load_newest (database, *decision, &newest, error);
  *review = newest != NULL ? newest->id : 0;
  if (database != NULL)
    muster_store_read_done (store, database);
  return ok;
}

static gboolean
do_review (MusterStore *store, const MusterPracticeDeed *deed, const Subject *subject, GError **error)
{
  MusterReviewRequest request = { .route = deed->number, .note = deed->text };
  MusterReviewAnswer answer = { .outcome = deed->number, .reason = deed->text };

  if (!find_review (store, subject->person, &request.decision_id, &answer.review_id, error))
    return FALSE;
  if (deed->kind == PRACTICE_FILE_REVIEW)
    return run (store, &muster_file_review, &request, error);
  return run (store, &muster_decide_review, &answer, error);
}

gboolean
muster_practice_do (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, GError **error)
{
  Subject subject = { 0 };

  if (deed->kind == PRACTICE_IMPORT)
    return muster_practice_import (store, deed->person, error);
  if (!find_subject (store, deed->person, &subject, error))
    return FALSE;
  switch (deed->kind)
    {
    case PRACTICE_STEP:
      return do_step (store, deed, &subject, error);
    case PRACTICE_OPEN:
    case PRACTICE_OPEN_LIMITED:
      return do_open (store, deed, &subject, error);
    case PRACTICE_INCIDENT:
    case PRACTICE_COMPLAINT:
    case PRACTICE_TOLD:
    case PRACTICE_ATTACH:
    case PRACTICE_CLOSE_TO:
    case PRACTICE_FOUND:
    case PRACTICE_END:
      return muster_practice_do_incident (store, deed, subject.person, subject.incident, error);
    case PRACTICE_CAUSE:
      return do_text (store, deed, &subject, &muster_set_cause, error);
    case PRACTICE_ADD_STEP:
      return do_case_step (store, deed, &subject, &muster_add_step, error);
    case PRACTICE_COMPLETE:
      return do_case_step (store, deed, &subject, &muster_complete_step, error);
    case PRACTICE_VERIFY:
      return do_case_step (store, deed, &subject, &muster_verify_step, error);
    case PRACTICE_PLAN_CHECK:
    case PRACTICE_CHECKED:
      return do_check (store, deed, &subject, today, error);
    case PRACTICE_EXTEND:
      return do_extend (store, deed, &subject, today, error);
    case PRACTICE_WAIVE_CHECK:
      return do_text (store, deed, &subject, &muster_waive_check, error);
    case PRACTICE_CLOSE:
      return do_close (store, deed, &subject, error);
    case PRACTICE_VOID:
      return do_text (store, deed, &subject, &muster_void_action, error);
    case PRACTICE_PROPOSE_REVOCATION:
      return do_propose (store, deed, &subject, &muster_propose_revocation, error);
    case PRACTICE_PROPOSE_SUSPENSION:
      return do_propose (store, deed, &subject, &muster_propose_suspension, error);
    case PRACTICE_APPROVE:
      return do_answer (store, deed, &subject, &muster_approve_decision, error);
    case PRACTICE_REFUSE:
      return do_answer (store, deed, &subject, &muster_refuse_decision, error);
    case PRACTICE_TAKE_BACK:
      return do_answer (store, deed, &subject, &muster_take_back_proposal, error);
    case PRACTICE_FILE_REVIEW:
    case PRACTICE_DECIDE_REVIEW:
      return do_review (store, deed, &subject, error);
    case PRACTICE_LETTER:
    case PRACTICE_SERVE:
      return muster_practice_do_letter (store, deed, subject.person, today, error);
    case PRACTICE_SETTLE:
      return muster_practice_settle_exit (store, deed, subject.person, today, error);
    case PRACTICE_CLOSE_TASK:
      return muster_practice_close_task (store, subject.person, deed->text, error);
    case PRACTICE_IMPORT:
    case PRACTICE_CERTIFY_ALL:
    case PRACTICE_COMPARE:
    case PRACTICE_EVIDENCE:
    case PRACTICE_ADOPT:
    case PRACTICE_RECERTIFY:
    case PRACTICE_COURSE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

GPtrArray *
muster_practice_list_roster (MusterStore *store, const GDate *today, GError **error)
{
  MusterRosterFilter filter = { .may_assist = -1 };
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GArray) ids = NULL;
  GPtrArray *rows = NULL;

  if (database == NULL)
    return NULL;
  index = muster_roster_index_new (database, today, NULL, NULL, error);
  if (index != NULL)
    ids = muster_roster_index_select (index, database, &filter, NULL, error);
  if (ids != NULL)
    rows = muster_roster_query_rows (database, index, (const gint64 *) ids->data, ids->len, error);
  muster_store_read_done (store, database);
  return rows;
}

gboolean
muster_practice_certify_all (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, void (*tick) (gpointer), gpointer data, GError **error)
{
  g_autoptr (GPtrArray) rows = muster_practice_list_roster (store, today, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const MusterRosterRow *row = rows->pdata[i];
      MusterCertificationRequest request = { .assister_id = row->id, .reason = deed->text, .on = *today };

      g_date_subtract_days (&request.on, row->id * 37 % CERTIFIED_WITHIN);
      for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES && !muster_practice_is_left_alone (row->email); bit++)
        {
          request.type = 1u << bit;
          if (row->facts.states[bit] != MUSTER_STATE_APPLICANT)
            continue;
          tick (data);
          if (!muster_store_run (store, &muster_certify, &request, NULL, NULL, error))
            return FALSE;
        }
    }
  return TRUE;
}
