/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "domain/muster-error.h"
#include "sheet-fixture.h"

#define BYTES(text) text, sizeof text - 1

static MusterSheet *
read_bytes (const char *bytes, gsize length, const MusterSheetChoices *choices, GError **error)
{
  g_autofree char *path = sheet_fixture_hold ((const guint8 *) bytes, length > 0 ? length : strlen (bytes));
  MusterSheet *sheet = muster_sheet_read (path, choices, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, error);

  sheet_fixture_let_go (path);
  if (sheet != NULL)
    sheet_fixture_assert_sound (sheet);
  return sheet;
}

/* What a person says holds, whatever the file looks like. */
static const struct
{
  const char *text;
  gsize length; /* 0: up to the NUL */
  MusterSheetChoices choices;
  const char *dump;
  const char *encoding;
  char delimiter;
  guint header_line;
} choices_table[] = {
  /* Encoding */
  { BYTES ("Name,NPN\nJos\xc3\xa9,1\n"), { .encoding = (char *) "Windows-1252" }, "Name|NPN/2:JosÃ©|1", "Windows-1252", ',', 1 },
  { BYTES ("Name,NPN\nJos\xe9,1\n"), { .encoding = (char *) "UTF-8" }, "Name|NPN/2:Jos\357\277\275|1", "UTF-8", ',', 1 },
  { BYTES ("\xef\xbb\xbfName,NPN\nAna,1\n"), { .encoding = (char *) "UTF-8" }, "Name|NPN/2:Ana|1", "UTF-8 with BOM", ',', 1 },
  { BYTES ("\xff\xfeN\0a\0m\0e\0\n\0J\0o\0"), { .encoding = (char *) "UTF-16LE" }, "Name/2:Jo", "UTF-16LE", ',', 1 },
  { BYTES ("\0N\0a\0m\0e\0\n\0J\0o"), { .encoding = (char *) "UTF-16BE" }, "Name/2:Jo", "UTF-16BE", ',', 1 },
  { BYTES ("Name,NPN\nMu\xa4oz,1\n"), { .encoding = (char *) "CP850" }, "Name|NPN/2:Muñoz|1", "CP850", ',', 1 },
  { BYTES ("Name,NPN\nMu\x96oz,1\n"), { .encoding = (char *) "Mac-Roman" }, "Name|NPN/2:Muñoz|1", "Mac-Roman", ',', 1 },
  { BYTES ("Name\n\x81\x80\n"), { .encoding = (char *) "Windows-1252" }, "Name/2:\302\201€", "Windows-1252", ',', 1 },
  /* Delimiter */
  { "Name;NPN\nLind, Ana;1\n", 0, { .delimiter = ',', .header_line = 1 }, "Name;NPN/2:Lind", "UTF-8", ',', 1 },
  { "Name,NPN\nLind|Ana,1\n", 0, { .delimiter = '|', .header_line = 1 }, "Name,NPN/2:Lind", "UTF-8", '|', 1 },
  { "sep=;\nName,NPN\nLind,1\n", 0, { .delimiter = ',' }, "Name|NPN/3:Lind|1", "UTF-8", ',', 2 },
  /* Header */
  { "Name,NPN\nAna,1\nBo,2\n", 0, { .header_line = 2 }, "Ana|1/3:Bo|2", "UTF-8", ',', 2 },
  { "Who;Number\nx\n\nAna,the first;1;y\nBo;2\n", 0, { .header_line = 4 }, "Ana,the first|1|y/5:Bo|2|", "UTF-8", ';', 4 },
  { "Name,NPN\nAna,1\n", 0, { .has_no_header = TRUE }, "Column A|Column B/1:Name|NPN/2:Ana|1", "UTF-8", ',', 0 },
  { "Ana;1\n\nBo;2;x;;\n", 0, { .has_no_header = TRUE }, "Column A|Column B|Column C/1:Ana|1|/3:Bo|2|x", "UTF-8", ';', 0 },
  { "sep=;\nAna;1\n", 0, { .has_no_header = TRUE }, "Column A|Column B/2:Ana|1", "UTF-8", ';', 0 },
  { "Ana, Bo|1,2|7,5\nCy|2|3\n", 0, { .has_no_header = TRUE, .header_line = 2 }, "Column A|Column B|Column C/1:Ana, Bo|1,2|7,5/2:Cy|2|3", "UTF-8", '|', 0 },
};

