/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule.h"
#include "domain/muster-error.h"
#include "domain/muster-operation-rule.h"

/* Every operation that can reach a state at all, by state. What is not listed here cannot. */
static const char *const reached_by[MUSTER_N_STATES] = {
  [MUSTER_STATE_NONE] = "",
  [MUSTER_STATE_APPLICANT] = "correct-certification import-roster add-assister edit-assister enrol return reapply certify decide-review",
  [MUSTER_STATE_IN_TRAINING] = "correct-certification edit-assister start-training return certify decide-review",
  [MUSTER_STATE_PENDING_REVIEW] = "correct-certification edit-assister submit return certify decide-review",
  [MUSTER_STATE_CERTIFIED] = "correct-certification edit-assister return certify reinstate close-action void-action decide-review",
  [MUSTER_STATE_CERTIFIED_RESTRICTED] = "correct-certification edit-assister return open-action certify reinstate decide-review",
  [MUSTER_STATE_SUSPENDED_ADMINISTRATIVE] = "correct-certification edit-assister return suspend decide-review",
  [MUSTER_STATE_SUSPENDED_FOR_CAUSE] = "edit-assister return approve-decision decide-review",
  [MUSTER_STATE_EXPIRED] = "correct-certification edit-assister return expire decide-review",
  [MUSTER_STATE_DENIED] = "correct-certification edit-assister return deny decide-review",
  [MUSTER_STATE_WITHDRAWN] = "correct-certification edit-assister return withdraw decide-review",
  [MUSTER_STATE_INACTIVE] = "import-roster edit-assister inactivate decide-review",
  [MUSTER_STATE_REVOKED] = "edit-assister return approve-decision",
};

static gboolean
can_reach (const char *operation, MusterCertificationState to)
{
  for (guint from = 0; from < MUSTER_N_STATES; from++)
    if (muster_change_rule_check_certification (operation, from, to, NULL))
      return TRUE;
  return FALSE;
}

static void
test_certification_matrix (void)
{
  const MusterOperationRule *rules = muster_operation_rule_get_all ();

  for (guint to = 0; to < MUSTER_N_STATES; to++)
    {
      g_auto (GStrv) expected = g_strsplit (reached_by[to], " ", -1);

      for (guint i = 0; rules[i].name != NULL; i++)
        {
          g_test_message ("%s → %s", rules[i].name, muster_certification_state_to_code (to));
          g_assert_cmpint (can_reach (rules[i].name, to), ==, g_strv_contains ((const char *const *) expected, rules[i].name));
        }
    }
}

/* Returning is the only way out of “inactive”, so that nobody becomes certified by being “returned” from elsewhere. */
static void
test_certification_from_inactive (void)
{
  for (guint from = 0; from < MUSTER_N_STATES; from++)
    g_assert_cmpint (muster_change_rule_check_certification ("return", from, MUSTER_STATE_CERTIFIED, NULL), ==, from == MUSTER_STATE_INACTIVE);
}

static void
test_certification_errors (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_change_rule_check_certification ("import-roster", MUSTER_STATE_NONE, MUSTER_STATE_CERTIFIED, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "import-roster"));
  g_assert_false (muster_change_rule_check_certification ("delete-everything", MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, NULL));
  g_assert_false (muster_change_rule_check_certification (NULL, MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, NULL));
}

static const struct
{
  const char *operation;
  MusterCertificationState from;
  MusterCertificationState to;
  gint64 account;
  gint64 decision;
  gint64 action;
  gboolean ok;
} events[] = {
  { "certify", MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED, 1, 0, 0, TRUE },
  { "certify", MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED, 2, 0, 0, FALSE },
  { "approve-decision", MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, 1, 7, 0, TRUE },
  { "approve-decision", MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, 1, 0, 0, FALSE },
  { "approve-decision", MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_FOR_CAUSE, 1, 0, 9, FALSE },
  { "approve-decision", MUSTER_STATE_APPLICANT, MUSTER_STATE_REVOKED, 1, 7, 0, FALSE },
  { "open-action", MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED_RESTRICTED, 1, 0, 9, TRUE },
  { "open-action", MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED_RESTRICTED, 1, 0, 0, FALSE },
  { "close-action", MUSTER_STATE_CERTIFIED_RESTRICTED, MUSTER_STATE_CERTIFIED, 1, 0, 9, TRUE },
  { "close-action", MUSTER_STATE_CERTIFIED_RESTRICTED, MUSTER_STATE_CERTIFIED, 1, 0, 0, FALSE },
  { "suspend", MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_FOR_CAUSE, 1, 7, 9, FALSE },
  { "approve-decision", MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, 1, 7, 9, FALSE },
  { "open-action", MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED_RESTRICTED, 1, 7, 9, FALSE },
  { "certify", MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED, 1, 7, 0, FALSE },
  { "certify", MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED, 1, 0, 9, FALSE },
};

