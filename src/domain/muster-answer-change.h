/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"

/** MusterAnswerChange: what becomes of somebody’s answer by other rules, or on another day; the gravest first. */
typedef enum
{
  MUSTER_CHANGE_LOSES,   /* may assist, and then may not */
  MUSTER_CHANGE_GAINS,   /* may not, and then may */
  MUSTER_CHANGE_ROLES,   /* may assist both times, in other roles */
  MUSTER_CHANGE_REASONS, /* the answer is the same, for other reasons */
  MUSTER_CHANGE_THROUGH, /* may assist both times, until another day */
  MUSTER_CHANGE_NONE,
} MusterAnswerChange;

#define MUSTER_N_ANSWER_CHANGES 5

/** Returns: "loses", "gains", "roles", "reasons", "through": promised in JSON. */
const char *muster_answer_change_to_code (MusterAnswerChange change);
/** Returns: translated: "No longer may assist", … */
const char *muster_answer_change_get_label (MusterAnswerChange change);

/**
 * MusterRuleComparison: two packs, the same one perhaps, side by side.
 * @places: where a requirement of @before is in @after; -1 for one that is gone
 */
typedef struct
{
  MusterRulePack *before;
  MusterRulePack *after;
  int places[MUSTER_MAX_REQUIREMENTS];
} MusterRuleComparison;

/** Neither pack is held. */
void muster_rule_comparison_init (MusterRuleComparison *comparison, MusterRulePack *before, MusterRulePack *after);
/** Compares two answers about one person, by the packs of @comparison. */
MusterAnswerChange muster_rule_comparison_judge (const MusterRuleComparison *comparison, const MusterStandingFacts *before, const MusterStandingFacts *after);

/** Returns: (transfer full) (element-type utf8): the codes of the requirements of @pack that @facts lacks. */
GPtrArray *muster_standing_list_lacking (MusterRulePack *pack, const MusterStandingFacts *facts);
/** Returns: (transfer full) (nullable): translated: all reasons in a line, what is required by name; %NULL where there is none. */
char *muster_standing_dup_reasons (MusterRulePack *pack, const MusterStandingFacts *facts);
