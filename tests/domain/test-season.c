/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-answer.h"
#include "domain/muster-rule-packs.h"
#include "domain/muster-season.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define STAFF MUSTER_ASSISTER_SUPPORT_STAFF

/* The season of this pack opens on 1 August 2026 and is due on 15 October 2026. */
static MusterRulePack *
get_pack (void)
{
  return muster_rule_packs_find_shipped ("mnsure-2027");
}

static void
set_date (GDate *date, MusterDay day)
{
  muster_day_to_date (day, date);
}

static void
test_phases (void)
{
  static const struct
  {
    MusterDay on;
    MusterSeasonPhase phase;
    MusterDay judged;
    MusterDay next;
    gboolean is_expected;
  } cases[] = {
    { 20260731, MUSTER_SEASON_AHEAD, 20261016, 20260801, FALSE },
    { 20260801, MUSTER_SEASON_OPEN, 20261016, 20270801, TRUE },
    { 20261015, MUSTER_SEASON_OPEN, 20261016, 20270801, TRUE },
    { 20261016, MUSTER_SEASON_OVER, 20261016, 20270801, TRUE },
    { 20261128, MUSTER_SEASON_OVER, 20261128, 20270801, TRUE },
    { 20270731, MUSTER_SEASON_OVER, 20270731, 20270801, TRUE },
    { 20270801, MUSTER_SEASON_OVER, 20270801, 0, FALSE },
  };
  const MusterSeason *season = muster_rule_pack_get_season (get_pack ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate on, judged, next;
      gboolean is_expected;

      g_test_message ("%u", cases[i].on);
      set_date (&on, cases[i].on);
      muster_season_get_judging_day (season, &on, &judged);
      muster_season_find_next (season, &on, &next, &is_expected);
      g_assert_cmpint (muster_season_get_phase (season, &on), ==, cases[i].phase);
      g_assert_cmpuint (muster_day_from_date (&judged), ==, cases[i].judged);
      g_assert_cmpuint (muster_day_from_date (&next), ==, cases[i].next);
      g_assert_cmpint (is_expected, ==, cases[i].is_expected);
    }
}

/* Evidence of @requirement on @on; %NULL ends. */
typedef struct
{
  const char *requirement;
  MusterDay on;
  MusterEvidenceMeaning meaning;
} Fact;

typedef struct
{
  const char *what;
  guint states[MUSTER_N_ASSISTER_TYPES]; /* broker, navigator, counselor, staff */
  MusterDay certified[MUSTER_N_ASSISTER_TYPES];
  gboolean is_gone;
  Fact facts[6];
  guint types;
  guint late_types;
  const char *asked; /* by codes */
  const char *lacking;
} Case;

#define CERTIFIED MUSTER_STATE_CERTIFIED
#define RESTRICTED MUSTER_STATE_CERTIFIED_RESTRICTED
#define SUSPENDED MUSTER_STATE_SUSPENDED_ADMINISTRATIVE
#define OF_NAVIGATOR "assister-basics program-rules data-security notice"
#define OF_BROKER "broker-course data-security notice"
#define OF_STAFF "data-security notice"

