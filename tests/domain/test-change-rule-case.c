/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-case.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define OPEN MUSTER_ACTION_OPEN
#define CLOSED MUSTER_ACTION_CLOSED
#define VOIDED MUSTER_ACTION_VOIDED

/* is_new, state before, after, outcome, is_bare */
static const struct
{
  const char *operation;
  MusterActionRowChange change;
  gboolean ok;
} actions[] = {
  { "open-action", { TRUE, OPEN, OPEN, MUSTER_OUTCOME_NONE, TRUE }, TRUE },
  { "open-action", { TRUE, OPEN, CLOSED, MUSTER_OUTCOME_COMPLETED, FALSE }, FALSE },
  { "open-action", { TRUE, OPEN, OPEN, MUSTER_OUTCOME_NONE, FALSE }, FALSE },
  { "set-cause", { FALSE, OPEN, OPEN, MUSTER_OUTCOME_NONE, TRUE }, TRUE },
  { "set-cause", { FALSE, OPEN, CLOSED, MUSTER_OUTCOME_COMPLETED, FALSE }, FALSE },
  { "set-cause", { FALSE, OPEN, OPEN, MUSTER_OUTCOME_NONE, FALSE }, FALSE },
  { "set-cause", { FALSE, CLOSED, CLOSED, MUSTER_OUTCOME_COMPLETED, FALSE }, FALSE },
  { "close-action", { FALSE, OPEN, CLOSED, MUSTER_OUTCOME_COMPLETED, FALSE }, TRUE },
  { "close-action", { FALSE, OPEN, CLOSED, MUSTER_OUTCOME_WAIVED, FALSE }, TRUE },
  { "close-action", { FALSE, OPEN, CLOSED, MUSTER_OUTCOME_NONE, FALSE }, FALSE },
  { "close-action", { FALSE, OPEN, CLOSED, MUSTER_OUTCOME_VOIDED, FALSE }, FALSE },
  { "close-action", { FALSE, OPEN, VOIDED, MUSTER_OUTCOME_VOIDED, FALSE }, FALSE },
  { "close-action", { FALSE, CLOSED, CLOSED, MUSTER_OUTCOME_COMPLETED, FALSE }, FALSE },
  { "close-action", { FALSE, CLOSED, OPEN, MUSTER_OUTCOME_NONE, TRUE }, FALSE },
  { "void-action", { FALSE, OPEN, VOIDED, MUSTER_OUTCOME_VOIDED, FALSE }, TRUE },
  { "void-action", { FALSE, OPEN, CLOSED, MUSTER_OUTCOME_COMPLETED, FALSE }, FALSE },
  { "void-action", { FALSE, OPEN, VOIDED, MUSTER_OUTCOME_COMPLETED, FALSE }, FALSE },
  { "void-action", { FALSE, VOIDED, VOIDED, MUSTER_OUTCOME_VOIDED, FALSE }, FALSE },
};

static void
test_actions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u: %s", i, actions[i].operation);
      g_assert_cmpint (muster_change_rule_check_action (actions[i].operation, &actions[i].change, &error), ==, actions[i].ok);
      g_assert_cmpint (error == NULL, ==, actions[i].ok);
    }
}

/* is_new, state before, after, outcome, is_bare */
static const struct
{
  const char *operation;
  MusterIncidentRowChange change;
  gboolean ok;
} incidents[] = {
  { "record-incident", { TRUE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OUTCOME_NONE, TRUE }, TRUE },
  { "record-incident", { TRUE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_CLOSED, MUSTER_INCIDENT_OUTCOME_UNFOUNDED, FALSE }, FALSE },
  { "record-incident", { TRUE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OUTCOME_NONE, FALSE }, FALSE },
  { "change-incident", { FALSE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OUTCOME_NONE, TRUE }, TRUE },
  { "change-incident", { FALSE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_CLOSED, MUSTER_INCIDENT_OUTCOME_NO_ACTION, FALSE }, FALSE },
  { "change-incident", { FALSE, MUSTER_INCIDENT_CLOSED, MUSTER_INCIDENT_CLOSED, MUSTER_INCIDENT_OUTCOME_NO_ACTION, FALSE }, FALSE },
  { "close-incident", { FALSE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_CLOSED, MUSTER_INCIDENT_OUTCOME_NO_ACTION, FALSE }, TRUE },
  { "close-incident", { FALSE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_CLOSED, MUSTER_INCIDENT_OUTCOME_NONE, FALSE }, FALSE },
  { "close-incident", { FALSE, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OUTCOME_NO_ACTION, FALSE }, FALSE },
  { "close-incident", { FALSE, MUSTER_INCIDENT_CLOSED, MUSTER_INCIDENT_OPEN, MUSTER_INCIDENT_OUTCOME_NONE, TRUE }, FALSE },
};

