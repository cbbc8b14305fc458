/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-attachment.h"
#include "domain/muster-change-rule-case.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

static const char *const before_sql = "SELECT after FROM journal_change WHERE table_number = ?1 AND row_id = ?2 AND entry < ?3 ORDER BY entry DESC, id DESC LIMIT 1";
static const char *const made_sql = "SELECT 1 FROM journal_change WHERE table_number = ?1 AND row_id = ?2 AND entry = ?3 AND before IS NULL";

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("An incident has a state or an outcome that there is not."));
  return FALSE;
}

static gboolean
read_state (const MusterRowView *view, MusterIncidentState *state)
{
  g_autofree char *code = muster_row_view_dup_text (view, "state");

  return code != NULL && muster_incident_state_from_code (code, state, NULL);
}

static gboolean
check_incident (const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  static const char *const end[] = { "closed", "outcome", "closing_note", "closed_account", NULL };
  MusterIncidentRowChange row = { .is_new = change->is_new, .is_bare = muster_row_change_is_bare (change, end) };
  g_autofree char *outcome = muster_row_view_dup_text (&change->after, "outcome");

  if (!read_state (&change->after, &row.state_after) || outcome == NULL || !muster_incident_outcome_from_code (outcome, &row.outcome, NULL) ||
      (!change->is_new && !read_state (&change->before, &row.state_before)))
    return fail (error);
  return muster_change_rule_check_incident (check->operation, &row, error);
}

static gboolean
bind_row (MusterStatement *statement, const MusterEntryCheck *check, gint64 id, gboolean *row, GError **error)
{
  muster_statement_bind_int (statement, 1, muster_table_get_number (MUSTER_TABLE_INCIDENT));
  muster_statement_bind_int (statement, 2, id);
  muster_statement_bind_int (statement, 3, check->sequence);
  return muster_statement_step (statement, row, error);
}

/* Sets @is_open to whether the incident was open before the entry. */
static gboolean
find_open_before (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, gboolean *is_open, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, before_sql, error);
  MusterIncidentState state;
  MusterRowView view;
  gconstpointer bytes;
  gboolean row;
  gsize size;

  *is_open = FALSE;
  if (statement == NULL || !bind_row (statement, check, id, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  bytes = muster_statement_get_blob (statement, 0, &size);
  if (!muster_row_view_read (&view, &self->shapes[muster_table_get_number (MUSTER_TABLE_INCIDENT)], bytes, size) || !read_state (&view, &state))
    return fail (error);
  *is_open = state == MUSTER_INCIDENT_OPEN;
  return TRUE;
}

static gboolean
find_made_here (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, gboolean *made_here, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, made_sql, error);

  return statement != NULL && bind_row (statement, check, id, made_here, error);
}

static gboolean
is_withdrawn (const MusterRowView *view)
{
  return muster_row_view_get (view, "withdrawn_at")->type != MUSTER_CELL_NULL || muster_row_view_get (view, "withdrawn_account")->type != MUSTER_CELL_NULL ||
         muster_row_view_get (view, "withdrawn_reason")->type != MUSTER_CELL_NULL;
}

static gboolean
check_attachment (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  const MusterRowView *after = &change->after;
  MusterAttachmentRowChange row = { .is_new = change->is_new, .is_withdrawn = is_withdrawn (after), .was_withdrawn = !change->is_new && is_withdrawn (&change->before) };
  g_autofree char *reason = muster_row_view_dup_text (after, "withdrawn_reason");

  row.has_reason = !muster_text_is_blank (reason);
  return muster_verify_is_known (self, check, MUSTER_TABLE_INCIDENT, muster_row_view_get_int (after, "incident_id"), &row.incident_known, error) &&
         muster_verify_is_known (self, check, MUSTER_TABLE_DOCUMENT, muster_row_view_get_int (after, "document_id"), &row.document_known, error) &&
         muster_change_rule_check_attachment (&row, error);
}

gboolean
muster_verify_incident_change (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  static const char *const finding[] = { "note", "account_id", "on_day", NULL };
  gboolean is_bare = TRUE, is_open, made_here;
  gint64 id;

  if (table == MUSTER_TABLE_INCIDENT)
    return check_incident (check, change, error);
  if (table == MUSTER_TABLE_ATTACHMENT)
    return check_attachment (self, check, change, error);
  id = muster_row_view_get_int (&change->after, "incident_id");
  if (table == MUSTER_TABLE_INCIDENT_CLAUSE && change->is_new)
    {
      g_autofree char *code = muster_row_view_dup_text (&change->after, "finding");

      is_bare = g_strcmp0 (code, muster_incident_finding_to_code (MUSTER_FINDING_OPEN)) == 0 && muster_row_change_is_bare (change, finding);
    }
  return find_open_before (self, check, id, &is_open, error) && find_made_here (self, check, id, &made_here, error) &&
         muster_change_rule_check_incident_part (is_open, made_here, is_bare, error);
}
