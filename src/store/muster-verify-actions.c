/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-review-clock.h"

/*
 * What verification asks of a corrective action beyond the row itself: as it was before the entry, with its steps and what followed it. So the gates that it passes
 * are those of the operations, and said in one place.
 */

static const char *const before_sql = "SELECT after FROM journal_change WHERE table_number = ?1 AND row_id = ?2 AND entry < ?3 ORDER BY entry DESC, id DESC LIMIT 1";
static const char *const steps_sql = "SELECT id FROM corrective_action_step WHERE action_id = ?1 ORDER BY position";
static const char *const follow_ups_sql = "SELECT id FROM corrective_action_follow_up WHERE action_id = ?1 ORDER BY id";
static const char *const actions_sql = "SELECT id FROM corrective_action WHERE assister_id = ?1 ORDER BY id";
static const char *const events_sql = "SELECT id FROM certification WHERE assister_id = ?1 ORDER BY effective, id";
static const char *const services_sql = "SELECT id FROM letter_service WHERE letter_id IN (SELECT id FROM letter WHERE kind = 'action-notice' AND about = 'action' AND about_id = ?1) ORDER BY id";
static const char *const notices_sql =
  "SELECT s.id FROM letter l JOIN letter_service s ON s.letter_id = l.id WHERE l.about = 'decision' AND l.about_id = ?1 AND l.kind IN ('revocation', 'suspension-for-cause') ORDER BY s.id";
static const char *const since_sql = "SELECT entry FROM journal_change WHERE table_number = ?1 AND row_id = 1 ORDER BY entry LIMIT 1";


static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, message);
  return FALSE;
}

gboolean
muster_verify_find_row_before (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, gint64 id, MusterStatement **statement, MusterRowView *view, gboolean *found, GError **error)
{
  int number = muster_table_get_number (table);
  const guint8 *bytes;
  gboolean row;
  gsize size;

  *statement = muster_database_prepare (self->database, before_sql, error);
  if (*statement == NULL)
    return FALSE;
  muster_statement_bind_int (*statement, 1, number);
  muster_statement_bind_int (*statement, 2, id);
  muster_statement_bind_int (*statement, 3, check->sequence);
  if (!muster_statement_step (*statement, &row, error))
    return FALSE;
  bytes = row ? muster_statement_get_blob (*statement, 0, &size) : NULL;
  *found = row && muster_row_view_read (view, &self->shapes[number], bytes, size);
  return !row || *found || fail (error, _("A change in it cannot be read."));
}

