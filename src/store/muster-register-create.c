/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-register-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "domain/muster-account.h"
#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-account-table.h"
#include "store/muster-journal-format.h"
#include "store/muster-keyring.h"
#include "store/muster-keys-private.h"
#include "store/muster-store-private.h"
#include "store/muster-verify-private.h"

/* A register on its way: @scratch, a folder beside the place where it is to be, becomes @folder at the end. */
typedef struct
{
  const MusterRegisterPlan *plan;
  gboolean keyring;
  char *folder;
  char *scratch;
  int lock; /* of @scratch */
  char *id;
  char *agency;
  char *full_name;
  MusterSecret *register_key;
  MusterSecret *computer_secret;
  MusterSecret *administrator_seed;
  MusterSecret *recovery_seed;
  MusterSecret *recovery_key;
} Making;

static gboolean
refuse (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_to_make (const char *folder, int failure, GError **error)
{
  switch (failure)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The register “%s” could not be made: the disk is full. Make room, or choose another folder."), folder);
      return FALSE;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The register “%s” could not be made: you may not write there. Choose another folder."), folder);
      return FALSE;
    case ENOTEMPTY:
    case EEXIST:
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not empty. Choose a new or an empty folder for the register."), folder);
      return FALSE;
    default:
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The register “%s” could not be made: %s. Check the disk, or choose another folder."), folder, g_strerror (failure));
      return FALSE;
    }
}

static gboolean
check_plan (const MusterRegisterPlan *plan, GError **error)
{
  if (!muster_account_check_name (plan->account, error))
    return FALSE;
  if (g_str_equal (plan->account, MUSTER_RECOVERY_ACCOUNT))
    return refuse (error, MUSTER_ERROR_INVALID, _("“recovery” is the name of the register’s own account. Choose another name."));
  return muster_account_check_password ((const char *) muster_secret_get_bytes (plan->password), plan->account, plan->practice, error);
}

static char *
dup_tidy (const char *text, const char *problem, GError **error)
{
  char *tidy = text != NULL && g_utf8_validate (text, -1, NULL) ? muster_text_dup_tidy (text) : NULL;

  if (tidy == NULL)
    refuse (error, MUSTER_ERROR_INVALID, problem);
  return tidy;
}

/* The folder may be there already if nothing is in it. */
static gboolean
check_place (const char *folder, GError **error)
{
  g_autofree char *database = g_build_filename (folder, MUSTER_REGISTER_DATABASE, NULL);
  g_autoptr (GDir) dir = NULL;
  GStatBuf status;

  if (g_stat (folder, &status) != 0)
    return errno == ENOENT ? TRUE : fail_to_make (folder, errno, error);
  if (!S_ISDIR (status.st_mode))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is a file, and a register is a folder. Choose another name for it."), folder);
      return FALSE;
    }
  if (g_file_test (database, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("There is a register at “%s” already. Open that one, or choose another folder."), folder);
      return FALSE;
    }
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL)
    return fail_to_make (folder, EACCES, error);
  return g_dir_read_name (dir) == NULL ? TRUE : fail_to_make (folder, ENOTEMPTY, error);
}

static gboolean
make_scratch (Making *making, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (making->folder);
  int failure;

  if (g_mkdir_with_parents (parent, 0700) != 0)
    return fail_to_make (making->folder, errno, error);
  muster_register_scratch_clean (parent);
  making->scratch = muster_register_scratch_make (parent, &making->lock, &failure);
  return making->scratch != NULL ? TRUE : fail_to_make (making->folder, failure, error);
}

static gboolean
write_keys (Making *making, GError **error)
{
  g_autoptr (MusterKeys) keys = muster_keys_new (making->id, making->keyring, making->plan->practice);

  return muster_keys_seal (keys, making->plan->account, making->plan->password, making->computer_secret, making->register_key, making->administrator_seed, error) &&
         muster_keys_seal_recovery (keys, making->recovery_key, making->computer_secret, making->register_key, making->recovery_seed, error) &&
         muster_keys_save (keys, making->scratch, error);
}

static gboolean
add_account (MusterDatabase *database, const char *name, const char *full_name, MusterRole role, MusterSecret *seed, gint64 *id, GError **error)
{
  g_autoptr (MusterAccount) account = muster_account_new ();

  account->name = g_strdup (name);
  account->full_name = g_strdup (full_name);
  account->role = role;
  account->public_key = muster_journal_public_key (seed);
  if (!muster_account_table_save (database, account, error))
    return FALSE;
  *id = account->id;
  return TRUE;
}

