/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-corrective-action.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define CAUSE MUSTER_CLOSING_NEEDS_CAUSE
#define STEP MUSTER_CLOSING_NEEDS_STEP
#define DONE MUSTER_CLOSING_NEEDS_DONE
#define VERIFICATION MUSTER_CLOSING_NEEDS_VERIFICATION

/* What is asked of each severity. A step that somebody planned is done and verified in all of them. */
static const MusterClosingNeeds asked[] = {
  [MUSTER_SEVERITY_1] = DONE | VERIFICATION,
  [MUSTER_SEVERITY_2] = CAUSE | STEP | DONE | VERIFICATION,
  [MUSTER_SEVERITY_3] = CAUSE | STEP | DONE | VERIFICATION,
  [MUSTER_SEVERITY_4] = CAUSE | STEP | DONE | VERIFICATION,
};

/* Who may end an action with an outcome other than by what was done about it. */
static const struct
{
  MusterOutcome outcome;
  const char *refusal;
} reserved[] = {
  { MUSTER_OUTCOME_WAIVED, N_("Only an administrator may waive what is left of a corrective action.") },
  { MUSTER_OUTCOME_VOIDED, N_("Only an administrator may void a corrective action.") },
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static MusterClosingNeeds
find_needs_of_step (const MusterActionStep *step)
{
  if (!g_date_valid (&step->done_on))
    return DONE;
  return step->verified_account == 0 || step->verified_account == step->done_account ? VERIFICATION : 0;
}

static const char *
get_lacking_check (const MusterCorrectiveAction *action)
{
  if (muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK) != NULL)
    return _("The check of its effect is planned, and nobody has recorded yet what it found.");
  if (muster_follow_up_has_failed (action))
    return _("The check of its effect failed: it goes on, with another step and another check.");
  return _("Its effect was not checked: plan the check, and have someone other than the person who did the steps record what it finds.");
}

gboolean
muster_corrective_action_check_needs (const MusterCorrectiveAction *action, guint asked_for, const char *head, GError **error)
{
  const MusterActionStep *step;
  guint needs = muster_corrective_action_list_needs (action, &step) & asked_for;
  g_autoptr (GString) text = NULL;

  if (needs == 0)
    return TRUE;
  text = g_string_new (head);
  if ((needs & CAUSE) != 0)
    g_string_append_printf (text, " %s", _("Its cause is not recorded: record it."));
  if ((needs & STEP) != 0)
    g_string_append_printf (text, " %s", _("It has no step: add what was to be done, and have it done and verified."));
  if ((needs & (DONE | VERIFICATION)) != 0)
    g_string_append_c (text, ' ');
  if ((needs & DONE) != 0)
    g_string_append_printf (text, _("Step %d, “%s”, is not done yet."), step->position, step->what);
  else if ((needs & VERIFICATION) != 0)
    g_string_append_printf (text, _("Step %d, “%s”, is done but not verified. Someone other than the person who recorded it as done has to verify it."), step->position, step->what);
  if ((needs & MUSTER_CLOSING_NEEDS_CHECK) != 0)
    g_string_append_printf (text, " %s", get_lacking_check (action));
  return refuse (error, text->str);
}

gboolean
muster_outcome_check_role (MusterOutcome outcome, MusterRole role, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (reserved[i].outcome == outcome && role != MUSTER_ROLE_ADMINISTRATOR)
      return refuse (error, _(reserved[i].refusal));
  return TRUE;
}

MusterClosingNeeds
muster_corrective_action_list_needs (const MusterCorrectiveAction *action, const MusterActionStep **step)
{
  guint n_steps = action->steps != NULL ? action->steps->len : 0;
  MusterClosingNeeds needs = 0;
  const MusterActionStep *first = NULL;

  if (muster_text_is_blank (action->cause))
    needs |= CAUSE;
  if (n_steps == 0)
    needs |= STEP;
  for (guint i = 0; i < n_steps && first == NULL; i++)
    {
      MusterClosingNeeds of_step = find_needs_of_step (action->steps->pdata[i]);

      if (of_step != 0)
        first = action->steps->pdata[i];
      needs |= of_step;
    }
  if (step != NULL)
    *step = first;
  needs &= asked[action->severity];
  return needs == 0 && !muster_follow_up_is_checked (action) ? MUSTER_CLOSING_NEEDS_CHECK : needs;
}

/* When all had been done: the last step, and where there was none, when the check of it was planned. */
static gboolean
was_late (const MusterCorrectiveAction *action, const GDate *on)
{
  GDate done = *on;

  if (action->follow_ups->len > 0 && action->steps->len == 0)
    done = ((const MusterFollowUp *) action->follow_ups->pdata[0])->on;
  for (guint i = 0; i < action->steps->len; i++)
    {
      const MusterActionStep *step = action->steps->pdata[i];

      if (i == 0 || g_date_compare (&step->done_on, &done) > 0)
        done = step->done_on;
    }
  return g_date_compare (&done, &action->due) > 0;
}

static gboolean
check_completed (const MusterCorrectiveAction *action, GError **error)
{
  /* Translators: the number of a corrective action; sentences follow that say what is missing */
  g_autofree char *head = g_strdup_printf (_("%s cannot be closed as completed."), action->number);

  return muster_corrective_action_check_needs (action, ~0u, head, error);
}

gboolean
muster_corrective_action_check_close (const MusterCorrectiveAction *action, MusterOutcome outcome, const char *note, const GDate *on,
                                      MusterRole role, MusterOutcome *actual, GError **error)
{
  gboolean completed = outcome == MUSTER_OUTCOME_COMPLETED || outcome == MUSTER_OUTCOME_LATE;

  if (action->state != MUSTER_ACTION_OPEN)
    return refuse (error, _("The corrective action is not open any more."));
  if (outcome == MUSTER_OUTCOME_NONE)
    return refuse (error, _("A corrective action is closed with an outcome."));
  if (muster_text_is_blank (note))
    return refuse (error, _("Say in a note how it ended: a corrective action is not closed without one."));
  if (muster_identifier_contains_ssn (note))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  if (g_date_compare (on, &action->opened) < 0)
    return refuse (error, _("A corrective action cannot be closed before the day it was opened."));
  if (!muster_outcome_check_role (outcome, role, error))
    return FALSE;
  if (completed && !check_completed (action, error))
    return FALSE;

  *actual = outcome;
  if (completed)
    *actual = was_late (action, on) ? MUSTER_OUTCOME_LATE : MUSTER_OUTCOME_COMPLETED;
  return TRUE;
}

gboolean
muster_corrective_action_check_succession (const MusterCorrectiveAction *action, MusterOutcome outcome, MusterRestriction others, gboolean is_certified, GError **error)
{
  g_autofree char *text = NULL;

  if (outcome != MUSTER_OUTCOME_FAILED && outcome != MUSTER_OUTCOME_SUPERSEDED)
    return TRUE;
  if (others >= action->restriction || !is_certified)
    return TRUE;
  /* Translators: the number of a corrective action */
  text = g_strdup_printf (_("%s restricts what the person may do, and that ends only with what was verified. First open another corrective action that restricts as much, or have the person suspended; then close this one."), action->number);
  return refuse (error, text);
}
