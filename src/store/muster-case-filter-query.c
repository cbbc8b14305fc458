/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-filter-query.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-operation-rule.h"
#include "store/muster-account-table.h"
#include "store/muster-case-sight-query.h"
#include "store/muster-database-private.h"
#include "store/muster-own-person-query.h"
#include "store/muster-row-view.h"
#include "store/muster-table-private.h"

G_STATIC_ASSERT (MUSTER_CASE_INCIDENT == 0 && MUSTER_CASE_ACTION == 1 && MUSTER_CASE_DECISION == 2 && MUSTER_N_CASE_KINDS == 3);

#define CLIENT_DATA "muster-case-filter"

/* Beside the kinds of cases. */
#define ENTRY MUSTER_N_CASE_KINDS /* 3 */
#define DOCUMENT (MUSTER_N_CASE_KINDS + 1) /* 4 */
#define N_SETS (MUSTER_N_CASE_KINDS + 2)

#define INCIDENT(column) "muster_closed (0, " column ")"
#define ACTION(column) "muster_closed (1, " column ")"
#define DECISION(column) "muster_closed (2, " column ")"

#define OF_EVENT(id) "EXISTS (SELECT 1 FROM main.certification v WHERE v.id = " id " AND (" DECISION ("v.decision_id") " OR " ACTION ("v.action_id") "))"
#define OF_LETTER(l) \
  "CASE " l ".about WHEN 'action' THEN " ACTION (l ".about_id") " WHEN 'decision' THEN " DECISION (l ".about_id") " WHEN 'certification' THEN " OF_EVENT (l ".about_id") " ELSE 0 END"
#define SNOOZED_KIND(row) "substr (" row ".item, 1, instr (" row ".item, ':') - 1)"
#define SNOOZED_ID(row) "CAST (substr (" row ".item, instr (" row ".item, ':') + 1) AS INTEGER)"
#define OF_SNOOZE(row)                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       \
  "CASE WHEN " SNOOZED_KIND (row) " = 'incident-report' THEN " INCIDENT (SNOOZED_ID (row)) " WHEN " SNOOZED_KIND (row) " IN ('action-overdue', 'action-due', 'check-due', 'extension-waiting', 'escalation-proposed') THEN " ACTION (SNOOZED_ID (row)) " WHEN " SNOOZED_KIND (row) " = 'step-overdue' THEN EXISTS (SELECT 1 FROM main.corrective_action_step s WHERE s.id = " SNOOZED_ID (row) " AND " ACTION ("s.action_id") ")"                                                                                                                                                                                                                                                                                                                                                                                                                            \
                                                                                                                                                                                                                                                                                                                                                                                                                              " WHEN " SNOOZED_KIND (row) " IN ('decision-waiting', 'review-closing') THEN " DECISION (SNOOZED_ID (row)) " WHEN " SNOOZED_KIND (row) " = 'review-waiting' THEN EXISTS (SELECT 1 FROM main.review s WHERE s.id = " SNOOZED_ID (row) " AND " DECISION ("s.decision_id") ")"                                                                                                                                                    \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      " WHEN " SNOOZED_KIND (row) " = 'letter-unserved' THEN EXISTS (SELECT 1 FROM main.letter l WHERE l.id = " SNOOZED_ID (row) " AND " OF_LETTER ("l") ")" \
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         " ELSE 0 END"
#define OF_ACCESS(row) "muster_closed (CASE " row ".kind WHEN 'incident' THEN 0 WHEN 'action' THEN 1 ELSE 2 END, " row ".case_id)"

