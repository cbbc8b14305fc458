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

/* Who may bring such a case to its end. */
static const MusterPermission deals_with[MUSTER_N_CASE_KINDS] = { MUSTER_PERMISSION_JUDGE_INCIDENT, MUSTER_PERMISSION_RECORD_ACTION, MUSTER_PERMISSION_DECIDE_REVOCATION };

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

/* The words of @texts, accents and case ignored; a hyphen holds two names together that one may write apart. */
static GStrv
split_names (const char *first, const char *second, const char *third)
{
  g_autofree char *joined = g_strjoin (" ", first != NULL ? first : "", second != NULL ? second : "", third != NULL ? third : "", NULL);
  g_autofree char *folded = muster_text_fold (joined);

  g_strdelimit (folded, ",.-", ' ');
  g_strstrip (folded);
  return g_strsplit_set (folded, " ", -1);
}

static gboolean
holds_all (const char *const *names, const char *const *of)
{
  for (guint i = 0; of[i] != NULL; i++)
    if (*of[i] != '\0' && !g_strv_contains (names, of[i]))
      return FALSE;
  return TRUE;
}

gboolean
muster_account_is_person (const MusterAccount *account, const MusterAssister *person)
{
  g_auto (GStrv) own = split_names (account->full_name, NULL, NULL);
  g_auto (GStrv) must = split_names (person->given_name, person->family_name, NULL);
  g_auto (GStrv) may = split_names (person->given_name, person->middle_name, person->family_name);

  if (muster_text_is_blank (person->family_name) || muster_text_is_blank (account->full_name))
    return FALSE;
  return holds_all ((const char *const *) own, (const char *const *) must) && holds_all ((const char *const *) may, (const char *const *) own);
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

static gboolean
leaves_somebody (MusterCaseKind kind, gint64 account_id, const GArray *keepers)
{
  for (guint i = 0; i < keepers->len; i++)
    {
      const MusterCaseKeeper *keeper = &g_array_index (keepers, MusterCaseKeeper, i);

      if (keeper->account_id != account_id && keeper->sees && muster_role_may (keeper->role, deals_with[kind]))
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_case_is_kept (MusterCaseKind kind, const GArray *keepers)
{
  return leaves_somebody (kind, 0, keepers);
}

static gboolean
sees (gint64 account_id, const GArray *keepers)
{
  for (guint i = 0; i < keepers->len; i++)
    if (g_array_index (keepers, MusterCaseKeeper, i).account_id == account_id)
      return g_array_index (keepers, MusterCaseKeeper, i).sees;
  return TRUE;
}

gboolean
muster_case_check_close_to (MusterCaseKind kind, const MusterAccount *account, const GArray *keepers, const char *reason, GError **error)
{
  if (!check_reason (reason, error))
    return FALSE;
  if (account->role == MUSTER_ROLE_RECOVERY)
    return refuse (error, _("The recovery key sees no cases. Nothing was changed."));
  if (!sees (account->id, keepers))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The case is closed to “%s” already. Nothing was changed."), account->full_name);
      return FALSE;
    }
  if (leaves_somebody (kind, account->id, keepers))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
               _("Without “%s” nobody would be left who may deal with this case. Add an account that may, or open the case to one, and close it then. Nothing was changed."), account->full_name);
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
