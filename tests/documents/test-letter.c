/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "documents/muster-data.h"
#include "documents/muster-letter-file.h"
#include "domain/muster-error.h"

static const char *const languages[] = { "en", "es" };

/* What every field says, in these tests. */
static const char *const all_values[MUSTER_N_LETTER_FIELDS] = {
  [MUSTER_LETTER_PERSON] = "Ana Lindqvist",
  [MUSTER_LETTER_AGENCY] = "Riverside Community Health",
  [MUSTER_LETTER_DAY] = "28 November 2026",
  [MUSTER_LETTER_NUMBER] = "RV-2026-0001",
  [MUSTER_LETTER_ROLES] = "navigator",
  [MUSTER_LETTER_STATE] = "Suspended",
  [MUSTER_LETTER_REASON] = "Shared the password of the portal.",
  [MUSTER_LETTER_FINDING] = "Two people signed in with one account.",
  [MUSTER_LETTER_GROUNDS] = "COC-09 Safeguarding client information\nROB-06b No shared accounts",
  [MUSTER_LETTER_STEPS] = "Repeat the course",
  [MUSTER_LETTER_RESTRICTION] = "Stop work",
  [MUSTER_LETTER_DUE] = "28 December 2026",
  [MUSTER_LETTER_EFFECTIVE] = "1 December 2026",
  [MUSTER_LETTER_REVIEW_UNTIL] = "31 December 2026",
  [MUSTER_LETTER_AUTHORITY] = "agency",
  [MUSTER_LETTER_DECIDER] = "Robin Marsh",
  [MUSTER_LETTER_OUTCOME] = "Completed",
  [MUSTER_LETTER_REVIEW] = "AP-2026-0001",
  [MUSTER_LETTER_CONDITIONS] = "The course by summer",
  [MUSTER_LETTER_FORMER_AGENCY] = "Northern Lakes",
  [MUSTER_LETTER_NEW_AGENCY] = "Two Rivers",
  [MUSTER_LETTER_SIGNER] = "Alex Moreau",
};

static char *
load (const MusterLetterKind *kind, const char *language)
{
  g_autoptr (GError) error = NULL;
  char *text = muster_data_dup_letter (kind, language, &error);

  g_assert_no_error (error);
  return text;
}

static MusterLetterTemplate *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MusterLetterTemplate *letter_template = muster_letter_template_parse (text, -1, &error);

  g_assert_no_error (error);
  return letter_template;
}

static char *
dup_text (const MusterLetter *letter)
{
  GString *text = g_string_new (letter->title);

  for (guint i = 0; i < letter->blocks->len; i++)
    g_string_append_printf (text, "\n%s", ((MusterLetterBlock *) letter->blocks->pdata[i])->text);
  return g_string_free_and_steal (text);
}

/* Every kind has its letter in every language, which says all that it must, and leaves no brace. */
static void
test_shipped (void)
{
  guint n;
  const MusterLetterKind *kinds = muster_letter_get_kinds (&n);

  g_assert_cmpuint (n, >=, 22);
  for (guint i = 0; i < n * G_N_ELEMENTS (languages); i++)
    {
      const MusterLetterKind *kind = &kinds[i / G_N_ELEMENTS (languages)];
      const char *language = languages[i % G_N_ELEMENTS (languages)];
      g_autofree char *source = load (kind, language), *text = NULL;
      g_autoptr (MusterLetterTemplate) letter_template = parse (source);
      g_autoptr (MusterLetter) letter = muster_letter_template_fill (letter_template, all_values, NULL);

      g_assert_true (muster_letter_template_get_kind (letter_template) == kind);
      g_assert_cmpstr (muster_letter_template_get_language (letter_template), ==, language);
      g_assert_nonnull (letter);
      text = dup_text (letter);
      g_assert_null (strpbrk (text, "{}"));
      for (guint field = 0; field < MUSTER_N_LETTER_FIELDS; field++)
        if ((kind->required & MUSTER_LETTER_BIT (field)) != 0 && field != MUSTER_LETTER_GROUNDS)
          g_assert_nonnull (strstr (text, all_values[field]));
      g_assert_cmpstr (letter->addressee, ==, kind->addressee == MUSTER_LETTER_TO_PERSON ? "Ana Lindqvist" : NULL);
    }
}

