/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-status.h"

static const struct
{
  const char *status;
  MusterStatusClaim claim;
} cases[] = {
  { NULL, MUSTER_CLAIM_NOTHING },
  { "", MUSTER_CLAIM_NOTHING },
  { " ", MUSTER_CLAIM_NOTHING },
  { "Active", MUSTER_CLAIM_IN_FORCE },
  { "IN GOOD  STANDING", MUSTER_CLAIM_IN_FORCE },
  { "Expiring", MUSTER_CLAIM_NEUTRAL },
  { "Restricted", MUSTER_CLAIM_NEUTRAL },
  { "Terminated", MUSTER_CLAIM_ENDED },
  { "REVOKED", MUSTER_CLAIM_ENDED },
  { "suspended", MUSTER_CLAIM_ENDED },
  { "Suspended-Administrative", MUSTER_CLAIM_ENDED },
  { "Suspended - no renewal", MUSTER_CLAIM_ENDED },
  { "Terminated (T3)", MUSTER_CLAIM_ENDED },
  { "Revoked 5/1/2026", MUSTER_CLAIM_ENDED },
  { "Not certified", MUSTER_CLAIM_ENDED },
  { "T2", MUSTER_CLAIM_ENDED },
  { "No", MUSTER_CLAIM_ENDED },
  /* of which nobody can say what they mean */
  { "Zone 3", MUSTER_CLAIM_UNKNOWN },
  { "R1", MUSTER_CLAIM_UNKNOWN },
  { "Active (until revoked)", MUSTER_CLAIM_UNKNOWN },
  { "Termination reviewed", MUSTER_CLAIM_UNKNOWN },
  { "7", MUSTER_CLAIM_UNKNOWN },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].status);
      g_assert_cmpint (muster_status_claim_read (cases[i].status), ==, cases[i].claim);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/import-status/read", test_read);
  return g_test_run ();
}
