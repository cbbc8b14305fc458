/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-account.h"
#include "domain/muster-date.h"
#include "domain/muster-decision.h"
#include "domain/muster-error.h"

/* The small questions that operations ask before they record something about a case, a decision or an account. */

static void
assert_answer (gboolean allowed, gboolean expected, GError **error)
{
  g_assert_cmpint (allowed, ==, expected);
  if (!expected)
    g_assert_error (*error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

static void
test_happened (void)
{
  static const struct
  {
    const char *on;
    gboolean allowed;
  } cases[] = { { "2026-03-09", TRUE }, { "2026-03-10", TRUE }, { "2026-03-11", FALSE }, { "1999-12-31", TRUE } };
  GDate on, today;

  set_day (&today, "2026-03-10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      set_day (&on, cases[i].on);
      assert_answer (muster_date_check_happened (&on, &today, &error), cases[i].allowed, &error);
    }
}

static void
test_cause (void)
{
  static const struct
  {
    MusterActionState state;
    const char *cause;
    gboolean allowed;
  } cases[] = {
    { MUSTER_ACTION_OPEN, "Two letters in one envelope", TRUE },
    { MUSTER_ACTION_OPEN, NULL, FALSE },
    { MUSTER_ACTION_OPEN, " \n", FALSE },
    { MUSTER_ACTION_OPEN, "\u00a0", FALSE },
    { MUSTER_ACTION_OPEN, "The client, 123-45-6789, called", FALSE },
    { MUSTER_ACTION_CLOSED, "Two letters in one envelope", FALSE },
    { MUSTER_ACTION_VOIDED, "Two letters in one envelope", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterCorrectiveAction action = { .state = cases[i].state };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_corrective_action_check_cause (&action, cases[i].cause, &error), cases[i].allowed, &error);
    }
}

static void
test_step (void)
{
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
  g_autoptr (GError) error = NULL;
  MusterActionStep *step = muster_action_step_new ();

  action->number = g_strdup ("CA-2026-0001");
  step->position = 1;
  g_ptr_array_add (action->steps, step);
  g_assert_true (muster_corrective_action_find_step (action, 1, &error) == step);
  g_assert_no_error (error);
  g_assert_null (muster_corrective_action_find_step (action, 2, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
}

static void
test_progress (void)
{
  static const struct
  {
    const char *done_on;
    gint64 verified;
    gboolean verify;
    const char *on;
    gboolean allowed;
  } cases[] = {
    { NULL, 0, FALSE, "2026-03-10", TRUE },
    { NULL, 0, FALSE, "2026-03-11", FALSE },
    { "2026-03-09", 0, FALSE, "2026-03-10", FALSE },
    { "2026-03-09", 0, TRUE, "2026-03-10", TRUE },
    { "2026-03-09", 0, TRUE, "2026-03-11", FALSE },
    { "2026-03-09", 7, TRUE, "2026-03-10", FALSE },
  };
  GDate today;

  set_day (&today, "2026-03-10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterActionStep) step = muster_action_step_new ();
      g_autoptr (GError) error = NULL;
      GDate on;

      g_test_message ("%u", i);
      set_day (&on, cases[i].on);
      set_day (&step->done_on, cases[i].done_on);
      step->verified_account = cases[i].verified;
      assert_answer (muster_action_step_check_progress (step, cases[i].verify, &on, &today, &error), cases[i].allowed, &error);
    }
}

static void
test_answer (void)
{
  static const struct
  {
    const char *reason;
    gboolean refusal;
    gboolean allowed;
  } cases[] = {
    { NULL, FALSE, TRUE },
    { NULL, TRUE, FALSE },
    { "  ", TRUE, FALSE },
    { "\u00a0\u2003", TRUE, FALSE },
    { "Not proven", TRUE, TRUE },
    { "See 123-45-6789", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_decision_check_answer_reason (cases[i].reason, cases[i].refusal, &error), cases[i].allowed, &error);
    }
}

static void
test_take_back (void)
{
  static const struct
  {
    MusterDecisionState state;
    gint64 account;
    gboolean allowed;
  } cases[] = {
    { MUSTER_DECISION_PROPOSED, 3, TRUE },
    { MUSTER_DECISION_PROPOSED, 4, FALSE },
    { MUSTER_DECISION_APPROVED, 3, FALSE },
    { MUSTER_DECISION_REFUSED, 3, FALSE },
    { MUSTER_DECISION_TAKEN_BACK, 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterDecision decision = { .proposer = 3, .state = cases[i].state };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_decision_check_take_back (&decision, cases[i].account, &error), cases[i].allowed, &error);
    }
}

static void
test_action (void)
{
  static const struct
  {
    gint64 person;
    MusterActionState state;
    gboolean allowed;
  } cases[] = {
    { 17, MUSTER_ACTION_OPEN, TRUE },
    { 17, MUSTER_ACTION_CLOSED, TRUE },
    { 17, MUSTER_ACTION_VOIDED, FALSE },
    { 18, MUSTER_ACTION_OPEN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterDecision decision = { .assister_id = 17 };
      MusterCorrectiveAction action = { .assister_id = cases[i].person, .state = cases[i].state, .number = (char *) "CA-2026-0001" };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_decision_check_action (&decision, &action, &error), cases[i].allowed, &error);
    }
}

static void
test_new_account (void)
{
  static const struct
  {
    const char *name;
    const char *full_name;
    MusterRole role;
    int code; /* -1: allowed */
  } cases[] = {
    { "mkeller", "Mika Keller", MUSTER_ROLE_STAFF, -1 },
    { "mkeller", "Mika Keller", MUSTER_ROLE_AUDITOR, -1 },
    { "M. Keller", "Mika Keller", MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", NULL, MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", " ", MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", "\u00a0", MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", "Mika Keller", MUSTER_ROLE_RECOVERY, MUSTER_ERROR_RULE },
    { "mkeller", "Mika Keller", MUSTER_N_ROLES, MUSTER_ERROR_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterAccount account = { .name = (char *) cases[i].name, .full_name = (char *) cases[i].full_name, .role = cases[i].role };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_account_check_new (&account, &error), ==, cases[i].code == -1);
      if (cases[i].code != -1)
        g_assert_error (error, MUSTER_ERROR, cases[i].code);
    }
}

/* Neither what is to be done nor who does it may be blank. */
static void
test_step_says_something (void)
{
  static const struct
  {
    const char *what;
    const char *owner;
    gboolean allowed;
  } cases[] = { { "Call them", "Ana", TRUE }, { "\u00a0", "Ana", FALSE }, { "Call them", "\u3000", FALSE }, { NULL, NULL, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterCorrectiveAction action = { .state = MUSTER_ACTION_OPEN };
      MusterActionStep step = { .what = (char *) cases[i].what, .owner = (char *) cases[i].owner };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_date_set_dmy (&action.opened, 2, 3, 2026);
      g_date_set_dmy (&action.due, 30, 3, 2026);
      step.due = action.due;
      assert_answer (muster_action_step_check (&step, &action, &error), cases[i].allowed, &error);
    }
}

/* A number that must never be kept is refused wherever a step has text. */
static void
test_step_without_ssn (void)
{
  static const struct
  {
    const char *what;
    const char *owner;
    const char *note;
    gboolean allowed;
  } cases[] = {
    { "Call them", "Ana", NULL, TRUE },
    { "Call 219-09-9999", "Ana", NULL, FALSE },
    { "Call them", "Ana 219-09-9999", NULL, FALSE },
    { "Call them", "Ana", "seen: 219-09-9999", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
      g_autoptr (MusterActionStep) step = muster_action_step_new ();
      g_autoptr (GError) error = NULL;

      g_date_set_dmy (&action->opened, 2, 3, 2026);
      g_date_set_dmy (&action->due, 30, 3, 2026);
      step->due = action->due;
      step->what = g_strdup (cases[i].what);
      step->owner = g_strdup (cases[i].owner);
      step->done_note = g_strdup (cases[i].note);
      g_assert_cmpint (muster_action_step_check (step, action, &error), ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/case-checks/happened", test_happened);
  g_test_add_func ("/domain/case-checks/cause", test_cause);
  g_test_add_func ("/domain/case-checks/step", test_step);
  g_test_add_func ("/domain/case-checks/progress", test_progress);
  g_test_add_func ("/domain/case-checks/answer", test_answer);
  g_test_add_func ("/domain/case-checks/take-back", test_take_back);
  g_test_add_func ("/domain/case-checks/action", test_action);
  g_test_add_func ("/domain/case-checks/new-account", test_new_account);
  g_test_add_func ("/domain/case-checks/step-says-something", test_step_says_something);
  g_test_add_func ("/domain/case-checks/step-without-ssn", test_step_without_ssn);
  return g_test_run ();
}
