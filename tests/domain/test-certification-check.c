/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"
#include "domain/muster-error.h"

static void
add (GPtrArray *events, MusterAssisterType type, MusterCertificationState from, MusterCertificationState to)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->id = events->len + 1;
  event->type = type;
  event->from = from;
  event->to = to;
  g_date_set_dmy (&event->effective, 1 + events->len, 3, 2026);
  g_ptr_array_add (events, event);
}

/* A certified broker, an inactive navigator, an applicant as counselor. */
static GPtrArray *
make_events (void)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

  add (events, MUSTER_ASSISTER_BROKER, MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT);
  add (events, MUSTER_ASSISTER_BROKER, MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED);
  add (events, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT);
  add (events, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_APPLICANT, MUSTER_STATE_INACTIVE);
  add (events, MUSTER_ASSISTER_CAC, MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT);
  return events;
}

static void
test_lists (void)
{
  static const struct
  {
    MusterCertificationVerb verb;
    guint types;
  } cases[] = {
    { MUSTER_VERB_ENROL, MUSTER_ASSISTER_SUPPORT_STAFF },
    { MUSTER_VERB_START_TRAINING, MUSTER_ASSISTER_CAC },
    { MUSTER_VERB_WITHDRAW, MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC },
    { MUSTER_VERB_INACTIVATE, MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC },
    { MUSTER_VERB_RETURN, MUSTER_ASSISTER_NAVIGATOR },
    { MUSTER_VERB_REVOKE, MUSTER_ASSISTER_BROKER },
    { MUSTER_VERB_REAPPLY, 0 },
  };
  g_autoptr (GPtrArray) events = make_events ();

  g_assert_cmphex (muster_certification_list_held (events), ==, MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_NAVIGATOR | MUSTER_ASSISTER_CAC);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmphex (muster_certification_list_possible (events, cases[i].verb), ==, cases[i].types);
}

static void
test_all_inactive (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

  g_assert_true (muster_certification_is_all_inactive (events));
  add (events, MUSTER_ASSISTER_CAC, MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT);
  g_assert_false (muster_certification_is_all_inactive (events));
  add (events, MUSTER_ASSISTER_CAC, MUSTER_STATE_APPLICANT, MUSTER_STATE_INACTIVE);
  g_assert_true (muster_certification_is_all_inactive (events));
  add (events, MUSTER_ASSISTER_BROKER, MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT);
  g_assert_false (muster_certification_is_all_inactive (events));
}

#define BAR_CASES_MOST 6

/* Whoever was revoked stays barred until certified again, whatever comes between. */
static void
test_bar (void)
{
  static const struct
  {
    MusterCertificationState steps[BAR_CASES_MOST]; /* up to the first NONE */
    MusterCertificationState bar;
  } cases[] = {
    { { MUSTER_STATE_NONE }, MUSTER_STATE_NONE },
    { { MUSTER_STATE_APPLICANT, MUSTER_STATE_CERTIFIED }, MUSTER_STATE_NONE },
    { { MUSTER_STATE_APPLICANT, MUSTER_STATE_DENIED }, MUSTER_STATE_DENIED },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED }, MUSTER_STATE_REVOKED },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, MUSTER_STATE_INACTIVE }, MUSTER_STATE_REVOKED },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, MUSTER_STATE_APPLICANT, MUSTER_STATE_IN_TRAINING }, MUSTER_STATE_REVOKED },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, MUSTER_STATE_APPLICANT, MUSTER_STATE_CERTIFIED }, MUSTER_STATE_NONE },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_FOR_CAUSE }, MUSTER_STATE_SUSPENDED_FOR_CAUSE },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_FOR_CAUSE, MUSTER_STATE_CERTIFIED_RESTRICTED }, MUSTER_STATE_NONE },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE }, MUSTER_STATE_NONE },
    { { MUSTER_STATE_APPLICANT, MUSTER_STATE_WITHDRAWN }, MUSTER_STATE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = make_events ();
      MusterCertificationState from = MUSTER_STATE_NONE;

      g_test_message ("%u", i);
      for (guint j = 0; j < BAR_CASES_MOST && cases[i].steps[j] != MUSTER_STATE_NONE; j++)
        {
          add (events, MUSTER_ASSISTER_SUPPORT_STAFF, from, cases[i].steps[j]);
          from = cases[i].steps[j];
        }
      g_assert_cmpint (muster_certification_find_bar (events), ==, cases[i].bar);
    }
}

