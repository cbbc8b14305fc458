/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include "domain/muster-evidence.h"

/* What the row says, and what counts about the same without it. */
static const char *const claim_sql =
  "SELECT e.requirement, e.said, e.on_day, e.expires, p.said, p.on_day, p.expires FROM evidence e"
  " LEFT JOIN evidence p ON p.id = (SELECT max(o.id) FROM evidence o WHERE o.assister_id = e.assister_id AND o.requirement = e.requirement AND o.id <> e.id AND"
  "  o.superseded_by IS NULL AND o.taken_back IS NULL AND o.import_id IS NOT e.import_id)"
  " WHERE e.id = ?1 AND e.superseded_by IS NULL AND (p.id IS NULL OR p.id < e.id)";

static const char *const tasks_sql =
  "SELECT t.assister_id, t.said FROM journal_change c JOIN reconciliation_task t ON t.id = c.row_id"
  " WHERE c.entry = ?1 AND c.table_number = ?2 AND c.before IS NULL AND t.state = 'open' ORDER BY t.id";

/* The columns of claim_sql that hold what people know as a field. */
static const struct
{
  const char *requirement;
  MusterImportField field;
  int column;
} claims[] = {
  { MUSTER_EVIDENCE_STATUS, MUSTER_FIELD_STATUS, 1 },
  { MUSTER_EVIDENCE_CERTIFICATION, MUSTER_FIELD_CERTIFIED_ON, 2 },
  { MUSTER_EVIDENCE_CERTIFICATION, MUSTER_FIELD_CERTIFIED_THROUGH, 3 },
  { MUSTER_EVIDENCE_END, MUSTER_FIELD_ENDED_ON, 2 },
  { MUSTER_EVIDENCE_LICENCE, MUSTER_FIELD_LICENCE_EXPIRES, 3 },
};

#define COLUMNS_APART 3

static gboolean
is_about (const char *text, const char *requirement)
{
  gsize length = strcspn (text, ":");

  return strlen (requirement) == length && strncmp (text, requirement, length) == 0;
}

gboolean
muster_undo_claims_show (MusterUndoPlanning *planning, const MusterUndoRow *row, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, claim_sql, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, row->id);
  if (!muster_statement_step (statement, &found, error))
    return FALSE;
  for (guint i = 0; found && i < G_N_ELEMENTS (claims); i++)
    {
      const char *with = muster_statement_get_text (statement, claims[i].column);
      const char *without = muster_statement_get_text (statement, claims[i].column + COLUMNS_APART);

      if (is_about (muster_statement_get_text (statement, 0), claims[i].requirement) && g_strcmp0 (with, without) != 0)
        muster_undo_planning_restore (planning, row->person, MUSTER_UNDO_ELSEWHERE, claims[i].field, planning->takes_back ? with : without, planning->takes_back ? without : with);
    }
  return TRUE;
}

gboolean
muster_undo_claims_find_tasks (MusterUndoPlanning *planning, GError **error)
{
  g_autoptr (MusterStatement) statement = planning->takes_back ? muster_database_prepare (planning->database, tasks_sql, error) : NULL;
  gboolean found = TRUE;

  if (!planning->takes_back)
    return TRUE;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, planning->entry);
  muster_statement_bind_int (statement, 2, MUSTER_UNDO_TASK);
  while (muster_statement_step (statement, &found, error) && found)
    {
      const MusterUndoSaying saying = {
        .rule = MUSTER_UNDO_TASK_STAYS,
        .person = muster_statement_get_int (statement, 0),
        .now = muster_statement_get_text (statement, 1),
      };

      if (!muster_undo_people_go_away (planning, saying.person) && !muster_undo_findings_add (planning, &saying, error))
        return FALSE;
    }
  return !found;
}