static const Case cases[] = {
  { "nobody", { 0 }, { 0 }, FALSE, { { 0 } }, 0, 0, "", "" },
  { "in training", { 0, MUSTER_STATE_IN_TRAINING }, { 0 }, FALSE, { { 0 } }, 0, 0, "", "" },
  { "suspended", { 0, SUSPENDED }, { 0, 20250901 }, FALSE, { { 0 } }, 0, 0, "", "" },
  { "not on the roster", { 0, CERTIFIED }, { 0, 20250901 }, TRUE, { { 0 } }, 0, 0, "", "" },
  { "certified before", { 0, CERTIFIED }, { 0, 20250901 }, FALSE, { { 0 } }, NAVIGATOR, NAVIGATOR, OF_NAVIGATOR, OF_NAVIGATOR },
  { "a broker, whose licence is another matter", { CERTIFIED }, { 20250901 }, FALSE, { { 0 } }, BROKER, BROKER, OF_BROKER, OF_BROKER },
  { "support staff", { 0, 0, 0, CERTIFIED }, { 0, 0, 0, 20250901 }, FALSE, { { 0 } }, STAFF, STAFF, OF_STAFF, OF_STAFF },
  { "certified for the coming period", { 0, CERTIFIED }, { 0, 20260801 }, FALSE, { { 0 } }, NAVIGATOR, 0, OF_NAVIGATOR, "" },
  { "certified on the day before", { 0, CERTIFIED }, { 0, 20260731 }, FALSE, { { 0 } }, NAVIGATOR, NAVIGATOR, OF_NAVIGATOR, OF_NAVIGATOR },
  { "restricted, and certified for the coming period", { 0, RESTRICTED }, { 0, 20260801 }, FALSE, { { 0 } }, NAVIGATOR, 0, OF_NAVIGATOR, "" },
  { "half of it", { 0, CERTIFIED }, { 0, 20250901 }, FALSE, { { "data-security", 20260810 }, { "notice", 20260811 } }, NAVIGATOR, NAVIGATOR, OF_NAVIGATOR, "assister-basics program-rules" },
  { "all of it",
    { 0, CERTIFIED },
    { 0, 20250901 },
    FALSE,
    { { "data-security", 20260801 }, { "notice", 20260811 }, { "assister-basics", 20260901 }, { "program-rules", 20261015 } },
    NAVIGATOR,
    0,
    OF_NAVIGATOR,
    "" },
  { "of the season before", { 0, 0, 0, CERTIFIED }, { 0, 0, 0, 20240901 }, FALSE, { { "data-security", 20260731 }, { "notice", 20250811 } }, STAFF, STAFF, OF_STAFF, OF_STAFF },
  { "a course that was failed",
    { 0, 0, 0, CERTIFIED },
    { 0, 0, 0, 20250901 },
    FALSE,
    { { "data-security", 20260810, MUSTER_MEANING_ADVERSE }, { "notice", 20260811 } },
    STAFF,
    STAFF,
    OF_STAFF,
    "data-security" },
  { "a licence that ended says nothing of the season",
    { CERTIFIED },
    { 20260901 },
    FALSE,
    { { "licence", 20260910, MUSTER_MEANING_ADVERSE } },
    BROKER,
    0,
    OF_BROKER,
    "" },
  { "two roles, one of them recertified",
    { CERTIFIED, CERTIFIED },
    { 20260901, 20250901 },
    FALSE,
    { { "data-security", 20260810 }, { "notice", 20260811 } },
    BROKER | NAVIGATOR,
    NAVIGATOR,
    "assister-basics program-rules broker-course data-security notice",
    "assister-basics program-rules" },
};

static guint32
read_mask (MusterRulePack *pack, const char *codes)
{
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);
  guint32 mask = 0;

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    mask |= 1u << muster_rule_pack_find_requirement (pack, words[i], NULL);
  return mask;
}

static MusterSeasonStanding
judge (const Case *c)
{
  MusterRulePack *pack = get_pack ();
  MusterStandingFacts standing = { .active = !c->is_gone, .has_agency = TRUE };
  MusterRoleFacts roles[MUSTER_N_ASSISTER_TYPES] = { 0 };
  MusterRequirementFact facts[G_N_ELEMENTS (c->facts)] = { 0 };
  MusterRequirementDay day = { .on = 20261016, .only = muster_season_get_requirements (pack) };
  guint n = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      standing.states[i] = c->states[i];
      roles[i] = (MusterRoleFacts) { c->states[i], c->certified[i], c->certified[i] };
    }
  for (; c->facts[n].requirement != NULL; n++)
    facts[n] = (MusterRequirementFact) { .requirement = muster_rule_pack_find_requirement (pack, c->facts[n].requirement, NULL), .meaning = c->facts[n].meaning, .on = c->facts[n].on };
  muster_requirement_check_all (pack, &day, facts, n, roles, &standing);
  return muster_season_judge (pack, &standing);
}

static void
test_people (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterSeasonStanding standing = judge (&cases[i]);

      g_test_message ("%s", cases[i].what);
      g_assert_cmphex (standing.types, ==, cases[i].types);
      g_assert_cmphex (standing.late_types, ==, cases[i].late_types);
      g_assert_cmphex (standing.asked, ==, read_mask (get_pack (), cases[i].asked));
      g_assert_cmphex (standing.lacking, ==, read_mask (get_pack (), cases[i].lacking));
      g_assert_cmpint (muster_season_standing_is_done (&standing), ==, cases[i].types != 0 && cases[i].late_types == 0);
    }
}

