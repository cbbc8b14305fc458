/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-follow-up.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define CHECK MUSTER_FOLLOW_UP_CHECK
#define EXTENSION MUSTER_FOLLOW_UP_EXTENSION
#define RESPONSE MUSTER_FOLLOW_UP_RESPONSE
#define PENDING MUSTER_FOLLOW_UP_PENDING
#define PASSED MUSTER_FOLLOW_UP_PASSED
#define FAILED MUSTER_FOLLOW_UP_FAILED
#define WAIVED MUSTER_FOLLOW_UP_WAIVED
#define REPLANNED MUSTER_FOLLOW_UP_REPLANNED
#define APPROVED MUSTER_FOLLOW_UP_APPROVED
#define REFUSED MUSTER_FOLLOW_UP_REFUSED

/* Account 3 signs; what is said is changed, or settled from the start, where @content. */
static const struct
{
  const char *operation;
  MusterFollowUpKind kind;
  MusterFollowUpState before, after;
  gboolean is_new, closed, content, by_doer;
  gint64 settled;
  const char *says;
} cases[] = {
  { "plan-check", CHECK, PENDING, PENDING, TRUE, FALSE, FALSE, FALSE, 0, NULL },
  { "plan-check", CHECK, PENDING, PENDING, TRUE, FALSE, FALSE, TRUE, 0, NULL }, /* who did the steps may plan it */
  { "plan-check", CHECK, PENDING, PENDING, TRUE, TRUE, FALSE, FALSE, 0, "not open" },
  { "plan-check", CHECK, PENDING, PENDING, TRUE, FALSE, TRUE, FALSE, 3, "from the start" },
  { "plan-check", CHECK, PENDING, REPLANNED, FALSE, FALSE, FALSE, FALSE, 3, NULL },
  { "plan-check", CHECK, PENDING, REPLANNED, FALSE, FALSE, TRUE, FALSE, 3, "in what it says" },
  { "plan-check", CHECK, PASSED, REPLANNED, FALSE, FALSE, FALSE, FALSE, 3, "after it had been settled" },
  { "record-check", CHECK, PENDING, REPLANNED, FALSE, FALSE, FALSE, FALSE, 3, "cannot do that" },
  { "plan-check", CHECK, PENDING, PASSED, TRUE, FALSE, FALSE, FALSE, 3, "cannot do that" },
  { "plan-check", EXTENSION, PENDING, PENDING, TRUE, FALSE, FALSE, FALSE, 0, "cannot do that" },
  { "plan-check", RESPONSE, PENDING, PENDING, TRUE, FALSE, FALSE, FALSE, 0, "cannot do that" },
  { "record-check", CHECK, PENDING, PASSED, FALSE, FALSE, FALSE, FALSE, 3, NULL },
  { "record-check", CHECK, PENDING, FAILED, FALSE, FALSE, FALSE, FALSE, 3, NULL },
  { "record-check", CHECK, PENDING, PASSED, FALSE, FALSE, FALSE, TRUE, 3, "by who had recorded a step" },
  { "record-check", CHECK, PENDING, FAILED, FALSE, FALSE, FALSE, TRUE, 3, "by who had recorded a step" },
  { "record-check", CHECK, PENDING, PASSED, FALSE, FALSE, FALSE, FALSE, 4, "another account" },
  { "record-check", CHECK, PENDING, PASSED, FALSE, FALSE, TRUE, FALSE, 3, "in what it says" },
  { "record-check", CHECK, PENDING, PASSED, FALSE, TRUE, FALSE, FALSE, 3, "not open" },
  { "record-check", CHECK, PENDING, WAIVED, FALSE, FALSE, FALSE, FALSE, 3, "cannot do that" },
  { "record-check", CHECK, FAILED, PASSED, FALSE, FALSE, FALSE, FALSE, 3, "after it had been settled" },
  { "record-check", CHECK, PENDING, PASSED, TRUE, FALSE, FALSE, FALSE, 3, "cannot do that" },
  { "waive-check", CHECK, PENDING, WAIVED, FALSE, FALSE, FALSE, TRUE, 3, NULL },
  { "waive-check", CHECK, PENDING, WAIVED, TRUE, FALSE, TRUE, FALSE, 3, NULL },
  { "waive-check", CHECK, PENDING, WAIVED, TRUE, FALSE, TRUE, FALSE, 4, "another account" },
  { "waive-check", CHECK, PENDING, PASSED, FALSE, FALSE, FALSE, FALSE, 3, "cannot do that" },
  { "waive-check", CHECK, FAILED, WAIVED, FALSE, FALSE, FALSE, FALSE, 3, "after it had been settled" },
  { "ask-extension", EXTENSION, PENDING, PENDING, TRUE, FALSE, FALSE, FALSE, 0, NULL },
  { "ask-extension", EXTENSION, PENDING, APPROVED, TRUE, FALSE, FALSE, FALSE, 3, "cannot do that" },
  { "ask-extension", CHECK, PENDING, PENDING, TRUE, FALSE, FALSE, FALSE, 0, "cannot do that" },
  { "approve-extension", EXTENSION, PENDING, APPROVED, FALSE, FALSE, FALSE, TRUE, 3, NULL },
  { "approve-extension", EXTENSION, PENDING, REFUSED, FALSE, FALSE, FALSE, FALSE, 3, "cannot do that" },
  { "approve-extension", EXTENSION, PENDING, APPROVED, FALSE, FALSE, TRUE, FALSE, 3, "in what it says" },
  { "approve-extension", EXTENSION, REFUSED, APPROVED, FALSE, FALSE, FALSE, FALSE, 3, "after it had been settled" },
  { "refuse-extension", EXTENSION, PENDING, REFUSED, FALSE, FALSE, FALSE, FALSE, 3, NULL },
  { "record-response", RESPONSE, PENDING, MUSTER_FOLLOW_UP_ACKNOWLEDGED, TRUE, FALSE, FALSE, FALSE, 0, NULL },
  { "record-response", RESPONSE, PENDING, REFUSED, TRUE, FALSE, FALSE, FALSE, 0, NULL },
  { "record-response", RESPONSE, PENDING, MUSTER_FOLLOW_UP_ANSWERED, TRUE, FALSE, FALSE, FALSE, 0, NULL },
  { "record-response", RESPONSE, PENDING, PENDING, TRUE, FALSE, FALSE, FALSE, 0, "cannot do that" },
  { "record-response", EXTENSION, PENDING, REFUSED, TRUE, FALSE, FALSE, FALSE, 0, "cannot do that" },
  { "record-response", RESPONSE, MUSTER_FOLLOW_UP_ANSWERED, REFUSED, FALSE, FALSE, FALSE, FALSE, 3, "after it had been settled" },
  { "record-response", RESPONSE, PENDING, MUSTER_FOLLOW_UP_ANSWERED, TRUE, TRUE, FALSE, FALSE, 0, "not open" },
  { "close-action", CHECK, PENDING, PASSED, FALSE, FALSE, FALSE, FALSE, 3, "cannot do that" },
};

