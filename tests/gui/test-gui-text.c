/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-gui-text.h"

static void
set_day (GDate *date, int day)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, 10, 2026);
}

static void
test_dates (void)
{
  GDate date;
  g_autofree char *none = NULL;
  g_autofree char *day = NULL;

  g_date_clear (&date, 1);
  none = muster_gui_text_dup_date (&date);
  g_assert_cmpstr (none, ==, "—");
  set_day (&date, 5);
  day = muster_gui_text_dup_date (&date);
  g_assert_cmpstr (day, ==, "Oct 5, 2026");
}

static void
test_due (void)
{
  const struct
  {
    int day;
    const char *text;
  } cases[] = {
    { 15, "Oct 15, 2026 · Due today" },
    { 16, "Oct 16, 2026 · 1 day left" },
    { 25, "Oct 25, 2026 · 10 days left" },
    { 14, "Oct 14, 2026 · 1 day overdue" },
    { 1, "Oct 1, 2026 · 14 days overdue" },
  };
  GDate today;

  set_day (&today, 15);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      GDate due;

      set_day (&due, cases[i].day);
      text = muster_gui_text_dup_date_and_due (&due, &today);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Two days are kept for an action, and it is said which of them a text is about. */
static void
test_deadline (void)
{
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
  MusterFollowUp *check = muster_follow_up_new ();
  g_autofree char *due = NULL, *check_due = NULL;
  GDate today;

  set_day (&today, 15);
  set_day (&action->due, 16);
  due = muster_gui_text_dup_deadline (action, &today);
  g_assert_cmpstr (due, ==, "Oct 16, 2026 · 1 day left");
  check->kind = MUSTER_FOLLOW_UP_CHECK;
  set_day (&check->due, 25);
  g_ptr_array_add (action->follow_ups, check);
  check_due = muster_gui_text_dup_deadline (action, &today);
  g_assert_cmpstr (check_due, ==, "Effect check: Oct 25, 2026 · 10 days left");
}

static void
test_lists (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *types = muster_gui_text_dup_types (MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC);
  g_autofree char *expected = g_strdup_printf ("%s, %s", muster_assister_type_get_label (MUSTER_ASSISTER_BROKER), muster_assister_type_get_label (MUSTER_ASSISTER_CAC));
  g_autofree char *clauses = NULL;

  g_assert_cmpstr (types, ==, expected);
  g_ptr_array_add (ids, (gpointer) "COC-09");
  g_ptr_array_add (ids, (gpointer) "ROB-02a");
  clauses = muster_gui_text_dup_clauses (ids);
  g_assert_cmpstr (clauses, ==, "COC-09, ROB-02a");
}

static void
test_capital (void)
{
  g_autofree char *plain = muster_gui_text_dup_capital ("lift the restriction");
  g_autofree char *accented = muster_gui_text_dup_capital ("évaluer");
  g_autofree char *empty = muster_gui_text_dup_capital ("");

  g_assert_cmpstr (plain, ==, "Lift the restriction");
  g_assert_cmpstr (accented, ==, "Évaluer");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gui/text/dates", test_dates);
  g_test_add_func ("/gui/text/due", test_due);
  g_test_add_func ("/gui/text/lists", test_lists);
  g_test_add_func ("/gui/text/capital", test_capital);
  g_test_add_func ("/gui/text/deadline", test_deadline);
  return g_test_run ();
}
