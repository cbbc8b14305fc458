/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"

#define SSN "219-09-9999"
#define BLANK "\u00a0"

#define NONE (-1)
#define PENDING MUSTER_FOLLOW_UP_PENDING
#define PASSED MUSTER_FOLLOW_UP_PASSED
#define FAILED MUSTER_FOLLOW_UP_FAILED
#define WAIVED MUSTER_FOLLOW_UP_WAIVED

static const char *data_folder;

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

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

/* Done by account 3, and verified by account 7 on @verified (%NULL: not yet). */
static void
add_step (MusterCorrectiveAction *action, const char *verified)
{
  MusterActionStep *step = muster_action_step_new ();

  g_ptr_array_add (action->steps, step);
  step->position = action->steps->len;
  step->what = g_strdup ("Lock the desk");
  set_day (&step->done_on, "2026-03-09");
  step->done_account = 3;
  set_day (&step->verified_on, verified);
  step->verified_account = verified != NULL ? 7 : 0;
}

static MusterFollowUp *
add_follow_up (MusterCorrectiveAction *action, MusterFollowUpKind kind, MusterFollowUpState state)
{
  MusterFollowUp *follow_up = muster_follow_up_new ();

  g_ptr_array_add (action->follow_ups, follow_up);
  follow_up->kind = kind;
  follow_up->state = state;
  follow_up->account_id = 7;
  follow_up->n_steps = action->steps->len;
  set_day (&follow_up->on, "2026-03-12");
  set_day (&follow_up->due, "2026-05-11");
  return follow_up;
}

/* Of severity S2, open from March 2 until April 1, its one step verified on March 10; what became of a check, and more steps after it. */
static MusterCorrectiveAction *
new_action (int check, guint n_more)
{
  MusterCorrectiveAction *action = muster_corrective_action_new ();

  action->number = g_strdup ("CA-2026-0001");
  action->severity = MUSTER_SEVERITY_2;
  action->cause = g_strdup ("Haste");
  set_day (&action->opened, "2026-03-02");
  set_day (&action->due, "2026-04-01");
  add_step (action, "2026-03-10");
  if (check != NONE)
    add_follow_up (action, MUSTER_FOLLOW_UP_CHECK, check);
  for (guint i = 0; i < n_more; i++)
    add_step (action, "2026-06-10");
  return action;
}

