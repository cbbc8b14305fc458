/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

/* The event itself, and the newest of those that were recorded in the role since, and count. */
static const char *const role_sql =
  "SELECT e.type, e.taken_back, e.superseded_by, e.from_state = 'none',"
  " (SELECT max(o.id) FROM certification o WHERE o.assister_id = e.assister_id AND o.type = e.type AND o.id > e.id AND o.taken_back IS NULL AND"
  "  NOT EXISTS (SELECT 1 FROM journal_change c WHERE c.table_number = 5 AND c.row_id = o.id AND c.entry = ?2))"
  " FROM certification e WHERE e.id = ?1";

static const char *const made_sql = "SELECT entry FROM journal_change WHERE table_number = ?1 AND row_id = ?2 AND before IS NULL";

static gboolean
say_used (MusterUndoPlanning *planning, gint64 person, const char *type, gint64 event, GError **error)
{
  MusterUndoSaying saying = { .rule = MUSTER_UNDO_ROLE_USED, .person = person, .field = MUSTER_FIELD_TYPE, .imported = type, .now = type };

  if (!muster_undo_look_up (planning, made_sql, MUSTER_UNDO_CERTIFICATION, event, &saying.entry, error))
    return FALSE;
  return muster_undo_findings_add (planning, &saying, error);
}

/* What a step in a role goes back from or to is its state; that the role itself comes or goes is what people see. */
static void
show_change (MusterUndoPlanning *planning, gint64 person, const char *type, gboolean is_first)
{
  if (is_first)
    muster_undo_planning_restore (planning, person, MUSTER_UNDO_ELSEWHERE, MUSTER_FIELD_TYPE, planning->takes_back ? type : NULL, planning->takes_back ? NULL : type);
}

/* A step in a role goes back, or comes again, as long as nothing was recorded in the role since. */
static gboolean
plan_role (MusterUndoPlanning *planning, const MusterUndoRow *row, gboolean *is_restored, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, role_sql, error);
  gboolean found, is_away;
  gint64 other;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, row->id);
  muster_statement_bind_int (statement, 2, planning->entry);
  if (!muster_statement_step (statement, &found, error))
    return FALSE;
  is_away = found && muster_statement_get_int (statement, 1) != 0;
  if (!found || is_away == planning->takes_back)
    return TRUE;
  other = MAX (muster_statement_get_int (statement, 2), muster_statement_get_int (statement, 4));
  if (other != 0)
    return say_used (planning, row->person, muster_statement_get_text (statement, 0), other, error);
  show_change (planning, row->person, muster_statement_get_text (statement, 0), muster_statement_get_int (statement, 3) != 0);
  muster_undo_planning_take (planning, row);
  *is_restored = TRUE;
  return TRUE;
}

gboolean
muster_undo_roles_plan (MusterUndoPlanning *planning, const MusterUndoPerson *person, gboolean *is_restored, GError **error)
{
  for (guint i = person->first_row; i < person->first_row + person->n_rows; i++)
    {
      const MusterUndoRow *row = &g_array_index (planning->rows, MusterUndoRow, i);

      if (row->is_new && row->table == MUSTER_UNDO_CERTIFICATION && !plan_role (planning, row, is_restored, error))
        return FALSE;
      /* On what a file claimed nothing else can rest. */
      if (row->is_new && row->table == MUSTER_UNDO_EVIDENCE)
        {
          if (!muster_undo_claims_show (planning, row, error))
            return FALSE;
          muster_undo_planning_take (planning, row);
          *is_restored = TRUE;
        }
    }
  return TRUE;
}
