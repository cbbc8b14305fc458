/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-reapplying.h"

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-rule-packs.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define SUPPORT MUSTER_ASSISTER_SUPPORT_STAFF
#define CERTIFIED MUSTER_STATE_CERTIFIED
#define REVOKED MUSTER_STATE_REVOKED
#define INACTIVE MUSTER_STATE_INACTIVE
#define APPLICANT MUSTER_STATE_APPLICANT

typedef struct
{
  MusterCertificationState from, to;
  const char *on; /* %NULL: no more of them */
  gint64 decision;
} Step;

static void
add (GPtrArray *events, const Step *step)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->id = events->len + 1;
  event->type = NAVIGATOR;
  event->from = step->from;
  event->to = step->to;
  event->decision_id = step->decision;
  g_assert_true (muster_date_parse_iso (step->on, &event->effective, NULL));
  g_ptr_array_add (events, event);
}

static void
test_waits (void)
{
  static const struct
  {
    Step history[4];
    Step planned;
    const char *words; /* %NULL: it may */
  } cases[] = {
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, { REVOKED, APPLICANT, "2026-03-02" }, "from Jun 1, 2026 on" },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, { REVOKED, APPLICANT, "2026-05-31" }, "revoked from Mar 2, 2026" },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, { REVOKED, APPLICANT, "2026-06-01" }, NULL },
    /* Leaving and coming back is no new revocation, and none that is spared. */
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 }, { REVOKED, INACTIVE, "2026-03-05" }, { INACTIVE, REVOKED, "2026-05-20" } }, { REVOKED, APPLICANT, "2026-06-01" }, NULL },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 }, { REVOKED, INACTIVE, "2026-03-05" }, { INACTIVE, REVOKED, "2026-05-20" } }, { REVOKED, APPLICANT, "2026-05-31" }, "Jun 1, 2026" },
    { { { CERTIFIED, INACTIVE, "2026-03-01" }, { INACTIVE, REVOKED, "2026-03-02", 1 } }, { REVOKED, APPLICANT, "2026-05-31" }, "Jun 1, 2026" },
    /* The last one counts. */
    { { { CERTIFIED, REVOKED, "2025-03-02", 1 }, { REVOKED, APPLICANT, "2025-08-01" }, { CERTIFIED, REVOKED, "2026-03-02", 2 } }, { REVOKED, APPLICANT, "2026-03-03" }, "Jun 1, 2026" },
    /* Of what is over otherwise nobody waits. */
    { { { CERTIFIED, MUSTER_STATE_WITHDRAWN, "2026-03-02" } }, { MUSTER_STATE_WITHDRAWN, APPLICANT, "2026-03-03" }, NULL },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, { REVOKED, CERTIFIED, "2026-03-20", 1 }, NULL },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, { REVOKED, INACTIVE, "2026-03-20" }, NULL },
  };
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2026");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
      g_autoptr (GPtrArray) planned = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
      g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;
      gboolean may;

      g_test_message ("%u", i);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].history) && cases[i].history[j].on != NULL; j++)
        add (events, &cases[i].history[j]);
      add (planned, &cases[i].planned);
      may = muster_reapplying_check (events, planned, reviews, pack, &error);
      g_assert_cmpint (may, ==, cases[i].words == NULL);
      if (may)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* What stands in one role says something about another; @type: what is to begin. */