static void
test_person (void)
{
  static const struct
  {
    MusterCertificationVerb verb;
    MusterAssisterType type;
    gboolean active;
    const char *npn;
    const char *assister_id;
    gboolean allowed;
  } cases[] = {
    { MUSTER_VERB_CERTIFY, MUSTER_ASSISTER_BROKER, TRUE, "1234567", NULL, TRUE },
    { MUSTER_VERB_CERTIFY, MUSTER_ASSISTER_BROKER, TRUE, NULL, "AB12CD34E", FALSE },
    { MUSTER_VERB_CERTIFY, MUSTER_ASSISTER_NAVIGATOR, TRUE, "1234567", NULL, FALSE },
    { MUSTER_VERB_CERTIFY, MUSTER_ASSISTER_NAVIGATOR, TRUE, NULL, "AB12CD34E", TRUE },
    { MUSTER_VERB_CERTIFY, MUSTER_ASSISTER_CAC, TRUE, NULL, NULL, FALSE },
    { MUSTER_VERB_CERTIFY, MUSTER_ASSISTER_SUPPORT_STAFF, TRUE, NULL, NULL, TRUE },
    { MUSTER_VERB_DENY, MUSTER_ASSISTER_BROKER, TRUE, NULL, NULL, TRUE },
    { MUSTER_VERB_ENROL, MUSTER_ASSISTER_BROKER, TRUE, NULL, NULL, TRUE },
    { MUSTER_VERB_ENROL, MUSTER_ASSISTER_BROKER, FALSE, NULL, NULL, FALSE },
    { MUSTER_VERB_REAPPLY, MUSTER_ASSISTER_CAC, FALSE, NULL, NULL, FALSE },
    { MUSTER_VERB_RETURN, MUSTER_ASSISTER_CAC, FALSE, NULL, NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterAssister person = { .active = cases[i].active, .npn = (char *) cases[i].npn, .assister_id = (char *) cases[i].assister_id };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_certification_check_person (cases[i].verb, &person, cases[i].type, &error), ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

static void
test_reason (void)
{
  static const struct
  {
    MusterCertificationVerb verb;
    const char *reason;
    gboolean allowed;
  } cases[] = {
    { MUSTER_VERB_CERTIFY, NULL, TRUE },
    { MUSTER_VERB_CERTIFY, "Renewed, 123-45-6789", FALSE },
    { MUSTER_VERB_WITHDRAW, NULL, TRUE },
    { MUSTER_VERB_DENY, NULL, FALSE },
    { MUSTER_VERB_DENY, " \t", FALSE },
    { MUSTER_VERB_SUSPEND, "", FALSE },
    { MUSTER_VERB_SUSPEND, "License lapsed", TRUE },
    { MUSTER_VERB_REINSTATE, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_certification_check_reason (cases[i].verb, cases[i].reason, &error), ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

static void
test_day (void)
{
  static const struct
  {
    int day, month, year;
    gboolean ok;
  } cases[] = { { 1, 11, 1800, FALSE }, { 31, 12, 2012, FALSE }, { 1, 1, 2013, TRUE }, { 10, 3, 2026, TRUE }, { 11, 3, 2026, FALSE } };
  GDate today, on;

  g_date_clear (&today, 1);
  g_date_clear (&on, 1);
  g_date_set_dmy (&today, 10, 3, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_date_set_dmy (&on, cases[i].day, cases[i].month, cases[i].year);
      g_assert_cmpint (muster_certification_check_day (&on, &today, &error), ==, cases[i].ok);
      g_assert_cmpint (error == NULL, ==, cases[i].ok);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/certification-check/lists", test_lists);
  g_test_add_func ("/domain/certification-check/all-inactive", test_all_inactive);
  g_test_add_func ("/domain/certification-check/bar", test_bar);
  g_test_add_func ("/domain/certification-check/person", test_person);
  g_test_add_func ("/domain/certification-check/reason", test_reason);
  g_test_add_func ("/domain/certification-check/day", test_day);
  return g_test_run ();
}
