/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-follow-up-rule.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define CHECK_RULE "effectiveness-check"
/* Of packs that were adopted before they had the rule: domain.md has 30, 60 or 90. */
static const MusterRuleDays usual_check = { .days = 60, .kind = MUSTER_DAYS_CALENDAR };

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
check_open (const MusterCorrectiveAction *action, GError **error)
{
  return action->state == MUSTER_ACTION_OPEN || refuse (error, _("The corrective action is not open any more."));
}

static gboolean
check_text (const char *text, const char *lacking, GError **error)
{
  if (muster_text_is_blank (text))
    return refuse (error, lacking);
  if (muster_identifier_contains_ssn (text))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

/* All that comes before the check. */
static gboolean
check_ready (const MusterCorrectiveAction *action, GError **error)
{
  /* Translators: the number of a corrective action; sentences follow that say what is missing */
  g_autofree char *head = g_strdup_printf (_("The effect of %s cannot be checked yet."), action->number);

  return muster_corrective_action_check_needs (action, ~(guint) MUSTER_CLOSING_NEEDS_CHECK, head, error);
}

static guint
count_steps (const MusterCorrectiveAction *action)
{
  return action->steps != NULL ? action->steps->len : 0;
}

MusterFollowUp *
muster_follow_up_find_newest (const MusterCorrectiveAction *action, MusterFollowUpKind kind)
{
  for (guint i = action->follow_ups != NULL ? action->follow_ups->len : 0; i > 0; i--)
    if (((MusterFollowUp *) action->follow_ups->pdata[i - 1])->kind == kind)
      return action->follow_ups->pdata[i - 1];
  return NULL;
}

MusterFollowUp *
muster_follow_up_find_pending (const MusterCorrectiveAction *action, MusterFollowUpKind kind)
{
  MusterFollowUp *newest = muster_follow_up_find_newest (action, kind);

  return newest != NULL && newest->state == MUSTER_FOLLOW_UP_PENDING ? newest : NULL;
}

gboolean
muster_follow_up_is_checked (const MusterCorrectiveAction *action)
{
  const MusterFollowUp *check = muster_follow_up_find_newest (action, MUSTER_FOLLOW_UP_CHECK);

  return check != NULL && (check->state == MUSTER_FOLLOW_UP_PASSED || check->state == MUSTER_FOLLOW_UP_WAIVED) && check->n_steps >= count_steps (action);
}

gboolean
muster_follow_up_has_failed (const MusterCorrectiveAction *action)
{
  const MusterFollowUp *check = muster_follow_up_find_newest (action, MUSTER_FOLLOW_UP_CHECK);

  return check != NULL && check->state == MUSTER_FOLLOW_UP_FAILED;
}

gboolean
muster_follow_up_needs_step (const MusterCorrectiveAction *action)
{
  return muster_follow_up_has_failed (action) && muster_follow_up_find_newest (action, MUSTER_FOLLOW_UP_CHECK)->n_steps >= count_steps (action);
}

void
muster_follow_up_get_check_due (const MusterCorrectiveAction *action, MusterRulePack *pack, const GDate *today, GDate *due)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (pack, CHECK_RULE, NULL);
  GDate from = *today;

  for (guint i = 0; i < count_steps (action); i++)
    {
      const MusterActionStep *step = action->steps->pdata[i];

      if (g_date_valid (&step->verified_on) && (i == 0 || g_date_compare (&step->verified_on, &from) > 0))
        from = step->verified_on;
    }
  muster_deadline_get_last (rule != NULL ? rule : &usual_check, &from, due);
  if (g_date_compare (due, today) < 0)
    *due = *today;
}

/* Whether @due is more than a year ahead: then @day and @last_day say what is wrong. */
static gboolean
is_too_far (const GDate *due, const GDate *today, char **day, char **last_day)
{
  GDate last = *today;

  g_date_add_days (&last, MUSTER_FOLLOW_UP_DAYS_AHEAD);
  if (g_date_compare (due, &last) <= 0)
    return FALSE;
  *day = muster_date_dup_text (due);
  *last_day = muster_date_dup_text (&last);
  return TRUE;
}

static gboolean
check_horizon (const GDate *due, const GDate *today, GError **error)
{
  g_autofree char *day = NULL, *last_day = NULL;

  if (!is_too_far (due, today, &day, &last_day))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too far ahead: a check is planned until %s at the latest. Look at the year."), day, last_day);
  return FALSE;
}

gboolean
muster_follow_up_check_plan (const MusterCorrectiveAction *action, const MusterFollowUp *check, const GDate *today, GError **error)
{
  const MusterFollowUp *newest = muster_follow_up_find_newest (action, MUSTER_FOLLOW_UP_CHECK);

  if (!check_open (action, error) || !check_ready (action, error))
    return FALSE;
  if (newest != NULL && newest->state == MUSTER_FOLLOW_UP_PENDING && muster_text_is_blank (check->note))
    return refuse (error, _("A check is planned already: record what it found, or give a reason to plan it anew."));
  if (muster_follow_up_is_checked (action))
    return refuse (error, _("The effect has been checked already."));
  if (muster_follow_up_needs_step (action))
    return refuse (error, _("The last check failed: what was done did not cure it. First add another step, and have it done and verified."));
  if (!check_text (check->text, _("Say by what the effect is to be known: a check needs a criterion."), error))
    return FALSE;
  if (!g_date_valid (&check->due) || g_date_compare (&check->due, today) < 0)
    return refuse (error, _("A check is planned for today or for a later day."));
  return check_horizon (&check->due, today, error) && (muster_text_is_blank (check->note) || check_text (check->note, NULL, error));
}

