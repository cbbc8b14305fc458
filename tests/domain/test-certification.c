/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"
#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define M MUSTER_AUTHORITY_MARKETPLACE
#define A MUSTER_AUTHORITY_AGENCY
#define I MUSTER_AUTHORITY_INDIVIDUAL
#define C MUSTER_AUTHORITY_CLOCK

#define NONE MUSTER_STATE_NONE
#define APPLICANT MUSTER_STATE_APPLICANT
#define IN_TRAINING MUSTER_STATE_IN_TRAINING
#define PENDING MUSTER_STATE_PENDING_REVIEW
#define CERTIFIED MUSTER_STATE_CERTIFIED
#define RESTRICTED MUSTER_STATE_CERTIFIED_RESTRICTED
#define SUSPENDED MUSTER_STATE_SUSPENDED_ADMINISTRATIVE
#define FOR_CAUSE MUSTER_STATE_SUSPENDED_FOR_CAUSE
#define EXPIRED MUSTER_STATE_EXPIRED
#define DENIED MUSTER_STATE_DENIED
#define WITHDRAWN MUSTER_STATE_WITHDRAWN
#define INACTIVE MUSTER_STATE_INACTIVE
#define REVOKED MUSTER_STATE_REVOKED

#define IN(state) (1u << MUSTER_STATE_##state)
#define IN_EARLY (IN (APPLICANT) | IN (IN_TRAINING) | IN (PENDING_REVIEW))
#define IN_CERTIFIED (IN (CERTIFIED) | IN (CERTIFIED_RESTRICTED))
#define IN_SUSPENDED (IN (SUSPENDED_ADMINISTRATIVE) | IN (SUSPENDED_FOR_CAUSE))

/* The table of the domain's description: each verb from each of several states to one. What is not here is refused. */
static const struct
{
  MusterCertificationVerb verb;
  guint from;
  MusterCertificationState to;
  guint authorities;
  gboolean by_decision;
} table[] = {
  { MUSTER_VERB_ENROL, IN (NONE), APPLICANT, A, FALSE },
  { MUSTER_VERB_START_TRAINING, IN (APPLICANT), IN_TRAINING, M, FALSE },
  { MUSTER_VERB_SUBMIT, IN (IN_TRAINING), PENDING, A | C, FALSE },
  { MUSTER_VERB_CERTIFY, IN (PENDING_REVIEW) | IN (CERTIFIED), CERTIFIED, M, FALSE },
  { MUSTER_VERB_DENY, IN_EARLY, DENIED, M, FALSE },
  { MUSTER_VERB_RESTRICT, IN (CERTIFIED), RESTRICTED, A | M, FALSE },
  { MUSTER_VERB_LIFT_RESTRICTION, IN (CERTIFIED_RESTRICTED), CERTIFIED, A, FALSE },
  { MUSTER_VERB_SUSPEND, IN_CERTIFIED, SUSPENDED, M, FALSE },
  { MUSTER_VERB_SUSPEND_FOR_CAUSE, IN_CERTIFIED, FOR_CAUSE, M | A, TRUE },
  { MUSTER_VERB_REINSTATE, IN_SUSPENDED, CERTIFIED, M, FALSE },
  { MUSTER_VERB_EXPIRE, IN (SUSPENDED_ADMINISTRATIVE), EXPIRED, C, FALSE },
  { MUSTER_VERB_WITHDRAW, IN_EARLY, WITHDRAWN, I | A, FALSE },
  { MUSTER_VERB_WITHDRAW, IN_CERTIFIED | IN_SUSPENDED, WITHDRAWN, I, FALSE },
  { MUSTER_VERB_INACTIVATE, IN_EARLY | IN_CERTIFIED | IN_SUSPENDED | IN (EXPIRED) | IN (DENIED) | IN (WITHDRAWN) | IN (REVOKED), INACTIVE, A, FALSE },
  { MUSTER_VERB_RETURN, IN (INACTIVE), NONE, A | M, FALSE },
  { MUSTER_VERB_REVOKE, IN_CERTIFIED | IN_SUSPENDED | IN (INACTIVE), REVOKED, M | A, TRUE },
  { MUSTER_VERB_REINSTATE_ON_REVIEW, IN (REVOKED) | IN (SUSPENDED_FOR_CAUSE), NONE, M | A, TRUE },
  { MUSTER_VERB_REDUCE_ON_REVIEW, IN (REVOKED), FOR_CAUSE, M | A, TRUE },
  { MUSTER_VERB_REAPPLY, IN (REVOKED) | IN (DENIED) | IN (WITHDRAWN) | IN (EXPIRED), APPLICANT, I | A, FALSE },
};

