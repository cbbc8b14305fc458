/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "documents/muster-workbook-protocol.h"
#include "domain/muster-error.h"
#include "sheet-fixture.h"

/* What make-workbooks.py made. */
static const char *books_folder;
static const char *files_folder;

static MusterSheet *
read_book (const char *name, const MusterSheetChoices *choices, GError **error)
{
  g_autofree char *path = g_build_filename (books_folder, name, NULL);
  MusterSheet *sheet = muster_sheet_read (path, choices, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, error);

  if (sheet != NULL)
    sheet_fixture_assert_sound (sheet);
  return sheet;
}

static const struct
{
  const char *name;
  const char *dump;
} shapes[] = {
  { "plain.xlsx", "Name|NPN/2:Ana|1" },
  { "plain.ods", "Name|NPN/2:Ana|1" },
  { "strings.xlsx", "Name|NPN|Note/3:LIND, Ana ||one\ntwo\nthree _x0041_ <&é/4:|123|rich text" },
  { "numbers.xlsx",
    "Name|NPN|Other/2:x|12345678|/3:x|12345678|/4:x|123456789012345|/5:x|12345678901234567890|/6:x|1.2345678901234e+17|/7:x|0.1|/8:x|-5|/9:x|0|/10:x|007|/11:x|01234|/"
    "12:x|2.5|/13:x|TRUE|/14:x|FALSE|/15:x|#REF!|/16:x|#N/A|/17:x|odd|" },
  { "dates.xlsx",
    "Name|Hired/2:0|45000/3:1|2023-03-15/4:1|2023-03-15/5:2|2023-03-15/6:2|2023-03-15 14:30:00/7:3|14:30:00/8:4|36:00:00/9:5|45000/10:6|2023-03-15/11:7|2023-03-15 12:00:00/"
    "12:8|2023-03-15/13:9|2023-03-15/14:10|45000/15:11|45000/16:12|12:00:00/17:13|48:00:00/18:14|12:00:00/19:15|45000/20:16|45000/21:1|1900-01-01/22:1|1900-02-28/23:1|1900-02-29/"
    "24:1|1900-03-01/25:1|9999-12-31/26:1|2958466/27:1|-1/28:1|0/29:2|2023-03-15/30:99|45000/31:|2024-03-01/32:|2024-03-01 14:30:00" },
  { "dates-1904.xlsx", "Name|Hired/2:|1904-01-01/3:|2023-03-15" },
  { "places.xlsx", "Name||NPN/9:Ana||" },
  { "sheets.xlsx", "Name|NPN/2:Ana|1" },
  { "hidden.xlsx", "Name|NPN/2:Ana|1" },
  { "utf-16.xlsx", "Name|NPN/2:Zoë|1" },
  { "prefixed.xlsx", "Name|NPN/2:Ana|1" },
  { "elsewhere.xlsx", "Name|NPN/2:Ana|1" },
  { "plain.xls", "Name|NPN/2:Ana|1" },
  { "formulas.xls", "Name|NPN/2:Żółw|12345678/3:TRUE|#N/A/4:2023-03-15|/5:shared|/6:#REF!|FALSE" },
  { "numbers.xls", "Name|NPN/2:1234|-12.34/3:3|2023-03-15/4:123456789012345|0.1/5:01234|2023-03-15 14:30:00" },
  { "dates-1904.xls", "Name|NPN/2:2023-03-15|" },
  { "shared.xls", "Name|NPN/2:LIND, Zoë Żóaria|hi" },
  { "biff-5.xls", "Name|NPN/2:José “x”|1" },
  { "unsorted.xls", "Name|NPN/2:Ana|1/3:Bo|2" },
  { "sheets.xls", "Name|NPN/2:Ana|1" },
  { "texts.ods", "Name|NPN|Note/2:LIND,   Ana Maria||one\ntwo\nthree\tfour/3:ana@example.org|a b |of a formula" },
  { "values.ods",
    "Name|NPN/2:x|12345678/3:x|01234/4:x|12345678/5:x|0.7/6:x|12.5/7:x|TRUE/8:x|FALSE/9:x|2024-03-01/10:x|2024-03-01 14:30:00/11:x|2024-03-01/12:x|2024-03-01/13:x|14:30:05/"
    "14:x|#DIV/0!/15:x|without a type" },
  { "repeated.ods", "Name|NPN/2:Ana|Ana/3:Ana|Ana/2004:Bo|" },
  { "sheets.ods", "Name|NPN/2:Ana|1" },
  { "inner.ods", "Name|NPN/2:Ana|1" },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = NULL;
      g_autofree char *dumped = NULL;

      g_test_message ("%s", shapes[i].name);
      sheet = read_book (shapes[i].name, NULL, &error);
      g_assert_no_error (error);
      dumped = sheet_fixture_dump (sheet);
      g_assert_cmpstr (dumped, ==, shapes[i].dump);
      g_assert_cmpstr (muster_sheet_get_kind (sheet), ==, strrchr (shapes[i].name, '.') + 1);
    }
}

