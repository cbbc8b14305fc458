/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-change-rule-row.h"
#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define MAY_BE_TAKEN_BACK (MUSTER_TABLE_ASSISTER | MUSTER_TABLE_AFFILIATION | MUSTER_TABLE_CERTIFICATION | MUSTER_TABLE_EVIDENCE)

static gboolean
fail (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

gboolean
muster_row_change_differs (const MusterRowChange *change, const char *column)
{
  return !muster_cell_equal (muster_row_view_get (&change->before, column), muster_row_view_get (&change->after, column));
}

gboolean
muster_row_change_differs_beside (const MusterRowChange *change, const char *const *columns)
{
  const MusterTableShape *shape = change->after.shape;

  for (guint i = 0; i < shape->n_columns; i++)
    if (!g_strv_contains (columns, shape->columns[i]) && !muster_cell_equal (&change->before.cells[i], &change->after.cells[i]))
      return TRUE;
  return FALSE;
}

gboolean
muster_row_change_is_bare (const MusterRowChange *change, const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++)
    {
      const MusterCell *cell = muster_row_view_get (&change->after, columns[i]);
      gboolean says_none = cell->type == MUSTER_CELL_TEXT && cell->size == 4 && memcmp (cell->bytes, "none", 4) == 0;

      if (cell->type != MUSTER_CELL_NULL && !says_none && !(cell->type == MUSTER_CELL_INTEGER && cell->integer == 0))
        return FALSE;
    }
  return TRUE;
}

/* Who and when a row says it was must be who signed and when. In a row that is being added it may still be empty. */
static gboolean
check_stamp (const MusterEntryCheck *check, MusterTable table, const char *column, const MusterCell *cell, gboolean is_new, GError **error)
{
  MusterStamp stamp = muster_change_rule_get_stamp (table, column);

  if (stamp == MUSTER_STAMP_NONE || (is_new && cell->type == MUSTER_CELL_NULL))
    return TRUE;
  if (stamp == MUSTER_STAMP_SIGNER && (cell->type != MUSTER_CELL_INTEGER || cell->integer != check->signer))
    return fail (error, MUSTER_ERROR_RULE, _("A row was written in the name of another account than the one that signed."));
  if (stamp == MUSTER_STAMP_TIME && (cell->type != MUSTER_CELL_INTEGER || cell->integer != check->time))
    return fail (error, MUSTER_ERROR_RULE, _("A row says that it was written at another time than its entry."));
  return TRUE;
}

