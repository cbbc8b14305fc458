/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "history.h"

#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-correct-certification.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-transfer.h"
#include "store/muster-cases-table.h"

#define N_STEPS 20 /* of a person, about */
#define BOTH (MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_NAVIGATOR)

static const char *const met_codes[MODEL_N_REQUIREMENTS] = { "passed", "cleared", "active", "reported" };
static const char *const adverse_codes[MODEL_N_REQUIREMENTS] = { "failed", "disqualified", "lapsed", NULL };
static const char *const grounds[] = { "COC-09", NULL };

void
history_explain (const History *history, const ModelPerson *person, const char *what)
{
  g_printerr ("seed %u, person %" G_GINT64_FORMAT ", %s, day %d\n", history->seed, person->id, what, history->today);
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    for (guint i = 0; i < person->n_events[role]; i++)
      {
        const ModelEvent *event = &person->events[role][i];

        g_printerr ("  role %u: %s to %s on %d, recorded %d, replaced %d, said %d\n", role, muster_certification_state_to_code (event->from), muster_certification_state_to_code (event->to), event->on,
                    event->recorded, event->replaced, event->said);
      }
  for (guint i = 0; i < person->n_facts; i++)
    g_printerr ("  %s %s on %d through %d, recorded %d, replaced %d\n", history_requirements[person->facts[i].requirement], person->facts[i].met ? "met" : "adverse", person->facts[i].on, person->facts[i].through,
                person->facts[i].recorded, person->facts[i].replaced);
  for (guint i = 0; i < person->n_actions; i++)
    g_printerr ("  action %d through %d, stops %d\n", person->actions[i].opened, person->actions[i].closed, person->actions[i].stops_work);
}

/* Runs it, and it goes as the model says. */
static gboolean
attempt (History *history, FixtureAccount account, const MusterOperation *operation, gconstpointer input, gpointer output, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run (operations_fixture_open (history->fixture, account), operation, input, output, NULL, &error);

  if (done != expected)
    {
      history_explain (history, &history->before, operation->name);
      g_printerr ("%s: %s\n", operation->name, done ? "done, though the model refuses it" : error->message);
    }
  g_assert_cmpint (done, ==, expected);
  g_assert_true (done || error->code != MUSTER_ERROR_DAMAGED);
  history->n_done += done;
  history->n_refused += !done;
  if (!done)
    *history->person = history->before;
  return done;
}

int
history_choose (History *history, int from, int through)
{
  return g_rand_int_range (history->chance, from, through + 1);
}

static int
choose_day (History *history)
{
  return history_choose (history, 0, 2) == 0 ? history->today : history->today - history_choose (history, -1, 20);
}

static guint
choose_types (History *history)
{
  return history_choose (history, 0, 1) == 0 ? MUSTER_ASSISTER_BROKER : MUSTER_ASSISTER_NAVIGATOR;
}

/* Mostly something that is possible, or it would be refused nine times in ten. */
static void
take_verb (History *history)
{
  MusterCertificationRequest request = { .assister_id = history->person->id, .reason = "As the test has it" };
  MusterCertificationVerb verb = 0;
  gboolean expected = FALSE;
  int on = 0;

  for (guint tries = 0; tries < 8 && !expected; tries++)
    {
      *history->person = history->before;
      do
        verb = history_choose (history, 0, MUSTER_N_VERBS - 1);
      while (muster_certification_operation (verb) == NULL);
      if (history_choose (history, 0, 2) == 0)
        verb = MUSTER_VERB_CERTIFY;
      request.type = (verb == MUSTER_VERB_RETURN || verb == MUSTER_VERB_INACTIVATE) && history_choose (history, 0, 1) != 0 ? 0 : choose_types (history);
      on = choose_day (history);
      request.despite_open_items = history_choose (history, 0, 1) == 0 ? "The marketplace said so" : NULL;
      expected = model_step (history->person, request.type, verb, on, history->today, FALSE, request.despite_open_items != NULL);
    }
  model_date (on, &request.on);
  attempt (history, FIXTURE_ALEX, muster_certification_operation (verb), &request, NULL, expected);
}

