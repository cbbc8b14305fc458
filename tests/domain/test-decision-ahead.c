/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "domain/muster-date.h"
#include "domain/muster-decision-ahead.h"
#include "domain/muster-error.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

/* Decision 7 about person 1, for March 10; it is March 5. */
static MusterDecision *
new_decision (gint64 id, const char *number, const char *effective, gint64 decided_at)
{
  MusterDecision *decision = muster_decision_new ();

  decision->id = id;
  decision->number = g_strdup (number);
  decision->state = MUSTER_DECISION_APPROVED;
  decision->decider = 2;
  decision->decided_at = decided_at;
  muster_date_parse_iso (effective, &decision->effective, NULL);
  return decision;
}

static MusterCertificationEvent *
add_event (GPtrArray *events, MusterAssisterType type, MusterCertificationState to, const char *effective, gint64 recorded, gint64 decision)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->id = events->len + 1;
  event->type = type;
  event->to = to;
  event->recorded = recorded;
  event->decision_id = decision;
  muster_date_parse_iso (effective, &event->effective, NULL);
  g_ptr_array_add (events, event);
  return event;
}

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
}

static void
test_calling_off (void)
{
  static const struct
  {
    MusterDecisionKind kind;
    MusterDecisionState state;
    const char *effective;
    gint64 called_off_by;
    gint64 superseded_by; /* of what it would take */
    const char *words;
  } cases[] = {
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-10", 0, 0, NULL },
    { MUSTER_DECISION_SUSPENSION, MUSTER_DECISION_APPROVED, "2026-03-10", 0, 0, NULL },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-06", 0, 0, NULL },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-05", 0, 0, "has taken effect" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-04", 0, 0, "Only a review" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_PROPOSED, "2026-03-10", 0, 0, "Refuse it, or take it back" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_REFUSED, "2026-03-10", 0, 0, "never approved" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_TAKEN_BACK, "2026-03-10", 0, 0, "never approved" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-10", 8, 0, "called off already" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-10", 0, 9, "given way" },
    { MUSTER_DECISION_CALLING_OFF, MUSTER_DECISION_APPROVED, "2026-03-10", 0, 0, "calls another decision off itself" },
  };
  GDate today;

  muster_date_parse_iso ("2026-03-05", &today, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision (7, "RV-2026-0001", cases[i].effective, 1);
      g_autoptr (GPtrArray) events = new_events ();
      g_autoptr (GError) error = NULL;

      decision->kind = cases[i].kind;
      decision->state = cases[i].state;
      decision->called_off_by = cases[i].called_off_by;
      add_event (events, BROKER, MUSTER_STATE_REVOKED, cases[i].effective, 1, 7)->superseded_by = cases[i].superseded_by;
      g_test_message ("%u", i);
      g_assert_cmpint (muster_decision_check_calling_off (decision, events, &today, &error), ==, cases[i].words == NULL);
      if (cases[i].words == NULL)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_true (g_str_has_prefix (error->message, "RV-2026-0001 "));
    }
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *reason;
    const char *words;
  } cases[] = {
    { "The review found the calls were made", NULL },
    { NULL, "Give the reason" },
    { " ", "Give the reason" },
    { "His number is 123-45-6789", "social security number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (muster_decision_check_calling_off_reason (cases[i].reason, &error), ==, cases[i].words == NULL);
      g_assert_true (cases[i].words == NULL || strstr (error->message, cases[i].words) != NULL);
    }
}

/* What was called off, at moment 49, neither stands nor comes; before that moment it did. */
static void
test_coming (void)
{
  static const struct
  {
    const char *on;
    gint64 known_until;
    const char *numbers;
  } cases[] = {
    { "2026-03-05", G_MAXINT64, "RV-2026-0001 SU-2026-0002" },
    { "2026-03-05", 49, "RV-2026-0001 RV-2026-0003 SU-2026-0002" },
    { "2026-03-05", 25, "RV-2026-0001 RV-2026-0003" },
    { "2026-03-05", 10, "" },
    { "2026-03-10", G_MAXINT64, "SU-2026-0002" },
    { "2026-03-20", G_MAXINT64, "" },
  };
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_decision_free);
  g_autoptr (GPtrArray) events = new_events ();

  g_ptr_array_add (decisions, new_decision (7, "RV-2026-0001", "2026-03-10", 10));
  g_ptr_array_add (decisions, new_decision (8, "SU-2026-0002", "2026-03-20", 30));
  g_ptr_array_add (decisions, new_decision (9, "RV-2026-0003", "2026-03-12", 20));
  g_ptr_array_add (decisions, new_decision (10, "CO-2026-0001", "2026-03-05", 49));
  add_event (events, NAVIGATOR, MUSTER_STATE_CERTIFIED, "2026-01-01", 1, 0);
  add_event (events, BROKER, MUSTER_STATE_SUSPENDED_FOR_CAUSE, "2026-03-20", 30, 8);
  add_event (events, NAVIGATOR, MUSTER_STATE_REVOKED, "2026-03-10", 10, 7);
  add_event (events, BROKER, MUSTER_STATE_REVOKED, "2026-03-10", 10, 7);
  add_event (events, MUSTER_ASSISTER_CAC, MUSTER_STATE_REVOKED, "2026-03-12", 20, 9)->called_off = 10;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GString) numbers = g_string_new (NULL);
      GDate on;

      muster_date_parse_iso (cases[i].on, &on, NULL);
      changes = muster_coming_change_list (events, decisions, &on, cases[i].known_until);
      for (guint j = 0; j < changes->len; j++)
        g_string_append_printf (numbers, "%s%s", j > 0 ? " " : "", ((const MusterComingChange *) changes->pdata[j])->number);
      g_test_message ("%u", i);
      g_assert_cmpstr (numbers->str, ==, cases[i].numbers);
    }
}

static void
test_text (void)
{
  MusterComingChange change = { .to = MUSTER_STATE_REVOKED, .number = (char *) "RV-2026-0001", .decider = (char *) "Ana Moua" };
  g_autofree char *text = muster_coming_change_dup_text (&change, "2026-12-15", "Broker");

  g_assert_cmpstr (text, ==, "Revoked from 2026-12-15 as Broker (RV-2026-0001, decided by Ana Moua)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/decision-ahead/calling-off", test_calling_off);
  g_test_add_func ("/domain/decision-ahead/reasons", test_reasons);
  g_test_add_func ("/domain/decision-ahead/coming", test_coming);
  g_test_add_func ("/domain/decision-ahead/text", test_text);
  return g_test_run ();
}