/* The one list of what tells of a case: whether a row of the table does of one that is closed; and what else may not be added. */
static const struct
{
  MusterTable table;
  const char *closed;
  const char *added;
} tables[] = {
  { MUSTER_TABLE_INCIDENT, INCIDENT ("ROW.id"), NULL },
  { MUSTER_TABLE_INCIDENT_PERSON, INCIDENT ("ROW.incident_id"), NULL },
  { MUSTER_TABLE_INCIDENT_CLAUSE, INCIDENT ("ROW.incident_id"), NULL },
  { MUSTER_TABLE_INCIDENT_REPORT, INCIDENT ("ROW.incident_id"), NULL },
  { MUSTER_TABLE_ATTACHMENT, INCIDENT ("ROW.incident_id"), NULL },
  { MUSTER_TABLE_ACTION, ACTION ("ROW.id"), INCIDENT ("ROW.incident_id") },
  { MUSTER_TABLE_ACTION_CLAUSE, ACTION ("ROW.action_id"), NULL },
  { MUSTER_TABLE_ACTION_STEP, ACTION ("ROW.action_id"), NULL },
  { MUSTER_TABLE_FOLLOW_UP, ACTION ("ROW.action_id"), NULL },
  { MUSTER_TABLE_DECISION, DECISION ("ROW.id"), DECISION ("ROW.calls_off") },
  { MUSTER_TABLE_DECISION_CLAUSE, DECISION ("ROW.decision_id"), NULL },
  { MUSTER_TABLE_DECISION_ACTION, "(" DECISION ("ROW.decision_id") " OR " ACTION ("ROW.action_id") ")", NULL },
  { MUSTER_TABLE_REVIEW, DECISION ("ROW.decision_id"), NULL },
  { MUSTER_TABLE_LETTER, OF_LETTER ("ROW"), NULL },
  { MUSTER_TABLE_LETTER_SERVICE, "EXISTS (SELECT 1 FROM main.letter l WHERE l.id = ROW.letter_id AND " OF_LETTER ("l") ")", NULL },
  { MUSTER_TABLE_CASE_ACCESS, OF_ACCESS ("ROW"), NULL },
  { MUSTER_TABLE_SNOOZE, OF_SNOOZE ("ROW"), NULL },
};

/* What the register says of somebody, which the one it is about does not change. A record that is new is nobody’s yet. */
static const struct
{
  MusterTable table;
  const char *person;
} told[] = {
  { MUSTER_TABLE_ASSISTER, "NEW.id" },
  { MUSTER_TABLE_AFFILIATION, "NEW.assister_id" },
  { MUSTER_TABLE_CERTIFICATION, "NEW.assister_id" },
  { MUSTER_TABLE_EVIDENCE, "NEW.assister_id" },
  { MUSTER_TABLE_ACTION, "NEW.assister_id" },
  { MUSTER_TABLE_DECISION, "NEW.assister_id" },
  { MUSTER_TABLE_EXIT_ITEM, "(SELECT v.assister_id FROM main.certification v WHERE v.id = NEW.certification_id)" },
};

/* What is covered beside: the journal of closed cases, their files, and what a certification’s history says of why. */
static const char *const other_views =
  "CREATE TEMP VIEW journal_entry AS SELECT * FROM main.journal_entry WHERE NOT muster_closed (3, sequence);"
  "CREATE TEMP VIEW journal_change AS SELECT * FROM main.journal_change WHERE NOT muster_closed (3, entry);"
  "CREATE TEMP VIEW document AS SELECT * FROM main.document WHERE NOT muster_closed (4, id);"
  "CREATE TEMP VIEW document_content AS SELECT * FROM main.document_content WHERE NOT muster_closed (4, id);";

static const char *const other_names[] = { "journal_entry", "journal_change", "document", "document_content", "certification" };

static const char *const made_sql = "SELECT count (*) FROM temp.sqlite_schema";
static const char *const newest_sql = "SELECT max (sequence) FROM main.journal_entry";

/* What a guard refused, and so the answer. */
typedef enum
{
  REFUSED_CLOSED,
  REFUSED_OWN_CASE,
  REFUSED_OWN,
} Refused;

/*
 * What is closed on one connection. @own, @people: what concerns the account, open to it or not, and who it is. @mode, @account, @sequence: what was asked last,
 * of whom, and the newest entry then.
 */
typedef struct
{
  MusterDatabase *database;
  GHashTable *closed[N_SETS];
  GHashTable *own[MUSTER_N_CASE_KINDS];
  GHashTable *people;
  Refused refused;
  MusterCaseFilterMode mode;
  MusterCaseFilterMode made; /* of which there are views or triggers */
  MusterAccount *account;
  gint64 sequence;
} Filter;

static GHashTable *
ids_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  for (guint i = 0; i < N_SETS; i++)
    g_hash_table_unref (filter->closed[i]);
  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    g_hash_table_unref (filter->own[i]);
  g_hash_table_unref (filter->people);
  g_clear_pointer (&filter->account, muster_account_free);
  g_free (filter);
}

static Filter *
get_filter (MusterDatabase *database)
{
  return sqlite3_get_clientdata (muster_database_get_handle (database), CLIENT_DATA);
}