/* What was cured has to last until the day: only that it did not is known earlier. */
gboolean
muster_follow_up_check_time_passed (const MusterFollowUp *check, const GDate *on, GError **error)
{
  g_autofree char *due = NULL;

  if (g_date_compare (on, &check->due) >= 0)
    return TRUE;
  due = muster_date_dup_text (&check->due);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The check is planned for %s, and passes on that day or later. That it failed can be recorded before."), due);
  return FALSE;
}

gboolean
muster_follow_up_check_day (const MusterFollowUp *check, const GDate *on, const GDate *today, GError **error)
{
  if (!muster_date_check_happened (on, today, error))
    return FALSE;
  return g_date_compare (on, &check->on) >= 0 || refuse (error, _("The effect cannot have been checked before the check was planned."));
}

gboolean
muster_follow_up_check_served (MusterFollowUpState state, gboolean served, GError **error)
{
  if (state == MUSTER_FOLLOW_UP_ANSWERED || served)
    return TRUE;
  return refuse (error, _("The notice of the corrective action was not served yet, so that nobody can have acknowledged or refused it. First record how it was served."));
}

gboolean
muster_follow_up_check_result (const MusterCorrectiveAction *action, gint64 account, gboolean passed, const char *note, const GDate *on, const GDate *today, GError **error)
{
  const MusterFollowUp *check = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK);

  if (!check_open (action, error))
    return FALSE;
  if (check == NULL)
    return refuse (error, _("No check is planned. First say by what the effect is to be known, and when."));
  for (guint i = 0; i < count_steps (action) && i < check->n_steps; i++)
    if (((const MusterActionStep *) action->steps->pdata[i])->done_account == account)
      return refuse (error, _("Nobody checks the effect of what they recorded as done themselves. Ask somebody else to."));
  if (!check_text (note, _("Say in a note what the check found."), error) || !muster_follow_up_check_day (check, on, today, error))
    return FALSE;
  return !passed || muster_follow_up_check_time_passed (check, on, error);
}

/* A longer one is as good as none at all, or a year that was mistyped. */
static gboolean
check_extension_end (const GDate *due, const GDate *today, GError **error)
{
  g_autofree char *day = NULL, *last_day = NULL;

  if (!is_too_far (due, today, &day, &last_day))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too far ahead: an action is extended until %s at the latest, a year from today. Look at the year."), day, last_day);
  return FALSE;
}

gboolean
muster_follow_up_check_extension (const MusterCorrectiveAction *action, const MusterFollowUp *extension, const GDate *today, GError **error)
{
  if (!check_open (action, error))
    return FALSE;
  if (muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_EXTENSION) != NULL)
    return refuse (error, _("An extension is asked for already, and waits for somebody else to approve or refuse it."));
  if (muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK) != NULL)
    return refuse (error, _("All of it is done, and its effect waits for its check: there is nothing to extend."));
  if (!check_text (extension->text, _("Say why it needs longer: an extension needs a reason."), error))
    return FALSE;
  if (!g_date_valid (&extension->due) || g_date_compare (&extension->due, &action->due) <= 0 || g_date_compare (&extension->due, today) < 0)
    return refuse (error, _("It is extended to a day after the one it is due, and not to one that has passed."));
  return check_extension_end (&extension->due, today, error);
}

gboolean
muster_follow_up_check_answer (const MusterCorrectiveAction *action, gint64 account, gboolean approves, const char *note, const GDate *today, GError **error)
{
  const MusterFollowUp *extension = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_EXTENSION);

  if (!check_open (action, error))
    return FALSE;
  if (extension == NULL)
    return refuse (error, _("No extension is asked for."));
  if (extension->account_id == account)
    return refuse (error, _("Nobody approves or refuses an extension that they asked for themselves. Ask somebody else to."));
  if (approves && g_date_compare (&extension->due, today) < 0)
    return refuse (error, _("The day that was asked for has passed. Refuse it, and have a later day asked for."));
  if (!approves)
    return check_text (note, _("Say why the extension is refused."), error);
  return note == NULL || !muster_identifier_contains_ssn (note) || refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
}

gboolean
muster_follow_up_check_response (const MusterCorrectiveAction *action, const MusterFollowUp *response, gboolean served, const GDate *today, GError **error)
{
  if (!check_open (action, error))
    return FALSE;
  if (!muster_follow_up_check_served (response->state, served, error))
    return FALSE;
  if (response->state == MUSTER_FOLLOW_UP_ANSWERED && !check_text (response->text, _("Say what the person answered."), error))
    return FALSE;
  if (response->text != NULL && muster_identifier_contains_ssn (response->text))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  if (!muster_date_check_happened (&response->on, today, error))
    return FALSE;
  return g_date_compare (&response->on, &action->opened) >= 0 || refuse (error, _("The person cannot have answered before the corrective action was opened."));
}

gboolean
muster_follow_up_check_waiver (const MusterCorrectiveAction *action, const char *reason, GError **error)
{
  if (!check_open (action, error) || !check_ready (action, error))
    return FALSE;
  if (muster_follow_up_is_checked (action))
    return refuse (error, _("The effect has been checked already."));
  return check_text (reason, _("Say why no check is needed: whoever reads it later has to understand it."), error);
}
