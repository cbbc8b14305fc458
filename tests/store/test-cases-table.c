/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <string.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"

static gint64
add_person (DatabaseFixture *fixture, const char *family, const char *given)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup (family);
  person->given_name = g_strdup (given);
  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return person->id;
}

static MusterCorrectiveAction *
make_action (gint64 person, const char *opened, const char *due)
{
  MusterCorrectiveAction *action = muster_corrective_action_new ();

  action->assister_id = person;
  action->severity = MUSTER_SEVERITY_3;
  action->finding = g_strdup ("A letter went to the wrong household.");
  action->restriction = MUSTER_RESTRICTION_LIMITED;
  set_day (&action->opened, opened);
  set_day (&action->due, due);
  action->clause_version = g_strdup ("2024");
  action->rule_pack = g_strdup ("mnsure-2026");
  action->opened_account = 1;
  g_ptr_array_add (action->clause_ids, g_strdup ("COC-09"));
  g_ptr_array_add (action->clause_ids, g_strdup ("COC-03"));
  return action;
}

static MusterActionStep *
add_step (MusterCorrectiveAction *action, int position, const char *what)
{
  MusterActionStep *step = muster_action_step_new ();

  step->position = position;
  step->what = g_strdup (what);
  step->owner = g_strdup ("Ana");
  set_day (&step->due, "2026-04-01");
  g_ptr_array_add (action->steps, step);
  return step;
}

static void
save_action (DatabaseFixture *fixture, MusterCorrectiveAction *action)
{
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  g_assert_true (muster_action_table_save (fixture->database, action, &error));
  g_assert_no_error (error);
  end_write (fixture);
}

static void
assert_same_step (const MusterActionStep *a, const MusterActionStep *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->action_id, ==, b->action_id);
  g_assert_cmpint (a->position, ==, b->position);
  g_assert_cmpstr (a->what, ==, b->what);
  g_assert_cmpstr (a->owner, ==, b->owner);
  g_assert_true (muster_date_equal (&a->due, &b->due));
  g_assert_true (muster_date_equal (&a->done_on, &b->done_on));
  g_assert_cmpstr (a->done_note, ==, b->done_note);
  g_assert_cmpint (a->done_account, ==, b->done_account);
  g_assert_cmpint (a->verified_account, ==, b->verified_account);
  g_assert_true (muster_date_equal (&a->verified_on, &b->verified_on));
}

static void
assert_same_follow_up (const MusterFollowUp *a, const MusterFollowUp *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_true (muster_date_equal (&a->on, &b->on));
  g_assert_true (muster_date_equal (&a->due, &b->due));
  g_assert_cmpuint (a->n_steps, ==, b->n_steps);
  g_assert_cmpint (a->account_id, ==, b->account_id);
  g_assert_cmpint (a->recorded, ==, b->recorded);
  g_assert_cmpint (a->settled_account, ==, b->settled_account);
  g_assert_cmpint (a->settled_at, ==, b->settled_at);
  g_assert_true (muster_date_equal (&a->settled_on, &b->settled_on));
  g_assert_cmpstr (a->note, ==, b->note);
}

static void
assert_same_action (const MusterCorrectiveAction *a, const MusterCorrectiveAction *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->number, ==, b->number);
  g_assert_cmpint (a->assister_id, ==, b->assister_id);
  g_assert_cmpint (a->severity, ==, b->severity);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpstr (a->finding, ==, b->finding);
  g_assert_cmpstr (a->cause, ==, b->cause);
  g_assert_cmpint (a->restriction, ==, b->restriction);
  g_assert_cmpstr (a->restriction_text, ==, b->restriction_text);
  g_assert_true (muster_date_equal (&a->opened, &b->opened));
  g_assert_true (muster_date_equal (&a->due, &b->due));
  g_assert_true (muster_date_equal (&a->closed, &b->closed));
  g_assert_cmpint (a->outcome, ==, b->outcome);
  g_assert_cmpstr (a->closing_note, ==, b->closing_note);
  g_assert_cmpstr (a->clause_version, ==, b->clause_version);
  g_assert_cmpstr (a->rule_pack, ==, b->rule_pack);
  g_assert_cmpint (a->opened_account, ==, b->opened_account);
  g_assert_cmpint (a->closed_account, ==, b->closed_account);
  g_assert_cmpuint (a->clause_ids->len, ==, b->clause_ids->len);
  for (guint i = 0; i < a->clause_ids->len; i++)
    g_assert_cmpstr (a->clause_ids->pdata[i], ==, b->clause_ids->pdata[i]);
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  for (guint i = 0; i < a->steps->len; i++)
    assert_same_step (a->steps->pdata[i], b->steps->pdata[i]);
  g_assert_cmpuint (a->follow_ups->len, ==, b->follow_ups->len);
  for (guint i = 0; i < a->follow_ups->len; i++)
    assert_same_follow_up (a->follow_ups->pdata[i], b->follow_ups->pdata[i]);
}

