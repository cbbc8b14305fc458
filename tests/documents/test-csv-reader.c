/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "documents/muster-csv-reader.h"
#include "domain/muster-error.h"
#include "sheet-fixture.h"

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
  fixture->path = g_build_filename (fixture->folder, "roster.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static MusterSheet *
read_bytes (Fixture *fixture, const char *bytes, gsize length, GError **error)
{
  g_autoptr (GError) problem = NULL;

  g_file_set_contents_full (fixture->path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, &problem);
  g_assert_no_error (problem);
  return muster_sheet_read (fixture->path, NULL, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, error);
}

typedef struct
{
  const char *text;
  gsize length; /* 0: up to the NUL */
  const char *dump;
  const char *encoding;
  char delimiter;
  guint header_line;
  guint n_blank;
  guint n_ragged;
} ShapeCase;

#define BYTES(text) text, sizeof text - 1

static const ShapeCase shapes[] = {
  /* Line ends */
  { "Name,NPN\nAna,1\nBo,2\n", 0, "Name|NPN/2:Ana|1/3:Bo|2", "UTF-8", ',', 1 },
  { "Name,NPN\r\nAna,1\r\nBo,2", 0, "Name|NPN/2:Ana|1/3:Bo|2", "UTF-8", ',', 1 },
  { "Name,NPN\rAna,1\rBo,2\r", 0, "Name|NPN/2:Ana|1/3:Bo|2", "UTF-8", ',', 1 },
  { "Name,NPN\nAna,1\r\n\rBo,2", 0, "Name|NPN/2:Ana|1/4:Bo|2", "UTF-8", ',', 1, 1 },
  /* Delimiters */
  { "Name;NPN\n\"Lind, Ana\";1\n", 0, "Name|NPN/2:Lind, Ana|1", "UTF-8", ';', 1 },
  { "Name;NPN\nLind, Ana;1\nOlson, Bo;2\n", 0, "Name|NPN/2:Lind, Ana|1/3:Olson, Bo|2", "UTF-8", ';', 1 },
  { "Name\tNPN\nLind, Ana\t1\n", 0, "Name|NPN/2:Lind, Ana|1", "UTF-8", '\t', 1 },
  { "Name,Languages\nAna,English; Hmong; Karen; Somali\nBo,English; Spanish\n", 0, "Name|Languages/2:Ana|English; Hmong; Karen; Somali/3:Bo|English; Spanish", "UTF-8", ',', 1 },
  { "sep=;\nName;NPN\nLind, Ana;1\n", 0, "Name|NPN/3:Lind, Ana|1", "UTF-8", ';', 2 },
  { "Roster of Sunrise, Inc., as of March 1, 2026\n\nName;NPN\nAna;1\n", 0, "Name|NPN/4:Ana|1", "UTF-8", ';', 3, 1 },
  { "Grupo;Lema\nrojo;uno\nazul;dos\n", 0, "Grupo|Lema/2:rojo|uno/3:azul|dos", "UTF-8", ';', 1 },
  { "NPN\n1\n2\n", 0, "NPN/2:1/3:2", "UTF-8", ',', 1 },
  { "Name|NPN\nLind, Ana; Bo|1\n", 0, "Name|NPN/2:Lind, Ana; Bo|1", "UTF-8", '|', 1 },
  { "sep=|\r\nName|NPN\r\n\r\nLind|1\r\n", 0, "Name|NPN/4:Lind|1", "UTF-8", '|', 2, 1 },
  /* Quotes */
  { "Name,NPN\n\"Ana\n\"\"Annie\"\"\r\nLind\",1\nBo,2\n", 0, "Name|NPN/2:Ana\n\"Annie\"\nLind|1/5:Bo|2", "UTF-8", ',', 1 },
  { "Name,NPN\nAna \"Annie\" Lind,1\n", 0, "Name|NPN/2:Ana \"Annie\" Lind|1", "UTF-8", ',', 1 },
  { "\"Roster, of\nall\"\n\"Last\nName\",NPN\nLind,1\n", 0, "Last\nName|NPN/5:Lind|1", "UTF-8", ',', 3 },
  { "Name,NPN\n\"\",\"1\"\n", 0, "Name|NPN/2:|1", "UTF-8", ',', 1 },
  /* Titles, blank rows, ragged rows, empty columns */
  { "Agency,Sunrise\n,,\nName,NPN,E-mail\n,,\n   \nAna,1,\n,2\n", 0, "Name|NPN|E-mail/6:Ana|1|/7:|2|", "UTF-8", ',', 3, 3 },
  { "Name,NPN,\nAna,1,\nBo,2,\n", 0, "Name|NPN/2:Ana|1/3:Bo|2", "UTF-8", ',', 1 },
  { "Name,NPN,\nAna,1,x\n", 0, "Name|NPN|/2:Ana|1|x", "UTF-8", ',', 1 },
  { "Name,,NPN\nAna,,1\n", 0, "Name||NPN/2:Ana||1", "UTF-8", ',', 1 },
  { "Name,NPN\nAna,1,x\nBo,2,,,\nCy\n", 0, "Name|NPN/2:Ana|1/3:Bo|2/4:Cy|", "UTF-8", ',', 1, 0, 1 },
  { "Name,NPN\n", 0, "Name|NPN", "UTF-8", ',', 1 },
  /* Encodings */
  { BYTES ("\xef\xbb\xbfName,NPN\nJos\xc3\xa9,1\n"), "Name|NPN/2:José|1", "UTF-8 with BOM", ',', 1 },
  { BYTES ("Name,NPN\nJos\xc3\xa9,1\n"), "Name|NPN/2:José|1", "UTF-8", ',', 1 },
  { BYTES ("Name,NPN\nJos\xe9 O\x92"
           "Brien,1\n"),
    "Name|NPN/2:José O’Brien|1", "Windows-1252", ',', 1 },
  { BYTES ("Name,NPN\nJos\xe9"), "Name|NPN/2:José|", "Windows-1252", ',', 1 },
  { BYTES ("\xff\xfeN\0a\0m\0e\0,\0N\0P\0N\0\n\0J\0o\0\xe9\0,\0001\0\r\0\n\0"), "Name|NPN/2:Joé|1", "UTF-16LE", ',', 1 },
  { BYTES ("\xfe\xff\0N\0a\0m\0e\0;\0N\0P\0N\0\n\0J\0o\0\xe9\0;\0001\0\n"), "Name|NPN/2:Joé|1", "UTF-16BE", ';', 1 },
  { BYTES ("N\0a\0m\0e\0\t\0N\0P\0N\0\r\0J\0o\0\xe9\0\t\0001\0\r\0"), "Name|NPN/2:Joé|1", "UTF-16LE", '\t', 1 },
  { BYTES ("\0N\0a\0m\0e\0,\0N\0P\0N\0\n\0J\0o\0\xe9\0,\0001\0\n"), "Name|NPN/2:Joé|1", "UTF-16BE", ',', 1 },
  { BYTES ("\xff\xfeN\0P\0N\0,\0N\0a\0m\0e\0\n\0001\0,\0\x3d\xd8\x00\xde\n\0002\0,\0\x3d\xd8\n\0003\0,\0A"), "NPN|Name/2:1|😀/3:2|\357\277\275/4:3|\357\277\275", "UTF-16LE", ',', 1 },
};

static void
test_shapes (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const ShapeCase *shape = &shapes[i];
      gsize length = shape->length > 0 ? shape->length : strlen (shape->text);
      g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) shape->text, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = read_bytes (fixture, shape->text, length, &error);
      g_autofree char *dumped = NULL;

      g_test_message ("%u: %s", i, shape->dump);
      g_assert_no_error (error);
      dumped = sheet_fixture_dump (sheet);
      g_assert_cmpstr (dumped, ==, shape->dump);
      g_assert_cmpstr (muster_sheet_get_encoding (sheet), ==, shape->encoding);
      g_assert_cmpint (muster_sheet_get_delimiter (sheet), ==, shape->delimiter);
      g_assert_cmpuint (muster_sheet_get_header_line (sheet), ==, shape->header_line);
      g_assert_cmpuint (muster_sheet_get_n_blank_rows (sheet), ==, shape->n_blank);
      g_assert_cmpuint (muster_sheet_get_n_ragged_rows (sheet), ==, shape->n_ragged);
      g_assert_cmpuint (muster_sheet_get_file_size (sheet), ==, length);
      g_assert_cmpstr (muster_sheet_get_file_hash (sheet), ==, hash);
      g_assert_cmpstr (muster_sheet_get_file_name (sheet), ==, "roster.csv");
    }
}

