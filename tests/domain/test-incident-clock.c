/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-incident-clock.h"
#include "domain/muster-rule-packs.h"

typedef struct
{
  const char *title;
  MusterIncidentKind kind;
  const char *discovered;
  const char *now;
  MusterKnown data;
  MusterKnown encrypted;
  guint people;
  const char *report; /* "incident-report 2026-10-06 10:00"; NULL */
  const char *clocks; /* "duty due state", parted by semicolons */
} Case;

#define NO MUSTER_KNOWN_NO
#define YES MUSTER_KNOWN_YES
#define UNKNOWN MUSTER_KNOWN_UNKNOWN

static const Case cases[] = {
  { "conduct has no duty", MUSTER_INCIDENT_CONDUCT, "2026-10-05 09:30", "2026-10-05 10:00", UNKNOWN, UNKNOWN, 0, NULL, "" },
  { "72 hours to the minute", MUSTER_INCIDENT_SECURITY, "2026-10-05 09:30", "2026-10-05 10:00", NO, UNKNOWN, 0, NULL,
    "internal-report 2026-10-05 10:30 open;incident-report 2026-10-08 09:30 open" },
  { "an hour over midnight", MUSTER_INCIDENT_SUSPICIOUS_ACTIVITY, "2026-12-31 23:30", "2027-01-01 00:31", NO, UNKNOWN, 0, NULL, "internal-report 2027-01-01 00:30 late" },
  { "an hour, on its last minute", MUSTER_INCIDENT_SUSPICIOUS_ACTIVITY, "2026-12-31 23:30", "2027-01-01 00:30", NO, UNKNOWN, 0, NULL, "internal-report 2027-01-01 00:30 open" },
  { "without a time the day counts whole", MUSTER_INCIDENT_LOST_EQUIPMENT, "2026-10-05", "2026-10-05 23:59", UNKNOWN, UNKNOWN, 0, NULL,
    "internal-report 2026-10-05 open;incident-report 2026-10-08 open" },
  { "late the day after", MUSTER_INCIDENT_POLICY_VIOLATION, "2026-10-05", "2026-10-06 00:00", UNKNOWN, UNKNOWN, 0, NULL, "internal-report 2026-10-05 late" },
  { "72 hours run out", MUSTER_INCIDENT_SECURITY, "2026-10-05 09:30", "2026-10-08 09:31", NO, UNKNOWN, 0, "internal-report 2026-10-05 09:40",
    "internal-report 2026-10-05 10:30 done;incident-report 2026-10-08 09:30 late" },
  { "over the change of clocks", MUSTER_INCIDENT_SECURITY, "2026-10-31 23:30", "2026-11-01 10:00", NO, UNKNOWN, 0, "internal-report 2026-10-31 23:40",
    "internal-report 2026-11-01 00:30 done;incident-report 2026-11-03 23:30 open" },
  { "over a leap day", MUSTER_INCIDENT_SECURITY, "2028-02-28 08:00", "2028-02-28 08:30", NO, UNKNOWN, 0, "internal-report 2028-02-28 08:30",
    "internal-report 2028-02-28 09:00 done;incident-report 2028-03-02 08:00 open" },
  { "a breach of few", MUSTER_INCIDENT_CONDUCT, "2026-10-05 09:30", "2026-10-05 10:00", YES, NO, 3, NULL,
    "internal-report 2026-10-05 10:30 open;breach-report 2026-10-06 09:30 open;breach-notice 2026-12-04 open" },
  { "encryption not known is a breach", MUSTER_INCIDENT_LOST_EQUIPMENT, "2026-10-05", "2026-10-05 10:00", YES, UNKNOWN, 0, NULL,
    "internal-report 2026-10-05 open;breach-report 2026-10-06 open;breach-notice 2026-12-04 open" },
  { "encrypted is none", MUSTER_INCIDENT_LOST_EQUIPMENT, "2026-10-05", "2026-10-05 10:00", YES, YES, 5000, NULL,
    "internal-report 2026-10-05 open;incident-report 2026-10-08 open" },
  { "exactly 1,000", MUSTER_INCIDENT_SECURITY, "2026-10-05", "2026-10-05 10:00", YES, NO, 1000, NULL,
    "internal-report 2026-10-05 open;breach-report 2026-10-06 open;breach-notice 2026-12-04 open" },
  { "more than 1,000", MUSTER_INCIDENT_SECURITY, "2026-10-05", "2026-10-05 10:00", YES, NO, 1001, NULL,
    "internal-report 2026-10-05 open;breach-report 2026-10-06 open;breach-notice 2026-12-04 open;consumer-agencies 2026-12-04 open" },
  { "reported as an incident before it was one of data", MUSTER_INCIDENT_SECURITY, "2026-10-05", "2026-10-06 10:00", YES, NO, 3, "incident-report 2026-10-05",
    "internal-report 2026-10-05 late;breach-report 2026-10-06 open;incident-report 2026-10-08 done;breach-notice 2026-12-04 open" },
  { "a license on Friday", MUSTER_INCIDENT_LICENCE_LAPSE, "2026-10-02 16:00", "2026-10-05 16:30", UNKNOWN, UNKNOWN, 0, NULL, "licence-notice 2026-10-05 open" },
  { "a license before Thanksgiving", MUSTER_INCIDENT_LICENCE_LAPSE, "2026-11-25", "2026-11-30 09:00", UNKNOWN, UNKNOWN, 0, NULL, "licence-notice 2026-11-30 open" },
  { "discipline, late", MUSTER_INCIDENT_COMMERCE_DISCIPLINE, "2026-10-02", "2026-10-06 00:00", UNKNOWN, UNKNOWN, 0, NULL, "licence-notice 2026-10-05 late" },
  { "discipline, told late", MUSTER_INCIDENT_COMMERCE_DISCIPLINE, "2026-10-02", "2026-10-20 00:00", UNKNOWN, UNKNOWN, 0, "licence-notice 2026-10-06",
    "licence-notice 2026-10-05 done-late" },
  { "discipline, told on the day", MUSTER_INCIDENT_COMMERCE_DISCIPLINE, "2026-10-02", "2026-10-20 00:00", UNKNOWN, UNKNOWN, 0, "licence-notice 2026-10-05 23:59",
    "licence-notice 2026-10-05 done" },
};

