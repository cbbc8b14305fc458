/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "gui/harness.h"
#include "gui/muster-date-row.h"

static MusterDateRow *
make_row (void)
{
  return MUSTER_DATE_ROW (g_object_ref_sink (muster_date_row_new ("Due")));
}

static void
test_typing (void)
{
  const struct
  {
    const char *text;
    gboolean valid;
    gboolean set;
  } cases[] = {
    { "2026-10-15", TRUE, TRUE },
    { " 2026-10-15 ", TRUE, TRUE },
    { "", TRUE, FALSE },
    { "2026-02-30", FALSE, FALSE },
    { "10/15/2026", TRUE, TRUE },
    { "Oct 15, 2026", TRUE, TRUE },
    { "15 October 2026", TRUE, TRUE },
    { "15/10/2026", FALSE, FALSE },
    { "02/30/2026", FALSE, FALSE },
    { "46310", FALSE, FALSE }, /* a spreadsheet's count */
    { "soon", FALSE, FALSE },
    { "-", FALSE, FALSE },
  };
  MusterDateRow *row = make_row ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GDate date;

      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].text);
      g_assert_true (muster_date_row_get_date (row, &date, &error) == cases[i].valid);
      g_assert_true (g_date_valid (&date) == cases[i].set);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error") == !cases[i].valid);
      if (cases[i].set)
        g_assert_cmpint (g_date_get_month (&date), ==, G_DATE_OCTOBER);
      if (strchr (cases[i].text, '/') != NULL)
        g_assert_true (harness_shows (GTK_WIDGET (row), "Oct 15, 2026") == cases[i].set);
      if (!cases[i].valid)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
    }
  g_assert_finalize_object (row);
}

static void
test_setting (void)
{
  MusterDateRow *row = make_row ();
  GDate date, back;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 15, 10, 2026);
  muster_date_row_set_date (row, &date);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026-10-15");
  g_assert_true (harness_shows (GTK_WIDGET (row), "Thu"));
  g_assert_true (muster_date_row_get_date (row, &back, NULL));
  g_assert_cmpint (g_date_compare (&date, &back), ==, 0);
  g_date_clear (&date, 1);
  muster_date_row_set_date (row, &date);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_finalize_object (row);
}

static void
list_buttons (GtkWidget *widget, GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_buttons (child, buttons);
}

/* The names that the arrows are given hold as long as the toolkit has them in this order. */
static void
test_arrows (void)
{
  static const char *const days[] = { "2026-10-03", "2026-11-03", "2025-11-03", "2026-11-03" };
  MusterDateRow *row = make_row ();
  GtkWidget *button = harness_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON);
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))));
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 11, 3, 12, 0, 0);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  list_buttons (GTK_WIDGET (calendar), buttons);
  g_assert_cmpuint (buttons->len, ==, G_N_ELEMENTS (days));
  gtk_calendar_select_day (calendar, day);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GDateTime) shown = NULL;
      g_autofree char *text = NULL;

      g_signal_emit_by_name (buttons->pdata[i], "clicked");
      shown = gtk_calendar_get_date (calendar);
      text = g_date_time_format (shown, "%Y-%m-%d");
      g_assert_cmpstr (text, ==, days[i]);
    }
  g_assert_finalize_object (row);
}

static void
test_calendar (void)
{
  MusterDateRow *row = make_row ();
  GtkWidget *button = harness_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON);
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))));
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 11, 3, 12, 0, 0);

  gtk_calendar_select_day (calendar, day);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "2026-11-03");
  g_assert_finalize_object (row);
}

static void
test_says_what_nothing_means (void)
{
  MusterDateRow *row = make_row ();

  g_object_set (row, "unset-text", "if empty, today", NULL);
  g_assert_true (harness_shows (GTK_WIDGET (row), "if empty, today"));
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-10-15");
  g_assert_false (harness_shows (GTK_WIDGET (row), "if empty, today"));
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (harness_shows (GTK_WIDGET (row), "if empty, today"));
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/date-row/typing", test_typing);
  g_test_add_func ("/gui/date-row/setting", test_setting);
  g_test_add_func ("/gui/date-row/arrows", test_arrows);
  g_test_add_func ("/gui/date-row/calendar", test_calendar);
  g_test_add_func ("/gui/date-row/says-what-nothing-means", test_says_what_nothing_means);
  return g_test_run ();
}