static void
test_incidents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (incidents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u: %s", i, incidents[i].operation);
      g_assert_cmpint (muster_change_rule_check_incident (incidents[i].operation, &incidents[i].change, &error), ==, incidents[i].ok);
      g_assert_cmpint (error == NULL, ==, incidents[i].ok);
    }
  g_assert_true (muster_change_rule_check_incident_part (TRUE, FALSE, TRUE, NULL));
  g_assert_true (muster_change_rule_check_incident_part (FALSE, TRUE, TRUE, NULL));
  g_assert_false (muster_change_rule_check_incident_part (FALSE, FALSE, TRUE, NULL));
  g_assert_false (muster_change_rule_check_incident_part (TRUE, FALSE, FALSE, NULL));
}

/* is_new, action open, done before, verified before, done after, done account, verified account */
static const struct
{
  MusterStepRowChange change;
  gboolean ok;
} steps[] = {
  { { TRUE, TRUE, FALSE, FALSE, FALSE, 0, 0 }, TRUE },
  { { TRUE, FALSE, FALSE, FALSE, FALSE, 0, 0 }, FALSE },
  { { TRUE, TRUE, FALSE, FALSE, TRUE, 1, 0 }, FALSE },
  { { TRUE, TRUE, FALSE, FALSE, FALSE, 0, 2 }, FALSE },
  { { FALSE, TRUE, FALSE, FALSE, TRUE, 1, 0 }, TRUE },
  { { FALSE, FALSE, FALSE, FALSE, TRUE, 1, 0 }, FALSE },
  { { FALSE, TRUE, TRUE, FALSE, TRUE, 1, 0 }, FALSE },
  { { FALSE, TRUE, TRUE, FALSE, TRUE, 1, 2 }, TRUE },
  { { FALSE, TRUE, TRUE, FALSE, TRUE, 1, 1 }, FALSE },
  { { FALSE, TRUE, FALSE, FALSE, FALSE, 0, 2 }, FALSE },
  { { FALSE, TRUE, TRUE, TRUE, TRUE, 1, 3 }, FALSE },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_step (&steps[i].change, &error), ==, steps[i].ok);
      g_assert_cmpint (error == NULL, ==, steps[i].ok);
    }
}

static void
test_grounds (void)
{
  g_assert_true (muster_change_rule_check_ground (TRUE, TRUE, NULL));
  g_assert_false (muster_change_rule_check_ground (FALSE, TRUE, NULL));
  g_assert_false (muster_change_rule_check_ground (TRUE, FALSE, NULL));
}

/* Each differs in one thing from what was decided: that person 1 is no broker any more from March 10 on, by the agency. */
static const struct
{
  gint64 person;
  MusterAssisterType type;
  MusterCertificationState to;
  int day;
  MusterAuthority authority;
  gboolean ok;
} carried_out[] = {
  { 1, MUSTER_ASSISTER_BROKER, MUSTER_STATE_REVOKED, 10, MUSTER_AUTHORITY_AGENCY, TRUE },
  { 2, MUSTER_ASSISTER_BROKER, MUSTER_STATE_REVOKED, 10, MUSTER_AUTHORITY_AGENCY, FALSE },
  { 1, MUSTER_ASSISTER_CAC, MUSTER_STATE_REVOKED, 10, MUSTER_AUTHORITY_AGENCY, FALSE },
  { 1, MUSTER_ASSISTER_BROKER, MUSTER_STATE_SUSPENDED_FOR_CAUSE, 10, MUSTER_AUTHORITY_AGENCY, FALSE },
  { 1, MUSTER_ASSISTER_BROKER, MUSTER_STATE_REVOKED, 11, MUSTER_AUTHORITY_AGENCY, FALSE },
  { 1, MUSTER_ASSISTER_BROKER, MUSTER_STATE_REVOKED, 9, MUSTER_AUTHORITY_AGENCY, FALSE },
  { 1, MUSTER_ASSISTER_BROKER, MUSTER_STATE_REVOKED, 10, MUSTER_AUTHORITY_MARKETPLACE, FALSE },
};