/* What nobody sees who looks at the workbook: rows, sheets, and what stands beyond the header. */
static void
test_hidden (void)
{
  static const struct
  {
    const char *name;
    guint n_hidden;
    guint n_ragged;
    gboolean is_hidden;
  } books[] = { { "plain.xlsx", 0, 0, FALSE }, { "hidden-rows.xlsx", 2, 1, FALSE }, { "hidden-rows.ods", 3, 2, FALSE }, { "hidden.xlsx", 0, 0, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = read_book (books[i].name, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("%s", books[i].name);
      g_assert_cmpuint (muster_sheet_get_n_hidden_rows (sheet), ==, books[i].n_hidden);
      g_assert_cmpuint (muster_sheet_get_n_ragged_rows (sheet), ==, books[i].n_ragged);
      g_assert_cmpint (muster_sheet_is_hidden (sheet), ==, books[i].is_hidden);
    }
}

/* Of many sectors, small and large. */
static void
test_large_old (void)
{
  static const char *const names[] = { "large.xls", "large-sectors.xls" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = read_book (names[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (muster_sheet_get_n_rows (sheet), ==, 199);
      g_assert_cmpuint (muster_sheet_get_line (sheet, 198), ==, 200);
    }
}

/* Made by another program, once. */
static void
test_old (void)
{
  g_autofree char *path = g_build_filename (files_folder, "roster.xls", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = muster_sheet_read (path, NULL, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error);
  g_autofree char *dumped = NULL;

  g_assert_no_error (error);
  dumped = sheet_fixture_dump (sheet);
  g_assert_cmpstr (dumped, ==,
                   "Last Name|First Name|NPN|Hired|Since|ZIP|Active|Note/4:LIND|Zoë|12345678|2023-03-15|2023-03-15 14:30:00|01234|TRUE|łódź 😀/"
                   "5:Olson|Bo|0012345|0.1|123456789012345|-2.5|FALSE|#REF!/7:Cruz|1|2|3|4.5|100000000|12.34|");
  g_assert_cmpstr (muster_sheet_get_kind (sheet), ==, "xls");
  g_assert_cmpstr (muster_sheet_get_sheet_name (sheet), ==, "Roster");
}

static const struct
{
  const char *name;
  const char *named;
} refusals[] = {
  { "empty.xlsx", "No sheet" },
  { "one-empty.xlsx", "No sheet" },
  { "wide.xlsx", "Row 2 has more than 500 columns" },
  { "long.xlsx", "The cell B3 is longer than 64 KiB" },
  { "long-shared.xlsx", "The cell B2 is longer" },
  { "macros.xlsm", "XLSM" },
  { "binary.xlsb", "XLSB" },
  { "letter.docx", "word processor" },
  { "letter.odt", "word processor" },
  { "talk.pptx", "presentation" },
  { "talk.odp", "presentation" },
  { "drawing.odg", "not a workbook" },
  { "roster.numbers", "Numbers" },
  { "roster.zip", "compressed" },
  { "password.ods", "password" },
  { "password.xlsx", "password" },
  { "password.xls", "password" },
  { "password-2.xlsx", "password" },
  { "old-version.xls", "before 1993" },
  { "letter.doc", "word processor" },
  { "talk.ppt", "presentation" },
  { "letter.msg", "e-mail" },
  { "thing.ole", "not a workbook" },
  { "garbage.ods", "workbook is damaged and" },
  { "truncated.xlsx", "workbook is damaged and" },
};

static void
assert_refused (const char *name, const MusterSheetChoices *choices, const char *named)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = read_book (name, choices, &error);

  g_test_message ("%s: %s", name, error != NULL ? error->message : "read");
  g_assert_null (sheet);
  sheet_fixture_assert_refused (error);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    assert_refused (refusals[i].name, NULL, refusals[i].named);
}

/* What means to be too much: each ends in its sentence, none in the death of the helper. */
static void
test_bombs (void)
{
  static const struct
  {
    const char *name;
    const char *named;
  } bombs[] = {
    { "rows.bomb.ods", "too large when unpacked" },
    { "columns.bomb.ods", "Row 2 has more than 500 columns" },
    { "spaces.bomb.ods", "The cell A2 is longer" },
    { "sparse.bomb.ods", "is damaged and" },
    { "entities.bomb.ods", "is damaged and" },
    { "entities.bomb.xlsx", "is damaged and" },
    { "deep.bomb.xlsx", "is damaged and" },
    { "far.bomb.xlsx", "is damaged and" },
    { "backwards.bomb.xlsx", "is damaged and" },
    { "index.bomb.xlsx", "is damaged and" },
    { "missing.bomb.xlsx", "is damaged and" },
    { "shared.bomb.xlsx", "too large when unpacked" },
    { "attribute.bomb.xlsx", "is damaged and" },
    { "comment.bomb.xlsx", "is damaged and" },
    { "sheets.bomb.xlsx", "is damaged and" },
    { "zip.bomb.xlsx", "too large when unpacked" },
    { "members.bomb.xlsx", "too large when unpacked" },
    { "loop.bomb.xls", "is damaged and" },
    { "short.bomb.xls", "is damaged and" },
    { "large.bomb.xls", "too large when unpacked" },
    { "tables.bomb.xls", "is damaged and" },
    { "nowhere.bomb.xls", "is damaged and" },
    { "index.bomb.xls", "is damaged and" },
    { "strings.bomb.xls", "too large when unpacked" },
    { "cut.bomb.xls", "is damaged and" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    assert_refused (bombs[i].name, NULL, bombs[i].named);
}

static void
test_choices (void)
{
  static const struct
  {
    const char *name;
    MusterSheetChoices choices;
    const char *dump;
    const char *sheet;
  } cases[] = {
    { "sheets.xlsx", { NULL }, "Name|NPN/2:Ana|1", "Roster & more" },
    { "sheets.xlsx", { .sheet_name = (char *) "Old" }, "Name|NPN|Phone/2:Old|1|", "Old" },
    { "sheets.xlsx", { .sheet_name = (char *) "About", .has_no_header = TRUE }, "Column A/1:How to fill this in", "About" },
    { "sheets.ods", { .sheet_name = (char *) "Hidden" }, "Name|NPN", "Hidden" },
    { "sheets.ods", { NULL }, "Name|NPN/2:Ana|1", "Roster" },
    { "places.xlsx", { .header_line = 9 }, "Ana||||1", "Roster" },
    { "places.xlsx", { .has_no_header = TRUE }, "Column A|Column B|Column C|Column D|Column E/2:|Roster of Sunrise|||/5:Name||NPN||/9:Ana||||1", "Roster" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterSheet) sheet = read_book (cases[i].name, &cases[i].choices, &error);
      g_autofree char *dumped = NULL;

      g_assert_no_error (error);
      dumped = sheet_fixture_dump (sheet);
      g_assert_cmpstr (dumped, ==, cases[i].dump);
      g_assert_cmpstr (muster_sheet_get_sheet_name (sheet), ==, cases[i].sheet);
    }
}

static void
test_wrong_choices (void)
{
  const MusterSheetChoices none = { .sheet_name = (char *) "Rooster" };
  const MusterSheetChoices empty = { .sheet_name = (char *) "Empty" };
  const MusterSheetChoices low = { .header_line = 3 };

  assert_refused ("sheets.xlsx", &none, "no sheet “Rooster”. It has: Old, About, Empty, Roster & more, Secret.");
  assert_refused ("plain.ods", &none, "It has: Roster.");
  assert_refused ("sheets.xlsx", &empty, "“Empty” is empty");
  assert_refused ("places.xlsx", &low, "line 3");
}

static void
test_what_is_known (void)
{
  static const char *const names[] = { "Old", "About", "Empty", "Roster & more", "Secret", NULL };
  g_autofree char *path = g_build_filename (books_folder, "places.xlsx", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *top = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheets = read_book ("sheets.xlsx", NULL, &error);
  g_autoptr (MusterSheet) places = read_book ("places.xlsx", NULL, &error);
  gsize length;

  g_assert_no_error (error);
  g_assert_cmpstrv (muster_sheet_get_sheet_names (sheets), names);
  top = sheet_fixture_dump_top (places);
  g_assert_cmpstr (top, ==, "1:/2:|Roster of Sunrise/3:/4:/5:Name||NPN/6:/7:/8:/9:Ana||||1");
  g_assert_cmpuint (muster_sheet_get_header_line (places), ==, 5);
  g_assert_cmpuint (muster_sheet_get_n_blank_rows (places), ==, 6);
  g_assert_true (muster_sheet_is_ragged (places, 0));
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  g_assert_cmpstr (muster_sheet_get_file_hash (places), ==, hash);
  g_assert_cmpuint (muster_sheet_get_file_size (places), ==, length);
  g_assert_cmpstr (muster_sheet_get_file_name (places), ==, "places.xlsx");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  files_folder = argv[1];
  books_folder = argv[2];
  g_test_add_func ("/documents/workbook-reader/hidden", test_hidden);
  g_test_add_func ("/documents/workbook-reader/bombs", test_bombs);
  g_test_add_func ("/documents/workbook-reader/choices", test_choices);
  g_test_add_func ("/documents/workbook-reader/large-old", test_large_old);
  g_test_add_func ("/documents/workbook-reader/old", test_old);
  g_test_add_func ("/documents/workbook-reader/refusals", test_refusals);
  g_test_add_func ("/documents/workbook-reader/shapes", test_shapes);
  g_test_add_func ("/documents/workbook-reader/what-is-known", test_what_is_known);
  g_test_add_func ("/documents/workbook-reader/wrong-choices", test_wrong_choices);
  return g_test_run ();
}
