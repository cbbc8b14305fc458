/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "documents/muster-csv-reader.h"
#include "documents/muster-data.h"
#include "domain/muster-error.h"

guint
sheet_fixture_score_cb (const char *const *cells, guint n_cells, gpointer user_data)
{
  guint known = 0;

  for (guint i = 0; i < n_cells; i++)
    known += muster_header_aliases_match (muster_data_get_header_aliases (), cells[i]) != MUSTER_FIELD_IGNORE;
  return known;
}

static void
append_cells (GString *text, const char *const *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cells[i]);
}

char *
sheet_fixture_dump (MusterSheet *sheet)
{
  GString *text = g_string_new (NULL);
  guint n = muster_sheet_get_n_columns (sheet);
  g_autofree const char **cells = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = muster_sheet_get_header (sheet, i);
  append_cells (text, cells, n);
  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    {
      g_string_append_printf (text, "/%u:", muster_sheet_get_line (sheet, row));
      muster_sheet_get_row (sheet, row, cells);
      append_cells (text, cells, n);
    }
  return g_string_free_and_steal (text);
}

char *
sheet_fixture_dump_top (MusterSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < muster_sheet_get_n_top_rows (sheet); i++)
    {
      guint line;
      const char *const *cells = muster_sheet_get_top_row (sheet, i, &line);

      g_string_append_printf (text, "%s%u:", i > 0 ? "/" : "", line);
      append_cells (text, cells, g_strv_length ((char **) cells));
    }
  return g_string_free_and_steal (text);
}

char *
sheet_fixture_hold (const guint8 *bytes, gsize length)
{
  int file = memfd_create ("roster", MFD_CLOEXEC);

  g_assert_cmpint (write (file, bytes, length), ==, length);
  return g_strdup_printf ("/proc/self/fd/%d", file);
}

void
sheet_fixture_let_go (const char *path)
{
  g_assert_cmpint (close (atoi (strrchr (path, '/') + 1)), ==, 0);
}

static void
assert_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <=, MUSTER_CSV_MAX_CELL);
}

static void
assert_top_rows (MusterSheet *sheet)
{
  guint last = 0;

  g_assert_cmpuint (muster_sheet_get_n_top_rows (sheet), >, 0);
  g_assert_cmpuint (muster_sheet_get_n_top_rows (sheet), <=, 20);
  for (guint i = 0; i < muster_sheet_get_n_top_rows (sheet); i++)
    {
      guint line;
      const char *const *cells = muster_sheet_get_top_row (sheet, i, &line);

      g_assert_cmpuint (line, >, last);
      last = line;
      for (guint j = 0; cells[j] != NULL; j++)
        assert_text (cells[j]);
    }
}

void
sheet_fixture_assert_sound (MusterSheet *sheet)
{
  guint n_columns = muster_sheet_get_n_columns (sheet);
  guint line = muster_sheet_get_header_line (sheet);
  g_autofree const char **cells = g_new0 (const char *, n_columns);

  g_assert_cmpuint (n_columns, <=, MUSTER_CSV_MAX_COLUMNS);
  for (guint i = 0; i < n_columns; i++)
    assert_text (muster_sheet_get_header (sheet, i));
  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    {
      g_assert_cmpuint (muster_sheet_get_line (sheet, row), >, line);
      line = muster_sheet_get_line (sheet, row);
      muster_sheet_get_row (sheet, row, cells);
      for (guint i = 0; i < n_columns; i++)
        assert_text (cells[i]);
    }
  assert_top_rows (sheet);
  g_assert_nonnull (muster_sheet_get_kind (sheet));
}

void
sheet_fixture_assert_refused (const GError *error)
{
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
  assert_text (error->message);
}
