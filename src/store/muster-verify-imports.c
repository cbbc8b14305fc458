/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule.h"
#include "domain/muster-error.h"

static const char *const undoes_sql = "SELECT coalesce (undoes, 0) FROM roster_import WHERE id = ?1";
static const char *const made_sql = "SELECT entry FROM journal_change WHERE table_number = ?1 AND row_id = ?2 AND before IS NULL";
static const char *const gone_sql =
  "SELECT a.id FROM assister a WHERE a.taken_back IS NOT NULL AND"
  " (EXISTS (SELECT 1 FROM affiliation WHERE assister_id = a.id AND taken_back IS NULL) OR"
  "  EXISTS (SELECT 1 FROM certification WHERE assister_id = a.id AND taken_back IS NULL) OR"
  "  EXISTS (SELECT 1 FROM evidence WHERE assister_id = a.id AND taken_back IS NULL) OR"
  "  EXISTS (SELECT 1 FROM corrective_action WHERE assister_id = a.id) OR EXISTS (SELECT 1 FROM decision WHERE assister_id = a.id)"
  "  OR EXISTS (SELECT 1 FROM incident_person WHERE assister_id = a.id)) LIMIT 1";

/* Sets @value to what @sql gives for one or two numbers; 0 if there is no row. */
static gboolean
look_up (MusterVerifier *self, const char *sql, gint64 first, gint64 second, gint64 *value, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, sql, error);
  gboolean row;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, first);
  if (second != 0)
    muster_statement_bind_int (statement, 2, second);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = muster_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
muster_verify_find_maker (MusterVerifier *self, int table_number, gint64 row_id, gint64 *entry, GError **error)
{
  return look_up (self, made_sql, table_number, row_id, entry, error);
}

gboolean
muster_verify_is_known (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, gint64 row_id, gboolean *known, GError **error)
{
  gint64 maker;

  if (!muster_verify_find_maker (self, muster_table_get_number (table), row_id, &maker, error))
    return FALSE;
  *known = maker != 0 && maker <= check->sequence;
  return TRUE;
}

/*
 * What the undoing @id concerns: over however many steps, the import of a file; each step turns round what it brings about. What the table says here is
 * compared with the journal by the replay.
 */
static gboolean
follow (MusterVerifier *self, MusterEntryCheck *check, gint64 id, gint64 undoes, GError **error)
{
  gint64 maker;

  check->undoing = id;
  check->takes_back = FALSE;
  while (undoes != 0)
    {
      check->takes_back = !check->takes_back;
      if (undoes >= id)
        return TRUE;
      id = undoes;
      if (!look_up (self, undoes_sql, id, 0, &undoes, error))
        return FALSE;
    }
  if (!muster_verify_find_maker (self, muster_table_get_number (MUSTER_TABLE_IMPORT), id, &maker, error))
    return FALSE;
  check->import_entry = maker < check->sequence ? maker : 0;
  return TRUE;
}

gboolean
muster_verify_import_record (MusterVerifier *self, MusterEntryCheck *check, gint64 id, const MusterRowView *before, const MusterRowView *after, GError **error)
{
  MusterImportRowChange change = { .is_new = before == NULL, .signer = check->signer };
  gint64 maker = 0;

  change.undoes = muster_row_view_get_int (after, "undoes");
  /* What it undoes stays as it was written down first. */
  change.made_here = before != NULL && id == check->import_made && change.undoes == muster_row_view_get_int (before, "undoes");
  change.account = muster_row_view_get_int (after, "account_id");
  if (change.undoes != 0 && !muster_verify_find_maker (self, muster_table_get_number (MUSTER_TABLE_IMPORT), change.undoes, &maker, error))
    return FALSE;
  change.undoes_known = maker != 0 && maker < check->sequence && check->undoing == 0;
  if (!muster_change_rule_check_import (check->operation, &change, error))
    return FALSE;
  if (!change.is_new)
    return TRUE;
  check->import_made = id;
  return change.undoes == 0 || follow (self, check, id, change.undoes, error);
}

gboolean
muster_verify_taken_back (MusterVerifier *self, MusterEntryCheck *check, const MusterChangeBytes *bytes, const MusterRowView *before, const MusterRowView *after, GError **error)
{
  MusterTakenBackChange change = {
    .before = before != NULL ? muster_row_view_get_int (before, "taken_back") : 0,
    .after = muster_row_view_get_int (after, "taken_back"),
    .undoing = check->undoing,
    .takes_back = check->takes_back,
  };
  gint64 maker = 0;

  if (before == NULL && !muster_change_rule_check_added (check->operation, error))
    return FALSE;
  if (change.before == change.after)
    return TRUE;
  if (check->import_entry != 0 && !muster_verify_find_maker (self, bytes->table_number, bytes->row_id, &maker, error))
    return FALSE;
  change.is_of_import = maker != 0 && maker == check->import_entry;
  return muster_change_rule_check_taken_back (check->operation, &change, error);
}

gboolean
muster_verify_gone (MusterVerifier *self, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, gone_sql, error);
  g_autofree char *code = NULL, *what = NULL;
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  code = muster_assister_dup_code (muster_statement_get_int (statement, 0));
  /* Translators: P-17 */
  what = g_strdup_printf (_("%s was taken back with an import, but something about the person still counts."), code);
  return muster_verifier_blame (self, self->newest, what);
}
