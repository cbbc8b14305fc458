/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-account.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define MAX_NAME 32
#define MAX_FULL_NAME 200
#define MIN_PASSWORD 10

static gboolean
refuse (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

static gboolean
is_one_character (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) != first)
      return FALSE;
  return TRUE;
}

MusterAccount *
muster_account_new (void)
{
  return g_new0 (MusterAccount, 1);
}

MusterAccount *
muster_account_copy (const MusterAccount *account)
{
  MusterAccount *copy = muster_account_new ();

  *copy = *account;
  copy->name = g_strdup (account->name);
  copy->full_name = g_strdup (account->full_name);
  copy->public_key = account->public_key != NULL ? g_bytes_ref (account->public_key) : NULL;
  return copy;
}

void
muster_account_free (MusterAccount *account)
{
  if (account == NULL)
    return;
  g_free (account->name);
  g_free (account->full_name);
  g_clear_pointer (&account->public_key, g_bytes_unref);
  g_free (account);
}

gboolean
muster_account_check_name (const char *name, GError **error)
{
  gsize length = name != NULL ? strlen (name) : 0;

  if (length == 0)
    return refuse (error, MUSTER_ERROR_INVALID, _("An account needs a name."));
  if (length <= MAX_NAME && g_ascii_islower (name[0]) && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789._-") == length)
    return TRUE;

  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID,
               _("“%s” cannot be an account’s name. A name begins with a letter and has at most %d lower case letters, digits, dots, hyphens and underscores."),
               name, MAX_NAME);
  return FALSE;
}

gboolean
muster_account_check_full_name (const char *full_name, GError **error)
{
  if (muster_text_is_blank (full_name))
    return refuse (error, MUSTER_ERROR_INVALID, _("An account needs the full name of the person whose it is."));
  if (muster_identifier_may_hold_ssn (full_name, TRUE))
    return refuse (error, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  if (g_utf8_strlen (full_name, -1) <= MAX_FULL_NAME)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%.40s…” is too long: at most %d characters are kept."), full_name, MAX_FULL_NAME);
  return FALSE;
}

gboolean
muster_account_check_new (const MusterAccount *account, GError **error)
{
  if (!muster_account_check_name (account->name, error))
    return FALSE;
  if (!muster_account_check_full_name (account->full_name, error))
    return FALSE;
  if ((guint) account->role >= MUSTER_N_ROLES || account->role == MUSTER_ROLE_RECOVERY)
    return refuse (error, MUSTER_ERROR_RULE, _("An account has the role of staff, supervisor, administrator or auditor."));
  return TRUE;
}

gboolean
muster_account_check_password (const char *password, const char *name, gboolean practice, GError **error)
{
  if (password == NULL || *password == '\0')
    return refuse (error, MUSTER_ERROR_INVALID, _("The password is empty."));
  if (!g_utf8_validate (password, -1, NULL))
    return refuse (error, MUSTER_ERROR_INVALID, _("The password is not text in UTF-8."));
  if (practice)
    return TRUE;
  if (g_utf8_strlen (password, -1) < MIN_PASSWORD)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The password is too short. It needs at least %d characters; several words are a good way."), MIN_PASSWORD);
      return FALSE;
    }
  if (name != NULL && g_ascii_strcasecmp (password, name) == 0)
    return refuse (error, MUSTER_ERROR_INVALID, _("The password is the account’s name. Choose another."));
  if (is_one_character (password))
    return refuse (error, MUSTER_ERROR_INVALID, _("The password is one character over and over. Choose another."));
  return TRUE;
}

gboolean
muster_account_check_change (const MusterAccount *account, MusterRole role, gboolean disabled, gint64 actor, guint active_administrators, GError **error)
{
  gboolean loses_administrator = account->role == MUSTER_ROLE_ADMINISTRATOR && !account->disabled && (role != MUSTER_ROLE_ADMINISTRATOR || disabled);

  if (account->role == MUSTER_ROLE_RECOVERY || role == MUSTER_ROLE_RECOVERY)
    return refuse (error, MUSTER_ERROR_RULE, _("The recovery key’s account cannot be changed, and no other account can become it."));
  if (account->id == actor && disabled && !account->disabled)
    return refuse (error, MUSTER_ERROR_RULE, _("Nobody can disable their own account. Ask another administrator."));
  if (account->id == actor && role != account->role)
    return refuse (error, MUSTER_ERROR_RULE, _("Nobody can change the role of their own account. Ask another administrator."));
  if (loses_administrator && active_administrators <= 1)
    return refuse (error, MUSTER_ERROR_RULE, _("This is the last administrator who can sign in, and a register needs one. Make somebody else an administrator first."));
  return TRUE;
}
