/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-corrective-action.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-date.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define N_ACTION_STATES 3
#define N_OUTCOMES 7

static const char *const state_codes[N_ACTION_STATES] = { "open", "closed", "voided" };
static const char *const state_labels[N_ACTION_STATES] = { N_("Open"), N_("Closed"), N_("Voided") };

static const char *const outcome_codes[N_OUTCOMES] = { "none", "completed", "late", "failed", "waived", "superseded", "voided" };
static const char *const outcome_labels[N_OUTCOMES] = { N_("None yet"), N_("Completed"), N_("Completed late"), N_("Failed"),
                                                        N_("Waived"), N_("Superseded"), N_("Voided") };

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
check_due (const MusterCorrectiveAction *action, MusterRulePack *pack, GError **error)
{
  GDate usual;
  g_autofree char *day = NULL;

  if (!g_date_valid (&action->opened) || !g_date_valid (&action->due))
    return refuse (error, _("A corrective action needs the day it is opened and the day it is due."));
  if (g_date_compare (&action->due, &action->opened) < 0)
    return refuse (error, _("The corrective action would be due before the day it is opened."));
  muster_corrective_action_get_usual_due (pack, action->severity, &action->opened, &usual);
  if (g_date_compare (&action->due, &usual) <= 0 || !muster_text_is_blank (action->due_reason))
    return TRUE;
  day = muster_date_dup_text (&usual);
  /* Translators: severity twice, “S4 (Critical: stop work)”; a day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("An action of severity %s (%s) is due by %s. A later day needs the reason why."), muster_severity_to_code (action->severity),
               muster_severity_get_label (action->severity), day);
  return FALSE;
}

MusterCorrectiveAction *
muster_corrective_action_new (void)
{
  MusterCorrectiveAction *action = g_new0 (MusterCorrectiveAction, 1);

  action->severity = MUSTER_SEVERITY_1;
  g_date_clear (&action->opened, 1);
  g_date_clear (&action->due, 1);
  g_date_clear (&action->closed, 1);
  action->clause_ids = g_ptr_array_new_with_free_func (g_free);
  action->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_action_step_free);
  action->follow_ups = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_follow_up_free);
  return action;
}

void
muster_corrective_action_free (MusterCorrectiveAction *action)
{
  if (action == NULL)
    return;
  g_free (action->number);
  g_free (action->finding);
  g_free (action->cause);
  g_free (action->restriction_text);
  g_free (action->due_reason);
  g_free (action->closing_note);
  g_free (action->clause_version);
  g_free (action->rule_pack);
  g_clear_pointer (&action->clause_ids, g_ptr_array_unref);
  g_clear_pointer (&action->steps, g_ptr_array_unref);
  g_clear_pointer (&action->follow_ups, g_ptr_array_unref);
  g_free (action);
}

MusterActionStep *
muster_action_step_new (void)
{
  MusterActionStep *step = g_new0 (MusterActionStep, 1);

  g_date_clear (&step->due, 1);
  g_date_clear (&step->done_on, 1);
  g_date_clear (&step->verified_on, 1);
  return step;
}

void
muster_action_step_free (MusterActionStep *step)
{
  if (step == NULL)
    return;
  g_free (step->what);
  g_free (step->owner);
  g_free (step->done_note);
  g_free (step);
}

const char *
muster_action_state_to_code (MusterActionState state)
{
  g_return_val_if_fail ((guint) state < N_ACTION_STATES, "");
  return state_codes[state];
}

gboolean
muster_action_state_from_code (const char *code, MusterActionState *state, GError **error)
{
  guint index;

  if (!muster_code_find (state_codes, N_ACTION_STATES, code, _("This is not a state of a corrective action"), &index, error))
    return FALSE;
  *state = index;
  return TRUE;
}

const char *
muster_action_state_get_label (MusterActionState state)
{
  g_return_val_if_fail ((guint) state < N_ACTION_STATES, "");
  return _(state_labels[state]);
}

const char *
muster_outcome_to_code (MusterOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < N_OUTCOMES, "");
  return outcome_codes[outcome];
}

gboolean
muster_outcome_from_code (const char *code, MusterOutcome *outcome, GError **error)
{
  guint index;

  if (!muster_code_find (outcome_codes, N_OUTCOMES, code, _("This is not an outcome of a corrective action"), &index, error))
    return FALSE;
  *outcome = index;
  return TRUE;
}

const char *
muster_outcome_get_label (MusterOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < N_OUTCOMES, "");
  return _(outcome_labels[outcome]);
}

char *
muster_case_number_format (const char *prefix, int year, int serial)
{
  return g_strdup_printf ("%s-%04d-%04d", prefix, year, serial);
}

void
muster_corrective_action_get_usual_due (MusterRulePack *pack, MusterSeverity severity, const GDate *opened, GDate *due)
{
  const MusterRuleDays *rule = &muster_rule_pack_get_severity (pack, severity)->due;

  muster_deadline_get_last (rule, opened, due);
}

gboolean
muster_corrective_action_check_restriction (const MusterCorrectiveAction *action, MusterRulePack *pack, GError **error)
{
  MusterRestriction least = muster_rule_pack_get_severity (pack, action->severity)->least_restriction;

  if (action->restriction < least)
    {
      /* Translators: severity, restriction, restriction */
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("An action of severity %s (%s) needs at least “%s” meanwhile, not “%s”."), muster_severity_to_code (action->severity),
                   muster_severity_get_label (action->severity), muster_restriction_get_label (least), muster_restriction_get_label (action->restriction));
      return FALSE;
    }
  if (action->restriction == MUSTER_RESTRICTION_LIMITED && muster_text_is_blank (action->restriction_text))
    return refuse (error, _("The limits have to be written down: what may the person not do meanwhile?"));
  return TRUE;
}

