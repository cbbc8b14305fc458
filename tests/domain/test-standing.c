/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-standing.h"

/* What each state alone says against assisting. */
static const guint state_reasons[MUSTER_N_STATES] = {
  [MUSTER_STATE_NONE] = MUSTER_REASON_NO_ROLE,
  [MUSTER_STATE_APPLICANT] = MUSTER_REASON_NOT_CERTIFIED,
  [MUSTER_STATE_IN_TRAINING] = MUSTER_REASON_NOT_CERTIFIED,
  [MUSTER_STATE_PENDING_REVIEW] = MUSTER_REASON_NOT_CERTIFIED,
  [MUSTER_STATE_CERTIFIED] = 0,
  [MUSTER_STATE_CERTIFIED_RESTRICTED] = 0,
  [MUSTER_STATE_SUSPENDED_ADMINISTRATIVE] = MUSTER_REASON_SUSPENDED,
  [MUSTER_STATE_SUSPENDED_FOR_CAUSE] = MUSTER_REASON_SUSPENDED_FOR_CAUSE,
  [MUSTER_STATE_EXPIRED] = MUSTER_REASON_EXPIRED,
  [MUSTER_STATE_DENIED] = MUSTER_REASON_DENIED,
  [MUSTER_STATE_WITHDRAWN] = MUSTER_REASON_WITHDRAWN,
  [MUSTER_STATE_INACTIVE] = MUSTER_REASON_INACTIVE,
  [MUSTER_STATE_REVOKED] = MUSTER_REASON_REVOKED,
};

static gboolean
is_certified (guint state)
{
  return state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED;
}

/* The reasons that have to be given for a person of one role; nothing else may be. */
static guint
expect_reasons (const MusterStandingFacts *facts, guint state)
{
  guint reasons = state_reasons[state];

  if (facts->restriction == MUSTER_RESTRICTION_STOP_WORK)
    reasons |= MUSTER_REASON_STOP_WORK;
  if (!facts->active)
    reasons |= MUSTER_REASON_INACTIVE;
  else if (!facts->has_agency)
    reasons |= MUSTER_REASON_NO_AGENCY; /* who is not on the roster has none, and need not be told */
  if (reasons == 0 && (facts->restriction == MUSTER_RESTRICTION_LIMITED || state == MUSTER_STATE_CERTIFIED_RESTRICTED))
    reasons = MUSTER_REASON_RESTRICTED;
  return reasons;
}

static void
test_one_role (void)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES * MUSTER_N_STATES * 3 * 4; i++)
    {
      guint role = i % MUSTER_N_ASSISTER_TYPES, rest = i / MUSTER_N_ASSISTER_TYPES, state = rest % MUSTER_N_STATES;
      MusterStandingFacts facts = { .restriction = rest / MUSTER_N_STATES % 3, .has_agency = rest / MUSTER_N_STATES / 3 % 2 };
      MusterStanding standing;
      gboolean may;

      facts.active = rest / MUSTER_N_STATES / 6;
      facts.states[role] = state;
      standing = muster_standing_judge (&facts);
      may = is_certified (state) && facts.restriction != MUSTER_RESTRICTION_STOP_WORK && facts.active && facts.has_agency;

      g_test_message ("%s, %s, %s, %s", muster_certification_state_to_code (state), muster_restriction_to_code (facts.restriction),
                      facts.active ? "active" : "not active", facts.has_agency ? "agency" : "no agency");
      g_assert_cmpint (standing.may_assist, ==, may);
      g_assert_cmphex (standing.types, ==, state != MUSTER_STATE_NONE ? 1u << role : 0);
      g_assert_cmphex (standing.assisting_types, ==, may ? 1u << role : 0);
      g_assert_cmpint (standing.overall, ==, state);
      g_assert_cmphex (standing.reasons, ==, expect_reasons (&facts, state));
    }
}

/* All there can be of four roles: the answer always has its reasons, and no reason but limits stands beside a Yes. */
static void
test_every_combination (void)
{
  guint n = 1;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    n *= MUSTER_N_STATES;
  for (guint i = 0; i < n * 12; i++)
    {
      MusterStandingFacts facts = { .restriction = i / n % 3, .active = i / n / 3 % 2, .has_agency = i / n / 6 };
      MusterStanding standing;
      guint held = 0, certified = 0, states = 0;

      for (guint role = 0, rest = i; role < MUSTER_N_ASSISTER_TYPES; role++, rest /= MUSTER_N_STATES)
        {
          facts.states[role] = rest % MUSTER_N_STATES;
          states |= 1u << facts.states[role];
          held |= facts.states[role] != MUSTER_STATE_NONE ? 1u << role : 0;
          certified |= is_certified (facts.states[role]) ? 1u << role : 0;
        }
      standing = muster_standing_judge (&facts);
      g_assert_true (standing.may_assist == (standing.assisting_types != 0));
      g_assert_true (standing.types == held);
      g_assert_true ((standing.assisting_types & ~certified) == 0);
      g_assert_true ((states & (1u << standing.overall)) != 0);
      g_assert_true ((standing.overall == MUSTER_STATE_NONE) == (held == 0));
      if (certified != 0)
        g_assert_true (is_certified (standing.overall));
      if ((states & (1u << MUSTER_STATE_CERTIFIED)) != 0)
        g_assert_true (standing.overall == MUSTER_STATE_CERTIFIED);
      if (standing.may_assist)
        g_assert_true ((standing.reasons & ~(guint) MUSTER_REASON_RESTRICTED) == 0 && standing.assisting_types == certified);
      else
        g_assert_true ((standing.reasons & ~(guint) MUSTER_REASON_RESTRICTED) != 0);
      if (standing.may_assist && facts.restriction == MUSTER_RESTRICTION_LIMITED)
        g_assert_true (standing.reasons == MUSTER_REASON_RESTRICTED);
    }
}