/* SQL: muster_closed (set, id). A case about the account may be open to it, and is changed by others even so. */
static void
closed_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  Filter *filter = sqlite3_user_data (context);
  gint64 set = sqlite3_value_int64 (values[0]), id = sqlite3_value_int64 (values[1]);
  gboolean is_closed = set >= 0 && set < N_SETS && g_hash_table_contains (filter->closed[set], &id);
  gboolean is_own = !is_closed && filter->made == MUSTER_CASE_FILTER_GUARDS && set >= 0 && set < MUSTER_N_CASE_KINDS && g_hash_table_contains (filter->own[set], &id);

  if (is_closed || is_own)
    filter->refused = is_own ? REFUSED_OWN_CASE : REFUSED_CLOSED;
  sqlite3_result_int (context, is_closed || is_own);
}

/* SQL: muster_own (id of a person). */
static void
own_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  Filter *filter = sqlite3_user_data (context);
  gint64 id = sqlite3_value_int64 (values[0]);
  gboolean is_own = g_hash_table_contains (filter->people, &id);

  if (is_own)
    filter->refused = REFUSED_OWN;
  sqlite3_result_int (context, is_own);
}

/* SQL: muster_refuse_closed (), called by the triggers that guard. */
static void
refuse_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  sqlite3_result_error (context, "closed", -1);
  sqlite3_result_error_code (context, SQLITE_CONSTRAINT_FUNCTION);
}

gboolean
muster_case_filter_query_attach (MusterDatabase *database, GError **error)
{
  sqlite3 *handle = muster_database_get_handle (database);
  Filter *filter = g_new0 (Filter, 1);

  filter->database = database;
  filter->people = ids_new ();
  for (guint i = 0; i < N_SETS; i++)
    filter->closed[i] = ids_new ();
  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    filter->own[i] = ids_new ();
  if (sqlite3_set_clientdata (handle, CLIENT_DATA, filter, filter_free) != SQLITE_OK ||
      sqlite3_create_function_v2 (handle, "muster_closed", 2, SQLITE_UTF8, filter, closed_cb, NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_create_function_v2 (handle, "muster_own", 1, SQLITE_UTF8, filter, own_cb, NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_create_function_v2 (handle, "muster_refuse_closed", 0, SQLITE_UTF8, filter, refuse_cb, NULL, NULL, NULL) != SQLITE_OK)
    return muster_database_fail (database, "functions", error);
  return TRUE;
}

static char *
dup_condition (const char *condition, const char *row)
{
  GString *text = g_string_new (condition);

  g_string_replace (text, "ROW", row, 0);
  return g_string_free_and_steal (text);
}

static void
append_view (GString *sql, const char *name, const char *closed)
{
  g_autofree char *condition = dup_condition (closed, "r");

  g_string_append_printf (sql, "CREATE TEMP VIEW %1$s AS SELECT r.* FROM main.%1$s r WHERE NOT (%2$s);", name, condition);
}

/* A history stands as it is, without why. */
static gboolean
append_certification (Filter *filter, GString *sql, GError **error)
{
  MusterTableShape shape;

  if (!muster_table_shape_load (filter->database, "certification", &shape, error))
    return FALSE;
  g_string_append (sql, "CREATE TEMP VIEW certification AS SELECT id");
  for (guint i = 0; i < shape.n_columns; i++)
    if (g_str_equal (shape.columns[i], "reason"))
      g_string_append (sql, ", CASE WHEN " DECISION ("decision_id") " OR " ACTION ("action_id") " THEN NULL ELSE reason END AS reason");
    else
      g_string_append_printf (sql, ", %s", shape.columns[i]);
  g_string_append (sql, " FROM main.certification;");
  muster_table_shape_clear (&shape);
  return TRUE;
}

static void
append_guards (GString *sql, const char *name, const char *closed, const char *added)
{
  g_autofree char *changed = dup_condition (closed, "NEW"), *more = added != NULL ? dup_condition (added, "NEW") : NULL;

  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER guard_%1$s_insert BEFORE INSERT ON main.%1$s WHEN %2$s%3$s%4$s BEGIN SELECT muster_refuse_closed (); END;"
                          "CREATE TEMP TRIGGER guard_%1$s_update BEFORE UPDATE ON main.%1$s WHEN %2$s BEGIN SELECT muster_refuse_closed (); END;",
                          name, changed, more != NULL ? " OR " : "", more != NULL ? more : "");
}

static void
append_own_guards (GString *sql, const char *name, const char *person)
{
  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER guard_own_%1$s_insert BEFORE INSERT ON main.%1$s WHEN muster_own (%2$s) BEGIN SELECT muster_refuse_closed (); END;"
                          "CREATE TEMP TRIGGER guard_own_%1$s_update BEFORE UPDATE ON main.%1$s WHEN muster_own (%2$s) BEGIN SELECT muster_refuse_closed (); END;",
                          name, person);
}

