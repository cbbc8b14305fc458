/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-decision.h"
#include "domain/muster-decision-lifting.h"
#include "domain/muster-error.h"

#define SSN "219-09-9999"
#define BLANK "\u00a0"
#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define DAY G_TIME_SPAN_DAY

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

static void
add_state (GPtrArray *events, MusterAssisterType type, MusterCertificationState state)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->id = events->len + 1;
  event->recorded = events->len + 1;
  event->type = type;
  event->from = MUSTER_STATE_NONE;
  event->to = state;
  set_day (&event->effective, "2026-02-02");
  g_ptr_array_add (events, event);
}

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
}

/* Proposed by account 3 for person 17, with all it needs to take a broker's certification. */
static MusterDecision *
new_decision (void)
{
  MusterDecision *decision = muster_decision_new ();

  decision->number = g_strdup ("RV-2026-0001");
  decision->assister_id = 17;
  decision->proposer = 3;
  decision->types = BROKER;
  decision->reason = g_strdup ("Client data was sold");
  g_ptr_array_add (decision->clause_ids, g_strdup ("ROB-05"));
  return decision;
}

static void
test_codes (void)
{
  static const char *const kinds[] = { "revocation", "suspension", "calling-off" };
  static const char *const states[] = { "proposed", "approved", "refused", "taken-back" };
  g_autoptr (GError) error = NULL;
  MusterDecisionKind kind;
  MusterDecisionState state;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_cmpstr (muster_decision_kind_to_code (i), ==, kinds[i]);
      g_assert_true (muster_decision_kind_from_code (kinds[i], &kind, NULL) && kind == i);
      g_assert_cmpstr (muster_decision_kind_get_label (i), !=, "");
      g_assert_cmpuint (strlen (muster_decision_kind_get_prefix (i)), ==, 2);
      g_assert_true (g_str_has_prefix (muster_decision_kind_get_operation (i), "propose-"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_assert_cmpstr (muster_decision_state_to_code (i), ==, states[i]);
      g_assert_true (muster_decision_state_from_code (states[i], &state, NULL) && state == i);
      g_assert_cmpstr (muster_decision_state_get_label (i), !=, "");
    }
  g_assert_cmpint (muster_decision_kind_get_verb (MUSTER_DECISION_REVOCATION), ==, MUSTER_VERB_REVOKE);
  g_assert_cmpint (muster_decision_kind_get_verb (MUSTER_DECISION_SUSPENSION), ==, MUSTER_VERB_SUSPEND_FOR_CAUSE);
  g_assert_false (muster_decision_kind_from_code ("dismissal", &kind, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (muster_decision_state_from_code (NULL, &state, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

static void
test_proposal (void)
{
  static const struct
  {
    const char *reason;
    gboolean without_clause;
    const char *effective;
    guint types;
    const char *words;
  } cases[] = {
    { "Client data was sold", FALSE, NULL, BROKER, NULL },
    { "Client data was sold", FALSE, "2026-03-10", BROKER, NULL },
    { "Client data was sold", FALSE, "2026-09-01", BROKER, NULL },
    { "Client data was sold", FALSE, "2026-03-09", BROKER, "before today" },
    { "Client data was sold", FALSE, "2027-03-10", BROKER, NULL },
    { "Client data was sold", FALSE, "2027-03-11", BROKER, "too far ahead" },
    { "Client data was sold", FALSE, "2126-06-01", BROKER, "Look at the year" },
    { "Client data was sold", TRUE, NULL, BROKER, "at least one clause" },
    { NULL, FALSE, NULL, BROKER, "Give the reason" },
    { " \n", FALSE, NULL, BROKER, "Give the reason" },
    { BLANK, FALSE, NULL, BROKER, "Give the reason" },
    { "Sold " SSN, FALSE, NULL, BROKER, "social security number" },
    { "Client data was sold", FALSE, NULL, 0, "holds no role" },
    { "Client data was sold", FALSE, NULL, BROKER | NAVIGATOR, "Navigator" }, /* a role the person does not hold */
    { "Client data was sold", FALSE, NULL, NAVIGATOR, "Navigator" },
  };
  g_autoptr (GPtrArray) events = new_events ();
  GDate today;

  add_state (events, BROKER, MUSTER_STATE_CERTIFIED);
  set_day (&today, "2026-03-10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_set_str (&decision->reason, cases[i].reason);
      decision->types = cases[i].types;
      if (cases[i].without_clause)
        g_ptr_array_set_size (decision->clause_ids, 0);
      set_day (&decision->proposed_effective, cases[i].effective);
      assert_answer (muster_decision_check_proposal (decision, events, &today, &error), cases[i].words, &error);
    }
}

/* From which states a certification can be taken, by each kind. */
static void
test_pending (void)
{
  static const struct
  {
    MusterDecisionKind kind;
    MusterDecisionState state;
    guint types;
    gint64 calls_off;
    const char *words;
  } cases[] = {
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_PROPOSED, BROKER, 0, "The same is proposed of this person already" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_PROPOSED, BROKER | NAVIGATOR, 0, "or taken back" },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_PROPOSED, NAVIGATOR, 0, NULL },
    { MUSTER_DECISION_SUSPENSION, MUSTER_DECISION_PROPOSED, BROKER, 0, NULL },
    { MUSTER_DECISION_CALLING_OFF, MUSTER_DECISION_PROPOSED, BROKER, 4, NULL },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_REFUSED, BROKER, 0, NULL },
    { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_TAKEN_BACK, BROKER, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_decision_free);
      g_autoptr (MusterDecision) decision = new_decision ();
      g_autoptr (GError) error = NULL;
      MusterDecision *other = new_decision ();

      g_test_message ("%u", i);
      other->kind = cases[i].kind;
      other->state = cases[i].state;
      other->types = cases[i].types;
      other->calls_off = cases[i].calls_off;
      g_ptr_array_add (others, other);
      assert_answer (muster_decision_check_pending (decision, others, &error), cases[i].words, &error);
    }
}

static void
test_states (void)
{
  static const gboolean takes[MUSTER_N_STATES][2] = {
    [MUSTER_STATE_CERTIFIED] = { TRUE, TRUE },
    [MUSTER_STATE_CERTIFIED_RESTRICTED] = { TRUE, TRUE },
    [MUSTER_STATE_SUSPENDED_ADMINISTRATIVE] = { TRUE, FALSE },
    [MUSTER_STATE_SUSPENDED_FOR_CAUSE] = { TRUE, FALSE },
  };
  GDate today;

  set_day (&today, "2026-03-10");
  for (guint state = MUSTER_STATE_NONE + 1; state < MUSTER_N_STATES; state++)
    for (guint kind = 0; kind < 2; kind++)
      {
        g_autoptr (MusterDecision) decision = new_decision ();
        g_autoptr (GPtrArray) events = new_events ();
        g_autoptr (GError) error = NULL;

        g_test_message ("%s, %s", muster_certification_state_to_code (state), muster_decision_kind_to_code (kind));
        decision->kind = kind;
        add_state (events, BROKER, state);
        assert_answer (muster_decision_check_proposal (decision, events, &today, &error), takes[state][kind] ? NULL : "Broker", &error);
      }
}

static void
test_authorities (void)
{
  static const struct
  {
    MusterAuthority authority;
    gboolean allowed;
  } cases[] = {
    { MUSTER_AUTHORITY_MARKETPLACE, TRUE },
    { MUSTER_AUTHORITY_AGENCY, TRUE },
    { MUSTER_AUTHORITY_REGULATOR, FALSE },
    { MUSTER_AUTHORITY_INDIVIDUAL, FALSE },
    { MUSTER_AUTHORITY_CLOCK, FALSE },
  };
  g_autoptr (GPtrArray) events = new_events ();
  GDate today;

  set_day (&today, "2026-03-10");
  add_state (events, BROKER, MUSTER_STATE_CERTIFIED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint kind = 0; kind < 2; kind++)
      {
        g_autoptr (MusterDecision) decision = new_decision ();
        g_autoptr (GError) error = NULL;

        g_test_message ("%u, %u", i, kind);
        decision->kind = kind;
        decision->authority = cases[i].authority;
        assert_answer (muster_decision_check_proposal (decision, events, &today, &error), cases[i].allowed ? NULL : "whose decision it is", &error);
      }
}

/* On day 100. */
static void
test_decider (void)
{
  static const struct
  {
    MusterDecisionState state;
    gint64 decider;
    MusterOtherAdministrators others;
    const char *emergency;
    const char *words;
  } cases[] = {
    { MUSTER_DECISION_PROPOSED, 4, { 1, 0 }, NULL, NULL },
    { MUSTER_DECISION_PROPOSED, 4, { 0, 99 * DAY }, NULL, NULL },
    { MUSTER_DECISION_PROPOSED, 4, { 3, 0 }, SSN, NULL }, /* not asked of somebody else */
    { MUSTER_DECISION_PROPOSED, 3, { 1, 0 }, NULL, "Another administrator has to" },
    { MUSTER_DECISION_PROPOSED, 3, { 0, 0 }, NULL, "Another administrator has to" },
    { MUSTER_DECISION_PROPOSED, 3, { 0, 0 }, "", "Another administrator has to" },
    { MUSTER_DECISION_PROPOSED, 3, { 0, 0 }, BLANK, "Another administrator has to" },
    { MUSTER_DECISION_PROPOSED, 3, { 1, 0 }, "It cannot wait", "another administrator is there" },
    { MUSTER_DECISION_PROPOSED, 3, { 0, 0 }, "It cannot wait", NULL },
    { MUSTER_DECISION_PROPOSED, 3, { 0, 70 * DAY }, "It cannot wait", NULL }, /* alone for thirty days */
    { MUSTER_DECISION_PROPOSED, 3, { 0, 70 * DAY + 1 }, "It cannot wait", "within the last 30 days" },
    { MUSTER_DECISION_PROPOSED, 3, { 0, 101 * DAY }, "It cannot wait", "within the last 30 days" }, /* a clock that was set back */
    { MUSTER_DECISION_PROPOSED, 3, { 0, 0 }, "It cannot wait: " SSN, "social security number" },
    { MUSTER_DECISION_APPROVED, 4, { 1, 0 }, NULL, "is not waiting" },
    { MUSTER_DECISION_REFUSED, 4, { 1, 0 }, NULL, "is not waiting" },
    { MUSTER_DECISION_TAKEN_BACK, 4, { 1, 0 }, NULL, "is not waiting" },
    { MUSTER_DECISION_APPROVED, 3, { 0, 0 }, "It cannot wait", "is not waiting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      decision->state = cases[i].state;
      assert_answer (muster_decision_check_decider (decision, cases[i].decider, &cases[i].others, 100 * DAY, cases[i].emergency, &error), cases[i].words, &error);
    }
}

static void
test_answer (void)
{
  static const struct
  {
    const char *reason;
    gboolean refusal;
    const char *words;
  } cases[] = {
    { NULL, FALSE, NULL },
    { BLANK, FALSE, NULL },
    { NULL, TRUE, "why it was refused" },
    { "  ", TRUE, "why it was refused" },
    { "\u00a0\u2003", TRUE, "why it was refused" },
    { "Not proven", TRUE, NULL },
    { "See 123-45-6789", FALSE, "social security number" },
    { "See 123-45-6789", TRUE, "social security number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_decision_check_answer_reason (cases[i].reason, cases[i].refusal, &error), cases[i].words, &error);
    }
}

static void
test_take_back (void)
{
  static const struct
  {
    MusterDecisionState state;
    gint64 account;
    const char *words;
  } cases[] = {
    { MUSTER_DECISION_PROPOSED, 3, NULL },
    { MUSTER_DECISION_PROPOSED, 4, "Only who proposed it" },
    { MUSTER_DECISION_APPROVED, 3, "decided already" },
    { MUSTER_DECISION_REFUSED, 3, "decided already" },
    { MUSTER_DECISION_TAKEN_BACK, 3, "decided already" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      decision->state = cases[i].state;
      assert_answer (muster_decision_check_take_back (decision, cases[i].account, &error), cases[i].words, &error);
    }
}

static void
test_action (void)
{
  static const struct
  {
    gint64 person;
    MusterActionState state;
    const char *words;
  } cases[] = {
    { 17, MUSTER_ACTION_OPEN, NULL },
    { 17, MUSTER_ACTION_CLOSED, NULL },
    { 17, MUSTER_ACTION_VOIDED, "cannot rest on CA-2026-0001" },
    { 18, MUSTER_ACTION_OPEN, "cannot rest on CA-2026-0001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision ();
      MusterCorrectiveAction action = { .assister_id = cases[i].person, .state = cases[i].state, .number = (char *) "CA-2026-0001" };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_decision_check_action (decision, &action, &error), cases[i].words, &error);
    }
}

/* In force from the proposed day, but never before it was approved; the review is counted from whichever is later. */
static void
test_days (void)
{
  static const struct
  {
    const char *proposed, *today, *effective, *review_until;
  } cases[] = {
    { NULL, "2026-03-12", "2026-03-12", "2026-04-11" },
    { "2026-03-12", "2026-03-12", "2026-03-12", "2026-04-11" },
    { "2026-03-01", "2026-03-12", "2026-03-12", "2026-04-11" },
    { "2026-05-01", "2026-03-12", "2026-05-01", "2026-05-31" }, /* not before there is something to review */
    { NULL, "2026-12-15", "2026-12-15", "2027-01-14" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision ();
      g_autofree char *effective = NULL;
      g_autofree char *review_until = NULL;
      GDate today;

      g_test_message ("%u", i);
      set_day (&decision->proposed_effective, cases[i].proposed);
      set_day (&today, cases[i].today);
      g_assert_true (muster_decision_set_days (decision, pack, &today, NULL));
      effective = muster_date_to_iso (&decision->effective);
      review_until = muster_date_to_iso (&decision->review_until);
      g_assert_cmpstr (effective, ==, cases[i].effective);
      g_assert_cmpstr (review_until, ==, cases[i].review_until);
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

/* Neither of the two who decided lifts it, unless nobody else can. */
static void
test_lifting (void)
{
  static const struct
  {
    gint64 account;
    guint n_others;
    gboolean may;
    gboolean alone;
  } cases[] = { { 1, 1, FALSE, TRUE }, { 2, 1, FALSE, TRUE }, { 3, 1, TRUE, FALSE }, { 1, 0, TRUE, TRUE }, { 2, 0, TRUE, TRUE }, { 3, 0, TRUE, FALSE } };
  g_autoptr (MusterDecision) decision = muster_decision_new ();

  decision->number = g_strdup ("SU-2026-0001");
  decision->proposer = 1;
  decision->decider = 2;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterOtherAdministrators others = { cases[i].n_others, 0 };
      g_autoptr (GError) error = NULL;
      gboolean alone;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_decision_check_lifting (decision, cases[i].account, &others, G_USEC_PER_SEC, &alone, &error), ==, cases[i].may);
      g_assert_cmpint (alone, ==, cases[i].alone);
      if (!cases[i].may)
        g_assert_nonnull (strstr (error->message, "SU-2026-0001"));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_pack (argv[1]);
  g_test_add_func ("/domain/decision/codes", test_codes);
  g_test_add_func ("/domain/decision/proposal", test_proposal);
  g_test_add_func ("/domain/decision/pending", test_pending);
  g_test_add_func ("/domain/decision/states", test_states);
  g_test_add_func ("/domain/decision/authorities", test_authorities);
  g_test_add_func ("/domain/decision/decider", test_decider);
  g_test_add_func ("/domain/decision/answer", test_answer);
  g_test_add_func ("/domain/decision/take-back", test_take_back);
  g_test_add_func ("/domain/decision/action", test_action);
  g_test_add_func ("/domain/decision/days", test_days);
  g_test_add_func ("/domain/decision/lifting", test_lifting);
  result = g_test_run ();
  muster_rule_pack_unref (pack);
  return result;
}