/* Two versions of the notice, the second of which comes in the season: through 2026-11-05 the first will do. */
static void
test_notice (void)
{
  static const MusterNoticeDays versions[] = { { 20250101, 20250131 }, { 20261006, 20261105 } };
  static const struct
  {
    const char *what;
    MusterDay on;
    MusterDay signed_on;
    guint notice; /* from 1 */
    MusterDay certified;
    gboolean is_done;
  } signings[] = {
    { "the version in force", 20260901, 20260815, 1, 20250901, TRUE },
    { "on the day before the next", 20261005, 20260815, 1, 20250901, TRUE },
    { "on the day of the next", 20261006, 20260815, 1, 20250901, FALSE },
    { "after the season, while the earlier one will do", 20261020, 20260815, 1, 20250901, FALSE },
    { "signed anew", 20261010, 20261010, 2, 20250901, TRUE },
    { "signed ahead", 20261006, 20260815, 2, 20250901, TRUE },
    { "the earlier one, signed once more", 20261010, 20261010, 1, 20250901, FALSE },
    { "the newest of before the season", 20261010, 20260715, 2, 20250901, FALSE },
    { "nobody said which", 20261010, 20261010, 0, 20250901, FALSE },
    { "nothing", 20261010, 0, 0, 20250901, FALSE },
    { "the earlier one, and the marketplace certified in the season", 20261010, 20260815, 1, 20260901, TRUE },
    { "nothing, and the marketplace certified in the season", 20261010, 0, 0, 20260901, TRUE },
    { "that was known before the earlier one would do no more", 20261106, 20260815, 1, 20260901, FALSE },
  };
  MusterRulePack *pack = get_pack ();
  guint place = muster_rule_pack_find_requirement (pack, "notice", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signings); i++)
    {
      MusterRequirementDay day = { MAX (signings[i].on, 20261016), versions, G_N_ELEMENTS (versions), signings[i].on, 1u << place };
      MusterRequirementFact fact = { .requirement = place, .notice = signings[i].notice, .on = signings[i].signed_on };
      MusterRoleFacts roles[MUSTER_N_ASSISTER_TYPES] = { [3] = { CERTIFIED, signings[i].certified, signings[i].certified } };
      MusterStandingFacts standing = { .active = TRUE, .has_agency = TRUE, .states = { [3] = CERTIFIED } };
      MusterSeasonStanding judged;

      muster_requirement_check_all (pack, &day, &fact, signings[i].signed_on != 0, roles, &standing);
      judged = muster_season_judge (pack, &standing);
      g_test_message ("%s", signings[i].what);
      g_assert_cmphex (judged.lacking, ==, signings[i].is_done ? 0 : 1u << place);
      g_assert_cmphex (judged.late_types, ==, signings[i].is_done ? 0 : STAFF);
    }
}

static void
test_progress (void)
{
  MusterSeasonProgress progress = { 0 };
  MusterRulePack *pack = get_pack ();
  const MusterSeasonCount *of = progress.of_requirement;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterSeasonStanding standing = judge (&cases[i]);

      muster_season_progress_add (&progress, &standing);
    }
  g_assert_cmpuint (progress.people.n, ==, 12);
  g_assert_cmpuint (progress.people.n_done, ==, 4);
  g_assert_cmpuint (of[muster_rule_pack_find_requirement (pack, "broker-course", NULL)].n, ==, 3);
  g_assert_cmpuint (of[muster_rule_pack_find_requirement (pack, "broker-course", NULL)].n_done, ==, 2);
  g_assert_cmpuint (of[muster_rule_pack_find_requirement (pack, "data-security", NULL)].n, ==, 12);
  g_assert_cmpuint (of[muster_rule_pack_find_requirement (pack, "data-security", NULL)].n_done, ==, 6);
  g_assert_cmpuint (of[muster_rule_pack_find_requirement (pack, "notice", NULL)].n_done, ==, 7);
  g_assert_cmpuint (of[muster_rule_pack_find_requirement (pack, "licence", NULL)].n, ==, 0);
}

