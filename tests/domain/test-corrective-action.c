/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-corrective-action.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define SSN "219-09-9999"
#define BLANK "\u00a0"

static MusterRulePack *pack;

/* @words: part of what the rule says; %NULL where it allows. */
static void
assert_answer (gboolean allowed, const char *words, GError **error)
{
  g_assert_cmpint (allowed, ==, words == NULL);
  if (words == NULL)
    {
      g_assert_no_error (*error);
      return;
    }
  g_assert_error (*error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, words));
}

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

/* Of severity S1, open from March 2 until March 30, with a ground and a finding. */
static MusterCorrectiveAction *
new_action (void)
{
  MusterCorrectiveAction *action = muster_corrective_action_new ();

  action->number = g_strdup ("CA-2026-0001");
  action->finding = g_strdup ("Letters left on the desk");
  g_ptr_array_add (action->clause_ids, g_strdup ("COC-09"));
  set_day (&action->opened, "2026-03-02");
  set_day (&action->due, "2026-03-30");
  return action;
}

/* Done by account 3 on @done (%NULL: not), verified by account @verifier. */
static MusterActionStep *
add_step (MusterCorrectiveAction *action, const char *done, gint64 verifier)
{
  MusterActionStep *step = muster_action_step_new ();

  g_ptr_array_add (action->steps, step);
  step->position = action->steps->len;
  step->what = g_strdup ("Lock the desk");
  step->owner = g_strdup ("Ana");
  step->due = action->due;
  set_day (&step->done_on, done);
  step->done_account = done != NULL ? 3 : 0;
  step->verified_account = verifier;
  return step;
}

/* The effect of what was done so far is checked. */
static void
add_check (MusterCorrectiveAction *action, MusterFollowUpState state)
{
  MusterFollowUp *check = muster_follow_up_new ();

  g_ptr_array_add (action->follow_ups, check);
  check->kind = MUSTER_FOLLOW_UP_CHECK;
  check->state = state;
  check->n_steps = action->steps->len;
  check->text = g_strdup ("Nothing lies on the desk");
  set_day (&check->on, "2026-03-20");
  set_day (&check->due, "2026-05-20");
}