/* A connection that reads is told so again afterwards. */
static gboolean
execute (Filter *filter, const char *sql, GError **error)
{
  gboolean reads = sqlite3_db_readonly (muster_database_get_handle (filter->database), "main") == 1;

  if (reads && !muster_database_execute (filter->database, "PRAGMA query_only = OFF", error))
    return FALSE;
  return muster_database_execute (filter->database, sql, error) && (!reads || muster_database_execute (filter->database, "PRAGMA query_only = ON", error));
}

static gboolean
make (Filter *filter, MusterCaseFilterMode mode, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (mode == MUSTER_CASE_FILTER_SHOWS)
      append_view (sql, muster_table_get_name (tables[i].table), tables[i].closed);
    else
      append_guards (sql, muster_table_get_name (tables[i].table), tables[i].closed, tables[i].added);
  for (guint i = 0; mode == MUSTER_CASE_FILTER_GUARDS && i < G_N_ELEMENTS (told); i++)
    append_own_guards (sql, muster_table_get_name (told[i].table), told[i].person);
  if (mode == MUSTER_CASE_FILTER_SHOWS)
    {
      g_string_append (sql, other_views);
      if (!append_certification (filter, sql, error))
        return FALSE;
    }
  filter->made = mode;
  return execute (filter, sql->str, error);
}

