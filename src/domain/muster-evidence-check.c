/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-evidence-check.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define EARLIEST_YEAR 1990
#define LATEST_YEARS_AHEAD 20

static gboolean G_GNUC_PRINTF (2, 3)
  refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (MUSTER_ERROR, MUSTER_ERROR_RULE, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
check_role (const MusterRequirement *requirement, guint held, GError **error)
{
  g_autoptr (GString) roles = g_string_new (NULL);

  if ((requirement->types & held) != 0)
    return TRUE;
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((requirement->types & (1u << i)) != 0)
      g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "", muster_assister_type_get_label (1u << i));
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is asked of these roles only: %s. The person holds none of them."), requirement->title, roles->str);
  return FALSE;
}

static gboolean
check_on (const MusterRequirement *requirement, const MusterEvidence *evidence, const GDate *today, GError **error)
{
  g_autofree char *on = muster_date_dup_text (&evidence->on);

  if (on == NULL)
    return refuse (error, _("Say on which day “%s” was shown."), requirement->title);
  if (!muster_date_check_happened (&evidence->on, today, error))
    return FALSE;
  return g_date_get_year (&evidence->on) >= EARLIEST_YEAR || refuse (error, _("%s is too long ago to be the day of evidence. Look at the year."), on);
}

static gboolean
check_expires (const MusterEvidence *evidence, const GDate *today, GError **error)
{
  g_autofree char *on = muster_date_dup_text (&evidence->on), *expires = muster_date_dup_text (&evidence->expires);

  if (expires == NULL)
    return TRUE;
  if (g_date_compare (&evidence->expires, &evidence->on) < 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("It would have ended on %s, before it began on %s. Look at both days."), expires, on);
      return FALSE;
    }
  return g_date_get_year (&evidence->expires) <= g_date_get_year (today) + LATEST_YEARS_AHEAD || refuse (error, _("%s is too far ahead to be the end of something. Look at the year."), expires);
}

static gboolean
check_score (const MusterRequirement *requirement, MusterEvidence *evidence, GError **error)
{
  if (evidence->score < 0)
    return TRUE;
  if (requirement->kind != MUSTER_REQUIREMENT_COURSE)
    return refuse (error, _("“%s” has no score."), requirement->title);
  if (evidence->score > 100)
    return refuse (error, _("The score of “%s” is in percent: from 0 through 100."), requirement->title);
  if (evidence->outcome == NULL && requirement->pass_mark != 0)
    evidence->outcome = g_strdup (evidence->score >= (int) requirement->pass_mark ? "passed" : "failed");
  return TRUE;
}

/* A pass below the mark, or a failure above it, is one mistake or the other. */
static gboolean
check_outcome (const MusterRequirement *requirement, MusterEvidence *evidence, GError **error)
{
  const MusterEvidenceOutcome *outcome = muster_requirement_kind_find_outcome (requirement->kind, evidence->outcome, error);
  gboolean has_passed;

  if (outcome == NULL)
    return FALSE;
  g_free (evidence->outcome);
  evidence->outcome = g_strdup (outcome->code);
  has_passed = evidence->score >= (int) requirement->pass_mark;
  if (evidence->score >= 0 && requirement->pass_mark != 0 && outcome->meaning != MUSTER_MEANING_ON_THE_WAY && has_passed != (outcome->meaning == MUSTER_MEANING_MET))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%d %% does not fit “%s”: “%s” is passed with %u %% or more."), evidence->score, _(outcome->label), requirement->title,
                   requirement->pass_mark);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_end (const MusterRequirement *requirement, const MusterEvidence *evidence, GError **error)
{
  const MusterEvidenceOutcome *outcome = muster_requirement_kind_find_outcome (requirement->kind, evidence->outcome, error);

  return !requirement->needs_expiry || outcome->meaning != MUSTER_MEANING_MET || g_date_valid (&evidence->expires) ||
         refuse (error, _("Say through which day “%s” holds."), requirement->title);
}

static gboolean
check_version (const MusterRequirement *requirement, const MusterEvidence *evidence, const char *const *versions, GError **error)
{
  g_autofree char *list = versions != NULL ? g_strjoinv (", ", (char **) versions) : NULL;

  if (evidence->version == NULL)
    return requirement->kind != MUSTER_REQUIREMENT_ACKNOWLEDGEMENT || versions == NULL || *versions == NULL ||
           refuse (error, _("Say which version of the notice was signed. There are: %s."), list);
  if (requirement->kind != MUSTER_REQUIREMENT_ACKNOWLEDGEMENT)
    return refuse (error, _("“%s” has no versions."), requirement->title);
  if (versions == NULL || !g_strv_contains (versions, evidence->version))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("No version “%s” of the notice is loaded. There are: %s."), evidence->version, list != NULL && *list != '\0' ? list : "–");
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_words (const MusterEvidence *evidence, GError **error)
{
  const char *const words[] = { evidence->source, evidence->note, evidence->said };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && muster_identifier_contains_ssn (words[i]))
      return refuse (error, _("The text has what looks like a social security number in it. Such numbers are never kept; take it out."));
  return TRUE;
}

