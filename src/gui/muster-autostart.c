/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-autostart.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "domain/muster-error.h"
#include "gui/muster-autostart-portal.h"

static gboolean
is_flatpak (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* The program that runs, which need not lie where the desktop looks for programs. */
static char *
dup_program (void)
{
  char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? path : g_strdup ("muster");
}

/* In double quotes, as desktop files have it: what is special there has a backslash, and a percent sign is doubled. */
static char *
dup_quoted (const char *path)
{
  GString *quoted = g_string_new ("\"");

  for (const char *next = path; *next != '\0'; next++)
    {
      if (strchr ("\"`$\\", *next) != NULL)
        g_string_append_c (quoted, '\\');
      if (*next == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *next);
    }
  g_string_append_c (quoted, '"');
  return g_string_free_and_steal (quoted);
}

static char *
dup_entry (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *program = dup_program ();
  g_autofree char *quoted = dup_quoted (program);
  g_autofree char *command = g_strconcat (quoted, " --background", NULL);

  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "Muster");
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, program);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_string (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, MUSTER_APPLICATION_ID);
  g_key_file_set_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
write_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *entry = dup_entry ();
  g_autoptr (GError) problem = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_file_set_contents (path, entry, -1, &problem))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s”, by which the desktop would start Muster, could not be written: %s."), path,
               problem != NULL ? problem->message : g_strerror (errno));
  return FALSE;
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s”, by which the desktop starts Muster, could not be removed: %s."), path, g_strerror (errno));
  return FALSE;
}

char *
muster_autostart_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", MUSTER_APPLICATION_ID ".desktop", NULL);
}

gboolean
muster_autostart_is_on (void)
{
  g_autofree char *path = muster_autostart_dup_path ();

  /* The portal cannot be asked. */
  return is_flatpak () || g_file_test (path, G_FILE_TEST_EXISTS);
}

void
muster_autostart_set_async (gboolean on, GDBusConnection *connection, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = muster_autostart_dup_path ();
  GError *error = NULL;

  g_task_set_source_tag (task, muster_autostart_set_async);
  if (is_flatpak ())
    muster_autostart_portal_ask (on, connection, g_steal_pointer (&task));
  else if (on ? write_file (path, &error) : remove_file (path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

gboolean
muster_autostart_set_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