static void
test_carried_out (void)
{
  MusterDecisionFacts decision = { 7, MUSTER_DECISION_REVOCATION, 1, MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_NAVIGATOR, MUSTER_AUTHORITY_AGENCY };

  g_date_clear (&decision.effective, 1);
  g_date_set_dmy (&decision.effective, 10, 3, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (carried_out); i++)
    {
      g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();
      g_autoptr (GError) error = NULL;

      event->assister_id = carried_out[i].person;
      event->type = carried_out[i].type;
      event->to = carried_out[i].to;
      event->authority = carried_out[i].authority;
      g_date_set_dmy (&event->effective, carried_out[i].day, 3, 2026);
      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_carried_out (event, &decision, &error), ==, carried_out[i].ok);
      g_assert_cmpint (error == NULL, ==, carried_out[i].ok);
      g_assert_false (muster_change_rule_check_carried_out (event, NULL, NULL));
      g_date_clear (&event->effective, 1);
      g_assert_false (muster_change_rule_check_carried_out (event, &decision, NULL));
    }
}

/* id, is_new, person, restriction, state after; and the event's person and state */
static const struct
{
  MusterActionFacts action;
  gint64 person;
  MusterCertificationState to;
  gboolean ok;
} restrictions[] = {
  { { 9, TRUE, 1, MUSTER_RESTRICTION_LIMITED, OPEN }, 1, MUSTER_STATE_CERTIFIED_RESTRICTED, TRUE },
  { { 9, TRUE, 1, MUSTER_RESTRICTION_STOP_WORK, OPEN }, 1, MUSTER_STATE_CERTIFIED_RESTRICTED, TRUE },
  { { 9, TRUE, 1, MUSTER_RESTRICTION_NONE, OPEN }, 1, MUSTER_STATE_CERTIFIED_RESTRICTED, FALSE },
  { { 9, TRUE, 2, MUSTER_RESTRICTION_LIMITED, OPEN }, 1, MUSTER_STATE_CERTIFIED_RESTRICTED, FALSE },
  { { 9, FALSE, 1, MUSTER_RESTRICTION_LIMITED, OPEN }, 1, MUSTER_STATE_CERTIFIED_RESTRICTED, FALSE },
  { { 9, FALSE, 1, MUSTER_RESTRICTION_LIMITED, CLOSED }, 1, MUSTER_STATE_CERTIFIED_RESTRICTED, FALSE },
  { { 9, FALSE, 1, MUSTER_RESTRICTION_LIMITED, CLOSED }, 1, MUSTER_STATE_CERTIFIED, TRUE },
  { { 9, FALSE, 1, MUSTER_RESTRICTION_LIMITED, VOIDED }, 1, MUSTER_STATE_CERTIFIED, TRUE },
  { { 9, FALSE, 2, MUSTER_RESTRICTION_LIMITED, CLOSED }, 1, MUSTER_STATE_CERTIFIED, FALSE },
  { { 9, FALSE, 1, MUSTER_RESTRICTION_NONE, CLOSED }, 1, MUSTER_STATE_CERTIFIED, FALSE },
  { { 9, FALSE, 1, MUSTER_RESTRICTION_LIMITED, OPEN }, 1, MUSTER_STATE_CERTIFIED, FALSE },
};

static void
test_restrictions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (restrictions); i++)
    {
      g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();
      g_autoptr (GError) error = NULL;

      event->assister_id = restrictions[i].person;
      event->to = restrictions[i].to;
      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_restriction (event, &restrictions[i].action, &error), ==, restrictions[i].ok);
      g_assert_cmpint (error == NULL, ==, restrictions[i].ok);
      g_assert_false (muster_change_rule_check_restriction (event, NULL, NULL));
    }
}

#define DAY G_TIME_SPAN_DAY

