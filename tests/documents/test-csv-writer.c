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
    const char *written;
  } cases[] = {
    { { "a", "b", "c" }, "a,b,c\r\n" },
    { { "", NULL, "Zoë" }, ",,Zoë\r\n" },
    { { "Lind, Ana", "say \"hi\"", "two\nlines" }, "\"Lind, Ana\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n" },
    { { " a", "b ", "a;b" }, "\" a\",\"b \",\"a;b\"\r\n" },
    { { "=1+1", "+1 612", "-" }, "'=1+1,'+1 612,'-\r\n" },
    { { "@SUM(A1)", "\tx", "\rx" }, "'@SUM(A1),\"'\tx\",\"'\rx\"\r\n" },
    { { "'=1+1", "''-", "'a" }, "''=1+1,'''-,'a\r\n" },
    { { "", "'", "a=b" }, ",',a=b\r\n" },
    { { "'5", "''12", "7" }, "''5,'''12,7\r\n" },
  };
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCsvWriter) writer = muster_csv_writer_new (fixture->path, &error);
  g_autoptr (MusterCsvWriter) in_memory = muster_csv_writer_new_in_memory ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *written = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      muster_csv_writer_add (writer, cases[i].cells, 3);
      muster_csv_writer_add (in_memory, cases[i].cells, 3);
      g_string_append (expected, cases[i].written);
    }
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (muster_csv_writer_finish (writer, &error));
  g_assert_no_error (error);

  g_file_get_contents (fixture->path, &written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, expected->str);
  bytes = muster_csv_writer_finish_bytes (in_memory);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected->str, expected->len);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* More than is kept before it is written. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  static const char *const cells[] = { "Lind, Ana", "0123456789012345678901234567890123456789" };
  static const char line[] = "\"Lind, Ana\",0123456789012345678901234567890123456789\r\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCsvWriter) writer = muster_csv_writer_new (fixture->path, &error);
  g_autofree char *written = NULL;
  gsize length;

  g_assert_no_error (error);
  for (guint i = 0; i < 10000; i++)
    muster_csv_writer_add (writer, cells, 2);
  g_assert_true (muster_csv_writer_finish (writer, &error));
  g_file_get_contents (fixture->path, &written, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, 10000 * strlen (line));
  for (guint i = 0; i < 10000; i++)
    g_assert_true (g_str_has_prefix (written + i * strlen (line), line));
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
  ADD ("long", test_long);
  ADD ("rows", test_rows);
  ADD ("unfinished", test_unfinished);
  ADD ("no-folder", test_no_folder);
  ADD ("taken", test_taken);
  return g_test_run ();
}
