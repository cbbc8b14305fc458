/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-assister.h"
#include "domain/muster-text.h"

typedef struct
{
  const char *text;
  const char *result;
} Case;

static const Case fold_cases[] = {
  { NULL, "" },
  { "", "" },
  { "   ", "" },
  { "\t\r\n", "" },
  { "Lindqvist", "lindqvist" },
  { "  Ana \t\n M. ", "ana m." },
  { "Ana\xc2\xa0Lindqvist", "ana lindqvist" },
  { "ÉMILE", "emile" },
  { "E\xcc\x81mile", "emile" }, /* the same, decomposed */
  { "Ångström", "angstrom" },
  { "Peña", "pena" },
  { "Nguyễn Thị Hồng Đặng", "nguyen thi hong dang" },
  { "đỗ", "do" },
  { "Phở Ướt", "pho uot" },
  { "Pa Houa Xyooj", "pa houa xyooj" },
  { "Nkauj Hli Tsab", "nkauj hli tsab" },
  { "Weiß", "weiss" },
  { "WEISS", "weiss" },
  { "WEIẞ", "weiss" },
  { "İbrahim", "ibrahim" },
  { "IŞIK", "isik" },
  { "Søren", "soren" },
  { "Łukasz", "lukasz" },
  { "ﬁeld", "field" },
  { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
  { "Σίσυφος", "σισυφοσ" },
  { "O’Brien", "o'brien" }, /* as it is typed */
  { "Smith‑Jones", "smith-jones" },
  { "Ana 🌻", "ana 🌻" },
  { "👩‍⚕️", NULL }, /* whatever it becomes, twice the same */
  { "李小龙", "李小龙" },
  { "\xcc\x81", "" },
};

static void
test_fold (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fold_cases); i++)
    {
      g_autofree char *folded = muster_text_fold (fold_cases[i].text);
      g_autofree char *again = muster_text_fold (folded);
      g_autoptr (GString) appended = g_string_new ("before:");

      g_test_message ("“%s”", fold_cases[i].text);
      if (fold_cases[i].result != NULL)
        g_assert_cmpstr (folded, ==, fold_cases[i].result);
      g_assert_cmpstr (again, ==, folded);
      g_assert_true (g_utf8_validate (folded, -1, NULL));

      if (fold_cases[i].text == NULL)
        continue;
      muster_text_append_folded (appended, fold_cases[i].text);
      g_assert_cmpstr (appended->str + strlen ("before:"), ==, folded);
    }
}

static const Case tidy_cases[] = {
  { NULL, NULL },
  { "", NULL },
  { " ", NULL },
  { "\t \r\n", NULL },
  { "\001\002", NULL },
  { " \001 ", NULL },
  { "Ana", "Ana" },
  { "  Ana   M. ", "Ana M." },
  { "Ana\tLindqvist", "Ana Lindqvist" },
  { "Ana\r\nLindqvist", "Ana Lindqvist" },
  { "Ana\xc2\xa0Lindqvist\xc2\xa0", "Ana Lindqvist" },
  { "\xe2\x80\x83"
    "Ana",
    "Ana" },
  { "An\001a", "Ana" },
  { "An\177a", "Ana" },
  { "An\xc2\x80"
    "a",
    "Ana" },
  { "Ana \001 Lindqvist", "Ana Lindqvist" },
  { "\001 Ana \001", "Ana" },
  { "Nguyễn Thị Đặng", "Nguyễn Thị Đặng" },
  { "Weiß", "Weiß" },
  { "İbrahim Işık", "İbrahim Işık" },
  { "Ana 🌻", "Ana 🌻" },
  { "👩‍⚕️", "👩‍⚕️" },
  { "O’Brien", "O’Brien" },
  { "\xef\xbb\xbf"
    "Ana",
    "Ana" },
  { "An\xe2\x80\x8b"
    "a",
    "Ana" },
  { "An\xe2\x80\x8d"
    "a",
    "Ana" },
  { "\xe2\x80\x8d", NULL },
  { "می‌خواهم", "می‌خواهم" },
};

static void
test_tidy (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tidy_cases); i++)
    {
      g_autofree char *tidy = muster_text_dup_tidy (tidy_cases[i].text);
      g_autofree char *again = muster_text_dup_tidy (tidy);

      g_test_message ("“%s”", tidy_cases[i].text);
      g_assert_cmpstr (tidy, ==, tidy_cases[i].result);
      g_assert_cmpstr (again, ==, tidy);
    }
}

