/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-provenance-query.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "domain/muster-operation-rule.h"
#include "store/muster-import-lines.h"
#include "store/muster-import-table.h"
#include "store/muster-person-history-private.h"

G_STATIC_ASSERT (MUSTER_TABLE_AFFILIATION == 1 << 4 && MUSTER_TABLE_CERTIFICATION == 1 << 5);

static const char *const entry_sql =
  "SELECT e.time, e.operation, a.name, a.full_name, e.reason FROM journal_entry e LEFT JOIN account a ON a.id = e.account_id WHERE e.sequence = ?1";

/* The agency that the person is with, and by which entry. */
static const char *const agency_sql =
  "SELECT g.name, c.entry FROM affiliation f JOIN agency g ON g.id = f.agency_id"
  " JOIN journal_change c ON c.table_number = 4 AND c.row_id = f.id AND c.before IS NULL"
  " WHERE f.assister_id = ?1 AND f.taken_back IS NULL AND f.through_day IS NULL ORDER BY f.from_day DESC, f.id DESC LIMIT 1";

/* The first event that stands of each role. */
static const char *const roles_sql =
  "SELECT f.type, c.entry FROM certification f JOIN journal_change c ON c.table_number = 5 AND c.row_id = f.id AND c.before IS NULL"
  " WHERE f.id IN (SELECT min(id) FROM certification WHERE assister_id = ?1 AND taken_back IS NULL GROUP BY type) ORDER BY f.id";

typedef struct
{
  MusterDatabase *database;
  MusterImportHistory *imports;
  gint64 person;
  const char *wanted; /* %NULL: all */
  GPtrArray *origins;
  gint64 known_import; /* whose lines and mapping these are */
  guint line;
  guint n_lines;
  JsonNode *mapping;
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->imports, muster_import_history_free);
  g_clear_pointer (&search->origins, g_ptr_array_unref);
  g_clear_pointer (&search->mapping, json_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
is_wanted (const Search *search, const char *field)
{
  return search->wanted == NULL || strcmp (search->wanted, field) == 0;
}

/* Several rows of one file say the same of a person, their roles apart: the first that did something is the one. */
static gboolean
load_line (Search *search, const MusterImport *record, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GArray) lines = NULL;

  search->line = 0;
  search->n_lines = 0;
  if (!muster_import_table_load_lines (search->database, record->id, &bytes, error))
    return FALSE;
  if (bytes == NULL)
    return TRUE;
  lines = muster_import_lines_find (bytes, search->person, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const MusterImportLine *line = &g_array_index (lines, MusterImportLine, i);

      if (line->fate != MUSTER_FATE_CREATED && line->fate != MUSTER_FATE_UPDATED)
        continue;
      search->line = search->n_lines++ == 0 ? line->line : search->line;
    }
  return TRUE;
}

static gboolean
know_import (Search *search, const MusterImport *record, GError **error)
{
  if (search->known_import == record->id)
    return TRUE;
  search->known_import = record->id;
  g_clear_pointer (&search->mapping, json_node_unref);
  /* One that cannot be read tells nothing; the journal's check tells whether it was tampered with. */
  if (record->mapping != NULL)
    search->mapping = json_from_string (record->mapping, NULL);
  return load_line (search, record, error);
}

static void
append_header (GString *headers, JsonNode *column)
{
  JsonObject *object = column != NULL && JSON_NODE_HOLDS_OBJECT (column) ? json_node_get_object (column) : NULL;
  JsonNode *header = object != NULL ? json_object_get_member (object, "header") : NULL;

  if (header != NULL && JSON_NODE_HOLDS_VALUE (header) && json_node_get_value_type (header) == G_TYPE_STRING)
    g_string_append_printf (headers, "%s%s", headers->len > 0 ? ", " : "", json_node_get_string (header));
}

/* Returns: (transfer full) (nullable): the header, or several where a field has more than one column. */
static char *
dup_header (Search *search, const char *field)
{
  JsonObject *object = search->mapping != NULL && JSON_NODE_HOLDS_OBJECT (search->mapping) ? json_node_get_object (search->mapping) : NULL;
  JsonNode *columns = object != NULL ? json_object_get_member (object, field) : NULL;
  g_autoptr (GString) headers = g_string_new (NULL);

  if (columns != NULL && JSON_NODE_HOLDS_ARRAY (columns))
    {
      JsonArray *array = json_node_get_array (columns);

      for (guint i = 0; i < json_array_get_length (array); i++)
        append_header (headers, json_array_get_element (array, i));
    }
  else
    append_header (headers, columns);
  return headers->len > 0 ? g_string_free_and_steal (g_steal_pointer (&headers)) : NULL;
}

/* What a file has in one column may be several values of ours. */
static char *
dup_column (Search *search, const char *field)
{
  char *header = dup_header (search, field);

  if (header == NULL && (g_str_has_suffix (field, "-name") || strcmp (field, "suffix") == 0))
    header = dup_header (search, "name");
  if (header == NULL && strcmp (field, "other-phone") == 0)
    header = dup_header (search, "phone");
  return header;
}

