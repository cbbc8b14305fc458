/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-requirement-check.h"

#include "domain/muster-certification.h"

#define MONTHS_BETWEEN_SEASONS 12

/* What the evidence of one requirement comes to, whatever the role: places in the facts, -1 for none. */
typedef struct
{
  int met;
  int adverse;
  int latest;
} Evidence;

typedef struct
{
  MusterRulePack *pack;
  const MusterRequirement *requirement;
  const MusterRequirementDay *day;
  const MusterRequirementFact *facts;
  const MusterRoleFacts *role;
} Asking;

static gboolean
is_certified (const MusterRoleFacts *role)
{
  return role->state == MUSTER_STATE_CERTIFIED || role->state == MUSTER_STATE_CERTIFIED_RESTRICTED;
}

/* Whether a certification of before still shows what was met then: an administrative suspension takes nothing from that. What ended since is open until it is lifted. */
static gboolean
shows_something (const MusterRoleFacts *role)
{
  return is_certified (role) || (role->state == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE && role->certified_on != 0);
}

/* Of two on one day the one that was recorded later. */
static Evidence
gather (guint place, const MusterRequirementDay *day, const MusterRequirementFact *facts, guint n_facts)
{
  Evidence evidence = { -1, -1, -1 };

  for (guint i = 0; i < n_facts; i++)
    {
      int *of_meaning = facts[i].meaning == MUSTER_MEANING_MET ? &evidence.met : facts[i].meaning == MUSTER_MEANING_ADVERSE ? &evidence.adverse
                                                                                                                            : NULL;

      if (facts[i].requirement != place || facts[i].on > day->on)
        continue;
      if (evidence.latest < 0 || facts[i].on >= facts[evidence.latest].on)
        evidence.latest = i;
      if (of_meaning != NULL && (*of_meaning < 0 || facts[i].on >= facts[*of_meaning].on))
        *of_meaning = i;
    }
  return evidence;
}

/* Until when something shown on @on holds by the rule; 0 for no end. */
static MusterDay
find_end (const Asking *asking, MusterDay on)
{
  const MusterSeason *season = muster_rule_pack_get_season (asking->pack);
  MusterDay opens = muster_day_from_date (&season->opens), due = muster_day_from_date (&season->due);

  switch (asking->requirement->renewal)
    {
    case MUSTER_RENEWAL_SEASON:
      if (on >= opens)
        return 0;
      return on >= muster_day_add_months (opens, -MONTHS_BETWEEN_SEASONS) ? due : muster_day_add_months (due, -MONTHS_BETWEEN_SEASONS);
    case MUSTER_RENEWAL_MONTHS:
      return muster_day_add_months (on, asking->requirement->months);
    case MUSTER_RENEWAL_ONCE:
    default:
      return 0;
    }
}

/* How many versions of the notice had come by @on. */
static guint
count_notices (const Asking *asking, MusterDay on)
{
  guint n = 0;

  while (n < asking->day->n_notices && asking->day->notices[n].from <= on)
    n++;
  return n;
}

/* Through which day it will do that the first @n versions are signed: the next one says so, and no later one puts it off; 0 for no end. */
static MusterDay
find_notice_end (const Asking *asking, guint n)
{
  return asking->requirement->kind == MUSTER_REQUIREMENT_ACKNOWLEDGEMENT && n < asking->day->n_notices ? asking->day->notices[n].due : 0;
}

/* The version that was signed counts, whether it was in force yet or not. Where nobody said which, it was not the newest there was. */
static guint
count_signed (const Asking *asking, const MusterRequirementFact *fact)
{
  guint n = count_notices (asking, fact->on);

  return fact->notice > 0 ? fact->notice : MAX (n, 1) - 1;
}

static gboolean
is_outdated (const Asking *asking, const MusterRequirementFact *fact)
{
  return asking->requirement->kind == MUSTER_REQUIREMENT_ACKNOWLEDGEMENT && count_signed (asking, fact) < count_notices (asking, asking->day->notice_on);
}