static void
test_events (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();
      g_autoptr (GError) error = NULL;

      event->from = events[i].from;
      event->to = events[i].to;
      event->authority = g_str_equal (events[i].operation, "close-action") ? MUSTER_AUTHORITY_AGENCY : MUSTER_AUTHORITY_MARKETPLACE;
      event->account_id = events[i].account;
      event->decision_id = events[i].decision;
      event->action_id = events[i].action;
      g_test_message ("%u: %s", i, events[i].operation);
      g_assert_cmpint (muster_change_rule_check_event (events[i].operation, event, 1, &error), ==, events[i].ok);
      g_assert_cmpint (error == NULL, ==, events[i].ok);
    }
}

/* What was open is named, and why it was lifted all the same; what earlier versions recorded says nothing. */
static void
test_lifting (void)
{
  static const struct
  {
    const char *open_items, *despite;
    gboolean ok;
  } rows[] = {
    { NULL, NULL, TRUE },
    { "none", NULL, TRUE },
    { "licence", "The marketplace wrote so", TRUE },
    { "licence data-security", "The marketplace wrote so", TRUE },
    { "licence", NULL, FALSE },
    { "licence", " ", FALSE },
    { "none", "The marketplace wrote so", FALSE },
    { NULL, "The marketplace wrote so", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_lifting (rows[i].open_items, rows[i].despite, &error), ==, rows[i].ok);
      g_assert_cmpint (error == NULL, ==, rows[i].ok);
    }
}

/* By whom, and whether a case was open: a certification implies the stages before it by its own authority, elsewhere each has its own. */
static void
test_authority_and_case (void)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();

  event->account_id = 1;
  event->to = MUSTER_STATE_APPLICANT;
  event->authority = MUSTER_AUTHORITY_MARKETPLACE;
  g_assert_true (muster_change_rule_check_event ("certify", event, 1, NULL));
  g_assert_false (muster_change_rule_check_event ("enrol", event, 1, NULL));
  event->authority = MUSTER_AUTHORITY_AGENCY;
  g_assert_true (muster_change_rule_check_event ("enrol", event, 1, NULL));
  g_assert_false (muster_change_rule_check_event ("certify", event, 1, NULL));
  g_assert_true (muster_change_rule_check_leaving ("enrol", event, TRUE, NULL));
  event->from = MUSTER_STATE_CERTIFIED;
  event->to = MUSTER_STATE_INACTIVE;
  g_assert_true (muster_change_rule_check_leaving ("inactivate", event, FALSE, NULL));
  g_assert_false (muster_change_rule_check_leaving ("inactivate", event, TRUE, NULL));
  event->under_investigation = TRUE;
  g_assert_true (muster_change_rule_check_leaving ("inactivate", event, TRUE, NULL));
  g_assert_false (muster_change_rule_check_leaving ("inactivate", event, FALSE, NULL));
}

static MusterCertificationEvent *
make_stage (MusterCertificationState from, MusterCertificationState to, int day)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->assister_id = 1;
  event->type = MUSTER_ASSISTER_BROKER;
  event->from = from;
  event->to = to;
  g_date_set_dmy (&event->effective, day, 3, 2026);
  return event;
}