static MusterFollowUp *
add_follow_up (MusterCorrectiveAction *action, MusterFollowUpKind kind, const char *due)
{
  MusterFollowUp *follow_up = muster_follow_up_new ();

  g_ptr_array_add (action->follow_ups, follow_up);
  follow_up->kind = kind;
  follow_up->n_steps = 2;
  follow_up->account_id = 1;
  follow_up->recorded = 1767225600000000;
  set_day (&follow_up->on, "2026-03-10");
  set_day (&follow_up->due, due);
  return follow_up;
}

static void
save_and_compare_action (DatabaseFixture *fixture, MusterCorrectiveAction *action)
{
  g_autoptr (MusterCorrectiveAction) loaded = NULL;
  g_autoptr (GError) error = NULL;

  save_action (fixture, action);
  loaded = muster_action_table_load (fixture->database, action->id, &error);
  g_assert_no_error (error);
  assert_same_action (loaded, action);
}

static void
test_action_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterCorrectiveAction) action = make_action (add_person (fixture, "Berg", "Bo"), "2026-03-01", "2026-03-15");
  MusterActionStep *step = add_step (action, 1, "Write to both households");

  save_and_compare_action (fixture, action);
  g_assert_cmpstr (action->number, ==, "CA-2026-0001");
  set_day (&step->done_on, "2026-03-05");
  step->done_note = g_strdup ("Sent.");
  step->done_account = 1;
  step->verified_account = 1;
  set_day (&step->verified_on, "2026-03-06");
  add_step (action, 2, "Learn to fold letters");
  action->cause = g_strdup ("Two printers");
  action->restriction_text = g_strdup ("No mail");
  action->state = MUSTER_ACTION_CLOSED;
  action->outcome = MUSTER_OUTCOME_LATE;
  action->closing_note = g_strdup ("Done at last.");
  action->closed_account = 1;
  set_day (&action->closed, "2026-03-20");
  save_and_compare_action (fixture, action);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM corrective_action_clause"), ==, 2);
}

static void
test_action_numbers (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Berg", "Bo");
  g_autoptr (MusterCorrectiveAction) given = make_action (person, "2026-03-01", "2026-03-15");
  g_autoptr (MusterCorrectiveAction) next = make_action (person, "2026-03-01", "2026-03-15");
  g_autoptr (MusterCorrectiveAction) other_year = make_action (person, "2027-01-01", "2027-03-15");
  g_autoptr (GError) error = NULL;

  given->number = g_strdup ("CA-2026-9999");
  save_action (fixture, given);
  save_action (fixture, next);
  save_action (fixture, other_year);
  g_assert_cmpstr (next->number, ==, "CA-2026-10000");
  g_assert_cmpstr (other_year->number, ==, "CA-2027-0001");
  g_assert_cmpint (muster_action_table_find (fixture->database, "ca-2026-10000", &error), ==, next->id);
  g_assert_cmpint (muster_action_table_find (fixture->database, "CA-2026-0007", &error), ==, 0);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "CA-2026-0007"));
  g_clear_error (&error);
  g_assert_null (muster_action_table_load (fixture->database, 99, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
}

/* Ids of the list as text: newest first. */
static char *
list_actions (DatabaseFixture *fixture, const MusterActionFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = muster_action_table_list (fixture->database, filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < actions->len; i++)
    {
      MusterCorrectiveAction *action = actions->pdata[i];

      g_assert_cmpuint (action->clause_ids->len, ==, 2);
      g_string_append_printf (text, "%" G_GINT64_FORMAT " ", action->id);
    }
  return g_string_free_and_steal (text);
}

/* What is settled is changed in place. */
static void
test_follow_ups (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterCorrectiveAction) action = make_action (add_person (fixture, "Berg", "Bo"), "2026-03-01", "2026-03-15");
  MusterFollowUp *check = add_follow_up (action, MUSTER_FOLLOW_UP_CHECK, "2026-05-10");

  check->text = g_strdup ("No letter goes astray");
  add_follow_up (action, MUSTER_FOLLOW_UP_EXTENSION, "2026-04-01");
  add_follow_up (action, MUSTER_FOLLOW_UP_RESPONSE, NULL)->state = MUSTER_FOLLOW_UP_ANSWERED;
  save_and_compare_action (fixture, action);
  check->state = MUSTER_FOLLOW_UP_FAILED;
  check->settled_account = 1;
  check->settled_at = 1767225600000001;
  check->note = g_strdup ("Two did");
  set_day (&check->settled_on, "2026-05-11");
  save_and_compare_action (fixture, action);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM corrective_action_follow_up"), ==, 3);
}

