/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-journal-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-row-view.h"

/* The person's rows, by the numbers that tables have in the journal. */
G_STATIC_ASSERT (MUSTER_TABLE_ASSISTER == MUSTER_TABLE_NUMBERED (3) && MUSTER_TABLE_AFFILIATION == MUSTER_TABLE_NUMBERED (4) && MUSTER_TABLE_CERTIFICATION == MUSTER_TABLE_NUMBERED (5));
G_STATIC_ASSERT (MUSTER_TABLE_EVIDENCE == MUSTER_TABLE_NUMBERED (13) && MUSTER_TABLE_DIFFERENT_PERSON == MUSTER_TABLE_NUMBERED (15) && MUSTER_TABLE_RECONCILIATION_TASK == MUSTER_TABLE_NUMBERED (17));
G_STATIC_ASSERT (MUSTER_TABLE_ACTION == MUSTER_TABLE_NUMBERED (6) && MUSTER_TABLE_ACTION_STEP == MUSTER_TABLE_NUMBERED (8) && MUSTER_TABLE_DECISION == MUSTER_TABLE_NUMBERED (9));

#define ENTRIES "SELECT e.sequence, e.time, e.account_id, a.name, a.full_name, e.role, e.operation, e.subject, e.reason, e.detail, e.changes, e.hash" \
                " FROM journal_entry e LEFT JOIN account a ON a.id = e.account_id"                                                                    \
                " WHERE (?1 IS NULL OR e.operation = ?1) AND e.sequence < ?2"
#define NEWEST_FIRST " ORDER BY e.sequence DESC LIMIT ?3"

/* From the few rows of a person to their changes, never the other way round. */
#define TOUCHED(table, number) "SELECT c.entry FROM " table " t CROSS JOIN journal_change c ON c.table_number = " number " AND c.row_id = t.id WHERE t.assister_id = ?5"
#define OF_CASE(table) "SELECT e.sequence FROM " table " t CROSS JOIN journal_entry e ON e.subject = t.number WHERE t.assister_id = ?5"
#define OF_INCIDENT                                                                                                                           \
  "SELECT e.sequence FROM incident_person t CROSS JOIN incident i ON i.id = t.incident_id CROSS JOIN journal_entry e ON e.subject = i.number" \
  " WHERE t.assister_id = ?5"

#define OF_PERSON                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        \
  " AND e.sequence IN (SELECT sequence FROM journal_entry WHERE subject = ?4"                                                                                                                                                                                                                                                                                                                                                                                                                                                                            \
  " UNION SELECT entry FROM journal_change WHERE table_number = 3 AND row_id = ?5"                                                                                                                                                                                                                                                                                                                                                                                                                                                                       \
  " UNION " TOUCHED ("affiliation", "4") " UNION " TOUCHED ("certification", "5") " UNION " TOUCHED ("corrective_action", "6") " UNION " TOUCHED ("decision", "9") " UNION " TOUCHED ("evidence", "13") " UNION " TOUCHED ("different_person", "15") " UNION " TOUCHED ("reconciliation_task", "17") " UNION " TOUCHED ("incident_person", "23") " UNION " OF_INCIDENT " UNION " OF_CASE ("corrective_action") " UNION " OF_CASE ("decision") " UNION SELECT c.entry FROM corrective_action t CROSS JOIN corrective_action_step s ON s.action_id = t.id" \
                                                                                                                                                                                                                                                                                                                                                                                                                                              " CROSS JOIN journal_change c ON c.table_number = 8 AND c.row_id = s.id WHERE t.assister_id = ?5)"

static const char *const all_sql = ENTRIES NEWEST_FIRST;
static const char *const subject_sql = ENTRIES " AND e.subject = ?4" NEWEST_FIRST;
static const char *const person_sql = ENTRIES OF_PERSON NEWEST_FIRST;

static const char *const changes_sql = "SELECT table_number, row_id, before, after FROM journal_change WHERE entry = ?1 ORDER BY id LIMIT ?2";

#define OF_ENTRY(table, number, join, where) \
  " UNION SELECT c.id FROM " table " t " join " CROSS JOIN journal_change c ON c.table_number = " number " AND c.row_id = " where " WHERE t.assister_id = ?3 AND c.entry = ?1"
#define OF_CASES(table, key, number, rows) OF_ENTRY (table, number, "CROSS JOIN " rows " r ON r." key " = t.id", "r.id")