static void
test_percent (void)
{
  static const struct
  {
    MusterSeasonCount count;
    guint percent;
  } counts[] = { { { 0, 0 }, 100 }, { { 3, 0 }, 0 }, { { 3, 1 }, 33 }, { { 3, 3 }, 100 }, { { 100000, 99999 }, 99 }, { { 4000000000u, 4000000000u }, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (muster_season_count_get_percent (&counts[i].count), ==, counts[i].percent);
}

static void
test_forecast (void)
{
  static const struct
  {
    const char *what;
    MusterDay on;
    MusterSeasonCount people;
    MusterSeasonOutlook outlook;
    guint days;
    MusterDay complete;
    guint by_due;
  } forecasts[] = {
    { "before it opens", 20260731, { 10, 2 }, MUSTER_OUTLOOK_NOT_OPEN, 0, 0, 2 },
    { "nobody", 20260901, { 0, 0 }, MUSTER_OUTLOOK_NOBODY, 32, 0, 0 },
    { "all done", 20260901, { 10, 10 }, MUSTER_OUTLOOK_ALL_DONE, 32, 0, 10 },
    { "all done, and it is over", 20261101, { 10, 10 }, MUSTER_OUTLOOK_ALL_DONE, 93, 0, 10 },
    { "the sixth day", 20260806, { 10, 5 }, MUSTER_OUTLOOK_TOO_EARLY, 6, 0, 5 },
    { "the seventh day", 20260807, { 10, 5 }, MUSTER_OUTLOOK_IN_TIME, 7, 20260814, 10 },
    { "nobody is done", 20260901, { 10, 0 }, MUSTER_OUTLOOK_NO_PACE, 32, 0, 0 },
    { "one a day", 20260810, { 76, 10 }, MUSTER_OUTLOOK_IN_TIME, 10, 20261015, 76 },
    { "one a day, and one too many", 20260810, { 77, 10 }, MUSTER_OUTLOOK_LATE, 10, 20261016, 76 },
    { "rounded up", 20260810, { 14, 3 }, MUSTER_OUTLOOK_IN_TIME, 10, 20260916, 14 },
    { "slow", 20260909, { 100, 10 }, MUSTER_OUTLOOK_LATE, 40, 20270904, 19 },
    { "on the last day", 20261015, { 77, 76 }, MUSTER_OUTLOOK_LATE, 76, 20261016, 76 },
    { "two years and no more", 20260810, { 74, 1 }, MUSTER_OUTLOOK_LATE, 10, 20280809, 7 },
    { "for years", 20260810, { 75, 1 }, MUSTER_OUTLOOK_LATE, 10, 0, 7 },
    { "very many", 20260810, { 4000000000u, 2000000000u }, MUSTER_OUTLOOK_IN_TIME, 10, 20260820, 4000000000u },
    { "over", 20261016, { 10, 5 }, MUSTER_OUTLOOK_NOT_OPEN, 77, 0, 5 },
  };
  const MusterSeason *season = muster_rule_pack_get_season (get_pack ());

  for (guint i = 0; i < G_N_ELEMENTS (forecasts); i++)
    {
      MusterSeasonForecast forecast;
      g_autofree char *text = NULL;
      GDate on;

      g_test_message ("%s", forecasts[i].what);
      set_date (&on, forecasts[i].on);
      forecast = muster_season_foresee (season, &forecasts[i].people, &on);
      text = muster_season_forecast_dup_text (&forecast, season, &forecasts[i].people, muster_date_to_iso);
      g_assert_cmpint (forecast.outlook, ==, forecasts[i].outlook);
      g_assert_cmpuint (forecast.days, ==, forecasts[i].days);
      g_assert_cmpuint (muster_day_from_date (&forecast.complete), ==, forecasts[i].complete);
      g_assert_cmpuint (forecast.by_due, ==, forecasts[i].by_due);
      if (forecasts[i].complete != 0)
        {
          g_autofree char *day = muster_date_to_iso (&forecast.complete);

          g_assert_nonnull (strstr (text, day));
        }
    }
}

static void
test_words (void)
{
  const MusterSeasonCount one = { 1, 0 }, many = { 88, 43 };
  g_autofree char *of_one = muster_season_dup_headline (&one), *of_many = muster_season_dup_headline (&many);

  g_assert_cmpstr (of_one, ==, "0 of 1 person is recertified.");
  g_assert_cmpstr (of_many, ==, "43 of 88 people are recertified.");
  for (guint i = 0; i <= MUSTER_SEASON_OVER; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (muster_season_phase_to_code (i), !=, muster_season_phase_to_code (k));
  for (guint i = 0; i <= MUSTER_OUTLOOK_LATE; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (muster_season_outlook_to_code (i), !=, muster_season_outlook_to_code (k));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/season/phases", test_phases);
  g_test_add_func ("/domain/season/people", test_people);
  g_test_add_func ("/domain/season/notice", test_notice);
  g_test_add_func ("/domain/season/progress", test_progress);
  g_test_add_func ("/domain/season/percent", test_percent);
  g_test_add_func ("/domain/season/forecast", test_forecast);
  g_test_add_func ("/domain/season/words", test_words);
  return g_test_run ();
}