/* Who decides, what the reason for deciding alone is, how many others there are, when the last one left; decided on day 100. */
static const struct
{
  gint64 decider;
  const char *emergency;
  MusterOtherAdministrators others;
  gboolean ok;
} deciders[] = {
  { 2, NULL, { 1, 0 }, TRUE },
  { 2, NULL, { 0, 99 * DAY }, TRUE },
  { 1, NULL, { 1, 0 }, FALSE },
  { 1, NULL, { 0, 0 }, FALSE },
  { 1, "\u00a0", { 0, 0 }, FALSE },
  { 1, "It cannot wait", { 0, 0 }, TRUE },
  { 1, "It cannot wait", { 1, 0 }, FALSE },
  { 1, "It cannot wait", { 0, 70 * DAY }, TRUE },
  { 1, "It cannot wait", { 0, 70 * DAY + 1 }, FALSE },
  { 1, "It cannot wait", { 0, 101 * DAY }, FALSE },
  { 1, "His number is 123-45-6789", { 0, 0 }, FALSE },
};

static void
test_deciders (void)
{
  g_autoptr (MusterDecision) decision = muster_decision_new ();

  decision->proposer = 1;
  for (guint i = 0; i < G_N_ELEMENTS (deciders); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_decision_check_decider (decision, deciders[i].decider, &deciders[i].others, 100 * DAY, deciders[i].emergency, &error), ==, deciders[i].ok);
      if (!deciders[i].ok)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
  decision->state = MUSTER_DECISION_APPROVED;
  g_assert_false (muster_decision_check_decider (decision, 2, &deciders[0].others, 100 * DAY, NULL, NULL));
}

/* Each differs in one thing from a calling off on March 5 of what person 1 would lose from March 10 on. */
static const struct
{
  gint64 person;
  MusterDecisionKind kind;
  guint types;
  MusterAuthority authority;
  int day;
  int entry_day; /* that the entry says by its moment, in UTC */
  gboolean ok;
} called_off[] = {
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 10, 5, TRUE },
  { 1, MUSTER_DECISION_SUSPENSION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 10, 5, TRUE },
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 6, 5, TRUE },
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 6, 6, TRUE }, /* the evening before, west of Greenwich */
  { 2, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 10, 5, FALSE },
  { 1, MUSTER_DECISION_CALLING_OFF, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 10, 5, FALSE },
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC, MUSTER_AUTHORITY_AGENCY, 10, 5, FALSE },
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_MARKETPLACE, 10, 5, FALSE },
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 5, 5, FALSE },
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 4, 5, FALSE },
  { 1, MUSTER_DECISION_REVOCATION, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY, 10, 11, FALSE }, /* said to have been in time, signed later */
};

static void
test_called_off (void)
{
  MusterDecisionFacts decision = { 8, MUSTER_DECISION_CALLING_OFF, 1, MUSTER_ASSISTER_BROKER, MUSTER_AUTHORITY_AGENCY };

  g_date_clear (&decision.effective, 1);
  g_date_set_dmy (&decision.effective, 5, 3, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (called_off); i++)
    {
      MusterDecisionFacts target = { 7, called_off[i].kind, called_off[i].person, called_off[i].types, called_off[i].authority };
      g_autoptr (GDateTime) moment = g_date_time_new_utc (2026, 3, called_off[i].entry_day, 2, 0, 0);
      g_autoptr (GError) error = NULL;
      gint64 time = g_date_time_to_unix_usec (moment);

      g_date_clear (&target.effective, 1);
      g_date_set_dmy (&target.effective, called_off[i].day, 3, 2026);
      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_called_off (&decision, &target, time, &error), ==, called_off[i].ok);
      g_assert_cmpint (error == NULL, ==, called_off[i].ok);
      g_assert_false (muster_change_rule_check_called_off (&decision, NULL, time, NULL));
    }
}