static int
find_row (MusterCertificationVerb verb, MusterCertificationState from)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].verb == verb && (table[i].from & (1u << from)) != 0)
      return i;
  return -1;
}

static void
test_matrix (void)
{
  for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
    for (guint from = 0; from < MUSTER_N_STATES; from++)
      {
        g_autoptr (GError) error = NULL;
        const MusterTransition *transition = muster_certification_find_transition (verb, from, &error);
        int row = find_row (verb, from);

        g_test_message ("%s from %s", muster_certification_verb_to_code (verb), muster_certification_state_to_code (from));
        g_assert_cmpint (transition != NULL, ==, row >= 0);
        if (row < 0)
          {
            g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
            continue;
          }
        g_assert_cmpint (transition->verb, ==, verb);
        g_assert_cmpint (transition->from, ==, from);
        g_assert_cmpint (transition->to, ==, table[row].to);
        g_assert_cmphex (transition->authorities, ==, table[row].authorities);
        g_assert_cmpint (transition->by_decision, ==, table[row].by_decision);
      }
}

/* No row stands twice, and every state can be reached and, but for one that nobody leaves, left. */
static void
test_reachable (void)
{
  guint n, reached = 1u << NONE, before = 0, left = 0;
  const MusterTransition *lifecycle = muster_certification_get_lifecycle (&n);

  while (reached != before)
    {
      before = reached;
      for (guint i = 0; i < n; i++)
        if ((reached & (1u << lifecycle[i].from)) != 0)
          reached |= 1u << lifecycle[i].to;
    }
  g_assert_cmphex (reached, ==, (1u << MUSTER_N_STATES) - 1);

  for (guint i = 0; i < n; i++)
    {
      left |= 1u << lifecycle[i].from;
      g_assert_cmphex (lifecycle[i].authorities, !=, 0);
      for (guint j = i + 1; j < n; j++)
        g_assert_false (lifecycle[i].verb == lifecycle[j].verb && lifecycle[i].from == lifecycle[j].from);
    }
  g_assert_cmphex (left, ==, (1u << MUSTER_N_STATES) - 1);
}

static void
test_codes (void)
{
  static const char *const codes[] = {
    "applicant",
    "in-training",
    "pending-review",
    "certified",
    "certified-restricted",
    "suspended-administrative",
    "suspended-for-cause",
    "expired",
    "denied",
    "withdrawn",
    "inactive",
    "revoked",
  };
  static const char *const authorities[] = { "marketplace", "agency", "regulator", "individual", "clock" };
  g_autoptr (GError) error = NULL;
  MusterCertificationState state;
  MusterAuthority authority;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (muster_certification_state_from_code (codes[i], &state, NULL));
      g_assert_cmpint (state, ==, i + 1);
      g_assert_cmpstr (muster_certification_state_to_code (state), ==, codes[i]);
    }
  g_assert_false (muster_certification_state_from_code ("expiring", &state, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (authorities); i++)
    {
      g_assert_true (muster_authority_from_code (authorities[i], &authority, NULL));
      g_assert_cmpint (authority, ==, 1u << i);
      g_assert_cmpstr (muster_authority_to_code (authority), ==, authorities[i]);
    }
}

static GDate
day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_assert_true (muster_date_parse_iso (text, &date, NULL));
  return date;
}

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
}