/* An operation, and what would give way to a certification from March 10 on. */
static const struct
{
  const char *operation;
  MusterCertificationState from;
  MusterCertificationState to;
  int day;
  gint64 decision;
  gint64 action;
  gint64 superseded_by;
  gboolean ok;
} superseded[] = {
  { "certify", MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, 12, 0, 0, 0, TRUE },
  { "certify", MUSTER_STATE_IN_TRAINING, MUSTER_STATE_PENDING_REVIEW, 11, 0, 0, 0, TRUE },
  { "certify", MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, 10, 0, 0, 0, FALSE },
  { "certify", MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, 12, 0, 0, 3, FALSE },
  { "certify", MUSTER_STATE_INACTIVE, MUSTER_STATE_APPLICANT, 12, 0, 0, 0, FALSE },
  { "certify", MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED, 12, 0, 0, 0, FALSE },
  { "certify", MUSTER_STATE_CERTIFIED, MUSTER_STATE_REVOKED, 12, 7, 0, 0, FALSE },
  { "certify", MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED_RESTRICTED, 12, 0, 9, 0, FALSE },
  { "certify", MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, 12, 0, 0, 0, FALSE },
  { "certify", MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_DENIED, 12, 0, 0, 0, FALSE },
};

static void
test_superseded (void)
{
  g_autoptr (MusterCertificationEvent) successor = make_stage (MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, 10);

  for (guint i = 0; i < G_N_ELEMENTS (superseded); i++)
    {
      g_autoptr (MusterCertificationEvent) event = make_stage (superseded[i].from, superseded[i].to, superseded[i].day);
      g_autoptr (GError) error = NULL;

      event->decision_id = superseded[i].decision;
      event->action_id = superseded[i].action;
      event->superseded_by = superseded[i].superseded_by;
      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_supersede (superseded[i].operation, event, successor, &error), ==, superseded[i].ok);
      g_assert_cmpint (error == NULL, ==, superseded[i].ok);
    }
}

static void
test_supersede (void)
{
  const MusterOperationRule *rules = muster_operation_rule_get_all ();
  g_autoptr (MusterCertificationEvent) event = make_stage (MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, 12);
  g_autoptr (MusterCertificationEvent) successor = make_stage (MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, 10);

  for (guint i = 0; rules[i].name != NULL; i++)
    g_assert_cmpint (muster_change_rule_check_supersede (rules[i].name, event, successor, NULL), ==,
                     g_str_equal (rules[i].name, "certify") || g_str_equal (rules[i].name, "correct-certification"));

  /* By what corrects it, and by nothing else. */
  g_assert_false (muster_change_rule_check_supersede ("certify", event, NULL, NULL));
  successor->assister_id = 2;
  g_assert_false (muster_change_rule_check_supersede ("certify", event, successor, NULL));
  successor->assister_id = 1;
  successor->type = MUSTER_ASSISTER_CAC;
  g_assert_false (muster_change_rule_check_supersede ("certify", event, successor, NULL));
}

/* A correction says again what stood, by the same authority and about the same person, and adds nothing. */
static void
test_said_again (void)
{
  g_autoptr (GPtrArray) corrected = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  MusterCertificationEvent *event = make_stage (MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, 12);
  g_autoptr (MusterCertificationEvent) again = make_stage (MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, 20);
  g_autoptr (MusterCertificationEvent) other = make_stage (MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, MUSTER_STATE_CERTIFIED, 20);

  g_ptr_array_add (corrected, event);
  again->id = other->id = 9;
  g_assert_true (muster_change_rule_check_supersede ("correct-certification", event, again, NULL));
  g_assert_false (muster_change_rule_check_supersede ("correct-certification", event, other, NULL));
  event->superseded_by = 9;
  g_assert_true (muster_change_rule_check_said_again ("correct-certification", again, corrected, NULL));
  g_assert_false (muster_change_rule_check_said_again ("correct-certification", other, corrected, NULL));
  g_assert_true (muster_change_rule_check_said_again ("certify", other, corrected, NULL));
  again->authority = MUSTER_AUTHORITY_REGULATOR;
  g_assert_false (muster_change_rule_check_said_again ("correct-certification", again, corrected, NULL));
  again->authority = event->authority;
  again->id = 10;
  g_assert_false (muster_change_rule_check_said_again ("correct-certification", again, corrected, NULL));

  event->superseded_by = 0;
  event->decision_id = 7;
  g_assert_false (muster_change_rule_check_supersede ("correct-certification", event, again, NULL));
  event->decision_id = 0;
  event->action_id = 7;
  g_assert_false (muster_change_rule_check_supersede ("correct-certification", event, again, NULL));
}

