/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-action-text.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-code.h"
#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"
#include "domain/muster-text.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-letter-operations.h"
#include "store/muster-cases-table.h"

static const MusterCtlOption check_options[] = {
  { "criterion", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Plan the check: by what the effect is to be known") },
  { "due", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("On which day; else by the rules, counted from the verification of the last step") },
  { "passed", MUSTER_CTL_FLAG, FALSE, NULL, N_("Record that it had its effect; by someone other than the person who did the steps") },
  { "failed", MUSTER_CTL_FLAG, FALSE, NULL, N_("Record that it had not: the action goes on") },
  { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What the check found") },
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day of it; else today") },
  { "waive", MUSTER_CTL_FLAG, FALSE, NULL, N_("Do without the check; for administrators") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why it is waived; or, with --criterion, why a check that is planned is planned anew") },
  { NULL },
};

static const MusterCtlOption close_options[] = {
  { "outcome", MUSTER_CTL_TEXT, TRUE, N_("OUTCOME"), N_("completed, failed, superseded, or (administrators) waived") },
  { "note", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What came of it") },
  { "late-reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why it is closed after the day that was to be kept; needed then") },
  { NULL },
};

static const MusterCtlOption serve_options[] = {
  { "method", MUSTER_CTL_TEXT, TRUE, N_("METHOD"), N_("How: mail, certified-mail, email, by-hand or portal") },
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day of it; else today") },
  { "result", MUSTER_CTL_TEXT, FALSE, N_("RESULT"), N_("What is known of it: sent (else), received, refused or returned") },
  { "tracking", MUSTER_CTL_TEXT, FALSE, N_("NUMBER"), N_("The tracking number") },
  { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("A note") },
  { NULL },
};

static const MusterCtlOption respond_options[] = {
  { "text", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What the person answered") },
  { "acknowledged", MUSTER_CTL_FLAG, FALSE, NULL, N_("The person acknowledged the notice") },
  { "refused", MUSTER_CTL_FLAG, FALSE, NULL, N_("The person would not take it, or not sign it") },
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day of it; else today") },
  { NULL },
};

static const MusterCtlOption extend_options[] = {
  { "until", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("Ask for an extension until this day") },
  { "reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why it needs longer; or why it is refused") },
  { "approve", MUSTER_CTL_FLAG, FALSE, NULL, N_("Approve the extension that was asked for; never by who asked for it") },
  { "refuse", MUSTER_CTL_FLAG, FALSE, NULL, N_("Refuse it") },
  { NULL },
};

/* Exactly one of the four is asked for. */
static gboolean
check_one_asked (MusterCtl *ctl, GError **error)
{
  if (muster_ctl_has (ctl, "criterion") + muster_ctl_has (ctl, "passed") + muster_ctl_has (ctl, "failed") + muster_ctl_has (ctl, "waive") == 1)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Give one of --criterion, --passed, --failed and --waive. See “musterctl help action check”."));
  return FALSE;
}

static gboolean
perform_check (MusterCtl *ctl, const MusterOperation *operation, gint64 id, GError **error)
{
  MusterCheckPlan plan = { id, muster_ctl_get (ctl, "criterion"), { 0 }, muster_ctl_get (ctl, "reason") };
  MusterCheckResult result = { id, muster_ctl_has (ctl, "passed"), muster_ctl_get (ctl, "note"), { 0 } };
  MusterActionText waiver = { id, muster_ctl_get (ctl, "reason") };

  if (!muster_ctl_get_day (ctl, "due", &plan.due, error) || !muster_ctl_get_day (ctl, "on", &result.on, error))
    return FALSE;
  if (operation == &muster_plan_check)
    return muster_ctl_perform (ctl, operation, &plan, NULL, error);
  if (operation == &muster_record_check)
    return muster_ctl_perform (ctl, operation, &result, NULL, error);
  return muster_ctl_perform (ctl, operation, &waiver, NULL, error);
}

static int
run_check (MusterCtl *ctl, GError **error)
{
  const MusterOperation *operation = muster_ctl_has (ctl, "criterion") ? &muster_plan_check : muster_ctl_has (ctl, "waive") ? &muster_waive_check
                                                                                                                            : &muster_record_check;
  gint64 id;

  if (!check_one_asked (ctl, error) || !muster_ctl_check_may (ctl, operation->name, error))
    return -1;
  id = muster_ctl_find_action (ctl, error);
  if (id == 0 || !perform_check (ctl, operation, id, error))
    return -1;
  return muster_ctl_print_action (ctl, id, error);
}

/* What is served is the letter; it keeps the record, too. */
static gint64
find_notice (MusterCtl *ctl, gint64 action_id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  const char *number = muster_ctl_get_argument (ctl, 0);
  g_autoptr (MusterDrawnLetter) letter = NULL;

  if (database == NULL || !muster_letter_table_find_notice (database, action_id, &letter, error))
    return 0;
  if (letter != NULL)
    return letter->id;
  /* Translators: the number of a corrective action, twice */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("No notice of %s has been created, so that there is nothing to serve. Use “musterctl letter action-notice %s --output FILE” first."), number, number);
  return 0;
}

static int
run_serve (MusterCtl *ctl, GError **error)
{
  const char *result = muster_ctl_get (ctl, "result");
  MusterServiceRequest request = { .tracking = muster_ctl_get (ctl, "tracking"), .note = muster_ctl_get (ctl, "note") };
  gint64 id;

  if (!muster_service_method_from_code (muster_ctl_get (ctl, "method"), &request.method, error) ||
      !muster_service_result_from_code (result != NULL ? result : "sent", &request.result, error) || !muster_ctl_get_day (ctl, "on", &request.on, error) ||
      !muster_ctl_check_may (ctl, muster_record_service.name, error))
    return -1;
  if (!g_date_valid (&request.on))
    g_date_set_time_t (&request.on, time (NULL));
  id = muster_ctl_find_action (ctl, error);
  request.letter_id = id != 0 ? find_notice (ctl, id, error) : 0;
  if (request.letter_id == 0 || !muster_ctl_perform (ctl, &muster_record_service, &request, NULL, error))
    return -1;
  return muster_ctl_print_action (ctl, id, error);
}

static int
run_respond (MusterCtl *ctl, GError **error)
{
  gboolean acknowledged = muster_ctl_has (ctl, "acknowledged"), refused = muster_ctl_has (ctl, "refused");
  MusterActionResponse request = { .state = MUSTER_FOLLOW_UP_ANSWERED, .text = muster_ctl_get (ctl, "text") };

  if ((acknowledged && refused) || (!acknowledged && !refused && request.text == NULL))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Give --text, or one of --acknowledged and --refused. See “musterctl help action respond”."));
      return -1;
    }
  if (acknowledged || refused)
    request.state = acknowledged ? MUSTER_FOLLOW_UP_ACKNOWLEDGED : MUSTER_FOLLOW_UP_REFUSED;
  if (!muster_ctl_get_day (ctl, "on", &request.on, error) || !muster_ctl_check_may (ctl, muster_record_response.name, error))
    return -1;
  request.action_id = muster_ctl_find_action (ctl, error);
  if (request.action_id == 0 || !muster_ctl_perform (ctl, &muster_record_response, &request, NULL, error))
    return -1;
  return muster_ctl_print_action (ctl, request.action_id, error);
}

static int
run_extend (MusterCtl *ctl, GError **error)
{
  MusterExtensionRequest request = { .reason = muster_ctl_get (ctl, "reason") };
  MusterActionText answer = { .text = muster_ctl_get (ctl, "reason") };
  gboolean asks = muster_ctl_has (ctl, "until"), approves = muster_ctl_has (ctl, "approve");
  const MusterOperation *operation = asks ? &muster_ask_extension : approves ? &muster_approve_extension
                                                                             : &muster_refuse_extension;

  if (asks + approves + muster_ctl_has (ctl, "refuse") != 1)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Give one of --until, --approve and --refuse. See “musterctl help action extend”."));
      return -1;
    }
  if (!muster_ctl_get_day (ctl, "until", &request.until, error) || !muster_ctl_check_may (ctl, operation->name, error))
    return -1;
  request.action_id = answer.action_id = muster_ctl_find_action (ctl, error);
  if (request.action_id == 0 || !muster_ctl_perform (ctl, operation, asks ? (gconstpointer) &request : (gconstpointer) &answer, NULL, error))
    return -1;
  return muster_ctl_print_action (ctl, request.action_id, error);
}