static gboolean
drop (Filter *filter, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const char *name = muster_table_get_name (tables[i].table);

      g_string_append_printf (sql, "DROP VIEW IF EXISTS temp.%1$s; DROP TRIGGER IF EXISTS temp.guard_%1$s_insert; DROP TRIGGER IF EXISTS temp.guard_%1$s_update;", name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    g_string_append_printf (sql, "DROP VIEW IF EXISTS temp.%s;", other_names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const char *name = muster_table_get_name (told[i].table);

      g_string_append_printf (sql, "DROP TRIGGER IF EXISTS temp.guard_own_%1$s_insert; DROP TRIGGER IF EXISTS temp.guard_own_%1$s_update;", name);
    }
  filter->made = MUSTER_CASE_FILTER_NONE;
  return execute (filter, sql->str, error);
}

static gboolean
gather (Filter *filter, guint set, const char *sql, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (filter->database, sql, error);
  g_autoptr (GArray) ids = statement != NULL ? muster_table_collect_ids (statement, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (filter->closed[set], g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return ids != NULL;
}

static gboolean
has_number (MusterTable table)
{
  return table == MUSTER_TABLE_INCIDENT || table == MUSTER_TABLE_ACTION || table == MUSTER_TABLE_DECISION || table == MUSTER_TABLE_REVIEW || table == MUSTER_TABLE_LETTER;
}

static gboolean
gather_table (Filter *filter, MusterTable table, const char *condition, GError **error)
{
  const char *name = muster_table_get_name (table);
  g_autofree char *closed = dup_condition (condition, "r");
  g_autofree char *changes = g_strdup_printf ("SELECT c.entry FROM main.%s r CROSS JOIN main.journal_change c ON c.table_number = %d AND c.row_id = r.id WHERE %s", name,
                                              muster_table_get_number (table), closed);
  g_autofree char *subjects = g_strdup_printf ("SELECT e.sequence FROM main.%s r CROSS JOIN main.journal_entry e ON e.subject = r.number WHERE %s", name, closed);
  g_autofree char *openings = g_strdup_printf ("SELECT e.sequence FROM main.%s r CROSS JOIN main.journal_entry e ON e.subject = 'P-' || r.assister_id"
                                               " WHERE e.operation = 'open-letter' AND e.detail = 'letter=' || r.number AND %s",
                                               name, closed);
  g_autofree char *documents = g_strdup_printf ("SELECT r.document_id FROM main.%s r WHERE %s", name, closed);

  return gather (filter, ENTRY, changes, error) && (!has_number (table) || gather (filter, ENTRY, subjects, error)) &&
         ((table & (MUSTER_TABLE_LETTER | MUSTER_TABLE_ATTACHMENT)) == 0 || gather (filter, DOCUMENT, documents, error)) &&
         (table != MUSTER_TABLE_LETTER || gather (filter, ENTRY, openings, error));
}

static void
take_set (GHashTable **set, GHashTable *from)
{
  g_hash_table_unref (*set);
  *set = g_hash_table_ref (from);
}

static void
take_sights (Filter *filter, const MusterCaseSights *sights)
{
  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    {
      take_set (&filter->closed[i], sights->closed[i]);
      take_set (&filter->own[i], sights->own[i]);
    }
  for (guint i = 0; i < sights->people->len; i++)
    g_hash_table_add (filter->people, g_memdup2 (&g_array_index (sights->people, gint64, i), sizeof (gint64)));
}

/* Sets what is closed to the account, and what is about it; whether there is anything to hide or to guard. */
static gboolean
load (Filter *filter, const MusterAccount *account, MusterCaseFilterMode mode, gboolean *any, GError **error)
{
  g_auto (MusterCaseSights) sights = { 0 };

  for (guint i = 0; i < N_SETS; i++)
    g_hash_table_remove_all (filter->closed[i]);
  for (guint i = 0; i < MUSTER_N_CASE_KINDS; i++)
    g_hash_table_remove_all (filter->own[i]);
  g_hash_table_remove_all (filter->people);
  *any = FALSE;
  if (account == NULL)
    return TRUE;
  if (!muster_case_sight_query_load (filter->database, account, &sights, error))
    return FALSE;
  *any = !muster_case_sights_is_empty (&sights) || (mode == MUSTER_CASE_FILTER_GUARDS && sights.people->len > 0);
  take_sights (filter, &sights);
  if (muster_case_sights_is_empty (&sights))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!gather_table (filter, tables[i].table, tables[i].closed, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_number (MusterDatabase *database, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *number = row ? muster_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/* A transaction that was rolled back takes what it made with it. */
static gboolean
check_made (Filter *filter, gboolean *stands, GError **error)
{
  gint64 n;

  if (!read_number (filter->database, made_sql, &n, error))
    return FALSE;
  *stands = (n > 0) == (filter->made != MUSTER_CASE_FILTER_NONE);
  return TRUE;
}

/* As the register has it now: whom of the roster it is may have been said since the sign-in. */
static gboolean
take_account (Filter *filter, const MusterAccount *account, GError **error)
{
  g_clear_pointer (&filter->account, muster_account_free);
  filter->account = account != NULL ? muster_account_table_load (filter->database, account->id, error) : NULL;
  return account == NULL || filter->account != NULL;
}

gboolean
muster_case_filter_query_set (MusterDatabase *database, const MusterAccount *account, MusterCaseFilterMode mode, GError **error)
{
  Filter *filter = get_filter (database);
  gint64 sequence = 0, id = account != NULL ? account->id : 0, id_before = filter->account != NULL ? filter->account->id : 0;
  gboolean any, stands;

  if ((account != NULL && !read_number (database, newest_sql, &sequence, error)) || !check_made (filter, &stands, error))
    return FALSE;
  if (stands && filter->mode == mode && id_before == id && filter->sequence == sequence)
    return TRUE;
  /* What fails half way is done again by the next. */
  filter->sequence = -1;
  if ((filter->made != MUSTER_CASE_FILTER_NONE && !drop (filter, error)) || !take_account (filter, account, error) || !load (filter, filter->account, mode, &any, error) || (any && mode != MUSTER_CASE_FILTER_NONE && !make (filter, mode, error)))
    return FALSE;
  filter->mode = mode;
  filter->sequence = sequence;
  return TRUE;
}

gboolean
muster_case_filter_query_fail (MusterDatabase *database, GError **error)
{
  const Filter *filter = get_filter (database);

  if (filter->refused != REFUSED_CLOSED)
    return muster_account_refuse_own (filter->refused == REFUSED_OWN_CASE, error);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("This is not in the register, or it is closed to your account. Nothing was changed."));
  return FALSE;
}

gboolean
muster_case_filter_query_is_own (MusterDatabase *database, gint64 assister_id, gboolean *is, GError **error)
{
  const Filter *filter = get_filter (database);

  *is = FALSE;
  return filter == NULL || filter->account == NULL || muster_own_person_query_is (database, filter->account, assister_id, is, error);
}

gboolean
muster_case_filter_query_check_own (MusterDatabase *database, gint64 assister_id, GError **error)
{
  gboolean is;

  if (!muster_case_filter_query_is_own (database, assister_id, &is, error))
    return FALSE;
  return !is || muster_account_refuse_own (FALSE, error);
}

GArray *
muster_case_filter_query_list_own (MusterDatabase *database, GError **error)
{
  const Filter *filter = get_filter (database);

  if (filter == NULL || filter->account == NULL)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  return muster_own_person_query_list (database, filter->account, MUSTER_OWN_NAMES_OF_ALL, error);
}
