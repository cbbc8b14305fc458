/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sys/stat.h>

#include <glib/gstdio.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-reminder-file.h"

static MusterReminders *
make (void)
{
  MusterReminders *reminders = muster_reminders_new ();
  GDate made;

  g_assert_true (muster_date_parse_iso ("2026-11-20", &made, NULL));
  muster_reminders_set (reminders, "6fd8a1", &made, &(MusterReminderForecast) { .n = 2, .every = 7, .counts = { 3, 4 }, .news = { 3, 4 } });
  return reminders;
}

static guint
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

/* Nobody else reads it, and there is nothing in it but days, numbers and the id. */
static void
test_keeps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterReminders) reminders = make ();
  g_autoptr (MusterReminders) read = NULL;
  g_autofree char *path = muster_reminder_file_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;

  g_assert_true (muster_reminder_file_save (reminders, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (get_mode (path), ==, 0600);
  g_assert_cmpuint (get_mode (folder), ==, 0700);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "[Reminders]\nreminded=2026-11-20\n\n[Register 6fd8a1]\nmade=2026-11-20\ncounts=3;4;\nnews=3;4;\nevery=7\n");
  read = muster_reminder_file_load ();
  g_assert_cmpuint (read->list->len, ==, 1);
  g_assert_true (muster_reminder_file_remove (&error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (muster_reminder_file_remove (&error));
}

static void
test_none (void)
{
  g_autoptr (MusterReminders) reminders = muster_reminder_file_load ();

  g_assert_cmpuint (reminders->list->len, ==, 0);
}

/* Where a folder should be, there is a file. */
static void
test_no_room (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterReminders) reminders = make ();
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "muster", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_state_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  g_assert_false (muster_reminder_file_save (reminders, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/reminder-file/keeps", test_keeps);
  g_test_add_func ("/store/reminder-file/none", test_none);
  g_test_add_func ("/store/reminder-file/no-room", test_no_room);
  return g_test_run ();
}