static MusterRequirementFinding
judge_evidence (const Asking *asking, int place)
{
  const MusterRequirementFact *fact = &asking->facts[place];
  MusterRequirementFinding finding = { MUSTER_REQUIREMENT_MET, muster_day_earlier (find_end (asking, fact->on), fact->expires), place };

  finding.through = muster_day_earlier (finding.through, find_notice_end (asking, count_signed (asking, fact)));
  if (is_outdated (asking, fact) || (finding.through != 0 && finding.through < asking->day->on))
    finding.status = MUSTER_REQUIREMENT_EXPIRED;
  return finding;
}

/* The marketplace certified the person, so it was met then, and when that was written down. */
static MusterRequirementFinding
judge_certification (const Asking *asking)
{
  const MusterSeason *season = muster_rule_pack_get_season (asking->pack);
  MusterRequirementFinding finding = { MUSTER_REQUIREMENT_IMPLIED, 0, -1 };
  MusterDay known = MAX (asking->role->certified_on, asking->role->certified_recorded);

  if (asking->requirement->renewal == MUSTER_RENEWAL_MONTHS)
    finding.through = find_end (asking, known);
  else if (asking->requirement->renewal == MUSTER_RENEWAL_SEASON && known <= muster_day_from_date (&season->due) && asking->role->certified_on < muster_day_from_date (&season->opens))
    finding.through = muster_day_from_date (&season->due);
  finding.through = muster_day_earlier (finding.through, find_notice_end (asking, count_notices (asking, known)));
  if (finding.through != 0 && finding.through < asking->day->on)
    finding.status = MUSTER_REQUIREMENT_MISSING;
  return finding;
}

/* Without evidence and certification: what a season asks for is not late before it is due. */
static MusterRequirementFinding
judge_nothing (const Asking *asking)
{
  MusterRequirementFinding finding = { MUSTER_REQUIREMENT_MISSING, 0, -1 };
  MusterDay due = muster_day_from_date (&muster_rule_pack_get_season (asking->pack)->due);

  if (asking->requirement->renewal == MUSTER_RENEWAL_SEASON && shows_something (asking->role) && asking->day->on <= due)
    {
      finding.status = MUSTER_REQUIREMENT_DUE;
      finding.through = due;
    }
  return finding;
}

/* A course once passed stays passed; of anything else the newest word counts. */
static gboolean
is_adverse (const Asking *asking, const Evidence *evidence)
{
  if (evidence->adverse < 0)
    return FALSE;
  if (evidence->met < 0)
    return TRUE;
  return asking->requirement->kind != MUSTER_REQUIREMENT_COURSE && asking->facts[evidence->adverse].on >= asking->facts[evidence->met].on &&
         (asking->facts[evidence->adverse].on > asking->facts[evidence->met].on || evidence->adverse > evidence->met);
}

/* Against an adverse word of before; but an end that was recorded and is to come stays what it is. */
static MusterRequirementFinding
judge_later_certification (const Asking *asking, const Evidence *evidence)
{
  MusterRequirementFinding finding = judge_certification (asking);
  MusterDay end = evidence->met >= 0 ? asking->facts[evidence->met].expires : 0;

  if (finding.status != MUSTER_REQUIREMENT_IMPLIED || end < asking->role->certified_on || muster_day_earlier (finding.through, end) == finding.through)
    return finding;
  finding.through = end;
  finding.fact = evidence->met;
  if (finding.through < asking->day->on)
    finding.status = MUSTER_REQUIREMENT_EXPIRED;
  return finding;
}

/* What the marketplace's certification stands for. It never stands for a licence whose end is known: the state grants that one, and only a licence of its own says that there is one again. */
static gboolean
is_implied (const Asking *asking, const Evidence *evidence)
{
  if (!asking->requirement->implied || !shows_something (asking->role))
    return FALSE;
  return asking->requirement->kind != MUSTER_REQUIREMENT_LICENCE || (evidence->met < 0 && evidence->adverse < 0);
}

