/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-escalation.h"

#define OVERDUE MUSTER_ESCALATION_OVERDUE
#define RECURRENCE MUSTER_ESCALATION_RECURRENCE
#define TWO_OPEN MUSTER_ESCALATION_TWO_OPEN
#define REMOVAL MUSTER_ESCALATION_REMOVAL

static MusterCorrectiveAction *
new_action (gint64 id, gint64 person, const char *opened, const char *clause, MusterActionState state)
{
  MusterCorrectiveAction *action = muster_corrective_action_new ();

  action->id = id;
  action->assister_id = person;
  action->state = state;
  action->severity = MUSTER_SEVERITY_2;
  g_assert_true (muster_date_parse_iso (opened, &action->opened, NULL));
  g_assert_true (muster_date_parse_iso ("2026-03-30", &action->due, NULL));
  g_ptr_array_add (action->clause_ids, g_strdup (clause));
  return action;
}

static void
test_alone (void)
{
  static const struct
  {
    MusterActionState state;
    MusterSeverity severity;
    const char *on;
    MusterEscalationGround grounds;
  } cases[] = {
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_2, "2026-03-30", 0 },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_2, "2026-04-09", 0 },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_2, "2026-04-10", OVERDUE },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_4, "2026-03-30", REMOVAL },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_4, "2026-04-10", REMOVAL | OVERDUE },
    { MUSTER_ACTION_CLOSED, MUSTER_SEVERITY_4, "2026-04-10", 0 },
    { MUSTER_ACTION_VOIDED, MUSTER_SEVERITY_4, "2026-04-10", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (9, 1, "2026-03-02", "COC-02", cases[i].state);
      g_autoptr (GPtrArray) others = g_ptr_array_new ();
      GDate on;

      g_assert_true (muster_date_parse_iso (cases[i].on, &on, NULL));
      action->severity = cases[i].severity;
      g_ptr_array_add (others, action); /* itself never counts */
      g_assert_cmpint (muster_escalation_list_grounds (action, others, &on), ==, cases[i].grounds);
    }
}

