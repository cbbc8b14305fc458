/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-incident.h"

#define SSN "219-09-9999"

typedef struct
{
  const char *title;
  const char *from;
  const char *through;
  const char *discovered;
  const char *narrative;
  const char *complainant;
  gboolean anonymous;
  MusterKnown data;
  guint people;
  const char *kinds;
  MusterKnown encrypted;
  const char *words; /* part of what the rule says; NULL where it allows */
} Case;

#define NOW "2026-10-10 12:00"
#define PLAIN MUSTER_KNOWN_UNKNOWN, 0, NULL, MUSTER_KNOWN_UNKNOWN

static const Case cases[] = {
  { "the least", NULL, NULL, "2026-10-05", "A laptop was lost", NULL, FALSE, PLAIN, NULL },
  { "to the minute", NULL, NULL, "2026-10-10 12:00", "A laptop was lost", NULL, FALSE, PLAIN, NULL },
  { "a minute ahead", NULL, NULL, "2026-10-10 12:01", "A laptop was lost", NULL, FALSE, PLAIN, "future" },
  { "a day ahead", NULL, NULL, "2026-10-11", "A laptop was lost", NULL, FALSE, PLAIN, "future" },
  { "no knowledge", NULL, NULL, NULL, "A laptop was lost", NULL, FALSE, PLAIN, "learned of it" },
  { "nothing told", NULL, NULL, "2026-10-05", " \n", NULL, FALSE, PLAIN, "what happened" },
  { "known the same day", "2026-10-05", NULL, "2026-10-05 08:00", "x", NULL, FALSE, PLAIN, NULL },
  { "known before it occurred", "2026-10-06", NULL, "2026-10-05", "x", NULL, FALSE, PLAIN, "before it occurred" },
  { "through after knowledge", "2026-10-01", "2026-10-09", "2026-10-05", "x", NULL, FALSE, PLAIN, NULL },
  { "through in the future", "2026-10-01", "2026-10-11", "2026-10-05", "x", NULL, FALSE, PLAIN, "future" },
  { "through before from", "2026-10-03", "2026-10-02", "2026-10-05", "x", NULL, FALSE, PLAIN, "before the first" },
  { "through without from", NULL, "2026-10-02", "2026-10-05", "x", NULL, FALSE, PLAIN, "from which day" },
  { "named", NULL, NULL, "2026-10-05", "x", "A. Client", FALSE, PLAIN, NULL },
  { "anonymous", NULL, NULL, "2026-10-05", "x", NULL, TRUE, PLAIN, NULL },
  { "both", NULL, NULL, "2026-10-05", "x", "A. Client", TRUE, PLAIN, "not both" },
  { "ssn in the narrative", NULL, NULL, "2026-10-05", "of " SSN, NULL, FALSE, PLAIN, "social security" },
  { "ssn of who complained", NULL, NULL, "2026-10-05", "x", SSN, FALSE, PLAIN, "social security" },
  { "data", NULL, NULL, "2026-10-05", "x", NULL, FALSE, MUSTER_KNOWN_YES, 12, "names", MUSTER_KNOWN_NO, NULL },
  { "data, nothing known of it", NULL, NULL, "2026-10-05", "x", NULL, FALSE, MUSTER_KNOWN_YES, 0, NULL, MUSTER_KNOWN_UNKNOWN, NULL },
  { "people without data", NULL, NULL, "2026-10-05", "x", NULL, FALSE, MUSTER_KNOWN_NO, 12, NULL, MUSTER_KNOWN_UNKNOWN, "only said where" },
  { "kinds without data", NULL, NULL, "2026-10-05", "x", NULL, FALSE, MUSTER_KNOWN_UNKNOWN, 0, "names", MUSTER_KNOWN_UNKNOWN, "only said where" },
  { "encryption without data", NULL, NULL, "2026-10-05", "x", NULL, FALSE, MUSTER_KNOWN_NO, 0, NULL, MUSTER_KNOWN_YES, "only said where" },
};

static void
read_day (GDate *day, const char *text)
{
  MusterMoment moment;

  muster_moment_clear (&moment);
  if (text != NULL)
    g_assert_true (muster_moment_parse (text, &moment, NULL));
  *day = moment.day;
}

static void
read_moment (MusterMoment *moment, const char *text)
{
  muster_moment_clear (moment);
  if (text != NULL)
    g_assert_true (muster_moment_parse (text, moment, NULL));
}

static MusterIncident *
make (const Case *c)
{
  MusterIncident *incident = muster_incident_new ();

  incident->number = g_strdup ("IN-2026-0001");
  read_day (&incident->occurred_from, c->from);
  read_day (&incident->occurred_through, c->through);
  read_moment (&incident->discovered, c->discovered);
  incident->narrative = g_strdup (c->narrative);
  incident->complainant = g_strdup (c->complainant);
  incident->anonymous = c->anonymous;
  incident->data = c->data;
  incident->data_people = c->people;
  incident->data_kinds = g_strdup (c->kinds);
  incident->data_encrypted = c->encrypted;
  return incident;
}