static void
add_command (GPtrArray *commands, MusterClosingNeeds needs, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  if (needs != 0)
    {
      g_autofree char *command = g_strdup_vprintf (format, values);

      g_ptr_array_add (commands, g_strdup_printf (_("“%s”"), command));
    }
  va_end (values);
}

/* The commands that do what is missing. */
static void
add_commands (MusterCtl *ctl, gint64 id, GError *problem)
{
  MusterDatabase *database = muster_ctl_read (ctl, NULL);
  g_autoptr (MusterCorrectiveAction) action = database != NULL ? muster_action_table_load (database, id, NULL) : NULL;
  const MusterActionStep *step = NULL;
  MusterClosingNeeds needs = action != NULL && action->state == MUSTER_ACTION_OPEN ? muster_corrective_action_list_needs (action, &step) : 0;
  g_autoptr (GPtrArray) commands = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  if (needs == 0)
    return;
  add_command (commands, needs & MUSTER_CLOSING_NEEDS_CAUSE, "musterctl action cause %s --text TEXT", action->number);
  add_command (commands, needs & MUSTER_CLOSING_NEEDS_STEP, "musterctl action step %s --add WHAT --owner NAME", action->number);
  add_command (commands, needs & MUSTER_CLOSING_NEEDS_DONE, "musterctl action step %s --done %d --note TEXT", action->number, step != NULL ? step->position : 0);
  if ((needs & MUSTER_CLOSING_NEEDS_CHECK) != 0 && muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK) != NULL)
    add_command (commands, TRUE, "musterctl action check %s --passed --note TEXT", action->number);
  else if ((needs & MUSTER_CLOSING_NEEDS_CHECK) != 0 && muster_follow_up_has_failed (action))
    add_command (commands, TRUE, "musterctl action step %s --add WHAT --owner NAME", action->number);
  else
    add_command (commands, needs & MUSTER_CLOSING_NEEDS_CHECK, "musterctl action check %s --criterion TEXT", action->number);
  add_command (commands, needs & MUSTER_CLOSING_NEEDS_VERIFICATION, "musterctl action step %s --verify %d", action->number, step != NULL ? step->position : 0);
  list = g_strjoinv (", ", (char **) commands->pdata);
  /* Translators: the message before it; the commands that help, as “musterctl action cause CA-2026-0001 --text TEXT” */
  message = g_strdup_printf (_("%s Use %s."), problem->message, list);
  g_set_str (&problem->message, message);
}

