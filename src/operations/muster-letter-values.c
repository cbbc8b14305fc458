/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-letter-values.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "documents/muster-letter-words.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "domain/muster-letter-language.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-people-table.h"
#include "store/muster-review-clock-query.h"
#include "store/muster-review-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-rules-table.h"

typedef struct
{
  MusterLetterValues *values;
  const MusterLetterSetting *setting;
  const MusterLetterRequest *request;
  const char *language; /* that was asked for; of whoever it is about, as soon as that is known */
} Loading;

void
muster_letter_values_clear (MusterLetterValues *values)
{
  g_clear_pointer (&values->subject, g_free);
  for (guint i = 0; i < MUSTER_N_LETTER_FIELDS; i++)
    g_clear_pointer (&values->texts[i], g_free);
}

static void
take (Loading *loading, MusterLetterField field, char *text)
{
  g_free (loading->values->texts[field]);
  loading->values->texts[field] = text;
}

static void
take_day (Loading *loading, MusterLetterField field, const GDate *day)
{
  take (loading, field, muster_letter_words_dup_day (loading->language, day));
}

static void
take_word (Loading *loading, MusterLetterField field, const char *group, const char *code)
{
  take (loading, field, muster_letter_words_dup (loading->language, group, code));
}

static void
take_roles (Loading *loading, guint types)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    if ((types & (1u << bit)) != 0)
      g_ptr_array_add (names, muster_letter_words_dup (loading->language, "role", muster_assister_type_to_code (1u << bit)));
  take (loading, MUSTER_LETTER_ROLES, muster_letter_words_dup_list (loading->language, names));
}

/* A clause of an earlier catalogue has its id, at least. */
static void
take_grounds (Loading *loading, GPtrArray *ids)
{
  g_autoptr (MusterClauseCatalogue) catalogue = muster_data_load_clauses (loading->language);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const MusterClause *clause = muster_clause_catalogue_find (catalogue, ids->pdata[i], NULL);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "\n" : "", (const char *) ids->pdata[i], clause != NULL ? " " : "", clause != NULL ? clause->title : "");
    }
  take (loading, MUSTER_LETTER_GROUNDS, g_strdup (text->str));
}

static gboolean
take_person (Loading *loading, gint64 assister_id, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (loading->setting->database, assister_id, error);

  if (person == NULL)
    return FALSE;
  loading->values->assister_id = assister_id;
  loading->language = g_intern_string (loading->language != NULL ? loading->language : muster_letter_language_get (person->letter_language));
  loading->values->language = loading->language;
  take (loading, MUSTER_LETTER_PERSON, muster_assister_dup_name (person));
  take (loading, MUSTER_LETTER_AGENCY, g_strdup (loading->setting->agency));
  take (loading, MUSTER_LETTER_SIGNER, g_strdup (loading->setting->signer));
  take_day (loading, MUSTER_LETTER_DAY, loading->setting->today);
  return TRUE;
}

/* Returns: (transfer none): the last step that stands in @type and has begun. */
static const MusterCertificationEvent *
find_last (GPtrArray *events, MusterAssisterType type)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);

  return standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;
}

/* The role that was asked for, or the one for which such a paper can be drawn; what speaks against it is said of the role that comes nearest. */
static const MusterCertificationEvent *
choose_event (Loading *loading, GPtrArray *events, GError **error)
{
  g_autoptr (GError) problem = NULL;
  const MusterCertificationEvent *found = NULL;

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      const MusterCertificationEvent *event = find_last (events, 1u << bit);

      if (event == NULL || (loading->request->type != 0 && loading->request->type != 1u << bit))
        continue;
      g_clear_error (&problem);
      if (!muster_letter_check_certification (loading->request->kind, event, &problem))
        continue;
      if (found != NULL)
        {
          g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Such a letter can be created for more than one role of the person. Say which."));
          return NULL;
        }
      found = event;
    }
  if (found == NULL && problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (found == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The person does not hold that role, so there is no letter to create about it."));
  return found;
}

/* A denial can be reviewed from the day of its letter on, as every decision. */
static gboolean
take_review (Loading *loading, GError **error)
{
  g_autoptr (MusterRulePack) pack = muster_rules_table_load (loading->setting->database, loading->setting->today, G_MAXINT64, error);
  const MusterRuleDays *rule = pack != NULL ? muster_rule_pack_get_days (pack, "review-request", error) : NULL;
  GDate until;

  if (rule == NULL)
    return FALSE;
  muster_deadline_get_last (rule, loading->setting->today, &until);
  take_day (loading, MUSTER_LETTER_REVIEW_UNTIL, &until);
  return TRUE;
}

/* Between which agencies, and from when; the certification travels along. */
static gboolean
take_transfer (Loading *loading, GError **error)
{
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (loading->setting->database, loading->request->about_id, error);
  const MusterAffiliation *former, *now;

  if (affiliations == NULL || !muster_affiliation_find_transfer (affiliations, loading->setting->today, &former, &now, error))
    return FALSE;
  take (loading, MUSTER_LETTER_FORMER_AGENCY, g_strdup (former->agency_name));
  take (loading, MUSTER_LETTER_NEW_AGENCY, g_strdup (now->agency_name));
  take_day (loading, MUSTER_LETTER_EFFECTIVE, &now->from);
  return TRUE;
}

/* What says that somebody may assist is not sent to whoever may not. */
static gboolean
check_may_assist (Loading *loading, const MusterCertificationEvent *event, GError **error)
{
  g_autoptr (MusterPersonAnswer) person = muster_roster_query_answer (loading->setting->database, event->assister_id, NULL, loading->setting->today, NULL, error);
  const MusterAnswerReason *reason;

  if (person == NULL)
    return FALSE;
  if ((person->answer->standing.assisting_types & event->type) != 0)
    return TRUE;
  reason = person->answer->reasons->len > 0 ? person->answer->reasons->pdata[0] : NULL;
  /* Translators: a letter, and a whole sentence: why the person may not assist */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created: it says that the person may assist, and today that is not so. %s"), muster_letter_kind_get_label (loading->request->kind),
               reason != NULL ? reason->text : "");
  return FALSE;
}