static void
test_others (void)
{
  static const struct
  {
    gint64 id, person;
    const char *opened, *clause;
    MusterActionState state;
    MusterEscalationGround grounds;
  } cases[] = {
    { 8, 1, "2026-01-02", "COC-03", MUSTER_ACTION_CLOSED, 0 },
    { 8, 1, "2026-01-02", "COC-03", MUSTER_ACTION_OPEN, TWO_OPEN },
    { 8, 1, "2026-01-02", "COC-02", MUSTER_ACTION_CLOSED, RECURRENCE },
    { 8, 1, "2026-01-02", "COC-02", MUSTER_ACTION_OPEN, RECURRENCE | TWO_OPEN },
    { 8, 1, "2026-01-02", "COC-02", MUSTER_ACTION_VOIDED, 0 },
    { 8, 2, "2026-01-02", "COC-02", MUSTER_ACTION_OPEN, 0 },
    { 8, 1, "2024-03-02", "COC-02", MUSTER_ACTION_CLOSED, RECURRENCE },
    { 8, 1, "2024-03-01", "COC-02", MUSTER_ACTION_CLOSED, 0 },
    { 8, 1, "2026-03-02", "COC-02", MUSTER_ACTION_CLOSED, RECURRENCE },
    { 10, 1, "2026-03-02", "COC-02", MUSTER_ACTION_CLOSED, 0 },
    { 10, 1, "2026-03-03", "COC-02", MUSTER_ACTION_CLOSED, 0 },
  };
  GDate on;

  g_assert_true (muster_date_parse_iso ("2026-03-10", &on, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (9, 1, "2026-03-02", "COC-02", MUSTER_ACTION_OPEN);
      g_autoptr (MusterCorrectiveAction) other = new_action (cases[i].id, cases[i].person, cases[i].opened, cases[i].clause, cases[i].state);
      g_autoptr (GPtrArray) others = g_ptr_array_new ();

      g_ptr_array_add (others, other);
      g_test_message ("case %u", i);
      g_assert_cmpint (muster_escalation_list_grounds (action, others, &on), ==, cases[i].grounds);
    }
}

/* Once the check is planned, its day is the one that is overdue; one that failed is a ground until another is planned. */
static void
test_check (void)
{
  static const struct
  {
    MusterFollowUpState state;
    const char *on;
    MusterEscalationGround grounds;
  } cases[] = {
    { MUSTER_FOLLOW_UP_PENDING, "2026-05-11", 0 },
    { MUSTER_FOLLOW_UP_PENDING, "2026-05-12", OVERDUE },
    { MUSTER_FOLLOW_UP_FAILED, "2026-03-30", MUSTER_ESCALATION_FAILED_CHECK },
    { MUSTER_FOLLOW_UP_FAILED, "2026-05-12", MUSTER_ESCALATION_FAILED_CHECK | OVERDUE },
    { MUSTER_FOLLOW_UP_PASSED, "2026-03-30", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = new_action (9, 1, "2026-03-02", "COC-02", MUSTER_ACTION_OPEN);
      g_autoptr (GPtrArray) others = g_ptr_array_new ();
      MusterFollowUp *check = muster_follow_up_new ();
      GDate on;

      check->kind = MUSTER_FOLLOW_UP_CHECK;
      check->state = cases[i].state;
      g_assert_true (muster_date_parse_iso ("2026-05-01", &check->due, NULL) && muster_date_parse_iso (cases[i].on, &on, NULL));
      g_ptr_array_add (action->follow_ups, check);
      g_test_message ("%u", i);
      g_assert_cmpint (muster_escalation_list_grounds (action, others, &on), ==, cases[i].grounds);
    }
}

static void
test_words (void)
{
  static const char *const codes[] = { "overdue", "recurrence", "two-open", "removal", "failed-check" };
  g_autofree char *labels = muster_escalation_dup_labels (OVERDUE | TWO_OPEN);

  g_assert_cmpuint (G_N_ELEMENTS (codes), ==, MUSTER_N_ESCALATION_GROUNDS);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (muster_escalation_ground_to_code (1u << i), ==, codes[i]);
      g_assert_cmpstr (muster_escalation_ground_get_label (1u << i), !=, "");
    }
  g_assert_cmpstr (labels, ==, "Overdue by more than 10 days; Another one is open at the same time");
}

/* However long ago. */
static void
test_earlier (void)
{
  g_autoptr (MusterCorrectiveAction) action = new_action (9, 1, "2026-03-02", "COC-02", MUSTER_ACTION_CLOSED);
  g_autoptr (MusterCorrectiveAction) old = new_action (3, 1, "2019-03-02", "COC-02", MUSTER_ACTION_CLOSED);
  g_autoptr (MusterCorrectiveAction) other_clause = new_action (4, 1, "2025-03-02", "COC-03", MUSTER_ACTION_CLOSED);
  g_autoptr (MusterCorrectiveAction) later = new_action (10, 1, "2026-04-02", "COC-02", MUSTER_ACTION_OPEN);

  g_assert_true (muster_escalation_is_earlier (action, old));
  g_assert_false (muster_escalation_is_recurrence (action, old));
  g_assert_false (muster_escalation_is_earlier (action, other_clause));
  g_assert_false (muster_escalation_is_earlier (action, later));
}

static void
test_severity (void)
{
  g_assert_cmpint (muster_escalation_propose_severity (MUSTER_SEVERITY_2, MUSTER_ESCALATION_FAILED_CHECK), ==, MUSTER_SEVERITY_3);
  g_assert_cmpint (muster_escalation_propose_severity (MUSTER_SEVERITY_4, MUSTER_ESCALATION_FAILED_CHECK), ==, MUSTER_SEVERITY_4);
  g_assert_cmpint (muster_escalation_propose_severity (MUSTER_SEVERITY_1, 0), ==, MUSTER_SEVERITY_1);
  g_assert_cmpint (muster_escalation_propose_severity (MUSTER_SEVERITY_1, OVERDUE), ==, MUSTER_SEVERITY_2);
  g_assert_cmpint (muster_escalation_propose_severity (MUSTER_SEVERITY_2, OVERDUE | RECURRENCE | TWO_OPEN), ==, MUSTER_SEVERITY_3);
  g_assert_cmpint (muster_escalation_propose_severity (MUSTER_SEVERITY_4, TWO_OPEN | REMOVAL), ==, MUSTER_SEVERITY_4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/escalation/alone", test_alone);
  g_test_add_func ("/domain/escalation/others", test_others);
  g_test_add_func ("/domain/escalation/check", test_check);
  g_test_add_func ("/domain/escalation/words", test_words);
  g_test_add_func ("/domain/escalation/earlier", test_earlier);
  g_test_add_func ("/domain/escalation/severity", test_severity);
  return g_test_run ();
}