static const char *const person_changes_sql =
  "SELECT table_number, row_id, before, after FROM journal_change"
  " WHERE id IN (SELECT id FROM journal_change WHERE table_number = 3 AND row_id = ?3 AND entry = ?1" OF_ENTRY ("affiliation", "4", "", "t.id") OF_ENTRY ("certification", "5", "", "t.id") OF_CASES ("certification", "certification_id", "32", "exit_item")
    OF_ENTRY ("corrective_action", "6", "", "t.id") OF_CASES ("corrective_action", "action_id", "7", "corrective_action_clause")
      OF_CASES ("corrective_action", "action_id", "8", "corrective_action_step") OF_CASES ("corrective_action", "action_id", "30", "corrective_action_follow_up")
        OF_ENTRY ("evidence", "13", "", "t.id") OF_ENTRY ("different_person", "15", "", "t.id") OF_ENTRY ("reconciliation_task", "17", "", "t.id") OF_ENTRY ("incident_person", "23", "", "t.id") OF_ENTRY ("incident_person", "22", "", "t.incident_id")
          OF_ENTRY ("incident_person", "24", "CROSS JOIN incident_clause r ON r.incident_id = t.incident_id", "r.id")
            OF_ENTRY ("incident_person", "25", "CROSS JOIN incident_report r ON r.incident_id = t.incident_id", "r.id") OF_ENTRY ("decision", "9", "", "t.id") OF_CASES ("decision", "decision_id", "10", "decision_clause") ") ORDER BY id LIMIT ?2";

static MusterJournalEntry *
read_entry (MusterStatement *statement)
{
  MusterJournalEntry *entry = g_new0 (MusterJournalEntry, 1);
  const guint8 *hash;
  gsize size;

  entry->sequence = muster_statement_get_int (statement, 0);
  entry->time = muster_statement_get_int (statement, 1);
  entry->account_id = muster_statement_get_int (statement, 2);
  entry->account = muster_statement_dup_text (statement, 3);
  entry->account_name = muster_statement_dup_text (statement, 4);
  entry->role = muster_statement_dup_text (statement, 5);
  entry->operation = muster_statement_dup_text (statement, 6);
  entry->subject = muster_statement_dup_text (statement, 7);
  entry->reason = muster_statement_dup_text (statement, 8);
  entry->detail = muster_statement_dup_text (statement, 9);
  entry->n_changes = (guint) muster_statement_get_int (statement, 10);
  hash = muster_statement_get_blob (statement, 11, &size);
  if (size == sizeof entry->hash)
    memcpy (entry->hash, hash, size);
  return entry;
}

static GPtrArray *
read_entries (MusterStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_journal_entry_free);
  gboolean row;

  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }
}

static gint64
as_limit (guint limit)
{
  return limit != 0 ? (gint64) limit : -1;
}

/* A row before or after; all NULL where there was none. */
static gboolean
read_view (MusterStatement *statement, int column, const MusterTableShape *shape, MusterRowView *view)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);

  *view = (MusterRowView) { .shape = shape };
  return bytes == NULL || muster_row_view_read (view, shape, bytes, size);
}

static MusterJournalChange *
make_change (const MusterTableShape *shape, const MusterRowView *before, const MusterRowView *after)
{
  MusterJournalChange *change = g_new0 (MusterJournalChange, 1);

  change->columns = g_new0 (char *, shape->n_columns + 1);
  change->before = g_new0 (char *, shape->n_columns + 1);
  change->after = g_new0 (char *, shape->n_columns + 1);
  for (guint i = 0; i < shape->n_columns; i++)
    {
      if (muster_cell_equal (&before->cells[i], &after->cells[i]))
        continue;
      change->columns[change->n] = g_strdup (shape->columns[i]);
      change->before[change->n] = muster_cell_dup_text (&before->cells[i]);
      change->after[change->n] = muster_cell_dup_text (&after->cells[i]);
      change->n++;
    }
  return change;
}

static MusterJournalChange *
read_change (MusterStatement *statement, const MusterTableShape *shape, const char *table, GError **error)
{
  MusterRowView before, after;
  MusterJournalChange *change;

  if (!read_view (statement, 2, shape, &before) || !read_view (statement, 3, shape, &after))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("A change to “%s” in the journal cannot be read. Verify the journal."), table);
      return NULL;
    }
  change = make_change (shape, &before, &after);
  change->table = g_strdup (table);
  change->row_id = muster_statement_get_int (statement, 1);
  return change;
}

