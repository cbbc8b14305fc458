/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "domain/muster-date.h"
#include "gui/muster-answer-page.h"
#include "gui/muster-day-dialog.h"
#include "gui/muster-gui-text.h"

static MusterViewDay
make_day (const char *as_of, const char *known_on)
{
  MusterViewDay day;

  muster_view_day_init (&day);
  if (as_of != NULL)
    set_day (&day.as_of, as_of);
  if (known_on != NULL)
    set_day (&day.known_on, known_on);
  return day;
}

static GtkWidget *
show (CaseFixture *fixture, gint64 person, const char *as_of, const char *known_on)
{
  MusterViewDay day = make_day (as_of, known_on);
  AdwNavigationPage *page = muster_answer_page_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), person, &day);

  case_fixture_show (fixture, page);
  return GTK_WIDGET (page);
}

static void
test_words (void)
{
  static const struct
  {
    const char *as_of, *known_on, *text;
  } cases[] = {
    { NULL, NULL, "As it is today" },
    { "2026-03-10", NULL, "As it is today" },
    { "2026-03-09", NULL, "As it was on Mar 9, 2026" },
    { "2026-03-11", NULL, "As it will be on Mar 11, 2026 if nothing is recorded" },
    { NULL, "2026-02-28", "As it is today, by what was recorded through Feb 28, 2026" },
    { "2024-02-29", "2024-03-01", "As it was on Feb 29, 2024, by what was recorded through Mar 1, 2024" },
  };
  GDate today;

  set_day (&today, "2026-03-10");
  muster_gui_text_set_today_for_tests (&today);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterViewDay day = make_day (cases[i].as_of, cases[i].known_on), read;
      g_autofree char *text = muster_view_day_dup_text (&day);
      g_autoptr (GVariant) target = g_variant_ref_sink (muster_view_day_make_target (&day, 7));
      gint64 id;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (muster_view_day_read_target (&read, &id, target));
      g_assert_cmpint (id, ==, 7);
      g_assert_true (muster_date_equal (&read.as_of, &day.as_of) && muster_date_equal (&read.known_on, &day.known_on));
      g_assert_cmpint (muster_view_day_is_today (&day), ==, cases[i].as_of == NULL && cases[i].known_on == NULL);
    }
  muster_gui_text_set_today_for_tests (NULL);
}

/* The certification takes effect on February 2, and was recorded on March 10. */
static void
test_answers (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = show (fixture, person, "2026-02-01", NULL);

  case_fixture_wait_shows (page, "May assist on that day: No");
  g_assert_true (harness_shows (page, "As it was on Feb 1, 2026"));
  g_assert_false (harness_shows (page, "Certified"));
  page = show (fixture, person, "2026-02-02", NULL);
  case_fixture_wait_shows (page, "May assist on that day: Yes");
  g_assert_true (harness_shows (page, "Certified"));
  g_assert_true (harness_shows (page, "Lindqvist"));
}

/* There is nothing to change in what has been. */
static void
test_is_only_looked_at (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  GtkWidget *page = show (fixture, person, "2026-02-02", NULL);

  case_fixture_wait_shows (page, "May assist on that day: Yes");
  g_assert_false (case_fixture_offers (page, "Record…"));
  g_assert_false (case_fixture_offers (page, "Suspend…"));
}

/* Who was not in the register by then cannot be shown. */
static void
test_not_known_yet (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = show (fixture, person, "2026-03-10", "2026-03-09");

  case_fixture_wait_shows (page, "The Person Cannot Be Shown");
  g_assert_false (harness_shows (page, "May assist"));
}

static void
test_dialog (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = show (fixture, person, "2026-02-01", NULL);
  AdwDialog *dialog;

  case_fixture_wait_shows (page, "May assist on that day: No");
  case_fixture_press (page, "Change…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  harness_wait_shows (GTK_WIDGET (dialog), "By what was recorded through");
  harness_type (GTK_WIDGET (dialog), "Day", "2026-02-30");
  case_fixture_submit_badly (fixture, dialog, "Show", "2026-02-30");
  harness_type (GTK_WIDGET (dialog), "Day", "2026-03-01");
  harness_type (GTK_WIDGET (dialog), "By what was recorded through", "2999-01-01");
  case_fixture_submit_badly (fixture, dialog, "Show", "still to come");
  harness_type (GTK_WIDGET (dialog), "By what was recorded through", "");
  case_fixture_submit (fixture, dialog, "Show");
  case_fixture_wait_shows (page, "May assist on that day: Yes");
  g_assert_true (harness_shows (page, "As it was on Mar 1, 2026"));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/answer-page/words", test_words);
  case_fixture_add ("/gui/answer-page/answers", test_answers);
  case_fixture_add ("/gui/answer-page/is-only-looked-at", test_is_only_looked_at);
  case_fixture_add ("/gui/answer-page/not-known-yet", test_not_known_yet);
  case_fixture_add ("/gui/answer-page/dialog", test_dialog);
  return g_test_run ();
}