/* “from to day”, one letter a state: - none, a applicant, t training, p pending, c certified, r restricted, x revoked, i inactive */
static const struct
{
  const char *steps;
  gboolean ok;
} chains[] = {
  { "", TRUE },
  { "-a1", TRUE },
  { "-a1 at2 tp3 pc4", TRUE },
  { "-a1 at1 tp1 pc1", TRUE },
  { "-a1 at2 tp3 pc4 cx5 xa6", TRUE },
  { "-a1 at2 tp3 pc4 ci5 ic6", TRUE },
  { "-a1 at2 tp3 pc4 cx5 xi6 ix7", TRUE },
  { "-c1", FALSE },
  { "ac1", FALSE },
  { "-a1 pc2", FALSE },
  { "-a1 at2 tp3 pc4 cx5 xi6 ic7", FALSE },
  /* with a corrective action that was opened, or ended, meanwhile */
  { "-a1 at2 tp3 pc4 ci5 ir6", TRUE },
  { "-a1 at2 tp3 pc4 cr5 ri6 ic7", TRUE },
  { "-a1 at2 tp3 pc4 cs5 si6 ic7", FALSE },
  /* made certified while something restricts: reinstated, or from the beginning */
  { "-a1 at2 tp3 pc4 cx5! xr6!", TRUE },
  { "-a1 at2 tp3 pc4 cs5 sr6 rc7", TRUE },
  { "-a1 at2 tp3 pr4", TRUE },
  { "-a1 at2 tr3", FALSE },
  { "-a1 -a2", FALSE },
  /* decided ahead (!), before what took effect earlier */
  { "-a1 at2 tp3 pc4 cx9! cs5", TRUE },
  { "-a1 at2 tp3 pc4 cs5 cx9!", FALSE },
  { "-a1 at2 tp3 pc4 cx9 cs5", FALSE },
};

static MusterCertificationState
read_state (char letter)
{
  static const char letters[] = "-atpcrs__dwix";

  return strchr (letters, letter) - letters;
}

static void
test_chains (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
      g_auto (GStrv) steps = g_strsplit (chains[i].steps, " ", -1);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; steps[j] != NULL; j++)
        {
          MusterCertificationEvent *event = muster_certification_event_new ();

          event->id = j + 1;
          event->recorded = j + 1;
          event->decision_id = steps[j][3] == '!';
          event->type = MUSTER_ASSISTER_CAC;
          event->from = read_state (steps[j][0]);
          event->to = read_state (steps[j][1]);
          g_date_set_dmy (&event->effective, steps[j][2] - '0', 3, 2026);
          g_ptr_array_add (list, event);
        }
      g_test_message ("%s", chains[i].steps);
      g_assert_cmpint (muster_change_rule_check_chain (list, MUSTER_ASSISTER_CAC, &error), ==, chains[i].ok);
      g_assert_cmpint (error == NULL, ==, chains[i].ok);
      g_assert_true (muster_change_rule_check_chain (list, MUSTER_ASSISTER_BROKER, NULL));
    }
}

#define STAFF MUSTER_ROLE_STAFF
#define ADMIN MUSTER_ROLE_ADMINISTRATOR
#define RECOVERY MUSTER_ROLE_RECOVERY