static void
parse (const char *text, GDate *day)
{
  g_date_clear (day, 1);
  g_assert_true (text == NULL || muster_date_parse_iso (text, day, NULL));
}

static void
set_days (MusterFollowUpRowChange *change, MusterFollowUp *follow_up, const char *on, const char *due, const char *settled)
{
  parse (on, &follow_up->on);
  parse (due, &follow_up->due);
  parse (settled, &follow_up->settled_on);
  parse ("2026-05-02", &change->latest);
}

/* What depends on what there was: of how many steps a check is (@n_steps; there were 2), whether the notice was served, and on which day something was found. */
static const struct
{
  const char *operation;
  MusterFollowUpKind kind;
  MusterFollowUpState after;
  gboolean is_new;
  guint n_steps;
  gboolean served;
  gboolean binds;
  const char *settled;
  const char *says;
} circumstances[] = {
  { "plan-check", CHECK, PENDING, TRUE, 2, FALSE, TRUE, NULL, NULL },
  { "plan-check", CHECK, PENDING, TRUE, 0, FALSE, TRUE, NULL, "another number of steps" },
  { "plan-check", CHECK, PENDING, TRUE, 3, FALSE, TRUE, NULL, "another number of steps" },
  { "ask-extension", EXTENSION, PENDING, TRUE, 2, FALSE, TRUE, NULL, "another number of steps" },
  { "record-response", RESPONSE, MUSTER_FOLLOW_UP_ACKNOWLEDGED, TRUE, 0, TRUE, TRUE, NULL, NULL },
  { "record-response", RESPONSE, MUSTER_FOLLOW_UP_ACKNOWLEDGED, TRUE, 0, FALSE, TRUE, NULL, "was not served" },
  { "record-response", RESPONSE, REFUSED, TRUE, 0, FALSE, TRUE, NULL, "was not served" },
  { "record-response", RESPONSE, MUSTER_FOLLOW_UP_ANSWERED, TRUE, 0, FALSE, TRUE, NULL, NULL },
  { "record-check", CHECK, PASSED, FALSE, 2, FALSE, TRUE, "2026-04-15", NULL },
  { "record-check", CHECK, PASSED, FALSE, 2, FALSE, TRUE, "2026-04-14", "passes on that day or later" },
  { "record-check", CHECK, PASSED, FALSE, 2, FALSE, FALSE, "2026-04-14", NULL }, /* of a version that did not ask */
  { "record-check", CHECK, FAILED, FALSE, 2, FALSE, TRUE, "2026-04-14", NULL },
  { "record-check", CHECK, PASSED, FALSE, 2, FALSE, TRUE, "2026-05-02", NULL }, /* where it was the next day already */
  { "record-check", CHECK, PASSED, FALSE, 2, FALSE, FALSE, "2026-05-03", "" },
  { "record-check", CHECK, FAILED, FALSE, 2, FALSE, FALSE, "2026-04-09", "before the check was planned" },
  { "record-check", CHECK, FAILED, FALSE, 2, FALSE, FALSE, NULL, "lacks a day" },
};