static void
assert_answer (gboolean allowed, const char *words, GError **error)
{
  g_assert_cmpint (allowed, ==, words == NULL);
  if (words == NULL)
    return;
  g_assert_error (*error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, words));
}

static void
test_check (void)
{
  MusterMoment now;

  read_moment (&now, NOW);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterIncident) incident = make (&cases[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].title);
      assert_answer (muster_incident_check (incident, &now, &error), cases[i].words, &error);
    }
}

static void
test_closed_stays (void)
{
  g_autoptr (MusterIncident) incident = make (&cases[0]);
  g_autoptr (GError) error = NULL;
  MusterMoment now;

  read_moment (&now, NOW);
  incident->state = MUSTER_INCIDENT_CLOSED;
  assert_answer (muster_incident_check (incident, &now, &error), "closed", &error);
  g_assert_false (muster_incident_check_finding (incident, MUSTER_FINDING_SUBSTANTIATED, "seen", NULL));
  g_assert_false (muster_incident_check_close (incident, MUSTER_INCIDENT_OUTCOME_NO_ACTION, "seen", NULL, FALSE, NULL));
}

static const struct
{
  const char *told;
  const char *at;
  const char *note;
  const char *words;
} reports[] = {
  { "ARC", "2026-10-05", NULL, NULL },
  { "ARC", "2026-10-05 09:30", "By phone", NULL },
  { "ARC", "2026-10-05 09:29", NULL, "before the agency learned" },
  { "ARC", "2026-10-04", NULL, "before the agency learned" },
  { "ARC", "2026-10-10 12:00", NULL, NULL },
  { "ARC", "2026-10-10 12:30", NULL, "future" },
  { "ARC", "2026-10-11", NULL, "future" },
  { "ARC", NULL, NULL, "when" },
  { " ", "2026-10-05", NULL, "who" },
  { "ARC", "2026-10-05", "of " SSN, "social security" },
};

static void
test_reports (void)
{
  MusterMoment now;

  read_moment (&now, NOW);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (MusterIncident) incident = make (&cases[0]);
      MusterIncidentReport *report = muster_incident_add_report (incident, MUSTER_DUTY_INCIDENT_REPORT);
      g_autoptr (GError) error = NULL;

      read_moment (&incident->discovered, "2026-10-05 09:30");
      report->told = g_strdup (reports[i].told);
      report->note = g_strdup (reports[i].note);
      read_moment (&report->at, reports[i].at);
      g_test_message ("%u", i);
      assert_answer (muster_incident_check_report (incident, report, &now, &error), reports[i].words, &error);
    }
}

static void
test_findings (void)
{
  g_autoptr (MusterIncident) incident = make (&cases[0]);
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_incident_check_finding (incident, MUSTER_FINDING_INCONCLUSIVE, "No witness", NULL));
  g_assert_false (muster_incident_check_finding (incident, MUSTER_FINDING_OPEN, "No witness", NULL));
  g_assert_false (muster_incident_check_finding (incident, MUSTER_FINDING_SUBSTANTIATED, " ", NULL));
  g_assert_false (muster_incident_check_finding (incident, MUSTER_FINDING_SUBSTANTIATED, SSN, NULL));
  g_assert_null (muster_incident_find_clause (incident, "COC-09", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  muster_incident_add_clause (incident, "COC-09");
  g_assert_nonnull (muster_incident_find_clause (incident, "coc-09", NULL));
  g_assert_null (muster_incident_find_clause (incident, "COC-08", NULL));
}

/* outcome, finding of its one clause (-1: no clause), a duty undone, an action from it, what is said against it */
static const struct
{
  MusterIncidentOutcome outcome;
  int finding;
  gboolean undone;
  gboolean has_action;
  const char *note;
  const char *words;
} closings[] = {
  { MUSTER_INCIDENT_OUTCOME_NO_ACTION, -1, FALSE, FALSE, "Found again", NULL },
  { MUSTER_INCIDENT_OUTCOME_NO_ACTION, -1, FALSE, FALSE, " ", "what came" },
  { MUSTER_INCIDENT_OUTCOME_NO_ACTION, -1, FALSE, FALSE, SSN, "social security" },
  { MUSTER_INCIDENT_OUTCOME_NONE, -1, FALSE, FALSE, "x", "Choose" },
  { MUSTER_INCIDENT_OUTCOME_NO_ACTION, MUSTER_FINDING_OPEN, FALSE, FALSE, "x", "no finding" },
  { MUSTER_INCIDENT_OUTCOME_NO_ACTION, MUSTER_FINDING_INCONCLUSIVE, TRUE, FALSE, "x", "not recorded as done" },
  { MUSTER_INCIDENT_OUTCOME_REFERRED, MUSTER_FINDING_INCONCLUSIVE, FALSE, FALSE, "x", NULL },
  { MUSTER_INCIDENT_OUTCOME_DUPLICATE, MUSTER_FINDING_OPEN, TRUE, FALSE, "x", NULL },
  { MUSTER_INCIDENT_OUTCOME_UNFOUNDED, MUSTER_FINDING_SUBSTANTIATED, FALSE, FALSE, "x", "substantiated" },
  { MUSTER_INCIDENT_OUTCOME_UNFOUNDED, MUSTER_FINDING_NOT_SUBSTANTIATED, FALSE, FALSE, "x", NULL },
  { MUSTER_INCIDENT_OUTCOME_ACTION, MUSTER_FINDING_SUBSTANTIATED, FALSE, FALSE, "x", "No corrective action" },
  { MUSTER_INCIDENT_OUTCOME_ACTION, MUSTER_FINDING_SUBSTANTIATED, FALSE, TRUE, "x", NULL },
};

static void
test_closing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (closings); i++)
    {
      g_autoptr (MusterIncident) incident = make (&cases[0]);
      g_autoptr (GError) error = NULL;

      if (closings[i].finding >= 0)
        muster_incident_add_clause (incident, "COC-09")->finding = closings[i].finding;
      g_test_message ("%u", i);
      assert_answer (muster_incident_check_close (incident, closings[i].outcome, closings[i].note, closings[i].undone ? "Report" : NULL, closings[i].has_action, &error),
                     closings[i].words, &error);
    }
}

