/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "store/muster-database.h"
#include "store/muster-secret.h"

/**
 * MusterRegisterPlan: what a new register is to be.
 * @folder: path, "….muster"; must not exist, or be empty
 * @account: name of the first administrator
 * @keyring: keep the computer secret in the desktop keyring; %FALSE makes password-only slots, by explicit choice
 * @practice: invented people, watermarked, cheap password hashing
 */
typedef struct
{
  const char *folder;
  const char *agency;
  const char *account;
  const char *full_name;
  MusterSecret *password;
  gboolean keyring;
  gboolean practice;
} MusterRegisterPlan;

/**
 * muster_register_create:
 *
 * Makes the folder (0700), keys.json and register.db (0600), migrations, the agency, the first administrator and the recovery account, with a
 * signed first journal entry "create-register". Made beside and renamed into place: interrupted, nothing of it is left in the way.
 *
 * Returns: (transfer full): the recovery key, to be shown once; %NULL on error, and then no folder.
 */
MusterSecret *muster_register_create (const MusterRegisterPlan *plan, GCancellable *cancellable, GError **error);

/** MusterRegisterInfo: what can be known of a register without a password. */
typedef struct
{
  char *folder;
  char *id;
  char *name;      /* the folder's name without ".muster" */
  gboolean keyring;
  gboolean practice;
} MusterRegisterInfo;

/** Returns: (transfer full): looks at @folder: MUSTER_ERROR_NOT_FOUND, _DAMAGED (not a register, half a folder), _NEWER, _STORAGE, each with its own message. */
MusterRegisterInfo *muster_register_look (const char *folder, GError **error);
void muster_register_info_free (MusterRegisterInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRegisterInfo, muster_register_info_free)

/** Returns: (transfer full): where a register lies if nobody says otherwise: "muster/register.muster" in the user's data folder. */
char *muster_register_dup_default_folder (void);

typedef enum
{
  MUSTER_ENROLMENT_KEYRING, /* this computer's keyring keeps the secret */
  MUSTER_ENROLMENT_PROGRAM, /* this program's memory, until it ends: where no keyring works */
} MusterEnrolment;

/** Puts the computer secret that @recovery_key yields where @enrolment says; journaled as "set-up-computer", signed by the recovery account. Errors: KEYRING, SIGN_IN, RULE. */
gboolean muster_register_enrol_computer (const char *folder, MusterSecret *recovery_key, MusterEnrolment enrolment, GCancellable *cancellable, GError **error);

/** Gives the administrator @account a new password with @recovery_key; journaled as "reset-administrator", signed by the recovery account. */
gboolean muster_register_reset_password (const char *folder, MusterSecret *recovery_key, const char *account, MusterSecret *password, GCancellable *cancellable, GError **error);

/** Sets @practice to whether the people of this register are invented. */
gboolean muster_register_is_practice (MusterDatabase *database, gboolean *practice, GError **error);
