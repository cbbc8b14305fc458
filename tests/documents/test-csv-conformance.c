/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "sheet-fixture.h"

/*
 * What RFC 4180 says of CSV, and what the public collections of test files try: quotes, line ends in quotes, escaped quotes, empty cells,
 * letters beyond ASCII. Each with LF, CR LF and CR, with and without a last line end, and pasted.
 */
static const struct
{
  const char *rule;
  const char *text; /* without its last line end */
  const char *dump; /* as sheet_fixture_dump() writes it, but without the lines */
} cases[] = {
  { "2.1 each record on a line of its own", "a,b,c\n1,2,3\n4,5,6", "a|b|c/1|2|3/4|5|6" },
  { "2.4 spaces are part of a field that is quoted", "a,b\n\" 1 \",2", "a|b/ 1 |2" },
  { "2.4 as many fields on each line", "a,b,c\n1,,3", "a|b|c/1||3" },
  { "2.5 fields in quotes or not", "a,\"b\"\n\"1\",2\n3,\"4\"", "a|b/1|2/3|4" },
  { "2.6 commas in quotes", "first,last,street\nJan,Roe,\"1 Elm Way, Upstairs\"", "first|last|street/Jan|Roe|1 Elm Way, Upstairs" },
  { "2.6 line ends in quotes", "a,b\n\"Once\nupon a\ntime\",5\n7,8", "a|b/Once\nupon a\ntime|5/7|8" },
  { "2.6 line ends at the ends of quotes", "a,b\n\"\nx\n\",1", "a|b/\nx\n|1" },
  { "2.6 blank lines in quotes", "a,b\n\"x\n\ny\",1", "a|b/x\n\ny|1" },
  { "2.7 escaped quotes", "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4", "a|b/1|ha \"ha\" ha/3|4" },
  { "2.7 nothing but an escaped quote", "a,b\n\"\"\"\",1", "a|b/\"|1" },
  { "2.7 escaped quotes at both ends", "a,b\n\"\"\"x\"\"\",1", "a|b/\"x\"|1" },
  { "2.7 escaped quotes around a comma", "a,b\n\"x\"\",\"\"y\",1", "a|b/x\",\"y|1" },
  { "2.7 quotes and line ends together", "a,b\n1,\"ha\n\"\"ha\"\"\nha\"\n3,4", "a|b/1|ha\n\"ha\"\nha/3|4" },
  { "text of another format", "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"", "key|val/1|{\"type\": \"Point\", \"at\": [102.0, 0.5]}" },
  { "empty fields in quotes", "a,b,c\n1,\"\",\"\"\n2,3,4", "a|b|c/1||/2|3|4" },
  { "empty fields first and last", "a,b,c\n,2,\n1,,", "a|b|c/|2|/1||" },
  { "a record of nothing but commas is blank", "a,b,c\n,,\n1,2,3", "a|b|c/1|2|3" },
  { "a blank line is no record", "a,b\n\n1,2\n\n\n3,4", "a|b/1|2/3|4" },
  { "one column", "a\n1\n2", "a/1/2" },
  { "letters beyond ASCII", "a,b\n1,é\n2,ʤ\n3,ล\n4,😀", "a|b/1|é/2|ʤ/3|ล/4|😀" },
  { "a quote within a field that is not quoted", "a,b\n6' 2\",x\n1,2", "a|b/6' 2\"|x/1|2" },
  { "quotes within quotes that are not escaped", "a,b\n\"Jan \"Bud\" Roe\",1", "a|b/Jan \"Bud\" Roe|1" },
  { "a record that is too short", "a,b,c\n1\n1,2", "a|b|c/1||/1|2|" },
  { "a tab is no delimiter among commas", "a,b\n1\t2,3", "a|b/1\t2|3" },
};

/* Lines are counted elsewhere; here they differ with the line ends. */
static char *
dump (MusterSheet *sheet)
{
  g_autofree char *whole = sheet_fixture_dump (sheet);
  g_autoptr (GRegex) line = g_regex_new ("/[0-9]+:", 0, 0, NULL);

  return g_regex_replace_literal (line, whole, -1, 0, "/", 0, NULL);
}

static void
assert_read (const char *rule, const char *text, const char *expected)
{
  MusterSheetChoices choices = { .header_line = 1 };
  g_autofree char *path = sheet_fixture_hold ((const guint8 *) text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = muster_sheet_read (path, &choices, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error);
  g_autoptr (MusterSheet) pasted = NULL;
  g_autofree char *dumped = NULL;
  g_autofree char *dumped_pasted = NULL;

  g_test_message ("%s", rule);
  sheet_fixture_let_go (path);
  g_assert_no_error (error);
  dumped = dump (sheet);
  g_assert_cmpstr (dumped, ==, expected);
  pasted = muster_sheet_read_text (text, -1, "Pasted", &choices, sheet_fixture_score_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  dumped_pasted = dump (pasted);
  g_assert_cmpstr (dumped_pasted, ==, expected);
}

static void
test_rules (void)
{
  static const char *const line_ends[] = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (line_ends); j++)
      {
        g_autoptr (GString) text = g_string_new (cases[i].text);

        g_string_replace (text, "\n", line_ends[j], 0);
        assert_read (cases[i].rule, text->str, cases[i].dump);
        g_string_append (text, line_ends[j]);
        assert_read (cases[i].rule, text->str, cases[i].dump);
        g_string_prepend (text, "\xef\xbb\xbf");
        assert_read (cases[i].rule, text->str, cases[i].dump);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/csv-conformance/rules", test_rules);
  return g_test_run ();
}
