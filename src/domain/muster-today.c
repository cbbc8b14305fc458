/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-today.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static const char *const codes[MUSTER_N_TODAY_KINDS] = {
  "incident-report",
  "licence-notice",
  "action-overdue",
  "step-overdue",
  "check-due",
  "decision-waiting",
  "review-waiting",
  "notice-missing",
  "letter-unserved",
  "exit-open",
  "extension-waiting",
  "escalation-proposed",
  "suspension-proposed",
  "action-due",
  "review-closing",
  "expiring",
  "licence-renewal",
  "list-task",
  "rules-ended",
};

static const char *const labels[MUSTER_N_TODAY_KINDS] = {
  N_("Incidents to report"),
  N_("Lapsed licenses to tell the marketplace of"),
  N_("Corrective actions overdue"),
  N_("Steps overdue"),
  N_("Effects of corrective actions to check"),
  N_("Decisions waiting for a second person"),
  N_("Reviews to be decided"),
  N_("Decisions without their notice"),
  N_("Letters about decisions to be served"),
  N_("Exit checklists with open items"),
  N_("Extensions waiting for a second person"),
  N_("Corrective actions to escalate"),
  N_("Certified, but something required is lacking"),
  N_("Corrective actions due within a week"),
  N_("Review windows closing within a week"),
  N_("May assist only for a while yet"),
  N_("Licenses that can be renewed"),
  N_("Tasks from lists and roster files"),
  N_("Rules to look at"),
};

void
muster_today_item_free (MusterTodayItem *item)
{
  if (item == NULL)
    return;
  g_free (item->number);
  g_free (item->name);
  g_free (item->detail);
  g_free (item->snooze_reason);
  g_free (item);
}

/* What belongs to a case; the rest is of the roster. */
static const MusterPermission dealt_with[MUSTER_N_TODAY_KINDS] = {
  [MUSTER_TODAY_INCIDENT_REPORT] = MUSTER_PERMISSION_RECORD_INCIDENT,
  [MUSTER_TODAY_ACTION_OVERDUE] = MUSTER_PERMISSION_RECORD_ACTION,
  [MUSTER_TODAY_STEP_OVERDUE] = MUSTER_PERMISSION_RECORD_ACTION,
  [MUSTER_TODAY_CHECK_DUE] = MUSTER_PERMISSION_RECORD_ACTION,
  [MUSTER_TODAY_DECISION_WAITING] = MUSTER_PERMISSION_DECIDE_REVOCATION,
  [MUSTER_TODAY_REVIEW_WAITING] = MUSTER_PERMISSION_DECIDE_REVOCATION,
  [MUSTER_TODAY_LETTER_UNSERVED] = MUSTER_PERMISSION_DECIDE_REVOCATION,
  [MUSTER_TODAY_EXTENSION_WAITING] = MUSTER_PERMISSION_RECORD_ACTION,
  [MUSTER_TODAY_ESCALATION_PROPOSED] = MUSTER_PERMISSION_RECORD_ACTION,
  [MUSTER_TODAY_ACTION_DUE] = MUSTER_PERMISSION_RECORD_ACTION,
  [MUSTER_TODAY_REVIEW_CLOSING] = MUSTER_PERMISSION_DECIDE_REVOCATION,
};

const char *
muster_today_kind_to_code (MusterTodayKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_TODAY_KINDS, "");
  return codes[kind];
}

gboolean
muster_today_kind_from_code (const char *code, MusterTodayKind *kind, GError **error)
{
  guint index;

  if (!muster_code_find (codes, MUSTER_N_TODAY_KINDS, code, _("This is not something on the list of today"), &index, error))
    return FALSE;
  *kind = index;
  return TRUE;
}

const char *
muster_today_kind_get_label (MusterTodayKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_TODAY_KINDS, "");
  return _(labels[kind]);
}

char *
muster_today_dup_key (MusterTodayKind kind, gint64 id)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, muster_today_kind_to_code (kind), id);
}

gboolean
muster_today_parse_key (const char *key, MusterTodayKind *kind, gint64 *id, GError **error)
{
  const char *colon = key != NULL ? strchr (key, ':') : NULL;
  g_autofree char *code = colon != NULL ? g_strndup (key, colon - key) : NULL;
  guint64 number;

  if (colon == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 0, G_MAXINT64, &number, NULL))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is no line of the list of today. Its lines are named as in “action-overdue:12”."), key != NULL ? key : "");
      return FALSE;
    }
  *id = number;
  return muster_today_kind_from_code (code, kind, error);
}

char *
muster_today_dup_fold_title (const MusterTodayItem *fold, guint n)
{
  if (fold->is_of_notice)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person has yet to sign the new version of the notice", "%'u people have yet to sign the new version of the notice", n), n);
  if (fold->kind == MUSTER_TODAY_EXPIRING)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person has yet to recertify", "%'u people have yet to recertify", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person is behind in recertification", "%'u people are behind in recertification", n), n);
}

char *
muster_today_dup_when (const MusterTodayItem *item, const GDate *today)
{
  int days;

  if (!g_date_valid (&item->due))
    return NULL;
  days = g_date_days_between (today, &item->due);
  if (days == 0)
    return g_strdup (_("today"));
  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", -days), -days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", days), days);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_snooze_check_role (MusterTodayKind kind, MusterRole role, GError **error)
{
  MusterPermission permission = dealt_with[kind] != 0 ? dealt_with[kind] : MUSTER_PERMISSION_KEEP_ROSTER;

  if (muster_role_may (role, permission))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("What is put off is off everybody’s list. Your role, %s, does not allow you to %s, so somebody else puts this off. Nothing was changed."),
               muster_role_get_label (role), muster_permission_get_label (permission));
  return FALSE;
}

gboolean
muster_snooze_refuse_absent (const char *item, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("“%s” is not on your list of today. Nothing was changed."), item);
  return FALSE;
}

gboolean
muster_snooze_check_term (const GDate *until, const char *reason, const GDate *today, GError **error)
{
  if (!g_date_valid (until) || g_date_compare (until, today) <= 0)
    return refuse (error, _("Say until which day it is put off: a day after today."));
  if (g_date_days_between (today, until) > MUSTER_SNOOZE_MAX_DAYS)
    return refuse (error, _("Nothing is put off for more than 90 days. Choose an earlier day."));
  return !muster_text_is_blank (reason) || refuse (error, _("Say why it is put off. The reason is kept."));
}

gboolean
muster_snooze_check (const GDate *until, const char *reason, const GDate *today, GError **error)
{
  if (!muster_snooze_check_term (until, reason, today, error))
    return FALSE;
  if (muster_identifier_contains_ssn (reason))
    return refuse (error, _("The reason has what looks like a social security number in it. Such numbers are never kept; take it out."));
  return TRUE;
}
