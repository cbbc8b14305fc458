/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-case-access.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static const char *const kind_codes[MUSTER_N_CASE_KINDS] = { "incident", "action", "decision" };
static const char *const access_codes[] = { NULL, "closed", "open" };

static const struct
{
  const char *prefix;
  MusterCaseKind kind;
} numbers[] = {
  { "IN-", MUSTER_CASE_INCIDENT },
  { "CA-", MUSTER_CASE_ACTION },
  { "RV-", MUSTER_CASE_DECISION },
  { "SU-", MUSTER_CASE_DECISION },
  { "CO-", MUSTER_CASE_DECISION },
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

const char *
muster_case_kind_to_code (MusterCaseKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_CASE_KINDS, "");
  return kind_codes[kind];
}

gboolean
muster_case_kind_from_code (const char *code, MusterCaseKind *kind, GError **error)
{
  guint index;

  if (!muster_code_find (kind_codes, MUSTER_N_CASE_KINDS, code, _("This is not a kind of case"), &index, error))
    return FALSE;
  *kind = index;
  return TRUE;
}

gboolean
muster_case_kind_from_number (const char *number, MusterCaseKind *kind, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strncasecmp (number, numbers[i].prefix, strlen (numbers[i].prefix)) == 0)
      {
        *kind = numbers[i].kind;
        return TRUE;
      }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not the number of a case, as “IN-2026-0001”, “CA-2026-0001” or “RV-2026-0001”."), number);
  return FALSE;
}

const char *
muster_access_to_code (MusterAccess access)
{
  g_return_val_if_fail (access == MUSTER_ACCESS_CLOSED || access == MUSTER_ACCESS_OPEN, "");
  return access_codes[access];
}

gboolean
muster_access_from_code (const char *code, MusterAccess *access, GError **error)
{
  guint index;

  if (!muster_code_find (access_codes, G_N_ELEMENTS (access_codes), code, _("This does not say whether a case is closed"), &index, error))
    return FALSE;
  *access = index;
  return TRUE;
}

gboolean
muster_case_may_see (const MusterCaseSight *sight)
{
  if (sight->said != MUSTER_ACCESS_UNSAID)
    return sight->said == MUSTER_ACCESS_OPEN;
  return !sight->is_subject && !sight->comes_from_closed && !sight->is_inherited;
}

gboolean
muster_account_refuse_own (gboolean of_case, GError **error)
{
  if (of_case)
    return refuse (error, _("The case is about you, by the name: nobody deals with a case about themselves, even where it is open to them. Somebody else does. Nothing was changed."));
  return refuse (error, _("This is your own record, by the name: nobody changes what the register says of themselves. Somebody else does. Nothing was changed."));
}

static gboolean
check_reason (const char *reason, GError **error)
{
  if (muster_text_is_blank (reason))
    return refuse (error, _("Say why. Nothing was changed."));
  return !muster_identifier_contains_ssn (reason) || refuse (error, _("The reason holds what looks like a social security number. Take it out. Nothing was changed."));
}

/* Whoever is left has to be able to do all that a case may need: to decide, to waive, to open it to others again. */
static gboolean
leaves_somebody (gint64 account_id, const GArray *keepers)
{
  for (guint i = 0; i < keepers->len; i++)
    {
      const MusterCaseKeeper *keeper = &g_array_index (keepers, MusterCaseKeeper, i);

      if (keeper->account_id != account_id && keeper->sees && !keeper->is_subject && keeper->role == MUSTER_ROLE_ADMINISTRATOR)
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_case_is_kept (const GArray *keepers)
{
  return leaves_somebody (0, keepers);
}

static gboolean
sees (gint64 account_id, const GArray *keepers)
{
  for (guint i = 0; i < keepers->len; i++)
    if (g_array_index (keepers, MusterCaseKeeper, i).account_id == account_id)
      return g_array_index (keepers, MusterCaseKeeper, i).sees;
  return TRUE;
}

static gboolean
may_close_to (MusterRole role, MusterRole by)
{
  return role != MUSTER_ROLE_AUDITOR || by == MUSTER_ROLE_ADMINISTRATOR;
}

gboolean
muster_case_check_close_to (const MusterAccount *account, MusterRole by, const GArray *keepers, const char *reason, GError **error)
{
  if (!check_reason (reason, error))
    return FALSE;
  if (account->role == MUSTER_ROLE_RECOVERY)
    return refuse (error, _("The recovery key sees no cases. Nothing was changed."));
  if (!may_close_to (account->role, by))
    return refuse (error, _("Only an administrator closes a case to an auditor, whose work it is to look at all of them. Nothing was changed."));
  if (!sees (account->id, keepers))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The case is closed to “%s” already. Nothing was changed."), account->full_name);
      return FALSE;
    }
  if (leaves_somebody (account->id, keepers))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
               _("Without “%s” no administrator would be left who may deal with this case: one whom it does not concern has to be. Add an administrator, or open the case to one, and close it then. Nothing was changed."), account->full_name);
  return FALSE;
}

gboolean
muster_case_check_open_to (const MusterAccount *account, gboolean account_sees, gint64 signer, const char *reason, GError **error)
{
  if (!check_reason (reason, error))
    return FALSE;
  if (account->id == signer)
    return refuse (error, _("Nobody opens a case to themselves. Nothing was changed."));
  if (!account_sees)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The case is open to “%s”. Nothing was changed."), account->full_name);
  return FALSE;
}

gboolean
muster_change_rule_check_access (const char *operation, const MusterAccessRow *row, gint64 signer, GError **error)
{
  const char *right = row->access == MUSTER_ACCESS_CLOSED ? "close-case-to" : "open-case-to";

  if (g_strcmp0 (operation, right) != 0 || row->access == MUSTER_ACCESS_UNSAID)
    return refuse (error, _("A case was closed or opened to somebody by an operation that cannot."));
  if (row->access == MUSTER_ACCESS_OPEN && row->account_id == signer)
    return refuse (error, _("Somebody opened a case to themselves."));
  return row->has_reason || refuse (error, _("A case was closed or opened to somebody without a reason."));
}

gboolean
muster_change_rule_check_closing (MusterRole account, MusterRole by, gboolean is_kept, GError **error)
{
  if (!may_close_to (account, by))
    return refuse (error, _("A case was closed to an auditor by somebody who is no administrator."));
  return is_kept || refuse (error, _("A case was closed so that no administrator was left who could deal with it."));
}

gboolean
muster_case_check_grounds (const char *number, guint n_closed, GError **error)
{
  if (n_closed == 0)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
               g_dngettext (GETTEXT_PACKAGE, "%s rests on %u corrective action that is closed to your account: nobody decides, or tells of a decision, without its grounds. Have it opened to you as well, or leave it to somebody else.",
                            "%s rests on %u corrective actions that are closed to your account: nobody decides, or tells of a decision, without its grounds. Have them opened to you as well, or leave it to somebody else.", n_closed),
               number, n_closed);
  return FALSE;
}

char *
muster_case_dup_grounds_remark (const MusterAccount *account, guint n_closed)
{
  if (n_closed == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u corrective action that it rests on stays closed to %s, who cannot decide it like that. Open that one as well, if that is meant.",
                                       "%u corrective actions that it rests on stay closed to %s, who cannot decide it like that. Open those as well, if that is meant.", n_closed),
                          n_closed, account->full_name);
}
