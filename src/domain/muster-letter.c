/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-letter.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"

#define F(field) MUSTER_LETTER_BIT (MUSTER_LETTER_##field)
#define S(state) MUSTER_LETTER_STATE_BIT (MUSTER_STATE_##state)
#define SUSPENDED (S (SUSPENDED_ADMINISTRATIVE) | S (SUSPENDED_FOR_CAUSE))
#define CERTIFIED (S (CERTIFIED) | S (CERTIFIED_RESTRICTED))
#define ON_THE_WAY (S (APPLICANT) | S (IN_TRAINING) | S (PENDING_REVIEW))
#define ALWAYS (F (PERSON) | F (AGENCY) | F (DAY) | F (SIGNER))
#define STEP (ALWAYS | F (ROLES) | F (STATE) | F (REASON) | F (EFFECTIVE) | F (AUTHORITY) | F (REVIEW_UNTIL))
#define ACTION (ALWAYS | F (NUMBER) | F (FINDING) | F (GROUNDS) | F (STEPS) | F (RESTRICTION) | F (DUE) | F (OUTCOME) | F (REASON))
#define FULL_EFFECT (F (FULL_EFFECT) | F (FULL_EFFECT_RULE) | F (HELD_OFF))
#define DECISION (ALWAYS | F (NUMBER) | F (ROLES) | F (REASON) | F (GROUNDS) | F (EFFECTIVE) | F (REVIEW_UNTIL) | F (AUTHORITY) | F (DECIDER) | FULL_EFFECT)
#define RULING (F (PERSON) | F (AGENCY) | F (NUMBER) | F (ROLES) | F (REASON) | F (GROUNDS) | F (EFFECTIVE) | F (REVIEW_UNTIL) | F (DECIDER))

#define OF_REVIEW (F (PERSON) | F (AGENCY) | F (NUMBER) | F (REVIEW) | F (ROLES) | F (REASON) | F (EFFECTIVE) | F (DECIDER))

#define ABOUT_STEP MUSTER_LETTER_ABOUT_CERTIFICATION
#define ABOUT_ACTION MUSTER_LETTER_ABOUT_ACTION
#define ABOUT_DECISION MUSTER_LETTER_ABOUT_DECISION
#define ROSTER_PAPER "draw-paper"
#define NOTICE "draw-notice"
#define ACTION_LETTER "draw-action-letter"
#define DECISION_LETTER "draw-decision-letter"
#define TO_PERSON MUSTER_LETTER_TO_PERSON
#define TO_AGENCY MUSTER_LETTER_TO_AGENCY
#define TO_MARKETPLACE MUSTER_LETTER_TO_MARKETPLACE