static void
test_elsewhere (void)
{
  static const struct
  {
    Step history[4];
    MusterAssisterType type;
    const char *on;
    gint64 licence; /* a decision for nothing but the license */
    const char *words; /* %NULL: it may */
  } cases[] = {
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, SUPPORT, "2026-03-02", 0, "from Jun 1, 2026 on" },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, SUPPORT, "2026-03-02", 0, "Navigator: the certification was revoked from Mar 2, 2026" },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, SUPPORT, "2026-05-31", 0, "no way around" },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, SUPPORT, "2026-06-01", 0, NULL },
    /* A day before it is no way around it, either. */
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, SUPPORT, "2026-02-01", 0, "no way around" },
    /* The same role has a rule of its own. */
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 } }, NAVIGATOR, "2026-03-02", 0, NULL },
    { { { CERTIFIED, REVOKED, "2026-03-02", 7 } }, SUPPORT, "2026-03-02", 7, NULL },
    { { { CERTIFIED, REVOKED, "2026-03-02", 7 } }, SUPPORT, "2026-03-02", 6, "no way around" },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 }, { REVOKED, INACTIVE, "2026-03-05" } }, SUPPORT, "2026-03-06", 0, "revoked from Mar 2, 2026" },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 }, { REVOKED, INACTIVE, "2026-03-05" }, { INACTIVE, REVOKED, "2026-04-20" } }, SUPPORT, "2026-05-31", 0, "revoked from Mar 2, 2026" },
    { { { CERTIFIED, INACTIVE, "2026-03-01" }, { INACTIVE, REVOKED, "2026-03-02", 1 } }, SUPPORT, "2026-05-31", 0, "no way around" },
    /* A review took it back, or made less of it. */
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 }, { REVOKED, CERTIFIED, "2026-03-20", 1 } }, SUPPORT, "2026-03-21", 0, NULL },
    { { { CERTIFIED, REVOKED, "2026-03-02", 1 }, { REVOKED, MUSTER_STATE_SUSPENDED_FOR_CAUSE, "2026-03-20", 1 } }, SUPPORT, "2026-03-21", 0, NULL },
    { { { CERTIFIED, MUSTER_STATE_DENIED, "2026-03-02" } }, SUPPORT, "2026-03-03", 0, NULL },
  };
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2026");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
      g_autoptr (GArray) licences = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) error = NULL;
      GDate on;

      g_test_message ("%u", i);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].history) && cases[i].history[j].on != NULL; j++)
        add (events, &cases[i].history[j]);
      g_array_append_val (licences, cases[i].licence);
      if (cases[i].licence == 0)
        g_array_set_size (licences, 0);
      g_assert_true (muster_date_parse_iso (cases[i].on, &on, NULL));
      g_assert_cmpint (muster_reapplying_check_elsewhere (events, cases[i].type, &on, licences, pack, &error), ==, cases[i].words == NULL);
      if (cases[i].words == NULL)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* What begins something in a role, and what only goes on. */
static void
test_begins (void)
{
  static const struct
  {
    Step step;
    MusterCertificationVerb verb;
    gboolean begins;
  } cases[] = {
    { { 0 }, MUSTER_VERB_ENROL, TRUE },
    { { MUSTER_STATE_NONE, APPLICANT, "2026-03-02" }, MUSTER_VERB_CERTIFY, TRUE },
    { { MUSTER_STATE_CERTIFIED, MUSTER_STATE_WITHDRAWN, "2026-03-02" }, MUSTER_VERB_REAPPLY, TRUE },
    { { MUSTER_STATE_PENDING_REVIEW, CERTIFIED, "2026-03-02" }, MUSTER_VERB_CERTIFY, FALSE },
    { { MUSTER_STATE_NONE, APPLICANT, "2026-03-02" }, MUSTER_VERB_START_TRAINING, FALSE },
    { { CERTIFIED, INACTIVE, "2026-03-02" }, MUSTER_VERB_RETURN, FALSE },
    { { CERTIFIED, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, "2026-03-02" }, MUSTER_VERB_REINSTATE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

      g_test_message ("%u", i);
      if (cases[i].step.on != NULL)
        add (events, &cases[i].step);
      g_assert_cmpint (muster_reapplying_begins (events, NAVIGATOR, cases[i].verb), ==, cases[i].begins);
    }
}

static void
test_licence (void)
{
  static const struct
  {
    guint types;
    const char *clauses[3];
    gboolean is_of_licence;
  } cases[] = {
    { MUSTER_ASSISTER_BROKER, { "BRK-02" }, TRUE },
    { MUSTER_ASSISTER_BROKER, { "BRK-02", "BRK-03" }, FALSE },
    { MUSTER_ASSISTER_BROKER, { "COC-09" }, FALSE },
    { MUSTER_ASSISTER_BROKER, { NULL }, FALSE },
    { MUSTER_ASSISTER_BROKER | NAVIGATOR, { "BRK-02" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = muster_decision_new ();

      g_test_message ("%u", i);
      decision->types = cases[i].types;
      for (guint j = 0; cases[i].clauses[j] != NULL; j++)
        g_ptr_array_add (decision->clause_ids, g_strdup (cases[i].clauses[j]));
      g_assert_cmpint (muster_reapplying_is_of_licence (decision), ==, cases[i].is_of_licence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/reapplying/waits", test_waits);
  g_test_add_func ("/domain/reapplying/elsewhere", test_elsewhere);
  g_test_add_func ("/domain/reapplying/begins", test_begins);
  g_test_add_func ("/domain/reapplying/licence", test_licence);
  return g_test_run ();
}
