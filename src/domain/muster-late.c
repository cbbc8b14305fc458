/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-late.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_late_is (const GDate *due, const GDate *day)
{
  return g_date_valid (due) && g_date_compare (day, due) > 0;
}

gboolean
muster_late_check (const GDate *due, const GDate *day, const char *reason, GError **error)
{
  gboolean is_late = muster_late_is (due, day), has_reason = !muster_text_is_blank (reason);
  g_autofree char *last = NULL;

  if (muster_identifier_contains_ssn (reason))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  if (is_late == has_reason)
    return TRUE;
  if (has_reason)
    return refuse (error, _("It is in time: nothing has to be said about lateness."));
  last = muster_date_dup_text (due);
  /* Translators: day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("This is late: it was due by %s. Say why it is late; the reason is kept with it."), last);
  return FALSE;
}

gboolean
muster_late_check_note (const GDate *due, const GDate *day, const char *note, GError **error)
{
  g_autofree char *last = NULL;

  if (!muster_late_is (due, day) || !muster_text_is_blank (note))
    return TRUE;
  last = muster_date_dup_text (due);
  /* Translators: day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("This is late: it was due by %s. Say in a note why it is late; the note is kept with it."), last);
  return FALSE;
}

void
muster_late_find_closing_day (const MusterCorrectiveAction *action, MusterOutcome outcome, GDate *due)
{
  const MusterFollowUp *check = muster_follow_up_find_newest (action, MUSTER_FOLLOW_UP_CHECK);

  g_date_clear (due, 1);
  if (outcome == MUSTER_OUTCOME_VOIDED)
    return;
  if (outcome == MUSTER_OUTCOME_LATE)
    *due = action->due;
  else if (check == NULL || check->state == MUSTER_FOLLOW_UP_PENDING)
    *due = *muster_corrective_action_get_deadline (action);
}
