/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include "store/muster-import-lines.h"
#include "store/muster-import-table.h"

/* Later changes to the rows that the import made; the first column of rows that belong to a person says to whom. */
static const char *const later_sql =
  "SELECT l.entry, CASE WHEN e.table_number = 3 THEN e.row_id END, CASE WHEN e.table_number <> 3 THEN e.after END FROM journal_change e"
  " CROSS JOIN journal_change l ON l.table_number = e.table_number AND l.row_id = e.row_id AND l.id > e.id"
  " WHERE e.entry = ?1 AND e.before IS NULL AND e.table_number IN (3, 4, 5, 13)";

static const char *const last_sql = "SELECT max(entry) FROM journal_change WHERE table_number = ?1 AND row_id = ?2";

/* Rows about people that count, by the number of the table. */
static const struct
{
  gint64 table;
  const char *sql;
} others[] = {
  { MUSTER_UNDO_AFFILIATION, "SELECT assister_id, id FROM affiliation WHERE taken_back IS NULL" },
  { MUSTER_UNDO_CERTIFICATION, "SELECT assister_id, id FROM certification WHERE taken_back IS NULL" },
  { MUSTER_UNDO_EVIDENCE, "SELECT assister_id, id FROM evidence WHERE taken_back IS NULL" },
  { 6, "SELECT assister_id, id FROM corrective_action" },
  { 9, "SELECT assister_id, id FROM decision" },
  /* That a list was compared with is no work on a person; that somebody settled what it said is. */
  { 23, "SELECT assister_id, id FROM incident_person" },
  { 17, "SELECT assister_id, id FROM reconciliation_task WHERE closed_account IS NOT NULL" },
};
G_STATIC_ASSERT (MUSTER_TABLE_ACTION == 1 << 6 && MUSTER_TABLE_DECISION == 1 << 9 && MUSTER_TABLE_RECONCILIATION_TASK == 1 << 17 && MUSTER_TABLE_INCIDENT_PERSON == 1 << 23);

/* Who has now what somebody who was taken back was known by; by the column of the table of people. */
#define TAKEN(column)                                                                                                   \
  "SELECT a.id, b.id FROM assister a CROSS JOIN assister b ON b." column " = a." column " AND b." column " IS NOT NULL" \
  " WHERE a.taken_back IS NOT NULL AND a." column " IS NOT NULL AND b.taken_back IS NULL"

static const struct
{
  guint8 column;
  const char *sql;
} identifiers[] = {
  { 4, TAKEN ("email_key") },
  { 6, TAKEN ("npn") },
  { 7, TAKEN ("assister_id") },
  { 8, TAKEN ("training_id") },
  { 9, TAKEN ("admin_id") },
};

static void
touch (MusterUndoPlanning *planning, MusterUndoPerson *person, gint64 entry)
{
  if (entry != planning->entry && muster_import_history_counts (planning->imports, entry))
    person->touched_by = MAX (person->touched_by, entry);
}

static gint64
read_person (MusterStatement *statement)
{
  gsize size;
  const guint8 *after = muster_statement_get_blob (statement, 2, &size);
  MusterCell cell;

  if (after == NULL)
    return muster_statement_get_int (statement, 1);
  return muster_row_next (&after, &size, &cell) ? cell.integer : 0;
}

static gboolean
find_later_changes (MusterUndoPlanning *planning, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, later_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, planning->entry);
  while (TRUE)
    {
      MusterUndoPerson *person;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      person = muster_undo_people_find (planning, read_person (statement));
      if (person != NULL && person->is_new)
        touch (planning, person, muster_statement_get_int (statement, 0));
    }
}

static gboolean
is_of_import (MusterUndoPlanning *planning, const MusterUndoPerson *person, gint64 table, gint64 id)
{
  for (guint i = person->first_row; i < person->first_row + person->n_rows; i++)
    {
      const MusterUndoRow *row = &g_array_index (planning->rows, MusterUndoRow, i);

      if (row->table == table && row->id == id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_other_rows (MusterUndoPlanning *planning, gint64 table, const char *sql, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      MusterUndoPerson *person;
      gint64 id, entry;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      person = muster_undo_people_find (planning, muster_statement_get_int (statement, 0));
      id = muster_statement_get_int (statement, 1);
      if (person == NULL || !person->is_new || is_of_import (planning, person, table, id))
        continue;
      if (!muster_undo_look_up (planning, last_sql, table, id, &entry, error))
        return FALSE;
      touch (planning, person, entry);
    }
}

static gboolean
find_taken (MusterUndoPlanning *planning, guint8 column, const char *sql, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      MusterUndoPerson *person;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      person = muster_undo_people_find (planning, muster_statement_get_int (statement, 0));
      if (person == NULL || person->blocked_by != 0)
        continue;
      person->blocked_by = muster_statement_get_int (statement, 1);
      person->blocked_column = column;
    }
}

static gboolean
touch_listed (MusterUndoPlanning *planning, gint64 entry, GBytes *bytes, GError **error)
{
  g_autoptr (GArray) lines = muster_import_lines_decode (bytes, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const MusterImportLine *line = &g_array_index (lines, MusterImportLine, i);
      MusterUndoPerson *person = line->fate <= MUSTER_FATE_UNCHANGED && line->person != 0 ? muster_undo_people_find (planning, line->person) : NULL;

      if (person != NULL && person->is_new)
        touch (planning, person, entry);
    }
  return TRUE;
}

/* Another file that lists somebody vouches for the person, even if it said nothing new. */
static gboolean
find_later_imports (MusterUndoPlanning *planning, GError **error)
{
  GPtrArray *records = muster_import_history_get_records (planning->imports);

  for (guint i = 0; i < records->len; i++)
    {
      const MusterImport *record = records->pdata[i];
      gint64 entry = muster_import_history_get_entry (planning->imports, record->id);
      g_autoptr (GBytes) lines = NULL;

      if (entry <= planning->entry || record->undoes != 0 || !muster_import_history_counts (planning->imports, entry))
        continue;
      if (!muster_import_table_load_lines (planning->database, record->id, &lines, error) || (lines != NULL && !touch_listed (planning, entry, lines, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_undo_look_up (MusterUndoPlanning *planning, const char *sql, gint64 first, gint64 second, gint64 *value, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, sql, error);
  gboolean row;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, first);
  muster_statement_bind_int (statement, 2, second);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = muster_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
muster_undo_touched_find (MusterUndoPlanning *planning, GError **error)
{
  if (!planning->takes_back)
    {
      for (guint i = 0; i < G_N_ELEMENTS (identifiers); i++)
        if (!find_taken (planning, identifiers[i].column, identifiers[i].sql, error))
          return FALSE;
      return TRUE;
    }
  if (!find_later_changes (planning, error) || !find_later_imports (planning, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (!find_other_rows (planning, others[i].table, others[i].sql, error))
      return FALSE;
  return TRUE;
}