/* Returns: (transfer full): @text without the paragraphs in which @field stands. */
static char *
dup_without (const char *text, const char *field)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  g_autofree char *name = g_strdup_printf ("{%s}", field);
  g_autoptr (GString) left = g_string_new (paragraphs[0]);

  for (guint i = 1; paragraphs[i] != NULL; i++)
    if (strstr (paragraphs[i], name) == NULL)
      g_string_append_printf (left, "\n\n%s", paragraphs[i]);
  return g_strdup (left->str);
}

static void
assert_refused (const char *text, const char *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_letter_template_parse (text, -1, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, named));
}

/* Whatever a letter must say can be taken out of it in no way that is not found; nor does it count where it stands only at times. */
static void
test_mutations (void)
{
  guint n;
  const MusterLetterKind *kinds = muster_letter_get_kinds (&n);
  guint n_tried = 0;

  for (guint i = 0; i < n * G_N_ELEMENTS (languages); i++)
    {
      const MusterLetterKind *kind = &kinds[i / G_N_ELEMENTS (languages)];
      g_autofree char *source = load (kind, languages[i % G_N_ELEMENTS (languages)]);

      for (guint field = 0; field < MUSTER_N_LETTER_FIELDS; field++)
        {
          const char *name = muster_letter_field_get_name (field);
          g_autofree char *without = NULL, *optional = NULL, *named = g_strdup_printf ("{%s}", name);

          if ((kind->required & MUSTER_LETTER_BIT (field)) == 0)
            continue;
          without = dup_without (source, name);
          assert_refused (without, "{");
          optional = g_strdup_printf ("%s\n\n? Only at times: %s", without, named);
          assert_refused (optional, "{");
          n_tried++;
        }
    }
  g_assert_cmpuint (n_tried, >, 100);
}

/* One edit each, and what the message must name. */
static void
test_bad (void)
{
  static const struct
  {
    const char *find, *replace, *named;
  } cases[] = {
    { "{review-until}", "{review-untill}", "review-untill" },
    { "{person}", "{finding}", "finding" },
    { "{effective}", "{effective", "brace" },
    { "{effective}", "effective}", "brace" },
    { "To: person", "To: marketplace", "marketplace" },
    { "To: person\n", "", "Line 3" },
    { "Kind: revocation", "Kind: revocations", "revocations" },
    { "Language: en", "Language: English", "English" },
    { "Title: Notice", "Title: {person} Notice", "title" },
    { "Title: Notice of revocation", "Title: ", "Line 4" },
    { "Dear", "\xff", "UTF-8" },
  };
  const MusterLetterKind *kind = muster_letter_kind_find ("revocation", NULL);
  g_autofree char *source = load (kind, "en");
  g_autofree char *huge = g_strnfill (10 * 1024 * 1024, 'a');
  g_autofree char *with_huge = g_strconcat (source, huge, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (source, cases[i].find, 2);
      g_autofree char *text = g_strjoinv (cases[i].replace, parts);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      assert_refused (text, cases[i].named);
    }
  assert_refused (with_huge, "65536");
  assert_refused ("", "Line 1");
}

/* Nothing is left empty without a word. */
static void
test_empty_values (void)
{
  const MusterLetterKind *kind = muster_letter_kind_find ("revocation", NULL);
  g_autofree char *source = load (kind, "en");
  g_autoptr (MusterLetterTemplate) letter_template = parse (source);

  for (guint field = 0; field < MUSTER_N_LETTER_FIELDS; field++)
    {
      const char *values[MUSTER_N_LETTER_FIELDS];
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterLetter) letter = NULL;

      memcpy (values, all_values, sizeof values);
      values[field] = " ";
      letter = muster_letter_template_fill (letter_template, values, &error);
      if ((kind->required & MUSTER_LETTER_BIT (field)) == 0)
        continue;
      g_assert_null (letter);
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, muster_letter_field_get_name (field)));
    }
}