static void
correct (History *history)
{
  MusterCorrectionRequest request = { .assister_id = history->person->id, .type = choose_types (history), .reason = "Misread" };
  int on = history_choose (history, 0, 2) == 0 ? -1 : choose_day (history);
  gboolean expected = model_correct (history->person, request.type == MUSTER_ASSISTER_BROKER ? 0 : 1, on, history->today);

  g_date_clear (&request.on, 1);
  if (on >= 0)
    model_date (on, &request.on);
  attempt (history, FIXTURE_ALEX, &muster_correct_certification, &request, NULL, expected);
}

static void
open_action (History *history)
{
  gboolean stops = history_choose (history, 0, 1) == 0;
  MusterOpenAction request = { .assister_id = history->person->id, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "A letter went astray" };
  gint64 *id = &history->person->actions[history->person->n_actions].id;
  gboolean expected = model_open_action (history->person, stops, history->today);

  g_date_clear (&request.due, 1);
  request.restriction = stops ? MUSTER_RESTRICTION_STOP_WORK : MUSTER_RESTRICTION_LIMITED;
  request.restriction_text = stops ? NULL : "With a colleague only";
  attempt (history, FIXTURE_SAM, &muster_open_action, &request, id, expected);
}

/* What is completed after its day says why. */
static const char *
find_late_reason (History *history, gint64 id)
{
  MusterStore *store = operations_fixture_open (history->fixture, FIXTURE_SAM);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, id, NULL);
  GDate today;

  muster_store_read_done (store, database);
  model_date (history->today, &today);
  return g_date_compare (&today, &action->due) > 0 ? "It took longer" : NULL;
}

static void
close_action (History *history)
{
  MusterCloseAction close = { .outcome = MUSTER_OUTCOME_COMPLETED, .note = "Done" };
  MusterActionText voided = { .text = "Of somebody else" };

  for (guint i = 0; i < history->person->n_actions; i++)
    if (history->person->actions[i].closed == MODEL_EVER)
      {
        gboolean expected = model_close_action (history->person, i, history->today);

        close.action_id = voided.action_id = history->person->actions[i].id;
        if (history_choose (history, 0, 1) == 0)
          {
            check_effect (history->fixture, close.action_id);
            close.late_reason = find_late_reason (history, close.action_id);
            attempt (history, FIXTURE_SAM, &muster_close_action, &close, NULL, expected);
          }
        else
          {
            attempt (history, FIXTURE_ALEX, &muster_void_action, &voided, NULL, expected);
          }
        return;
      }
}

/* Proposed by one, approved by another on the same day, for that day or a later one; alex, who may have to lift it, has no part in it. */
static void
decide (History *history)
{
  gboolean revokes = history_choose (history, 0, 1) == 0;
  MusterProposal proposal = { .assister_id = history->person->id, .clauses = grounds, .reason = "A list was sold" };
  MusterDecisionAnswer answer = { .reason = "As proposed" };
  int on = history_choose (history, 0, 1) == 0 ? history->today : history->today + history_choose (history, 1, 6);
  gboolean expected = model_step (history->person, 0, revokes ? MUSTER_VERB_REVOKE : MUSTER_VERB_SUSPEND_FOR_CAUSE, on, history->today, TRUE, FALSE);

  model_date (on, &proposal.effective);
  if (attempt (history, FIXTURE_SAM, revokes ? &muster_propose_revocation : &muster_propose_suspension, &proposal, &answer.decision_id, expected))
    attempt (history, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL, TRUE);
}

static ModelFact
choose_fact (History *history)
{
  ModelFact fact = { .requirement = history_choose (history, 0, MODEL_N_REQUIREMENTS - 1), .met = history_choose (history, 0, 3) != 0, .on = choose_day (history), .through = -1 };

  if (adverse_codes[fact.requirement] == NULL)
    fact.met = TRUE;
  if (history_choose (history, 0, fact.requirement == 2 ? 9 : 2) != 0)
    fact.through = fact.on + history_choose (history, -1, 60);
  return fact;
}