static gboolean
describe_entry (Search *search, MusterOrigin *origin, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (search->database, entry_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, origin->entry);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  origin->time = muster_statement_get_int (statement, 0);
  origin->operation = muster_statement_dup_text (statement, 1);
  origin->account = muster_statement_dup_text (statement, 2);
  origin->account_name = muster_statement_dup_text (statement, 3);
  origin->reason = muster_statement_dup_text (statement, 4);
  return TRUE;
}

/* Adds where @field comes from. @origin: (out) (optional) (transfer none) */
static gboolean
add (Search *search, const char *field, const char *value, gint64 entry, MusterOrigin **result, GError **error)
{
  const MusterImport *record = muster_import_history_find (search->imports, entry);
  g_autoptr (MusterOrigin) origin = g_new0 (MusterOrigin, 1);

  origin->field = g_strdup (field);
  origin->value = g_strdup (value);
  origin->entry = entry;
  if (!describe_entry (search, origin, error))
    return FALSE;
  if (record != NULL && record->undoes == 0)
    {
      if (!know_import (search, record, error))
        return FALSE;
      origin->import_id = record->id;
      origin->file_name = g_strdup (record->file_name);
      origin->sheet = g_strdup (record->sheet);
      origin->line = search->n_lines > 1 && strcmp (field, muster_import_field_to_code (MUSTER_FIELD_TYPE)) == 0 ? 0 : search->line;
      origin->column = dup_column (search, field);
    }
  if (result != NULL)
    *result = origin;
  g_ptr_array_add (search->origins, g_steal_pointer (&origin));
  return TRUE;
}

static gboolean
add_value (Search *search, const char *field, const MusterPersonHistory *history, guint i, GError **error)
{
  const MusterPersonValue *value = &history->values[i];
  const MusterPersonValue *phone_written = &history->values[MUSTER_N_PERSON_COLUMNS - 1];
  gboolean is_counting = g_strcmp0 (value->now, value->counting) == 0;
  const MusterImport *writer = muster_import_history_find (search->imports, value->written_by);
  MusterOrigin *origin;

  /* Never set, or only by an import that was undone. */
  if (value->written_by == 0 || (is_counting && value->set_by == 0) || !is_wanted (search, field))
    return TRUE;
  if (!add (search, field, value->now, is_counting ? value->set_by : value->written_by, &origin, error))
    return FALSE;
  if (is_counting && value->written_by != value->set_by && writer != NULL && writer->undoes != 0)
    origin->restored_by = writer->id;
  if (strcmp (field, "phone") == 0 && phone_written->set_by == value->set_by)
    origin->written = g_strdup (phone_written->now);
  return TRUE;
}

static gboolean
add_values (Search *search, GError **error)
{
  g_auto (MusterPersonReader) reader = { 0 };
  g_auto (MusterPersonHistory) history = { 0 };

  if (!muster_person_reader_init (&reader, search->database, search->imports, error) || !muster_person_history_read (&reader, search->person, 0, &history, error))
    return FALSE;
  for (guint i = 0; i < MUSTER_N_PERSON_COLUMNS; i++)
    if (muster_person_columns[i].field != MUSTER_FIELD_IGNORE && !add_value (search, muster_import_field_to_code (muster_person_columns[i].field), &history, i, error))
      return FALSE;
  return add_value (search, "active", &history, MUSTER_PERSON_ACTIVE, error);
}

/* Rows that say what @field is, and which entry made them. */
static gboolean
add_rows (Search *search, const char *field, const char *sql, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  gboolean row;

  if (!is_wanted (search, field))
    return TRUE;
  statement = muster_database_prepare (search->database, sql, error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, search->person);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!add (search, field, muster_statement_get_text (statement, 0), muster_statement_get_int (statement, 1), NULL, error))
        return FALSE;
    }
}

void
muster_origin_free (MusterOrigin *origin)
{
  if (origin == NULL)
    return;
  g_free (origin->field);
  g_free (origin->value);
  g_free (origin->operation);
  g_free (origin->account);
  g_free (origin->account_name);
  g_free (origin->reason);
  g_free (origin->file_name);
  g_free (origin->sheet);
  g_free (origin->column);
  g_free (origin->written);
  g_free (origin);
}

GPtrArray *
muster_provenance_query (MusterDatabase *database, gint64 person, const char *field, GError **error)
{
  g_auto (Search) search = { .database = database, .person = person, .wanted = field };

  search.origins = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_origin_free);
  search.imports = muster_import_history_load (database, error);
  if (search.imports == NULL || !add_values (&search, error) ||
      !add_rows (&search, muster_import_field_to_code (MUSTER_FIELD_AGENCY), agency_sql, error) ||
      !add_rows (&search, muster_import_field_to_code (MUSTER_FIELD_TYPE), roles_sql, error))
    return NULL;
  return g_steal_pointer (&search.origins);
}
