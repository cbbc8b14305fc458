/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-bundle-file.h"

#include <glib/gstdio.h>

#include "domain/muster-error.h"

static MusterBundle *
make (guint n_rows, const char *long_text)
{
  static const guint shares[] = { 1, 4 };
  MusterBundle *bundle = muster_bundle_new ();
  MusterBundlePart *part;

  bundle->number = g_strdup ("RV-2026-0001");
  bundle->title = g_strdup ("Hearing Bundle");
  bundle->subtitle = g_strdup ("RV-2026-0001 · Revocation");
  bundle->agency = g_strdup ("Riverside Assisters");
  bundle->checkpoint = g_strdup ("352-DC40-34D3");
  bundle->drawn_at = 1795824000000000;
  muster_bundle_part_add_fact (bundle->cover, "Whom it is about", "Ana Moua");
  part = muster_bundle_add_part (bundle, "The Case in Short");
  muster_bundle_part_add_heading (part, "The Person");
  muster_bundle_part_add_fact (part, "Facts and reason", long_text);
  muster_bundle_part_add_fact (part, "After it", "The end");
  part = muster_bundle_add_part (bundle, "Timeline");
  muster_bundle_part_add_text (part, "All that was done.");
  muster_bundle_part_begin_table (part, (const char *[]) { "Entry", "What came of it", NULL }, shares);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("N%04u", i + 1);

      muster_bundle_part_add_row (part, (const char *[]) { number, i % 7 == 0 ? "A story of what was found, what was done about it, by whom and until when, which takes more than one line" : NULL });
    }
  muster_bundle_add_part (bundle, "Manifest");
  return bundle;
}

/* What @tool, one that others made, says of the file. */
static char *
ask_about (GBytes *pdf, const char *tool, const char *option, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("muster-bundle-XXXXXX", &error), *path = g_build_filename (folder, "bundle.pdf", NULL);
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

static GBytes *
draw (const MusterBundle *bundle, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = muster_bundle_file_draw (bundle, n_pages, &error);

  g_assert_no_error (error);
  return pdf;
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, word)) != NULL; at += strlen (word))
    n++;
  return n;
}

static void
test_words (void)
{
  static const char *const words[] = { "Riverside Assisters", "Hearing Bundle", "RV-2026-0001 · Revocation", "Ana Moua", "352-DC40-34D3", "Page 1 of", "Contents", "1 The Case in Short", "The Person", "Short it is",
                                       "2 Timeline", "What came of it", "N0001", "N0002", "3 Manifest" };
  g_autoptr (MusterBundle) bundle = make (2, "Short it is");
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = draw (bundle, &n_pages);
  g_autofree char *text = ask_about (pdf, "pdftotext", "-raw", "-"), *structure = ask_about (pdf, "pdfinfo", "-struct-text", NULL), *destinations = ask_about (pdf, "pdfinfo", "-dests", NULL);
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *found = strstr (at, words[i]);

      if (found == NULL)
        g_error ("“%s” is not there, or not in order:\n%s", words[i], text);
      at = found;
    }
  g_assert_cmpuint (n_pages, ==, 3);
  g_assert_null (strstr (text, "invented"));
  g_assert_null (strstr (text, "Redacted"));
  /* Title, contents, three parts; the cover, two facts' table and the timeline. */
  g_assert_cmpuint (count (structure, "H1"), ==, 5);
  g_assert_cmpuint (count (structure, "Table"), ==, 3);
  g_assert_cmpuint (count (structure, "Link"), >=, 3);
  g_assert_cmpuint (count (destinations, "\"part-"), ==, 3);
}

/* Each part is on the page that the contents say; every row is there once, and the head of the table on each of its pages. */
static void
test_pages (void)
{
  g_autoptr (MusterBundle) bundle = make (300, "Short it is");
  guint n_pages = 0;
  g_autoptr (GBytes) pdf = draw (bundle, &n_pages);
  g_autofree char *text = ask_about (pdf, "pdftotext", "-layout", "-"), *entry = NULL;
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  guint of_manifest = 0;

  g_assert_cmpuint (n_pages, >, 8);
  g_assert_cmpuint (g_strv_length (pages) - 1, ==, n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *foot = g_strdup_printf ("Page %u of %u · RV-2026-0001", i + 1, n_pages);

      g_assert_nonnull (strstr (pages[i], foot));
      if (strstr (pages[i], "N0") != NULL)
        g_assert_cmpuint (count (pages[i], "What came of it"), ==, 1);
      if (i > 1 && strstr (pages[i], "Manifest") != NULL)
        of_manifest = i + 1;
    }
  entry = g_strdup_printf ("3 +Manifest +%u\n", of_manifest);
  g_assert_true (g_regex_match_simple (entry, pages[1], 0, 0));
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("N%04u", i + 1);

      g_assert_cmpuint (count (text, number), ==, 1);
    }
}

/* A text longer than a page goes on over the next ones: no word of it is lost, and none is there twice. */
static void
test_long_text (void)
{
  g_autoptr (GString) story = g_string_new (NULL);
  g_autoptr (MusterBundle) bundle = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (story, "w%04u ", i);
  bundle = make (1, story->str);
  pdf = draw (bundle, NULL);
  text = ask_about (pdf, "pdftotext", "-raw", "-");
  for (guint i = 0; i < 2500; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%04u", i);

      g_assert_cmpuint (count (text, word), ==, 1);
    }
  g_assert_nonnull (strstr (strstr (text, "w2499"), "The end"));
}

/* Whatever people are called, and whatever they write. */
static void
test_scripts (void)
{
  g_autoptr (MusterBundle) bundle = make (1, "Xeeb Vang · <b>&amp; %s \\n · Şükrü · Ümit · 王小明 · محمد الأحمد");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  bundle->notice = g_strdup ("Redacted form.");
  bundle->is_practice = TRUE;
  pdf = draw (bundle, NULL);
  text = ask_about (pdf, "pdftotext", "-layout", "-");
  g_assert_nonnull (strstr (text, "Xeeb Vang"));
  g_assert_nonnull (strstr (text, "<b>&amp; %s"));
  g_assert_nonnull (strstr (text, "Redacted form ·"));
  g_assert_nonnull (strstr (text, "invented"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/bundle-file/words", test_words);
  g_test_add_func ("/documents/bundle-file/pages", test_pages);
  g_test_add_func ("/documents/bundle-file/long-text", test_long_text);
  g_test_add_func ("/documents/bundle-file/scripts", test_scripts);
  return g_test_run ();
}