static const MusterLetterKind kinds[] = {
  { "intake", N_("Intake checklist"), ABOUT_STEP, TO_AGENCY, ROSTER_PAPER, S (APPLICANT), 0, F (PERSON) | F (ROLES) | F (EFFECTIVE) },
  { "training", N_("Training instructions"), ABOUT_STEP, TO_PERSON, ROSTER_PAPER, S (APPLICANT) | S (IN_TRAINING), 0, F (PERSON) | F (AGENCY) | F (ROLES) },
  { "completeness", N_("Letter of completeness"), ABOUT_STEP, TO_PERSON, ROSTER_PAPER, S (PENDING_REVIEW), 0, F (PERSON) | F (AGENCY) | F (ROLES) | F (EFFECTIVE) },
  { "confirmation", N_("Confirmation of certification"), ABOUT_STEP, TO_PERSON, NOTICE, CERTIFIED, 0, F (PERSON) | F (AGENCY) | F (ROLES) | F (EFFECTIVE) },
  { "denial", N_("Denial"), ABOUT_STEP, TO_PERSON, NOTICE, S (DENIED), 0, F (PERSON) | F (AGENCY) | F (ROLES) | F (REASON) | F (EFFECTIVE) | F (REVIEW_UNTIL) },
  { "withdrawal", N_("Confirmation of a withdrawal"), ABOUT_STEP, TO_PERSON, ROSTER_PAPER, S (WITHDRAWN), 0, F (PERSON) | F (AGENCY) | F (ROLES) | F (EFFECTIVE) },
  { "suspension", N_("Notice of an administrative suspension"), ABOUT_STEP, TO_PERSON, NOTICE, S (SUSPENDED_ADMINISTRATIVE), 0, F (PERSON) | F (AGENCY) | F (ROLES) | F (REASON) | F (EFFECTIVE) },
  { "reinstatement", N_("Notice of reinstatement"), ABOUT_STEP, TO_PERSON, NOTICE, CERTIFIED, SUSPENDED | S (REVOKED), F (PERSON) | F (AGENCY) | F (ROLES) | F (EFFECTIVE) },
  { "closure", N_("Closure of an expired certification"), ABOUT_STEP, TO_PERSON, NOTICE, S (EXPIRED), 0, F (PERSON) | F (AGENCY) | F (ROLES) | F (EFFECTIVE) },
  { "separation", N_("Notice of separation to the marketplace"), ABOUT_STEP, TO_MARKETPLACE, ROSTER_PAPER, S (INACTIVE), 0, F (PERSON) | F (AGENCY) | F (ROLES) | F (EFFECTIVE) },
  { "exit", N_("Exit checklist"), ABOUT_STEP, TO_AGENCY, ROSTER_PAPER, S (INACTIVE) | S (WITHDRAWN), 0, F (PERSON) | F (ROLES) | F (EFFECTIVE) },
  { "access-removal", N_("Access removal checklist"), ABOUT_STEP, TO_AGENCY, ROSTER_PAPER, SUSPENDED | S (REVOKED) | S (INACTIVE) | S (WITHDRAWN), 0, F (PERSON) | F (ROLES) | F (STATE) | F (EFFECTIVE) },
  { "transfer", N_("Transfer record"), ABOUT_STEP, TO_PERSON, ROSTER_PAPER, ON_THE_WAY | CERTIFIED | SUSPENDED, 0, F (PERSON) | F (ROLES) | F (STATE) | F (EFFECTIVE) | F (FORMER_AGENCY) | F (NEW_AGENCY) },
  { "action-notice", N_("Notice of a corrective action"), ABOUT_ACTION, TO_PERSON, ACTION_LETTER, 0, 0, F (PERSON) | F (AGENCY) | F (NUMBER) | F (GROUNDS) | F (FINDING) | F (DUE) },
  { "restriction", N_("Notice of a restriction"), ABOUT_ACTION, TO_PERSON, ACTION_LETTER, 0, 0, F (PERSON) | F (AGENCY) | F (NUMBER) | F (GROUNDS) | F (RESTRICTION) | F (DUE) },
  { "action-closing", N_("Closing letter of a corrective action"), ABOUT_ACTION, TO_PERSON, ACTION_LETTER, 0, 0, F (PERSON) | F (AGENCY) | F (NUMBER) | F (OUTCOME) },
  { "revocation", N_("Notice of revocation"), ABOUT_DECISION, TO_PERSON, DECISION_LETTER, 0, 0, RULING },
  { "suspension-for-cause", N_("Notice of a suspension for cause"), ABOUT_DECISION, TO_PERSON, DECISION_LETTER, 0, 0, RULING },
  { "review-upheld", N_("Outcome of a review: upheld"), ABOUT_DECISION, TO_PERSON, DECISION_LETTER, 0, 0, OF_REVIEW },
  { "review-reversed", N_("Outcome of a review: reversed"), ABOUT_DECISION, TO_PERSON, DECISION_LETTER, 0, 0, OF_REVIEW },
  { "review-modified", N_("Outcome of a review: modified"), ABOUT_DECISION, TO_PERSON, DECISION_LETTER, 0, 0, OF_REVIEW },
  { "review-conditions", N_("Reinstatement with conditions on review"), ABOUT_DECISION, TO_PERSON, DECISION_LETTER, 0, 0, OF_REVIEW | F (CONDITIONS) },
};

/* Which outcome a letter tells of. */
static const struct
{
  const char *code;
  MusterReviewState outcome;
  gboolean has_conditions;
} outcomes[] = {
  { "review-upheld", MUSTER_REVIEW_UPHELD, FALSE },
  { "review-reversed", MUSTER_REVIEW_REVERSED, FALSE },
  { "review-modified", MUSTER_REVIEW_MODIFIED, FALSE },
  { "review-conditions", MUSTER_REVIEW_MODIFIED, TRUE },
};

