/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-report-file.h"

#include <glib/gstdio.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"

static const MusterReportColumn columns[] = {
  { "case", "Case", MUSTER_REPORT_TEXT, FALSE },
  { "text", "What came of it", MUSTER_REPORT_TEXT, FALSE },
  { "days", "Days", MUSTER_REPORT_NUMBER, FALSE },
};

static MusterReport *
make (guint n_rows)
{
  GDate as_of;
  MusterReport *report;

  muster_date_parse_iso ("2026-03-13", &as_of, NULL);
  report = muster_report_new (MUSTER_REPORT_ACTIONS, &as_of, columns, G_N_ELEMENTS (columns));
  report->drawn_at = 1795824000000000;
  report->chart_title = "Cases by length";
  for (guint i = 0; i < n_rows; i++)
    {
      MusterReportRow *row = muster_report_add_row (report, i + 1);
      g_autofree char *number = g_strdup_printf ("CA-%04u", i + 1);

      muster_report_row_set_text (row, 0, number);
      muster_report_row_set_text (row, 1, i % 5 == 0 ? "A long story of what was found, what was done about it, by whom and until when, which takes more than one line of the table to tell" : NULL);
      muster_report_row_set_number (row, 2, 7000 + i);
    }
  muster_report_add_figure (report, "cases", "All cases", n_rows);
  muster_report_add_bar (report, "short", "Short ones", 3);
  muster_report_add_bar (report, "long", "Long ones", 41);
  muster_report_add_note (report, "Counted is what there is.");
  return report;
}

/* What @tool, one that others made, says of the file. */
static char *
ask_about (GBytes *pdf, const char *tool, const char *option, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("muster-report-XXXXXX", &error), *path = g_build_filename (folder, "report.pdf", NULL);
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
draw (guint n_rows, gboolean is_practice)
{
  g_autoptr (MusterReport) report = make (n_rows);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = muster_report_file_draw (report, "Riverside Assisters", "6F2K-99QX", is_practice, &error);

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
  static const char *const words[] = { "Riverside Assisters", "Corrective Actions by Age", "As of 2026-03-13", "All cases", "Cases by length", "Short ones", "41", "CA-0002", "7001",
                                       "Counted is what there is.", "Page 1 of 1", "6F2K-99QX" };
  g_autoptr (GBytes) pdf = draw (2, FALSE);
  g_autofree char *text = ask_about (pdf, "pdftotext", "-layout", "-"), *structure = ask_about (pdf, "pdfinfo", "-struct-text", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("“%s” is not in the report:\n%s", words[i], text);
  g_assert_null (strstr (text, "invented"));
  g_assert_nonnull (strstr (structure, "H1"));
  g_assert_cmpuint (count (structure, "Table"), ==, 1);
  g_assert_cmpuint (count (structure, "TH"), ==, G_N_ELEMENTS (columns));
  g_assert_cmpuint (count (structure, "TR"), ==, 3);
}

/* Every row is there once, and the head of the table on every page of it. */
static void
test_pages (void)
{
  g_autoptr (GBytes) pdf = draw (150, TRUE);
  g_autofree char *text = ask_about (pdf, "pdftotext", "-layout", "-"), *last = NULL;
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  guint n_pages = g_strv_length (pages) - 1;

  g_assert_cmpuint (n_pages, >, 5);
  last = g_strdup_printf ("Page %u of %u", n_pages, n_pages);
  g_assert_nonnull (strstr (pages[n_pages - 1], last));
  for (guint i = 0; i < n_pages; i++)
    {
      if (strstr (pages[i], "CA-") != NULL)
        g_assert_nonnull (strstr (pages[i], "What came of it"));
      g_assert_nonnull (strstr (pages[i], "invented"));
    }
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *number = g_strdup_printf ("CA-%04u", i + 1);

      g_assert_cmpuint (count (text, number), ==, 1);
    }
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) pdf = draw (0, FALSE);
  g_autofree char *text = ask_about (pdf, "pdftotext", "-layout", "-"), *structure = ask_about (pdf, "pdfinfo", "-struct-text", NULL);

  g_assert_nonnull (strstr (text, "There is nothing to report as of this day."));
  g_assert_null (strstr (structure, "Table"));
}

static void
test_too_long (void)
{
  g_autoptr (MusterReport) report = make (MUSTER_REPORT_MOST_ON_PAPER + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_report_file_draw (report, "Riverside Assisters", NULL, FALSE, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/report-file/words", test_words);
  g_test_add_func ("/documents/report-file/pages", test_pages);
  g_test_add_func ("/documents/report-file/nothing", test_nothing);
  g_test_add_func ("/documents/report-file/too-long", test_too_long);
  return g_test_run ();
}
