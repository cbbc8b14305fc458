/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define M MUSTER_AUTHORITY_MARKETPLACE
#define A MUSTER_AUTHORITY_AGENCY
#define I MUSTER_AUTHORITY_INDIVIDUAL

#define NONE MUSTER_STATE_NONE
#define APPLICANT MUSTER_STATE_APPLICANT
#define PENDING MUSTER_STATE_PENDING_REVIEW
#define CERTIFIED MUSTER_STATE_CERTIFIED
#define REVOKED MUSTER_STATE_REVOKED

static GDate
day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_assert_true (muster_date_parse_iso (text, &date, NULL));
  return date;
}

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
}

static void
append (GPtrArray *events, MusterCertificationEvent *event)
{
  event->id = events->len + 1;
  event->recorded = events->len + 1;
  g_ptr_array_add (events, event);
}

/* What takes a certification away is decided, and leaving and coming back are not. */
static gboolean
is_decided (const MusterCertificationEvent *event)
{
  return event->from != MUSTER_STATE_INACTIVE && (event->to == REVOKED || event->to == MUSTER_STATE_SUSPENDED_FOR_CAUSE);
}

/* "applicant 2026-03-10, certified 2026-03-20": the history of one broker; "!" before a state: superseded; a third word: the decision that a review gives back, else its place */
static GPtrArray *
read_history (const char *text)
{
  GPtrArray *events = new_events ();
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  MusterCertificationState from = NONE;

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      gboolean superseded = words[0][0] == '!';
      MusterCertificationEvent *event = muster_certification_event_new ();

      event->type = MUSTER_ASSISTER_BROKER;
      event->from = from;
      g_assert_true (muster_certification_state_from_code (words[0] + (superseded ? 1 : 0), &event->to, NULL));
      event->effective = day (words[1]);
      event->superseded_by = superseded ? 99 : 0;
      if (is_decided (event))
        event->decision_id = i + 1;
      if (words[2] != NULL)
        event->decision_id = g_ascii_strtoll (words[2], NULL, 10);
      if (!superseded)
        from = event->to;
      append (events, event);
    }
  return events;
}

/* "applicant>in-training 2026-03-10, …; corrects 1 2" */
static char *
write_plan (GPtrArray *planned, GArray *superseded)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < planned->len; i++)
    {
      const MusterCertificationEvent *event = planned->pdata[i];
      g_autofree char *on = muster_date_to_iso (&event->effective);

      g_assert_cmpint (event->type, ==, MUSTER_ASSISTER_BROKER);
      g_assert_cmpint (event->authority, !=, 0);
      g_string_append_printf (text, "%s%s>%s %s", i > 0 ? ", " : "", muster_certification_state_to_code (event->from),
                              muster_certification_state_to_code (event->to), on);
    }
  for (guint i = 0; i < superseded->len; i++)
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT, i == 0 ? "; corrects" : "", g_array_index (superseded, gint64, i));
  return g_string_free_and_steal (text);
}

typedef struct
{
  const char *history;
  MusterCertificationVerb verb;
  MusterAuthority authority;
  const char *on;
  const char *plan; /* NULL: refused */
} PlanCase;

static void
run_plans (const PlanCase *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GPtrArray) events = read_history (cases[i].history);
      g_autoptr (GPtrArray) planned = NULL;
      g_autoptr (GArray) superseded = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *plan = NULL;
      GDate on = day (cases[i].on);
      gboolean ok = muster_certification_plan (events, MUSTER_ASSISTER_BROKER, cases[i].verb, cases[i].authority, &on, &planned, &superseded, &error);

      g_test_message ("%s: %s on %s", cases[i].history, muster_certification_verb_to_code (cases[i].verb), cases[i].on);
      if (cases[i].plan == NULL)
        {
          g_assert_false (ok);
          g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
          g_assert_null (planned);
          g_assert_null (superseded);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (ok);
      plan = write_plan (planned, superseded);
      g_assert_cmpstr (plan, ==, cases[i].plan);
    }
}