static gboolean
check_new_row (const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  const MusterTableShape *shape = change->after.shape;

  if ((check->added & table) == 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A row was added to “%s” by “%s”, which cannot do that."), muster_table_get_name (table), check->operation);
      return FALSE;
    }
  for (guint i = 0; i < shape->n_columns; i++)
    if (!check_stamp (check, table, shape->columns[i], &change->after.cells[i], TRUE, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_changed_row (const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  const MusterTableShape *shape = change->after.shape;

  for (guint i = 0; i < shape->n_columns; i++)
    if (!muster_cell_equal (&change->before.cells[i], &change->after.cells[i]) &&
        (!muster_change_rule_check_column (check->operation, table, shape->columns[i], error) ||
         !check_stamp (check, table, shape->columns[i], &change->after.cells[i], FALSE, error)))
      return FALSE;
  return TRUE;
}

gboolean
muster_verify_read_event (const MusterRowView *view, MusterCertificationEvent *event)
{
  g_autofree char *type = muster_row_view_dup_text (view, "type"), *from = muster_row_view_dup_text (view, "from_state"), *to = muster_row_view_dup_text (view, "to_state");
  g_autofree char *authority = muster_row_view_dup_text (view, "authority"), *effective = muster_row_view_dup_text (view, "effective");

  if (type == NULL || from == NULL || to == NULL || authority == NULL || effective == NULL)
    return FALSE;
  event->assister_id = muster_row_view_get_int (view, "assister_id");
  event->account_id = muster_row_view_get_int (view, "account_id");
  event->decision_id = muster_row_view_get_int (view, "decision_id");
  event->action_id = muster_row_view_get_int (view, "action_id");
  event->superseded_by = muster_row_view_get_int (view, "superseded_by");
  event->under_investigation = muster_row_view_get_int (view, "under_investigation") != 0;
  return muster_assister_type_from_text (type, &event->type, NULL) &&
         muster_certification_state_from_code (from, &event->from, NULL) &&
         muster_certification_state_from_code (to, &event->to, NULL) &&
         muster_authority_from_code (authority, &event->authority, NULL) &&
         muster_date_parse_iso (effective, &event->effective, NULL);
}

/* It was possible before there were reviews, and stands; who reads the journal should know. */
static gboolean
check_certification (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();

  if (!muster_verify_read_event (change->is_new ? &change->after : &change->before, event))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A certification has a state, a role, an authority or a day that there is not."));
  event->id = change->id;
  if (change->is_new && (!muster_change_rule_check_event (check->operation, event, check->signer, error) || !muster_verify_event (self, check, event, error)))
    return FALSE;
  /* Most events stand for themselves: those of an import are not gathered. */
  if (change->is_new && (event->decision_id != 0 || event->action_id != 0 || strcmp (check->operation, "certify") == 0 || strcmp (check->operation, "correct-certification") == 0))
    g_ptr_array_add (check->events, g_steal_pointer (&event));
  else if (!change->is_new && muster_row_change_differs (change, "superseded_by"))
    {
      if (event->superseded_by != 0)
        return muster_change_rule_check_supersede (check->operation, event, NULL, error);
      event->superseded_by = muster_row_view_get_int (&change->after, "superseded_by");
      g_ptr_array_add (check->superseded, g_steal_pointer (&event));
    }
  return TRUE;
}

static int
get_role (const MusterRowView *view)
{
  g_autofree char *code = muster_row_view_dup_text (view, "role");
  MusterRole role;

  return code != NULL && muster_role_from_code (code, &role, NULL) ? (int) role : -1;
}

/* Whom an account is said to be was there, and is not who says so. */
static gboolean
check_tied (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, const MusterAccountRowChange *row, GError **error)
{
  gint64 person = muster_row_view_get_int (&change->after, "person"), person_before = muster_row_view_get_int (&change->before, "person");
  gboolean known = TRUE, is = FALSE, was = FALSE;

  if (change->is_new || !row->person_changed)
    return TRUE;
  if (person != 0 && !muster_verify_is_known (self, check, MUSTER_TABLE_ASSISTER, person, &known, error))
    return FALSE;
  if (!known)
    return fail (error, MUSTER_ERROR_RULE, _("An account is said to be somebody of the roster who was not there."));
  if (!muster_verify_is_person (self, check, check->signer, person, TRUE, &is, error) || !muster_verify_is_person (self, check, check->signer, person_before, TRUE, &was, error))
    return FALSE;
  return !(is || was) || fail (error, MUSTER_ERROR_RULE, _("Somebody said of an account that it is them, or is not."));
}

static gboolean
check_account (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  MusterAccountRowChange row = { .is_new = change->is_new, .is_own = change->id == check->signer };
  int before = change->is_new ? 0 : get_role (&change->before);
  int after = get_role (&change->after);

  if (before < 0 || after < 0)
    return fail (error, MUSTER_ERROR_DAMAGED, _("An account has a role that there is not."));
  row.role_before = before;
  row.role_after = after;
  row.disabled_before = muster_row_view_get_int (&change->before, "disabled") != 0;
  row.disabled_after = muster_row_view_get_int (&change->after, "disabled") != 0;
  row.name_changed = muster_row_change_differs (change, "name") || muster_row_change_differs (change, "full_name");
  row.key_changed = muster_row_change_differs (change, "public_key");
  row.person_changed = change->is_new ? muster_row_view_get (&change->after, "person")->type != MUSTER_CELL_NULL : muster_row_change_differs (change, "person");
  if (!muster_change_rule_check_account (check->operation, &row, error) || !check_tied (self, check, change, &row, error))
    return FALSE;
  muster_verify_accounts_apply (self, change->id, &change->after, check->operation, check->signer, check->time, check->sequence);
  return TRUE;
}

static gboolean
check_contents (MusterVerifier *self, MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  if (table == MUSTER_TABLE_CERTIFICATION)
    return check_certification (self, check, change, error);
  if (table == MUSTER_TABLE_EVIDENCE)
    return muster_verify_evidence (self, check, change, error);
  if (table == MUSTER_TABLE_AFFILIATION)
    return muster_verify_stay (self, check, change, error);
  if (table == MUSTER_TABLE_SAVED_LIST)
    return muster_verify_saved_list (check, change, error);
  return (table & (MUSTER_TABLE_RULE_PACK | MUSTER_TABLE_POLICY_DOCUMENT | MUSTER_TABLE_SNOOZE)) == 0 || muster_verify_rules (self, check, table, change, error);
}

gboolean
muster_verify_change (MusterVerifier *self, MusterEntryCheck *check, const MusterChangeBytes *bytes, GError **error)
{
  const MusterTableShape *shape = &self->shapes[bytes->table_number];
  MusterTable table = MUSTER_TABLE_NUMBERED (bytes->table_number);
  MusterRowChange change;
  const MusterRowView *before;

  change.is_new = bytes->before == NULL;
  change.id = bytes->row_id;
  if (!muster_row_view_read (&change.after, shape, bytes->after, bytes->after_size) ||
      !muster_row_view_read (&change.before, shape, bytes->before, bytes->before_size))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A change in it cannot be read."));
  /* What an account may become is said by the rule for accounts, in words of its own. */
  if (table == MUSTER_TABLE_ACCOUNT)
    return check_account (self, check, &change, error);
  before = change.is_new ? NULL : &change.before;
  if ((table & MAY_BE_TAKEN_BACK) != 0 && !muster_verify_taken_back (self, check, bytes, before, &change.after, error))
    return FALSE;
  if (table == MUSTER_TABLE_IMPORT && !muster_verify_import_record (self, check, bytes->row_id, before, &change.after, error))
    return FALSE;
  if (!muster_verify_case_sight (self, check, table, &change, error) || !muster_verify_case_access (self, check, table, &change, error) || !check_contents (self, check, table, &change, error) || !muster_verify_case_change (self, check, table, &change, error))
    return FALSE;
  return change.is_new ? check_new_row (check, table, &change, error) : check_changed_row (check, table, &change, error);
}
