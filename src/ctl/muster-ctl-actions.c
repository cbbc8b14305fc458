/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-cases.h"
#include "ctl/muster-ctl-action-text.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-change-severity.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"

static const MusterCtlOption open_options[] = {
  { "clause", MUSTER_CTL_LIST, TRUE, N_("ID"), N_("The clause that was broken, such as “COC-09”") },
  { "severity", MUSTER_CTL_TEXT, TRUE, N_("S1..S4"), N_("How serious it is") },
  { "finding", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What was found") },
  { "cause", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why it happened, if that is known") },
  { "due", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("By when all is to be done; else by the rules") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why it is due later than by the rules") },
  { "restriction", MUSTER_CTL_TEXT, FALSE, N_("KIND"), N_("none, limited or stop-work; else by the rules") },
  { "incident", MUSTER_CTL_TEXT, FALSE, N_("ID"), N_("The incident that it comes from, such as “IN-2026-0001”") },
  { "limits", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What the person may not do meanwhile") },
  { "unacknowledged", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why clauses are cited of a notice that the person had not acknowledged") },
  { NULL },
};

static const MusterCtlOption list_options[] = {
  { "open", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only those that are open") },
  { "overdue", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only those that are overdue") },
  { NULL },
};

static const MusterCtlOption cause_options[] = {
  { "text", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("The cause") },
  { NULL },
};

static const MusterCtlOption step_options[] = {
  { "add", MUSTER_CTL_TEXT, FALSE, N_("WHAT"), N_("Add a step: what is to be done") },
  { "owner", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Who is to do it; a step that is added needs one") },
  { "due", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("By when; else by the rules") },
  { "done", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Record that step N is done") },
  { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("The evidence that was seen") },
  { "verify", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Record that step N was checked, by someone other than the person who recorded it") },
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day of it; else today") },
  { NULL },
};

static const MusterCtlOption severity_options[] = {
  { "to", MUSTER_CTL_TEXT, TRUE, N_("S1..S4"), N_("How serious it is from now on") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why it changes") },
  { NULL },
};

static const MusterCtlOption void_options[] = {
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why it should never have been opened") },
  { NULL },
};

static gboolean
find_incident (MusterCtl *ctl, MusterOpenAction *request, GError **error)
{
  MusterDatabase *database;

  if (!muster_ctl_has (ctl, "incident"))
    return TRUE;
  database = muster_ctl_read (ctl, error);
  request->incident_id = database != NULL ? muster_incident_table_find (database, muster_ctl_get (ctl, "incident"), error) : 0;
  return request->incident_id != 0;
}

static int
run_open (MusterCtl *ctl, GError **error)
{
  MusterOpenAction request = { .finding = muster_ctl_get (ctl, "finding"), .cause = muster_ctl_get (ctl, "cause"), .restriction = -1 };
  const char *restriction = muster_ctl_get (ctl, "restriction");
  MusterRestriction kind = MUSTER_RESTRICTION_NONE;
  gint64 id = 0;

  request.clauses = muster_ctl_get_list (ctl, "clause");
  request.restriction_text = muster_ctl_get (ctl, "limits");
  request.due_reason = muster_ctl_get (ctl, "reason");
  request.unacknowledged = muster_ctl_get (ctl, "unacknowledged");
  if (!muster_severity_from_code (muster_ctl_get (ctl, "severity"), &request.severity, error) || !muster_ctl_get_day (ctl, "due", &request.due, error))
    return -1;
  if (restriction != NULL && !muster_restriction_from_code (restriction, &kind, error))
    return -1;
  if (restriction != NULL)
    request.restriction = kind;
  if (!muster_ctl_check_may (ctl, muster_open_action.name, error))
    return -1;
  request.assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (request.assister_id == 0 || !find_incident (ctl, &request, error) || !muster_ctl_perform (ctl, &muster_open_action, &request, &id, error) ||
      !muster_ctl_warn_like (ctl, MUSTER_CASE_ACTION, id, error))
    return -1;
  return muster_ctl_print_action (ctl, id, error);
}

static void
print_list (MusterDatabase *database, GPtrArray *actions, const GDate *today)
{
  const char *headers[] = { _("Action"), _("Person"), _("Severity"), _("State"), _("Due"), _("Check due"), _("Finding") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < actions->len; i++)
    {
      const MusterCorrectiveAction *action = g_ptr_array_index (actions, i);
      const MusterFollowUp *check = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK);
      const char *state = muster_corrective_action_is_overdue (action, today) ? _("Overdue") : muster_action_state_get_label (action->state);
      g_autofree char *person = muster_ctl_person_dup_label (database, action->assister_id);
      g_autofree char *due = muster_date_to_iso (&action->due), *check_due = check != NULL ? muster_date_to_iso (&check->due) : NULL;

      muster_ctl_table_add (table, (const char *[]) { action->number, person, muster_severity_to_code (action->severity), state, due, check_due, action->finding });
    }
  muster_ctl_table_print (table);
}

static gboolean
print_list_json (MusterDatabase *database, GPtrArray *actions, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_begin_list (json, "actions");
  for (guint i = 0; i < actions->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_action (json, database, g_ptr_array_index (actions, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (MusterCtlListed));
  MusterActionFilter filter = { .only_open = muster_ctl_has (ctl, "open"), .only_overdue = muster_ctl_has (ctl, "overdue") };
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (GPtrArray) actions = NULL;

  g_date_clear (&filter.today, 1);
  g_date_set_time_t (&filter.today, time (NULL));
  actions = database != NULL ? muster_action_table_list (database, &filter, error) : NULL;
  if (actions == NULL)
    return -1;
  muster_ctl_listed_add (listed, NULL, actions, NULL);
  if (!muster_ctl_look_at_listed (ctl, listed, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  if (database == NULL)
    return -1;
  if (ctl->json)
    return print_list_json (database, actions, error) ? MUSTER_EXIT_DONE : -1;
  print_list (database, actions, &filter.today);
  return MUSTER_EXIT_DONE;
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  gint64 id = muster_ctl_find_action (ctl, error);

  return id != 0 && muster_ctl_look (ctl, MUSTER_CASE_ACTION, id, error) ? muster_ctl_print_action (ctl, id, error) : -1;
}

static int
change (MusterCtl *ctl, const MusterOperation *operation, const char *text, GError **error)
{
  MusterActionText request = { .text = text };

  if (!muster_ctl_check_may (ctl, operation->name, error))
    return -1;
  request.action_id = muster_ctl_find_action (ctl, error);
  if (request.action_id == 0 || !muster_ctl_perform (ctl, operation, &request, NULL, error))
    return -1;
  return muster_ctl_print_action (ctl, request.action_id, error);
}

static int
run_cause (MusterCtl *ctl, GError **error)
{
  return change (ctl, &muster_set_cause, muster_ctl_get (ctl, "text"), error);
}

static int
run_void (MusterCtl *ctl, GError **error)
{
  return change (ctl, &muster_void_action, muster_ctl_get (ctl, "reason"), error);
}

static int
run_severity (MusterCtl *ctl, GError **error)
{
  MusterSeverityRequest request = { .reason = muster_ctl_get (ctl, "reason") };
  g_auto (GStrv) remarks = NULL;

  if (!muster_severity_from_code (muster_ctl_get (ctl, "to"), &request.severity, error) || !muster_ctl_check_may (ctl, muster_change_severity.name, error))
    return -1;
  request.action_id = muster_ctl_find_action (ctl, error);
  if (request.action_id == 0 || !muster_ctl_perform (ctl, &muster_change_severity, &request, &remarks, error))
    return -1;
  /* What stays as it is although the rules ask otherwise; in JSON the days and the restriction themselves are there. */
  for (guint i = 0; !ctl->json && !ctl->quiet && remarks[i] != NULL; i++)
    muster_ctl_print ("%s\n", remarks[i]);
  return muster_ctl_print_action (ctl, request.action_id, error);
}

/* Exactly one of the three is asked for. */
static const MusterOperation *
choose_step_operation (MusterCtl *ctl, MusterActionStepRequest *request, GError **error)
{
  gboolean add = muster_ctl_has (ctl, "add"), done = muster_ctl_has (ctl, "done"), verify = muster_ctl_has (ctl, "verify");
  guint number;

  if (add + done + verify != 1)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Give one of --add, --done and --verify. See “musterctl help action step”."));
      return NULL;
    }
  if (!muster_ctl_get_number (ctl, done ? "done" : "verify", 0, &number, error))
    return NULL;
  request->step = number;
  return add ? &muster_add_step : done ? &muster_complete_step
                                       : &muster_verify_step;
}

static int
run_step (MusterCtl *ctl, GError **error)
{
  MusterActionStepRequest request = { .what = muster_ctl_get (ctl, "add"), .owner = muster_ctl_get (ctl, "owner"), .note = muster_ctl_get (ctl, "note") };
  const MusterOperation *operation = choose_step_operation (ctl, &request, error);

  if (operation == NULL || !muster_ctl_get_day (ctl, "due", &request.due, error) || !muster_ctl_get_day (ctl, "on", &request.on, error) ||
      !muster_ctl_check_may (ctl, operation->name, error))
    return -1;
  request.action_id = muster_ctl_find_action (ctl, error);
  if (request.action_id == 0 || !muster_ctl_perform (ctl, operation, &request, NULL, error))
    return -1;
  return muster_ctl_print_action (ctl, request.action_id, error);
}

const MusterCtlCommand muster_ctl_action_commands[] = {
  { "action open", N_("PERSON"), 1, 1, N_("Open a corrective action"), open_options, TRUE, run_open },
  { "action list", NULL, 0, 0, N_("List corrective actions"), list_options, TRUE, run_list },
  { "action show", N_("ID"), 1, 1, N_("Show one of them"), NULL, TRUE, run_show },
  { "action cause", N_("ID"), 1, 1, N_("Record the cause"), cause_options, TRUE, run_cause },
  { "action step", N_("ID"), 1, 1, N_("Add a step, record that it is done, or that it was checked"), step_options, TRUE, run_step },
  { "action severity", N_("ID"), 1, 1, N_("Raise or lower how serious it is"), severity_options, TRUE, run_severity },
  { "action void", N_("ID"), 1, 1, N_("Void one that should never have been opened"), void_options, TRUE, run_void },
  { NULL },
};