/* Has @read take each row of @table that @sql lists for @of, as it was before the entry. */
gboolean
muster_verify_read_before (MusterVerifier *self, const MusterEntryCheck *check, const char *sql, MusterTable table, gint64 of, MusterVerifyRead read, gpointer data, GError **error)
{
  g_autoptr (MusterStatement) ids = muster_database_prepare (self->database, sql, error);
  gboolean row;

  if (ids == NULL)
    return FALSE;
  muster_statement_bind_int (ids, 1, of);
  while (TRUE)
    {
      g_autoptr (MusterStatement) statement = NULL;
      MusterRowView view;
      gboolean found;
      gint64 id;

      if (!muster_statement_step (ids, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      id = muster_statement_get_int (ids, 0);
      if (!muster_verify_find_row_before (self, check, table, id, &statement, &view, &found, error))
        return FALSE;
      if (found && !read (&view, id, data))
        return fail (error, _("A case has a kind, a state or a day that there is not."));
    }
}

static gboolean
read_step (const MusterRowView *view, gint64 id, gpointer data)
{
  MusterActionStep *step = muster_action_step_new ();

  g_ptr_array_add (data, step);
  step->id = id;
  step->position = (int) muster_row_view_get_int (view, "position");
  step->what = muster_row_view_dup_text (view, "what");
  step->done_account = muster_row_view_get_int (view, "done_account");
  step->verified_account = muster_row_view_get_int (view, "verified_account");
  return muster_verify_read_day (view, "done_on", &step->done_on);
}

static gboolean
read_follow_up (const MusterRowView *view, gint64 id, gpointer data)
{
  MusterFollowUp *follow_up = muster_follow_up_new ();

  g_ptr_array_add (data, follow_up);
  follow_up->id = id;
  return muster_verify_read_follow_up (view, follow_up);
}

static gboolean
read_action (const MusterRowView *view, MusterCorrectiveAction *action)
{
  g_autofree char *severity = muster_row_view_dup_text (view, "severity"), *restriction = muster_row_view_dup_text (view, "restriction"), *state = muster_row_view_dup_text (view, "state");

  action->number = muster_row_view_dup_text (view, "number");
  action->assister_id = muster_row_view_get_int (view, "assister_id");
  action->cause = muster_row_view_dup_text (view, "cause");
  action->restriction_text = muster_row_view_dup_text (view, "restriction_text");
  return severity != NULL && muster_severity_from_code (severity, &action->severity, NULL) && restriction != NULL &&
         muster_restriction_from_code (restriction, &action->restriction, NULL) && state != NULL && muster_action_state_from_code (state, &action->state, NULL) &&
         muster_verify_read_day (view, "opened", &action->opened) && muster_verify_read_day (view, "due", &action->due) && g_date_valid (&action->opened) &&
         g_date_valid (&action->due);
}

gboolean
muster_verify_load_action (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, MusterCorrectiveAction **action, GError **error)
{
  g_autoptr (MusterCorrectiveAction) loaded = muster_corrective_action_new ();
  g_autoptr (MusterStatement) statement = NULL;
  MusterRowView view;
  gboolean found;

  *action = NULL;
  if (!muster_verify_find_row_before (self, check, MUSTER_TABLE_ACTION, id, &statement, &view, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  loaded->id = id;
  if (!read_action (&view, loaded))
    return fail (error, _("A corrective action has a state, an outcome or a restriction that there is not."));
  if (!muster_verify_read_before (self, check, steps_sql, MUSTER_TABLE_ACTION_STEP, id, read_step, loaded->steps, error) ||
      !muster_verify_read_before (self, check, follow_ups_sql, MUSTER_TABLE_FOLLOW_UP, id, read_follow_up, loaded->follow_ups, error))
    return FALSE;
  *action = g_steal_pointer (&loaded);
  return TRUE;
}

gboolean
muster_verify_is_since (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, gboolean *since, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, since_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, muster_table_get_number (table));
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *since = row && muster_statement_get_int (statement, 0) < check->sequence;
  return TRUE;
}

/* What came back was not served. */
static gboolean
read_service (const MusterRowView *view, gint64 id, gpointer data)
{
  g_autofree char *result = muster_row_view_dup_text (view, "result");
  gboolean *served = data;

  *served = *served || g_strcmp0 (result, muster_service_result_to_code (MUSTER_SERVICE_RETURNED)) != 0;
  return TRUE;
}

gboolean
muster_verify_find_served (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, gboolean *served, GError **error)
{
  *served = FALSE;
  return muster_verify_read_before (self, check, services_sql, MUSTER_TABLE_LETTER_SERVICE, id, read_service, served, error);
}

static gboolean
read_notice (const MusterRowView *view, gint64 id, gpointer data)
{
  g_autofree char *method = muster_row_view_dup_text (view, "method"), *result = muster_row_view_dup_text (view, "result");
  MusterNoticeService service = { .letter_id = muster_row_view_get_int (view, "letter_id") };

  if (method == NULL || !muster_service_method_from_code (method, &service.method, NULL) || result == NULL || !muster_service_result_from_code (result, &service.result, NULL) ||
      !muster_verify_read_day (view, "received_day", &service.received))
    return FALSE;
  g_array_append_val (data, service);
  return TRUE;
}

GArray *
muster_verify_list_notices (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, GError **error)
{
  g_autoptr (GArray) notices = g_array_new (FALSE, TRUE, sizeof (MusterNoticeService));

  return muster_verify_read_before (self, check, notices_sql, MUSTER_TABLE_LETTER_SERVICE, id, read_notice, notices, error) ? g_steal_pointer (&notices) : NULL;
}

static gboolean
read_event (const MusterRowView *view, gint64 id, gpointer data)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();

  event->id = id;
  event->recorded = muster_row_view_get_int (view, "recorded");
  if (!muster_verify_read_event (view, event))
    return FALSE;
  if (muster_row_view_get_int (view, "taken_back") == 0)
    g_ptr_array_add (data, g_steal_pointer (&event));
  return TRUE;
}

/* The certifications of @person as they were before the entry. */
static GPtrArray *
list_events (MusterVerifier *self, const MusterEntryCheck *check, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

  return muster_verify_read_before (self, check, events_sql, MUSTER_TABLE_CERTIFICATION, person, read_event, events, error) ? g_steal_pointer (&events) : NULL;
}

/* What is open beside the action @except, and how much that restricts. */
typedef struct
{
  gint64 except;
  MusterRestriction strongest;
} Others;

static gboolean
read_other (const MusterRowView *view, gint64 id, gpointer data)
{
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
  Others *others = data;

  if (!read_action (view, action))
    return FALSE;
  if (action->state == MUSTER_ACTION_OPEN && id != others->except)
    others->strongest = MAX (others->strongest, action->restriction);
  return TRUE;
}

static gboolean
is_certified (GPtrArray *events, const GDate *on)
{
  g_autoptr (GPtrArray) begun = muster_certification_list_begun (events, on);

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      MusterCertificationState state = muster_certification_state_on (begun, 1u << bit, on, NULL);

      if (state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED)
        return TRUE;
    }
  return FALSE;
}

/* Whether what closing leaves behind restricts as it should; @on: the day on which it was closed. */
static gboolean
check_succession (MusterVerifier *self, const MusterEntryCheck *check, const MusterCorrectiveAction *action, MusterOutcome outcome, const GDate *on, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  Others others = { action->id, MUSTER_RESTRICTION_NONE };

  if (action->restriction == MUSTER_RESTRICTION_NONE)
    return TRUE;
  if (!muster_verify_read_before (self, check, actions_sql, MUSTER_TABLE_ACTION, action->assister_id, read_other, &others, error))
    return FALSE;
  events = list_events (self, check, action->assister_id, error);
  return events != NULL && muster_corrective_action_check_succession (action, outcome, others.strongest, is_certified (events, on), error);
}

static gboolean
check_gates (MusterVerifier *self, const MusterEntryCheck *check, const MusterCorrectiveAction *action, const MusterRowChange *change, GError **error)
{
  const MusterAccount *account = g_hash_table_lookup (self->accounts, &check->signer);
  g_autofree char *code = muster_row_view_dup_text (&change->after, "outcome"), *note = muster_row_view_dup_text (&change->after, "closing_note");
  MusterOutcome outcome, actual;
  GDate on;

  if (code == NULL || !muster_outcome_from_code (code, &outcome, NULL) || !muster_verify_read_day (&change->after, "closed", &on) || !g_date_valid (&on) || account == NULL)
    return fail (error, _("A corrective action was closed on a day, or with an outcome, that there is not."));
  if (!muster_corrective_action_check_close (action, outcome, note, &on, account->role, &actual, error) || !check_succession (self, check, action, outcome, &on, error))
    return FALSE;
  if (actual == outcome)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s was closed as “%s”, and was “%s”."), action->number, muster_outcome_get_label (outcome), muster_outcome_get_label (actual));
  return FALSE;
}

gboolean
muster_verify_closing (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  g_autoptr (MusterCorrectiveAction) action = NULL;
  g_autoptr (GError) found = NULL;
  gboolean since;

  if (!muster_verify_load_action (self, check, change->id, &action, error) || !muster_verify_is_since (self, check, MUSTER_TABLE_FOLLOW_UP, &since, error))
    return FALSE;
  /* That it was closed before it was there is found elsewhere. */
  if (action == NULL || check_gates (self, check, action, change, &found))
    return TRUE;
  if (since || !g_error_matches (found, MUSTER_ERROR, MUSTER_ERROR_RULE))
    {
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }
  /* The gates came one after the other, and the check of the effect last: what was closed before there was one stands, and is told. */
  muster_verifier_remark (self, g_strdup_printf (_("%s was closed by what earlier versions of Muster asked for: %s"), action->number, found->message));
  return TRUE;
}

gboolean
muster_verify_opening (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
  g_autoptr (GPtrArray) packs = muster_verify_list_packs (self, check);

  action->id = change->id;
  if (!read_action (&change->after, action))
    return fail (error, _("A corrective action has a state, an outcome or a restriction that there is not."));
  for (guint i = 0; i < packs->len; i++)
    {
      gboolean is_last = i + 1 == packs->len;

      if (muster_corrective_action_check_restriction (action, packs->pdata[i], is_last ? error : NULL))
        return TRUE;
    }
  return packs->len == 0;
}

/* The roles that can be restricted whatever the day is where the register is kept. */
static guint
list_possible (GPtrArray *events, const GDate *today)
{
  guint possible = MUSTER_ASSISTER_ALL_TYPES;
  GDate day = *today;

  g_date_subtract_days (&day, 1);
  for (int i = 0; i < 3; i++, g_date_add_days (&day, 1))
    {
      g_autoptr (GPtrArray) begun = muster_certification_list_begun (events, &day);

      possible &= muster_certification_list_possible (begun, MUSTER_VERB_RESTRICT);
    }
  return possible;
}

gboolean
muster_verify_restricted (MusterVerifier *self, const MusterEntryCheck *check, const MusterActionFacts *action, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  guint done = 0;

  if (!action->is_new || action->restriction == MUSTER_RESTRICTION_NONE)
    return TRUE;
  events = list_events (self, check, action->assister_id, error);
  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < check->events->len; i++)
    {
      const MusterCertificationEvent *event = check->events->pdata[i];

      if (event->action_id == action->id)
        done |= event->type;
    }
  return muster_change_rule_check_restricted (TRUE, list_possible (events, &check->today), done, error);
}

gboolean
muster_verify_remark_on_reinstating (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error)
{
  Others others = { 0, MUSTER_RESTRICTION_NONE };
  g_autofree char *code = NULL, *day = NULL;

  if (event->to != MUSTER_STATE_CERTIFIED || g_strcmp0 (check->operation, "reinstate") != 0)
    return TRUE;
  if (!muster_verify_read_before (self, check, actions_sql, MUSTER_TABLE_ACTION, event->assister_id, read_other, &others, error))
    return FALSE;
  if (others.strongest == MUSTER_RESTRICTION_NONE)
    return TRUE;
  code = muster_assister_dup_code (event->assister_id);
  day = muster_date_dup_text (&event->effective);
  /* Translators: a person’s code, a day */
  muster_verifier_remark (self, g_strdup_printf (_("%s was reinstated without a restriction from %s, while a corrective action restricted what they may do."), code, day));
  return TRUE;
}