static const struct
{
  const char *text;
  gsize length;
  const char *named;
} refusals[] = {
  { "", 0, "empty" },
  { BYTES ("\n\n \n,,\n"), "empty" },
  { BYTES ("PK\x03\x04\x14\0\x06\0"), "workbook is damaged and" },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "workbook is damaged and" },
  { BYTES ("PK\x03\x04"), "binary" },
  { BYTES ("\x09\x08\x10\x00\x00\x06\x10\x00"), "very old Excel" },
  { BYTES ("%PDF-1.7\n"), "PDF" },
  { BYTES ("\x89PNG\r\n\x1a\n"), "picture" },
  { BYTES ("\xff\xd8\xff\xe0"), "picture" },
  { BYTES ("\x1f\x8b\x08"), "compressed" },
  { BYTES ("<html><table>"), "web page" },
  { BYTES ("\x01\x02\x03\x04 not a table \x05\x06"), "binary" },
  { BYTES ("Name,NPN\nAna,1\nB\0o,2 and many more letters, so that one zero byte alone does not make of it a binary file, which is another refusal\n"), "Line 3" },
  { BYTES ("Ana Lind,ana@example.org,1234567\nBo Lind,bo@example.org,1234568\n"), "No header" },
  { BYTES ("Name,NPN\nAna,1\n\"Bo,2\nCy,3\n"), "opens on line 3 is never closed" },
  { BYTES ("Name,NPN\n\"A\nna\",\"1\nBo,2\nCy,3\n"), "opens on line 3 is never closed" },
};

