/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "case-fixture.h"
#include "domain/muster-rule-packs.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-rule-pack-page.h"
#include "gui/muster-rules-files.h"
#include "gui/muster-rules-page.h"
#include "gui/muster-rules-preview-page.h"
#include "operations/muster-rule-operations.h"

static MusterRulesPage *
show (CaseFixture *fixture, FixtureAccount account)
{
  AdwNavigationPage *page = muster_rules_page_new (operations_fixture_open (&fixture->operations, account));

  adw_navigation_page_set_tag (page, "rules");
  case_fixture_show (fixture, page);
  return MUSTER_RULES_PAGE (page);
}

static GtkWidget *
get_top (CaseFixture *fixture)
{
  return GTK_WIDGET (adw_navigation_view_get_visible_page (fixture->view));
}

static gboolean
is_ready (gpointer page)
{
  return muster_rules_preview_page_is_ready (page);
}

static GFile *
make_file (CaseFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->operations.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
set_today (const char *text)
{
  GDate today;

  set_day (&today, text);
  muster_gui_text_set_today_for_tests (&today);
}

/* The pack in force, and in it what nobody verified. */
static void
test_show (CaseFixture *fixture, gconstpointer data)
{
  MusterRulesPage *page;

  set_today ("2026-03-10");
  page = show (fixture, FIXTURE_JO);
  g_assert_true (harness_shows (GTK_WIDGET (page), "MNsure, 2026"));
  g_assert_true (harness_shows (GTK_WIDGET (page), "Federal platform, 2027"));
  g_assert_false (harness_shows (GTK_WIDGET (page), "ended on"));
  g_assert_true (harness_shows (GTK_WIDGET (page), "any signature will do"));
  g_assert_false (case_fixture_offers (GTK_WIDGET (page), "Load…"));
  harness_press (GTK_WIDGET (page), "MNsure, 2027");
  g_assert_true (MUSTER_IS_RULE_PACK_PAGE (get_top (fixture)));
  g_assert_true (harness_shows (get_top (fixture), "Background study"));
  g_assert_true (harness_shows (get_top (fixture), "Not verified"));
  g_assert_true (harness_shows (get_top (fixture), "Pass mark 70 %"));
}

static void
test_ended (CaseFixture *fixture, gconstpointer data)
{
  MusterRulesPage *page;

  set_today ("2026-08-01");
  page = show (fixture, FIXTURE_JO);
  g_assert_true (harness_shows (GTK_WIDGET (page), "MNsure, 2026 ended on Jul 31, 2026."));
}

static gboolean
is_at_pack (gpointer fixture)
{
  return MUSTER_IS_RULE_PACK_PAGE (get_top (fixture));
}

static gboolean
has_dialog (gpointer fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (((CaseFixture *) fixture)->window)) != NULL;
}

