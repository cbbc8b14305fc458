/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-reminder-file.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "domain/muster-error.h"

char *
muster_reminder_file_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "muster", "reminders", NULL);
}

MusterReminders *
muster_reminder_file_load (void)
{
  g_autofree char *path = muster_reminder_file_dup_path ();
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return muster_reminders_new ();
  return muster_reminders_from_text (text);
}

gboolean
muster_reminder_file_save (const MusterReminders *reminders, GError **error)
{
  g_autofree char *path = muster_reminder_file_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = muster_reminders_to_text (reminders);
  g_autoptr (GError) problem = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &problem))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("What reminders go by could not be kept at “%s”: %s. You will not be reminded until it can."),
               path, problem != NULL ? problem->message : g_strerror (errno));
  return FALSE;
}

gboolean
muster_reminder_file_remove (GError **error)
{
  g_autofree char *path = muster_reminder_file_dup_path ();

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s”, which reminders went by, could not be removed: %s. Remove it yourself."), path, g_strerror (errno));
  return FALSE;
}