/* What @tool, one that others made, says of it. */
static char *
ask_about (GBytes *pdf, const char *tool, const char *option, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("muster-letter-XXXXXX", &error), *path = g_build_filename (folder, "letter.pdf", NULL);
  const char *command[] = { tool, option, path, target, NULL };
  char *text = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

static char *
read_pdf (GBytes *pdf)
{
  return ask_about (pdf, "pdftotext", "-layout", "-");
}

static GBytes *
draw (const char *kind_code, const char *language, const char *person, guint n_reasons)
{
  const MusterLetterKind *kind = muster_letter_kind_find (kind_code, NULL);
  g_autofree char *source = load (kind, language);
  g_autoptr (MusterLetterTemplate) letter_template = parse (source);
  g_autoptr (GString) reason = g_string_new (NULL);
  const char *values[MUSTER_N_LETTER_FIELDS];
  g_autoptr (MusterLetter) letter = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  for (guint i = 0; i < n_reasons; i++)
    g_string_append_printf (reason, "Fact number %u was looked into and stands. ", i + 1);
  memcpy (values, all_values, sizeof values);
  values[MUSTER_LETTER_PERSON] = person;
  values[MUSTER_LETTER_REASON] = reason->str;
  letter = muster_letter_template_fill (letter_template, values, &error);
  g_assert_no_error (error);
  pdf = muster_letter_file_draw (letter, "6F2K-99QX", 1795824000000000, &error);
  g_assert_no_error (error);
  if (g_getenv ("MUSTER_TEST_PICTURES") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/letter-%s-%s-%u.pdf", g_getenv ("MUSTER_TEST_PICTURES"), kind_code, language, n_reasons);

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
    }
  return pdf;
}

static void
test_pdf (void)
{
  static const char *const words[] = { "Notice of revocation", "Ana Lindqvist", "RV-2026-0001", "COC-09 Safeguarding client information", "31 December 2026", "Fact number 1 ",
                                       "Page 1 of 1", "6F2K-99QX" };
  g_autoptr (GBytes) pdf = draw ("revocation", "en", "Ana Lindqvist", 2);
  g_autofree char *text = read_pdf (pdf), *structure = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not in the letter:\n%s", words[i], text);
  structure = ask_about (pdf, "pdfinfo", "-struct-text", NULL);
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_nonnull (strstr (structure, "The grounds"));
}

static void
test_long (void)
{
  g_autoptr (GBytes) pdf = draw ("revocation", "es", "Ana Lindqvist", 400);
  g_autofree char *text = read_pdf (pdf);

  g_assert_nonnull (strstr (text, "Fact number 1 "));
  g_assert_nonnull (strstr (text, "Fact number 400"));
  g_assert_nonnull (strstr (text, "Página 2 de "));
  g_assert_null (strstr (text, "Página 1 de 1"));
}

/* Whoever it is, the name is on the paper. */
static void
test_names (void)
{
  static const char *const names[] = { "Xeeb Vaj", "Ñíguez Öst-Łukasz", "Cabdiraxmaan Maxamed", "عبد الرحمن", "Wolfeschlegelsteinhausenbergerdorff-Wolfeschlegelsteinhausenbergerdorff-Zeus" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) pdf = draw ("confirmation", "en", names[i], 1);
      g_autofree char *text = read_pdf (pdf);
      g_autofree char *start = g_utf8_substring (names[i], 0, 5);

      /* Arabic comes back in the shapes of its letters: that something of it is there, and as much as elsewhere, is all that can be asked of the text. */
      if (!g_unichar_iswide (g_utf8_get_char (names[i])) && g_unichar_get_script (g_utf8_get_char (names[i])) != G_UNICODE_SCRIPT_ARABIC)
        g_assert_nonnull (strstr (text, start));
      g_assert_nonnull (strstr (text, "Confirmation of certification"));
    }
}

/* A box where a name stands is no name: what no font has is said, once each. */
static void
test_unknown_letters (void)
{
  g_autofree char *text = load (muster_letter_kind_find ("confirmation", NULL), "en");
  g_autoptr (MusterLetterTemplate) letter_template = parse (text);
  const char *values[MUSTER_N_LETTER_FIELDS];
  g_autoptr (MusterLetter) letter = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  memcpy (values, all_values, sizeof values);
  values[MUSTER_LETTER_PERSON] = "Ana \u0378\u0378 Lindqvist";
  letter = muster_letter_template_fill (letter_template, values, &error);
  g_assert_no_error (error);
  pdf = muster_letter_file_draw (letter, NULL, 0, &error);
  g_assert_null (pdf);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "U+0378"));
  g_assert_null (strstr (strstr (error->message, "U+0378") + 1, "U+0378"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/letter/shipped", test_shipped);
  g_test_add_func ("/documents/letter/mutations", test_mutations);
  g_test_add_func ("/documents/letter/bad", test_bad);
  g_test_add_func ("/documents/letter/empty-values", test_empty_values);
  g_test_add_func ("/documents/letter/pdf", test_pdf);
  g_test_add_func ("/documents/letter/long", test_long);
  g_test_add_func ("/documents/letter/names", test_names);
  g_test_add_func ("/documents/letter/unknown-letters", test_unknown_letters);
  return g_test_run ();
}
