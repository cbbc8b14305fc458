/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-password.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "store/muster-recovery-key.h"
#include "store/muster-register.h"

static const MusterCtlOption init_options[] = {
  { "agency", MUSTER_CTL_TEXT, TRUE, N_("NAME"), N_("The agency whose roster is kept") },
  { "full-name", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("The first administrator’s name") },
  { "no-keyring", MUSTER_CTL_FLAG, FALSE, NULL, N_("Protect the register by passwords alone") },
  { "recovery-file", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Write the recovery key to this new file instead of showing it") },
  { NULL },
};

static const MusterCtlOption recover_options[] = {
  { "recovery-file", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("The file whose first line is the recovery key (“-”: standard input)") },
  { "reset-account", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Give this administrator a new password") },
  { "new-password-file", MUSTER_CTL_TEXT, FALSE, N_("FILE"), N_("Read the new password from the first line of this file (“-”: standard input)") },
  { NULL },
};

/* Before the register is made: a recovery key that cannot be written down must not come about. */
static int
create_recovery_file (const char *path, GError **error)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    g_set_error (error, MUSTER_ERROR, errno == EEXIST ? MUSTER_ERROR_INVALID : MUSTER_ERROR_STORAGE,
                 _("The recovery key cannot be written to “%s”: %s. Nothing was created."), path, g_strerror (errno));
  return fd;
}

static gboolean
write_recovery_file (int fd, const char *path, const char *text, GError **error)
{
  gsize size = strlen (text);

  if (write (fd, text, size) == (gssize) size && write (fd, "\n", 1) == 1 && fsync (fd) == 0)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The recovery key could not be written to “%s”: %s. Delete the new register and start again."), path, g_strerror (errno));
  return FALSE;
}

static void
print_created (MusterCtl *ctl, const MusterRegisterPlan *plan, const char *key)
{
  const char *file = muster_ctl_get (ctl, "recovery-file");

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "register", plan->folder);
      muster_ctl_json_text (json, "agency", plan->agency);
      muster_ctl_json_text (json, "account", plan->account);
      muster_ctl_json_flag (json, "keyring", plan->keyring);
      muster_ctl_json_text (json, file != NULL ? "recovery_file" : "recovery_key", file != NULL ? file : key);
      muster_ctl_json_print (json);
      return;
    }
  muster_ctl_print (_("The register was created in %s, with %s as its administrator.\n"), plan->folder, plan->account);
  if (!plan->keyring)
    muster_ctl_print ("%s\n", _("It is protected by passwords alone: whoever copies it can try to guess them."));
  if (file != NULL)
    muster_ctl_print (_("The recovery key is in %s. Print it, keep it under lock, and delete the file.\n"), file);
  else
    muster_ctl_print (_("Recovery key, shown this once:\n\n  %s\n\nWrite it down and keep it under lock: it is the only way back when passwords are forgotten or the computer is lost.\n"), key);
}

/* Whoever has none can do without, and should know what that means. */
static void
offer_no_keyring (GError *problem)
{
  g_autofree char *message = g_strdup_printf ("%s %s", problem->message, _("With --no-keyring the register is protected by passwords alone: whoever copies it can try to guess them."));

  g_set_str (&problem->message, message);
}

static gboolean
create (MusterCtl *ctl, const MusterRegisterPlan *plan, int recovery_fd, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (MusterSecret) key = muster_register_create (plan, ctl->cancellable, &problem);
  g_autofree char *text = NULL;
  gboolean written;

  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_KEYRING))
    offer_no_keyring (problem);
  if (key == NULL)
    {
      muster_ctl_propagate_judgement (error, g_steal_pointer (&problem));
      return FALSE;
    }
  text = muster_recovery_key_to_text (key);
  written = recovery_fd < 0 || write_recovery_file (recovery_fd, muster_ctl_get (ctl, "recovery-file"), text, error);
  if (written)
    print_created (ctl, plan, text);
  explicit_bzero (text, strlen (text));
  return written;
}

