/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-season.h"

#include <glib/gi18n-lib.h>

static const char *const outlooks[] = { "not-open", "nobody", "all-done", "too-early", "no-pace", "in-time", "late" };

const char *
muster_season_outlook_to_code (MusterSeasonOutlook outlook)
{
  g_return_val_if_fail ((guint) outlook < G_N_ELEMENTS (outlooks), "");
  return outlooks[outlook];
}

static MusterSeasonOutlook
look (const MusterSeason *season, const MusterSeasonCount *people, const GDate *on, guint days)
{
  if (people->n == 0)
    return MUSTER_OUTLOOK_NOBODY;
  if (people->n_done == people->n)
    return MUSTER_OUTLOOK_ALL_DONE;
  if (muster_season_get_phase (season, on) != MUSTER_SEASON_OPEN)
    return MUSTER_OUTLOOK_NOT_OPEN;
  if (days < MUSTER_SEASON_FORECAST_DAYS)
    return MUSTER_OUTLOOK_TOO_EARLY;
  return people->n_done == 0 ? MUSTER_OUTLOOK_NO_PACE : MUSTER_OUTLOOK_IN_TIME;
}

MusterSeasonForecast
muster_season_foresee (const MusterSeason *season, const MusterSeasonCount *people, const GDate *on)
{
  int passed = g_date_days_between (&season->opens, on) + 1, left = g_date_days_between (on, &season->due);
  MusterSeasonForecast forecast = { .days = MAX (passed, 0), .by_due = people->n_done };
  guint64 needed;

  g_date_clear (&forecast.complete, 1);
  forecast.outlook = look (season, people, on, forecast.days);
  if (forecast.outlook != MUSTER_OUTLOOK_IN_TIME)
    return forecast;
  /* Rounded up: on the day before it they are not all done yet. */
  needed = ((guint64) (people->n - people->n_done) * forecast.days + people->n_done - 1) / people->n_done;
  forecast.by_due = (guint) MIN ((guint64) people->n, people->n_done + (guint64) people->n_done * (guint) left / forecast.days);
  if (needed > (guint) left)
    forecast.outlook = MUSTER_OUTLOOK_LATE;
  if (needed > MUSTER_SEASON_FORECAST_MOST)
    return forecast;
  forecast.complete = *on;
  g_date_add_days (&forecast.complete, (guint) needed);
  return forecast;
}

char *
muster_season_dup_headline (const MusterSeasonCount *people)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u of %'u person is recertified.", "%'u of %'u people are recertified.", people->n), people->n_done, people->n);
}

static char *
dup_late (const MusterSeasonForecast *forecast, const char *due, const char *complete, const MusterSeasonCount *people)
{
  if (complete == NULL)
    /* Translators: how many people, of how many, a day */
    return g_strdup_printf (_("At the pace so far only %'u of %'u will be done by %s, and it would go on for years."), forecast->by_due, people->n, due);
  /* Translators: how many people, of how many, a day, and a later day */
  return g_strdup_printf (_("At the pace so far only %'u of %'u will be done by %s; all of them on %s."), forecast->by_due, people->n, due, complete);
}

char *
muster_season_forecast_dup_text (const MusterSeasonForecast *forecast, const MusterSeason *season, const MusterSeasonCount *people, char *(*day) (const GDate *date))
{
  g_autofree char *due = day (&season->due);
  g_autofree char *complete = g_date_valid (&forecast->complete) ? day (&forecast->complete) : NULL;

  switch (forecast->outlook)
    {
    case MUSTER_OUTLOOK_NOBODY:
      return g_strdup (_("Nobody holds a certification that has to be renewed."));
    case MUSTER_OUTLOOK_ALL_DONE:
      return g_strdup (_("Everybody is done."));
    case MUSTER_OUTLOOK_TOO_EARLY:
      return g_strdup_printf (_("It is too early for a forecast: there is one from the seventh day on. It is due on %s."), due);
    case MUSTER_OUTLOOK_NO_PACE:
      return g_strdup_printf (_("There is no forecast: nobody is done yet. It is due on %s."), due);
    case MUSTER_OUTLOOK_IN_TIME:
      /* Translators: two days */
      return g_strdup_printf (_("At the pace so far all will be done on %s, in time: it is due on %s."), complete, due);
    case MUSTER_OUTLOOK_LATE:
      return dup_late (forecast, due, complete, people);
    case MUSTER_OUTLOOK_NOT_OPEN:
    default:
      return g_strdup_printf (_("It was due on %s."), due);
    }
}
