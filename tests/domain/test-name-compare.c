/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-name-compare.h"

static const struct
{
  const char *names[4]; /* given and family name of each */
  MusterNameLikeness likeness;
} cases[] = {
  { { "Ana", "Lindqvist", "Ana", "Lindqvist" }, MUSTER_NAME_SAME },
  { { "Ana", "Lindqvist", "ANA", "LINDQVIST" }, MUSTER_NAME_SAME },
  { { "José", "Peña", "Jose", "Pena" }, MUSTER_NAME_SAME },
  { { "Jos?", "Pe?a", "José", "Peña" }, MUSTER_NAME_SAME },
  { { "José", "Peña", "Jos\xef\xbf\xbd", "Pe\xef\xbf\xbd"
                                         "a" },
    MUSTER_NAME_SAME },
  { { "A.", "Lindqvist", "Ana", "Lindqvist" }, MUSTER_NAME_SAME },
  { { "Ana Maria", "García", "Ana", "García López" }, MUSTER_NAME_SAME },
  { { "Ana", "Olson-Lindqvist", "Ana", "Lindqvist" }, MUSTER_NAME_SAME },
  { { "Maryann", "O'Brien", "Mary Ann", "OBrien" }, MUSTER_NAME_SAME },
  { { NULL, "Lindqvist", "Ana", "Lindqvist" }, MUSTER_NAME_SAME },
  /* somebody has married, or goes by a short name */
  { { "Ana", "Olson", "Ana", "Lindqvist" }, MUSTER_NAME_ONE_DIFFERS },
  { { "Bill", "Olson", "William", "Olson" }, MUSTER_NAME_ONE_DIFFERS },
  { { "Annika", "Lindqvist", "Ana", "Lindqvist" }, MUSTER_NAME_ONE_DIFFERS },
  { { "A.", "L.", "Ana", "Lindqvist" }, MUSTER_NAME_ONE_DIFFERS },
  { { "Kim", "P Morgan", "Kim", "Park" }, MUSTER_NAME_ONE_DIFFERS },
  /* in each other's place */
  { { "Lindqvist", "Ana", "Ana", "Lindqvist" }, MUSTER_NAME_SWAPPED },
  { { "LINDQVIST", "ANA", "Ana Maria", "Lindqvist" }, MUSTER_NAME_SWAPPED },
  { { "James", "Thomas", "Thomas", "James" }, MUSTER_NAME_SWAPPED },
  /* somebody else */
  { { "Bo", "Olson", "Ana", "Lindqvist" }, MUSTER_NAME_OTHER },
  { { "James", "Thomas", "Thomas", "Lee" }, MUSTER_NAME_OTHER },
  { { "Bo", "de la Cruz", "Ana", "de la Vega" }, MUSTER_NAME_OTHER },
  { { "B.", "Olson", "Ana", "Lindqvist" }, MUSTER_NAME_OTHER },
  { { NULL, "Lindqvist", "Bo", "Olson" }, MUSTER_NAME_OTHER },
  { { "Bo", "Olson", "Pao", NULL }, MUSTER_NAME_OTHER },
  { { "J.", "Smith", "Jamal", "Johnson" }, MUSTER_NAME_OTHER },
  { { "K", "P Morgan", "Kim", "Park" }, MUSTER_NAME_OTHER },
};

static const struct
{
  const char *said;
  const char *known;
  gboolean lost;
} losses[] = {
  { "Jose", "José", TRUE },
  { "JOSE", "José", TRUE },
  { "Jos?", "José", TRUE },
  { "Nu?ez", "Nuñez", TRUE },
  { "Nu??ez", "Nuñez", TRUE },
  { "Nu\xef\xbf\xbd"
    "ez",
    "Nuñez", TRUE },
  { "José", "José", FALSE },
  { "José", "Jose", FALSE },
  { "Josée", "José", FALSE },
  { "Jo", "José", FALSE },
  { "J?s?", "José", FALSE },
  { "Nu???ez", "Nuñez", FALSE },
  { "O'Brien", "O\u2019Brien", FALSE },
  { NULL, "José", FALSE },
  { "José", NULL, FALSE },
};

static void
test_compare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterAssister said = { .given_name = (char *) cases[i].names[0], .family_name = (char *) cases[i].names[1] };
      const MusterAssister known = { .given_name = (char *) cases[i].names[2], .family_name = (char *) cases[i].names[3] };

      g_test_message ("%s %s, %s %s", cases[i].names[0], cases[i].names[1], cases[i].names[2], cases[i].names[3]);
      g_assert_cmpint (muster_name_compare (&said, &known), ==, cases[i].likeness);
      g_assert_cmpint (muster_name_compare (&known, &said), ==, cases[i].likeness);
    }
}

static void
test_lost_letters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_test_message ("%s of %s", losses[i].said, losses[i].known);
      g_assert_cmpint (muster_name_lost_letters (losses[i].said, losses[i].known), ==, losses[i].lost);
    }
}

static void
test_initials (void)
{
  g_assert_true (muster_name_is_initial_of ("J.", "Jane"));
  g_assert_true (muster_name_is_initial_of ("j", "JANE"));
  g_assert_true (muster_name_is_initial_of ("Á.", "Ana"));
  g_assert_false (muster_name_is_initial_of ("J.", "J."));
  g_assert_false (muster_name_is_initial_of ("W.", "Bill"));
  g_assert_false (muster_name_is_initial_of ("Ja", "Jane"));
  g_assert_false (muster_name_is_initial_of ("Jo Ann", "Jo Anna"));
  g_assert_false (muster_name_is_initial_of (NULL, "Jane"));
  g_assert_false (muster_name_is_initial_of ("J.", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/name-compare/initials", test_initials);
  g_test_add_func ("/domain/name-compare/compare", test_compare);
  g_test_add_func ("/domain/name-compare/lost-letters", test_lost_letters);
  return g_test_run ();
}