static void
test_choices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices_table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheetChoices) copy = muster_sheet_choices_copy (&choices_table[i].choices);
      g_autoptr (MusterSheet) sheet = read_bytes (choices_table[i].text, choices_table[i].length, copy, &error);
      g_autofree char *dumped = NULL;

      g_test_message ("%u: %s", i, choices_table[i].dump);
      g_assert_no_error (error);
      dumped = sheet_fixture_dump (sheet);
      g_assert_cmpstr (dumped, ==, choices_table[i].dump);
      g_assert_cmpstr (muster_sheet_get_encoding (sheet), ==, choices_table[i].encoding);
      g_assert_cmpint (muster_sheet_get_delimiter (sheet), ==, choices_table[i].delimiter);
      g_assert_cmpuint (muster_sheet_get_header_line (sheet), ==, choices_table[i].header_line);
    }
}

static const struct
{
  const char *text;
  MusterSheetChoices choices;
  MusterError code;
  const char *named;
} refusals[] = {
  { "Name,NPN\nAna,1\n", { .encoding = (char *) "UTF-16LE" }, MUSTER_ERROR_INPUT, "No header" },
  { "Name,NPN\nAna,1\n", { .encoding = (char *) "EBCDIC" }, MUSTER_ERROR_INVALID, "UTF-16BE" },
  { "Name,NPN\nAna,1\n", { .delimiter = 'x' }, MUSTER_ERROR_INVALID, "“x”" },
  { "Name,NPN\nAna,1\n", { .header_line = 3 }, MUSTER_ERROR_INPUT, "line 3" },
  { "Name,NPN\n\nAna,1\n", { .header_line = 2 }, MUSTER_ERROR_INPUT, "line 2" },
  { "\"Name\n\",NPN\nAna,1\n", { .header_line = 2 }, MUSTER_ERROR_INPUT, "line 2" },
  { "sep=;\nName;NPN\nAna;1\n", { .header_line = 1 }, MUSTER_ERROR_INPUT, "line 1" },
  { "\n,,\n", { .has_no_header = TRUE }, MUSTER_ERROR_INPUT, "empty" },
  { "\n,,\n", { .header_line = 1 }, MUSTER_ERROR_INPUT, "empty" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = read_bytes (refusals[i].text, 0, &refusals[i].choices, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "read");
      g_assert_null (sheet);
      g_assert_error (error, MUSTER_ERROR, refusals[i].code);
      g_assert_nonnull (strstr (error->message, refusals[i].named));
    }
}