static void
test_circumstances (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (circumstances); i++)
    {
      MusterFollowUp follow_up = { .kind = circumstances[i].kind, .state = circumstances[i].after, .account_id = 4, .n_steps = circumstances[i].n_steps, .settled_account = 3 };
      MusterFollowUpRowChange change = {
        .is_new = circumstances[i].is_new, .action_open = TRUE, .state_before = PENDING, .signer = 3, .n_steps = 2, .served = circumstances[i].served, .planned_time_binds = circumstances[i].binds, .follow_up = &follow_up
      };
      g_autoptr (GError) error = NULL;

      set_days (&change, &follow_up, "2026-04-10", "2026-04-15", circumstances[i].settled);
      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_follow_up (circumstances[i].operation, &change, &error), ==, circumstances[i].says == NULL);
      g_assert_true (circumstances[i].says == NULL || strstr (error->message, circumstances[i].says) != NULL);
    }
}

static void
test_rule (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterFollowUp follow_up = { .kind = cases[i].kind, .state = cases[i].after, .account_id = cases[i].is_new ? 3 : 4, .settled_account = cases[i].settled };
      MusterFollowUpRowChange change = {
        .is_new = cases[i].is_new, .action_open = !cases[i].closed, .content_changed = cases[i].content, .by_doer = cases[i].by_doer, .state_before = cases[i].before, .signer = 3, .served = TRUE, .follow_up = &follow_up
      };
      g_autoptr (GError) error = NULL;

      set_days (&change, &follow_up, "2026-04-10", "2026-04-15", "2026-04-20");
      g_test_message ("%u", i);
      g_assert_cmpint (muster_change_rule_check_follow_up (cases[i].operation, &change, &error), ==, cases[i].says == NULL);
      if (cases[i].says == NULL)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* Who asks does not approve, nor refuse. */
static void
test_own (void)
{
  static const MusterFollowUpState states[] = { APPROVED, REFUSED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      MusterFollowUp extension = { .kind = EXTENSION, .state = states[i], .account_id = 3, .settled_account = 3 };
      MusterFollowUpRowChange change = { .action_open = TRUE, .state_before = PENDING, .signer = 3, .follow_up = &extension };
      g_autoptr (GError) error = NULL;

      g_assert_false (muster_change_rule_check_follow_up (i == 0 ? "approve-extension" : "refuse-extension", &change, &error));
      g_assert_nonnull (strstr (error->message, "by who had asked for it"));
    }
}

static void
test_extended (void)
{
  static const struct
  {
    int state; /* of the extension; -1: there is none */
    const char *before, *after;
    gboolean allowed;
  } days[] = {
    { -1, "2026-04-01", "2026-04-01", TRUE },
    { -1, "2026-04-01", "2026-05-01", FALSE },
    { REFUSED, "2026-04-01", "2026-04-01", TRUE },
    { REFUSED, "2026-04-01", "2026-05-01", FALSE },
    { APPROVED, "2026-04-01", "2026-05-01", TRUE },
    { APPROVED, "2026-04-01", "2026-05-02", FALSE },
    { APPROVED, "2026-04-01", "2026-04-01", FALSE },
    { APPROVED, "2026-06-01", "2026-05-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MusterFollowUp extension = { .kind = EXTENSION, .state = MAX (days[i].state, 0) };
      GDate before, after;

      g_test_message ("%u", i);
      g_assert_true (muster_date_parse_iso (days[i].before, &before, NULL) && muster_date_parse_iso (days[i].after, &after, NULL) &&
                     muster_date_parse_iso ("2026-05-01", &extension.due, NULL));
      g_assert_cmpint (muster_change_rule_check_extended (days[i].state < 0 ? NULL : &extension, &before, &after, NULL), ==, days[i].allowed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/change-rule-follow-up/circumstances", test_circumstances);
  g_test_add_func ("/domain/change-rule-follow-up/rule", test_rule);
  g_test_add_func ("/domain/change-rule-follow-up/own", test_own);
  g_test_add_func ("/domain/change-rule-follow-up/extended", test_extended);
  return g_test_run ();
}
