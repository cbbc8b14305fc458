/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "documents/muster-csv-writer.h"
#include "domain/muster-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("muster-csv-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "out.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  /* Fails if a draft was left behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *cells[3];
    gboolean verbatim;
    const char *written;
  } cases[] = {
    { { "a", "b", "c" }, FALSE, "a,b,c\r\n" },
    { { "", NULL, "Zoë" }, FALSE, ",,Zoë\r\n" },
    { { "Lind, Ana", "say \"hi\"", "two\nlines" }, FALSE, "\"Lind, Ana\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n" },
    { { " a", "b ", "a;b" }, FALSE, "\" a\",\"b \",\"a;b\"\r\n" },
    { { "=1+1", "+1 612", "-" }, FALSE, "'=1+1,'+1 612,'-\r\n" },
    { { "@SUM(A1)", "\tx", "\rx" }, FALSE, "'@SUM(A1),\"'\tx\",\"'\rx\"\r\n" },
    { { "=1+1", "+1 612", "-" }, TRUE, "=1+1,+1 612,-\r\n" },
  };
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCsvWriter) writer = muster_csv_writer_new (fixture->path, &error);
  g_autofree char *written = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].verbatim)
        muster_csv_writer_add_verbatim (writer, cases[i].cells, 3);
      else
        muster_csv_writer_add (writer, cases[i].cells, 3);
      g_string_append (expected, cases[i].written);
    }
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (muster_csv_writer_finish (writer, &error));
  g_assert_no_error (error);

  g_file_get_contents (fixture->path, &written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, expected->str);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  static const char *const cells[] = { "a" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCsvWriter) writer = muster_csv_writer_new (fixture->path, &error);

  g_assert_no_error (error);
  muster_csv_writer_add (writer, cells, 1);
  g_clear_pointer (&writer, muster_csv_writer_free);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "out.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_csv_writer_new (path, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
}

/* A folder of that name: the draft is written, but cannot take its place. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCsvWriter) writer = muster_csv_writer_new (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (muster_csv_writer_finish (writer, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
}

#define ADD(name, function) g_test_add ("/documents/csv-writer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("unfinished", test_unfinished);
  ADD ("no-folder", test_no_folder);
  ADD ("taken", test_taken);
  return g_test_run ();
}