/* The shapes of tables, loaded as they are met. */
typedef struct
{
  MusterTableShape tables[MUSTER_N_TABLES];
} Shapes;

static void
shapes_free (Shapes *shapes)
{
  for (guint i = 0; i < MUSTER_N_TABLES; i++)
    muster_table_shape_clear (&shapes->tables[i]);
  g_free (shapes);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shapes, shapes_free)

static MusterJournalChange *
read_next_change (MusterDatabase *database, MusterStatement *statement, Shapes *shapes, GError **error)
{
  gint64 number = muster_statement_get_int (statement, 0);
  MusterTableShape *shape;
  const char *table;

  if (number < 0 || number >= MUSTER_N_TABLES)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("A change in the journal is to a table that there is not. Verify the journal."));
      return NULL;
    }
  shape = &shapes->tables[number];
  table = muster_table_get_name (MUSTER_TABLE_NUMBERED (number));
  if (shape->n_columns == 0 && !muster_table_shape_load (database, table, shape, error))
    return NULL;
  return read_change (statement, shape, table, error);
}

void
muster_journal_entry_free (MusterJournalEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->account);
  g_free (entry->account_name);
  g_free (entry->role);
  g_free (entry->operation);
  g_free (entry->subject);
  g_free (entry->reason);
  g_free (entry->detail);
  g_free (entry);
}

void
muster_journal_change_free (MusterJournalChange *change)
{
  if (change == NULL)
    return;
  for (guint i = 0; i < change->n; i++)
    {
      g_free (change->columns[i]);
      g_free (change->before[i]);
      g_free (change->after[i]);
    }
  g_free (change->columns);
  g_free (change->before);
  g_free (change->after);
  g_free (change->table);
  g_free (change);
}

GPtrArray *
muster_journal_query_list (MusterDatabase *database, const MusterJournalFilter *filter, GError **error)
{
  g_autofree char *subject = muster_text_dup_tidy (filter->subject);
  gint64 person = muster_assister_parse_code (subject);
  g_autofree char *code = person != 0 ? muster_assister_dup_code (person) : NULL;
  const char *sql = subject != NULL ? subject_sql : all_sql;
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, person != 0 ? person_sql : sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, filter->operation);
  muster_statement_bind_int (statement, 2, filter->before != 0 ? filter->before : G_MAXINT64);
  muster_statement_bind_int (statement, 3, as_limit (filter->limit));
  if (subject != NULL)
    muster_statement_bind_text (statement, 4, code != NULL ? code : subject);
  if (person != 0)
    muster_statement_bind_int (statement, 5, person);
  return read_entries (statement, error);
}

static GPtrArray *
read_changes (MusterDatabase *database, MusterStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_journal_change_free);
  g_autoptr (Shapes) shapes = g_new0 (Shapes, 1);
  gboolean row;

  while (TRUE)
    {
      MusterJournalChange *change;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&changes);
      change = read_next_change (database, statement, shapes, error);
      if (change == NULL)
        return NULL;
      g_ptr_array_add (changes, change);
    }
}

GPtrArray *
muster_journal_query_changes (MusterDatabase *database, gint64 sequence, guint limit, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, changes_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, sequence);
  muster_statement_bind_int (statement, 2, as_limit (limit));
  return read_changes (database, statement, error);
}

GPtrArray *
muster_journal_query_person_changes (MusterDatabase *database, gint64 sequence, gint64 person, guint limit, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, person_changes_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, sequence);
  muster_statement_bind_int (statement, 2, as_limit (limit));
  muster_statement_bind_int (statement, 3, person);
  return read_changes (database, statement, error);
}

char *
muster_journal_detail_dup (const char *detail, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (detail != NULL ? detail : "", "\n", -1);
  gsize length = strlen (key);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strncmp (lines[i], key, length) == 0 && lines[i][length] == '=')
      return g_strdup (lines[i] + length + 1);
  return NULL;
}

gboolean
muster_journal_query_dup_detail (MusterDatabase *database, const char *operation, const char *subject, const char *key, char **value, GError **error)
{
  MusterJournalFilter filter = { .subject = subject, .operation = operation, .limit = 1 };
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, error);

  *value = entries != NULL && entries->len > 0 ? muster_journal_detail_dup (((const MusterJournalEntry *) entries->pdata[0])->detail, key) : NULL;
  return entries != NULL;
}