static void
test_several_roles (void)
{
  static const struct
  {
    MusterCertificationState broker;
    MusterCertificationState navigator;
    MusterCertificationState cac;
    guint assisting;
    MusterCertificationState overall;
    guint reasons;
  } cases[] = {
    { MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, MUSTER_STATE_NONE, MUSTER_ASSISTER_BROKER, MUSTER_STATE_CERTIFIED, 0 },
    { MUSTER_STATE_APPLICANT, MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED, MUSTER_ASSISTER_NAVIGATOR | MUSTER_ASSISTER_CAC, MUSTER_STATE_CERTIFIED, 0 },
    { MUSTER_STATE_CERTIFIED_RESTRICTED, MUSTER_STATE_APPLICANT, MUSTER_STATE_NONE, MUSTER_ASSISTER_BROKER, MUSTER_STATE_CERTIFIED_RESTRICTED, MUSTER_REASON_RESTRICTED },
    { MUSTER_STATE_REVOKED, MUSTER_STATE_APPLICANT, MUSTER_STATE_NONE, 0, MUSTER_STATE_REVOKED, MUSTER_REASON_REVOKED | MUSTER_REASON_NOT_CERTIFIED },
    { MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, MUSTER_STATE_SUSPENDED_FOR_CAUSE, MUSTER_STATE_NONE, 0, MUSTER_STATE_SUSPENDED_FOR_CAUSE,
      MUSTER_REASON_SUSPENDED | MUSTER_REASON_SUSPENDED_FOR_CAUSE },
    { MUSTER_STATE_INACTIVE, MUSTER_STATE_INACTIVE, MUSTER_STATE_NONE, 0, MUSTER_STATE_INACTIVE, MUSTER_REASON_INACTIVE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterStandingFacts facts = { .states = { cases[i].broker, cases[i].navigator, cases[i].cac }, .active = TRUE, .has_agency = TRUE };
      MusterStanding standing = muster_standing_judge (&facts);

      g_test_message ("%u", i);
      g_assert_cmphex (standing.assisting_types, ==, cases[i].assisting);
      g_assert_cmpint (standing.overall, ==, cases[i].overall);
      g_assert_cmphex (standing.reasons, ==, cases[i].reasons);
    }
}

static void
test_reason_texts (void)
{
  static const char *const codes[MUSTER_N_REASONS] = {
    "not-certified",
    "no-role",
    "suspended",
    "suspended-for-cause",
    "expired",
    "denied",
    "withdrawn",
    "inactive",
    "revoked",
    "stop-work",
    "restricted",
    "no-agency",
    "requirement-missing",
    "requirement-expired",
    "requirement-not-met",
  };
  static const char *const requirements[] = { "certification", "corrective-action", "roster", "agency", "requirements", NULL };

  for (guint i = 0; i < MUSTER_N_REASONS; i++)
    {
      g_assert_cmpstr (muster_reason_to_code (1u << i), ==, codes[i]);
      g_assert_true (g_str_has_suffix (muster_reason_get_text (1u << i), "."));
      g_assert_true (g_str_has_suffix (muster_reason_get_cure (1u << i), "."));
      g_assert_true (g_strv_contains (requirements, muster_reason_get_requirement (1u << i)));
    }
}

static void
test_restriction_codes (void)
{
  static const char *const codes[] = { "none", "limited", "stop-work" };
  MusterRestriction restriction;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (muster_restriction_from_code (codes[i], &restriction, NULL));
      g_assert_cmpint (restriction, ==, i);
      g_assert_cmpstr (muster_restriction_to_code (restriction), ==, codes[i]);
    }
  g_assert_false (muster_restriction_from_code ("some", &restriction, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/standing/one-role", test_one_role);
  g_test_add_func ("/domain/standing/every-combination", test_every_combination);
  g_test_add_func ("/domain/standing/several-roles", test_several_roles);
  g_test_add_func ("/domain/standing/reason-texts", test_reason_texts);
  g_test_add_func ("/domain/standing/restriction-codes", test_restriction_codes);
  return g_test_run ();
}