static MusterRequirementFinding
judge (const Asking *asking, const Evidence *evidence)
{
  gboolean may_be_implied = is_implied (asking, evidence);
  MusterDay certified = asking->role->certified_on;
  MusterRequirementFinding finding;

  if (is_adverse (asking, evidence))
    {
      if (may_be_implied && certified > asking->facts[evidence->adverse].on)
        return judge_later_certification (asking, evidence);
      return (MusterRequirementFinding) { MUSTER_REQUIREMENT_ADVERSE, 0, evidence->adverse };
    }
  if (evidence->met >= 0)
    {
      finding = judge_evidence (asking, evidence->met);
      if (finding.status == MUSTER_REQUIREMENT_MET || !may_be_implied || (certified <= finding.through && !is_outdated (asking, &asking->facts[evidence->met])))
        return finding;
    }
  finding = may_be_implied ? judge_certification (asking) : judge_nothing (asking);
  if (finding.fact < 0 && evidence->latest >= 0 && finding.status == MUSTER_REQUIREMENT_MISSING)
    finding.fact = evidence->latest;
  return finding;
}

MusterRequirementFinding
muster_requirement_check (MusterRulePack *pack, guint place, const MusterRequirementDay *day, const MusterRequirementFact *facts, guint n_facts, MusterAssisterType type,
                          const MusterRoleFacts *role)
{
  guint n;
  const MusterRequirement *requirement = muster_rule_pack_get_requirements (pack, &n)[place];
  const Asking asking = { pack, requirement, day, facts, role };
  Evidence evidence;

  if ((requirement->types & type) == 0)
    return (MusterRequirementFinding) { MUSTER_REQUIREMENT_NOT_ASKED, 0, -1 };
  evidence = gather (place, day, facts, n_facts);
  return judge (&asking, &evidence);
}

/* Whether the role is judged by something at all: by a part of what the rules require it may not be. */
static gboolean
is_concerned (MusterRulePack *pack, const MusterRequirementDay *day, guint type)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  for (guint place = 0; day->only != 0 && place < n; place++)
    if ((day->only & (1u << place)) != 0 && (requirements[place]->types & (1u << type)) != 0)
      return TRUE;
  return day->only == 0;
}

static void
note_lacking (MusterStandingFacts *standing, guint place, MusterRequirementStatus status)
{
  guint32 *masks[MUSTER_N_REQUIREMENT_STATUSES] = {
    [MUSTER_REQUIREMENT_MISSING] = &standing->missing,
    [MUSTER_REQUIREMENT_EXPIRED] = &standing->expired,
    [MUSTER_REQUIREMENT_ADVERSE] = &standing->adverse,
  };

  *masks[status] |= 1u << place;
}

void
muster_requirement_check_all (MusterRulePack *pack, const MusterRequirementDay *day, const MusterRequirementFact *facts, guint n_facts, const MusterRoleFacts *roles,
                              MusterStandingFacts *standing)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);
  MusterDay last = 0;
  gboolean is_endless = FALSE;

  for (guint type = 0; type < MUSTER_N_ASSISTER_TYPES; type++)
    {
      MusterDay through = roles[type].decided_through;

      if (!is_certified (&roles[type]) || !is_concerned (pack, day, type))
        continue;
      for (guint place = 0; place < n; place++)
        {
          MusterRequirementFinding finding;

          if (!requirements[place]->blocks || (day->only != 0 && (day->only & (1u << place)) == 0))
            continue;
          finding = muster_requirement_check (pack, place, day, facts, n_facts, 1u << type, &roles[type]);
          if (muster_requirement_status_is_lacking (finding.status))
            {
              standing->blocked_types |= 1u << type;
              note_lacking (standing, place, finding.status);
            }
          through = muster_day_earlier (through, finding.through);
        }
      if ((standing->blocked_types & (1u << type)) != 0)
        continue;
      is_endless |= through == 0;
      last = MAX (last, through);
    }
  standing->through = is_endless ? 0 : last;
}