static void
append (GPtrArray *events, MusterCertificationEvent *event)
{
  event->id = events->len + 1;
  event->recorded = events->len + 1;
  g_ptr_array_add (events, event);
}

/* What is taken away by a decision, and given back by the review of the one that is in force. */
static gint64
find_decision (GPtrArray *events, MusterCertificationVerb verb)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, MUSTER_ASSISTER_BROKER);
  MusterCertificationState before;
  gint64 decision_id = 0;

  if (verb == MUSTER_VERB_REVOKE || verb == MUSTER_VERB_SUSPEND_FOR_CAUSE)
    return events->len + 1;
  if (verb == MUSTER_VERB_REINSTATE_ON_REVIEW || verb == MUSTER_VERB_REDUCE_ON_REVIEW)
    g_assert_true (muster_certification_find_decision (standing, &decision_id, &before));
  return decision_id;
}

/* Takes @verb on the next day; what was planned has to hold then, and verification to have nothing against it. */
static void
take (GPtrArray *events, MusterCertificationVerb verb, GDate *on)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;
  g_autoptr (GError) error = NULL;
  MusterCertificationState to;

  g_date_add_days (on, 1);
  muster_certification_plan (events, MUSTER_ASSISTER_BROKER, verb, 0, on, &planned, &superseded, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (superseded->len, ==, 0);
  for (guint i = 0; i < planned->len; i++)
    {
      ((MusterCertificationEvent *) planned->pdata[i])->decision_id = find_decision (events, verb);
      append (events, muster_certification_event_copy (planned->pdata[i]));
    }
  to = ((MusterCertificationEvent *) events->pdata[events->len - 1])->to;
  g_assert_cmpint (muster_certification_state_on (events, MUSTER_ASSISTER_BROKER, on, NULL), ==, to);
  muster_change_rule_check_chain (events, MUSTER_ASSISTER_BROKER, &error);
  g_assert_no_error (error);
}

static void
take_all_ways (GPtrArray *events, GDate on, guint depth, guint seen[MUSTER_N_VERBS])
{
  MusterCertificationState from = muster_certification_state_on (events, MUSTER_ASSISTER_BROKER, &on, NULL);
  guint length = events->len;

  for (guint verb = 0; depth > 0 && verb < MUSTER_N_VERBS; verb++)
    {
      GDate next = on;

      if ((muster_certification_list_possible (events, verb) & MUSTER_ASSISTER_BROKER) == 0)
        continue;
      seen[verb] |= 1u << from;
      take (events, verb, &next);
      take_all_ways (events, next, depth - 1, seen);
      g_ptr_array_set_size (events, length);
    }
}

/* Every way of up to seven steps from nothing; there is no row of the table that none of them takes. */
static void
test_all_ways (void)
{
  g_autoptr (GPtrArray) events = new_events ();
  guint seen[MUSTER_N_VERBS] = { 0 };

  take_all_ways (events, day ("2026-01-01"), 7, seen);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmphex (seen[table[i].verb] & table[i].from, ==, table[i].from);
}

static void
test_long_ways (void)
{
  for (guint way = 0; way < 10; way++)
    {
      g_autoptr (GPtrArray) events = new_events ();
      GDate on = day ("2026-01-01");

      for (guint step = 0; step < 30;)
        {
          MusterCertificationVerb verb = g_test_rand_int_range (0, MUSTER_N_VERBS);

          if ((muster_certification_list_possible (events, verb) & MUSTER_ASSISTER_BROKER) == 0)
            continue;
          take (events, verb, &on);
          step++;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/certification/matrix", test_matrix);
  g_test_add_func ("/domain/certification/reachable", test_reachable);
  g_test_add_func ("/domain/certification/codes", test_codes);
  g_test_add_func ("/domain/certification/all-ways", test_all_ways);
  g_test_add_func ("/domain/certification/long-ways", test_long_ways);
  return g_test_run ();
}