static gboolean
close_as_asked (MusterCtl *ctl, const MusterCloseAction *request, GError **error)
{
  gboolean completed = request->outcome == MUSTER_OUTCOME_COMPLETED || request->outcome == MUSTER_OUTCOME_LATE;
  g_autoptr (GError) problem = NULL;

  if (muster_ctl_perform (ctl, &muster_close_action, request, NULL, &problem))
    return TRUE;
  /* A note that is missing is not cured by a step. */
  if (completed && !muster_text_is_blank (request->note) && g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_RULE))
    add_commands (ctl, request->action_id, problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Those that people choose: that it was late follows from the day, and to void has a command of its own. */
static gboolean
read_outcome (const char *text, MusterOutcome *outcome, GError **error)
{
  static const char *const words[] = {
    [MUSTER_OUTCOME_COMPLETED] = "completed",
    [MUSTER_OUTCOME_FAILED] = "failed",
    [MUSTER_OUTCOME_WAIVED] = "waived",
    [MUSTER_OUTCOME_SUPERSEDED] = "superseded",
  };
  guint index;

  if (!muster_code_find (words, G_N_ELEMENTS (words), text, _("An action cannot be closed with this outcome"), &index, error))
    return FALSE;
  *outcome = index;
  return TRUE;
}

static int
run_close (MusterCtl *ctl, GError **error)
{
  MusterCloseAction request = { .note = muster_ctl_get (ctl, "note"), .late_reason = muster_ctl_get (ctl, "late-reason") };

  if (!read_outcome (muster_ctl_get (ctl, "outcome"), &request.outcome, error) || !muster_ctl_check_may (ctl, muster_close_action.name, error))
    return -1;
  request.action_id = muster_ctl_find_action (ctl, error);
  if (request.action_id == 0 || !close_as_asked (ctl, &request, error))
    return -1;
  return muster_ctl_print_action (ctl, request.action_id, error);
}

const MusterCtlCommand muster_ctl_follow_up_commands[] = {
  { "action serve", N_("ID"), 1, 1, N_("Record how its notice was served"), serve_options, TRUE, run_serve },
  { "action respond", N_("ID"), 1, 1, N_("Record what the person made of it"), respond_options, TRUE, run_respond },
  { "action extend", N_("ID"), 1, 1, N_("Ask for a later day on which it is due, or approve or refuse that"), extend_options, TRUE, run_extend },
  { "action check", N_("ID"), 1, 1, N_("Plan the check of its effect, record what it found, or waive it"), check_options, TRUE, run_check },
  { "action close", N_("ID"), 1, 1, N_("Close a corrective action"), close_options, TRUE, run_close },
  { NULL },
};