#define TO_TRAINING "applicant>in-training "
#define TO_PENDING "in-training>pending-review "
#define TO_CERTIFIED "pending-review>certified "

static void
test_plan_certify (void)
{
  static const PlanCase cases[] = {
    { "", MUSTER_VERB_CERTIFY, 0, "2026-03-20", NULL }, /* an import or a new role enrolls */
    { "pending-review 2026-03-10", MUSTER_VERB_CERTIFY, 0, "2026-03-20", TO_CERTIFIED "2026-03-20" },
    { "applicant 2026-03-10, in-training 2026-03-12", MUSTER_VERB_CERTIFY, 0, "2026-03-20", TO_PENDING "2026-03-20, " TO_CERTIFIED "2026-03-20" },
    { "applicant 2026-03-10", MUSTER_VERB_CERTIFY, M, "2026-03-20", TO_TRAINING "2026-03-20, " TO_PENDING "2026-03-20, " TO_CERTIFIED "2026-03-20" },
    { "applicant 2026-03-10", MUSTER_VERB_CERTIFY, 0, "2026-03-10", TO_TRAINING "2026-03-10, " TO_PENDING "2026-03-10, " TO_CERTIFIED "2026-03-10" },
    { "applicant 2026-03-10", MUSTER_VERB_CERTIFY, A, "2026-03-20", NULL },
    /* earlier than what was recorded: the stages are corrected */
    { "applicant 2026-03-10", MUSTER_VERB_CERTIFY, 0, "2026-01-05",
      "none>applicant 2026-01-05, " TO_TRAINING "2026-01-05, " TO_PENDING "2026-01-05, " TO_CERTIFIED "2026-01-05; corrects 1" },
    { "applicant 2026-03-01, in-training 2026-03-10", MUSTER_VERB_CERTIFY, 0, "2026-03-05",
      TO_TRAINING "2026-03-05, " TO_PENDING "2026-03-05, " TO_CERTIFIED "2026-03-05; corrects 2" },
    { "applicant 2026-03-01, in-training 2026-03-10, pending-review 2026-03-12", MUSTER_VERB_CERTIFY, 0, "2026-03-11",
      TO_PENDING "2026-03-11, " TO_CERTIFIED "2026-03-11; corrects 3" },
    { "!applicant 2026-03-10, applicant 2026-02-01", MUSTER_VERB_CERTIFY, 0, "2026-02-15",
      TO_TRAINING "2026-02-15, " TO_PENDING "2026-02-15, " TO_CERTIFIED "2026-02-15" },
    /* but a revocation and its like stay what they are */
    { "applicant 2025-01-01, certified 2025-02-01, revoked 2025-06-01, applicant 2025-12-01", MUSTER_VERB_CERTIFY, 0, "2025-05-01", NULL },
    { "applicant 2025-01-01, inactive 2025-06-01, applicant 2025-12-01", MUSTER_VERB_CERTIFY, 0, "2025-09-01", NULL },
    /* the next period */
    { "applicant 2025-09-01, certified 2025-10-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", "certified>certified 2026-10-01" },
    { "applicant 2025-09-01, certified 2025-10-01", MUSTER_VERB_CERTIFY, 0, "2025-10-02", "certified>certified 2025-10-02" },
    { "applicant 2025-09-01, certified 2025-10-01", MUSTER_VERB_CERTIFY, 0, "2025-10-01", NULL },
    { "applicant 2025-09-01, certified 2025-10-01", MUSTER_VERB_CERTIFY, 0, "2025-09-15", NULL },
    { "applicant 2025-09-01, certified 2025-10-01", MUSTER_VERB_CERTIFY, A, "2026-10-01", NULL },
    { "certified 2025-10-01, certified-restricted 2026-03-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", NULL },
    { "certified 2025-10-01, suspended-administrative 2026-03-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", NULL },
    { "certified 2025-10-01, suspended-for-cause 2026-03-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", NULL },
    { "certified 2025-10-01, revoked 2026-03-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", NULL },
    { "applicant 2025-10-01, denied 2026-03-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", NULL },
    { "applicant 2025-10-01, withdrawn 2026-03-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", NULL },
    { "certified 2025-10-01, inactive 2026-03-01", MUSTER_VERB_CERTIFY, 0, "2026-10-01", NULL },
  };

  run_plans (cases, G_N_ELEMENTS (cases));
}