static gboolean
meets (const MusterEvidence *evidence, const MusterRequirement *requirement, const GDate *by)
{
  const MusterEvidenceOutcome *outcome = muster_requirement_kind_find_outcome (requirement->kind, evidence->outcome, NULL);

  return evidence->superseded_by == 0 && g_str_equal (evidence->requirement, requirement->code) && outcome != NULL && outcome->meaning == MUSTER_MEANING_MET &&
         g_date_valid (&evidence->on) && g_date_compare (&evidence->on, by) <= 0;
}

/* Only for those on the way: the marketplace saw to it with those it certified. */
static gboolean
check_order (const MusterRequirement *requirement, const MusterEvidence *evidence, const MusterEvidenceContext *context, GError **error)
{
  guint n;
  MusterRequirement *const *all = muster_rule_pack_get_requirements (context->pack, &n);

  if ((requirement->types & context->held & ~context->early) != 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      gboolean is_met = (requirement->after & (1u << i)) == 0 || (all[i]->types & context->held) == 0;

      for (guint k = 0; k < context->standing->len && !is_met; k++)
        is_met = meets (context->standing->pdata[k], all[i], &evidence->on);
      if (is_met)
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” comes after “%s”, which is not recorded as met by then. Record that first."), requirement->title, all[i]->title);
      return FALSE;
    }
  return TRUE;
}

/* A course may be failed, and passed later on the same day. */
static gboolean
is_another_try (const MusterRequirement *requirement, const MusterEvidence *first, const MusterEvidence *second)
{
  const MusterEvidenceOutcome *before = muster_requirement_kind_find_outcome (requirement->kind, first->outcome, NULL);
  const MusterEvidenceOutcome *after = muster_requirement_kind_find_outcome (requirement->kind, second->outcome, NULL);

  return requirement->kind == MUSTER_REQUIREMENT_COURSE && before != NULL && after != NULL && before->meaning == MUSTER_MEANING_ADVERSE && after->meaning == MUSTER_MEANING_MET;
}

static gboolean
check_news (const MusterRequirement *requirement, const MusterEvidence *evidence, const MusterEvidenceContext *context, GError **error)
{
  for (guint i = 0; i < context->standing->len; i++)
    {
      const MusterEvidence *other = context->standing->pdata[i];
      g_autofree char *day = muster_date_dup_text (&evidence->on), *code = muster_evidence_dup_code (other->id);

      if (other->superseded_by != 0 || other->id == evidence->id || !g_str_equal (other->requirement, evidence->requirement) || !muster_date_equal (&other->on, &evidence->on))
        continue;
      if (is_another_try (requirement, other, evidence))
        continue;
      if (muster_evidence_same (other, evidence))
        g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("That is recorded already: “%s” of %s (%s)."), requirement->title, day, code);
      else
        g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("“%s” of %s is recorded otherwise (%s). Correct that instead of recording it twice."), requirement->title, day, code);
      return FALSE;
    }
  return TRUE;
}

/* Says where the next mistake would be. */
static gboolean
at (MusterEvidenceField *field, MusterEvidenceField next)
{
  *field = next;
  return TRUE;
}

gboolean
muster_evidence_check_content (MusterEvidence *evidence, const MusterRequirement *requirement, const GDate *today, const char *const *versions, MusterEvidenceField *field, GError **error)
{
  return at (field, MUSTER_EVIDENCE_FIELD_ON) && check_on (requirement, evidence, today, error) &&
         at (field, MUSTER_EVIDENCE_FIELD_EXPIRES) && check_expires (evidence, today, error) &&
         at (field, MUSTER_EVIDENCE_FIELD_SCORE) && check_score (requirement, evidence, error) &&
         at (field, MUSTER_EVIDENCE_FIELD_OUTCOME) && check_outcome (requirement, evidence, error) &&
         at (field, MUSTER_EVIDENCE_FIELD_EXPIRES) && check_end (requirement, evidence, error) &&
         at (field, MUSTER_EVIDENCE_FIELD_VERSION) && check_version (requirement, evidence, versions, error);
}

