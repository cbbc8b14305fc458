/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "documents/muster-table-writer.h"
#include "domain/muster-error.h"
#include "sheet-fixture.h"

#define PASSPHRASE "correct horse 2026"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("muster-table-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "roster.out", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  /* Fails if a draft, or anything in clear, was left behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_table (Fixture *fixture, MusterTableFormat format, GPtrArray *rows, guint n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTableWriter) writer = muster_table_writer_new (format, fixture->path, "Roster [all]: 'Sunrise' of a very long name", PASSPHRASE, &error);
  GStatBuf status;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    muster_table_writer_add (writer, rows->pdata[i], n_columns);
  g_assert_true (muster_table_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* A cell of pieces on which readers and writers stumble. */
static char *
make_cell (void)
{
  static const char *const pieces[] = { "'", "\"", ",", ";", "\t", "|", "\n", " ", "=", "+", "-", "@", "0", "12", "a", "é", "😀", "_x000D_", "_", "<&>", "#REF!", "TRUE", "1E5", "\\", "sep=", "_x0041_" };
  GString *cell = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (cell);
}

static void
strv_free (gpointer strv)
{
  g_strfreev (strv);
}

static GPtrArray *
make_rows (guint n)
{
  static const char *const header[] = { "Name", "NPN", "Note", NULL };
  GPtrArray *rows = g_ptr_array_new_with_free_func (strv_free);

  g_ptr_array_add (rows, g_strdupv ((char **) header));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_add (cells, "x");
      g_strv_builder_take (cells, make_cell ());
      g_strv_builder_take (cells, make_cell ());
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }
  return rows;
}

static void
assert_same (MusterSheet *sheet, GPtrArray *rows)
{
  const char *cells[3];

  g_assert_cmpuint (muster_sheet_get_n_rows (sheet), ==, rows->len - 1);
  for (guint i = 0; i < muster_sheet_get_n_rows (sheet); i++)
    {
      const char *const *written = rows->pdata[i + 1];

      muster_sheet_get_row (sheet, i, cells);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpstr (cells[j], ==, written[j]);
    }
}