/* Whose answer changes is seen first; then the pack is adopted, for a reason. */
static void
test_adopt (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autofree char *asked = g_strdup_printf ("open-assister %" G_GINT64_FORMAT "\n", person);
  MusterRulesPage *page;
  GtkWidget *preview;
  AdwDialog *dialog;

  set_today ("2026-10-16");
  page = show (fixture, FIXTURE_ALEX);
  harness_shoot (GTK_WINDOW (fixture->window), "rules");
  harness_press (GTK_WIDGET (page), "MNsure, 2027");
  harness_settle ();
  harness_shoot (GTK_WINDOW (fixture->window), "rule-pack");
  case_fixture_press (get_top (fixture), "See What Changes…");
  preview = get_top (fixture);
  harness_wait (is_ready, preview, "the preview");
  harness_wait_shows (preview, "May assist by the rules in force: 1. By these: 0.");
  harness_wait_shows (preview, "Moua, Ana");
  g_assert_true (harness_shows (preview, "May no longer assist"));
  g_assert_true (harness_shows (preview, "Missing: Assister Basics course"));
  harness_shoot (GTK_WINDOW (fixture->window), "rules-preview");
  g_signal_emit_by_name (harness_find (preview, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_nonnull (strstr (fixture->asked->str, asked));
  case_fixture_press (preview, "Adopt…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  case_fixture_submit_badly (fixture, dialog, "Adopt", "reason");
  case_fixture_write (GTK_WIDGET (dialog), "Reason", "The board decided");
  case_fixture_submit (fixture, dialog, "Adopt");
  g_assert_nonnull (strstr (fixture->asked->str, "announce Rule pack adopted"));
  g_assert_true (get_top (fixture) == GTK_WIDGET (page));
}

/* What was adopted for a later day is seen to be. */
static void
test_planned (CaseFixture *fixture, gconstpointer data)
{
  MusterAdoptRequest adopt = { .pack = muster_rule_packs_find_shipped ("federal-2027"), .reason = "From next year on" };
  MusterRulesPage *page;

  set_day (&adopt.from, "2027-01-10");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_adopt_rule_pack, &adopt, NULL);
  page = show (fixture, FIXTURE_ALEX);
  g_assert_true (harness_shows (GTK_WIDGET (page), "Adopted, in force from Jan 10, 2027 on"));
}

/* An auditor looks, and adopts nothing. */
static void
test_may_not_adopt (CaseFixture *fixture, gconstpointer data)
{
  MusterRulesPage *page;

  set_today ("2026-03-10");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  page = show (fixture, FIXTURE_JO);
  harness_shoot (GTK_WINDOW (fixture->window), "rules-360");
  harness_press (GTK_WIDGET (page), "MNsure, 2027");
  harness_settle ();
  harness_shoot (GTK_WINDOW (fixture->window), "rule-pack-360");
  case_fixture_press (get_top (fixture), "See What Changes…");
  harness_wait (is_ready, get_top (fixture), "the preview");
  harness_wait_shows (get_top (fixture), "Nobody’s Answer Changes");
  g_assert_false (case_fixture_offers (get_top (fixture), "Adopt…"));
}

/* A copy that was changed is opened; one with a mistake is refused with its line. */
static void
test_copy (CaseFixture *fixture, gconstpointer data)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");
  g_autofree char *path = g_build_filename (fixture->operations.folder, "copy.rules", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GFile) bad = make_file (fixture, "bad.rules", "[pack]\nName=Ours\n");
  g_autofree char *text = NULL;
  MusterRulesPage *page;

  set_today ("2026-03-10");
  page = show (fixture, FIXTURE_ALEX);
  harness_press (GTK_WIDGET (page), "MNsure, 2027");
  muster_rule_pack_page_save (MUSTER_RULE_PACK_PAGE (get_top (fixture)), copy);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, muster_rule_pack_get_text (pack));
  adw_navigation_view_pop (fixture->view);
  muster_rules_page_open_pack (page, copy);
  harness_wait (is_at_pack, fixture, "the pack in the file");
  adw_navigation_view_pop (fixture->view);
  muster_rules_page_open_pack (page, bad);
  harness_wait_shows (fixture->window, "Line 2:");
  case_fixture_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

/* Another day by the same rules: nothing to adopt, and the day can be changed. */
static void
test_another_day (CaseFixture *fixture, gconstpointer data)
{
  MusterRulesPage *page;
  GtkWidget *preview;

  add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  set_today ("2026-03-10");
  page = show (fixture, FIXTURE_ALEX);
  g_signal_emit_by_name (harness_find (GTK_WIDGET (page), ADW_TYPE_BUTTON_ROW), "activated");
  preview = get_top (fixture);
  harness_wait (is_ready, preview, "the preview");
  harness_wait_shows (preview, "Nobody’s Answer Changes");
  harness_type (preview, "As of", "2027-10-16");
  harness_wait (is_ready, preview, "the other day");
  harness_wait_shows (preview, "May assist today: 1. On that day: 1.");
  g_assert_false (case_fixture_offers (preview, "Adopt…"));
}

static void
test_notice (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture, "notice.txt", "Be kind.\n");
  MusterRulesPage *page;
  AdwDialog *dialog;

  set_today ("2026-03-10");
  page = show (fixture, FIXTURE_ALEX);
  muster_rules_page_open_notice (page, file);
  harness_wait (has_dialog, fixture, "the notice in the file");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  harness_wait_shows (GTK_WIDGET (dialog), "notice.txt");
  case_fixture_submit_badly (fixture, dialog, "Load", "version");
  harness_type (GTK_WIDGET (dialog), "Version, as “2026.1”", "2026.1");
  harness_type (GTK_WIDGET (dialog), "Title", "Code of Conduct");
  case_fixture_submit (fixture, dialog, "Load");
  case_fixture_wait_shows (GTK_WIDGET (page), "Version 2026.1 · In force since Mar 10, 2026");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_rules_files_save_notice_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_saved (gpointer saved)
{
  return *(gboolean *) saved;
}

/* What was loaded comes out as it went in. */
static void
test_saves_notice (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("Be kind.\n", 9);
  MusterPolicyRequest request = { .version = "2026.1", .title = "Notice", .file_name = "notice.txt", .content = content };
  g_autofree char *path = g_build_filename (fixture->operations.folder, "saved.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  gboolean saved = FALSE;

  set_day (&request.from, "2026-03-10");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_load_policy, &request, NULL);
  muster_rules_files_save_notice_async (operations_fixture_open (&fixture->operations, FIXTURE_JO), 1, file, saved_cb, &saved);
  harness_wait (is_saved, &saved, "the file");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Be kind.\n");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/rules-page/show", test_show);
  case_fixture_add ("/gui/rules-page/ended", test_ended);
  case_fixture_add ("/gui/rules-page/adopt", test_adopt);
  case_fixture_add ("/gui/rules-page/planned", test_planned);
  case_fixture_add ("/gui/rules-page/may-not-adopt", test_may_not_adopt);
  case_fixture_add ("/gui/rules-page/copy", test_copy);
  case_fixture_add ("/gui/rules-page/another-day", test_another_day);
  case_fixture_add ("/gui/rules-page/notice", test_notice);
  case_fixture_add ("/gui/rules-page/saves-notice", test_saves_notice);
  return g_test_run ();
}
