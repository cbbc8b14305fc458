/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-incident.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

#define DAY_LENGTH 10

void
muster_moment_clear (MusterMoment *moment)
{
  g_date_clear (&moment->day, 1);
  moment->minute = MUSTER_NO_MINUTE;
}

gboolean
muster_minute_parse (const char *text, int *minute, GError **error)
{
  g_autofree char *tidy = muster_text_dup_tidy (text);
  g_auto (GStrv) parts = tidy != NULL ? g_strsplit (tidy, ":", -1) : NULL;
  guint64 hours, minutes;

  *minute = MUSTER_NO_MINUTE;
  if (tidy == NULL)
    return TRUE;
  if (g_strv_length (parts) == 2 && strlen (parts[0]) <= 2 && strlen (parts[1]) == 2 &&
      g_ascii_string_to_unsigned (parts[0], 10, 0, 23, &hours, NULL) && g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minutes, NULL))
    {
      *minute = hours * 60 + minutes;
      return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not a time of day. Write it as 14:30, or leave it empty."), text);
  return FALSE;
}

gboolean
muster_moment_parse (const char *text, MusterMoment *moment, GError **error)
{
  g_autofree char *tidy = muster_text_dup_tidy (text);
  gsize length = tidy != NULL ? strlen (tidy) : 0;
  g_autofree char *day = length > DAY_LENGTH && (tidy[DAY_LENGTH] == ' ' || tidy[DAY_LENGTH] == 'T') ? g_strndup (tidy, DAY_LENGTH) : g_strdup (tidy);

  muster_moment_clear (moment);
  if (!muster_date_parse_iso (day, &moment->day, error))
    return FALSE;
  return length <= DAY_LENGTH || muster_minute_parse (tidy + DAY_LENGTH + 1, &moment->minute, error);
}

char *
muster_moment_to_iso (const MusterMoment *moment)
{
  g_autofree char *day = muster_date_to_iso (&moment->day);

  if (day == NULL || moment->minute == MUSTER_NO_MINUTE)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s %02d:%02d", day, moment->minute / 60, moment->minute % 60);
}

gboolean
muster_moment_is_before (const MusterMoment *a, const MusterMoment *b)
{
  int days = g_date_compare (&a->day, &b->day);

  if (days != 0)
    return days < 0;
  return a->minute != MUSTER_NO_MINUTE && b->minute != MUSTER_NO_MINUTE && a->minute < b->minute;
}
