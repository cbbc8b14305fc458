/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-case-access.h"
#include "domain/muster-error.h"

static const char *const said_sql = "SELECT c.after FROM journal_change c WHERE c.table_number = ?1 AND c.entry < ?2 ORDER BY c.id";

/* Which case a row belongs to, by one column of it. */
static const struct
{
  MusterTable table;
  MusterCaseKind kind;
  const char *column; /* %NULL: the row is the case */
  gboolean only_new;  /* what a case comes from: afterwards it may have been opened by itself */
} belongs[] = {
  { MUSTER_TABLE_INCIDENT, MUSTER_CASE_INCIDENT, NULL },
  { MUSTER_TABLE_INCIDENT_PERSON, MUSTER_CASE_INCIDENT, "incident_id" },
  { MUSTER_TABLE_INCIDENT_CLAUSE, MUSTER_CASE_INCIDENT, "incident_id" },
  { MUSTER_TABLE_INCIDENT_REPORT, MUSTER_CASE_INCIDENT, "incident_id" },
  { MUSTER_TABLE_ATTACHMENT, MUSTER_CASE_INCIDENT, "incident_id" },
  { MUSTER_TABLE_ACTION, MUSTER_CASE_ACTION, NULL },
  { MUSTER_TABLE_ACTION, MUSTER_CASE_INCIDENT, "incident_id", TRUE },
  { MUSTER_TABLE_ACTION_CLAUSE, MUSTER_CASE_ACTION, "action_id" },
  { MUSTER_TABLE_ACTION_STEP, MUSTER_CASE_ACTION, "action_id" },
  { MUSTER_TABLE_FOLLOW_UP, MUSTER_CASE_ACTION, "action_id" },
  { MUSTER_TABLE_DECISION, MUSTER_CASE_DECISION, NULL },
  { MUSTER_TABLE_DECISION, MUSTER_CASE_DECISION, "calls_off", TRUE },
  { MUSTER_TABLE_DECISION_CLAUSE, MUSTER_CASE_DECISION, "decision_id" },
  { MUSTER_TABLE_DECISION_ACTION, MUSTER_CASE_DECISION, "decision_id" },
  { MUSTER_TABLE_DECISION_ACTION, MUSTER_CASE_ACTION, "action_id" },
  { MUSTER_TABLE_REVIEW, MUSTER_CASE_DECISION, "decision_id" },
};

static char *
dup_key (MusterCaseKind kind, gint64 case_id, gint64 account_id)
{
  return g_strdup_printf ("%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, kind, case_id, account_id);
}

MusterAccess
muster_verify_get_access (MusterVerifier *self, MusterCaseKind kind, gint64 case_id, gint64 account_id)
{
  g_autofree char *key = dup_key (kind, case_id, account_id);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->access, key));
}

static gboolean
is_closed (MusterVerifier *self, MusterCaseKind kind, gint64 case_id, gint64 account_id)
{
  return muster_verify_get_access (self, kind, case_id, account_id) == MUSTER_ACCESS_CLOSED;
}

static gboolean
read_said (const MusterRowView *view, MusterCaseKind *kind, MusterAccessRow *row, GError **error)
{
  g_autofree char *code = muster_row_view_dup_text (view, "kind"), *access = muster_row_view_dup_text (view, "access"), *reason = muster_row_view_dup_text (view, "reason");

  row->account_id = muster_row_view_get_int (view, "subject_account");
  row->has_reason = reason != NULL && *reason != '\0';
  if (code != NULL && access != NULL && muster_case_kind_from_code (code, kind, NULL) && muster_access_from_code (access, &row->access, NULL))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("What is said of an account and a case cannot be read."));
  return FALSE;
}

static void
note (MusterVerifier *self, const MusterRowView *view, MusterCaseKind kind, const MusterAccessRow *row)
{
  g_hash_table_replace (self->access, dup_key (kind, muster_row_view_get_int (view, "case_id"), row->account_id), GINT_TO_POINTER (row->access));
}

static gboolean
refuse_closed (GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A case was changed by an account that it was closed to."));
  return FALSE;
}

/* Who sees it all should know that somebody was shut out by a supervisor. */
static void
remark_on_closing (MusterVerifier *self, const MusterEntryCheck *check, const MusterAccount *account)
{
  const MusterAccount *by = g_hash_table_lookup (self->accounts, &check->signer);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, check->sequence);

  if (by != NULL && by->role == MUSTER_ROLE_SUPERVISOR)
    /* Translators: number of an entry, full name, full name, role */
    muster_verifier_remark (self, g_strdup_printf (_("Entry %s: %s, a supervisor, closed a case to %s (%s)."), sequence, by->full_name, account->full_name, muster_role_get_label (account->role)));
}

static gboolean
check_closing (MusterVerifier *self, const MusterEntryCheck *check, MusterCaseKind kind, gint64 case_id, const MusterAccessRow *row, GError **error)
{
  const MusterAccount *account = g_hash_table_lookup (self->accounts, &row->account_id), *by = g_hash_table_lookup (self->accounts, &check->signer);
  gboolean kept = TRUE;

  if (row->access != MUSTER_ACCESS_CLOSED || account == NULL || by == NULL)
    return TRUE;
  remark_on_closing (self, check, account);
  if (self->schema < MUSTER_SCHEMA_OF_TIES)
    return TRUE;
  return muster_verify_is_kept (self, check, kind, case_id, &kept, error) && muster_change_rule_check_closing (account->role, by->role, kept, error);
}

static gboolean
check_said (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  MusterCaseKind kind;
  MusterAccessRow row;

  if (!read_said (&change->after, &kind, &row, error))
    return FALSE;
  if (is_closed (self, kind, muster_row_view_get_int (&change->after, "case_id"), check->signer))
    return refuse_closed (error);
  if (!muster_change_rule_check_access (check->operation, &row, check->signer, error))
    return FALSE;
  note (self, &change->after, kind, &row);
  return check_closing (self, check, kind, muster_row_view_get_int (&change->after, "case_id"), &row, error);
}

gboolean
muster_verify_case_access (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  if (table == MUSTER_TABLE_CASE_ACCESS)
    return check_said (self, check, change, error);
  /* Most registers close nothing, and most rows are no case’s. */
  for (guint i = 0; g_hash_table_size (self->access) > 0 && i < G_N_ELEMENTS (belongs); i++)
    if (belongs[i].table == table && (!belongs[i].only_new || change->is_new))
      {
        gint64 id = belongs[i].column != NULL ? muster_row_view_get_int (&change->after, belongs[i].column) : change->id;

        if (id != 0 && is_closed (self, belongs[i].kind, id, check->signer))
          return refuse_closed (error);
      }
  return TRUE;
}

gboolean
muster_verify_case_access_load (MusterVerifier *self, gint64 before_entry, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, said_sql, error);
  int number = muster_table_get_number (MUSTER_TABLE_CASE_ACCESS);
  gboolean row;

  g_hash_table_remove_all (self->access);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, number);
  muster_statement_bind_int (statement, 2, before_entry);
  while (TRUE)
    {
      MusterAccessRow said;
      MusterCaseKind kind;
      MusterRowView view;
      const guint8 *bytes;
      gsize size;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      bytes = muster_statement_get_blob (statement, 0, &size);
      if (bytes != NULL && muster_row_view_read (&view, &self->shapes[number], bytes, size) && read_said (&view, &kind, &said, NULL))
        note (self, &view, kind, &said);
    }
}