static void
test_action_list (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 bo = add_person (fixture, "Berg", "Bo"), zoe = add_person (fixture, "Núñez", "Zoë");
  g_autoptr (MusterCorrectiveAction) late = make_action (bo, "2026-03-01", "2026-03-15");
  g_autoptr (MusterCorrectiveAction) closed = make_action (bo, "2026-05-01", "2026-05-10");
  g_autoptr (MusterCorrectiveAction) open = make_action (zoe, "2026-04-01", "2026-06-01");
  struct
  {
    MusterActionFilter filter;
    const char *today;
    const char *ids;
  } cases[] = {
    { { 0 }, NULL, "2 3 1 " },
    { { .assister_id = bo }, NULL, "2 1 " },
    { { .only_open = TRUE }, NULL, "3 1 " },
    { { .only_overdue = TRUE }, "2026-03-15", "" },
    { { .only_overdue = TRUE }, "2026-03-16", "1 " },
    { { .only_overdue = TRUE, .assister_id = zoe }, "2026-06-02", "" }, /* done, and to be checked */
    { { .only_overdue = TRUE, .assister_id = zoe }, "2026-08-02", "3 " },
    { { .search = "NUNEZ zoe" }, NULL, "3 " },
    { { .search = "ca-2026-0002" }, NULL, "2 " },
    { { .search = "2026 berg" }, NULL, "2 1 " },
    { { .search = "zoe berg" }, NULL, "" },
    { { .search = " " }, NULL, "2 3 1 " },
  };

  closed->state = MUSTER_ACTION_CLOSED;
  closed->outcome = MUSTER_OUTCOME_COMPLETED;
  set_day (&closed->closed, "2026-05-09");
  add_follow_up (open, MUSTER_FOLLOW_UP_CHECK, "2026-08-01");
  save_action (fixture, late);
  save_action (fixture, closed);
  save_action (fixture, open);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = NULL;

      g_test_message ("%u", i);
      set_day (&cases[i].filter.today, cases[i].today);
      ids = list_actions (fixture, &cases[i].filter);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static MusterDecision *
make_decision (gint64 person, MusterDecisionKind kind)
{
  MusterDecision *decision = muster_decision_new ();

  decision->kind = kind;
  decision->assister_id = person;
  decision->types = MUSTER_ASSISTER_CAC | MUSTER_ASSISTER_NAVIGATOR;
  decision->authority = MUSTER_AUTHORITY_MARKETPLACE;
  decision->reason = g_strdup ("Signed for a client.");
  decision->proposer = 1;
  decision->proposed_at = 1767225600000000;
  decision->clause_version = g_strdup ("2024");
  decision->rule_pack = g_strdup ("mnsure-2026");
  g_ptr_array_add (decision->clause_ids, g_strdup ("ROB-04"));
  return decision;
}

static void
save_decision (DatabaseFixture *fixture, MusterDecision *decision)
{
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  g_assert_true (muster_decision_table_save (fixture->database, decision, 2026, &error));
  g_assert_no_error (error);
  end_write (fixture);
}

static void
save_and_compare_decision (DatabaseFixture *fixture, MusterDecision *a)
{
  g_autoptr (MusterDecision) b = NULL;
  g_autoptr (GError) error = NULL;

  save_decision (fixture, a);
  b = muster_decision_table_load (fixture->database, a->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->number, ==, b->number);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (a->assister_id, ==, b->assister_id);
  g_assert_cmpuint (a->types, ==, b->types);
  g_assert_cmpint (a->authority, ==, b->authority);
  g_assert_cmpstr (a->reason, ==, b->reason);
  g_assert_true (muster_date_equal (&a->proposed_effective, &b->proposed_effective));
  g_assert_true (muster_date_equal (&a->effective, &b->effective));
  g_assert_true (muster_date_equal (&a->review_until, &b->review_until));
  g_assert_cmpint (a->proposer, ==, b->proposer);
  g_assert_cmpint (a->proposed_at, ==, b->proposed_at);
  g_assert_cmpint (a->decider, ==, b->decider);
  g_assert_cmpint (a->decided_at, ==, b->decided_at);
  g_assert_cmpstr (a->decision_reason, ==, b->decision_reason);
  g_assert_cmpint (a->emergency, ==, b->emergency);
  g_assert_cmpstr (a->clause_version, ==, b->clause_version);
  g_assert_cmpstr (a->rule_pack, ==, b->rule_pack);
  g_assert_cmpuint (b->clause_ids->len, ==, 1);
  g_assert_cmpstr (b->clause_ids->pdata[0], ==, "ROB-04");
  g_assert_cmpmem (a->action_ids->data, a->action_ids->len * sizeof (gint64), b->action_ids->data, b->action_ids->len * sizeof (gint64));
}

static void
test_decision_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Berg", "Bo");
  g_autoptr (MusterDecision) decision = make_decision (person, MUSTER_DECISION_REVOCATION);
  g_autoptr (MusterCorrectiveAction) action = make_action (person, "2026-03-01", "2026-03-15");

  save_action (fixture, action);
  g_array_append_val (decision->action_ids, action->id);
  save_and_compare_decision (fixture, decision);
  g_assert_cmpstr (decision->number, ==, "RV-2026-0001");
  decision->state = MUSTER_DECISION_APPROVED;
  set_day (&decision->proposed_effective, "2026-04-01");
  set_day (&decision->effective, "2026-04-02");
  set_day (&decision->review_until, "2026-05-01");
  decision->decider = 1;
  decision->decided_at = 1767225600000001;
  decision->decision_reason = g_strdup ("Clear.");
  decision->emergency = TRUE;
  save_and_compare_decision (fixture, decision);
}

