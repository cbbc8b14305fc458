/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-assister.h"
#include "domain/muster-season-coverage.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

typedef struct
{
  const char *what;
  MusterSeasonCover people[3];
  guint n;
  const char *languages;
  const char *counties;
  const char *agencies;
} Case;

static const Case cases[] = {
  { "nobody", { { 0 } }, 0, "", "", "" },
  { "whoever may not assist covers nothing", { { "Hmong", "Clay", "Lakes", 0, 0 } }, 1, "", "", "" },
  { "the only one goes", { { "English; Hmong", "Clay", "Lakes", NAVIGATOR, NAVIGATOR } }, 1, "English|Hmong", "Clay", "Lakes" },
  { "the only one stays", { { "English; Hmong", "Clay", "Lakes", NAVIGATOR, 0 } }, 1, "", "", "" },
  { "another covers some of it",
    { { "English; Hmong", "Clay", "Lakes", NAVIGATOR, NAVIGATOR }, { "ENGLISH", "Ramsey", "Lakes", NAVIGATOR, 0 } },
    2,
    "Hmong",
    "Clay",
    "" },
  { "both who speak it go", { { "Somali", NULL, "Lakes", NAVIGATOR, NAVIGATOR }, { "somali", "Clay", "Prairie", NAVIGATOR, NAVIGATOR } }, 2, "Somali", "Clay", "Lakes|Prairie" },
  { "in another role the person goes on speaking", { { "Hmong", "Clay", "Lakes", BROKER | NAVIGATOR, NAVIGATOR } }, 1, "", "", "Lakes" },
  { "without navigators there is none to lose", { { "Hmong", "Clay", "Lakes", BROKER, BROKER } }, 1, "Hmong", "Clay", "" },
  { "a role that the person may not assist in is no loss", { { "Hmong", "Clay", "Lakes", BROKER, NAVIGATOR } }, 1, "", "", "" },
  { "several ways of joining, and accents",
    { { "Español, Hmong / Karen ;; ", "Clay", "Lakes; Prairie, Inc.", NAVIGATOR, NAVIGATOR }, { "espanol", "clay", NULL, BROKER, 0 } },
    2,
    "Hmong|Karen",
    "",
    "Lakes; Prairie, Inc." },
  { "nothing known", { { NULL, NULL, NULL, NAVIGATOR, NAVIGATOR } }, 1, "", "", "" },
};

static void
assert_list (char **list, const char *expected)
{
  g_autofree char *joined = g_strjoinv ("|", list);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (list);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterSeasonCoverage) coverage = muster_season_coverage_new ();

      g_test_message ("%s", cases[i].what);
      for (guint k = 0; k < cases[i].n; k++)
        muster_season_coverage_add (coverage, &cases[i].people[k]);
      assert_list (muster_season_coverage_list_languages (coverage), cases[i].languages);
      assert_list (muster_season_coverage_list_counties (coverage), cases[i].counties);
      assert_list (muster_season_coverage_list_agencies (coverage), cases[i].agencies);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/season-coverage/cases", test_cases);
  return g_test_run ();
}
