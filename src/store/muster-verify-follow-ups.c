/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule-follow-up.h"
#include "domain/muster-error.h"

static const char *const steps_sql = "SELECT id FROM corrective_action_step WHERE action_id = ?1 AND position <= ?2";

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, message);
  return FALSE;
}

static gboolean
read_follow_up (const MusterRowView *view, MusterFollowUp *follow_up)
{
  g_autofree char *kind = muster_row_view_dup_text (view, "kind"), *state = muster_row_view_dup_text (view, "state");

  follow_up->action_id = muster_row_view_get_int (view, "action_id");
  follow_up->n_steps = (guint) muster_row_view_get_int (view, "n_steps");
  follow_up->account_id = muster_row_view_get_int (view, "account_id");
  follow_up->settled_account = muster_row_view_get_int (view, "settled_account");
  return kind != NULL && muster_follow_up_kind_from_code (kind, &follow_up->kind, NULL) && state != NULL &&
         muster_follow_up_state_from_code (state, &follow_up->state, NULL);
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

  if (!read_follow_up (&change->after, follow_up) || (before != NULL && !muster_follow_up_state_from_code (before, &row.state_before, NULL)))
    return fail (error, _("What follows a corrective action has a kind or a state that there is not."));
  if (!find_action_open (self, check, follow_up->action_id, &row.action_open, error) || !find_by_doer (self, check, follow_up, &row.by_doer, error))
    return FALSE;
  row.content_changed = change->is_new ? !muster_row_change_is_bare (change, settled + 1) : muster_row_change_differs_beside (change, settled);
  return muster_change_rule_check_follow_up (check->operation, &row, error);
}
