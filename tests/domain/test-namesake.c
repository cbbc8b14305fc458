/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-namesake.h"

/* “given|middle|suffix|npn|training id|county” */
static void
fill (MusterAssister *person, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  char **places[] = { &person->given_name, &person->middle_name, &person->suffix, &person->npn, &person->training_id, &person->county };

  g_assert_cmpuint (g_strv_length (parts), ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    *places[i] = *parts[i] != '\0' ? g_strdup (parts[i]) : NULL;
}

static const struct
{
  const char *said;
  const char *known;
  gboolean same_agency;
  guint weight;
} cases[] = {
  { "Ana|||||", "Ana|||||", FALSE, 1 },
  { "Ana|||||", "Ana|||||", TRUE, 3 },
  { "Ana|||||Hennepin", "Ana|||||HENNEPIN", FALSE, 2 },
  { "Ana|||||Hennepin", "Ana|||||Hennepin", TRUE, 4 },
  { "Ana|||||Hennepin", "Ana|||||Ramsey", TRUE, 3 },
  /* Middle names */
  { "Ana|M|||| ", "Ana|||||", FALSE, 1 },
  { "Ana|M.||||", "Ana|Maria||||", FALSE, 1 },
  { "Ana Maria|||||", "Ana|Maria||||", FALSE, 1 },
  { "Ana|K||||", "Ana|Maria||||", TRUE, 0 },
  { "Ana|Karin||||", "Ana|Maria||||", TRUE, 0 },
  /* Father and son */
  { "Pao||Jr.|||", "Pao||Sr.|||", TRUE, 0 },
  { "Pao||Jr.|||", "Pao|||||", FALSE, 1 },
  /* Other numbers */
  { "Ana|||1234567||", "Ana|||7654321||", FALSE, 0 },
  { "Ana|||1234567||", "Ana|||7654321||", TRUE, 3 },
  { "Ana|||1234567||", "Ana|||||", FALSE, 1 },
  { "Ana||||TR12345|", "Ana||||TR54321|", FALSE, 0 },
  { "Ana||||TR12345|", "Ana||||tr12345|", FALSE, 1 },
};

static void
test_weigh (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterAssister) said = muster_assister_new ();
      g_autoptr (MusterAssister) known = muster_assister_new ();

      g_test_message ("%s, %s", cases[i].said, cases[i].known);
      fill (said, cases[i].said);
      fill (known, cases[i].known);
      g_assert_cmpuint (muster_namesake_weigh (said, known, cases[i].same_agency), ==, cases[i].weight);
      g_assert_cmpuint (muster_namesake_weigh (known, said, cases[i].same_agency), ==, cases[i].weight);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/namesake/weigh", test_weigh);
  return g_test_run ();
}
