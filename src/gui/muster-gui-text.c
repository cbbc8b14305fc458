/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-gui-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"

static GDate fixed_today;

static void
append_item (GString *list, const char *item)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", item);
}

void
muster_gui_text_get_today (GDate *today)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  if (g_date_valid (&fixed_today))
    {
      *today = fixed_today;
      return;
    }
  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, day, month, year);
}

char *
muster_gui_text_dup_date (const GDate *date)
{
  return g_date_valid (date) ? muster_date_dup_text (date) : g_strdup ("—");
}

char *
muster_gui_text_dup_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  /* Translators: a moment, as g_date_time_format() writes it: “Oct 15, 2026, 14:05” */
  return g_date_time_format (local, C_("moment", "%b %-d, %Y, %H:%M"));
}

char *
muster_gui_text_dup_day (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, g_date_time_get_day_of_month (local), g_date_time_get_month (local), g_date_time_get_year (local));
  return muster_gui_text_dup_date (&day);
}

char *
muster_gui_text_dup_due (const GDate *due, const GDate *today)
{
  int days = g_date_days_between (today, due);

  if (days == 0)
    return g_strdup (_("Due today"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left", days), days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", -days), -days);
}

char *
muster_gui_text_dup_date_and_due (const GDate *due, const GDate *today)
{
  g_autofree char *date = muster_gui_text_dup_date (due);
  g_autofree char *left = muster_gui_text_dup_due (due, today);

  return g_strdup_printf ("%s · %s", date, left);
}

char *
muster_gui_text_dup_deadline (const MusterCorrectiveAction *action, const GDate *today)
{
  const GDate *deadline = muster_corrective_action_get_deadline (action);
  g_autofree char *text = muster_gui_text_dup_date_and_due (deadline, today);

  /* Translators: the day on which it is checked whether a corrective action had its effect */
  return deadline == &action->due ? g_steal_pointer (&text) : g_strdup_printf (_("Effect check: %s"), text);
}

char *
muster_gui_text_dup_types (guint types)
{
  GString *list = g_string_new (NULL);

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    if ((types & (1u << bit)) != 0)
      append_item (list, muster_assister_type_get_label (1u << bit));
  return g_string_free_and_steal (list);
}

char *
muster_gui_text_dup_clauses (GPtrArray *ids)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    append_item (list, ids->pdata[i]);
  return g_string_free_and_steal (list);
}

char *
muster_gui_text_dup_capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, text[0] != '\0' ? 1 : 0);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

void
muster_gui_text_set_today_for_tests (const GDate *today)
{
  g_date_clear (&fixed_today, 1);
  if (today != NULL)
    fixed_today = *today;
}