static void
test_blank (void)
{
  static const struct
  {
    const char *text;
    gboolean blank;
  } cases[] = {
    { NULL, TRUE },
    { "", TRUE },
    { " \t\r\n\v\f", TRUE },
    { "\u00a0", TRUE },           /* a space that does not break */
    { " \u00a0 \u202f", TRUE },   /* and its narrow sister */
    { "\u1680\u2003\u2009", TRUE }, /* of ogham, an em, thin */
    { "\u205f\u3000", TRUE },     /* of formulas, of ideographs */
    { "\u2028\u2029\xc2\x85", TRUE }, /* ends of lines and paragraphs */
    { "\u200b\u200d\ufeff", TRUE }, /* without width */
    { "\u2060\u00ad\u200e", TRUE }, /* not to break, soft hyphen, left to right */
    { "\u0301", TRUE },           /* an accent on nothing */
    { "\001\177", TRUE },
    { ".", FALSE },
    { " x ", FALSE },
    { "\u00a0é", FALSE },
    { "无", FALSE },
    { "\u200eشكوى", FALSE },
    { "\xff", FALSE }, /* not ours to judge */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tidy = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_text_is_blank (cases[i].text), ==, cases[i].blank);
      if (cases[i].text == NULL || !g_utf8_validate (cases[i].text, -1, NULL))
        continue;
      tidy = muster_text_dup_tidy (cases[i].text);
      g_assert_cmpint (tidy == NULL, ==, cases[i].blank);
    }
}

/* What stands behind a NUL does not count, and is not read. */
static void
test_nul (void)
{
  static const char text[] = "Ana\0Lindqvist";
  g_autofree char *folded = muster_text_fold (text);
  g_autofree char *tidy = muster_text_dup_tidy (text);

  g_assert_cmpstr (folded, ==, "ana");
  g_assert_cmpstr (tidy, ==, "Ana");
}

/* Every character alone and between letters, over the planes that people write in. */
static void
test_every_character (void)
{
  for (gunichar c = 1; c < 0x3100; c++)
    {
      char text[16] = "a";
      int length = 1 + g_unichar_to_utf8 (c, text + 1);
      g_autofree char *folded = NULL;
      g_autofree char *folded_again = NULL;
      g_autofree char *tidy = NULL;
      g_autofree char *tidy_again = NULL;

      text[length] = 'b';
      folded = muster_text_fold (text);
      folded_again = muster_text_fold (folded);
      tidy = muster_text_dup_tidy (text);
      tidy_again = muster_text_dup_tidy (tidy);
      if (g_strcmp0 (folded, folded_again) != 0)
        g_test_message ("U+%04X: “%s” “%s”", c, folded, folded_again);
      g_assert_cmpstr (folded, ==, folded_again);
      g_assert_cmpstr (tidy, ==, tidy_again);
      g_assert_true (folded[0] == 'a' && g_str_has_suffix (folded, "b"));
      g_assert_true (tidy[0] == 'a' && g_str_has_suffix (tidy, "b"));
      if (g_unichar_iscntrl (c))
        g_assert_cmpint (tidy[1] == 'b' || tidy[1] == ' ', ==, TRUE);
    }
}

static void
test_cause (void)
{
  static const struct
  {
    const char *message, *path, *cause;
  } cases[] = {
    { "Failed to open file “/a/b.csv”: Permission denied", "/a/b.csv", "Permission denied" },
    { "Error opening file /a: b.csv: No such file or directory", "/a: b.csv", "No such file or directory" },
    { "Is a directory", "/a/b.csv", "Is a directory" },
    { "Something else: broken", "/a/b.csv", "Something else: broken" },
    { "Cannot read /a/b.csv", "/a/b.csv", "Cannot read /a/b.csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (muster_text_get_cause (cases[i].message, cases[i].path), ==, cases[i].cause);
}

static void
test_quoted (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  muster_text_append_quoted (list, "NPN");
  muster_text_append_quoted (list, "E-mail");
  g_assert_cmpstr (list->str, ==, "“NPN”, “E-mail”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/text/fold", test_fold);
  g_test_add_func ("/domain/text/tidy", test_tidy);
  g_test_add_func ("/domain/text/blank", test_blank);
  g_test_add_func ("/domain/text/cause", test_cause);
  g_test_add_func ("/domain/text/nul", test_nul);
  g_test_add_func ("/domain/text/every-character", test_every_character);
  g_test_add_func ("/domain/text/quoted", test_quoted);
  return g_test_run ();
}
