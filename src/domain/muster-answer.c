/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-answer.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-deadline.h"

#define REACTIVATION_RULE "reactivation-window"

static void
reason_free (gpointer data)
{
  MusterAnswerReason *reason = data;

  g_free (reason->text);
  g_free (reason->cure);
  g_free (reason->requirement);
  g_free (reason);
}

/* Where evidence still changes something: on the way to a certification, with one, or suspended until it is complete again. */
static gboolean
is_judged (guint state)
{
  return muster_certification_is_early_stage (state) || state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED ||
         state == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE;
}

static void
check_requirements (MusterAnswer *answer, MusterRulePack *pack, const MusterAnswerFacts *facts)
{
  guint n;

  muster_rule_pack_get_requirements (pack, &n);
  for (guint place = 0; place < n; place++)
    for (guint type = 0; type < MUSTER_N_ASSISTER_TYPES; type++)
      {
        MusterAnswerRequirement line = { place, 1u << type, { 0 } };

        if (!is_judged (facts->roles[type].state))
          continue;
        line.finding = muster_requirement_check (pack, place, &facts->day, facts->facts, facts->n_facts, 1u << type, &facts->roles[type]);
        if (line.finding.status != MUSTER_REQUIREMENT_NOT_ASKED)
          g_array_append_val (answer->requirements, line);
      }
}

static void
add_reason (MusterAnswer *answer, MusterReason reason, char *text, char *cure, const char *requirement)
{
  MusterAnswerReason *line = g_new0 (MusterAnswerReason, 1);

  line->code = muster_reason_to_code (reason);
  line->text = text;
  line->cure = cure;
  line->requirement = g_strdup (requirement);
  g_ptr_array_add (answer->reasons, line);
}

static MusterReason
find_reason (MusterRequirementStatus status)
{
  switch (status)
    {
    case MUSTER_REQUIREMENT_MISSING:
      return MUSTER_REASON_REQUIREMENT_MISSING;
    case MUSTER_REQUIREMENT_EXPIRED:
      return MUSTER_REASON_REQUIREMENT_EXPIRED;
    case MUSTER_REQUIREMENT_ADVERSE:
      return MUSTER_REASON_REQUIREMENT_ADVERSE;
    case MUSTER_REQUIREMENT_NOT_ASKED:
    case MUSTER_REQUIREMENT_MET:
    case MUSTER_REQUIREMENT_IMPLIED:
    case MUSTER_REQUIREMENT_DUE:
    default:
      return 0;
    }
}

/* A requirement once, though two roles may lack it. */
static void
list_lacking (MusterAnswer *answer, MusterRulePack *pack)
{
  guint n, seen = 0;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  for (guint i = 0; i < answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (answer->requirements, MusterAnswerRequirement, i);
      const MusterRequirement *requirement = requirements[line->place];

      if (!requirement->blocks || (answer->facts.blocked_types & line->type) == 0 || !muster_requirement_status_is_lacking (line->finding.status) || (seen & (1u << line->place)) != 0)
        continue;
      seen |= 1u << line->place;
      add_reason (answer, find_reason (line->finding.status), muster_requirement_dup_text (requirement, &line->finding), muster_requirement_dup_cure (requirement, &line->finding),
                  requirement->code);
    }
}

/* Whether the calendar proposes that every suspension has expired: then nothing that is completed lifts it. */
static gboolean
is_lifting_over (const MusterAnswer *answer)
{
  gboolean is_over = FALSE;

  for (guint type = 0; type < MUSTER_N_ASSISTER_TYPES; type++)
    {
      if (answer->facts.states[type] != MUSTER_STATE_SUSPENDED_ADMINISTRATIVE)
        continue;
      if (answer->proposed[type] != MUSTER_STATE_EXPIRED)
        return FALSE;
      is_over = TRUE;
    }
  return is_over;
}

/* Whether a role that was given up is decided to be revoked on a later day. */
static gboolean
is_decided_about (const MusterAnswerFacts *facts)
{
  for (guint type = 0; type < MUSTER_N_ASSISTER_TYPES; type++)
    if (facts->roles[type].state == MUSTER_STATE_WITHDRAWN && facts->roles[type].decided_through != 0)
      return TRUE;
  return FALSE;
}

static const char *
get_cure (const MusterAnswer *answer, const MusterAnswerFacts *facts, MusterReason reason)
{
  if (reason == MUSTER_REASON_SUSPENDED && is_lifting_over (answer))
    return _("The time in which the suspension could be lifted is over: record that it has expired. The person has to apply again.");
  if (reason == MUSTER_REASON_WITHDRAWN && is_decided_about (facts))
    return _("A decision about the person takes effect later. The person may apply again once the waiting time after it is over.");
  return muster_reason_get_cure (reason);
}

/* A role that was revoked is told beside what the others allow, too. */
static void
list_revoked_beside (MusterAnswer *answer)
{
  for (guint type = 0; type < MUSTER_N_ASSISTER_TYPES; type++)
    if (answer->facts.states[type] == MUSTER_STATE_REVOKED || (answer->facts.left_revoked & (1u << type)) != 0)
      /* Translators: a role */
      add_reason (answer, MUSTER_REASON_REVOKED, g_strdup_printf (_("%s: the certification was revoked."), muster_assister_type_get_label (1u << type)),
                  g_strdup (muster_reason_get_cure (MUSTER_REASON_REVOKED)), muster_reason_get_requirement (MUSTER_REASON_REVOKED));
}

