/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-likely-name.h"

static const struct
{
  const char *said;
  const char *known; /* separated by "|" */
  const char *likely;
} cases[] = {
  { "Sunrize Help", "Lake Help|Sunrise Help", "Sunrise Help" },
  { "Sunrise Help, Inc.", "Lake Help|Sunrise Help", "Sunrise Help" },
  { "The Sunrise-Help Company", "Lake Help|Sunrise Help", "Sunrise Help" },
  { "Peña & Olson LLC", "Pena and Olson", "Pena and Olson" },
  { "SunriseHelp", "Sunrise Help", "Sunrise Help" },
  { "Northside Navigators", "Southside Navigators", "Southside Navigators" },
  { "Nothside Navigators", "Southside Navigators|Northside Navigators", "Northside Navigators" },
  /* nobody is likely */
  { "Sunset", "Sunrise", NULL },
  { "Lake", "Bake", NULL },
  { "Riverside", "Lake Help|Sunrise Help", NULL },
  { "Anything", "", NULL },
  { "Inc.", "Co.", NULL },
  /* two are */
  { "Riverside Hilp", "Riverside Help|Riverside Halp", NULL },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) names = g_strsplit (cases[i].known, "|", -1);
      g_autoptr (GPtrArray) known = g_ptr_array_new ();

      for (guint j = 0; names[j] != NULL; j++)
        g_ptr_array_add (known, names[j]);
      g_test_message ("%s", cases[i].said);
      g_assert_cmpstr (muster_likely_name_find (cases[i].said, known), ==, cases[i].likely);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/likely-name/find", test_find);
  return g_test_run ();
}
