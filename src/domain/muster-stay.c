/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-stay.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"

static void
end_all (GArray *stays, const GDate *through)
{
  for (guint i = 0; i < stays->len; i++)
    {
      MusterStay *stay = &g_array_index (stays, MusterStay, i);

      if (!g_date_valid (&stay->through) || g_date_compare (&stay->through, through) > 0)
        stay->through = *through;
    }
}

static void
begin (GArray *stays, const MusterStayEvent *event)
{
  MusterStay stay = { .id = event->id, .from = event->day };
  GDate eve = event->day;

  g_date_subtract_days (&eve, 1);
  end_all (stays, &eve);
  g_array_append_val (stays, stay);
}

static void
go_on (GArray *stays, gint64 id)
{
  for (guint i = 0; i < stays->len; i++)
    {
      MusterStay *stay = &g_array_index (stays, MusterStay, i);

      if (stay->id == id)
        g_date_clear (&stay->through, 1);
    }
}

GArray *
muster_stays_replay (GArray *events)
{
  GArray *stays = g_array_new (FALSE, TRUE, sizeof (MusterStay));

  for (guint i = 0; i < events->len; i++)
    {
      const MusterStayEvent *event = &g_array_index (events, MusterStayEvent, i);

      if (event->kind == MUSTER_STAY_BEGINS)
        begin (stays, event);
      else if (event->kind == MUSTER_STAY_ENDS)
        end_all (stays, &event->day);
      else
        go_on (stays, event->id);
    }
  return stays;
}

gboolean
muster_stay_check (const MusterStay *stay, const GDate *today, GError **error)
{
  GDate eve = stay->from;

  if (!g_date_valid (&stay->from))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A stay with an agency has no day on which it began."));
      return FALSE;
    }
  if (!muster_date_check_happened (&stay->from, today, error))
    return FALSE;
  g_date_subtract_days (&eve, 1);
  if (!g_date_valid (&stay->through) || g_date_compare (&stay->through, &eve) >= 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A stay with an agency ended before it began."));
  return FALSE;
}