static const struct
{
  const char *text;
  const char *kept; /* NULL: refused */
} moments[] = {
  { "2026-10-05", "2026-10-05" },
  { "2026-10-05 9:05", "2026-10-05 09:05" },
  { "2026-10-05T23:59", "2026-10-05 23:59" },
  { "2026-10-05 24:00", NULL },
  { "2026-10-05 9", NULL },
  { "2026-10-05x09:00", NULL },
  { "2026-02-30 09:00", NULL },
  { "9:00", NULL },
  { "", NULL },
};

static void
test_moments (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      MusterMoment moment;
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      g_test_message ("%s", moments[i].text);
      g_assert_cmpint (muster_moment_parse (moments[i].text, &moment, &error), ==, moments[i].kept != NULL);
      g_assert_cmpint (error == NULL, ==, moments[i].kept != NULL);
      kept = moments[i].kept != NULL ? muster_moment_to_iso (&moment) : NULL;
      g_assert_cmpstr (kept, ==, moments[i].kept);
    }
}

static void
test_codes (void)
{
  MusterIncidentKind kind;
  MusterIncidentDuty duty;
  MusterIncidentFinding finding;
  GError *error = NULL;

  for (guint i = 0; i < MUSTER_N_INCIDENT_KINDS; i++)
    g_assert_true (muster_incident_kind_from_code (muster_incident_kind_to_code (i), &kind, NULL) && kind == i && *muster_incident_kind_get_label (i) != '\0');
  for (guint i = 0; i < MUSTER_N_INCIDENT_DUTIES; i++)
    g_assert_true (muster_incident_duty_from_code (muster_incident_duty_to_code (i), &duty, NULL) && duty == i && *muster_incident_duty_get_label (i) != '\0');
  for (guint i = 0; i < MUSTER_N_FINDINGS; i++)
    g_assert_true (muster_incident_finding_from_code (muster_incident_finding_to_code (i), &finding, NULL) && finding == i && *muster_incident_finding_get_label (i) != '\0');
  g_assert_false (muster_incident_kind_from_code ("theft", &kind, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "lost-equipment"));
  g_clear_error (&error);
}

static void
test_warnings (void)
{
  g_autoptr (MusterIncident) incident = make (&cases[0]);
  g_autoptr (GPtrArray) none = muster_incident_list_warnings (incident);
  g_autoptr (GPtrArray) both = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_set_str (&incident->containment, "The client, born 3/4/1981, policy no. 4455667788, was called");
  both = muster_incident_list_warnings (incident);
  g_assert_cmpuint (both->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/incident/check", test_check);
  g_test_add_func ("/domain/incident/closed-stays", test_closed_stays);
  g_test_add_func ("/domain/incident/reports", test_reports);
  g_test_add_func ("/domain/incident/findings", test_findings);
  g_test_add_func ("/domain/incident/closing", test_closing);
  g_test_add_func ("/domain/incident/moments", test_moments);
  g_test_add_func ("/domain/incident/codes", test_codes);
  g_test_add_func ("/domain/incident/warnings", test_warnings);
  return g_test_run ();
}
