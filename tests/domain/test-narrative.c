/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-narrative.h"

static const struct
{
  const char *text;
  gboolean birth;
  gboolean policy;
} cases[] = {
  { NULL, FALSE, FALSE },
  { "", FALSE, FALSE },
  { "The client complained on 10/05/2026 that nobody called back.", FALSE, FALSE },
  { "Left on the bus on 2026-10-05; see CA-2026-0012 and IN-2026-0001.", FALSE, FALSE },
  { "The form has the client, born 3/4/1981, and her son.", TRUE, FALSE },
  { "DOB: 03-04-1981", TRUE, FALSE },
  { "date of birth 3/4/21 was read out", TRUE, FALSE },
  { "Birthday is March 4, 1981", TRUE, FALSE },
  { "Nacida el 4.3.1981", TRUE, FALSE },
  { "1981-03-04 stood on the letter", TRUE, FALSE },
  { "The rule of 2014-03-04 was quoted", TRUE, FALSE },
  { "The rule of 2020-03-04 was quoted", FALSE, FALSE },
  { "The street number is 1981", FALSE, FALSE },
  { "Policy number 4411223344 was read out", FALSE, TRUE },
  { "member id: ABC12345", FALSE, TRUE },
  { "póliza n.º 12", FALSE, FALSE },
  { "Póliza número 998877", FALSE, TRUE },
  { "The card XYZ123456789 was photographed", FALSE, TRUE },
  { "Called 612-555-0142 and (651) 555-0199", FALSE, FALSE },
  { "NPN 12345678 held by the broker", FALSE, FALSE },
  { "In case 2 of them were late", FALSE, FALSE },
  { "Case 12345 of METS", FALSE, TRUE },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (muster_narrative_may_hold_birth_date (cases[i].text, 2026), ==, cases[i].birth);
      g_assert_cmpint (muster_narrative_may_hold_policy_number (cases[i].text), ==, cases[i].policy);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/narrative/shapes", test_shapes);
  return g_test_run ();
}