/* Told apart from a damaged file, because a choice can be taken back. */
/* What a file of names rather is in, when it was taken for Windows-1252; nothing is guessed where that fits. */
static void
test_likely_encoding (void)
{
  static const struct
  {
    const char *bytes;
    const char *likely;
  } cases[] = {
    { "Name,NPN\nJos\x82,1\n", "CP850" },
    { "Name,NPN\nMu\xa4oz,1\nN\xa3\xa4"
      "ez,2\nLindstr\x94m,3\n\x8fsa,4\n",
      "CP850" },
    { "Name,NPN\nPE\xa5"
      "A,1\nIB\x90\xa5"
      "EZ,2\n",
      "CP850" },
    /* Wałęsa, Zażółć, Łuński */
    { "Name,NPN\nWa\xb3\xeasa,1\nZa\xbf\xf3\xb3\xe6,2\n\xa3u\xf1ski,3\n", "Windows-1250" },
    /* Wałęsa, Jaś Gąska, Łąkś */
    { "Name,NPN\nWa\xb3\xeasa,1\nJa\xb6 G\xb1ska,2\n\xa3\xb1k\xb6,3\n", "ISO-8859-2" },
    { "Name,NPN\nJos\x8e,1\n", "Mac-Roman" },
    { "Name,NPN\nMu\x96oz,1\nN\x9c\x96"
      "ez,2\nLindstr\x9am,3\nJos\x8e Mar\x92"
      "a,4\n",
      "Mac-Roman" },
    { "Name,NPN\nJos\xe9 Mu\xf1oz,1\nPE\xd1"
      "A,2\nLindstr\xf6m,3\n\xc5sa,4\n",
      NULL },
    { "Name,NPN\nO\x92"
      "Brien,1\nSmith\x96Jones,2\n\x93Red\x94 Roe,3\nAcme\x99 \x95 Etc\x85,4\nAna\xa0Roe,5\n",
      NULL },
    { "Name,NPN\nMu’min,1\nJosé,2\n", NULL },
    { "Name,NPN\nAna Roe,1\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterSheet) sheet = NULL;
      g_autoptr (GError) error = NULL;

      sheet = read_bytes (cases[i].bytes, strlen (cases[i].bytes), NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%u", i);
      g_assert_cmpstr (muster_sheet_get_likely_encoding (sheet), ==, cases[i].likely);
    }
}

static void
test_wrong_encoding (void)
{
  g_autoptr (GString) text = g_string_new ("Name,NPN\n");
  g_autoptr (GBytes) wide = NULL;
  g_autofree char *converted = NULL;
  gsize length;
  MusterSheetChoices choices = { .encoding = (char *) "Windows-1252" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "Ana,1\n");
  converted = g_convert (text->str, text->len, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_assert_null (read_bytes (converted, length, &choices, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "another encoding"));
}

static void
test_top_rows (void)
{
  static const struct
  {
    const char *text;
    MusterSheetChoices choices;
    const char *top;
  } cases[] = {
    { "Roster\n\n,,\nName,NPN,\nAna,1,\n", { NULL }, "1:Roster/2:/3:/4:Name|NPN/5:Ana|1" },
    { "\"Roster,\nall\",,x\nName,NPN\n", { NULL }, "1:Roster,\nall||x/3:Name|NPN" },
    { "sep=;\nName;NPN\nAna;1;2\n", { NULL }, "1:sep=;/2:Name|NPN/3:Ana|1|2" },
    { "x\nName,NPN\nAna,1\n", { .has_no_header = TRUE }, "1:x/2:Name|NPN/3:Ana|1" },
    { "x\ny\nName,NPN\nAna,1\n", { .header_line = 3 }, "1:x/2:y/3:Name|NPN/4:Ana|1" },
    { "Name\n1\n2\n3\n4\n5\n6\n7\n8\n\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n", { NULL }, "1:Name/2:1/3:2/4:3/5:4/6:5/7:6/8:7/9:8/10:/11:10/12:11/13:12/14:13/15:14/16:15/17:16/18:17/19:18/20:19" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = read_bytes (cases[i].text, 0, &cases[i].choices, &error);
      g_autofree char *top = NULL;

      g_assert_no_error (error);
      top = sheet_fixture_dump_top (sheet);
      g_assert_cmpstr (top, ==, cases[i].top);
    }
}

/* A header far below the first rows can only be chosen. */
static void
test_low_header (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MusterSheetChoices choices = { .header_line = 31 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = NULL;
  g_autofree char *dumped = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append (text, "Notes; and more, and yet more; of it\n");
  g_string_append (text, "Name,NPN\nAna,1\n");
  sheet = read_bytes (text->str, text->len, &choices, &error);
  g_assert_no_error (error);
  dumped = sheet_fixture_dump (sheet);
  g_assert_cmpstr (dumped, ==, "Name|NPN/32:Ana|1");
  g_assert_cmpuint (muster_sheet_get_n_top_rows (sheet), ==, 20);
}

static void
test_many_columns_without_names (void)
{
  g_autoptr (GString) text = g_string_new ("x");
  MusterSheetChoices choices = { .has_no_header = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = NULL;

  for (guint i = 1; i < 500; i++)
    g_string_append (text, ",x");
  sheet = read_bytes (text->str, text->len, &choices, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (muster_sheet_get_n_columns (sheet), ==, 500);
  g_assert_cmpstr (muster_sheet_get_header (sheet, 0), ==, "Column A");
  g_assert_cmpstr (muster_sheet_get_header (sheet, 25), ==, "Column Z");
  g_assert_cmpstr (muster_sheet_get_header (sheet, 26), ==, "Column AA");
  g_assert_cmpstr (muster_sheet_get_header (sheet, 499), ==, "Column SF");
}

static void
test_kinds (void)
{
  g_autoptr (MusterSheet) commas = read_bytes ("Name,NPN\nAna,1\n", 0, NULL, NULL);
  g_autoptr (MusterSheet) tabs = read_bytes ("Name\tNPN\nAna\t1\n", 0, NULL, NULL);

  g_assert_cmpstr (muster_sheet_get_kind (commas), ==, "csv");
  g_assert_cmpstr (muster_sheet_get_kind (tabs), ==, "tsv");
  g_assert_null (muster_sheet_get_sheet_names (commas));
  g_assert_null (muster_sheet_get_sheet_name (commas));
}

static void
test_pasted (void)
{
  static const char text[] = "Name\tNPN\r\nLind, Zoë\t1\r\n\"two\nlines\"\t2";
  MusterSheetChoices choices = { .encoding = (char *) "UTF-16BE", .has_no_header = TRUE };
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = muster_sheet_read_text (text, -1, "Pasted text", NULL, sheet_fixture_score_cb, NULL, NULL, &error);
  g_autoptr (MusterSheet) chosen = NULL;
  g_autofree char *dumped = NULL;
  g_autofree char *dumped_chosen = NULL;

  g_assert_no_error (error);
  dumped = sheet_fixture_dump (sheet);
  g_assert_cmpstr (dumped, ==, "Name|NPN/2:Lind, Zoë|1/3:two\nlines|2");
  g_assert_cmpstr (muster_sheet_get_kind (sheet), ==, "text");
  g_assert_cmpstr (muster_sheet_get_file_name (sheet), ==, "Pasted text");
  g_assert_cmpstr (muster_sheet_get_file_hash (sheet), ==, hash);
  g_assert_cmpuint (muster_sheet_get_file_size (sheet), ==, strlen (text));

  chosen = muster_sheet_read_text (text, 22, "Pasted text", &choices, sheet_fixture_score_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  dumped_chosen = sheet_fixture_dump (chosen);
  g_assert_cmpstr (dumped_chosen, ==, "Column A|Column B/1:Name|NPN/2:Lind, Zoë|1");
}

static void
test_pasted_nothing (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_sheet_read_text ("", -1, "Pasted text", NULL, sheet_fixture_score_cb, NULL, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (muster_sheet_read_text ("Name,NPN\nAna,1\n", -1, "Pasted text", NULL, sheet_fixture_score_cb, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is given away of a table: its headers, then rows as in a dump. */
static gboolean
take_row_cb (MusterSheet *sheet, const char *const *cells, guint line, gpointer user_data, GError **error)
{
  GString *taken = user_data;

  if (taken->len == 0)
    g_string_append_printf (taken, "%s,%s", muster_sheet_get_header (sheet, 0), muster_sheet_get_header (sheet, 1));
  g_string_append_printf (taken, "/%u:%s|%s", line, cells[0], cells[1]);
  if (strcmp (cells[1], "stop") != 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, "Enough");
  return FALSE;
}

static void
test_row_by_row (void)
{
  g_autoptr (GString) taken = g_string_new (NULL);
  const MusterSheetChoices choices = { .take_row = take_row_cb, .take_data = taken };
  g_autoptr (GString) text = g_string_new ("A title\n\nName,NPN\nAna,1\n\"B\n, o\",2\nCy\n\n,4,x\n");
  g_autoptr (MusterSheet) sheet = read_bytes (text->str, text->len, &choices, NULL);

  g_assert_cmpstr (taken->str, ==, "Name,NPN/4:Ana|1/5:B\n, o|2/7:Cy|/9:|4");
  g_assert_cmpuint (muster_sheet_get_n_rows (sheet), ==, 0);
  g_assert_cmpuint (muster_sheet_get_n_columns (sheet), ==, 2);
  g_assert_cmpuint (muster_sheet_get_file_size (sheet), ==, text->len);
  g_assert_cmpuint (muster_sheet_get_n_ragged_rows (sheet), ==, 1);
  g_assert_cmpstr (muster_sheet_get_file_hash (sheet), !=, NULL);
}

/* More rows than are kept until the header is known. */
static void
test_many_row_by_row (void)
{
  g_autoptr (GString) taken = g_string_new (NULL);
  const MusterSheetChoices choices = { .take_row = take_row_cb, .take_data = taken };
  g_autoptr (GString) text = g_string_new ("Name,NPN\n");
  g_autoptr (GString) expected = g_string_new ("Name,NPN");
  g_autoptr (MusterSheet) sheet = NULL, stopped = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (text, "Person %u,%u\n", i, 100 * i);
      g_string_append_printf (expected, "/%u:Person %u|%u", i + 2, i, 100 * i);
    }
  sheet = read_bytes (text->str, text->len, &choices, NULL);
  g_assert_cmpstr (taken->str, ==, expected->str);
  g_string_append (text, "Dora,stop\nEl,5\n");
  stopped = read_bytes (text->str, text->len, &choices, &error);
  g_assert_null (stopped);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_true (g_str_has_suffix (taken->str, "Dora|stop"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/sheet-reader/choices", test_choices);
  g_test_add_func ("/documents/sheet-reader/kinds", test_kinds);
  g_test_add_func ("/documents/sheet-reader/low-header", test_low_header);
  g_test_add_func ("/documents/sheet-reader/many-columns", test_many_columns_without_names);
  g_test_add_func ("/documents/sheet-reader/pasted", test_pasted);
  g_test_add_func ("/documents/sheet-reader/pasted-nothing", test_pasted_nothing);
  g_test_add_func ("/documents/sheet-reader/row-by-row", test_row_by_row);
  g_test_add_func ("/documents/sheet-reader/many-row-by-row", test_many_row_by_row);
  g_test_add_func ("/documents/sheet-reader/refusals", test_refusals);
  g_test_add_func ("/documents/sheet-reader/top-rows", test_top_rows);
  g_test_add_func ("/documents/sheet-reader/likely-encoding", test_likely_encoding);
  g_test_add_func ("/documents/sheet-reader/wrong-encoding", test_wrong_encoding);
  return g_test_run ();
}
