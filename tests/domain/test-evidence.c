/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-evidence.h"

static MusterEvidence *
make (const char *requirement, const char *said, guint on, guint expires)
{
  MusterEvidence *evidence = muster_evidence_new ();

  evidence->requirement = g_strdup (requirement);
  evidence->said = g_strdup (said);
  if (on != 0)
    g_date_set_julian (&evidence->on, on);
  if (expires != 0)
    g_date_set_julian (&evidence->expires, expires);
  return evidence;
}

static void
test_same (void)
{
  static const struct
  {
    const char *requirement, *said;
    guint on, expires;
    gboolean same;
  } cases[] = {
    { "licence", "Active", 739000, 739365, TRUE },
    { "reported-status", "Active", 739000, 739365, FALSE },
    { "licence", " ACTIVE ", 739000, 739365, TRUE },
    { "licence", "Inactive", 739000, 739365, FALSE },
    { "licence", NULL, 739000, 739365, FALSE },
    { "licence", "Active", 739001, 739365, FALSE },
    { "licence", "Active", 0, 739365, FALSE },
    { "licence", "Active", 739000, 739366, FALSE },
    { "licence", "Active", 739000, 0, FALSE },
  };
  g_autoptr (MusterEvidence) evidence = make ("licence", "Active", 739000, 739365);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterEvidence) other = make (cases[i].requirement, cases[i].said, cases[i].on, cases[i].expires);

      other->import_id = 7;
      other->source = g_strdup ("another.csv");
      g_test_message ("%u", i);
      g_assert_cmpint (muster_evidence_same (evidence, other), ==, cases[i].same);
      g_assert_cmpint (muster_evidence_same (other, evidence), ==, cases[i].same);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/same", test_same);
  return g_test_run ();
}