/* Approved on May 1, 2026. */
static const struct
{
  MusterDecisionKind kind;
  const char *proposed;
  const char *effective;
  const char *review;
  gboolean emergency, has_reason;
  const char *says;
} approvals[] = {
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-01", "2026-05-31", FALSE, TRUE, NULL },
  { MUSTER_DECISION_REVOCATION, NULL, "2026-04-30", "2026-05-31", FALSE, TRUE, NULL }, /* where it was the day before still */
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-02", "2026-05-31", FALSE, TRUE, NULL },
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-03", "2026-05-31", FALSE, TRUE, "another day" },
  { MUSTER_DECISION_SUSPENSION, NULL, "2026-01-20", "2026-05-31", FALSE, TRUE, "another day" },
  { MUSTER_DECISION_REVOCATION, NULL, NULL, "2026-05-31", FALSE, TRUE, "another day" },
  { MUSTER_DECISION_REVOCATION, "2026-06-01", "2026-06-01", "2026-07-01", FALSE, TRUE, NULL },
  { MUSTER_DECISION_REVOCATION, "2026-06-01", "2026-05-01", "2026-07-01", FALSE, TRUE, "another day" },
  { MUSTER_DECISION_REVOCATION, "2026-03-01", "2026-05-01", "2026-05-31", FALSE, TRUE, NULL },
  { MUSTER_DECISION_REVOCATION, "2026-03-01", "2026-03-01", "2026-05-31", FALSE, TRUE, "another day" },
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-01", NULL, FALSE, TRUE, "review" },
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-01", "2026-04-29", FALSE, TRUE, "review" },
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-01", "2026-05-31", FALSE, FALSE, NULL }, /* a reason is asked for where it is refused */
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-01", "2026-05-31", TRUE, FALSE, "no reason" },
  { MUSTER_DECISION_REVOCATION, NULL, "2026-05-01", "2026-05-31", TRUE, TRUE, NULL },
  { MUSTER_DECISION_CALLING_OFF, NULL, "2026-05-01", NULL, FALSE, TRUE, NULL },
  { MUSTER_DECISION_CALLING_OFF, "2026-06-01", "2026-06-01", NULL, FALSE, TRUE, "another day" },
};

static void
parse (const char *text, GDate *day)
{
  g_date_clear (day, 1);
  g_assert_true (text == NULL || muster_date_parse_iso (text, day, NULL));
}

static void
test_approvals (void)
{
  GDate today;

  parse ("2026-05-01", &today);
  for (guint i = 0; i < G_N_ELEMENTS (approvals); i++)
    {
      MusterApprovalFacts approval = { .kind = approvals[i].kind, .emergency = approvals[i].emergency, .has_reason = approvals[i].has_reason };
      g_autoptr (GError) error = NULL;

      parse (approvals[i].proposed, &approval.proposed);
      parse (approvals[i].effective, &approval.effective);
      parse (approvals[i].review, &approval.review_until);
      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_approval (&approval, &today, &error), ==, approvals[i].says == NULL);
      g_assert_true (approvals[i].says == NULL || strstr (error->message, approvals[i].says) != NULL);
    }
}

static void
test_grounds_there (void)
{
  g_assert_true (muster_change_rule_check_stands (1, NULL));
  g_assert_false (muster_change_rule_check_stands (0, NULL));
  g_assert_true (muster_change_rule_check_clause ("COC-09", NULL));
  g_assert_true (muster_change_rule_check_clause ("ROB-06b", NULL));
  g_assert_false (muster_change_rule_check_clause ("XXX-99", NULL));
  g_assert_false (muster_change_rule_check_clause ("COC-77", NULL));
  g_assert_false (muster_change_rule_check_clause ("", NULL));
  g_assert_false (muster_change_rule_check_clause (NULL, NULL));
  g_assert_true (muster_change_rule_check_restricted (FALSE, 3, 0, NULL));
  g_assert_true (muster_change_rule_check_restricted (TRUE, 3, 3, NULL));
  g_assert_true (muster_change_rule_check_restricted (TRUE, 0, 0, NULL));
  g_assert_false (muster_change_rule_check_restricted (TRUE, 3, 1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/change-rule-case/approvals", test_approvals);
  g_test_add_func ("/domain/change-rule-case/grounds-there", test_grounds_there);
  g_test_add_func ("/domain/change-rule-case/incidents", test_incidents);
  g_test_add_func ("/domain/change-rule-case/actions", test_actions);
  g_test_add_func ("/domain/change-rule-case/steps", test_steps);
  g_test_add_func ("/domain/change-rule-case/grounds", test_grounds);
  g_test_add_func ("/domain/change-rule-case/carried-out", test_carried_out);
  g_test_add_func ("/domain/change-rule-case/called-off", test_called_off);
  g_test_add_func ("/domain/change-rule-case/restrictions", test_restrictions);
  g_test_add_func ("/domain/change-rule-case/deciders", test_deciders);
  return g_test_run ();
}
