/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sys/mman.h>
#include <unistd.h>

#include "documents/muster-csv-reader.h"
#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "tests/fuzz.h"

static guint
score_cb (const char *const *cells, guint n_cells, gpointer user_data)
{
  guint known = 0;

  for (guint i = 0; i < n_cells; i++)
    known += muster_header_aliases_match (muster_data_get_header_aliases (), cells[i]) != MUSTER_FIELD_IGNORE;
  return known;
}

static void
assert_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <=, MUSTER_CSV_MAX_CELL);
}

static void
assert_sheet (MusterSheet *sheet)
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
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  int file = memfd_create ("roster", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (write (file, bytes, length), ==, length);
  sheet = muster_csv_read (path, score_cb, NULL, NULL, NULL, NULL, &error);
  if (sheet != NULL)
    assert_sheet (sheet);
  else
    {
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
      assert_text (error->message);
    }
  g_assert_cmpint (close (file), ==, 0);
  return 0;
}