/* A confirmation counts from the day of the certification, whatever restricted it meanwhile. */
static void
take_effective (Loading *loading, GPtrArray *events, const MusterCertificationEvent *event)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, event->type);
  const MusterCertificationEvent *certified = muster_letter_kind_says_may_assist (loading->request->kind) ? muster_letter_find_certified (standing) : NULL;

  take_day (loading, MUSTER_LETTER_EFFECTIVE, certified != NULL ? &certified->effective : &event->effective);
}

static gboolean
load_step (Loading *loading, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_begun (loading->setting->database, loading->request->about_id, loading->setting->today, error);
  const MusterCertificationEvent *event;

  if (events == NULL || !take_person (loading, loading->request->about_id, error))
    return FALSE;
  event = choose_event (loading, events, error);
  if (event == NULL || (muster_letter_kind_says_may_assist (loading->request->kind) && !check_may_assist (loading, event, error)))
    return FALSE;
  loading->values->about_id = event->id;
  loading->values->subject = muster_assister_dup_code (event->assister_id);
  take_roles (loading, event->type);
  take_word (loading, MUSTER_LETTER_STATE, "state", muster_certification_state_to_code (event->to));
  take_word (loading, MUSTER_LETTER_AUTHORITY, "authority", muster_authority_to_code (event->authority));
  take_effective (loading, events, event);
  take (loading, MUSTER_LETTER_REASON, g_strdup (event->reason));
  if (muster_letter_kind_is_of_transfer (loading->request->kind))
    return take_transfer (loading, error);
  return take_review (loading, error);
}

static void
take_steps (Loading *loading, const MusterCorrectiveAction *action)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < action->steps->len; i++)
    {
      const MusterActionStep *step = action->steps->pdata[i];
      g_autofree char *line = muster_letter_words_dup_due (loading->language, step->what, &step->due);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  take (loading, MUSTER_LETTER_STEPS, g_strdup (text->str));
}

static void
take_restriction (Loading *loading, const MusterCorrectiveAction *action)
{
  g_autofree char *word = NULL;

  if (action->restriction == MUSTER_RESTRICTION_NONE)
    return;
  word = muster_letter_words_dup (loading->language, "restriction", muster_restriction_to_code (action->restriction));
  take (loading, MUSTER_LETTER_RESTRICTION, action->restriction_text != NULL ? g_strdup_printf ("%s: %s", word, action->restriction_text) : g_strdup (word));
}

static gboolean
load_action (Loading *loading, GError **error)
{
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (loading->setting->database, loading->request->about_id, error);

  if (action == NULL || !muster_letter_check_action (loading->request->kind, action, error) || !take_person (loading, action->assister_id, error))
    return FALSE;
  loading->values->about_id = action->id;
  loading->values->subject = g_strdup (action->number);
  take (loading, MUSTER_LETTER_NUMBER, g_strdup (action->number));
  take (loading, MUSTER_LETTER_FINDING, g_strdup (action->finding));
  take (loading, MUSTER_LETTER_REASON, g_strdup (action->closing_note));
  take_grounds (loading, action->clause_ids);
  take_steps (loading, action);
  take_restriction (loading, action);
  take_day (loading, MUSTER_LETTER_DUE, &action->due);
  if (action->outcome != MUSTER_OUTCOME_NONE)
    take_word (loading, MUSTER_LETTER_OUTCOME, "outcome", muster_outcome_to_code (action->outcome));
  return TRUE;
}

/* Whoever is told of a decision is told when it takes full effect, by what rule, and what a review held off. */
static void
take_full_effect (Loading *loading, const MusterDecision *decision)
{
  g_autoptr (GPtrArray) days = muster_decision_days_list (loading->setting->database, decision);

  for (guint i = 0; i < days->len; i++)
    {
      const MusterCountedDay *day = days->pdata[i];

      if (day->day != MUSTER_DECISION_DAY_FULL_EFFECT || !g_date_valid (&day->last))
        continue;
      take_day (loading, MUSTER_LETTER_FULL_EFFECT, &day->last);
      take (loading, MUSTER_LETTER_FULL_EFFECT_RULE, g_strdup (day->citation));
      if (day->tolled > 0)
        take (loading, MUSTER_LETTER_HELD_OFF, g_strdup_printf ("%u", day->tolled));
    }
}

