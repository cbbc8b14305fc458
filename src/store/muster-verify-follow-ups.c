/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "domain/muster-change-rule-follow-up.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

static const char *const steps_sql = "SELECT id FROM corrective_action_step WHERE action_id = ?1 AND position <= ?2";

/* When an action that the entry changes is due. */
typedef struct
{
  gint64 action_id;
  GDate before;
  GDate after;
} DueDays;

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, message);
  return FALSE;
}

/* An unset day where there is none; %FALSE where it is no day. */
gboolean
muster_verify_read_day (const MusterRowView *view, const char *column, GDate *day)
{
  g_autofree char *text = muster_row_view_dup_text (view, column);

  g_date_clear (day, 1);
  return text == NULL || muster_date_parse_iso (text, day, NULL);
}

gboolean
muster_verify_read_follow_up (const MusterRowView *view, MusterFollowUp *follow_up)
{
  g_autofree char *kind = muster_row_view_dup_text (view, "kind"), *state = muster_row_view_dup_text (view, "state");

  follow_up->action_id = muster_row_view_get_int (view, "action_id");
  follow_up->n_steps = (guint) muster_row_view_get_int (view, "n_steps");
  follow_up->account_id = muster_row_view_get_int (view, "account_id");
  follow_up->settled_account = muster_row_view_get_int (view, "settled_account");
  return kind != NULL && muster_follow_up_kind_from_code (kind, &follow_up->kind, NULL) && state != NULL &&
         muster_follow_up_state_from_code (state, &follow_up->state, NULL) && muster_verify_read_day (view, "due", &follow_up->due) &&
         muster_verify_read_day (view, "on_day", &follow_up->on) && muster_verify_read_day (view, "settled_on", &follow_up->settled_on);
}

static gboolean
find_action_open (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, gboolean *open, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  g_autofree char *state = NULL;
  MusterRowView view;
  gboolean found;

  if (!muster_verify_find_row_before (self, check, MUSTER_TABLE_ACTION, id, &statement, &view, &found, error))
    return FALSE;
  state = found ? muster_row_view_dup_text (&view, "state") : NULL;
  *open = g_strcmp0 (state, "open") == 0;
  return TRUE;
}

static gboolean
count_steps (MusterVerifier *self, const MusterEntryCheck *check, gint64 action_id, guint *n, GError **error)
{
  g_autoptr (MusterCorrectiveAction) action = NULL;

  if (!muster_verify_load_action (self, check, action_id, &action, error))
    return FALSE;
  *n = action != NULL ? action->steps->len : 0;
  return TRUE;
}

/* What only the rules ask about that are the same for all rows of an operation. */
static gboolean
find_circumstances (MusterVerifier *self, const MusterEntryCheck *check, const MusterFollowUp *follow_up, MusterFollowUpRowChange *row, GError **error)
{
  row->latest = check->today;
  g_date_add_days (&row->latest, 1);
  if (row->is_new && !count_steps (self, check, follow_up->action_id, &row->n_steps, error))
    return FALSE;
  if (follow_up->kind == MUSTER_FOLLOW_UP_RESPONSE && !muster_verify_find_served (self, check, follow_up->action_id, &row->served, error))
    return FALSE;
  return follow_up->state != MUSTER_FOLLOW_UP_PASSED || muster_verify_is_since (self, check, MUSTER_TABLE_CASE_ACCESS, &row->planned_time_binds, error);
}

/* Whether the step @id was recorded as done by the signer before the entry. */
static gboolean
find_doer (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, gboolean *is_signer, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  MusterRowView view;
  gboolean found;

  if (!muster_verify_find_row_before (self, check, MUSTER_TABLE_ACTION_STEP, id, &statement, &view, &found, error))
    return FALSE;
  *is_signer |= found && muster_row_view_get_int (&view, "done_account") == check->signer;
  return TRUE;
}