gboolean
muster_evidence_check_correction (const MusterEvidence *old, const MusterEvidence *successor, GError **error)
{
  if (old->superseded_by != 0)
    return refuse (error, "%s", _("That was corrected before, and stands no more."));
  if (old->assister_id != successor->assister_id)
    return refuse (error, "%s", _("A correction is about the same person."));
  return muster_evidence_is_about (old, successor->requirement) || refuse (error, "%s", _("A correction is about the same requirement. Record evidence of another one by itself."));
}

static gboolean
is_withdrawal_of (const MusterEvidence *withdrawal, const MusterEvidence *old)
{
  g_autoptr (MusterEvidence) expected = muster_evidence_new_withdrawal (old, NULL);

  return withdrawal->assister_id == old->assister_id && muster_evidence_same (withdrawal, expected) && withdrawal->import_id == 0 && withdrawal->line == 0 && withdrawal->document_id == 0;
}

gboolean
muster_evidence_check_withdrawal (const MusterEvidence *old, const MusterEvidence *withdrawal, GError **error)
{
  if (old->superseded_by != 0 || muster_evidence_is_about (old, MUSTER_EVIDENCE_WITHDRAWN))
    return refuse (error, "%s", _("That was corrected or withdrawn before, and stands no more."));
  if (muster_text_is_blank (withdrawal->note))
    return refuse (error, "%s", _("Say why the evidence is withdrawn. The reason is kept."));
  if (!is_withdrawal_of (withdrawal, old))
    return refuse (error, "%s", _("What withdraws evidence says nothing else."));
  return check_words (withdrawal, error);
}

/* What a list can say of a person. */
static gboolean
is_claimed (const MusterEvidence *evidence)
{
  static const char *const requirements[] = { MUSTER_EVIDENCE_STATUS, MUSTER_EVIDENCE_CERTIFICATION, MUSTER_EVIDENCE_END, MUSTER_EVIDENCE_LICENCE };

  for (guint i = 0; i < G_N_ELEMENTS (requirements); i++)
    if (muster_evidence_is_about (evidence, requirements[i]))
      return TRUE;
  return FALSE;
}

gboolean
muster_evidence_check_claim (const MusterEvidence *evidence, GError **error)
{
  if (!is_claimed (evidence))
    return refuse (error, "%s", _("A file says nothing else of a person than status, certification, end and license."));
  return (evidence->outcome == NULL && evidence->score < 0 && evidence->version == NULL && evidence->note == NULL && evidence->document_id == 0) ||
         refuse (error, "%s", _("What a file says has no outcome, score, version, note or document."));
}

gboolean
muster_evidence_check_fields (MusterEvidence *evidence, const MusterEvidenceContext *context, MusterEvidenceField *field, GError **error)
{
  guint n;
  int place = muster_rule_pack_find_requirement (context->pack, evidence->requirement, error);
  const MusterRequirement *requirement;

  at (field, MUSTER_EVIDENCE_FIELD_REQUIREMENT);
  if (place < 0)
    return FALSE;
  requirement = muster_rule_pack_get_requirements (context->pack, &n)[place];
  return check_role (requirement, context->held, error) &&
         muster_evidence_check_content (evidence, requirement, context->today, context->versions, field, error) &&
         at (field, MUSTER_EVIDENCE_FIELD_WORDS) && check_words (evidence, error) &&
         at (field, MUSTER_EVIDENCE_FIELD_ON) && check_order (requirement, evidence, context, error) &&
         check_news (requirement, evidence, context, error);
}

gboolean
muster_evidence_check (MusterEvidence *evidence, const MusterEvidenceContext *context, GError **error)
{
  MusterEvidenceField field;

  return muster_evidence_check_fields (evidence, context, &field, error);
}

char *
muster_evidence_dup_remark (const MusterRequirement *requirement, const GDate *expires)
{
  g_autofree char *day = muster_date_dup_text (expires), *likely = NULL;
  GDate last;

  if (requirement->kind != MUSTER_REQUIREMENT_LICENCE || !g_date_valid (expires) || g_date_is_last_of_month (expires))
    return NULL;
  last = *expires;
  g_date_set_day (&last, g_date_get_days_in_month (g_date_get_month (&last), g_date_get_year (&last)));
  likely = muster_date_dup_text (&last);
  /* Translators: two days */
  return g_strdup_printf (_("A Minnesota license ends with the last day of a month, and %s is none. Look whether it is %s."), day, likely);
}