/* The first entry vouches for the accounts that sign all others, and is signed by the first of them. */
static gboolean
write_first_entry (Making *making, MusterDatabase *database, GError **error)
{
  const MusterOperationRule *rule = muster_operation_rule_find ("create-register");
  gint64 now = muster_store_get_time ();
  g_autofree char *detail = g_strdup_printf (MUSTER_SCHEMA_DETAIL "=%d", muster_database_get_newest_version ());
  gint64 administrator, recovery;
  MusterJournalHead head = { .time = now, .role = muster_role_to_code (MUSTER_ROLE_ADMINISTRATOR), .operation = rule->name };

  if (!muster_journal_begin (database, rule, error) ||
      !muster_register_table_insert (database, making->id, making->agency, making->plan->practice, now, error) ||
      !add_account (database, making->plan->account, making->full_name, MUSTER_ROLE_ADMINISTRATOR, making->administrator_seed, &administrator, error) ||
      !add_account (database, MUSTER_RECOVERY_ACCOUNT, "Recovery key", MUSTER_ROLE_RECOVERY, making->recovery_seed, &recovery, error))
    return FALSE;
  head.account_id = administrator;
  head.detail = detail;
  return muster_journal_finish (database, &head, making->administrator_seed, NULL, error);
}

static gboolean
write_database (Making *making, GError **error)
{
  g_autofree char *path = g_build_filename (making->scratch, MUSTER_REGISTER_DATABASE, NULL);
  g_autoptr (MusterDatabase) database = NULL;
  /* SQLite gives what lies beside the file the same permissions. */
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (file < 0 || !g_close (file, NULL))
    return fail_to_make (making->folder, errno, error);
  database = muster_database_open (path, making->register_key, MUSTER_DATABASE_CREATE, error);
  if (database == NULL || !muster_database_migrate (database, error) || !muster_database_begin (database, error))
    return FALSE;
  if (write_first_entry (making, database, error) && muster_database_commit (database, error))
    return TRUE;
  muster_database_rollback (database);
  return FALSE;
}

static gboolean
sync_folder (const char *folder)
{
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = file >= 0 && fsync (file) == 0;

  if (file >= 0)
    close (file);
  return synced;
}

static gboolean
move_into_place (Making *making, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (making->folder);

  /* An empty folder is replaced, one that got something meanwhile is not: rename() itself decides. */
  if (!sync_folder (making->scratch) || g_rename (making->scratch, making->folder) != 0)
    return fail_to_make (making->folder, errno, error);
  g_clear_pointer (&making->scratch, g_free);
  sync_folder (parent);
  return TRUE;
}

/* The keyring is the last to hear of a register, and forgets it if it then does not come about. */
static gboolean
publish (Making *making, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;

  if (!making->keyring)
    return move_into_place (making, error);
  name = muster_register_dup_name (making->folder);
  if (!muster_keyring_store (making->id, name, MUSTER_KEYRING_COMPUTER_SECRET, making->computer_secret, cancellable, error))
    return FALSE;
  if (move_into_place (making, error))
    return TRUE;
  muster_keyring_forget (making->id, MUSTER_KEYRING_COMPUTER_SECRET, NULL, NULL);
  return FALSE;
}

static gboolean
making_begin (Making *making, const MusterRegisterPlan *plan, GError **error)
{
  char *real = realpath (plan->folder, NULL);

  making->plan = plan;
  making->keyring = plan->keyring && !plan->practice;
  /* An empty folder behind a link is replaced where it lies. */
  making->folder = real != NULL ? g_strdup (real) : g_canonicalize_filename (plan->folder, NULL);
  free (real);
  making->agency = dup_tidy (plan->agency, _("A register needs the name of the agency."), error);
  if (making->agency == NULL || !muster_agency_check_name (making->agency, error))
    return FALSE;
  making->full_name = dup_tidy (plan->full_name, _("The administrator’s full name is missing."), error);
  if (making->full_name == NULL || !muster_account_check_full_name (making->full_name, error))
    return FALSE;
  making->id = g_uuid_string_random ();
  making->register_key = muster_secret_new_random (MUSTER_KEY_SIZE);
  making->computer_secret = making->keyring ? muster_secret_new_random (MUSTER_KEY_SIZE) : NULL;
  making->administrator_seed = muster_secret_new_random (MUSTER_KEY_SIZE);
  making->recovery_seed = muster_secret_new_random (MUSTER_KEY_SIZE);
  making->recovery_key = muster_secret_new_random (MUSTER_KEY_SIZE);
  return TRUE;
}

static void
making_end (Making *making)
{
  if (making->scratch != NULL)
    muster_register_scratch_remove (making->scratch);
  if (making->lock >= 0)
    close (making->lock);
  g_free (making->scratch);
  g_free (making->folder);
  g_free (making->id);
  g_free (making->agency);
  g_free (making->full_name);
  muster_secret_unref (making->register_key);
  muster_secret_unref (making->computer_secret);
  muster_secret_unref (making->administrator_seed);
  muster_secret_unref (making->recovery_seed);
  muster_secret_unref (making->recovery_key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_end)

MusterSecret *
muster_register_create (const MusterRegisterPlan *plan, GCancellable *cancellable, GError **error)
{
  g_auto (Making) making = { .lock = -1 };

  if (!check_plan (plan, error) ||
      !making_begin (&making, plan, error) ||
      !check_place (making.folder, error) ||
      !make_scratch (&making, error) ||
      !write_keys (&making, error) ||
      !write_database (&making, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !publish (&making, cancellable, error))
    return NULL;
  return g_steal_pointer (&making.recovery_key);
}
