/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-decider-tie.h"

#define ADDED MUSTER_ACCOUNT_ADDED
#define RAISED MUSTER_ACCOUNT_RAISED
#define RESET MUSTER_ACCOUNT_RESET
#define DAY(n) ((n) * G_TIME_SPAN_DAY)
#define PROPOSED DAY (1000)
#define PROPOSER 1
#define DECIDER 2
#define OTHER 3

static void
test_ties (void)
{
  static const struct
  {
    MusterAccountDeed deeds[3];
    guint n_deeds;
    const char *decider, *proposer;
    MusterDeciderTies ties;
  } cases[] = {
    { { { ADDED, OTHER, DAY (999) } }, 1, "Bo Olson", "Ana Roe", 0 },
    { { { ADDED, PROPOSER, DAY (999) } }, 1, "Bo Olson", "Ana Roe", MUSTER_TIE_ADDED },
    { { { ADDED, PROPOSER, DAY (1001) } }, 1, "Bo Olson", "Ana Roe", MUSTER_TIE_ADDED },
    { { { ADDED, PROPOSER, DAY (970) } }, 1, "Bo Olson", "Ana Roe", MUSTER_TIE_ADDED },
    { { { ADDED, PROPOSER, DAY (970) - 1 } }, 1, "Bo Olson", "Ana Roe", 0 },
    { { { ADDED, PROPOSER, DAY (100) }, { RAISED, PROPOSER, DAY (995) } }, 2, "Bo Olson", "Ana Roe", MUSTER_TIE_RAISED },
    { { { ADDED, PROPOSER, DAY (990) }, { RAISED, PROPOSER, DAY (995) } }, 2, "Bo Olson", "Ana Roe", MUSTER_TIE_ADDED | MUSTER_TIE_RAISED },
    { { { ADDED, PROPOSER, DAY (100) }, { RAISED, OTHER, DAY (995) } }, 2, "Bo Olson", "Ana Roe", 0 },
    { { { ADDED, OTHER, DAY (100) }, { RESET, OTHER, DAY (999) } }, 2, "Bo Olson", "Ana Roe", MUSTER_TIE_RESET },
    { { { ADDED, OTHER, DAY (100) }, { RESET, OTHER, DAY (900) } }, 2, "Bo Olson", "Ana Roe", 0 },
    { { { ADDED, OTHER, DAY (100) } }, 1, "Ana Roe", "Ana Roe", MUSTER_TIE_SAME_NAME },
    { { { ADDED, OTHER, DAY (100) } }, 1, " ana  ROÉ", "Ana Roe", MUSTER_TIE_SAME_NAME },
    { { { ADDED, OTHER, DAY (100) } }, 1, "Roe, Ana", "Ana Roe", MUSTER_TIE_SAME_NAME },
    { { { ADDED, OTHER, DAY (100) } }, 1, "Ana Roe Roe", "Ana Roe", 0 },
    { { { ADDED, OTHER, DAY (100) } }, 1, "", "", 0 },
    { { { ADDED, OTHER, DAY (100) } }, 1, ",", ".", 0 },
    { { { 0, 0, 0 } }, 0, "Bo Olson", "Ana Roe", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterAccount decider = { .id = DECIDER, .full_name = (char *) cases[i].decider }, proposer = { .id = PROPOSER, .full_name = (char *) cases[i].proposer };
      g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
      g_autoptr (GArray) deeds = g_array_new (FALSE, FALSE, sizeof (MusterAccountDeed));
      g_autofree char *text = NULL;

      g_test_message ("%u", i);
      g_array_append_vals (deeds, cases[i].deeds, cases[i].n_deeds);
      for (guint j = 0; j < deeds->len; j++)
        g_array_index (deeds, MusterAccountDeed, j).account = DECIDER;
      g_ptr_array_add (accounts, &decider);
      g_ptr_array_add (accounts, &proposer);
      g_assert_cmpuint (muster_decider_find_ties (accounts, deeds, DECIDER, PROPOSER, PROPOSED), ==, cases[i].ties);
      text = muster_decider_dup_ties_text (cases[i].ties, "bo");
      g_assert_cmpint (text == NULL, ==, cases[i].ties == 0);
      g_assert_true (text == NULL || strstr (text, "“bo”") != NULL);
      g_assert_cmpuint (muster_decider_find_ties (accounts, deeds, PROPOSER, PROPOSER, PROPOSED), ==, 0);
    }
}

/* A tie goes on: what ties a third account to the proposer, and the decider to that one. */
static void
test_chains (void)
{
  static const struct
  {
    MusterAccountDeed deeds[3]; /* kind, by, time, account */
    guint n_deeds;
    const char *names[4]; /* of the proposer, the decider, and two others */
    MusterDeciderTies ties;
  } cases[] = {
    { { { ADDED, PROPOSER, DAY (990), OTHER }, { ADDED, OTHER, DAY (991), DECIDER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_THROUGH },
    { { { RAISED, PROPOSER, DAY (990), OTHER }, { RAISED, OTHER, DAY (991), DECIDER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_THROUGH },
    { { { ADDED, PROPOSER, DAY (990), OTHER } }, 1, { "Ana Roe", "Bo Olson", "Bo Olson", "Di Berg" }, MUSTER_TIE_THROUGH },
    { { { ADDED, OTHER, DAY (990), DECIDER } }, 1, { "Ana Roe", "Bo Olson", "Ana Roe", "Di Berg" }, MUSTER_TIE_THROUGH },
    { { { ADDED, PROPOSER, DAY (990), OTHER }, { ADDED, OTHER, DAY (991), OTHER + 1 } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Bo Olson" }, MUSTER_TIE_THROUGH },
    { { { ADDED, PROPOSER, DAY (990), OTHER }, { ADDED, OTHER, DAY (991), DECIDER }, { RESET, OTHER, DAY (992), DECIDER } }, 3, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_THROUGH | MUSTER_TIE_RESET },
    /* Whoever has the recovery key sets the password of one, and lets in another as that one. */
    { { { RESET, OTHER, DAY (990), OTHER }, { ADDED, OTHER, DAY (991), DECIDER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_THROUGH },
    { { { RESET, OTHER, DAY (900), OTHER }, { ADDED, OTHER, DAY (991), DECIDER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    /* What ties directly says it already. */
    { { { ADDED, PROPOSER, DAY (990), OTHER }, { ADDED, OTHER, DAY (991), DECIDER }, { RAISED, PROPOSER, DAY (992), DECIDER } }, 3, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_RAISED },
    /* Long ago, or the other way round: whoever runs a register made everybody’s account. */
    { { { ADDED, PROPOSER, DAY (100), OTHER }, { ADDED, OTHER, DAY (991), DECIDER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    { { { ADDED, OTHER, DAY (990), PROPOSER }, { ADDED, OTHER, DAY (991), DECIDER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    { { { ADDED, DECIDER, DAY (990), OTHER }, { ADDED, OTHER, DAY (991), PROPOSER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    { { { RESET, PROPOSER, DAY (990), OTHER } }, 1, { "Ana Roe", "Bo Olson", "Bo Olson", "Di Berg" }, MUSTER_TIE_THROUGH },
    /* Whoever lets somebody in to propose, and then decides. */
    { { { RAISED, DECIDER, DAY (990), PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_PROPOSER_LET_IN },
    { { { RESET, OTHER, DAY (990), PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_PROPOSER_LET_IN },
    { { { RAISED, OTHER, DAY (990), PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    { { { RAISED, DECIDER, DAY (900), PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    { { { ADDED, DECIDER, DAY (993), PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_PROPOSER_ADDED },
    { { { ADDED, DECIDER, DAY (1001), PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_PROPOSER_ADDED },
    { { { ADDED, DECIDER, DAY (993) - 1, PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    { { { ADDED, OTHER, DAY (999), PROPOSER } }, 1, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, 0 },
    { { { ADDED, DECIDER, DAY (999), PROPOSER }, { ADDED, PROPOSER, DAY (999), OTHER } }, 2, { "Ana Roe", "Bo Olson", "Cy Dahl", "Di Berg" }, MUSTER_TIE_PROPOSER_ADDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterAccount all[4] = { { .id = PROPOSER }, { .id = DECIDER }, { .id = OTHER }, { .id = OTHER + 1 } };
      g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
      g_autoptr (GArray) deeds = g_array_new (FALSE, FALSE, sizeof (MusterAccountDeed));

      g_test_message ("%u", i);
      g_array_append_vals (deeds, cases[i].deeds, cases[i].n_deeds);
      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          all[j].full_name = (char *) cases[i].names[j];
          g_ptr_array_add (accounts, &all[j]);
        }
      g_assert_cmpuint (muster_decider_find_ties (accounts, deeds, DECIDER, PROPOSER, PROPOSED), ==, cases[i].ties);
    }
}

static void
test_deeds (void)
{
  static const struct
  {
    const char *operation;
    int before, after; /* roles; -1: no account */
    gboolean disabled_before, disabled_after;
    int kind; /* -1: none that counts */
  } cases[] = {
    { "add-account", -1, MUSTER_ROLE_ADMINISTRATOR, FALSE, FALSE, ADDED },
    { "add-account", -1, MUSTER_ROLE_STAFF, FALSE, FALSE, ADDED },
    { "create-register", -1, MUSTER_ROLE_ADMINISTRATOR, FALSE, FALSE, ADDED },
    { "change-account", MUSTER_ROLE_STAFF, MUSTER_ROLE_ADMINISTRATOR, FALSE, FALSE, RAISED },
    { "change-account", MUSTER_ROLE_ADMINISTRATOR, MUSTER_ROLE_ADMINISTRATOR, TRUE, FALSE, RAISED },
    { "change-account", MUSTER_ROLE_STAFF, MUSTER_ROLE_ADMINISTRATOR, FALSE, TRUE, -1 },
    { "change-account", MUSTER_ROLE_ADMINISTRATOR, MUSTER_ROLE_STAFF, FALSE, FALSE, -1 },
    { "change-account", MUSTER_ROLE_ADMINISTRATOR, MUSTER_ROLE_ADMINISTRATOR, FALSE, TRUE, -1 },
    { "change-account", MUSTER_ROLE_STAFF, MUSTER_ROLE_SUPERVISOR, FALSE, FALSE, -1 },
    { "reset-administrator", MUSTER_ROLE_ADMINISTRATOR, MUSTER_ROLE_ADMINISTRATOR, FALSE, FALSE, RESET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterAccount before = { .role = MAX (cases[i].before, 0), .disabled = cases[i].disabled_before }, after = { .role = cases[i].after, .disabled = cases[i].disabled_after };
      MusterAccountDeedKind kind = 0;
      gboolean found = muster_account_deed_find (cases[i].operation, cases[i].before < 0 ? NULL : &before, &after, &kind);

      g_test_message ("%u", i);
      g_assert_cmpint (found ? (int) kind : -1, ==, cases[i].kind);
    }
}

/* Beside a decision it is said in one sentence, which names who came second. */
static void
test_tie_to (void)
{
  for (guint to = MUSTER_TIE_TO_REVIEWED; to <= MUSTER_TIE_TO_ASKER; to++)
    {
      g_autofree char *none = muster_decider_dup_tie_to_text (to, 0, "bo"), *text = muster_decider_dup_tie_to_text (to, MUSTER_TIE_SAME_NAME, "bo");

      g_assert_null (none);
      g_assert_true (g_str_has_prefix (text, "“bo”"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/decider-tie/ties", test_ties);
  g_test_add_func ("/domain/decider-tie/tie-to", test_tie_to);
  g_test_add_func ("/domain/decider-tie/chains", test_chains);
  g_test_add_func ("/domain/decider-tie/deeds", test_deeds);
  return g_test_run ();
}