static gboolean
find_by_doer (MusterVerifier *self, const MusterEntryCheck *check, const MusterFollowUp *follow_up, gboolean *by_doer, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, steps_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, follow_up->action_id);
  muster_statement_bind_int (statement, 2, follow_up->n_steps);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!find_doer (self, check, muster_statement_get_int (statement, 0), by_doer, error))
        return FALSE;
    }
}

gboolean
muster_verify_follow_up (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  static const char *const settled[] = { "state", "settled_account", "settled_at", "settled_on", "note", NULL };
  g_autoptr (MusterFollowUp) follow_up = muster_follow_up_new ();
  g_autofree char *before = muster_row_view_dup_text (&change->before, "state");
  MusterFollowUpRowChange row = { .is_new = change->is_new, .signer = check->signer, .follow_up = follow_up };

  if (!muster_verify_read_follow_up (&change->after, follow_up) || (before != NULL && !muster_follow_up_state_from_code (before, &row.state_before, NULL)))
    return fail (error, _("What follows a corrective action has a kind, a state or a day that there is not."));
  if (!find_action_open (self, check, follow_up->action_id, &row.action_open, error) || !find_by_doer (self, check, follow_up, &row.by_doer, error) || !find_circumstances (self, check, follow_up, &row, error))
    return FALSE;
  row.content_changed = change->is_new ? !muster_row_change_is_bare (change, settled + 1) : muster_row_change_differs_beside (change, settled);
  if (!muster_change_rule_check_follow_up (check->operation, &row, error))
    return FALSE;
  if (follow_up->state == MUSTER_FOLLOW_UP_PASSED && g_date_compare (&follow_up->settled_on, &follow_up->due) < 0)
    muster_verifier_remark (self, g_strdup_printf (_("Entry %" PRId64 ": the check of a corrective action passed before the day on which it was to be checked."), check->sequence));
  if (follow_up->state == MUSTER_FOLLOW_UP_APPROVED)
    muster_verify_remark_on_tie (self, check, MUSTER_TIE_TO_ASKER, follow_up->settled_account, follow_up->account_id);
  if (follow_up->kind == MUSTER_FOLLOW_UP_EXTENSION && !change->is_new)
    g_ptr_array_add (check->extensions, g_steal_pointer (&follow_up));
  return TRUE;
}

GArray *
muster_verify_due_days_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (DueDays));
}

gboolean
muster_verify_due (MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  DueDays days = { .action_id = change->id };

  if (!muster_verify_read_day (&change->before, "due", &days.before) || !muster_verify_read_day (&change->after, "due", &days.after) || !g_date_valid (&days.before) || !g_date_valid (&days.after))
    return fail (error, _("A corrective action is due on a day that there is not."));
  g_array_append_val (check->due_days, days);
  return TRUE;
}

static const MusterFollowUp *
find_extension (const MusterEntryCheck *check, gint64 action_id)
{
  for (guint i = 0; i < check->extensions->len; i++)
    if (((const MusterFollowUp *) check->extensions->pdata[i])->action_id == action_id)
      return check->extensions->pdata[i];
  return NULL;
}

/* An extension that was approved, but changed no action, would look as if it had. */
static gboolean
check_carried_out (const MusterEntryCheck *check, const MusterFollowUp *extension, GError **error)
{
  for (guint i = 0; i < check->due_days->len; i++)
    if (g_array_index (check->due_days, DueDays, i).action_id == extension->action_id)
      return TRUE;
  return muster_change_rule_check_extended (extension, &extension->due, &extension->due, error);
}

gboolean
muster_verify_extensions (const MusterEntryCheck *check, GError **error)
{
  for (guint i = 0; i < check->due_days->len; i++)
    {
      const DueDays *days = &g_array_index (check->due_days, DueDays, i);

      if (!muster_change_rule_check_extended (find_extension (check, days->action_id), &days->before, &days->after, error))
        return FALSE;
    }
  for (guint i = 0; i < check->extensions->len; i++)
    if (!check_carried_out (check, check->extensions->pdata[i], error))
      return FALSE;
  return TRUE;
}