static const char *const about_codes[] = { "certification", "action", "decision" };
static const char *const field_names[MUSTER_N_LETTER_FIELDS] = {
  [MUSTER_LETTER_PERSON] = "person",
  [MUSTER_LETTER_AGENCY] = "agency",
  [MUSTER_LETTER_DAY] = "day",
  [MUSTER_LETTER_NUMBER] = "number",
  [MUSTER_LETTER_ROLES] = "roles",
  [MUSTER_LETTER_STATE] = "state",
  [MUSTER_LETTER_REASON] = "reason",
  [MUSTER_LETTER_FINDING] = "finding",
  [MUSTER_LETTER_GROUNDS] = "grounds",
  [MUSTER_LETTER_STEPS] = "steps",
  [MUSTER_LETTER_RESTRICTION] = "restriction",
  [MUSTER_LETTER_DUE] = "due",
  [MUSTER_LETTER_EFFECTIVE] = "effective",
  [MUSTER_LETTER_REVIEW_UNTIL] = "review-until",
  [MUSTER_LETTER_FULL_EFFECT] = "full-effect",
  [MUSTER_LETTER_FULL_EFFECT_RULE] = "full-effect-rule",
  [MUSTER_LETTER_HELD_OFF] = "held-off",
  [MUSTER_LETTER_AUTHORITY] = "authority",
  [MUSTER_LETTER_DECIDER] = "decider",
  [MUSTER_LETTER_OUTCOME] = "outcome",
  [MUSTER_LETTER_REVIEW] = "review",
  [MUSTER_LETTER_CONDITIONS] = "conditions",
  [MUSTER_LETTER_FORMER_AGENCY] = "former-agency",
  [MUSTER_LETTER_NEW_AGENCY] = "new-agency",
  [MUSTER_LETTER_SIGNER] = "signer",
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

const char *
muster_letter_about_to_code (MusterLetterAbout about)
{
  return about_codes[about];
}

gboolean
muster_letter_about_from_code (const char *code, MusterLetterAbout *about, GError **error)
{
  guint index;

  if (!muster_code_find (about_codes, G_N_ELEMENTS (about_codes), code, _("This is not what a letter is about"), &index, error))
    return FALSE;
  *about = index;
  return TRUE;
}

const char *
muster_letter_field_get_name (MusterLetterField field)
{
  return field_names[field];
}

gboolean
muster_letter_field_find (const char *name, MusterLetterField *field, GError **error)
{
  guint index;

  if (!muster_code_find (field_names, MUSTER_N_LETTER_FIELDS, name, _("This is not a field of a letter"), &index, error))
    return FALSE;
  *field = index;
  return TRUE;
}

const MusterLetterKind *
muster_letter_get_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

const MusterLetterKind *
muster_letter_kind_find (const char *code, GError **error)
{
  const char *codes[G_N_ELEMENTS (kinds)];
  guint index;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    codes[i] = kinds[i].code;
  return muster_code_find (codes, G_N_ELEMENTS (codes), code, _("This is not a kind of letter"), &index, error) ? &kinds[index] : NULL;
}

const char *
muster_letter_kind_get_label (const MusterLetterKind *kind)
{
  return _(kind->label);
}

guint
muster_letter_kind_get_fields (const MusterLetterKind *kind)
{
  static const guint fields[] = { STEP, ACTION, DECISION };

  if (muster_letter_kind_is_of_transfer (kind))
    return kind->required | STEP;
  return muster_letter_kind_is_of_review (kind) ? kind->required | ALWAYS | F (AUTHORITY) | F (GROUNDS) | FULL_EFFECT : fields[kind->about];
}

static gboolean
check_about (const MusterLetterKind *kind, MusterLetterAbout about, GError **error)
{
  const char *label = muster_letter_kind_get_label (kind);

  if (kind->about == about)
    return TRUE;
  if (kind->about == ABOUT_STEP)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is written about a role of a person: name the person."), label);
  else if (kind->about == ABOUT_ACTION)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is written about a corrective action: give its number."), label);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is written about a decision: give its number."), label);
  return FALSE;
}

static char *
dup_state_names (guint states)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint state = 0; state < MUSTER_N_STATES; state++)
    if ((states & MUSTER_LETTER_STATE_BIT (state)) != 0)
      g_ptr_array_add (names, (gpointer) muster_certification_state_get_label (state));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

gboolean
muster_letter_check_certification (const MusterLetterKind *kind, const MusterCertificationEvent *event, GError **error)
{
  g_autofree char *names = NULL;

  if (!check_about (kind, ABOUT_STEP, error))
    return FALSE;
  if ((kind->states & MUSTER_LETTER_STATE_BIT (event->to)) == 0)
    {
      names = dup_state_names (kind->states);
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created: it is for %s, and the person’s state is %s."), muster_letter_kind_get_label (kind), names,
                   muster_certification_state_get_label (event->to));
      return FALSE;
    }
  if (kind->from == 0 || (kind->from & MUSTER_LETTER_STATE_BIT (event->from)) != 0)
    return TRUE;
  names = dup_state_names (kind->from);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created: it is for who was %s before, and the person was %s."), muster_letter_kind_get_label (kind), names,
               muster_certification_state_get_label (event->from));
  return FALSE;
}