static void
assert_refused (Fixture *fixture, const char *bytes, gsize length, const char *named)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = read_bytes (fixture, bytes, length, &error);

  g_test_message ("%s: %s", named, error != NULL ? error->message : "read");
  g_assert_null (sheet);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    assert_refused (fixture, refusals[i].text, refusals[i].length, refusals[i].named);
}

static GString *
repeat (const char *head, const char *part, guint n, const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, tail);
  return text;
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *head;
    const char *part;
    guint n;
    const char *tail;
    const char *named; /* NULL: read */
  } cases[] = {
    { "Name,NPN\nAna,1\nBo,", "x", MUSTER_CSV_MAX_CELL, "\n", NULL },
    { "Name,NPN\nAna,1\nBo,", "x", MUSTER_CSV_MAX_CELL + 1, "\n", "cell on line 3" },
    { "Name,NPN\nAna,1\nBo,\"", "x", MUSTER_CSV_MAX_CELL + 1, "\"\n", "opens on line 3" },
    { "Name,NPN\nAna,1\nBo,\"", "x,1\n", MUSTER_CSV_MAX_CELL / 2, "", "opens on line 3" },
    { "Name,NPN\nAna", ",x", 9999, "\n", "Line 2 has more than 500 columns" },
    { "", "Name,", 10000, "\n", "Line 1 has more than 500 columns" },
    { "Name,NPN\nAna,1", ",", 16382, "\n", NULL },
    { "Name,NPN\n", "\n", 100000, "Ana,1", NULL },
    { "\"", "\n", 70000, "", "opens on line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = repeat (cases[i].head, cases[i].part, cases[i].n, cases[i].tail);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = NULL;

      if (cases[i].named != NULL)
        {
          assert_refused (fixture, text->str, text->len, cases[i].named);
          continue;
        }
      sheet = read_bytes (fixture, text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (muster_sheet_get_n_columns (sheet), ==, 2);
    }
}

typedef struct
{
  guint64 read;
  GCancellable *cancellable; /* cancelled at the first block */
} Watch;

static void
progress_cb (goffset current, goffset total, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpint (current, <=, total);
  watch->read = current;
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

/* A line without end is refused by its first cell, a file too large by its size. */
static void
test_huge (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    off_t size;
    const char *named;
    guint64 max_read;
  } cases[] = {
    { "Name,NPN\nAna,", MUSTER_CSV_MAX_FILE, "zero byte", 0 },
    { "Name,NPN\nAna,", (off_t) MUSTER_CSV_MAX_FILE + 1, "larger than 512 MiB", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Watch watch = { 0 };

      g_file_set_contents_full (fixture->path, cases[i].text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
      g_assert_cmpint (truncate (fixture->path, cases[i].size), ==, 0);
      g_assert_null (muster_sheet_read (fixture->path, NULL, sheet_fixture_score_cb, NULL, progress_cb, &watch, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
      g_assert_cmpuint (watch.read, <=, cases[i].max_read);
    }
}

static void
test_long_line_is_not_read_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = repeat ("Name,NPN\nAna,", "xxxxxxxxxxxxxxxx", 512 * 1024, "\n");
  g_autoptr (GError) error = NULL;
  Watch watch = { 0 };

  g_file_set_contents_full (fixture->path, text->str, text->len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  g_assert_null (muster_sheet_read (fixture->path, NULL, sheet_fixture_score_cb, NULL, progress_cb, &watch, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
  g_assert_cmpuint (watch.read, >, 0);
  g_assert_cmpuint (watch.read, <, 256 * 1024);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = repeat ("Name,NPN\n", "Ana Lind,1234567\n", 100000, "");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch watch = { 0, cancellable };

  g_file_set_contents_full (fixture->path, text->str, text->len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  g_assert_null (muster_sheet_read (fixture->path, NULL, sheet_fixture_score_cb, NULL, progress_cb, &watch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watch.read, <, text->len);
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  const char *const paths[] = { fixture->folder, fixture->path, pipe_path };

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_sheet_read (paths[i], NULL, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
  g_remove (pipe_path);
}

/* A letter, a line end and a quote fall between two blocks wherever they may. */
static void
test_block_ends (Fixture *fixture, gconstpointer data)
{
  for (guint filling = 0; filling < 40; filling++)
    {
      g_autoptr (GString) text = repeat ("Name,NPN,County\n", "Zo\xc3\xab,1,\"C\r\n\xe2\x82\xac\"\r\n", 3300, "");
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = NULL;
      const char *cells[3];

      for (guint i = 0; i < filling; i++)
        g_string_insert_c (text, 5, 'x');
      g_string_insert_c (text, 5, ',');
      sheet = read_bytes (fixture, text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (muster_sheet_get_n_rows (sheet), ==, 3300);
      for (guint row = 0; row < 3300; row++)
        {
          const char *wide[4];

          muster_sheet_get_row (sheet, row, wide);
          memcpy (cells, wide, sizeof cells);
          g_assert_cmpstr (cells[0], ==, "Zoë");
          g_assert_cmpstr (cells[2], ==, "C\n€");
          g_assert_cmpuint (muster_sheet_get_line (sheet, row), ==, 2 + row * 2);
        }
    }
}

#define ADD(name, function) g_test_add ("/documents/csv-reader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shapes", test_shapes);
  ADD ("refusals", test_refusals);
  ADD ("limits", test_limits);
  ADD ("huge", test_huge);
  ADD ("long-line", test_long_line_is_not_read_on);
  ADD ("cancel", test_cancel);
  ADD ("not-a-file", test_not_a_file);
  ADD ("block-ends", test_block_ends);
  return g_test_run ();
}