static void
test_decision_list (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 bo = add_person (fixture, "Berg", "Bo"), zoe = add_person (fixture, "Núñez", "Zoë");
  g_autoptr (MusterDecision) first = make_decision (bo, MUSTER_DECISION_REVOCATION);
  g_autoptr (MusterDecision) second = make_decision (zoe, MUSTER_DECISION_SUSPENSION);
  g_autoptr (MusterDecision) third = make_decision (bo, MUSTER_DECISION_REVOCATION);
  static const struct
  {
    MusterDecisionFilter filter;
    const char *numbers;
  } cases[] = {
    { { 0 }, "RV-2026-0002 SU-2026-0001 RV-2026-0001 " },
    { { .assister_id = 1 }, "RV-2026-0002 RV-2026-0001 " },
    { { .only_pending = TRUE }, "SU-2026-0001 RV-2026-0001 " },
    { { .search = "nunez" }, "SU-2026-0001 " },
  };

  third->state = MUSTER_DECISION_TAKEN_BACK;
  save_decision (fixture, first);
  save_decision (fixture, second);
  save_decision (fixture, third);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) decisions = muster_decision_table_list (fixture->database, &cases[i].filter, &error);
      g_autoptr (GString) numbers = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < decisions->len; j++)
        g_string_append_printf (numbers, "%s ", ((MusterDecision *) decisions->pdata[j])->number);
      g_assert_cmpstr (numbers->str, ==, cases[i].numbers);
    }
  g_assert_cmpint (muster_decision_table_find (fixture->database, "su-2026-0001", NULL), ==, second->id);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/cases-table/action/round-trip", test_action_round_trip);
  add_test ("/store/cases-table/action/follow-ups", test_follow_ups);
  add_test ("/store/cases-table/action/numbers", test_action_numbers);
  add_test ("/store/cases-table/action/list", test_action_list);
  add_test ("/store/cases-table/decision/round-trip", test_decision_round_trip);
  add_test ("/store/cases-table/decision/list", test_decision_list);
  return g_test_run ();
}
