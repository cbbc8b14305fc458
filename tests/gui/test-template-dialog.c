/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-template-dialog.h"
#include "gui/muster-templates-page.h"
#include "gui/muster-text-row.h"
#include "operations/muster-letter-operations.h"

static const MusterLetterKind *
get_kind (void)
{
  return muster_letter_kind_find ("revocation", NULL);
}

static char *
dup_in_use (CaseFixture *fixture)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  char *text = muster_letter_dup_template (database, get_kind (), "en", NULL);

  g_assert_nonnull (text);
  muster_store_read_done (store, database);
  return text;
}

static char *
dup_replaced (const char *text, const char *what, const char *by)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (by, parts);
}

static gboolean
is_possible (AdwDialog *dialog)
{
  GtkWidget *button = gtk_widget_get_ancestor (harness_find_text (GTK_WIDGET (dialog), "_Save"), GTK_TYPE_BUTTON);

  return gtk_widget_is_sensitive (button);
}

/* What would be refused is said while it is written, with its line; what is good is saved, and Muster's own comes back. */
static void
test_edits (CaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what, *by, *part;
  } mistakes[] = {
    { "{reason}", "{raeson}", "Line 12" },
    { "{reason}", "{due}", "has no field" },
    { "{reason}", "{reason", "without the other one" },
    { "{review-until}", "some day", "does not say {review-until}" },
    { "To: person", "To: marketplace", "Line 3" },
    { "Language: en", "Language: es", "says of itself" },
  };
  g_autofree char *shipped = dup_in_use (fixture), *changed = NULL, *saved = NULL, *again = NULL;
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);
  AdwDialog *dialog = muster_template_dialog_new (store, get_kind (), "en");
  MusterTextRow *row;

  case_fixture_present (fixture, dialog);
  row = MUSTER_TEXT_ROW (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_TEXT_ROW));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "{review-until}"));
  g_assert_true (is_possible (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *bad = dup_replaced (shipped, mistakes[i].what, mistakes[i].by);

      g_test_message ("%u", i);
      muster_text_row_set_text (row, bad);
      case_fixture_wait_shows (GTK_WIDGET (dialog), mistakes[i].part);
      g_assert_false (is_possible (dialog));
    }
  harness_shoot (GTK_WINDOW (fixture->window), "template-mistake");
  changed = dup_replaced (shipped, "# The facts", "# What happened");
  muster_text_row_set_text (row, changed);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "all that such a letter must say");
  harness_shoot (GTK_WINDOW (fixture->window), "template-edit");
  case_fixture_submit (fixture, dialog, "Save");
  saved = dup_in_use (fixture);
  g_assert_nonnull (strstr (saved, "# What happened"));

  dialog = muster_template_dialog_new (store, get_kind (), "en");
  case_fixture_present (fixture, dialog);
  g_signal_emit_by_name (harness_find_text (GTK_WIDGET (dialog), "_Use Muster’s Template Again"), "activated");
  case_fixture_submit (fixture, dialog, "Save");
  again = dup_in_use (fixture);
  g_assert_cmpstr (again, ==, shipped);
}

/* Ten megabytes are left out, and what was there stays. */
static void
test_too_long (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = muster_template_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), get_kind (), "en");
  g_autofree char *shipped = g_strstrip (dup_in_use (fixture)), *much = g_strnfill (10 * 1024 * 1024, 'x'), *after = NULL;
  MusterTextRow *row;

  case_fixture_present (fixture, dialog);
  row = MUSTER_TEXT_ROW (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_TEXT_ROW));
  gtk_text_buffer_insert_at_cursor (muster_text_row_get_buffer (row), much, -1);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "It was left out");
  after = muster_text_row_dup_text (row);
  g_assert_cmpstr (after, ==, shipped);
  case_fixture_close (dialog);
}

/* Who may not change them sees which there are. */
static void
test_lists (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *shipped = dup_in_use (fixture), *own = dup_replaced (shipped, "# The facts", "# What happened");
  MusterTemplateRequest request = { get_kind (), "en", own };
  guint n;
  GtkWidget *page = GTK_WIDGET (muster_templates_page_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM)));

  muster_letter_get_kinds (&n);
  g_assert_cmpuint (n, >, 20);
  case_fixture_show (fixture, ADW_NAVIGATION_PAGE (page));
  case_fixture_wait_shows (page, "Notice of revocation");
  g_assert_false (harness_shows (page, "The agency’s own"));
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_set_letter_template, &request, NULL);
  case_fixture_wait_shows (page, "The agency’s own");
  harness_shoot (GTK_WINDOW (fixture->window), "templates");
  g_signal_emit_by_name (harness_find_text (page, "Notice of revocation"), "activate");
  harness_settle ();
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

int
main (int argc, char *argv[])
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/template-dialog/edits", test_edits);
  case_fixture_add ("/gui/template-dialog/too-long", test_too_long);
  case_fixture_add ("/gui/template-dialog/lists", test_lists);
  return g_test_run ();
}