static void
test_codes (void)
{
  static const char *const kinds[] = { "check", "extension", "response" };
  static const char *const states[] = { "pending", "passed", "failed", "waived", "approved", "refused", "acknowledged", "answered", "replanned" };
  g_autoptr (GError) error = NULL;
  MusterFollowUpKind kind;
  MusterFollowUpState state;

  g_assert_cmpuint (G_N_ELEMENTS (kinds), ==, MUSTER_N_FOLLOW_UP_KINDS);
  g_assert_cmpuint (G_N_ELEMENTS (states), ==, MUSTER_N_FOLLOW_UP_STATES);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_cmpstr (muster_follow_up_kind_to_code (i), ==, kinds[i]);
      g_assert_true (muster_follow_up_kind_from_code (kinds[i], &kind, NULL) && kind == i);
      g_assert_cmpstr (muster_follow_up_kind_get_label (i), !=, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpstr (muster_follow_up_state_to_code (i), ==, states[i]);
      g_assert_true (muster_follow_up_state_from_code (states[i], &state, NULL) && state == i);
    }
  g_assert_false (muster_follow_up_kind_from_code ("step", &kind, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (muster_follow_up_state_from_code (NULL, &state, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_cmpstr (muster_follow_up_get_label (MUSTER_FOLLOW_UP_CHECK, PENDING), ==, "Planned");
  g_assert_cmpstr (muster_follow_up_get_label (MUSTER_FOLLOW_UP_EXTENSION, PENDING), ==, "Asked for");
  g_assert_cmpstr (muster_follow_up_get_label (MUSTER_FOLLOW_UP_RESPONSE, MUSTER_FOLLOW_UP_REFUSED), ==, "Would not take it");
}

static void
test_plan (void)
{
  static const struct
  {
    int check;
    guint n_more;
    MusterActionState state;
    const char *cause, *criterion, *due;
    const char *words;
  } cases[] = {
    { NONE, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-05-11", NULL },
    { NONE, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-03-12", NULL },
    { NONE, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-03-11", "for today or for a later day" },
    { NONE, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", NULL, "for today or for a later day" },
    { NONE, 0, MUSTER_ACTION_OPEN, "Haste", NULL, "2026-05-11", "a check needs a criterion" },
    { NONE, 0, MUSTER_ACTION_OPEN, "Haste", BLANK, "2026-05-11", "a check needs a criterion" },
    { NONE, 0, MUSTER_ACTION_OPEN, "Haste", "Of " SSN, "2026-05-11", "social security number" },
    { NONE, 0, MUSTER_ACTION_OPEN, NULL, "No letter lies out", "2026-05-11", "The effect of CA-2026-0001 cannot be checked yet. Its cause is not recorded" },
    { NONE, 0, MUSTER_ACTION_CLOSED, "Haste", "No letter lies out", "2026-05-11", "not open any more" },
    { PENDING, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-05-11", "planned already" },
    { PASSED, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-05-11", "checked already" },
    { WAIVED, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-05-11", "checked already" },
    { PASSED, 1, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-05-11", NULL }, /* of a new step */
    { FAILED, 0, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-05-11", "First add another step" },
    { FAILED, 1, MUSTER_ACTION_OPEN, "Haste", "No letter lies out", "2026-05-11", NULL },
  };
  GDate today;

  set_day (&today, "2026-03-12");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (cases[i].check, cases[i].n_more);
      g_autoptr (MusterFollowUp) check = muster_follow_up_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      action->state = cases[i].state;
      g_set_str (&action->cause, cases[i].cause);
      check->text = g_strdup (cases[i].criterion);
      set_day (&check->due, cases[i].due);
      assert_answer (muster_follow_up_check_plan (action, check, &today, &error), cases[i].words, &error);
    }
}

static void
test_result (void)
{
  static const struct
  {
    int check;
    gint64 account;
    gboolean passed;
    const char *note, *on;
    const char *words;
  } cases[] = {
    { PENDING, 7, TRUE, "Two visits: nothing lay out", "2026-05-11", NULL },
    { PENDING, 7, FALSE, "Two visits: something lay out", "2026-03-12", NULL }, /* that it failed is known earlier */
    { PENDING, 7, TRUE, "Two visits: nothing lay out", "2026-05-10", "planned for May 11, 2026" },
    { PENDING, 7, TRUE, "Two visits: nothing lay out", "2026-03-11", "before the check was planned" },
    { PENDING, 7, TRUE, "Two visits: nothing lay out", "2026-05-13", "in the future" },
    { PENDING, 3, TRUE, "Two visits: nothing lay out", "2026-05-11", "Nobody checks the effect of what they recorded" },
    { PENDING, 7, TRUE, " ", "2026-05-11", "what the check found" },
    { PENDING, 7, TRUE, "Of " SSN, "2026-05-11", "social security number" },
    { NONE, 7, TRUE, "Two visits: nothing lay out", "2026-05-11", "No check is planned" },
    { PASSED, 7, TRUE, "Two visits: nothing lay out", "2026-05-11", "No check is planned" },
    { FAILED, 7, TRUE, "Two visits: nothing lay out", "2026-05-11", "No check is planned" },
  };
  GDate today, on;

  set_day (&today, "2026-05-12");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (cases[i].check, 0);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      set_day (&on, cases[i].on);
      assert_answer (muster_follow_up_check_result (action, cases[i].account, cases[i].passed, cases[i].note, &on, &today, &error), cases[i].words, &error);
    }
}

/* Due on April 1. */
static void
test_extension (void)
{
  static const struct
  {
    int check, extension;
    MusterActionState state;
    const char *reason, *until;
    const char *words;
  } cases[] = {
    { NONE, NONE, MUSTER_ACTION_OPEN, "In the hospital", "2026-04-02", NULL },
    { FAILED, NONE, MUSTER_ACTION_OPEN, "Another step is needed", "2026-04-02", NULL },
    { NONE, MUSTER_FOLLOW_UP_REFUSED, MUSTER_ACTION_OPEN, "In the hospital", "2026-04-02", NULL },
    { NONE, MUSTER_FOLLOW_UP_APPROVED, MUSTER_ACTION_OPEN, "In the hospital", "2026-04-02", NULL },
    { NONE, NONE, MUSTER_ACTION_OPEN, "In the hospital", "2026-04-01", "to a day after the one it is due" },
    { NONE, NONE, MUSTER_ACTION_OPEN, "In the hospital", "2027-03-12", NULL },
    { NONE, NONE, MUSTER_ACTION_OPEN, "In the hospital", "2027-03-13", "a year from today. Look at the year" },
    { NONE, NONE, MUSTER_ACTION_OPEN, "In the hospital", NULL, "to a day after the one it is due" },
    { NONE, NONE, MUSTER_ACTION_OPEN, BLANK, "2026-04-02", "needs a reason" },
    { NONE, NONE, MUSTER_ACTION_OPEN, "Of " SSN, "2026-04-02", "social security number" },
    { NONE, NONE, MUSTER_ACTION_CLOSED, "In the hospital", "2026-04-02", "not open any more" },
    { NONE, PENDING, MUSTER_ACTION_OPEN, "In the hospital", "2026-04-02", "asked for already" },
    { PENDING, NONE, MUSTER_ACTION_OPEN, "In the hospital", "2026-04-02", "nothing to extend" },
  };
  GDate today;

  set_day (&today, "2026-03-12");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (cases[i].check, 0);
      g_autoptr (MusterFollowUp) extension = muster_follow_up_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      action->state = cases[i].state;
      if (cases[i].extension != NONE)
        add_follow_up (action, MUSTER_FOLLOW_UP_EXTENSION, cases[i].extension);
      extension->text = g_strdup (cases[i].reason);
      set_day (&extension->due, cases[i].until);
      assert_answer (muster_follow_up_check_extension (action, extension, &today, &error), cases[i].words, &error);
    }
}

/* Account 7 asked for it, until May 11. */
static void
test_answer (void)
{
  static const struct
  {
    int extension;
    gint64 account;
    gboolean approves;
    const char *note, *today;
    const char *words;
  } cases[] = {
    { PENDING, 3, TRUE, NULL, "2026-05-11", NULL },
    { PENDING, 3, TRUE, "Until he is back", "2026-03-12", NULL },
    { PENDING, 3, FALSE, "Others can do it", "2026-05-12", NULL },
    { PENDING, 3, TRUE, NULL, "2026-05-12", "has passed" },
    { PENDING, 3, TRUE, "Of " SSN, "2026-03-12", "social security number" },
    { PENDING, 3, FALSE, NULL, "2026-03-12", "why the extension is refused" },
    { PENDING, 7, TRUE, NULL, "2026-03-12", "they asked for themselves" },
    { PENDING, 7, FALSE, "Not needed any more", "2026-03-12", "they asked for themselves" },
    { NONE, 3, TRUE, NULL, "2026-03-12", "No extension is asked for" },
    { MUSTER_FOLLOW_UP_REFUSED, 3, TRUE, NULL, "2026-03-12", "No extension is asked for" },
  };
  GDate today;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (NONE, 0);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      if (cases[i].extension != NONE)
        add_follow_up (action, MUSTER_FOLLOW_UP_EXTENSION, cases[i].extension);
      set_day (&today, cases[i].today);
      assert_answer (muster_follow_up_check_answer (action, cases[i].account, cases[i].approves, cases[i].note, &today, &error), cases[i].words, &error);
    }
}

static void
test_response (void)
{
  static const struct
  {
    MusterFollowUpState response;
    gboolean served;
    const char *text, *on;
    const char *words;
  } cases[] = {
    { MUSTER_FOLLOW_UP_ACKNOWLEDGED, TRUE, NULL, "2026-03-12", NULL },
    { MUSTER_FOLLOW_UP_REFUSED, TRUE, "I sign nothing", "2026-03-02", NULL },
    { MUSTER_FOLLOW_UP_ANSWERED, FALSE, "It was another person", "2026-03-12", NULL },
    { MUSTER_FOLLOW_UP_ACKNOWLEDGED, FALSE, NULL, "2026-03-12", "was not served yet" },
    { MUSTER_FOLLOW_UP_REFUSED, FALSE, NULL, "2026-03-12", "was not served yet" },
    { MUSTER_FOLLOW_UP_ANSWERED, TRUE, NULL, "2026-03-12", "what the person answered" },
    { MUSTER_FOLLOW_UP_ACKNOWLEDGED, TRUE, "Of " SSN, "2026-03-12", "social security number" },
    { MUSTER_FOLLOW_UP_ANSWERED, TRUE, "It was another person", "2026-03-13", "in the future" },
    { MUSTER_FOLLOW_UP_ANSWERED, TRUE, "It was another person", "2026-03-01", "before the corrective action was opened" },
  };
  GDate today;

  set_day (&today, "2026-03-12");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (NONE, 0);
      g_autoptr (MusterFollowUp) response = muster_follow_up_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      response->state = cases[i].response;
      response->text = g_strdup (cases[i].text);
      set_day (&response->on, cases[i].on);
      assert_answer (muster_follow_up_check_response (action, response, cases[i].served, &today, &error), cases[i].words, &error);
    }
}

static void
test_waiver (void)
{
  static const struct
  {
    int check;
    const char *cause, *reason;
    const char *words;
  } cases[] = {
    { NONE, "Haste", "The office was closed", NULL },
    { PENDING, "Haste", "The office was closed", NULL },
    { FAILED, "Haste", "The office was closed", NULL },
    { PASSED, "Haste", "The office was closed", "checked already" },
    { NONE, "Haste", NULL, "why no check is needed" },
    { NONE, "Haste", "Of " SSN, "social security number" },
    { NONE, NULL, "The office was closed", "cannot be checked yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (cases[i].check, 0);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_set_str (&action->cause, cases[i].cause);
      assert_answer (muster_follow_up_check_waiver (action, cases[i].reason, &error), cases[i].words, &error);
    }
}

static void
test_state (void)
{
  static const struct
  {
    int check;
    guint n_more;
    gboolean is_checked, has_failed, may_add;
  } cases[] = {
    { NONE, 0, FALSE, FALSE, TRUE },
    { PENDING, 0, FALSE, FALSE, FALSE },
    { PASSED, 0, TRUE, FALSE, TRUE },
    { PASSED, 1, FALSE, FALSE, TRUE },
    { WAIVED, 0, TRUE, FALSE, TRUE },
    { FAILED, 0, FALSE, TRUE, TRUE },
    { FAILED, 1, FALSE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (cases[i].check, cases[i].n_more);

      g_test_message ("%u", i);
      g_assert_cmpint (muster_follow_up_is_checked (action), ==, cases[i].is_checked);
      g_assert_cmpint (muster_follow_up_has_failed (action), ==, cases[i].has_failed);
      g_assert_cmpint (muster_corrective_action_check_plan (action, NULL), ==, cases[i].may_add);
    }
}

/* 60 days after the last step was verified. */
static void
test_due (void)
{
  static const struct
  {
    const char *verified; /* of another step; %NULL: there is none at all */
    const char *today;
    const char *due;
  } cases[] = {
    { "2026-03-10", "2026-03-12", "2026-05-09" },
    { "2026-03-11", "2026-03-12", "2026-05-10" },
    { "2026-03-11", "2026-08-01", "2026-08-01" },
    { NULL, "2026-03-12", "2026-05-11" },
  };
  g_autofree char *path = g_build_filename (data_folder, "rules", "mnsure-2026.rules", NULL);
  g_autofree char *text = NULL;
  g_autoptr (MusterRulePack) pack = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  pack = muster_rule_pack_parse (text, -1, NULL, NULL);
  g_assert_nonnull (pack);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (NONE, 0);
      g_autofree char *day = NULL;
      GDate today, due;

      g_test_message ("%u", i);
      set_day (&today, cases[i].today);
      g_ptr_array_set_size (action->steps, cases[i].verified != NULL ? 1 : 0);
      if (cases[i].verified != NULL)
        add_step (action, cases[i].verified);
      muster_follow_up_get_check_due (action, pack, &today, &due);
      day = muster_date_to_iso (&due);
      g_assert_cmpstr (day, ==, cases[i].due);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  g_test_add_func ("/domain/follow-up/codes", test_codes);
  g_test_add_func ("/domain/follow-up/plan", test_plan);
  g_test_add_func ("/domain/follow-up/result", test_result);
  g_test_add_func ("/domain/follow-up/extension", test_extension);
  g_test_add_func ("/domain/follow-up/answer", test_answer);
  g_test_add_func ("/domain/follow-up/response", test_response);
  g_test_add_func ("/domain/follow-up/waiver", test_waiver);
  g_test_add_func ("/domain/follow-up/state", test_state);
  g_test_add_func ("/domain/follow-up/due", test_due);
  return g_test_run ();
}