/* Sets @review to the newest of @decision that ended as the letter says; else to the newest. */
static gboolean
find_review (Loading *loading, MusterDatabase *database, const MusterDecision *decision, MusterReview **review, GError **error)
{
  MusterReviewFilter filter = { .decision_id = decision->id };
  g_autoptr (GPtrArray) reviews = muster_review_table_list (database, &filter, error);

  for (guint i = 0; reviews != NULL && i < reviews->len && *review == NULL; i++)
    if (muster_letter_check_review (loading->request->kind, decision, reviews->pdata[i], NULL))
      *review = g_ptr_array_steal_index (reviews, i);
  return reviews != NULL && (*review != NULL || muster_review_table_load_newest (database, decision->id, review, error));
}

/* What came of a review of @decision; what is upheld holds from the day of the decision. */
static gboolean
load_review (Loading *loading, const MusterDecision *decision, GError **error)
{
  MusterDatabase *database = loading->setting->database;
  g_autoptr (MusterReview) review = NULL;
  g_autoptr (MusterAccount) decider = NULL;

  if (!find_review (loading, database, decision, &review, error) || !muster_letter_check_review (loading->request->kind, decision, review, error) ||
      !take_person (loading, decision->assister_id, error))
    return FALSE;
  decider = muster_account_table_load (database, review->decider, error);
  if (decider == NULL)
    return FALSE;
  loading->values->about_id = decision->id;
  loading->values->subject = g_strdup (decision->number);
  take (loading, MUSTER_LETTER_NUMBER, g_strdup (decision->number));
  take (loading, MUSTER_LETTER_REVIEW, g_strdup (review->number));
  take (loading, MUSTER_LETTER_REASON, g_strdup (review->reason));
  take (loading, MUSTER_LETTER_CONDITIONS, g_strdup (review->conditions));
  take (loading, MUSTER_LETTER_DECIDER, g_strdup (decider->full_name));
  take_roles (loading, decision->types);
  take_grounds (loading, decision->clause_ids);
  take_word (loading, MUSTER_LETTER_AUTHORITY, "authority", muster_authority_to_code (decision->authority));
  take_full_effect (loading, decision);
  take_day (loading, MUSTER_LETTER_EFFECTIVE, review->state == MUSTER_REVIEW_UPHELD ? &decision->effective : &review->effective);
  return TRUE;
}

/* What a notice says of the days: counted as if it was received at once, where none was served before. */
static gboolean
set_told_days (Loading *loading, MusterDecision *decision, GError **error)
{
  GDate last;

  if (!muster_review_clock_concerns (decision))
    return TRUE;
  if (!muster_review_clock_load_told (loading->setting->database, decision, loading->setting->today, &last, error))
    return FALSE;
  decision->review_until = last;
  return TRUE;
}

static gboolean
load_decision (Loading *loading, GError **error)
{
  MusterDatabase *database = loading->setting->database;
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, loading->request->about_id, error);
  g_autoptr (MusterReview) review = NULL;
  g_autoptr (MusterAccount) decider = NULL;

  if (decision == NULL)
    return FALSE;
  if (muster_letter_kind_is_of_review (loading->request->kind))
    return load_review (loading, decision, error);
  if (!muster_review_table_load_newest (database, decision->id, &review, error) || !muster_letter_check_decision_stands (loading->request->kind, decision, review, error) ||
      !set_told_days (loading, decision, error) ||
      !muster_letter_check_decision (loading->request->kind, decision, loading->setting->today, error) || !take_person (loading, decision->assister_id, error))
    return FALSE;
  decider = muster_account_table_load (database, decision->decider, error);
  if (decider == NULL)
    return FALSE;
  loading->values->about_id = decision->id;
  loading->values->subject = g_strdup (decision->number);
  take (loading, MUSTER_LETTER_NUMBER, g_strdup (decision->number));
  take (loading, MUSTER_LETTER_REASON, g_strdup (decision->reason));
  take (loading, MUSTER_LETTER_DECIDER, g_strdup (decider->full_name));
  take_roles (loading, decision->types);
  take_grounds (loading, decision->clause_ids);
  take_word (loading, MUSTER_LETTER_AUTHORITY, "authority", muster_authority_to_code (decision->authority));
  take_day (loading, MUSTER_LETTER_EFFECTIVE, &decision->effective);
  take_day (loading, MUSTER_LETTER_REVIEW_UNTIL, &decision->review_until);
  take_full_effect (loading, decision);
  return TRUE;
}

gboolean
muster_letter_values_load (MusterLetterValues *values, const MusterLetterSetting *setting, const MusterLetterRequest *request, GError **error)
{
  static gboolean (*const loaders[]) (Loading *loading, GError **error) = { load_step, load_action, load_decision };
  Loading loading = { values, setting, request, request->language };

  return loaders[request->kind->about](&loading, error);
}
