/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-evidence-check.h"
#include "domain/muster-rule-packs.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define OK -1

/* Today is 2026-11-28. What stands already: the two first courses, passed on 2026-08-10 and 2026-08-11; version 2026.1 of the notice is loaded. */
static const struct
{
  const char *what;
  guint held;
  guint early;
  const char *requirement;
  const char *on;
  const char *expires;
  const char *outcome;
  int score;
  const char *version;
  const char *note;
  int error; /* OK, or a MusterError */
  const char *named; /* in the message; where it is OK, the outcome that comes of it */
} cases[] = {
  { "a course", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, NULL, -1, NULL, NULL, OK, "passed" },
  { "with a score", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, NULL, 70, NULL, NULL, OK, "passed" },
  { "with one below the mark", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, NULL, 69, NULL, NULL, OK, "failed" },
  { "passed with too little", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, "passed", 69, NULL, NULL, MUSTER_ERROR_RULE, "70 %" },
  { "failed with enough", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, "failed", 90, NULL, NULL, MUSTER_ERROR_RULE, "90 %" },
  { "more than all", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, NULL, 101, NULL, NULL, MUSTER_ERROR_RULE, "percent" },
  { "a study has no score", NAVIGATOR, 0, "background-study", "2026-08-12", NULL, NULL, 90, NULL, NULL, MUSTER_ERROR_RULE, "no score" },
  { "a word of another kind", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, "disqualified", -1, NULL, NULL, MUSTER_ERROR_INVALID, "disqualified" },
  { "no such requirement", NAVIGATOR, 0, "juggling", "2026-08-12", NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_NOT_FOUND, "juggling" },
  { "a licence of a navigator", NAVIGATOR, 0, "licence", "2026-08-12", "2028-08-31", NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "Broker" },
  { "of somebody who is a broker too", NAVIGATOR | BROKER, 0, "licence", "2026-08-12", "2028-08-31", NULL, -1, NULL, NULL, OK, "active" },
  { "a licence without end", BROKER, 0, "licence", "2026-08-12", NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "through which day" },
  { "a licence that lapsed needs none", BROKER, 0, "licence", "2026-08-12", NULL, "lapsed", -1, NULL, NULL, OK, "lapsed" },
  { "ends before it begins", BROKER, 0, "licence", "2026-08-12", "2026-08-11", NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "Aug 11, 2026" },
  { "ends on the day it begins", BROKER, 0, "licence", "2026-08-12", "2026-08-12", NULL, -1, NULL, NULL, OK, "active" },
  { "an end in another century", BROKER, 0, "licence", "2026-08-12", "2126-08-12", NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "Aug 12, 2126" },
  { "without a day", NAVIGATOR, 0, "data-security", NULL, NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "which day" },
  { "tomorrow", NAVIGATOR, 0, "data-security", "2026-11-29", NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "Nov 29, 2026" },
  { "in the year 26", NAVIGATOR, 0, "data-security", "1926-08-12", NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "Aug 12, 1926" },
  { "a version that is loaded", NAVIGATOR, 0, "notice", "2026-08-12", NULL, NULL, -1, "2026.1", NULL, OK, "signed" },
  { "one that is not", NAVIGATOR, 0, "notice", "2026-08-12", NULL, NULL, -1, "2026.2", NULL, MUSTER_ERROR_NOT_FOUND, "2026.2" },
  { "none, though there is one", NAVIGATOR, 0, "notice", "2026-08-12", NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "2026.1" },
  { "a course has no version", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, NULL, -1, "2026.1", NULL, MUSTER_ERROR_RULE, "no versions" },
  { "a number that is never kept", NAVIGATOR, 0, "data-security", "2026-08-12", NULL, NULL, -1, NULL, "Ana, 123-45-6789", MUSTER_ERROR_RULE, "social security" },
  { "a study after the courses", NAVIGATOR, NAVIGATOR, "background-study", "2026-08-11", NULL, NULL, -1, NULL, NULL, OK, "cleared" },
  { "before the second of them", NAVIGATOR, NAVIGATOR, "background-study", "2026-08-10", NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_RULE, "Programs and Eligibility" },
  { "of somebody who is certified", NAVIGATOR, 0, "background-study", "2026-08-01", NULL, NULL, -1, NULL, NULL, OK, "cleared" },
  { "the same once more", NAVIGATOR, 0, "assister-basics", "2026-08-10", NULL, NULL, -1, NULL, NULL, MUSTER_ERROR_CONFLICT, "already" },
  { "otherwise on the same day", NAVIGATOR, 0, "assister-basics", "2026-08-10", NULL, "failed", -1, NULL, NULL, MUSTER_ERROR_CONFLICT, "E-7" },
  { "once more on another day", NAVIGATOR, 0, "assister-basics", "2026-08-11", NULL, NULL, -1, NULL, NULL, OK, "passed" },
};

static void
set_day (GDate *day, const char *text)
{
  g_date_clear (day, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, day, NULL));
}

static void
add_standing (GPtrArray *standing, gint64 id, const char *requirement, const char *on)
{
  MusterEvidence *evidence = muster_evidence_new ();

  evidence->id = id;
  evidence->requirement = g_strdup (requirement);
  evidence->outcome = g_strdup ("passed");
  set_day (&evidence->on, on);
  g_ptr_array_add (standing, evidence);
}

static MusterEvidence *
make (guint i)
{
  MusterEvidence *evidence = muster_evidence_new ();

  evidence->requirement = g_strdup (cases[i].requirement);
  set_day (&evidence->on, cases[i].on);
  set_day (&evidence->expires, cases[i].expires);
  evidence->outcome = g_strdup (cases[i].outcome);
  evidence->score = cases[i].score;
  evidence->version = g_strdup (cases[i].version);
  evidence->note = g_strdup (cases[i].note);
  return evidence;
}

static void
test_cases (void)
{
  static const char *const versions[] = { "2026.1", NULL };
  g_autoptr (GPtrArray) standing = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_evidence_free);
  GDate today;

  set_day (&today, "2026-11-28");
  add_standing (standing, 7, "assister-basics", "2026-08-10");
  add_standing (standing, 8, "program-rules", "2026-08-11");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterEvidenceContext context = { muster_rule_packs_find_shipped ("mnsure-2027"), cases[i].held, cases[i].early, &today, standing, versions };
      g_autoptr (MusterEvidence) evidence = make (i);
      g_autoptr (GError) error = NULL;
      gboolean ok = muster_evidence_check (evidence, &context, &error);

      g_test_message ("%s: %s", cases[i].what, ok ? evidence->outcome : error->message);
      g_assert_cmpint (ok, ==, cases[i].error == OK);
      if (ok)
        {
          g_assert_cmpstr (evidence->outcome, ==, cases[i].named);
          continue;
        }
      g_assert_error (error, MUSTER_ERROR, cases[i].error);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/evidence-check/cases", test_cases);
  return g_test_run ();
}
