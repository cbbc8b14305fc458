/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-person-history-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"
#include "domain/muster-operation-rule.h"

G_STATIC_ASSERT (MUSTER_TABLE_ASSISTER == 1 << 3);
static const char *const history_sql = "SELECT entry, before, after FROM journal_change WHERE table_number = 3 AND row_id = ?1 ORDER BY id";

static guint
find_column (const MusterTableShape *shape, const char *column)
{
  guint i = 0;

  while (i < shape->n_columns && strcmp (shape->columns[i], column) != 0)
    i++;
  g_assert (i < shape->n_columns);
  return i;
}

static gboolean
read_view (MusterPersonReader *reader, MusterStatement *statement, int column, MusterRowView *view)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);

  return muster_row_view_read (view, &reader->shape, bytes, size);
}

static void
set_text (char **text, const MusterCell *cell)
{
  g_free (*text);
  *text = muster_cell_dup_text (cell);
}

static void
take_value (MusterPersonValue *value, gint64 entry, gboolean counts, gboolean is_watched, const MusterCell *before, const MusterCell *after)
{
  set_text (&value->now, after);
  value->written_by = entry;
  if (counts)
    {
      set_text (&value->counting, after);
      value->set_by = entry;
    }
  if (!is_watched)
    return;
  if (!value->is_watched)
    set_text (&value->watched_before, before);
  value->is_watched = TRUE;
  set_text (&value->watched, after);
}

/* Whoever is there was made by some entry: what that says holds, even if it was an import that is undone, as long as nobody sets anything else. */
static void
take_change (MusterPersonReader *reader, gint64 entry, gboolean is_first, gint64 watched, const MusterRowView *before, const MusterRowView *after, MusterPersonHistory *history)
{
  gboolean counts = is_first || muster_import_history_counts (reader->imports, entry);

  if (is_first)
    history->made_by = entry;
  for (guint i = 0; i < MUSTER_N_PERSON_VALUES; i++)
    {
      const MusterCell *old = &before->cells[reader->columns[i]], *new = &after->cells[reader->columns[i]];

      if (!muster_cell_equal (old, new))
        take_value (&history->values[i], entry, counts, entry == watched, old, new);
    }
}

/* What was changed, and changed back by the same entry, is as it was. */
static void
settle (MusterPersonHistory *history)
{
  for (guint i = 0; i < MUSTER_N_PERSON_VALUES; i++)
    {
      MusterPersonValue *value = &history->values[i];

      value->is_watched = value->is_watched && g_strcmp0 (value->watched_before, value->watched) != 0;
    }
}

gboolean
muster_person_reader_init (MusterPersonReader *reader, MusterDatabase *database, MusterImportHistory *imports, GError **error)
{
  reader->database = database;
  reader->imports = imports;
  if (!muster_table_shape_load (database, muster_table_get_name (MUSTER_TABLE_ASSISTER), &reader->shape, error))
    return FALSE;
  for (guint i = 0; i < MUSTER_N_PERSON_COLUMNS; i++)
    reader->columns[i] = find_column (&reader->shape, muster_person_columns[i].column);
  reader->columns[MUSTER_PERSON_ACTIVE] = find_column (&reader->shape, "active");
  return TRUE;
}

void
muster_person_reader_clear (MusterPersonReader *reader)
{
  muster_table_shape_clear (&reader->shape);
}

gboolean
muster_person_history_read (MusterPersonReader *reader, gint64 person, gint64 watched, MusterPersonHistory *history, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (reader->database, history_sql, error);
  MusterRowView before, after;
  gboolean is_first = TRUE, row;

  memset (history, 0, sizeof *history);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, person);
  while (TRUE)
    {
      gsize size;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      history->is_disposed |= muster_statement_get_blob (statement, 2, &size) == NULL;
      if (!read_view (reader, statement, 1, &before) || !read_view (reader, statement, 2, &after))
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("A change to “%s” in the journal cannot be read. Verify the journal."), "assister");
          return FALSE;
        }
      take_change (reader, muster_statement_get_int (statement, 0), is_first, watched, &before, &after, history);
      is_first = FALSE;
    }
  settle (history);
  return TRUE;
}

void
muster_person_history_clear (MusterPersonHistory *history)
{
  for (guint i = 0; i < MUSTER_N_PERSON_VALUES; i++)
    {
      g_free (history->values[i].now);
      g_free (history->values[i].counting);
      g_free (history->values[i].watched_before);
      g_free (history->values[i].watched);
    }
}
