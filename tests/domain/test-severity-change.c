/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-rule-packs.h"
#include "domain/muster-severity-change.h"

#include <string.h>

static MusterCorrectiveAction *
make (MusterActionState state, MusterSeverity severity, MusterRestriction restriction, const char *due)
{
  MusterCorrectiveAction *action = muster_corrective_action_new ();

  action->number = g_strdup ("CA-2026-0001");
  action->state = state;
  action->severity = severity;
  action->restriction = restriction;
  g_assert_true (muster_date_parse_iso ("2026-03-10", &action->opened, NULL));
  g_assert_true (muster_date_parse_iso (due, &action->due, NULL));
  return action;
}

static void
test_check (void)
{
  static const struct
  {
    MusterActionState state;
    MusterSeverity from, to;
    const char *reason;
    const char *part; /* %NULL: it can */
  } cases[] = {
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_1, MUSTER_SEVERITY_2, "It happened again", NULL },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_1, MUSTER_SEVERITY_4, "It happened again", NULL },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_4, MUSTER_SEVERITY_1, "She reported it herself", NULL },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_2, MUSTER_SEVERITY_2, "Nothing new", "S2 already" },
    { MUSTER_ACTION_CLOSED, MUSTER_SEVERITY_1, MUSTER_SEVERITY_2, "It happened again", "not open" },
    { MUSTER_ACTION_VOIDED, MUSTER_SEVERITY_1, MUSTER_SEVERITY_2, "It happened again", "not open" },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_1, MUSTER_SEVERITY_2, NULL, "Say why" },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_1, MUSTER_SEVERITY_2, " \t", "Say why" },
    { MUSTER_ACTION_OPEN, MUSTER_SEVERITY_1, MUSTER_SEVERITY_2, "For 987-65-4320", "social security" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = make (cases[i].state, cases[i].from, MUSTER_RESTRICTION_NONE, "2026-04-09");
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_severity_change_check (action, cases[i].to, cases[i].reason, &error), ==, cases[i].part == NULL);
      if (cases[i].part == NULL)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

/* What stays although the rules ask otherwise; and that nothing was moved. */
static void
test_remarks (void)
{
  static const struct
  {
    MusterSeverity to;
    MusterRestriction restriction;
    const char *due;
    const char *parts[3];
  } cases[] = {
    { MUSTER_SEVERITY_1, MUSTER_RESTRICTION_NONE, "2026-04-09", { NULL } },
    { MUSTER_SEVERITY_2, MUSTER_RESTRICTION_NONE, "2026-04-09", { NULL } },
    { MUSTER_SEVERITY_3, MUSTER_RESTRICTION_STOP_WORK, "2026-03-24", { NULL } },
    { MUSTER_SEVERITY_3, MUSTER_RESTRICTION_LIMITED, "2026-03-24", { NULL } },
    { MUSTER_SEVERITY_3, MUSTER_RESTRICTION_NONE, "2026-04-09", { "due on Mar 24, 2026 as S3; it stays due on Apr 9, 2026, as the person was told", "at least", NULL } },
    { MUSTER_SEVERITY_4, MUSTER_RESTRICTION_LIMITED, "2026-03-11", { "at least", NULL } },
    { MUSTER_SEVERITY_1, MUSTER_RESTRICTION_STOP_WORK, "2026-03-24", { "due on Apr 9, 2026 as S1; it stays due on Mar 24, 2026. Where more time", "more than S1 asks for", NULL } },
  };
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2026");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCorrectiveAction) action = make (MUSTER_ACTION_OPEN, MUSTER_SEVERITY_2, cases[i].restriction, cases[i].due);
      g_auto (GStrv) remarks = muster_severity_change_list_remarks (action, cases[i].to, pack);
      g_autofree char *due = muster_date_to_iso (&action->due);

      g_test_message ("%u", i);
      g_assert_cmpuint (g_strv_length (remarks), ==, g_strv_length ((char **) cases[i].parts));
      for (guint j = 0; remarks[j] != NULL; j++)
        {
          g_test_message ("%s", remarks[j]);
          g_assert_nonnull (strstr (remarks[j], cases[i].parts[j]));
        }
      g_assert_cmpstr (due, ==, cases[i].due);
      g_assert_cmpint (action->restriction, ==, cases[i].restriction);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/severity-change/check", test_check);
  g_test_add_func ("/domain/severity-change/remarks", test_remarks);
  return g_test_run ();
}