static void
test_codes (void)
{
  static const char *const states[] = { "open", "closed", "voided" };
  static const char *const outcomes[] = { "none", "completed", "late", "failed", "waived", "superseded", "voided" };
  g_autoptr (GError) error = NULL;
  MusterActionState state;
  MusterOutcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpstr (muster_action_state_to_code (i), ==, states[i]);
      g_assert_true (muster_action_state_from_code (states[i], &state, NULL) && state == i);
      g_assert_cmpstr (muster_action_state_get_label (i), !=, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_assert_cmpstr (muster_outcome_to_code (i), ==, outcomes[i]);
      g_assert_true (muster_outcome_from_code (outcomes[i], &outcome, NULL) && outcome == i);
      g_assert_cmpstr (muster_outcome_get_label (i), !=, "");
    }
  g_assert_false (muster_action_state_from_code ("done", &state, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (muster_outcome_from_code ("", &outcome, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *prefix;
    int year, serial;
    const char *number;
  } cases[] = { { "CA", 2026, 7, "CA-2026-0007" }, { "RV", 2026, 9999, "RV-2026-9999" }, { "SU", 2031, 12345, "SU-2031-12345" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = muster_case_number_format (cases[i].prefix, cases[i].year, cases[i].serial);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_check (void)
{
  static const struct
  {
    const char *finding, *cause, *limits;
    gboolean without_clause;
    const char *opened, *due;
    const char *words;
  } cases[] = {
    { "Letters left out", NULL, NULL, FALSE, "2026-03-02", "2026-03-30", NULL },
    { "Letters left out", "Nobody checks", NULL, FALSE, "2026-03-02", "2026-03-02", NULL },
    { NULL, NULL, NULL, FALSE, "2026-03-02", "2026-03-30", "needs a finding" },
    { " \n\t", NULL, NULL, FALSE, "2026-03-02", "2026-03-30", "needs a finding" },
    { BLANK, NULL, NULL, FALSE, "2026-03-02", "2026-03-30", "needs a finding" },
    { "Letters left out", NULL, NULL, TRUE, "2026-03-02", "2026-03-30", "needs a ground" },
    { "Of " SSN, NULL, NULL, FALSE, "2026-03-02", "2026-03-30", "social security number" },
    { "Letters left out", "Of " SSN, NULL, FALSE, "2026-03-02", "2026-03-30", "social security number" },
    { "Letters left out", NULL, "Not " SSN, FALSE, "2026-03-02", "2026-03-30", "social security number" },
    { "Letters left out", NULL, NULL, FALSE, NULL, "2026-03-30", "the day it is opened" },
    { "Letters left out", NULL, NULL, FALSE, "2026-03-02", NULL, "the day it is due" },
    { "Letters left out", NULL, NULL, FALSE, "2026-03-02", "2026-03-01", "before the day it is opened" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_set_str (&action->finding, cases[i].finding);
      action->cause = g_strdup (cases[i].cause);
      action->restriction_text = g_strdup (cases[i].limits);
      if (cases[i].without_clause)
        g_ptr_array_set_size (action->clause_ids, 0);
      set_day (&action->opened, cases[i].opened);
      set_day (&action->due, cases[i].due);
      assert_answer (muster_corrective_action_check (action, pack, &error), cases[i].words, &error);
    }
}

/* A restriction is as strict as the severity wants it, or stricter; limits are written down. */
static void
test_restriction (void)
{
  static const char *const too_light = "needs at least";
  static const struct
  {
    MusterSeverity severity;
    MusterRestriction restriction;
    const char *limits;
    const char *words;
  } cases[] = {
    { MUSTER_SEVERITY_1, MUSTER_RESTRICTION_NONE, NULL, NULL },
    { MUSTER_SEVERITY_1, MUSTER_RESTRICTION_LIMITED, "No home visits", NULL },
    { MUSTER_SEVERITY_1, MUSTER_RESTRICTION_STOP_WORK, NULL, NULL },
    { MUSTER_SEVERITY_2, MUSTER_RESTRICTION_NONE, NULL, NULL },
    { MUSTER_SEVERITY_2, MUSTER_RESTRICTION_LIMITED, NULL, "limits have to be written" },
    { MUSTER_SEVERITY_2, MUSTER_RESTRICTION_LIMITED, " ", "limits have to be written" },
    { MUSTER_SEVERITY_2, MUSTER_RESTRICTION_LIMITED, BLANK, "limits have to be written" },
    { MUSTER_SEVERITY_3, MUSTER_RESTRICTION_NONE, NULL, too_light },
    { MUSTER_SEVERITY_3, MUSTER_RESTRICTION_LIMITED, "No home visits", NULL },
    { MUSTER_SEVERITY_3, MUSTER_RESTRICTION_STOP_WORK, NULL, NULL },
    { MUSTER_SEVERITY_4, MUSTER_RESTRICTION_NONE, NULL, too_light },
    { MUSTER_SEVERITY_4, MUSTER_RESTRICTION_LIMITED, "No home visits", too_light },
    { MUSTER_SEVERITY_4, MUSTER_RESTRICTION_STOP_WORK, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      action->severity = cases[i].severity;
      action->restriction = cases[i].restriction;
      action->restriction_text = g_strdup (cases[i].limits);
      action->due = action->opened;
      assert_answer (muster_corrective_action_check (action, pack, &error), cases[i].words, &error);
    }
}

/* Opened on Monday, March 2: S1 and S2 have 30 days, S3 ten business days, S4 one. Whoever gives more says why. */
static void
test_due (void)
{
  static const struct
  {
    MusterSeverity severity;
    const char *due, *reason;
    const char *words;
  } cases[] = {
    { MUSTER_SEVERITY_1, "2026-04-01", NULL, NULL },
    { MUSTER_SEVERITY_1, "2026-04-02", NULL, "S1 (Coaching) is due by Apr 1, 2026. A later day needs the reason" },
    { MUSTER_SEVERITY_1, "2026-04-02", "The course is given in April", NULL },
    { MUSTER_SEVERITY_2, "2026-04-01", NULL, NULL },
    { MUSTER_SEVERITY_2, "2026-04-02", NULL, "is due by Apr 1, 2026" },
    { MUSTER_SEVERITY_3, "2026-03-16", NULL, NULL },
    { MUSTER_SEVERITY_3, "2026-03-17", NULL, "is due by Mar 16, 2026" },
    { MUSTER_SEVERITY_3, "2026-03-17", BLANK, "is due by Mar 16, 2026" },
    { MUSTER_SEVERITY_3, "2026-03-17", "In the hospital", NULL },
    { MUSTER_SEVERITY_4, "2026-03-02", NULL, NULL },
    { MUSTER_SEVERITY_4, "2026-03-03", NULL, NULL },
    { MUSTER_SEVERITY_4, "2099-01-01", NULL, "is due by Mar 3, 2026" },
    { MUSTER_SEVERITY_4, "2026-03-10", "In the hospital", NULL },
    { MUSTER_SEVERITY_4, "2026-03-10", "Of " SSN, "social security number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      action->severity = cases[i].severity;
      action->restriction = MUSTER_RESTRICTION_STOP_WORK;
      action->due_reason = g_strdup (cases[i].reason);
      set_day (&action->due, cases[i].due);
      assert_answer (muster_corrective_action_check (action, pack, &error), cases[i].words, &error);
    }
}

static void
test_plan (void)
{
  static const struct
  {
    MusterActionState state;
    const char *cause;
    const char *words;
  } cases[] = {
    { MUSTER_ACTION_OPEN, "Two letters in one envelope", NULL },
    { MUSTER_ACTION_OPEN, NULL, "Record the cause first" },
    { MUSTER_ACTION_OPEN, BLANK, "Record the cause first" },
    { MUSTER_ACTION_CLOSED, "Two letters in one envelope", "not open any more" },
    { MUSTER_ACTION_VOIDED, NULL, "not open any more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterCorrectiveAction action = { .state = cases[i].state, .cause = (char *) cases[i].cause };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_corrective_action_check_plan (&action, &error), cases[i].words, &error);
    }
}

static void
test_cause (void)
{
  static const struct
  {
    MusterActionState state;
    const char *cause;
    const char *words;
  } cases[] = {
    { MUSTER_ACTION_OPEN, "Two letters in one envelope", NULL },
    { MUSTER_ACTION_OPEN, NULL, "what the cause was" },
    { MUSTER_ACTION_OPEN, " \n", "what the cause was" },
    { MUSTER_ACTION_OPEN, BLANK, "what the cause was" },
    { MUSTER_ACTION_OPEN, "The client, 123-45-6789, called", "social security number" },
    { MUSTER_ACTION_CLOSED, "Two letters in one envelope", "not open any more" },
    { MUSTER_ACTION_VOIDED, "Two letters in one envelope", "not open any more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterCorrectiveAction action = { .state = cases[i].state };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_corrective_action_check_cause (&action, cases[i].cause, &error), cases[i].words, &error);
    }
}

static void
test_find_step (void)
{
  g_autoptr (MusterCorrectiveAction) action = new_action ();
  g_autoptr (GError) error = NULL;
  MusterActionStep *step = add_step (action, NULL, 0);

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
    const char *words;
  } cases[] = {
    { NULL, 0, FALSE, "2026-03-10", NULL },
    { NULL, 0, FALSE, "2026-03-11", "in the future" },
    { "2026-03-09", 0, FALSE, "2026-03-10", "done already" },
    { "2026-03-09", 0, TRUE, "2026-03-10", NULL },
    { "2026-03-09", 0, TRUE, "2026-03-11", "in the future" },
    { "2026-03-09", 7, TRUE, "2026-03-10", "verified already" },
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
      assert_answer (muster_action_step_check_progress (step, cases[i].verify, &on, &today, &error), cases[i].words, &error);
    }
}

static void
test_step_texts (void)
{
  static const struct
  {
    const char *what, *owner, *note;
    MusterActionState state;
    const char *words;
  } cases[] = {
    { "Call them", "Ana", NULL, MUSTER_ACTION_OPEN, NULL },
    { "Call them", "Ana", "Seen on the sheet", MUSTER_ACTION_OPEN, NULL },
    { NULL, "Ana", NULL, MUSTER_ACTION_OPEN, "what is to be done, and who" },
    { BLANK, "Ana", NULL, MUSTER_ACTION_OPEN, "what is to be done, and who" },
    { "Call them", NULL, NULL, MUSTER_ACTION_OPEN, "what is to be done, and who" },
    { "Call them", " ", NULL, MUSTER_ACTION_OPEN, "what is to be done, and who" },
    { "Call them", "\u3000", NULL, MUSTER_ACTION_OPEN, "what is to be done, and who" },
    { "Call " SSN, "Ana", NULL, MUSTER_ACTION_OPEN, "social security number" },
    { "Call them", "Ana " SSN, NULL, MUSTER_ACTION_OPEN, "social security number" },
    { "Call them", "Ana", "seen: " SSN, MUSTER_ACTION_OPEN, "social security number" },
    { "Call them", "Ana", NULL, MUSTER_ACTION_CLOSED, "its steps stay as they are" },
    { "Call them", "Ana", NULL, MUSTER_ACTION_VOIDED, "its steps stay as they are" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      MusterActionStep *step = add_step (action, NULL, 0);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      action->state = cases[i].state;
      g_set_str (&step->what, cases[i].what);
      g_set_str (&step->owner, cases[i].owner);
      step->done_note = g_strdup (cases[i].note);
      assert_answer (muster_action_step_check (step, action, &error), cases[i].words, &error);
    }
}

static void
test_step_days (void)
{
  static const struct
  {
    const char *due, *done;
    gint64 verifier;
    const char *verified;
    const char *words;
  } cases[] = {
    { "2026-03-02", NULL, 0, NULL, NULL },
    { "2026-03-30", NULL, 0, NULL, NULL },
    { NULL, NULL, 0, NULL, "A step is due from" },
    { "2026-03-01", NULL, 0, NULL, "A step is due from" },
    { "2026-03-31", NULL, 0, NULL, "A step is due from" },
    { "2026-03-10", "2026-03-02", 0, NULL, NULL },
    { "2026-03-10", "2026-04-20", 0, NULL, NULL }, /* late, which is what happened */
    { "2026-03-10", "2026-03-01", 0, NULL, "before the corrective action was opened" },
    { "2026-03-10", NULL, 7, "2026-03-12", "done before it can be verified" },
    { "2026-03-10", "2026-03-09", 7, "2026-03-09", NULL },
    { "2026-03-10", "2026-03-09", 7, "2026-03-08", "verified before it was done" },
    { "2026-03-10", "2026-03-09", 3, "2026-03-12", "Nobody verifies what they recorded" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      MusterActionStep *step = add_step (action, cases[i].done, cases[i].verifier);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      set_day (&step->due, cases[i].due);
      set_day (&step->verified_on, cases[i].verified);
      assert_answer (muster_action_step_check (step, action, &error), cases[i].words, &error);
    }
}

/* One step each: none, open, done, verified by who did it, verified by another. */
typedef enum
{
  NO_STEP,
  OPEN,
  DONE,
  BY_THEMSELVES,
  VERIFIED,
} StepState;

static void
add_step_in (MusterCorrectiveAction *action, StepState state)
{
  if (state == NO_STEP)
    return;
  add_step (action, state == OPEN ? NULL : "2026-03-09", state == VERIFIED ? 7 : state == BY_THEMSELVES ? 3
                                                                                                        : 0);
}

#define COMPLETED MUSTER_OUTCOME_COMPLETED
#define LATE MUSTER_OUTCOME_LATE
#define NO_OUTCOME MUSTER_OUTCOME_NONE

static void
test_close (void)
{
  static const struct
  {
    MusterOutcome outcome;
    StepState step;
    const char *on;
    MusterRole role;
    MusterOutcome actual;
    const char *words;
  } cases[] = {
    { COMPLETED, NO_STEP, "2026-03-20", MUSTER_ROLE_SUPERVISOR, COMPLETED, NULL },
    { COMPLETED, VERIFIED, "2026-03-20", MUSTER_ROLE_SUPERVISOR, COMPLETED, NULL },
    { COMPLETED, VERIFIED, "2026-03-30", MUSTER_ROLE_SUPERVISOR, COMPLETED, NULL }, /* the day it is due is in time */
    { COMPLETED, VERIFIED, "2026-03-31", MUSTER_ROLE_SUPERVISOR, LATE, NULL },
    { LATE, VERIFIED, "2026-03-20", MUSTER_ROLE_SUPERVISOR, COMPLETED, NULL }, /* the days decide, not the word */
    { LATE, VERIFIED, "2026-04-01", MUSTER_ROLE_SUPERVISOR, LATE, NULL },
    { COMPLETED, OPEN, "2026-03-20", MUSTER_ROLE_SUPERVISOR, NO_OUTCOME, "is not done yet" },
    { LATE, OPEN, "2026-04-20", MUSTER_ROLE_ADMINISTRATOR, NO_OUTCOME, "is not done yet" },
    { COMPLETED, DONE, "2026-03-20", MUSTER_ROLE_SUPERVISOR, NO_OUTCOME, "done but not verified" },
    { COMPLETED, BY_THEMSELVES, "2026-03-20", MUSTER_ROLE_SUPERVISOR, NO_OUTCOME, "done but not verified" },
    { MUSTER_OUTCOME_FAILED, OPEN, "2026-04-20", MUSTER_ROLE_SUPERVISOR, MUSTER_OUTCOME_FAILED, NULL },
    { MUSTER_OUTCOME_SUPERSEDED, OPEN, "2026-03-20", MUSTER_ROLE_SUPERVISOR, MUSTER_OUTCOME_SUPERSEDED, NULL },
    { MUSTER_OUTCOME_VOIDED, OPEN, "2026-03-02", MUSTER_ROLE_ADMINISTRATOR, MUSTER_OUTCOME_VOIDED, NULL },
    { MUSTER_OUTCOME_VOIDED, OPEN, "2026-03-02", MUSTER_ROLE_SUPERVISOR, NO_OUTCOME, "Only an administrator may void" },
    { MUSTER_OUTCOME_WAIVED, OPEN, "2026-03-20", MUSTER_ROLE_ADMINISTRATOR, MUSTER_OUTCOME_WAIVED, NULL },
    { MUSTER_OUTCOME_WAIVED, VERIFIED, "2026-03-20", MUSTER_ROLE_SUPERVISOR, NO_OUTCOME, "Only an administrator may waive" },
    { NO_OUTCOME, VERIFIED, "2026-03-20", MUSTER_ROLE_SUPERVISOR, NO_OUTCOME, "closed with an outcome" },
    { COMPLETED, VERIFIED, "2026-03-01", MUSTER_ROLE_SUPERVISOR, NO_OUTCOME, "before the day it was opened" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autoptr (GError) error = NULL;
      MusterOutcome actual = NO_OUTCOME;
      GDate on;

      g_test_message ("%u", i);
      add_step_in (action, VERIFIED);
      add_step_in (action, cases[i].step);
      set_day (&on, cases[i].on);
      if (cases[i].step == VERIFIED)
        ((MusterActionStep *) action->steps->pdata[1])->done_on = on;
      add_check (action, MUSTER_FOLLOW_UP_PASSED);
      assert_answer (muster_corrective_action_check_close (action, cases[i].outcome, "As agreed", &on, cases[i].role, &actual, &error), cases[i].words, &error);
      g_assert_cmpint (actual, ==, cases[i].actual);
    }
}

/* The check comes long after the day it was due, and makes nothing late that was done in time. */
static void
test_close_late (void)
{
  static const struct
  {
    const char *done;    /* %NULL: there is no step */
    const char *planned; /* the check */
    MusterOutcome actual;
  } cases[] = {
    { "2026-03-30", "2026-04-02", COMPLETED },
    { "2026-03-31", "2026-04-02", LATE },
    { NULL, "2026-03-30", COMPLETED },
    { NULL, "2026-03-31", LATE },
  };
  GDate on;

  set_day (&on, "2026-06-01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autoptr (GError) error = NULL;
      MusterOutcome actual = NO_OUTCOME;

      g_test_message ("%u", i);
      if (cases[i].done != NULL)
        add_step (action, cases[i].done, 7);
      add_check (action, MUSTER_FOLLOW_UP_WAIVED);
      set_day (&((MusterFollowUp *) action->follow_ups->pdata[0])->on, cases[i].planned);
      g_assert_true (muster_corrective_action_check_close (action, COMPLETED, "As agreed", &on, MUSTER_ROLE_SUPERVISOR, &actual, &error));
      g_assert_no_error (error);
      g_assert_cmpint (actual, ==, cases[i].actual);
    }
}

#define CAUSE MUSTER_CLOSING_NEEDS_CAUSE
#define STEP MUSTER_CLOSING_NEEDS_STEP
#define TO_DO MUSTER_CLOSING_NEEDS_DONE
#define TO_VERIFY MUSTER_CLOSING_NEEDS_VERIFICATION

/* Coaching has no plan; from S2 on the cause is known, and something was done about it, seen by somebody else. Of all of them the effect is checked. */
static void
test_completed_needs (void)
{
  static const struct
  {
    MusterSeverity severity;
    const char *cause;
    StepState first, second;
    MusterClosingNeeds needs;
    int step;
    const char *words;
  } cases[] = {
    { MUSTER_SEVERITY_1, NULL, NO_STEP, NO_STEP, 0, 0, NULL },
    { MUSTER_SEVERITY_1, NULL, OPEN, NO_STEP, TO_DO, 1, "CA-2026-0001 cannot be closed as completed. Step 1, “Lock the desk”, is not done" },
    { MUSTER_SEVERITY_1, NULL, DONE, NO_STEP, TO_VERIFY, 1, "not verified" },
    { MUSTER_SEVERITY_1, NULL, VERIFIED, NO_STEP, 0, 0, NULL },
    { MUSTER_SEVERITY_2, NULL, NO_STEP, NO_STEP, CAUSE | STEP, 0, "Its cause is not recorded: record it. It has no step" },
    { MUSTER_SEVERITY_2, "Haste", NO_STEP, NO_STEP, STEP, 0, "as completed. It has no step" },
    { MUSTER_SEVERITY_2, NULL, VERIFIED, NO_STEP, CAUSE, 0, "as completed. Its cause is not recorded: record it." },
    { MUSTER_SEVERITY_2, BLANK, VERIFIED, NO_STEP, CAUSE, 0, "cause is not recorded" },
    { MUSTER_SEVERITY_2, "Haste", VERIFIED, OPEN, TO_DO, 2, "Step 2" },
    { MUSTER_SEVERITY_2, "Haste", VERIFIED, DONE, TO_VERIFY, 2, "Step 2" },
    { MUSTER_SEVERITY_2, "Haste", VERIFIED, VERIFIED, 0, 0, NULL },
    { MUSTER_SEVERITY_3, NULL, NO_STEP, NO_STEP, CAUSE | STEP, 0, "cause is not recorded" },
    { MUSTER_SEVERITY_3, "Haste", DONE, VERIFIED, TO_VERIFY, 1, "done but not verified" },
    { MUSTER_SEVERITY_3, "Haste", BY_THEMSELVES, NO_STEP, TO_VERIFY, 1, "Someone other than" },
    { MUSTER_SEVERITY_3, "Haste", VERIFIED, NO_STEP, 0, 0, NULL },
    { MUSTER_SEVERITY_4, NULL, NO_STEP, NO_STEP, CAUSE | STEP, 0, "cause is not recorded" },
    { MUSTER_SEVERITY_4, NULL, DONE, NO_STEP, CAUSE | TO_VERIFY, 1, "record it. Step 1, “Lock the desk”, is done but not verified" },
    { MUSTER_SEVERITY_4, "Haste", VERIFIED, VERIFIED, 0, 0, NULL },
  };
  GDate on;

  set_day (&on, "2026-03-20");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      const MusterActionStep *step = NULL;
      g_autoptr (GError) error = NULL;
      MusterOutcome actual;

      g_test_message ("%u", i);
      action->severity = cases[i].severity;
      action->cause = g_strdup (cases[i].cause);
      add_step_in (action, cases[i].first);
      add_step_in (action, cases[i].second);
      g_assert_cmpuint (muster_corrective_action_list_needs (action, NULL), ==, cases[i].needs != 0 ? cases[i].needs : MUSTER_CLOSING_NEEDS_CHECK);
      assert_answer (muster_corrective_action_check_close (action, COMPLETED, "As agreed", &on, MUSTER_ROLE_SUPERVISOR, &actual, &error),
                     cases[i].words != NULL ? cases[i].words : "Its effect was not checked", &error);
      g_clear_error (&error);
      add_check (action, MUSTER_FOLLOW_UP_PASSED);
      g_assert_cmpuint (muster_corrective_action_list_needs (action, &step), ==, cases[i].needs);
      g_assert_cmpint (step != NULL ? step->position : 0, ==, cases[i].step);
      assert_answer (muster_corrective_action_check_close (action, COMPLETED, "As agreed", &on, MUSTER_ROLE_SUPERVISOR, &actual, &error), cases[i].words, &error);
      g_assert_true (muster_corrective_action_check_close (action, MUSTER_OUTCOME_FAILED, "Nothing was done", &on, MUSTER_ROLE_SUPERVISOR, &actual, NULL));
    }
}

static void
test_close_needs (void)
{
  static const struct
  {
    MusterActionState state;
    const char *note;
    const char *words;
  } cases[] = {
    { MUSTER_ACTION_OPEN, "As agreed", NULL },
    { MUSTER_ACTION_OPEN, NULL, "in a note how it ended" },
    { MUSTER_ACTION_OPEN, " \t", "in a note how it ended" },
    { MUSTER_ACTION_OPEN, BLANK, "in a note how it ended" },
    { MUSTER_ACTION_OPEN, "Seen " SSN, "social security number" },
    { MUSTER_ACTION_CLOSED, "As agreed", "not open any more" },
    { MUSTER_ACTION_VOIDED, "As agreed", "not open any more" },
  };
  GDate on;

  set_day (&on, "2026-03-20");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autoptr (GError) error = NULL;
      MusterOutcome actual;

      g_test_message ("%u", i);
      action->state = cases[i].state;
      assert_answer (muster_corrective_action_check_close (action, MUSTER_OUTCOME_FAILED, cases[i].note, &on, MUSTER_ROLE_SUPERVISOR, &actual, &error), cases[i].words, &error);
    }
}

/* What failed proves nothing: whoever was stopped is not let go by it. */
static void
test_succession (void)
{
  static const struct
  {
    MusterRestriction restriction;
    MusterOutcome outcome;
    MusterRestriction others;
    gboolean is_certified;
    gboolean may_end;
  } cases[] = {
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_FAILED, MUSTER_RESTRICTION_NONE, TRUE, FALSE },
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_SUPERSEDED, MUSTER_RESTRICTION_NONE, TRUE, FALSE },
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_FAILED, MUSTER_RESTRICTION_LIMITED, TRUE, FALSE },
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_FAILED, MUSTER_RESTRICTION_STOP_WORK, TRUE, TRUE },
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_FAILED, MUSTER_RESTRICTION_NONE, FALSE, TRUE },
    { MUSTER_RESTRICTION_LIMITED, MUSTER_OUTCOME_SUPERSEDED, MUSTER_RESTRICTION_NONE, TRUE, FALSE },
    { MUSTER_RESTRICTION_LIMITED, MUSTER_OUTCOME_SUPERSEDED, MUSTER_RESTRICTION_STOP_WORK, TRUE, TRUE },
    { MUSTER_RESTRICTION_NONE, MUSTER_OUTCOME_FAILED, MUSTER_RESTRICTION_NONE, TRUE, TRUE },
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_COMPLETED, MUSTER_RESTRICTION_NONE, TRUE, TRUE },
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_WAIVED, MUSTER_RESTRICTION_NONE, TRUE, TRUE },
    { MUSTER_RESTRICTION_STOP_WORK, MUSTER_OUTCOME_VOIDED, MUSTER_RESTRICTION_NONE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      action->restriction = cases[i].restriction;
      assert_answer (muster_corrective_action_check_succession (action, cases[i].outcome, cases[i].others, cases[i].is_certified, &error),
                     cases[i].may_end ? NULL : "ends only with what was verified", &error);
    }
}

static void
test_overdue (void)
{
  static const struct
  {
    MusterActionState state;
    const char *due, *on;
    gboolean overdue;
  } cases[] = {
    { MUSTER_ACTION_OPEN, "2026-03-30", "2026-03-29", FALSE },
    { MUSTER_ACTION_OPEN, "2026-03-30", "2026-03-30", FALSE },
    { MUSTER_ACTION_OPEN, "2026-03-30", "2026-03-31", TRUE },
    { MUSTER_ACTION_CLOSED, "2026-03-30", "2026-05-01", FALSE },
    { MUSTER_ACTION_VOIDED, "2026-03-30", "2026-05-01", FALSE },
    { MUSTER_ACTION_OPEN, NULL, "2026-05-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      GDate on;

      g_test_message ("%u", i);
      action->state = cases[i].state;
      set_day (&action->due, cases[i].due);
      set_day (&on, cases[i].on);
      g_assert_cmpint (muster_corrective_action_is_overdue (action, &on), ==, cases[i].overdue);
    }
}

/* Once the check is planned, its day is the one to keep, until it failed. */
static void
test_deadline (void)
{
  static const struct
  {
    MusterFollowUpState state;
    const char *deadline;
  } cases[] = {
    { MUSTER_FOLLOW_UP_PENDING, "2026-05-20" },
    { MUSTER_FOLLOW_UP_FAILED, "2026-03-30" },
    { MUSTER_FOLLOW_UP_PASSED, "2026-03-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action ();
      g_autofree char *day = NULL;

      add_check (action, cases[i].state);
      day = muster_date_to_iso (muster_corrective_action_get_deadline (action));
      g_assert_cmpstr (day, ==, cases[i].deadline);
    }
}

static void
load_pack (const char *data_folder)
{
  g_autofree char *path = g_build_filename (data_folder, "rules", "mnsure-2026.rules", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  pack = muster_rule_pack_parse (text, -1, NULL, NULL);
  g_assert_nonnull (pack);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_pack (argv[1]);
  g_test_add_func ("/domain/corrective-action/codes", test_codes);
  g_test_add_func ("/domain/corrective-action/numbers", test_numbers);
  g_test_add_func ("/domain/corrective-action/check", test_check);
  g_test_add_func ("/domain/corrective-action/restriction", test_restriction);
  g_test_add_func ("/domain/corrective-action/due", test_due);
  g_test_add_func ("/domain/corrective-action/cause", test_cause);
  g_test_add_func ("/domain/corrective-action/plan", test_plan);
  g_test_add_func ("/domain/corrective-action/find-step", test_find_step);
  g_test_add_func ("/domain/corrective-action/progress", test_progress);
  g_test_add_func ("/domain/corrective-action/step-texts", test_step_texts);
  g_test_add_func ("/domain/corrective-action/step-days", test_step_days);
  g_test_add_func ("/domain/corrective-action/close", test_close);
  g_test_add_func ("/domain/corrective-action/completed-needs", test_completed_needs);
  g_test_add_func ("/domain/corrective-action/close-needs", test_close_needs);
  g_test_add_func ("/domain/corrective-action/overdue", test_overdue);
  g_test_add_func ("/domain/corrective-action/deadline", test_deadline);
  g_test_add_func ("/domain/corrective-action/close-late", test_close_late);
  g_test_add_func ("/domain/corrective-action/succession", test_succession);
  result = g_test_run ();
  muster_rule_pack_unref (pack);
  return result;
}
