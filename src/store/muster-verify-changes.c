/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-change-rule.h"
#include "domain/muster-error.h"

#define MAY_BE_TAKEN_BACK (MUSTER_TABLE_ASSISTER | MUSTER_TABLE_AFFILIATION | MUSTER_TABLE_CERTIFICATION | MUSTER_TABLE_EVIDENCE)

/* A row before and after, to be read by column. */
typedef struct
{
  gboolean is_new;
  MusterRowView before;
  MusterRowView after;
} RowChange;

static gboolean
fail (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

static gboolean
differs (const RowChange *change, const char *column)
{
  return !muster_cell_equal (muster_row_view_get (&change->before, column), muster_row_view_get (&change->after, column));
}

/* Whether anything but @columns differs. */
static gboolean
differs_beside (const RowChange *change, const char *const *columns)
{
  const MusterTableShape *shape = change->after.shape;

  for (guint i = 0; i < shape->n_columns; i++)
    if (!g_strv_contains (columns, shape->columns[i]) && !muster_cell_equal (&change->before.cells[i], &change->after.cells[i]))
      return TRUE;
  return FALSE;
}

static int
get_code (const MusterRowView *view, const char *column, gboolean (*from_code) (const char *, guint *, GError **))
{
  g_autofree char *code = muster_row_view_dup_text (view, column);
  guint value;

  return code != NULL && from_code (code, &value, NULL) ? (int) value : -1;
}

static gboolean
read_state (const char *code, guint *value, GError **error)
{
  MusterCertificationState state = MUSTER_STATE_NONE;
  gboolean known = muster_certification_state_from_code (code, &state, error);

  *value = state;
  return known;
}

static gboolean
read_role (const char *code, guint *value, GError **error)
{
  MusterRole role = MUSTER_ROLE_STAFF;
  gboolean known = muster_role_from_code (code, &role, error);

  *value = role;
  return known;
}

static gboolean
read_kind (const char *code, guint *value, GError **error)
{
  MusterDecisionKind kind = MUSTER_DECISION_REVOCATION;
  gboolean known = muster_decision_kind_from_code (code, &kind, error);

  *value = kind;
  return known;
}

static gboolean
read_decision_state (const char *code, guint *value, GError **error)
{
  MusterDecisionState state = MUSTER_DECISION_PROPOSED;
  gboolean known = muster_decision_state_from_code (code, &state, error);

  *value = state;
  return known;
}

static gboolean
check_certification (MusterEntryCheck *check, const RowChange *change, GError **error)
{
  static const char *const may_differ[] = { "superseded_by", "taken_back", NULL };
  MusterCertificationEvent event = { 0 };
  int from, to;

  if (!change->is_new)
    {
      if (differs_beside (change, may_differ))
        return fail (error, MUSTER_ERROR_RULE, _("An event in a certification’s history was rewritten."));
      return !differs (change, "superseded_by") || muster_change_rule_check_supersede (check->operation, error);
    }
  from = get_code (&change->after, "from_state", read_state);
  to = get_code (&change->after, "to_state", read_state);
  if (from < 0 || to < 0)
    return fail (error, MUSTER_ERROR_DAMAGED, _("A certification has a state that there is not."));
  event.from = from;
  event.to = to;
  event.account_id = muster_row_view_get_int (&change->after, "account_id");
  event.decision_id = muster_row_view_get_int (&change->after, "decision_id");
  event.action_id = muster_row_view_get_int (&change->after, "action_id");
  if (event.decision_id != 0)
    g_array_append_val (check->decisions_used, event.decision_id);
  return muster_change_rule_check_event (check->operation, &event, check->signer, error);
}

static gboolean
check_account (MusterEntryCheck *check, gint64 id, const RowChange *change, GError **error)
{
  MusterAccountRowChange row = { .is_new = change->is_new, .is_own = id == check->signer };
  int before = change->is_new ? 0 : get_code (&change->before, "role", read_role);
  int after = get_code (&change->after, "role", read_role);

  if (before < 0 || after < 0)
    return fail (error, MUSTER_ERROR_DAMAGED, _("An account has a role that there is not."));
  row.role_before = before;
  row.role_after = after;
  row.disabled_before = muster_row_view_get_int (&change->before, "disabled") != 0;
  row.disabled_after = muster_row_view_get_int (&change->after, "disabled") != 0;
  row.name_changed = differs (change, "name");
  row.key_changed = differs (change, "public_key");
  return muster_change_rule_check_account (check->operation, &row, error);
}

static gboolean
check_decision (MusterEntryCheck *check, gint64 id, const RowChange *change, GError **error)
{
  static const char *const answer[] = { "state", "effective", "review_until", "decider", "decided_at", "decision_reason", "emergency", NULL };
  MusterDecisionRowChange row = { .is_new = change->is_new, .signer = check->signer };
  int kind = get_code (&change->after, "kind", read_kind);
  int before = change->is_new ? 0 : get_code (&change->before, "state", read_decision_state);
  int after = get_code (&change->after, "state", read_decision_state);

  if (kind < 0 || before < 0 || after < 0)
    return fail (error, MUSTER_ERROR_DAMAGED, _("A decision has a state that there is not."));
  row.content_changed = !change->is_new && differs_beside (change, answer);
  row.kind = kind;
  row.state_before = before;
  row.state_after = after;
  row.proposer = muster_row_view_get_int (&change->after, "proposer");
  row.decider = muster_row_view_get_int (&change->after, "decider");
  row.emergency = muster_row_view_get_int (&change->after, "emergency") != 0;
  if (row.state_after == MUSTER_DECISION_APPROVED)
    g_array_append_val (check->decisions_approved, id);
  return muster_change_rule_check_decision (check->operation, &row, error);
}

static gboolean
check_evidence (const RowChange *change, GError **error)
{
  static const char *const may_differ[] = { "superseded_by", "taken_back", NULL };

  if (!change->is_new && differs_beside (change, may_differ))
    return fail (error, MUSTER_ERROR_RULE, _("What was claimed about a requirement was rewritten."));
  return TRUE;
}

gboolean
muster_verify_change (MusterVerifier *self, MusterEntryCheck *check, const MusterChangeBytes *bytes, GError **error)
{
  const MusterTableShape *shape = &self->shapes[bytes->table_number];
  MusterTable table = 1u << bytes->table_number;
  RowChange change = { .is_new = bytes->before == NULL };
  const MusterRowView *before = change.is_new ? NULL : &change.before;

  if (!muster_row_view_read (&change.after, shape, bytes->after, bytes->after_size) ||
      !muster_row_view_read (&change.before, shape, bytes->before, bytes->before_size))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A change in it cannot be read."));
  if ((table & MAY_BE_TAKEN_BACK) != 0 && !muster_verify_taken_back (self, check, bytes, before, &change.after, error))
    return FALSE;
  if (table == MUSTER_TABLE_CERTIFICATION)
    return check_certification (check, &change, error);
  if (table == MUSTER_TABLE_DECISION)
    return check_decision (check, bytes->row_id, &change, error);
  if (table == MUSTER_TABLE_EVIDENCE)
    return check_evidence (&change, error);
  if (table == MUSTER_TABLE_IMPORT)
    return muster_verify_import_record (self, check, bytes->row_id, before, &change.after, error);
  if (table != MUSTER_TABLE_ACCOUNT)
    return TRUE;
  if (!check_account (check, bytes->row_id, &change, error))
    return FALSE;
  muster_verify_accounts_apply (self, bytes->row_id, &change.after);
  return TRUE;
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

gboolean
muster_verify_entry_whole (MusterEntryCheck *check, GError **error)
{
  for (guint i = 0; i < check->decisions_used->len; i++)
    if (!contains (check->decisions_approved, g_array_index (check->decisions_used, gint64, i)))
      return fail (error, MUSTER_ERROR_RULE, _("A certification was taken away for a decision that this entry did not approve."));
  return TRUE;
}