static void
record_fact (History *history, ModelFact fact, int corrects)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { .evidence = evidence, .corrects = corrects >= 0 ? history->person->facts[corrects].id : 0, .reason = "Misread" };
  gint64 *id = &history->person->facts[history->person->n_facts].id;
  gboolean expected = model_evidence (history->person, &fact, corrects, history->today);

  evidence->assister_id = history->person->id;
  evidence->requirement = g_strdup (history_requirements[fact.requirement]);
  evidence->outcome = g_strdup (fact.met ? met_codes[fact.requirement] : adverse_codes[fact.requirement]);
  evidence->score = -1;
  model_date (fact.on, &evidence->on);
  if (fact.through >= 0)
    model_date (fact.through, &evidence->expires);
  attempt (history, FIXTURE_KIM, corrects >= 0 ? &muster_correct_evidence : &muster_record_evidence, &request, id, expected);
}

static void
correct_fact (History *history)
{
  guint which = history->person->n_facts > 0 ? history_choose (history, 0, history->person->n_facts - 1) : 0;
  ModelFact fact = choose_fact (history);

  if (history->person->n_facts == 0)
    return;
  fact.requirement = history->person->facts[which].requirement;
  fact.met |= adverse_codes[fact.requirement] == NULL;
  record_fact (history, fact, which);
}

static void
transfer (History *history)
{
  guint agency = history_choose (history, 1, 2);
  int on = choose_day (history);
  MusterTransferRequest request = { .assister_id = history->person->id, .agency_id = history->agencies[agency], .reason = "Moved" };

  model_date (on, &request.on);
  attempt (history, FIXTURE_KIM, &muster_transfer, &request, NULL, model_transfer (history->person, agency, on, history->today));
}

static void
take_turn (History *history)
{
  static void (*const deeds[]) (History *) = { take_verb, take_verb, take_verb, correct, open_action, close_action, decide, correct_fact, transfer };
  guint deed = history_choose (history, 0, G_N_ELEMENTS (deeds) + 3);

  history->before = *history->person;
  if (deed < G_N_ELEMENTS (deeds))
    deeds[deed](history);
  else
    record_fact (history, choose_fact (history), -1);
}

void
history_set_clock (History *history, int part)
{
  GDate day;
  g_autoptr (GDateTime) moment = NULL;
  int second = 86399 * part / HISTORY_N_PEOPLE;

  model_date (history->today, &day);
  moment = g_date_time_new_local (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), second / 3600, second / 60 % 60, second % 60);
  operations_fixture_set_moment (moment);
}

/* Nobody is stopped from the day of a decision that is still to come. */
static gboolean
is_waiting (const History *history)
{
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    for (guint i = 0; i < history->person->n_events[role]; i++)
      if (history->person->events[role][i].on > history->today)
        return TRUE;
  return FALSE;
}

void
history_add (History *history, guint number)
{
  static const guint types[] = { MUSTER_ASSISTER_BROKER, MUSTER_ASSISTER_NAVIGATOR, BOTH, BOTH };
  guint chosen = types[history_choose (history, 0, G_N_ELEMENTS (types) - 1)];

  history->person->id = add_person (history->fixture, "Moua", number + 1, chosen);
  model_add (history->person, chosen, history->today);
}

void
history_live (History *history)
{
  int begin = model_day (HISTORY_BEGIN), end = model_day (HISTORY_END);

  for (history->today = begin; history->today <= end; history->today++)
    for (guint i = 0; i < HISTORY_N_PEOPLE; i++)
      {
        history->person = &history->people[i];
        history_set_clock (history, i);
        if (history->person->id == 0 && history_choose (history, 0, 4) == 0)
          history_add (history, i);
        else if (history->person->id != 0 && history_choose (history, 0, end - begin) < N_STEPS && !is_waiting (history))
          take_turn (history);
      }
}