gboolean
muster_corrective_action_check (const MusterCorrectiveAction *action, MusterRulePack *pack, GError **error)
{
  if (muster_text_is_blank (action->finding))
    return refuse (error, _("Say what was found: a corrective action needs a finding."));
  if (action->clause_ids == NULL || action->clause_ids->len == 0)
    return refuse (error, _("Cite at least one clause: a corrective action needs a ground."));
  if (muster_identifier_contains_ssn (action->finding) || muster_identifier_contains_ssn (action->cause) || muster_identifier_contains_ssn (action->restriction_text) ||
      muster_identifier_contains_ssn (action->due_reason))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return check_due (action, pack, error) && muster_corrective_action_check_restriction (action, pack, error);
}

gboolean
muster_corrective_action_check_cause (const MusterCorrectiveAction *action, const char *cause, GError **error)
{
  if (action->state != MUSTER_ACTION_OPEN)
    return refuse (error, _("The corrective action is not open any more."));
  if (muster_text_is_blank (cause))
    return refuse (error, _("Say what the cause was."));
  if (muster_identifier_contains_ssn (cause))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

gboolean
muster_corrective_action_check_plan (const MusterCorrectiveAction *action, GError **error)
{
  if (action->state != MUSTER_ACTION_OPEN)
    return refuse (error, _("The corrective action is not open any more."));
  if (muster_text_is_blank (action->cause))
    return refuse (error, _("Record the cause first: the steps are to cure it."));
  return muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK) == NULL ||
         refuse (error, _("The effect of what was done waits for its check. Record what the check found first; if it failed, add a step."));
}

MusterActionStep *
muster_corrective_action_find_step (const MusterCorrectiveAction *action, int position, GError **error)
{
  for (guint i = 0; i < action->steps->len; i++)
    {
      MusterActionStep *step = action->steps->pdata[i];

      if (step->position == position)
        return step;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("%s has no step %d. It has %u."), action->number, position, action->steps->len);
  return NULL;
}

gboolean
muster_action_step_check_progress (const MusterActionStep *step, gboolean verify, const GDate *on, const GDate *today, GError **error)
{
  if (!verify && g_date_valid (&step->done_on))
    return refuse (error, _("The step is recorded as done already."));
  if (verify && step->verified_account != 0)
    return refuse (error, _("The step is verified already."));
  return muster_date_check_happened (on, today, error);
}

gboolean
muster_action_step_check (const MusterActionStep *step, const MusterCorrectiveAction *action, GError **error)
{
  if (action->state != MUSTER_ACTION_OPEN)
    return refuse (error, _("The corrective action is not open any more; its steps stay as they are."));
  if (muster_text_is_blank (step->what) || muster_text_is_blank (step->owner))
    return refuse (error, _("A step needs what is to be done, and who does it."));
  if (muster_identifier_contains_ssn (step->what) || muster_identifier_contains_ssn (step->owner) || muster_identifier_contains_ssn (step->done_note))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  if (!g_date_valid (&step->due) || g_date_compare (&step->due, &action->opened) < 0 || g_date_compare (&step->due, &action->due) > 0)
    return refuse (error, _("A step is due from the day the corrective action was opened through the day it is due itself."));
  if (g_date_valid (&step->done_on) && g_date_compare (&step->done_on, &action->opened) < 0)
    return refuse (error, _("A step cannot have been done before the corrective action was opened."));
  if (step->verified_account == 0)
    return TRUE;
  if (!g_date_valid (&step->done_on))
    return refuse (error, _("A step has to be done before it can be verified."));
  if (step->verified_account == step->done_account)
    return refuse (error, _("Nobody verifies what they recorded as done themselves. Ask somebody else to."));
  if (g_date_valid (&step->verified_on) && g_date_compare (&step->verified_on, &step->done_on) < 0)
    return refuse (error, _("A step cannot have been verified before it was done."));
  return TRUE;
}

const GDate *
muster_corrective_action_get_deadline (const MusterCorrectiveAction *action)
{
  const MusterFollowUp *check = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK);

  return check != NULL ? &check->due : &action->due;
}

gboolean
muster_corrective_action_is_overdue (const MusterCorrectiveAction *action, const GDate *on)
{
  const GDate *deadline = muster_corrective_action_get_deadline (action);

  return action->state == MUSTER_ACTION_OPEN && g_date_valid (deadline) && g_date_compare (deadline, on) < 0;
}
