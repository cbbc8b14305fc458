/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "store/muster-account-table.h"

/** Input of #muster_add_account: @account's name, full name and role. Output: (gint64 *, nullable). */
typedef struct
{
  const char *name;
  const char *full_name;
  MusterRole role;
  MusterSecret *password;
} MusterNewAccount;
extern const MusterOperation muster_add_account;

/**
 * Input of #muster_change_account: role and state as they are to be.
 * @shown: (nullable): the account as it was when somebody began to change it; MUSTER_ERROR_CONFLICT where it is not so any more
 */
typedef struct
{
  gint64 account_id;
  MusterRole role;
  gboolean disabled;
  const MusterAccount *shown;
} MusterAccountChange;
extern const MusterOperation muster_change_account;

/** Input of #muster_tie_account: whom of the roster the account is, and in which matter that was found out (@reason, nullable). @said: %FALSE: as the names tell; @person_id: 0: nobody. */
typedef struct
{
  gint64 account_id;
  gboolean said;
  gint64 person_id;
  const char *reason;
} MusterAccountTie;
extern const MusterOperation muster_tie_account;

typedef struct
{
  MusterSecret *old_password;
  MusterSecret *new_password;
} MusterPasswordChange;
extern const MusterOperation muster_change_password;