static void
test_plan_single (void)
{
  static const PlanCase cases[] = {
    { "", MUSTER_VERB_ENROL, 0, "2026-03-10", "none>applicant 2026-03-10" },
    { "", MUSTER_VERB_ENROL, I, "2026-03-10", NULL },
    { "", MUSTER_VERB_REVOKE, 0, "2026-03-10", NULL },
    { "applicant 2026-03-10", MUSTER_VERB_ENROL, 0, "2026-03-12", NULL },
    { "applicant 2026-03-10", MUSTER_VERB_START_TRAINING, 0, "2026-03-10", "applicant>in-training 2026-03-10" },
    { "applicant 2026-03-10", MUSTER_VERB_START_TRAINING, 0, "2026-03-09", NULL },
    { "applicant 2026-03-10", MUSTER_VERB_DENY, M, "2026-03-11", "applicant>denied 2026-03-11" },
    { "applicant 2026-03-10", MUSTER_VERB_DENY, A, "2026-03-11", NULL },
    { "certified 2026-03-10", MUSTER_VERB_DENY, 0, "2026-03-11", NULL },
    { "certified 2026-03-10", MUSTER_VERB_SUSPEND, 0, "2026-03-10", "certified>suspended-administrative 2026-03-10" },
    { "certified 2026-03-10", MUSTER_VERB_SUSPEND, 0, "2026-03-09", NULL },
    { "certified 2026-03-10", MUSTER_VERB_WITHDRAW, 0, "2026-04-01", "certified>withdrawn 2026-04-01" },
    { "certified 2026-03-10", MUSTER_VERB_WITHDRAW, A, "2026-04-01", NULL },
    { "applicant 2026-03-10", MUSTER_VERB_WITHDRAW, A, "2026-04-01", "applicant>withdrawn 2026-04-01" },
    { "certified 2026-03-10, revoked 2026-04-01", MUSTER_VERB_REINSTATE, 0, "2026-05-01", NULL },
    { "certified 2026-03-10, revoked 2026-04-01", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-04-01", "revoked>certified 2026-04-01" },
    { "certified 2026-03-10, revoked 2026-04-01", MUSTER_VERB_REDUCE_ON_REVIEW, M, "2026-05-01", "revoked>suspended-for-cause 2026-05-01" },
    { "certified 2026-03-10, revoked 2026-04-01", MUSTER_VERB_REAPPLY, I, "2026-05-01", "revoked>applicant 2026-05-01" },
    { "certified 2026-03-10, revoked 2026-04-01", MUSTER_VERB_WITHDRAW, 0, "2026-05-01", NULL },
    { "certified 2026-03-10, !revoked 2026-04-01", MUSTER_VERB_SUSPEND, 0, "2026-03-20", "certified>suspended-administrative 2026-03-20" },
    { "certified 2026-03-10, suspended-administrative 2026-04-01", MUSTER_VERB_EXPIRE, 0, "2028-04-01", "suspended-administrative>expired 2028-04-01" },
    { "certified 2026-03-10, suspended-administrative 2026-04-01", MUSTER_VERB_EXPIRE, A, "2028-04-01", NULL },
    { "certified 2026-03-10", MUSTER_VERB_REVOKE, MUSTER_AUTHORITY_REGULATOR, "2026-04-01", NULL },
  };

  run_plans (cases, G_N_ELEMENTS (cases));
}

/* Coming back writes no other's decision: the former state stands by who decided it. */
static void
test_return_authority (void)
{
  static const struct
  {
    MusterAuthority before, given, planned;
  } cases[] = { { A, 0, A }, { M, 0, M }, { I, 0, A }, { A, M, M } };
  const GDate on = day ("2026-05-01");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = read_history ("certified 2026-03-10, revoked 2026-03-15, inactive 2026-04-01");
      g_autoptr (GPtrArray) planned = NULL;
      g_autoptr (GArray) superseded = NULL;

      ((MusterCertificationEvent *) events->pdata[1])->authority = cases[i].before;
      ((MusterCertificationEvent *) events->pdata[2])->authority = A;
      g_assert_true (muster_certification_plan (events, MUSTER_ASSISTER_BROKER, MUSTER_VERB_RETURN, cases[i].given, &on, &planned, &superseded, NULL));
      g_assert_cmpint (((const MusterCertificationEvent *) planned->pdata[0])->authority, ==, cases[i].planned);
    }
}

