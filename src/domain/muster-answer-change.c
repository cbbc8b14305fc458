/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-answer-change.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-requirement-check.h"

static const char *const change_codes[MUSTER_N_ANSWER_CHANGES] = { "loses", "gains", "roles", "reasons", "through" };

static const char *const change_labels[MUSTER_N_ANSWER_CHANGES] = {
  N_("May no longer assist"),
  N_("May assist then"),
  N_("May assist in other roles"),
  N_("Other reasons"),
  N_("May assist until another day"),
};

const char *
muster_answer_change_to_code (MusterAnswerChange change)
{
  g_return_val_if_fail ((guint) change < MUSTER_N_ANSWER_CHANGES, "");
  return change_codes[change];
}

const char *
muster_answer_change_get_label (MusterAnswerChange change)
{
  g_return_val_if_fail ((guint) change < MUSTER_N_ANSWER_CHANGES, "");
  return _(change_labels[change]);
}

void
muster_rule_comparison_init (MusterRuleComparison *comparison, MusterRulePack *before, MusterRulePack *after)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (before, &n);

  comparison->before = before;
  comparison->after = after;
  for (guint i = 0; i < n; i++)
    comparison->places[i] = before == after ? (int) i : muster_rule_pack_find_requirement (after, requirements[i]->code, NULL);
}

/* Whether the requirements of @before are those of @after. */
static gboolean
is_same (const MusterRuleComparison *comparison, guint32 before, guint32 after)
{
  guint32 moved = 0;

  for (int bit = g_bit_nth_lsf (before, -1); bit >= 0; bit = g_bit_nth_lsf (before, bit))
    {
      if (comparison->places[bit] < 0)
        return FALSE;
      moved |= 1u << comparison->places[bit];
    }
  return moved == after;
}

MusterAnswerChange
muster_rule_comparison_judge (const MusterRuleComparison *comparison, const MusterStandingFacts *before, const MusterStandingFacts *after)
{
  MusterStanding first = muster_standing_judge (before), second = muster_standing_judge (after);

  if (first.may_assist != second.may_assist)
    return first.may_assist ? MUSTER_CHANGE_LOSES : MUSTER_CHANGE_GAINS;
  if (first.assisting_types != second.assisting_types)
    return MUSTER_CHANGE_ROLES;
  if (first.reasons != second.reasons)
    return MUSTER_CHANGE_REASONS;
  if (first.may_assist)
    return before->through != after->through ? MUSTER_CHANGE_THROUGH : MUSTER_CHANGE_NONE;
  if (is_same (comparison, before->missing, after->missing) && is_same (comparison, before->expired, after->expired) && is_same (comparison, before->adverse, after->adverse))
    return MUSTER_CHANGE_NONE;
  return MUSTER_CHANGE_REASONS;
}

/* Where somebody may assist in one role, what lacks in another is no reason. */
static gboolean
counts (const MusterStanding *standing)
{
  return (standing->reasons & (MUSTER_REASON_REQUIREMENT_MISSING | MUSTER_REASON_REQUIREMENT_EXPIRED | MUSTER_REASON_REQUIREMENT_ADVERSE)) != 0;
}

GPtrArray *
muster_standing_list_lacking (MusterRulePack *pack, const MusterStandingFacts *facts)
{
  GPtrArray *codes = g_ptr_array_new ();
  MusterStanding standing = muster_standing_judge (facts);
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  for (guint i = 0; i < n && counts (&standing); i++)
    if (((facts->missing | facts->expired | facts->adverse) & (1u << i)) != 0)
      g_ptr_array_add (codes, requirements[i]->code);
  return codes;
}

static void
append_lacking (GString *text, MusterRulePack *pack, guint32 mask, const char *word)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  if (mask == 0)
    return;
  for (guint i = 0; i < n; i++)
    if ((mask & (1u << i)) != 0)
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", requirements[i]->title);
  /* Translators: “Missing”, “Expired” or “Not met”, and the names of what is required, parted by commas */
  g_string_append (text, text->len > 0 ? " " : "");
  g_string_append_printf (text, _("%s: %s."), word, titles->str);
}

char *
muster_standing_dup_reasons (MusterRulePack *pack, const MusterStandingFacts *facts)
{
  const guint of_requirements = MUSTER_REASON_REQUIREMENT_MISSING | MUSTER_REASON_REQUIREMENT_EXPIRED | MUSTER_REASON_REQUIREMENT_ADVERSE;
  MusterStanding standing = muster_standing_judge (facts);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_REASONS; i++)
    if ((standing.reasons & ~of_requirements & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", muster_reason_get_text (1u << i));
  if (counts (&standing))
    {
      append_lacking (text, pack, facts->missing, muster_requirement_status_get_label (MUSTER_REQUIREMENT_MISSING));
      append_lacking (text, pack, facts->expired, muster_requirement_status_get_label (MUSTER_REQUIREMENT_EXPIRED));
      append_lacking (text, pack, facts->adverse, muster_requirement_status_get_label (MUSTER_REQUIREMENT_ADVERSE));
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