/* is_new, is_own, role before, after, disabled before, after, name changed, key changed */
static const struct
{
  const char *operation;
  MusterAccountRowChange change;
  gboolean ok;
} accounts[] = {
  { "create-register", { TRUE, TRUE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, TRUE },
  { "create-register", { TRUE, FALSE, STAFF, RECOVERY, FALSE, FALSE, FALSE, FALSE }, TRUE },
  { "create-register", { TRUE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "add-account", { TRUE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE }, TRUE },
  { "add-account", { TRUE, FALSE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, TRUE },
  { "add-account", { TRUE, FALSE, STAFF, RECOVERY, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "add-account", { FALSE, FALSE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "import-roster", { TRUE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "change-account", { FALSE, FALSE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, TRUE },
  { "change-account", { FALSE, FALSE, STAFF, STAFF, FALSE, TRUE, FALSE, FALSE }, TRUE },
  { "change-account", { FALSE, TRUE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "change-account", { FALSE, TRUE, ADMIN, ADMIN, FALSE, TRUE, FALSE, FALSE }, FALSE },
  { "change-account", { FALSE, FALSE, STAFF, RECOVERY, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "change-account", { FALSE, FALSE, RECOVERY, ADMIN, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "change-account", { FALSE, FALSE, RECOVERY, RECOVERY, FALSE, TRUE, FALSE, FALSE }, FALSE },
  { "change-account", { FALSE, FALSE, STAFF, STAFF, FALSE, FALSE, TRUE, FALSE }, FALSE },
  { "change-account", { FALSE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "change-account", { TRUE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "reset-administrator", { FALSE, FALSE, ADMIN, ADMIN, FALSE, FALSE, FALSE, TRUE }, TRUE },
  { "reset-administrator", { FALSE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "reset-administrator", { FALSE, FALSE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "reset-administrator", { FALSE, FALSE, ADMIN, ADMIN, TRUE, FALSE, FALSE, TRUE }, FALSE },
  { "reset-administrator", { TRUE, FALSE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, FALSE },
  { "tie-account", { FALSE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE, TRUE }, TRUE },
  { "tie-account", { FALSE, TRUE, ADMIN, ADMIN, FALSE, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "tie-account", { FALSE, FALSE, RECOVERY, RECOVERY, FALSE, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "tie-account", { FALSE, FALSE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "tie-account", { TRUE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "add-account", { TRUE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "change-account", { FALSE, FALSE, STAFF, STAFF, FALSE, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "change-password", { FALSE, TRUE, STAFF, STAFF, FALSE, FALSE, FALSE, TRUE }, FALSE },
  { "approve-decision", { FALSE, FALSE, STAFF, ADMIN, FALSE, FALSE, FALSE, FALSE }, FALSE },
};

static void
test_accounts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u: %s", i, accounts[i].operation);
      g_assert_cmpint (muster_change_rule_check_account (accounts[i].operation, &accounts[i].change, &error), ==, accounts[i].ok);
      g_assert_cmpint (error == NULL, ==, accounts[i].ok);
    }
}

#define REVOCATION MUSTER_DECISION_REVOCATION
#define SUSPENSION MUSTER_DECISION_SUSPENSION
#define CALLING_OFF MUSTER_DECISION_CALLING_OFF
#define PROPOSED MUSTER_DECISION_PROPOSED
#define APPROVED MUSTER_DECISION_APPROVED
#define REFUSED MUSTER_DECISION_REFUSED
#define TAKEN_BACK MUSTER_DECISION_TAKEN_BACK

#define DAY G_TIME_SPAN_DAY

/* is_new, content changed, kind, state before, after, proposer, decider, emergency, signer, time, other administrators: how many, the last one who left, calls another off */
static const struct
{
  const char *operation;
  MusterDecisionRowChange change;
  gboolean ok;
} decisions[] = {
  { "propose-revocation", { TRUE, FALSE, REVOCATION, PROPOSED, PROPOSED, 1, 0, FALSE, 1 }, TRUE },
  { "propose-suspension", { TRUE, FALSE, SUSPENSION, PROPOSED, PROPOSED, 1, 0, FALSE, 1 }, TRUE },
  { "propose-revocation", { TRUE, FALSE, SUSPENSION, PROPOSED, PROPOSED, 1, 0, FALSE, 1 }, FALSE },
  { "propose-revocation", { TRUE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 2, FALSE, 1 }, FALSE },
  { "propose-revocation", { TRUE, FALSE, REVOCATION, PROPOSED, PROPOSED, 2, 0, FALSE, 1 }, FALSE },
  { "propose-revocation", { TRUE, FALSE, REVOCATION, PROPOSED, PROPOSED, 1, 0, TRUE, 1 }, FALSE },
  { "approve-decision", { TRUE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 2, FALSE, 2 }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 2, FALSE, 2 }, TRUE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 1, FALSE, 1 }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 1, TRUE, 1, 40 * DAY, { 0, 0 } }, TRUE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 1, TRUE, 1, 40 * DAY, { 0, 10 * DAY } }, TRUE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 1, TRUE, 1, 40 * DAY, { 0, 10 * DAY + 1 } }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 1, TRUE, 1, 40 * DAY, { 0, 50 * DAY } }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 1, TRUE, 1, 40 * DAY, { 1, 0 } }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 2, TRUE, 2, 40 * DAY, { 1, 0 } }, FALSE },
  { "propose-revocation", { TRUE, TRUE, REVOCATION, PROPOSED, PROPOSED, 1, 0, FALSE, 1 }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 2, FALSE, 1 }, FALSE },
  { "approve-decision", { FALSE, TRUE, REVOCATION, PROPOSED, APPROVED, 1, 2, FALSE, 2 }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, PROPOSED, REFUSED, 1, 2, FALSE, 2 }, FALSE },
  { "approve-decision", { FALSE, FALSE, REVOCATION, REFUSED, APPROVED, 1, 2, FALSE, 2 }, FALSE },
  { "refuse-decision", { FALSE, FALSE, SUSPENSION, PROPOSED, REFUSED, 1, 2, FALSE, 2 }, TRUE },
  { "refuse-decision", { FALSE, FALSE, SUSPENSION, PROPOSED, REFUSED, 1, 1, FALSE, 1 }, FALSE },
  { "refuse-decision", { FALSE, FALSE, SUSPENSION, PROPOSED, APPROVED, 1, 2, FALSE, 2 }, FALSE },
  { "take-back-proposal", { FALSE, FALSE, REVOCATION, PROPOSED, TAKEN_BACK, 1, 0, FALSE, 1 }, TRUE },
  { "take-back-proposal", { FALSE, FALSE, REVOCATION, PROPOSED, TAKEN_BACK, 1, 0, FALSE, 2 }, FALSE },
  { "take-back-proposal", { FALSE, FALSE, REVOCATION, APPROVED, TAKEN_BACK, 1, 2, FALSE, 1 }, FALSE },
  { "import-roster", { FALSE, FALSE, REVOCATION, PROPOSED, APPROVED, 1, 2, FALSE, 2 }, FALSE },
  { "propose-calling-off", { TRUE, FALSE, CALLING_OFF, PROPOSED, PROPOSED, 1, 0, FALSE, 1, 0, { 0, 0 }, TRUE }, TRUE },
  { "propose-calling-off", { TRUE, FALSE, CALLING_OFF, PROPOSED, PROPOSED, 1, 0, FALSE, 1, 0, { 0, 0 }, FALSE }, FALSE },
  { "propose-calling-off", { TRUE, FALSE, REVOCATION, PROPOSED, PROPOSED, 1, 0, FALSE, 1, 0, { 0, 0 }, TRUE }, FALSE },
  { "propose-revocation", { TRUE, FALSE, REVOCATION, PROPOSED, PROPOSED, 1, 0, FALSE, 1, 0, { 0, 0 }, TRUE }, FALSE },
  { "propose-revocation", { TRUE, FALSE, CALLING_OFF, PROPOSED, PROPOSED, 1, 0, FALSE, 1, 0, { 0, 0 }, TRUE }, FALSE },
  { "approve-decision", { FALSE, FALSE, CALLING_OFF, PROPOSED, APPROVED, 1, 2, FALSE, 2, 0, { 0, 0 }, TRUE }, TRUE },
  { "approve-decision", { FALSE, FALSE, CALLING_OFF, PROPOSED, APPROVED, 1, 1, FALSE, 1, 0, { 0, 0 }, TRUE }, FALSE },
  { "approve-decision", { FALSE, FALSE, CALLING_OFF, PROPOSED, APPROVED, 1, 1, TRUE, 1, 40 * DAY, { 1, 0 }, TRUE }, FALSE },
  { "refuse-decision", { FALSE, FALSE, CALLING_OFF, PROPOSED, REFUSED, 1, 2, FALSE, 2, 0, { 0, 0 }, TRUE }, TRUE },
};

static void
test_decisions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u: %s", i, decisions[i].operation);
      g_assert_cmpint (muster_change_rule_check_decision (decisions[i].operation, &decisions[i].change, &error), ==, decisions[i].ok);
      g_assert_cmpint (error == NULL, ==, decisions[i].ok);
    }
}

static void
test_taken_back (void)
{
  static const struct
  {
    const char *operation;
    MusterTakenBackChange change;
    gboolean right;
  } cases[] = {
    { "edit-assister", { 0, 0, 0, FALSE, FALSE }, TRUE },
    { "edit-assister", { 7, 7, 0, FALSE, FALSE }, TRUE },
    { "undo-import", { 0, 0, 8, TRUE, FALSE }, TRUE },
    { "undo-import", { 0, 8, 8, TRUE, TRUE }, TRUE },
    { "undo-import", { 5, 0, 8, FALSE, TRUE }, TRUE },
    { "import-roster", { 0, 8, 8, TRUE, TRUE }, FALSE },
    { "edit-assister", { 5, 0, 8, FALSE, TRUE }, FALSE },
    { "certify", { 0, 8, 0, FALSE, FALSE }, FALSE },
    { "undo-import", { 0, 8, 8, TRUE, FALSE }, FALSE },  /* a row of another import, or of none */
    { "undo-import", { 5, 0, 8, FALSE, FALSE }, FALSE },
    { "undo-import", { 0, 8, 0, TRUE, TRUE }, FALSE },   /* without a record */
    { "undo-import", { 0, 7, 8, TRUE, TRUE }, FALSE },   /* in the name of another undoing */
    { "undo-import", { 5, 8, 8, TRUE, TRUE }, FALSE },   /* what is taken back already */
    { "undo-import", { 5, 0, 8, TRUE, TRUE }, FALSE },   /* the wrong way round */
    { "undo-import", { 0, 8, 8, FALSE, TRUE }, FALSE },
    { "undo-import", { 5, 8, 8, FALSE, TRUE }, FALSE },
    { NULL, { 0, 8, 8, TRUE, TRUE }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_taken_back (cases[i].operation, &cases[i].change, &error), ==, cases[i].right);
      g_assert_cmpint (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE), ==, !cases[i].right);
    }
}

static void
test_import (void)
{
  static const struct
  {
    const char *operation;
    MusterImportRowChange change;
    gboolean right;
  } cases[] = {
    { "import-roster", { TRUE, FALSE, 0, FALSE, 3, 3 }, TRUE },
    { "import-roster", { FALSE, TRUE, 0, FALSE, 3, 3 }, TRUE },
    { "undo-import", { TRUE, FALSE, 7, TRUE, 3, 3 }, TRUE },
    { "import-roster", { FALSE, FALSE, 0, FALSE, 3, 3 }, FALSE }, /* an earlier one */
    { "undo-import", { FALSE, FALSE, 7, TRUE, 3, 3 }, FALSE },
    { "import-roster", { TRUE, FALSE, 7, TRUE, 3, 3 }, FALSE },
    { "undo-import", { TRUE, FALSE, 0, FALSE, 3, 3 }, FALSE },
    { "undo-import", { TRUE, FALSE, 7, FALSE, 3, 3 }, FALSE },
    { "import-roster", { TRUE, FALSE, 0, FALSE, 4, 3 }, FALSE },
    { "undo-import", { TRUE, FALSE, 7, TRUE, 4, 3 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_import (cases[i].operation, &cases[i].change, &error), ==, cases[i].right);
      g_assert_cmpint (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE), ==, !cases[i].right);
    }
  g_assert_true (muster_change_rule_check_added ("import-roster", NULL));
  g_assert_false (muster_change_rule_check_added ("undo-import", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/change-rule/certification/matrix", test_certification_matrix);
  g_test_add_func ("/domain/change-rule/certification/from-inactive", test_certification_from_inactive);
  g_test_add_func ("/domain/change-rule/certification/errors", test_certification_errors);
  g_test_add_func ("/domain/change-rule/events", test_events);
  g_test_add_func ("/domain/change-rule/authority-and-case", test_authority_and_case);
  g_test_add_func ("/domain/change-rule/lifting", test_lifting);
  g_test_add_func ("/domain/change-rule/supersede", test_supersede);
  g_test_add_func ("/domain/change-rule/said-again", test_said_again);
  g_test_add_func ("/domain/change-rule/superseded", test_superseded);
  g_test_add_func ("/domain/change-rule/chains", test_chains);
  g_test_add_func ("/domain/change-rule/accounts", test_accounts);
  g_test_add_func ("/domain/change-rule/decisions", test_decisions);
  g_test_add_func ("/change-rule/taken-back", test_taken_back);
  g_test_add_func ("/change-rule/import", test_import);
  return g_test_run ();
}