/* Whatever stands in the cells: what was written is read. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  MusterTableFormat format = GPOINTER_TO_UINT (data);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) rows = make_rows (200);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = NULL;

      write_table (fixture, format, rows, 3);
      sheet = muster_sheet_read (fixture->path, NULL, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_same (sheet, rows);
    }
}

/* Returns: what the program for archives prints; %NULL if it fails. */
static char *
run_archiver (Fixture *fixture, const char *command, const char *passphrase, const char *member)
{
  g_autofree char *option = g_strconcat ("-p", passphrase, NULL);
  const char *const arguments[] = { "7z", command, "-so", option, fixture->path, member, NULL };
  const char *const others[] = { "7z", command, "-slt", option, fixture->path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program =
    g_subprocess_newv (strcmp (command, "e") == 0 ? arguments : others, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (program, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (g_subprocess_get_successful (program))
    return output;
  g_free (output);
  return NULL;
}

static void
test_encrypted (Fixture *fixture, gconstpointer data)
{
  static const char *const header[] = { "Name", "Phone" };
  static const char *const person[] = { "Lind, Zoë", "+1 612 555 0100" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *listed = NULL;
  g_autofree char *tested = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *content = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_ptr_array_add (rows, (gpointer) header);
  g_ptr_array_add (rows, (gpointer) person);
  write_table (fixture, MUSTER_TABLE_ZIP, rows, 2);
  listed = run_archiver (fixture, "l", PASSPHRASE, NULL);
  g_assert_nonnull (strstr (listed, "Path = roster.csv"));
  g_assert_nonnull (strstr (listed, "AES-256"));
  tested = run_archiver (fixture, "t", PASSPHRASE, NULL);
  g_assert_nonnull (strstr (tested, "Everything is Ok"));
  wrong = run_archiver (fixture, "t", "wrong", NULL);
  g_assert_null (wrong);
  content = run_archiver (fixture, "e", PASSPHRASE, "roster.csv");
  g_assert_cmpstr (content, ==, "Name,Phone\r\n\"Lind, Zoë\",'+1 612 555 0100\r\n");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_null (g_strstr_len (bytes, length, "Lind"));
}

/* As a person sees it in a spreadsheet. */
static void
test_workbook (Fixture *fixture, gconstpointer data)
{
  static const char *const header[] = { "Name", "NPN", "Note" };
  static const char *const person[] = { "Lind\001", "0012345678", "=1+1" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *sheet = NULL;
  g_autofree char *workbook = NULL;

  g_ptr_array_add (rows, (gpointer) header);
  g_ptr_array_add (rows, (gpointer) person);
  write_table (fixture, MUSTER_TABLE_XLSX, rows, 3);
  sheet = run_archiver (fixture, "e", "", "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<pane ySplit=\"1\""));
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A1:C2\""));
  g_assert_nonnull (strstr (sheet, "<t>0012345678</t>"));
  g_assert_nonnull (strstr (sheet, "<t>=1+1</t>"));
  g_assert_nonnull (strstr (sheet, "<t>Lind_x0001_</t>"));
  g_assert_nonnull (strstr (sheet, "<col min=\"2\" max=\"2\" width=\"12."));
  g_assert_null (strstr (sheet, "<f>"));
  workbook = run_archiver (fixture, "e", "", "xl/workbook.xml");
  g_assert_nonnull (strstr (workbook, "<sheet name=\"Roster  all    Sunrise  of a ve\""));
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (32768, 'x');
  g_autofree const char **many = g_new0 (const char *, 16385);
  const char *const one[] = { longest };
  const struct
  {
    const char *const *cells;
    guint n;
    const char *named;
  } cases[] = { { one, 1, "longer" }, { many, 16385, "columns" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterTableWriter) writer = muster_table_writer_new (MUSTER_TABLE_XLSX, fixture->path, "", NULL, &error);

      g_assert_no_error (error);
      muster_table_writer_add (writer, cases[i].cells, cases[i].n);
      g_assert_false (muster_table_writer_finish (writer, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].named));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }
}

static const MusterTableFormat formats[] = { MUSTER_TABLE_CSV, MUSTER_TABLE_XLSX, MUSTER_TABLE_ZIP };

static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  static const char *const cells[] = { "a" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterTableWriter) writer = muster_table_writer_new (formats[i], fixture->path, "Roster", PASSPHRASE, &error);

      g_assert_no_error (error);
      muster_table_writer_add (writer, cells, 1);
      g_clear_pointer (&writer, muster_table_writer_free);
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }
}

/* No folder; and a folder in the place of the file. */
static void
test_no_place (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", "roster.csv", NULL);
  const char *const paths[] = { missing, fixture->path };

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (formats) * G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterTableWriter) writer = muster_table_writer_new (formats[i / 2], paths[i % 2], "Roster", PASSPHRASE, &error);

      if (writer != NULL)
        g_assert_false (muster_table_writer_finish (writer, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
    }
}

static void
test_no_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTableWriter) writer = muster_table_writer_new (MUSTER_TABLE_ZIP, fixture->path, "Roster", NULL, &error);

  g_assert_no_error (error);
  g_assert_false (muster_table_writer_finish (writer, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

#define ADD(name, data, function) g_test_add ("/documents/table-writer/" name, Fixture, GUINT_TO_POINTER (data), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("encrypted", 0, test_encrypted);
  ADD ("limits", 0, test_limits);
  ADD ("no-passphrase", 0, test_no_passphrase);
  ADD ("no-place", 0, test_no_place);
  ADD ("round-trip-csv", MUSTER_TABLE_CSV, test_round_trip);
  ADD ("round-trip-xlsx", MUSTER_TABLE_XLSX, test_round_trip);
  ADD ("unfinished", 0, test_unfinished);
  ADD ("workbook", 0, test_workbook);
  return g_test_run ();
}
