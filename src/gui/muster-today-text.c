/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-today-text.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"

const char *
muster_today_text_get_title (const MusterTodayItem *item)
{
  return item->name != NULL ? item->name : item->detail;
}

/* Of several lines about one person, too. */
char *
muster_today_text_dup_whole_title (const MusterTodayItem *item)
{
  return item->number != NULL ? g_strdup_printf ("%s · %s", muster_today_text_get_title (item), item->number) : g_strdup (muster_today_text_get_title (item));
}

/* The number, and what it is about; a title stands for the second already where nobody is named. */
static char *
dup_detail (const MusterTodayItem *item)
{
  if (item->name == NULL || item->number == NULL)
    return g_strdup (item->name != NULL ? item->detail : NULL);
  return item->detail != NULL ? g_strdup_printf ("%s · %s", item->number, item->detail) : g_strdup (item->number);
}

char *
muster_today_text_dup_subtitle (const MusterTodayItem *item)
{
  g_autofree char *day = muster_gui_text_dup_date (&item->snoozed_until);
  g_autofree char *put_off = g_strdup_printf (_("Put off until %s"), day);

  if (!g_date_valid (&item->snoozed_until))
    return dup_detail (item);
  if (item->number != NULL)
    return g_strdup_printf ("%s · %s: %s", item->number, put_off, item->snooze_reason);
  return g_strdup_printf ("%s: %s", put_off, item->snooze_reason);
}

char *
muster_today_text_dup_fold_subtitle (const MusterTodayItem *fold)
{
  g_autofree char *day = muster_gui_text_dup_date (&fold->snoozed_until);

  if (!g_date_valid (&fold->snoozed_until))
    return g_strdup (fold->detail);
  return g_strdup_printf (_("Put off until %s: %s"), day, fold->snooze_reason);
}