/* A review gives back what there was before the decision, and never more; a reduction leaves nobody suspended who could not have been. */
static void
test_plan_review (void)
{
#define BEFORE(state) "certified 2026-02-02, " state " 2026-03-10, revoked 2026-04-01"
  static const PlanCase cases[] = {
    { BEFORE ("suspended-administrative"), MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "revoked>suspended-administrative 2026-05-01" },
    { BEFORE ("certified-restricted"), MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "revoked>certified-restricted 2026-05-01" },
    { BEFORE ("suspended-for-cause"), MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "revoked>suspended-for-cause 2026-05-01" },
    { BEFORE ("inactive") " 3", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "revoked>inactive 2026-05-01" },
    { BEFORE ("withdrawn"), MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "revoked>withdrawn 2026-05-01" },
    { "certified 2026-02-02, withdrawn 2026-03-01, applicant 2026-03-10, revoked 2026-04-01", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "revoked>applicant 2026-05-01" },
    { "certified 2026-02-02, suspended-for-cause 2026-04-01", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "suspended-for-cause>certified 2026-05-01" },
    { BEFORE ("suspended-administrative"), MUSTER_VERB_REDUCE_ON_REVIEW, A, "2026-05-01", "revoked>suspended-for-cause 2026-05-01" },
    { BEFORE ("withdrawn"), MUSTER_VERB_REDUCE_ON_REVIEW, A, "2026-05-01", "revoked>withdrawn 2026-05-01" },
    { BEFORE ("suspended-administrative") ", inactive 2026-04-10, revoked 2026-04-11", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "revoked>suspended-administrative 2026-05-01" },
    { BEFORE ("suspended-for-cause") ", suspended-for-cause 2026-04-10 3", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "suspended-for-cause>certified 2026-05-01" },
    { BEFORE ("certified") ", suspended-for-cause 2026-04-10 3", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", "suspended-for-cause>certified 2026-05-01" },
    { BEFORE ("inactive") " 3, inactive 2026-04-10 3", MUSTER_VERB_RETURN, A, "2026-05-01", "inactive>certified 2026-05-01" },
    { "revoked 2026-04-01", MUSTER_VERB_REINSTATE_ON_REVIEW, A, "2026-05-01", NULL },
  };

  run_plans (cases, G_N_ELEMENTS (cases));
}

static void
test_plan_return (void)
{
  static const PlanCase cases[] = {
    { "certified 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, 0, "2026-05-01", "inactive>certified 2026-05-01" },
    { "certified 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, 0, "2026-04-01", "inactive>certified 2026-04-01" },
    { "certified 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, 0, "2026-03-31", NULL },
    { "certified 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, I, "2026-05-01", NULL },
    { "applicant 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, 0, "2026-05-01", "inactive>applicant 2026-05-01" },
    { "certified 2026-03-10, certified-restricted 2026-03-15, inactive 2026-04-01", MUSTER_VERB_RETURN, 0, "2026-05-01", "inactive>certified-restricted 2026-05-01" },
    { "certified 2026-03-10, revoked 2026-03-15, inactive 2026-04-01", MUSTER_VERB_RETURN, 0, "2026-05-01", "inactive>revoked 2026-05-01" },
    { "certified 2026-01-01, inactive 2026-02-01, certified 2026-03-01, suspended-administrative 2026-03-15, inactive 2026-04-01", MUSTER_VERB_RETURN, 0, "2026-05-01",
      "inactive>suspended-administrative 2026-05-01" },
    { "certified 2026-01-01, inactive 2026-02-01, certified 2026-03-01", MUSTER_VERB_RETURN, 0, "2026-05-01", NULL },
  };

  run_plans (cases, G_N_ELEMENTS (cases));
}

static void
test_plan_without_day (void)
{
  g_autoptr (GPtrArray) events = read_history ("applicant 2026-03-10");
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;
  g_autoptr (GError) error = NULL;
  GDate on;

  g_date_clear (&on, 1);
  g_assert_false (muster_certification_plan (events, MUSTER_ASSISTER_BROKER, MUSTER_VERB_DENY, 0, &on, &planned, &superseded, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

static void
test_state_on (void)
{
  static const struct
  {
    const char *history;
    const char *on;
    MusterCertificationState state;
    const char *since; /* NULL: unset */
  } cases[] = {
    { "", "2026-03-10", NONE, NULL },
    { "applicant 2026-03-10", "2026-03-09", NONE, NULL },
    { "applicant 2026-03-10", "2026-03-10", APPLICANT, "2026-03-10" },
    { "applicant 2026-03-10", "2036-03-10", APPLICANT, "2026-03-10" },
    { "applicant 2026-03-10, certified 2026-03-20", "2026-03-19", APPLICANT, "2026-03-10" },
    { "applicant 2026-03-10, certified 2026-03-20", "2026-03-20", CERTIFIED, "2026-03-20" },
    { "applicant 2026-03-10, certified 2026-03-20, revoked 2026-05-01", "2026-04-30", CERTIFIED, "2026-03-20" },
    { "applicant 2026-03-10, certified 2026-03-20, revoked 2026-05-01", "2026-05-01", REVOKED, "2026-05-01" },
    { "applicant 2026-03-10, certified 2026-03-20, !revoked 2026-05-01", "2026-06-01", CERTIFIED, "2026-03-20" },
    { "!applicant 2026-03-10", "2026-06-01", NONE, NULL },
    { "!applicant 2026-03-10, applicant 2026-01-05, certified 2026-01-05", "2026-02-01", CERTIFIED, "2026-01-05" },
    { "!applicant 2026-03-10, applicant 2026-01-05, certified 2026-01-05", "2026-01-04", NONE, NULL },
    { "applicant 2026-03-10, in-training 2026-03-10, pending-review 2026-03-10", "2026-03-10", PENDING, "2026-03-10" },
    { "certified 2025-10-01, certified 2026-10-01", "2026-09-30", CERTIFIED, "2025-10-01" },
    { "certified 2025-10-01, certified 2026-10-01", "2026-10-01", CERTIFIED, "2026-10-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        g_autoptr (GPtrArray) events = read_history (cases[i].history);
        g_autoptr (GPtrArray) order = g_ptr_array_new ();
        g_autofree char *since = NULL;
        GDate on = day (cases[i].on), began = day ("1999-09-09");

        g_test_message ("%s on %s", cases[i].history, cases[i].on);
        for (guint j = 0; j < events->len; j++)
          g_ptr_array_insert (order, turned ? 0 : -1, events->pdata[j]);
        g_assert_cmpint (muster_certification_state_on (order, MUSTER_ASSISTER_BROKER, &on, &began), ==, cases[i].state);
        since = muster_date_to_iso (&began);
        g_assert_cmpstr (since, ==, cases[i].since);
        g_assert_cmpint (muster_certification_state_on (order, MUSTER_ASSISTER_CAC, &on, NULL), ==, NONE);
      }
}

static void
test_list_standing (void)
{
  g_autoptr (GPtrArray) events = read_history ("certified 2026-03-20, !revoked 2026-05-01, applicant 2026-03-10, in-training 2026-03-10");
  g_autoptr (GPtrArray) standing = NULL;
  static const gint64 expected[] = { 3, 4, 1 };

  standing = muster_certification_list_standing (events, MUSTER_ASSISTER_BROKER);
  g_assert_cmpuint (standing->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < standing->len; i++)
    g_assert_cmpint (((MusterCertificationEvent *) standing->pdata[i])->id, ==, expected[i]);
  g_clear_pointer (&standing, g_ptr_array_unref);
  standing = muster_certification_list_standing (events, MUSTER_ASSISTER_NAVIGATOR);
  g_assert_cmpuint (standing->len, ==, 0);
}

/* Becoming certified from elsewhere, somebody is restricted as far as something restricts now. */
static void
test_settle_restriction (void)
{
  static const struct
  {
    const char *events;
    MusterCertificationVerb verb;
    gboolean is_restricted;
    const char *expected;
  } cases[] = {
    { "certified 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, FALSE, "inactive>certified 2026-05-01" },
    { "certified 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, TRUE, "inactive>certified-restricted 2026-05-01" },
    { "certified 2026-03-10, certified-restricted 2026-03-15, inactive 2026-04-01", MUSTER_VERB_RETURN, FALSE, "inactive>certified 2026-05-01" },
    { "certified 2026-03-10, certified-restricted 2026-03-15, inactive 2026-04-01", MUSTER_VERB_RETURN, TRUE, "inactive>certified-restricted 2026-05-01" },
    { "applicant 2026-03-10, inactive 2026-04-01", MUSTER_VERB_RETURN, TRUE, "inactive>applicant 2026-05-01" },
    { "certified 2026-03-10, suspended-administrative 2026-03-15, inactive 2026-04-01", MUSTER_VERB_RETURN, TRUE, "inactive>suspended-administrative 2026-05-01" },
    { "certified 2026-03-10, suspended-administrative 2026-04-01", MUSTER_VERB_REINSTATE, FALSE, "suspended-administrative>certified 2026-05-01" },
    { "certified 2026-03-10, suspended-administrative 2026-04-01", MUSTER_VERB_REINSTATE, TRUE, "suspended-administrative>certified-restricted 2026-05-01" },
    { "certified 2026-03-10, suspended-for-cause 2026-04-01", MUSTER_VERB_REINSTATE, TRUE, "suspended-for-cause>certified-restricted 2026-05-01" },
    { "certified 2026-03-10, revoked 2026-04-01", MUSTER_VERB_REINSTATE_ON_REVIEW, TRUE, "revoked>certified-restricted 2026-05-01" },
    { "certified 2026-03-10, revoked 2026-04-01", MUSTER_VERB_REDUCE_ON_REVIEW, TRUE, "revoked>suspended-for-cause 2026-05-01" },
    { "pending-review 2026-03-10", MUSTER_VERB_CERTIFY, TRUE, "pending-review>certified-restricted 2026-05-01" },
    /* what goes on, and what closing the action lifts */
    { "certified 2026-03-10", MUSTER_VERB_CERTIFY, TRUE, "certified>certified 2026-05-01" },
    { "certified 2026-03-10, certified-restricted 2026-03-15", MUSTER_VERB_LIFT_RESTRICTION, TRUE, "certified-restricted>certified 2026-05-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = read_history (cases[i].events), planned = NULL;
      g_autoptr (GArray) superseded = NULL;
      g_autofree char *found = NULL;
      GDate on = day ("2026-05-01");

      g_assert_true (muster_certification_plan (events, MUSTER_ASSISTER_BROKER, cases[i].verb, 0, &on, &planned, &superseded, NULL));
      muster_certification_settle_restriction (planned, cases[i].is_restricted);
      found = write_plan (planned, superseded);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/certification-plan/certify", test_plan_certify);
  g_test_add_func ("/domain/certification-plan/single", test_plan_single);
  g_test_add_func ("/domain/certification-plan/review", test_plan_review);
  g_test_add_func ("/domain/certification-plan/return", test_plan_return);
  g_test_add_func ("/domain/certification-plan/settle-restriction", test_settle_restriction);
  g_test_add_func ("/domain/certification-plan/return-authority", test_return_authority);
  g_test_add_func ("/domain/certification-plan/without-day", test_plan_without_day);
  g_test_add_func ("/domain/certification-plan/state-on", test_state_on);
  g_test_add_func ("/domain/certification-plan/list-standing", test_list_standing);
  return g_test_run ();
}