gboolean
muster_letter_check_action (const MusterLetterKind *kind, const MusterCorrectiveAction *action, GError **error)
{
  gboolean closes = g_str_equal (kind->code, "action-closing");

  if (!check_about (kind, ABOUT_ACTION, error))
    return FALSE;
  if (action->state == MUSTER_ACTION_VOIDED)
    return refuse (error, _("The corrective action was voided: no letter is created about what should never have been opened."));
  if (closes && action->state == MUSTER_ACTION_OPEN)
    return refuse (error, _("The corrective action is still open. Close it first; the closing letter tells of its outcome."));
  if (!closes && action->state == MUSTER_ACTION_CLOSED)
    return refuse (error, _("The corrective action is closed. Create its closing letter."));
  if (g_str_equal (kind->code, "restriction") && action->restriction == MUSTER_RESTRICTION_NONE)
    return refuse (error, _("The corrective action restricts nothing, so there is no restriction to give notice of."));
  return TRUE;
}

/* A notice whose days cannot be right must never leave the house. */
static gboolean
check_days (const MusterDecision *decision, const GDate *today, GError **error)
{
  GDate day;

  muster_date_set_time (&day, decision->decided_at);
  if (!g_date_valid (&decision->effective) || g_date_compare (&decision->effective, &day) < 0)
    return refuse (error, _("The decision takes effect before it was made. No notice is created about it: have the decision looked into."));
  if (!g_date_valid (&decision->review_until) || g_date_compare (&decision->review_until, &decision->effective) < 0)
    return refuse (error, _("The time to ask for a review ends before the decision takes effect. No notice is created about it: have the decision looked into."));
  if (g_date_compare (&decision->review_until, today) < 0)
    return refuse (error, _("The time to ask for a review has run out, so a notice created now would offer what there is not any more. A notice that was created before can be given out again."));
  return TRUE;
}

gboolean
muster_letter_check_decision (const MusterLetterKind *kind, const MusterDecision *decision, const GDate *today, GError **error)
{
  gboolean is_revocation = g_str_equal (kind->code, "revocation");

  if (!check_about (kind, ABOUT_DECISION, error))
    return FALSE;
  if (is_revocation != (decision->kind == MUSTER_DECISION_REVOCATION))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created about %s: it is of another kind."), muster_letter_kind_get_label (kind), decision->number);
      return FALSE;
    }
  if (decision->state != MUSTER_DECISION_APPROVED)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created about %s: it is not approved but %s."), muster_letter_kind_get_label (kind), decision->number,
                   muster_decision_state_get_label (decision->state));
      return FALSE;
    }
  if (decision->clause_ids->len == 0)
    return refuse (error, _("The decision names no ground, and a notice without one is worth nothing. Have the decision looked into."));
  return check_days (decision, today, error);
}

gboolean
muster_letter_check_decision_stands (const MusterLetterKind *kind, const MusterDecision *decision, const MusterReview *review, GError **error)
{
  g_autofree char *day = NULL;

  if (decision->called_off_by != 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created about %s: it was called off before its day, and never took effect."), muster_letter_kind_get_label (kind),
                   decision->number);
      return FALSE;
    }
  if (review == NULL || (review->state != MUSTER_REVIEW_REVERSED && review->state != MUSTER_REVIEW_MODIFIED))
    return TRUE;
  day = muster_date_dup_text (&review->effective);
  /* Translators: a letter, a decision, a review, its outcome as “Reversed”, a day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created about %s: its review %s ended as “%s” from %s. Create the letter of that outcome."), muster_letter_kind_get_label (kind),
               decision->number, review->number, muster_review_state_get_label (review->state), day);
  return FALSE;
}

gboolean
muster_letter_kind_says_may_assist (const MusterLetterKind *kind)
{
  return kind->states == CERTIFIED;
}

const MusterCertificationEvent *
muster_letter_find_certified (GPtrArray *standing)
{
  const MusterCertificationEvent *found = NULL;

  for (guint i = 0; i < standing->len; i++)
    {
      const MusterCertificationEvent *event = standing->pdata[i];

      if (event->to == MUSTER_STATE_CERTIFIED && event->from != MUSTER_STATE_CERTIFIED_RESTRICTED && event->from != MUSTER_STATE_INACTIVE)
        found = event;
    }
  return found;
}

gboolean
muster_letter_kind_is_of_review (const MusterLetterKind *kind)
{
  return (kind->required & F (REVIEW)) != 0;
}

gboolean
muster_letter_kind_is_of_transfer (const MusterLetterKind *kind)
{
  return (kind->required & F (NEW_AGENCY)) != 0;
}

gboolean
muster_letter_check_review (const MusterLetterKind *kind, const MusterDecision *decision, const MusterReview *review, GError **error)
{
  if (!check_about (kind, ABOUT_DECISION, error))
    return FALSE;
  for (guint i = 0; review != NULL && i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (outcomes[i].code, kind->code) && outcomes[i].outcome == review->state && outcomes[i].has_conditions == (review->conditions != NULL))
      return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot be created about %s: no review of it ended so."), muster_letter_kind_get_label (kind), decision->number);
  return FALSE;
}
