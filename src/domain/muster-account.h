/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-role.h"

/** MusterAccount: one person who works with the register. */
typedef struct
{
  gint64 id;
  char *name;      /* "mkeller": lower case letters, digits, . _ -, 1 to 32, unique */
  char *full_name;
  MusterRole role;
  GBytes *public_key; /* Ed25519, 32 bytes */
  gboolean disabled;
  gboolean person_said; /* whether it was said whom of the roster it is */
  gint64 person_id;     /* whom; 0: nobody */
} MusterAccount;

MusterAccount *muster_account_new (void);
MusterAccount *muster_account_copy (const MusterAccount *account);
void muster_account_free (MusterAccount *account);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAccount, muster_account_free)

/** Whether @name is a good account name; MUSTER_ERROR_INVALID says the rule. */
gboolean muster_account_check_name (const char *name, GError **error);
/** Whether @password is strong enough for a real register: at least 10 characters, not the account's name, not one repeated character. @practice registers take any of 1 or more. */
gboolean muster_account_check_password (const char *password, const char *name, gboolean practice, GError **error);
/** Whether @full_name (nullable) will do for an account: it says something, is not too long, and holds no social security number. MUSTER_ERROR_INVALID or MUSTER_ERROR_RULE. */
gboolean muster_account_check_full_name (const char *full_name, GError **error);
/** Whether @account may be added: a good name, a full name, and a role people have. */
gboolean muster_account_check_new (const MusterAccount *account, GError **error);
/** Whether @account may be changed so by @actor: nobody disables or demotes themselves; the last active administrator stays one. */
gboolean muster_account_check_change (const MusterAccount *account, MusterRole role, gboolean disabled, gint64 actor, guint active_administrators, GError **error);
