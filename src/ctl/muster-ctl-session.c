/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-session.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-output.h"
#include "ctl/muster-ctl-password.h"
#include "domain/muster-error.h"
#include "store/muster-people-table.h"
#include "store/muster-register.h"

static void
show_progress (MusterCtl *ctl, double fraction)
{
  static int shown = -1;
  int percent = CLAMP (fraction, 0.0, 1.0) * 100;

  if (ctl->quiet || !isatty (STDERR_FILENO) || percent == shown)
    return;
  shown = percent;
  fprintf (stderr, "\r%3d %%", percent);
}

static void
progress_cb (MusterStore *store, double fraction, const char *text, gpointer user_data)
{
  show_progress (user_data, fraction);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static gboolean
read_password (MusterCtl *ctl, const char *account, GError **error)
{
  g_autofree char *prompt = g_strdup_printf (_("Password of %s: "), account);
  g_autoptr (GError) problem = NULL;

  if (!muster_ctl_password_check_file (muster_ctl_get (ctl, "password-file"), error))
    return FALSE;
  ctl->password = muster_ctl_password_read (muster_ctl_get (ctl, "password-file"), prompt, FALSE, ctl->cancellable, &problem);
  if (ctl->password != NULL)
    return TRUE;
  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_INVALID))
    problem->code = MUSTER_ERROR_SIGN_IN;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

char *
muster_ctl_dup_folder (MusterCtl *ctl)
{
  const char *folder = muster_ctl_get (ctl, "register");

  if (folder == NULL)
    folder = g_getenv ("MUSTER_REGISTER");
  return folder != NULL && *folder != '\0' ? g_canonicalize_filename (folder, NULL) : muster_register_dup_default_folder ();
}

char *
muster_ctl_dup_account (MusterCtl *ctl)
{
  const char *account = muster_ctl_get (ctl, "account");

  if (account == NULL)
    account = g_getenv ("MUSTER_ACCOUNT");
  return g_strdup (account != NULL && *account != '\0' ? account : g_get_user_name ());
}

gboolean
muster_ctl_check_vacant (const char *folder, GError **error)
{
  g_autoptr (MusterRegisterInfo) info = muster_register_look (folder, NULL);

  if (info == NULL)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("There is a register in “%s” already. Choose another folder with --register."), folder);
  return FALSE;
}

gboolean
muster_ctl_open (MusterCtl *ctl, GError **error)
{
  g_autofree char *folder = muster_ctl_dup_folder (ctl);
  g_autofree char *account = muster_ctl_dup_account (ctl);
  g_autoptr (MusterRegisterInfo) info = muster_register_look (folder, error);

  if (info == NULL || !read_password (ctl, account, error))
    return FALSE;
  ctl->store = muster_store_open (folder, account, ctl->password, ctl->cancellable, error);
  if (ctl->store == NULL)
    return FALSE;
  ctl->damaged = muster_store_get_damage (ctl->store) != NULL;
  if (ctl->damaged && ctl->json)
    muster_ctl_json_note_damage (muster_store_get_damage (ctl->store));
  else if (ctl->damaged && strcmp (ctl->command->name, "accept-copy") != 0) /* which is the answer to it */
    muster_ctl_print_error ("musterctl: %s\n", muster_store_get_damage (ctl->store));
  g_signal_connect (ctl->store, "progress", G_CALLBACK (progress_cb), ctl);
  return TRUE;
}

static void
end_reading (MusterCtl *ctl)
{
  if (ctl->database != NULL)
    muster_store_read_done (ctl->store, g_steal_pointer (&ctl->database));
}

void
muster_ctl_close (MusterCtl *ctl)
{
  if (ctl->store != NULL)
    {
      end_reading (ctl);
      g_signal_handlers_disconnect_by_data (ctl->store, ctl);
      muster_store_close (ctl->store);
    }
  g_clear_object (&ctl->store);
  g_clear_pointer (&ctl->password, muster_secret_unref);
}

MusterDatabase *
muster_ctl_read (MusterCtl *ctl, GError **error)
{
  end_reading (ctl);
  ctl->database = muster_store_read (ctl->store, error);
  return ctl->database;
}

void
muster_ctl_propagate_judgement (GError **error, GError *problem)
{
  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_INVALID))
    problem->code = MUSTER_ERROR_RULE;
  g_propagate_error (error, problem);
}

gboolean
muster_ctl_perform (MusterCtl *ctl, const MusterOperation *operation, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) problem = NULL;

  end_reading (ctl);
  /* The loop runs meanwhile, so that progress arrives. */
  muster_store_run_async (ctl->store, operation, (gpointer) input, output, NULL, NULL, ctl->cancellable, done_cb, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);
  muster_ctl_progress_end (ctl);
  if (muster_store_run_finish (ctl->store, done, &problem))
    return TRUE;
  muster_ctl_propagate_judgement (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
muster_ctl_check_may (MusterCtl *ctl, const char *operation, GError **error)
{
  const MusterOperationRule *rule = muster_operation_rule_find (operation);

  if (muster_store_may (ctl->store, operation))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("Your role, %s, does not allow you to %s."),
               muster_role_get_label (muster_store_get_account (ctl->store)->role), muster_permission_get_label (rule->permission));
  return FALSE;
}

gint64
muster_ctl_find_person (MusterCtl *ctl, const char *text, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  return database != NULL ? muster_people_table_resolve (database, text, error) : 0;
}

void
muster_ctl_progress_cb (goffset current, goffset total, gpointer user_data)
{
  show_progress (user_data, total > 0 ? (double) current / (double) total : 0.0);
}

void
muster_ctl_progress_end (MusterCtl *ctl)
{
  if (!ctl->quiet && isatty (STDERR_FILENO))
    fputs ("\r      \r", stderr);
}

void
muster_ctl_warn (MusterCtl *ctl, char **texts)
{
  if (texts[0] == NULL)
    return;
  muster_ctl_json_note_warnings (texts);
  for (guint i = 0; !ctl->json && texts[i] != NULL; i++)
    /* Translators: a whole sentence, as what a change leaves uncovered: “Warning: Nobody at …” */
    muster_ctl_print_error (_("Warning: %s\n"), texts[i]);
}
