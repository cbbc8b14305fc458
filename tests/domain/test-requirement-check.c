/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-answer.h"
#include "domain/muster-rule-packs.h"

#define MET MUSTER_MEANING_MET
#define ON_THE_WAY MUSTER_MEANING_ON_THE_WAY
#define ADVERSE MUSTER_MEANING_ADVERSE
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define BROKER MUSTER_ASSISTER_BROKER

/* One fact or two; @on 0 ends them. The season of the pack of 2027 opens on 1 August 2026 and is due on 15 October 2026. */
typedef struct
{
  MusterEvidenceMeaning meaning;
  MusterDay on;
  MusterDay expires;
} Fact;

typedef struct
{
  const char *what;
  const char *requirement;
  MusterAssisterType type;
  MusterDay day;
  MusterCertificationState state;
  MusterDay certified_on;
  MusterDay certified_recorded;
  Fact facts[3];
  MusterRequirementStatus status;
  MusterDay through;
} Case;

#define CERTIFIED(on, recorded) MUSTER_STATE_CERTIFIED, on, recorded
#define IN_TRAINING MUSTER_STATE_IN_TRAINING, 0, 0

static const Case cases[] = {
  { "not asked of a broker", "background-study", BROKER, 20260901, CERTIFIED (20250101, 20250101), { { 0 } }, MUSTER_REQUIREMENT_NOT_ASKED, 0 },
  { "a licence is not asked of a navigator", "licence", NAVIGATOR, 20260901, CERTIFIED (20250101, 20250101), { { 0 } }, MUSTER_REQUIREMENT_NOT_ASKED, 0 },

  { "certified before the season: through the day it is due", "data-security", NAVIGATOR, 20260901, CERTIFIED (20250901, 20250901), { { 0 } }, MUSTER_REQUIREMENT_IMPLIED, 20261015 },
  { "the last day counts", "data-security", NAVIGATOR, 20261015, CERTIFIED (20250901, 20250901), { { 0 } }, MUSTER_REQUIREMENT_IMPLIED, 20261015 },
  { "the day after does not", "data-security", NAVIGATOR, 20261016, CERTIFIED (20250901, 20250901), { { 0 } }, MUSTER_REQUIREMENT_MISSING, 20261015 },
  { "certified in the season", "data-security", NAVIGATOR, 20261016, CERTIFIED (20260801, 20260801), { { 0 } }, MUSTER_REQUIREMENT_IMPLIED, 0 },
  { "the day before the season opens is not in it", "data-security", NAVIGATOR, 20261016, CERTIFIED (20260731, 20260731), { { 0 } }, MUSTER_REQUIREMENT_MISSING, 20261015 },
  { "a certification of long ago that was written down after the due day", "data-security", NAVIGATOR, 20261128, CERTIFIED (20240101, 20261120), { { 0 } }, MUSTER_REQUIREMENT_IMPLIED, 0 },
  { "written down on the due day", "data-security", NAVIGATOR, 20261128, CERTIFIED (20240101, 20261015), { { 0 } }, MUSTER_REQUIREMENT_MISSING, 20261015 },

  { "passed in the season", "data-security", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20260815 } }, MUSTER_REQUIREMENT_MET, 0 },
  { "passed on its first day", "data-security", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20260801 } }, MUSTER_REQUIREMENT_MET, 0 },
  { "passed late is passed all the same", "data-security", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20261127 } }, MUSTER_REQUIREMENT_MET, 0 },
  { "what happens later does not count yet", "data-security", NAVIGATOR, 20261126, CERTIFIED (20250901, 20250901), { { MET, 20261127 } }, MUSTER_REQUIREMENT_MISSING, 20261015 },
  { "passed in the season before", "data-security", NAVIGATOR, 20260901, CERTIFIED (20240901, 20240901), { { MET, 20250815 } }, MUSTER_REQUIREMENT_MET, 20261015 },
  { "passed in the season before, and that is over", "data-security", NAVIGATOR, 20261016, CERTIFIED (20240901, 20240901), { { MET, 20250815 } }, MUSTER_REQUIREMENT_EXPIRED, 20261015 },
  { "passed two seasons before", "data-security", NAVIGATOR, 20260901, IN_TRAINING, { { MET, 20240815 } }, MUSTER_REQUIREMENT_EXPIRED, 20251015 },
  { "failed", "data-security", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { ADVERSE, 20260815 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },
  { "failed, then passed", "data-security", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { ADVERSE, 20260815 }, { MET, 20260820 } }, MUSTER_REQUIREMENT_MET, 0 },
  { "a course once passed stays passed", "data-security", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20260815 }, { ADVERSE, 20260820 } }, MUSTER_REQUIREMENT_MET, 0 },
  { "enrolled", "data-security", NAVIGATOR, 20261128, IN_TRAINING, { { ON_THE_WAY, 20260815 } }, MUSTER_REQUIREMENT_MISSING, 0 },
  { "a failure of before the certification", "data-security", NAVIGATOR, 20261128, CERTIFIED (20260901, 20260901), { { ADVERSE, 20260815 } }, MUSTER_REQUIREMENT_IMPLIED, 0 },
  { "an expiry earlier than the rule", "data-security", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20260815, 20261101 } }, MUSTER_REQUIREMENT_EXPIRED, 20261101 },
  { "through that day", "data-security", NAVIGATOR, 20261101, CERTIFIED (20250901, 20250901), { { MET, 20260815, 20261101 } }, MUSTER_REQUIREMENT_MET, 20261101 },

  { "nothing of somebody in training", "background-study", NAVIGATOR, 20261128, IN_TRAINING, { { 0 } }, MUSTER_REQUIREMENT_MISSING, 0 },
  { "a study once", "background-study", NAVIGATOR, 20361128, IN_TRAINING, { { MET, 20200815 } }, MUSTER_REQUIREMENT_MET, 0 },
  { "of a study the newest word counts", "background-study", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20250815 }, { ADVERSE, 20261001 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },
  { "cleared again", "background-study", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { ADVERSE, 20250815 }, { MET, 20261001 } }, MUSTER_REQUIREMENT_MET, 0 },
  { "on one day the later entry counts", "background-study", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20261001 }, { ADVERSE, 20261001 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },
  { "and the other way round", "background-study", NAVIGATOR, 20261128, CERTIFIED (20250901, 20250901), { { ADVERSE, 20261001 }, { MET, 20261001 } }, MUSTER_REQUIREMENT_MET, 0 },

  { "a licence nobody recorded", "licence", BROKER, 20261128, CERTIFIED (20250901, 20250901), { { 0 } }, MUSTER_REQUIREMENT_IMPLIED, 0 },
  { "a licence on its last day", "licence", BROKER, 20261031, CERTIFIED (20250901, 20250901), { { MET, 20241101, 20261031 } }, MUSTER_REQUIREMENT_MET, 20261031 },
  { "on the day after", "licence", BROKER, 20261101, CERTIFIED (20250901, 20250901), { { MET, 20241101, 20261031 } }, MUSTER_REQUIREMENT_EXPIRED, 20261031 },
  { "renewed", "licence", BROKER, 20261101, CERTIFIED (20250901, 20250901), { { MET, 20241101, 20261031 }, { MET, 20261015, 20281031 } }, MUSTER_REQUIREMENT_MET, 20281031 },
  { "reinstated after it had ended", "licence", BROKER, 20261128, CERTIFIED (20261120, 20261120), { { MET, 20241101, 20261031 } }, MUSTER_REQUIREMENT_EXPIRED, 20261031 },
  { "surrendered", "licence", BROKER, 20261128, CERTIFIED (20250901, 20250901), { { MET, 20241101, 20281031 }, { ADVERSE, 20261001 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },

  { "credits of 24 months", "credits", BROKER, 20280229, CERTIFIED (20250901, 20250901), { { MET, 20260228 } }, MUSTER_REQUIREMENT_EXPIRED, 20280228 },
  { "a lapse, and certified since: no licence comes of that", "licence", BROKER, 20261128, CERTIFIED (20261119, 20261119), { { MET, 20260301, 20280331 }, { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },
  { "a lapse, certified since, and the end that was known has come", "licence", BROKER, 20280401, CERTIFIED (20261119, 20261119), { { MET, 20260301, 20280331 }, { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },
  { "a lapse, certified since, after the end that was known", "licence", BROKER, 20261128, CERTIFIED (20261119, 20261119), { { MET, 20241101, 20261031 }, { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },
  { "a contract that lapsed, and certified since: until the end that was known", "agency-contract", BROKER, 20261128, CERTIFIED (20261119, 20261119), { { MET, 20260301, 20280331 }, { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_IMPLIED, 20280331 },
  { "a contract that lapsed, certified since, and that end has come", "agency-contract", BROKER, 20280401, CERTIFIED (20261119, 20261119), { { MET, 20260301, 20280331 }, { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_EXPIRED, 20280331 },
  { "a contract that lapsed, certified since, after the end that was known", "agency-contract", BROKER, 20261128, CERTIFIED (20261119, 20261119), { { MET, 20241101, 20261031 }, { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_IMPLIED, 0 },
  { "a lapse, certified since, licensed again", "licence", BROKER, 20261128, CERTIFIED (20261119, 20261119), { { ADVERSE, 20261102 }, { MET, 20261120, 20281031 } }, MUSTER_REQUIREMENT_MET, 20281031 },
  { "a lapse of which nothing else is known, and certified since", "licence", BROKER, 20261128, CERTIFIED (20261119, 20261119), { { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_ADVERSE, 0 },
  { "a lapse to come takes nothing yet from what the certification shows", "licence", BROKER, 20261101, CERTIFIED (20250901, 20250901), { { ADVERSE, 20261102 } }, MUSTER_REQUIREMENT_IMPLIED, 0 },
  { "on the way to a licence, and certified", "licence", BROKER, 20261128, CERTIFIED (20250901, 20250901), { { ON_THE_WAY, 20261102 } }, MUSTER_REQUIREMENT_IMPLIED, 0 },
  { "through that day of the month", "credits", BROKER, 20280228, CERTIFIED (20250901, 20250901), { { MET, 20260228 } }, MUSTER_REQUIREMENT_MET, 20280228 },
  { "from a leap day on", "credits", BROKER, 20260228, CERTIFIED (20230901, 20230901), { { MET, 20240229 } }, MUSTER_REQUIREMENT_MET, 20260228 },
  { "certification implies no credits", "credits", BROKER, 20261128, CERTIFIED (20250901, 20250901), { { 0 } }, MUSTER_REQUIREMENT_MISSING, 0 },
};

static MusterRequirementFinding
check (const Case *c)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");
  int place = muster_rule_pack_find_requirement (pack, c->requirement, NULL);
  MusterRequirementFact facts[3];
  MusterRoleFacts role = { c->state, c->certified_on, c->certified_recorded };
  MusterRequirementDay day = { .on = c->day };
  guint n = 0;

  g_assert_cmpint (place, >=, 0);
  for (; n < 3 && c->facts[n].on != 0; n++)
    facts[n] = (MusterRequirementFact) { .requirement = place, .meaning = c->facts[n].meaning, .on = c->facts[n].on, .expires = c->facts[n].expires };
  return muster_requirement_check (pack, place, &day, facts, n, c->type, &role);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterRequirementFinding finding = check (&cases[i]);

      g_test_message ("%s: %s through %u", cases[i].what, muster_requirement_status_to_code (finding.status), finding.through);
      g_assert_cmpint (finding.status, ==, cases[i].status);
      g_assert_cmpuint (finding.through, ==, cases[i].through);
    }
}

static const struct
{
  const char *what;
  MusterDay day;
  MusterDay signed_on;
  guint notice; /* from 1 */
  MusterRequirementStatus status;
  MusterDay through;
} notices[] = {
  { "the newest version", 20261128, 20261101, 2, MUSTER_REQUIREMENT_MET, 0 },
  { "an earlier version, in time", 20261110, 20260901, 1, MUSTER_REQUIREMENT_MET, 20261120 },
  { "an earlier version, late", 20261121, 20260901, 1, MUSTER_REQUIREMENT_EXPIRED, 20261120 },
  { "signed since, but the old text", 20261121, 20261105, 1, MUSTER_REQUIREMENT_EXPIRED, 20261120 },
  { "signed since, and nobody said which", 20261121, 20261105, 0, MUSTER_REQUIREMENT_EXPIRED, 20261120 },
  { "the newest version, before it was in force", 20261121, 20261028, 2, MUSTER_REQUIREMENT_MET, 0 },
  { "the newest version, before it was in force, on a day before that", 20261029, 20261028, 2, MUSTER_REQUIREMENT_MET, 0 },
  { "a version is to come", 20261031, 20260901, 1, MUSTER_REQUIREMENT_MET, 20261120 },
  { "nothing signed, certified before it came out", 20261110, 0, 0, MUSTER_REQUIREMENT_IMPLIED, 20261120 },
  { "nothing signed, late", 20261121, 0, 0, MUSTER_REQUIREMENT_MISSING, 20261120 },
};

static MusterRequirementFinding
check_notice (MusterDay day, MusterDay signed_on, guint notice, const MusterNoticeDays *versions, guint n_versions)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");
  int place = muster_rule_pack_find_requirement (pack, "notice", NULL);
  const MusterRoleFacts role = { MUSTER_STATE_CERTIFIED, 20260901, 20260901 };
  const MusterRequirementDay asked = { .on = day, .notices = versions, .n_notices = n_versions };
  const MusterRequirementFact fact = { .requirement = place, .meaning = MET, .notice = notice, .on = signed_on };

  return muster_requirement_check (pack, place, &asked, &fact, signed_on != 0, NAVIGATOR, &role);
}

/* A new version, in force from 1 November 2026, is to be signed through 20 November. */
static void
test_notice (void)
{
  static const MusterNoticeDays versions[] = { { 20260801, 20260831 }, { 20261101, 20261120 } };

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      MusterRequirementFinding finding = check_notice (notices[i].day, notices[i].signed_on, notices[i].notice, versions, G_N_ELEMENTS (versions));

      g_test_message ("%s", notices[i].what);
      g_assert_cmpint (finding.status, ==, notices[i].status);
      g_assert_cmpuint (finding.through, ==, notices[i].through);
    }
}

/* Whoever is late with one version is not given a new month by the next. */
static void
test_next_notice (void)
{
  static const MusterNoticeDays versions[] = { { 20260801, 20260831 }, { 20261101, 20261120 }, { 20261119, 20261218 } };
  MusterRequirementFinding late = check_notice (20261121, 20260901, 1, versions, G_N_ELEMENTS (versions));
  MusterRequirementFinding in_time = check_notice (20261121, 20261115, 2, versions, G_N_ELEMENTS (versions));
  MusterRequirementFinding by_certification = check_notice (20261121, 0, 0, versions, G_N_ELEMENTS (versions));

  g_assert_cmpint (late.status, ==, MUSTER_REQUIREMENT_EXPIRED);
  g_assert_cmpuint (late.through, ==, 20261120);
  g_assert_cmpint (in_time.status, ==, MUSTER_REQUIREMENT_MET);
  g_assert_cmpuint (in_time.through, ==, 20261218);
  g_assert_cmpint (by_certification.status, ==, MUSTER_REQUIREMENT_MISSING);
  g_assert_cmpuint (by_certification.through, ==, 20261120);
}

static MusterAnswerFacts
make_facts (MusterDay day, MusterCertificationState state, MusterDay since)
{
  MusterAnswerFacts facts = { .day = { .on = day }, .standing = { .active = TRUE, .has_agency = TRUE } };

  facts.standing.states[1] = facts.roles[1].state = state;
  facts.since[1] = since;
  if (state == MUSTER_STATE_CERTIFIED)
    facts.roles[1].certified_on = facts.roles[1].certified_recorded = since;
  return facts;
}

static const struct
{
  const char *what;
  MusterDay day;
  MusterCertificationState state;
  MusterDay since;
  MusterCertificationState proposed;
} proposals[] = {
  { "in time", 20261015, MUSTER_STATE_CERTIFIED, 20250901, MUSTER_STATE_CERTIFIED },
  { "the deadline is missed", 20261016, MUSTER_STATE_CERTIFIED, 20250901, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
  { "suspended within the window", 20261128, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, 20241128, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
  { "the window has passed", 20261129, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, 20241128, MUSTER_STATE_EXPIRED },
  { "training is not complete", 20261128, MUSTER_STATE_IN_TRAINING, 20260901, MUSTER_STATE_IN_TRAINING },
  { "nothing proposes a revocation", 20261128, MUSTER_STATE_SUSPENDED_FOR_CAUSE, 20200901, MUSTER_STATE_SUSPENDED_FOR_CAUSE },
};

static void
test_proposals (void)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      MusterAnswerFacts facts = make_facts (proposals[i].day, proposals[i].state, proposals[i].since);
      g_autoptr (MusterAnswer) answer = muster_answer_new (pack, &facts);

      g_test_message ("%s", proposals[i].what);
      g_assert_cmpint (answer->proposed[1], ==, proposals[i].proposed);
      /* What would have lifted a suspension does not any more when its time is over. */
      if (proposals[i].state == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE)
        g_assert_cmpint (strstr (((MusterAnswerReason *) answer->reasons->pdata[0])->cure, "apply again") != NULL, ==, proposals[i].proposed == MUSTER_STATE_EXPIRED);
    }
}

/* Everything that is required, so that taking one away shows what it does. */
static guint
fill_facts (MusterRulePack *pack, MusterRequirementFact *facts)
{
  guint n, count = 0;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  for (guint i = 0; i < n; i++)
    if (requirements[i]->blocks && (requirements[i]->types & NAVIGATOR) != 0)
      facts[count++] = (MusterRequirementFact) { .requirement = i, .meaning = MET, .on = 20260815 };
  return count;
}

/* With all of it an applicant is complete; without any one of them not, and the answer names that one. */
static void
test_removing_a_fact (void)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");
  MusterRequirementFact all[MUSTER_MAX_REQUIREMENTS], some[MUSTER_MAX_REQUIREMENTS];
  guint n = fill_facts (pack, all), count;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &count);

  g_assert_cmpuint (n, >=, 5);
  for (guint without = 0; without <= n; without++)
    {
      MusterAnswerFacts facts = make_facts (20261128, MUSTER_STATE_CERTIFIED, 20250901);
      g_autoptr (MusterAnswer) answer = NULL;
      const MusterAnswerReason *reason;
      guint k = 0;

      for (guint i = 0; i < n; i++)
        if (i != without)
          some[k++] = all[i];
      facts.facts = some;
      facts.n_facts = k;
      answer = muster_answer_new (pack, &facts);
      g_assert_cmpint (muster_answer_is_complete (answer, pack, NAVIGATOR), ==, answer->reasons->len == 0);
      if (without == n || requirements[all[without].requirement]->renewal == MUSTER_RENEWAL_ONCE)
        {
          g_assert_true (answer->standing.may_assist);
          continue;
        }
      g_assert_false (answer->standing.may_assist);
      g_assert_cmpuint (answer->reasons->len, ==, 1);
      reason = answer->reasons->pdata[0];
      g_assert_cmpstr (reason->requirement, ==, requirements[all[without].requirement]->code);
      g_assert_cmpstr (reason->code, ==, "requirement-missing");
      g_assert_nonnull (strstr (reason->text, requirements[all[without].requirement]->title));
      g_assert_cmpstr (reason->cure, !=, "");
    }
}

static MusterRequirementFact
choose_fact (GRand *chance, guint n)
{
  MusterRequirementFact fact = { .requirement = g_rand_int_range (chance, 0, n), .meaning = g_rand_int_range (chance, 0, 3), .on = muster_day_add (20250601, g_rand_int_range (chance, 0, 600)) };

  if (g_rand_boolean (chance))
    fact.expires = muster_day_add (fact.on, g_rand_int_range (chance, 0, 400));
  return fact;
}

/* Whatever a finding rests on: without it the finding is another, or rests on another fact; and where there was nothing else, it is not found any more. */
static void
assert_rests_on_fact (MusterRulePack *pack, guint place, const MusterRequirementDay *day, const MusterRequirementFact *facts, guint n, const MusterRoleFacts *role)
{
  MusterRequirementFinding finding = muster_requirement_check (pack, place, day, facts, n, NAVIGATOR, role), without;
  g_autofree MusterRequirementFact *others = g_memdup2 (facts, n * sizeof *facts);
  guint n_about = 0;

  if (finding.fact < 0)
    return;
  g_assert_cmpuint (facts[finding.fact].requirement, ==, place);
  g_assert_cmpuint (facts[finding.fact].on, <=, day->on);
  for (guint i = 0; i < n; i++)
    n_about += facts[i].requirement == place && facts[i].on <= day->on;
  memmove (others + finding.fact, others + finding.fact + 1, (n - finding.fact - 1) * sizeof *others);
  without = muster_requirement_check (pack, place, day, others, n - 1, NAVIGATOR, role);
  g_assert_cmpint (without.fact >= 0, <=, n_about > 1);
  g_assert_true (without.status != finding.status || without.through != finding.through || without.fact >= 0 || finding.status == MUSTER_REQUIREMENT_MISSING);
  if (n_about == 1 && finding.status != MUSTER_REQUIREMENT_MISSING)
    g_assert_cmpint (without.status, !=, finding.status);
}

static void
test_removing_any_fact (void)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");
  g_autoptr (GRand) chance = g_rand_new_with_seed (g_test_rand_int ());
  MusterRequirementFact facts[20];
  guint n_requirements;

  muster_rule_pack_get_requirements (pack, &n_requirements);
  for (guint round = 0; round < 20000; round++)
    {
      MusterRequirementDay day = { .on = muster_day_add (20250601, g_rand_int_range (chance, 0, 700)) };
      MusterRoleFacts role = { g_rand_int_range (chance, MUSTER_STATE_APPLICANT, MUSTER_STATE_SUSPENDED_FOR_CAUSE), 0, 0 };
      guint n = g_rand_int_range (chance, 1, G_N_ELEMENTS (facts) + 1);

      if (g_rand_boolean (chance))
        role.certified_on = role.certified_recorded = muster_day_add (20250601, g_rand_int_range (chance, 0, 600));
      for (guint i = 0; i < n; i++)
        facts[i] = choose_fact (chance, n_requirements);
      for (guint place = 0; place < n_requirements; place++)
        assert_rests_on_fact (pack, place, &day, facts, n, &role);
    }
}

/* A role that lacks something does not take another with it. */
static void
test_two_roles (void)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2027");
  MusterAnswerFacts facts = make_facts (20261128, MUSTER_STATE_CERTIFIED, 20260901);
  MusterRequirementFact licence = { muster_rule_pack_find_requirement (pack, "licence", NULL), MET, 0, 20241101, 20261031 };
  g_autoptr (MusterAnswer) answer = NULL;

  facts.standing.states[0] = facts.roles[0].state = MUSTER_STATE_CERTIFIED;
  facts.roles[0].certified_on = facts.roles[0].certified_recorded = 20260901;
  facts.facts = &licence;
  facts.n_facts = 1;
  answer = muster_answer_new (pack, &facts);
  g_assert_true (answer->standing.may_assist);
  g_assert_cmphex (answer->standing.assisting_types, ==, NAVIGATOR);
  g_assert_cmpint (answer->proposed[0], ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
  g_assert_cmpint (answer->proposed[1], ==, MUSTER_STATE_CERTIFIED);
}

static const MusterAnswerReason *
find_reason (const MusterAnswer *answer, const char *code)
{
  for (guint i = 0; i < answer->reasons->len; i++)
    if (g_str_equal (((const MusterAnswerReason *) answer->reasons->pdata[i])->code, code))
      return answer->reasons->pdata[i];
  return NULL;
}

/* A role that was revoked is told whatever the other one allows, and after the person left it. */
static void
test_revoked_beside (void)
{
  static const struct
  {
    guint8 state;
    gboolean left_revoked;
    const char *text; /* %NULL: nothing is said of it */
  } revoked[] = {
    { MUSTER_STATE_REVOKED, FALSE, "Broker: the certification was revoked." },
    { MUSTER_STATE_INACTIVE, TRUE, "Broker: the certification was revoked." },
    { MUSTER_STATE_INACTIVE, FALSE, NULL },
    { MUSTER_STATE_WITHDRAWN, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (revoked); i++)
    {
      MusterAnswerFacts facts = make_facts (20261128, MUSTER_STATE_CERTIFIED, 20260901);
      g_autoptr (MusterAnswer) answer = NULL;
      const MusterAnswerReason *reason;

      g_test_message ("%u", i);
      facts.standing.states[0] = facts.roles[0].state = revoked[i].state;
      facts.standing.left_revoked = revoked[i].left_revoked ? 1 : 0;
      answer = muster_answer_new (muster_rule_packs_find_shipped ("mnsure-2027"), &facts);
      reason = find_reason (answer, "revoked");
      g_assert_cmpstr (reason != NULL ? reason->text : NULL, ==, revoked[i].text);
    }
}

/* “May apply again” is not said beside a decision that comes. */
static void
test_withdrawn_before_decision (void)
{
  for (guint i = 0; i < 2; i++)
    {
      MusterAnswerFacts facts = make_facts (20261128, MUSTER_STATE_WITHDRAWN, 0);
      g_autoptr (MusterAnswer) answer = NULL;

      facts.roles[1].decided_through = i == 0 ? 0 : 20261209;
      answer = muster_answer_new (muster_rule_packs_find_shipped ("mnsure-2027"), &facts);
      g_assert_cmpint (strstr (find_reason (answer, "withdrawn")->cure, "waiting time") != NULL, ==, i == 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/requirement-check/cases", test_cases);
  g_test_add_func ("/domain/requirement-check/notice", test_notice);
  g_test_add_func ("/domain/requirement-check/next-notice", test_next_notice);
  g_test_add_func ("/domain/requirement-check/proposals", test_proposals);
  g_test_add_func ("/domain/requirement-check/revoked-beside", test_revoked_beside);
  g_test_add_func ("/domain/requirement-check/withdrawn-before-decision", test_withdrawn_before_decision);
  g_test_add_func ("/domain/requirement-check/removing-a-fact", test_removing_a_fact);
  g_test_add_func ("/domain/requirement-check/removing-any-fact", test_removing_any_fact);
  g_test_add_func ("/domain/requirement-check/two-roles", test_two_roles);
  return g_test_run ();
}
