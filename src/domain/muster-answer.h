/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-requirement-check.h"

/**
 * MusterAnswerFacts: all that the answer about one person on one day depends on.
 * @standing: without what it holds about requirements, which is worked out from the rest
 */
typedef struct
{
  MusterRequirementDay day;
  MusterStandingFacts standing;
  MusterRoleFacts roles[MUSTER_N_ASSISTER_TYPES];
  MusterDay since[MUSTER_N_ASSISTER_TYPES];
  const MusterRequirementFact *facts;
  guint n_facts;
} MusterAnswerFacts;

/** MusterAnswerReason: why, and what would cure it. @code and @requirement are promised in JSON. */
typedef struct
{
  const char *code;
  char *text;
  char *cure;
  char *requirement;
} MusterAnswerReason;

/** MusterAnswerRequirement: a requirement in a role. @place: in the rule pack. */
typedef struct
{
  guint place;
  MusterAssisterType type;
  MusterRequirementFinding finding;
} MusterAnswerRequirement;

/**
 * MusterAnswer: “may assist”, with every reason and its cure.
 * @reasons: (element-type MusterAnswerReason)
 * @requirements: (element-type MusterAnswerRequirement): of every role held that can still be helped or lost, in order of the pack
 * @proposed: per role, the state that the calendar proposes; the state it is in where it proposes nothing. It is a proposal: a person decides.
 */
typedef struct
{
  MusterStandingFacts facts;
  MusterStanding standing;
  GPtrArray *reasons;
  GArray *requirements;
  MusterCertificationState proposed[MUSTER_N_ASSISTER_TYPES];
} MusterAnswer;

/** muster_answer_new: the one pure function of facts, rules and date. */
MusterAnswer *muster_answer_new (MusterRulePack *pack, const MusterAnswerFacts *facts);
void muster_answer_free (MusterAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAnswer, muster_answer_free)

/**
 * Returns: (transfer full): the codes of the requirements that block and are lacking in the roles @types, "licence data-security", each once; empty for none. @text, if given (transfer
 * full): translated: a sentence for each. Of a role that is suspended for an administrative reason it is what has to be done before that is lifted.
 */
char *muster_answer_dup_lacking (const MusterAnswer *answer, MusterRulePack *pack, guint types, char **text);

/** Whether nothing that blocks is lacking in @type: then an applicant may become certified. */
gboolean muster_answer_is_complete (const MusterAnswer *answer, MusterRulePack *pack, MusterAssisterType type);
