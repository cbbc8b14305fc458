/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-view-day.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "gui/muster-gui-text.h"

void
muster_view_day_init (MusterViewDay *day)
{
  g_date_clear (&day->as_of, 1);
  g_date_clear (&day->known_on, 1);
}

static gboolean
read_day (const char *text, GDate *date)
{
  g_date_clear (date, 1);
  return *text == '\0' || muster_date_parse_iso (text, date, NULL);
}

GVariant *
muster_view_day_make_target (const MusterViewDay *day, gint64 id)
{
  g_autofree char *as_of = muster_date_to_iso (&day->as_of);
  g_autofree char *known_on = muster_date_to_iso (&day->known_on);

  return g_variant_new ("(xss)", id, as_of != NULL ? as_of : "", known_on != NULL ? known_on : "");
}

gboolean
muster_view_day_read_target (MusterViewDay *day, gint64 *id, GVariant *target)
{
  const char *as_of, *known_on;

  g_variant_get (target, "(x&s&s)", id, &as_of, &known_on);
  return read_day (as_of, &day->as_of) && read_day (known_on, &day->known_on);
}

gboolean
muster_view_day_is_today (const MusterViewDay *day)
{
  return !g_date_valid (&day->as_of) && !g_date_valid (&day->known_on);
}

void
muster_view_day_get_date (const MusterViewDay *day, GDate *date)
{
  if (g_date_valid (&day->as_of))
    *date = day->as_of;
  else
    muster_gui_text_get_today (date);
}

const GDate *
muster_view_day_get_known_on (const MusterViewDay *day)
{
  return g_date_valid (&day->known_on) ? &day->known_on : NULL;
}

static char *
dup_as_of (const MusterViewDay *day)
{
  GDate date, today;
  g_autofree char *text = NULL;

  muster_gui_text_get_today (&today);
  muster_view_day_get_date (day, &date);
  text = muster_gui_text_dup_date (&date);
  if (g_date_compare (&date, &today) > 0)
    return g_strdup_printf (_("As it will be on %s if nothing is recorded"), text);
  if (g_date_compare (&date, &today) == 0)
    return g_strdup (_("As it is today"));
  return g_strdup_printf (_("As it was on %s"), text);
}

char *
muster_view_day_dup_text (const MusterViewDay *day)
{
  g_autofree char *as_of = dup_as_of (day);
  g_autofree char *known_on = NULL;

  if (!g_date_valid (&day->known_on))
    return g_steal_pointer (&as_of);
  known_on = muster_gui_text_dup_date (&day->known_on);
  /* Translators: “As it was on Oct 15, 2025, by what was recorded through Nov 2, 2025” */
  return g_strdup_printf (_("%s, by what was recorded through %s"), as_of, known_on);
}
