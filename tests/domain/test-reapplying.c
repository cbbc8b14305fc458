/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-reapplying.h"

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-rule-packs.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/reapplying/waits", test_waits);
  return g_test_run ();
}