static void
list_reasons (MusterAnswer *answer, MusterRulePack *pack, const MusterAnswerFacts *facts)
{
  const guint of_requirements = MUSTER_REASON_REQUIREMENT_MISSING | MUSTER_REASON_REQUIREMENT_EXPIRED | MUSTER_REASON_REQUIREMENT_ADVERSE;

  for (guint i = 0; i < MUSTER_N_REASONS; i++)
    if ((answer->standing.reasons & ~of_requirements & (1u << i)) != 0)
      add_reason (answer, 1u << i, g_strdup (muster_reason_get_text (1u << i)), g_strdup (get_cure (answer, facts, 1u << i)), muster_reason_get_requirement (1u << i));
  if ((answer->standing.reasons & of_requirements) != 0)
    list_lacking (answer, pack);
  if ((answer->standing.reasons & MUSTER_REASON_REVOKED) == 0)
    list_revoked_beside (answer);
}

/* Whether the time in which a suspension that began on @since can be lifted is over. */
static gboolean
is_past_reactivation (MusterRulePack *pack, MusterDay since, MusterDay on)
{
  const MusterRuleDays *window = muster_rule_pack_get_days (pack, REACTIVATION_RULE, NULL);
  GDate from, last;

  if (window == NULL)
    return FALSE;
  muster_day_to_date (since, &from);
  muster_deadline_get_last (window, &from, &last);
  return muster_day_from_date (&last) < on;
}

/* What the calendar says by itself; domain.md “Certification lifecycle”, the rows in which the clock proposes. */
static MusterCertificationState
propose (const MusterAnswer *answer, MusterRulePack *pack, const MusterAnswerFacts *facts, guint type)
{
  MusterCertificationState state = facts->roles[type].state;
  gboolean is_complete = muster_answer_is_complete (answer, pack, 1u << type);

  if (state == MUSTER_STATE_IN_TRAINING && is_complete)
    return MUSTER_STATE_PENDING_REVIEW;
  if ((state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED) && (answer->facts.blocked_types & (1u << type)) != 0)
    return MUSTER_STATE_SUSPENDED_ADMINISTRATIVE;
  if (state == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE && is_past_reactivation (pack, facts->since[type], facts->day.on))
    return MUSTER_STATE_EXPIRED;
  return state;
}

MusterAnswer *
muster_answer_new (MusterRulePack *pack, const MusterAnswerFacts *facts)
{
  MusterAnswer *answer = g_new0 (MusterAnswer, 1);

  answer->reasons = g_ptr_array_new_with_free_func (reason_free);
  answer->requirements = g_array_new (FALSE, TRUE, sizeof (MusterAnswerRequirement));
  answer->facts = facts->standing;
  answer->facts.blocked_types = 0;
  answer->facts.missing = answer->facts.expired = answer->facts.adverse = 0;
  muster_requirement_check_all (pack, &facts->day, facts->facts, facts->n_facts, facts->roles, &answer->facts);
  answer->standing = muster_standing_judge (&answer->facts);
  check_requirements (answer, pack, facts);
  for (guint type = 0; type < MUSTER_N_ASSISTER_TYPES; type++)
    answer->proposed[type] = propose (answer, pack, facts, type);
  list_reasons (answer, pack, facts);
  return answer;
}

void
muster_answer_free (MusterAnswer *answer)
{
  if (answer == NULL)
    return;
  g_ptr_array_unref (answer->reasons);
  g_array_unref (answer->requirements);
  g_free (answer);
}

gboolean
muster_answer_is_complete (const MusterAnswer *answer, MusterRulePack *pack, MusterAssisterType type)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);

  for (guint i = 0; i < answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (answer->requirements, MusterAnswerRequirement, i);

      if (line->type == type && requirements[line->place]->blocks && muster_requirement_status_is_lacking (line->finding.status))
        return FALSE;
    }
  return TRUE;
}

static void
append (GString *list, const char *word)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", word);
}

char *
muster_answer_dup_lacking (const MusterAnswer *answer, MusterRulePack *pack, guint types, char **text)
{
  guint n, seen = 0;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);
  GString *codes = g_string_new (NULL), *sentences = g_string_new (NULL);

  for (guint i = 0; i < answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (answer->requirements, MusterAnswerRequirement, i);
      const MusterRequirement *requirement = requirements[line->place];
      g_autofree char *sentence = NULL;

      if ((line->type & types) == 0 || (seen & (1u << line->place)) != 0 || !requirement->blocks || !muster_requirement_status_is_lacking (line->finding.status))
        continue;
      seen |= 1u << line->place;
      sentence = muster_requirement_dup_text (requirement, &line->finding);
      append (codes, requirement->code);
      append (sentences, sentence);
    }
  if (text != NULL)
    *text = g_string_free_and_steal (sentences);
  else
    g_string_free (sentences, TRUE);
  return g_string_free_and_steal (codes);
}
