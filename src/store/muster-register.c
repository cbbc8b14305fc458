/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-register-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "domain/muster-error.h"
#include "store/muster-keyring.h"
#include "store/muster-account-table.h"
#include "store/muster-keys-private.h"
#include "store/muster-journal-private.h"
#include "store/muster-schema-check-private.h"
#include "store/muster-store-private.h"
#include "store/muster-waiting-entries.h"

#define SUFFIX ".muster"

G_GNUC_PRINTF (3, 0)
static gboolean
refuse (GError **error, MusterError code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (MUSTER_ERROR, code, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
check_folder (const char *folder, GError **error)
{
  GStatBuf status;
  int failure = g_stat (folder, &status) == 0 ? 0 : errno;

  if (failure == ENOENT || failure == ENOTDIR)
    return refuse (error, MUSTER_ERROR_NOT_FOUND, _("There is no register at “%s”. Choose where it lies, or create one."), folder);
  if (failure != 0)
    return refuse (error, MUSTER_ERROR_STORAGE, _("“%s” cannot be looked at: %s. Check who may read it, and the disk."), folder, g_strerror (failure));
  if (!S_ISDIR (status.st_mode))
    return refuse (error, MUSTER_ERROR_DAMAGED, _("“%s” is a file, and a register is a folder. Choose the folder whose name ends in “.muster”."), folder);
  if (g_access (folder, R_OK | X_OK) != 0)
    return refuse (error, MUSTER_ERROR_STORAGE, _("“%s” may not be read by you. Ask whoever keeps this computer for access."), folder);
  return TRUE;
}

/* The database can only be judged with its key; here it is enough that there is one. */
static gboolean
check_database (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, MUSTER_REGISTER_DATABASE, NULL);
  g_autofree char *keys_path = g_build_filename (folder, MUSTER_KEYS_FILE, NULL);
  GStatBuf status;
  int failure = g_stat (path, &status) == 0 ? 0 : errno;

  if (failure == ENOENT && !g_file_test (keys_path, G_FILE_TEST_EXISTS))
    return refuse (error, MUSTER_ERROR_DAMAGED, _("“%s” is a folder, but not a register. Choose a folder that holds “register.db” and “keys.json”."), folder);
  if (failure == ENOENT)
    return refuse (error, MUSTER_ERROR_DAMAGED, _("“%s” is missing: of the register, only its keys are there. Restore it from a backup."), path);
  if (failure != 0)
    return refuse (error, MUSTER_ERROR_STORAGE, _("“%s” cannot be looked at: %s. Check who may read it, and the disk."), path, g_strerror (failure));
  if (!S_ISREG (status.st_mode) || status.st_size == 0)
    return refuse (error, MUSTER_ERROR_DAMAGED, _("“%s” is empty or is not a file. Restore it from a backup."), path);
  if (g_access (path, R_OK) != 0)
    return refuse (error, MUSTER_ERROR_STORAGE, _("“%s” may not be read by you. Ask whoever keeps this computer for access."), path);
  return TRUE;
}

char *
muster_register_dup_name (const char *folder)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autofree char *base = g_path_get_basename (whole);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

MusterRegisterInfo *
muster_register_look (const char *folder, GError **error)
{
  g_autoptr (MusterRegisterInfo) info = NULL;
  g_autoptr (MusterKeys) keys = NULL;

  if (!check_folder (folder, error) || !check_database (folder, error))
    return NULL;
  keys = muster_keys_load (folder, error);
  if (keys == NULL)
    return NULL;
  info = g_new0 (MusterRegisterInfo, 1);
  info->folder = g_canonicalize_filename (folder, NULL);
  info->id = g_strdup (muster_keys_get_register_id (keys));
  info->name = muster_register_dup_name (folder);
  info->keyring = muster_keys_uses_keyring (keys);
  info->practice = muster_keys_is_practice (keys);
  return g_steal_pointer (&info);
}

void
muster_register_info_free (MusterRegisterInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->folder);
  g_free (info->id);
  g_free (info->name);
  g_free (info);
}

char *
muster_register_dup_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "muster", "register" SUFFIX, NULL);
}

static gboolean
write_use (MusterDatabase *database, MusterSecret *signing_seed, GError **error)
{
  const MusterOperationRule *rule = muster_operation_rule_find ("set-up-computer");
  g_autoptr (MusterAccount) recovery = muster_account_table_find (database, MUSTER_RECOVERY_ACCOUNT, error);
  MusterJournalHead head = { .time = muster_store_get_time (), .role = muster_role_to_code (MUSTER_ROLE_RECOVERY), .operation = rule->name };

  if (recovery == NULL)
    return FALSE;
  head.account_id = recovery->id;
  return muster_database_begin (database, error) &&
         muster_schema_check (database, NULL, error) &&
         muster_journal_begin (database, rule, error) &&
         muster_journal_finish (database, &head, signing_seed, NULL, error) &&
         muster_database_commit (database, error);
}

/* That the recovery key was used stands in the journal, signed by it; where nothing can be written just now, whoever signs in next writes it down. */
static gboolean
record_use (const MusterRegisterInfo *info, MusterSecret *register_key, MusterSecret *signing_seed, GError **error)
{
  g_autofree char *path = g_build_filename (info->folder, MUSTER_REGISTER_DATABASE, NULL);
  g_autoptr (GError) problem = NULL;
  g_autoptr (MusterDatabase) database = muster_database_open (path, register_key, MUSTER_DATABASE_WRITE, &problem);

  if (database != NULL && muster_register_upgrade (database, info->folder, register_key, &problem) && write_use (database, signing_seed, &problem))
    return TRUE;
  if (database != NULL)
    muster_database_rollback (database);
  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_BUSY) || g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_STORAGE))
    {
      muster_waiting_entries_add (info->folder, register_key, "set-up-computer recovery", muster_store_get_time ());
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
muster_register_enrol_computer (const char *folder, MusterSecret *recovery_key, MusterEnrolment enrolment, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRegisterInfo) info = muster_register_look (folder, error);
  g_autoptr (MusterKeys) keys = NULL;
  g_autoptr (MusterSecret) computer_secret = NULL;
  g_autoptr (MusterSecret) register_key = NULL;
  g_autoptr (MusterSecret) signing_seed = NULL;

  if (info == NULL)
    return FALSE;
  keys = muster_keys_load (folder, error);
  if (keys == NULL || !muster_keys_open_recovery (keys, recovery_key, &computer_secret, &register_key, &signing_seed, error))
    return FALSE;
  if (computer_secret != NULL && !record_use (info, register_key, signing_seed, error))
    return FALSE;
  if (computer_secret == NULL)
    return refuse (error, MUSTER_ERROR_RULE, _("The register “%s” does not use the keyring, so this computer needs no setting up. Sign in with your password."), info->name);
  if (enrolment == MUSTER_ENROLMENT_KEYRING)
    return muster_keyring_store (info->id, info->name, MUSTER_KEYRING_COMPUTER_SECRET, computer_secret, cancellable, error);
  muster_keyring_hold (info->id, computer_secret);
  return TRUE;
}