static int
run_init (MusterCtl *ctl, GError **error)
{
  g_autofree char *folder = muster_ctl_dup_folder (ctl);
  g_autofree char *account = muster_ctl_dup_account (ctl);
  g_autofree char *prompt = g_strdup_printf (_("New password of %s: "), account);
  const char *file = muster_ctl_get (ctl, "recovery-file");
  const char *full_name = muster_ctl_get (ctl, "full-name");
  g_autoptr (MusterSecret) password = NULL;
  MusterRegisterPlan plan = { .folder = folder, .agency = muster_ctl_get (ctl, "agency"), .account = account };
  int fd = -1;
  gboolean created;

  if (!muster_ctl_check_vacant (folder, error))
    return -1;
  password = muster_ctl_password_read (muster_ctl_get (ctl, "password-file"), prompt, TRUE, ctl->cancellable, error);
  if (password == NULL)
    return -1;
  plan.full_name = full_name != NULL ? full_name : account;
  plan.password = password;
  plan.keyring = !muster_ctl_has (ctl, "no-keyring");
  if (file != NULL)
    fd = create_recovery_file (file, error);
  if (file != NULL && fd < 0)
    return -1;
  created = create (ctl, &plan, fd, error);
  if (fd >= 0)
    close (fd);
  if (fd >= 0 && !created)
    unlink (file);
  return created ? MUSTER_EXIT_DONE : -1;
}

static MusterSecret *
read_recovery_key (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterSecret) line = muster_ctl_password_read (muster_ctl_get (ctl, "recovery-file"), NULL, FALSE, ctl->cancellable, error);

  return line != NULL ? muster_recovery_key_from_text ((const char *) muster_secret_get_bytes (line), error) : NULL;
}

static gboolean
reset_account (MusterCtl *ctl, const char *folder, MusterSecret *key, const char *account, GError **error)
{
  g_autofree char *prompt = g_strdup_printf (_("New password of %s: "), account);
  g_autoptr (MusterSecret) password = muster_ctl_password_read (muster_ctl_get (ctl, "new-password-file"), prompt, TRUE, ctl->cancellable, error);

  g_autoptr (GError) problem = NULL;

  if (password == NULL)
    return FALSE;
  if (muster_register_reset_password (folder, key, account, password, ctl->cancellable, &problem))
    return TRUE;
  muster_ctl_propagate_judgement (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Sets *@problem to why this computer could not be set up: an error, unless the password was what was asked for and has been set. */
static gboolean
enrol_computer (MusterCtl *ctl, const char *folder, MusterSecret *key, gboolean has_reset, GError **problem)
{
  return muster_register_enrol_computer (folder, key, MUSTER_ENROLMENT_KEYRING, ctl->cancellable, problem) ||
         (has_reset && g_error_matches (*problem, MUSTER_ERROR, MUSTER_ERROR_KEYRING));
}

static void
print_recovered (MusterCtl *ctl, const char *folder, gboolean keyring, const char *account, const GError *problem)
{
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "register", folder);
      muster_ctl_json_flag (json, "computer", keyring && problem == NULL);
      if (problem != NULL)
        muster_ctl_json_text (json, "computer_problem", problem->message);
      muster_ctl_json_text (json, "account", account);
      muster_ctl_json_print (json);
      return;
    }
  if (account != NULL)
    muster_ctl_print (_("%s has a new password.\n"), account);
  if (problem != NULL)
    g_printerr (_("musterctl: this computer is not set up for the register: %s\n"), problem->message);
  else if (keyring)
    muster_ctl_print ("%s\n", _("This computer is set up for the register."));
  else if (account == NULL)
    muster_ctl_print ("%s\n", _("This register needs no setting up: it is protected by passwords alone."));
}

static int
run_recover (MusterCtl *ctl, GError **error)
{
  g_autofree char *folder = muster_ctl_dup_folder (ctl);
  const char *account = muster_ctl_get (ctl, "reset-account");
  g_autoptr (MusterRegisterInfo) info = muster_register_look (folder, error);
  g_autoptr (MusterSecret) key = info != NULL ? read_recovery_key (ctl, error) : NULL;
  gboolean enrol = info != NULL && info->keyring;
  g_autoptr (GError) problem = NULL;

  if (account == NULL && muster_ctl_has (ctl, "new-password-file"))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The new password is an account’s: say whose it is with --reset-account."));
      return -1;
    }
  if (key == NULL)
    return -1;
  if (account != NULL && !reset_account (ctl, folder, key, account, error))
    return -1;
  if (enrol && !enrol_computer (ctl, folder, key, account != NULL, &problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return -1;
    }
  print_recovered (ctl, folder, enrol, account, problem);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_register_commands[] = {
  { "init", NULL, 0, 0, N_("Create a register and its first administrator"), init_options, FALSE, run_init },
  { "recover", NULL, 0, 0, N_("Set up this computer with the recovery key, or give an administrator a new password"), recover_options, FALSE, run_recover },
  { NULL },
};
