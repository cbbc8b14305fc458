/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"
#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

/* “applicant 1, certified 2 d7”: the history of one broker in March, each event recorded apart; “+certified 2”: recorded with the one before; d, a: by a decision, an action. */
static GPtrArray *
read_history (const char *text)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  MusterCertificationState from = MUSTER_STATE_NONE;
  gint64 recorded = 0;

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      gboolean with = words[0][0] == '+';
      MusterCertificationEvent *event = muster_certification_event_new ();

      event->id = i + 1;
      event->type = MUSTER_ASSISTER_BROKER;
      event->authority = MUSTER_AUTHORITY_AGENCY;
      event->from = from;
      g_assert_true (muster_certification_state_from_code (words[0] + (with ? 1 : 0), &event->to, NULL));
      from = event->to;
      event->recorded = recorded += with ? 0 : 1;
      g_date_set_dmy (&event->effective, g_ascii_strtoll (words[1], NULL, 10), 3, 2026);
      event->decision_id = words[2] != NULL && words[2][0] == 'd' ? 7 : 0;
      event->action_id = words[2] != NULL && words[2][0] == 'a' ? 7 : 0;
      g_ptr_array_add (events, event);
    }
  return events;
}

/* “pending-review>certified 5; corrects 4” */
static char *
write_plan (GPtrArray *planned, GArray *superseded)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < planned->len; i++)
    {
      const MusterCertificationEvent *event = planned->pdata[i];

      g_assert_cmpint (event->id, ==, 0);
      g_assert_cmpint (event->authority, ==, MUSTER_AUTHORITY_AGENCY);
      g_string_append_printf (text, "%s%s>%s %u", i > 0 ? ", " : "", muster_certification_state_to_code (event->from), muster_certification_state_to_code (event->to),
                              g_date_get_day (&event->effective));
    }
  for (guint i = 0; i < superseded->len; i++)
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT, i == 0 ? "; corrects" : "", g_array_index (superseded, gint64, i));
  return g_string_free_and_steal (text);
}

/* What was planned has to stand as a history, and verification to have nothing against it. */
static void
check_standing (GPtrArray *events, GPtrArray *planned, GArray *superseded)
{
  g_autoptr (GError) error = NULL;
  guint before = events->len;

  for (guint i = 0; i < planned->len; i++)
    {
      MusterCertificationEvent *event = muster_certification_event_copy (planned->pdata[i]);

      event->id = before + 1 + i;
      event->recorded = 1000;
      g_ptr_array_add (events, event);
    }
  for (guint i = 0; i < superseded->len; i++)
    {
      MusterCertificationEvent *event = events->pdata[g_array_index (superseded, gint64, i) - 1];
      const MusterCertificationEvent *successor = events->pdata[events->len - 1];

      for (guint j = before; j < events->len; j++)
        if (((const MusterCertificationEvent *) events->pdata[j])->to == event->to)
          successor = events->pdata[j];
      g_assert_true (muster_change_rule_check_supersede ("correct-certification", event, successor, &error));
      g_assert_no_error (error);
      event->superseded_by = successor->id;
    }
  for (guint i = before; i < events->len; i++)
    g_assert_true (muster_change_rule_check_said_again ("correct-certification", events->pdata[i], events, NULL));
  g_assert_true (muster_change_rule_check_chain (events, MUSTER_ASSISTER_BROKER, &error));
  g_assert_no_error (error);
}

#define WALKED "applicant 1, +in-training 1, +pending-review 1, +certified 1"

static void
test_plans (void)
{
  static const struct
  {
    const char *history;
    guint day; /* of March; 0: it never happened */
    const char *plan; /* NULL: refused */
  } cases[] = {
    /* another day */
    { "applicant 1, in-training 5", 9, "applicant>in-training 9; corrects 2" },
    { "applicant 1, in-training 5", 3, "applicant>in-training 3; corrects 2" },
    { "applicant 1, in-training 5", 1, "applicant>in-training 1; corrects 2" },
    { "applicant 2", 1, "none>applicant 1; corrects 1" },
    { "applicant 2, in-training 5", 1, "none>applicant 1, applicant>in-training 1; corrects 1 2" }, /* the stage on the way moves along */
    { WALKED, 9, "pending-review>certified 9; corrects 4" },
    { "applicant 5, +in-training 5, +pending-review 5, +certified 5", 2,
      "none>applicant 2, applicant>in-training 2, in-training>pending-review 2, pending-review>certified 2; corrects 1 2 3 4" },
    { WALKED ", suspended-administrative 8", 4, "certified>suspended-administrative 4; corrects 5" },
    { WALKED ", suspended-administrative 8, certified 12", 10, "suspended-administrative>certified 10; corrects 6" },
    { WALKED ", certified 12", 10, "certified>certified 10; corrects 5" },
    { "applicant 1, in-training 5", 5, NULL },                    /* it does already */
    { "applicant 2, +in-training 2, +pending-review 2, +certified 2, suspended-administrative 8", 1, NULL }, /* before the certification */
    { WALKED ", suspended-administrative 8, certified 12", 7, NULL },
    /* it never happened */
    { "applicant 1, in-training 5", 0, "none>applicant 1; corrects 1 2" },
    { WALKED ", suspended-administrative 8", 0, "pending-review>certified 1; corrects 4 5" },
    { WALKED ", certified 12", 0, "pending-review>certified 1; corrects 4 5" },
    { "applicant 1", 0, NULL },
    { WALKED, 0, "none>applicant 1; corrects 1 2 3 4" },
    { "applicant 1, in-training 2, +pending-review 2, +certified 2", 0, "none>applicant 1; corrects 1 2 3 4" },
    /* what was decided stands */
    { WALKED ", revoked 8 d", 9, NULL },
    { WALKED ", revoked 8 d", 0, NULL },
    { WALKED ", certified-restricted 8 a", 9, NULL },
    { WALKED ", revoked 8 d, certified 12 d", 10, NULL },
    { WALKED ", revoked 8 d, certified 12 d", 7, NULL },
    { WALKED ", revoked 8 d, certified 12 d", 0, NULL },
    /* agencies go with these */
    { WALKED ", inactive 8", 9, NULL },
    { WALKED ", inactive 8", 0, NULL },
    { WALKED ", inactive 8, certified 12", 10, NULL },
    { "", 5, NULL },
    { "", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = read_history (cases[i].history);
      g_autoptr (GPtrArray) planned = NULL;
      g_autoptr (GArray) superseded = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *plan = NULL;
      gboolean ok;
      GDate on;

      g_date_clear (&on, 1);
      if (cases[i].day != 0)
        g_date_set_dmy (&on, cases[i].day, 3, 2026);
      g_test_message ("%s: %u", cases[i].history, cases[i].day);
      ok = muster_certification_plan_correction (events, MUSTER_ASSISTER_BROKER, &on, &planned, &superseded, &error);
      g_assert_cmpint (ok, ==, error == NULL);
      plan = ok ? write_plan (planned, superseded) : NULL;
      g_assert_cmpstr (plan, ==, cases[i].plan);
      if (ok)
        check_standing (events, planned, superseded);
      else
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/certification-correct/plans", test_plans);
  return g_test_run ();
}