static void
read_moment (MusterMoment *moment, const char *text)
{
  g_autoptr (GError) error = NULL;

  muster_moment_parse (text, moment, &error);
  g_assert_no_error (error);
}

static MusterIncident *
make (const Case *c)
{
  MusterIncident *incident = muster_incident_new ();

  incident->kind = c->kind;
  incident->data = c->data;
  incident->data_encrypted = c->encrypted;
  incident->data_people = c->people;
  read_moment (&incident->discovered, c->discovered);
  if (c->report != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (c->report, " ", 2);
      MusterIncidentDuty duty;

      g_assert_true (muster_incident_duty_from_code (parts[0], &duty, NULL));
      read_moment (&muster_incident_add_report (incident, duty)->at, parts[1]);
    }
  return incident;
}

static char *
write_clocks (GArray *clocks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < clocks->len; i++)
    {
      const MusterIncidentClock *clock = &g_array_index (clocks, MusterIncidentClock, i);
      g_autofree char *due = muster_moment_to_iso (&clock->due);

      g_assert_nonnull (clock->rule->source.citation);
      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ";" : "", muster_incident_duty_to_code (clock->duty), due, muster_clock_state_to_code (clock->state));
    }
  return g_string_free_and_steal (text);
}

static void
test_table (void)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");

  g_assert_nonnull (pack);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterIncident) incident = make (&cases[i]);
      g_autoptr (GArray) clocks = NULL;
      g_autofree char *text = NULL;
      MusterMoment now;

      read_moment (&now, cases[i].now);
      clocks = muster_incident_list_clocks (incident, pack, &now);
      text = write_clocks (clocks);
      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (text, ==, cases[i].clocks);
    }
}

static const struct
{
  const char *due;
  const char *now;
  const char *words;
} distances[] = {
  { "2026-10-05 10:30", "2026-10-05 10:00", "within the hour" },
  { "2026-10-05 10:30", "2026-10-05 05:00", "in 5 hours" },
  { "2026-10-05 10:30", "2026-10-05 11:00", "just late" },
  { "2026-10-05 10:30", "2026-10-06 10:00", "23 hours late" },
  { "2026-10-05", "2026-10-05 11:00", "today" },
  { "2026-10-05", "2026-10-06 11:00", "1 day late" },
  { "2026-10-08 10:30", "2026-10-05 11:00", "in 3 days" },
};

static void
test_when (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      MusterIncidentClock clock = { 0 };
      g_autofree char *words = NULL;
      MusterMoment now;

      read_moment (&clock.due, distances[i].due);
      read_moment (&now, distances[i].now);
      words = muster_incident_clock_dup_when (&clock, &now);
      g_assert_cmpstr (words, ==, distances[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/incident-clock/table", test_table);
  g_test_add_func ("/domain/incident-clock/when", test_when);
  return g_test_run ();
}
