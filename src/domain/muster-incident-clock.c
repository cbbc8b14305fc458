/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-incident-clock.h"
#include "domain/muster-deadline.h"

#include <glib/gi18n-lib.h>

#define MINUTES_A_DAY (24 * 60)

static const char *const state_codes[MUSTER_N_CLOCK_STATES] = { "open", "late", "done", "done-late" };
static const char *const state_labels[MUSTER_N_CLOCK_STATES] = { NC_("duty", "Open"), NC_("duty", "Late"), NC_("duty", "Done"), NC_("duty", "Done late") };

#define TELLS_INSIDE (1u << MUSTER_DUTY_INTERNAL_REPORT)
#define TELLS_INCIDENT (1u << MUSTER_DUTY_INCIDENT_REPORT)
#define TELLS_LICENCE (1u << MUSTER_DUTY_LICENCE_NOTICE)

/* What the kind alone brings with it. */
static const guint kind_duties[MUSTER_N_INCIDENT_KINDS] = {
  [MUSTER_INCIDENT_CONDUCT] = 0,
  [MUSTER_INCIDENT_LICENCE_LAPSE] = TELLS_LICENCE,
  [MUSTER_INCIDENT_COMMERCE_DISCIPLINE] = TELLS_LICENCE,
  [MUSTER_INCIDENT_LOST_EQUIPMENT] = TELLS_INSIDE | TELLS_INCIDENT,
  [MUSTER_INCIDENT_SECURITY] = TELLS_INSIDE | TELLS_INCIDENT,
  [MUSTER_INCIDENT_POLICY_VIOLATION] = TELLS_INSIDE,
  [MUSTER_INCIDENT_SUSPICIOUS_ACTIVITY] = TELLS_INSIDE,
};

const char *
muster_clock_state_to_code (MusterClockState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_CLOCK_STATES, "");
  return state_codes[state];
}

const char *
muster_clock_state_get_label (MusterClockState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_CLOCK_STATES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "duty", state_labels[state]);
}

static guint
list_duties (const MusterIncident *incident, MusterRulePack *pack)
{
  const MusterRuleDays *agencies = muster_rule_pack_get_days (pack, muster_incident_duty_to_code (MUSTER_DUTY_CONSUMER_AGENCIES), NULL);
  guint duties = kind_duties[incident->kind];

  if (incident->data == MUSTER_KNOWN_YES)
    duties |= TELLS_INSIDE | TELLS_INCIDENT;
  if (!muster_incident_is_breach (incident))
    return duties;
  /* Whoever reports the breach has reported the incident. */
  duties &= ~TELLS_INCIDENT;
  duties |= 1u << MUSTER_DUTY_BREACH_REPORT | 1u << MUSTER_DUTY_BREACH_NOTICE;
  if (agencies != NULL && incident->data_people > agencies->more_than)
    duties |= 1u << MUSTER_DUTY_CONSUMER_AGENCIES;
  return duties;
}

/* Hours need the time of day; without it the day ends on which they may have run out. */
static void
add_hours (const MusterMoment *from, guint hours, MusterMoment *due)
{
  guint minutes;

  due->day = from->day;
  due->minute = MUSTER_NO_MINUTE;
  if (from->minute == MUSTER_NO_MINUTE)
    {
      g_date_add_days (&due->day, (hours - 1) / 24);
      return;
    }
  minutes = from->minute + hours * 60;
  g_date_add_days (&due->day, minutes / MINUTES_A_DAY);
  due->minute = minutes % MINUTES_A_DAY;
}

static void
get_due (const MusterMoment *from, MusterIncidentDuty duty, const MusterRuleDays *rule, MusterMoment *due)
{
  gboolean by_the_minute = duty == MUSTER_DUTY_INCIDENT_REPORT || duty == MUSTER_DUTY_BREACH_REPORT;

  if (rule->kind == MUSTER_DAYS_HOURS)
    {
      add_hours (from, rule->days, due);
      return;
    }
  muster_deadline_get_last (rule, &from->day, &due->day);
  due->minute = by_the_minute && rule->kind == MUSTER_DAYS_CALENDAR ? from->minute : MUSTER_NO_MINUTE;
}

static const MusterIncidentReport *
find_report (const MusterIncident *incident, MusterIncidentDuty duty)
{
  const MusterIncidentReport *first = NULL;

  for (guint i = 0; i < incident->reports->len; i++)
    {
      const MusterIncidentReport *report = incident->reports->pdata[i];

      if (report->duty == duty && (first == NULL || muster_moment_is_before (&report->at, &first->at)))
        first = report;
    }
  return first;
}

static int
compare_clocks (gconstpointer a, gconstpointer b)
{
  const MusterIncidentClock *first = a, *second = b;

  if (muster_moment_is_before (&first->due, &second->due))
    return -1;
  if (muster_moment_is_before (&second->due, &first->due))
    return 1;
  /* On one day, what has a time comes first. */
  if ((first->due.minute == MUSTER_NO_MINUTE) != (second->due.minute == MUSTER_NO_MINUTE))
    return first->due.minute == MUSTER_NO_MINUTE ? 1 : -1;
  return (int) first->duty - (int) second->duty;
}

GArray *
muster_incident_list_clocks (const MusterIncident *incident, MusterRulePack *pack, const MusterMoment *now)
{
  GArray *clocks = g_array_new (FALSE, FALSE, sizeof (MusterIncidentClock));
  guint duties = list_duties (incident, pack);

  for (guint duty = 0; duty < MUSTER_N_INCIDENT_DUTIES; duty++)
    {
      MusterIncidentClock clock = { .duty = duty, .rule = muster_rule_pack_get_days (pack, muster_incident_duty_to_code (duty), NULL) };
      const MusterMoment *until = now;

      clock.report = find_report (incident, duty);
      if (clock.rule == NULL || ((duties & 1u << duty) == 0 && clock.report == NULL))
        continue;
      get_due (&incident->discovered, duty, clock.rule, &clock.due);
      if (clock.report != NULL)
        until = &clock.report->at;
      if (muster_moment_is_before (&clock.due, until))
        clock.state = clock.report != NULL ? MUSTER_CLOCK_DONE_LATE : MUSTER_CLOCK_LATE;
      else
        clock.state = clock.report != NULL ? MUSTER_CLOCK_DONE : MUSTER_CLOCK_OPEN;
      g_array_append_val (clocks, clock);
    }
  g_array_sort (clocks, compare_clocks);
  return clocks;
}

const MusterIncidentClock *
muster_incident_find_undone (GArray *clocks)
{
  for (guint i = 0; i < clocks->len; i++)
    {
      const MusterIncidentClock *clock = &g_array_index (clocks, MusterIncidentClock, i);

      if (clock->report == NULL)
        return clock;
    }
  return NULL;
}

static char *
dup_hours (int minutes)
{
  int hours = ABS (minutes) / 60;

  if (minutes >= 0)
    return hours == 0 ? g_strdup (_("within the hour")) : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d hour", "in %d hours", hours), hours);
  return hours == 0 ? g_strdup (_("just late")) : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour late", "%d hours late", hours), hours);
}

char *
muster_incident_clock_dup_when (const MusterIncidentClock *clock, const MusterMoment *now)
{
  int days = g_date_days_between (&now->day, &clock->due.day);

  if (clock->due.minute != MUSTER_NO_MINUTE && now->minute != MUSTER_NO_MINUTE && ABS (days) <= 1)
    return dup_hours (days * MINUTES_A_DAY + clock->due.minute - now->minute);
  if (days == 0)
    return g_strdup (_("today"));
  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", -days), -days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", days), days);
}
