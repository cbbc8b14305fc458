/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "domain/muster-date.h"
#include "gui/harness-register.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-reminder-keeper.h"
#include "operations/muster-edit-assister.h"
#include "store/muster-reminder-file.h"

typedef struct
{
  GSettings *settings;
  MusterStore *store;
  MusterReminderKeeper *keeper;
  char *failure;
  char *path;
} Fixture;

/* Years after the rules that ship: as soon as there is somebody, there is something to do. */
static void
set_today (const char *day)
{
  GDate today;

  g_assert_true (muster_date_parse_iso (day, &today, NULL));
  muster_gui_text_set_today_for_tests (&today);
}

static void
set_up (Fixture *fixture, gconstpointer practice)
{
  g_autofree char *folder = harness_register_new (practice != NULL, FALSE);
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (practice != NULL ? HARNESS_PASSWORD : HARNESS_REAL_PASSWORD);
  g_autoptr (GError) error = NULL;

  set_today ("2036-03-10");
  fixture->settings = g_settings_new (MUSTER_APPLICATION_ID);
  g_settings_reset (fixture->settings, "remind-daily");
  fixture->store = muster_store_open (folder, HARNESS_ACCOUNT, password, NULL, &error);
  g_assert_no_error (error);
  fixture->path = muster_reminder_file_dup_path ();
}

static void
tear_down (Fixture *fixture, gconstpointer practice)
{
  muster_gui_text_set_today_for_tests (NULL);
  if (fixture->keeper != NULL)
    {
      muster_reminder_keeper_stop (fixture->keeper);
      harness_release (fixture->keeper);
    }
  muster_store_close (fixture->store);
  harness_release (fixture->store);
  g_settings_reset (fixture->settings, "remind-daily");
  g_object_unref (fixture->settings);
  g_assert_true (muster_reminder_file_remove (NULL));
  g_free (fixture->failure);
  g_free (fixture->path);
}

static void
failed_cb (Fixture *fixture, const char *message)
{
  g_set_str (&fixture->failure, message);
}

static void
keep (Fixture *fixture)
{
  fixture->keeper = muster_reminder_keeper_new (fixture->store, fixture->settings);
  g_signal_connect_swapped (fixture->keeper, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
add_person (Fixture *fixture)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit edit = { .person = person, .agency = "Riverside Test Navigators", .types = MUSTER_ASSISTER_NAVIGATOR, .reason = "New on the roster" };
  g_autoptr (GError) error = NULL;
  gint64 id;

  person->given_name = g_strdup ("Ana");
  person->family_name = g_strdup ("Lindqvist");
  person->email = g_strdup ("person1@example.org");
  muster_store_run (fixture->store, &muster_add_assister, &edit, &id, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_kept (Fixture *fixture)
{
  return g_file_test (fixture->path, G_FILE_TEST_EXISTS);
}

static guint
get_due (const char *day)
{
  g_autoptr (MusterReminders) reminders = muster_reminder_file_load ();
  GDate today;

  g_assert_true (muster_date_parse_iso (day, &today, NULL));
  return muster_reminders_get_due (reminders, &today);
}

static gboolean
is_due (gpointer day)
{
  return get_due (day) > 0;
}

/* It follows what is recorded; whoever sees the list today is not reminded today, and the file names nobody. */
static void
test_keeps (Fixture *fixture, gconstpointer practice)
{
  g_autofree char *text = NULL;

  g_settings_set_boolean (fixture->settings, "remind-daily", TRUE);
  keep (fixture);
  harness_wait_for (is_kept, fixture);
  g_assert_cmpuint (get_due ("2036-03-17"), ==, 0);
  add_person (fixture);
  harness_wait (is_due, (gpointer) "2036-03-17", "what was recorded to be kept");
  g_assert_cmpuint (get_due ("2036-03-17"), ==, 1);
  g_assert_cmpuint (get_due ("2036-03-10"), ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_true (g_regex_match_simple ("^\\[Reminders\\]\nreminded=[0-9-]+\n\n\\[Register [0-9A-Za-z-]+\\]\nmade=[0-9-]+\ncounts=(1;){15}\nnews=([01];){15}\nevery=7\n$", text, 0, 0));
  g_assert_null (strstr (text, "Lindqvist"));
  g_assert_null (strstr (text, "Riverside"));
  g_assert_null (strstr (text, HARNESS_ACCOUNT));
  g_assert_null (fixture->failure);
}

/* Nothing is kept before reminders are switched on, and then at once. */
static void
test_switched_on (Fixture *fixture, gconstpointer practice)
{
  add_person (fixture);
  keep (fixture);
  harness_settle ();
  g_assert_false (is_kept (fixture));
  g_settings_set_boolean (fixture->settings, "remind-daily", TRUE);
  harness_wait (is_due, (gpointer) "2036-03-17", "what was there to be kept");
}

/* Invented people need nobody. */
static void
test_practice (Fixture *fixture, gconstpointer practice)
{
  g_settings_set_boolean (fixture->settings, "remind-daily", TRUE);
  keep (fixture);
  add_person (fixture);
  harness_settle ();
  g_assert_false (is_kept (fixture));
}

static gboolean
has_failed (Fixture *fixture)
{
  return fixture->failure != NULL;
}

static void
test_no_room (Fixture *fixture, gconstpointer practice)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  g_settings_set_boolean (fixture->settings, "remind-daily", TRUE);
  keep (fixture);
  harness_wait_for (has_failed, fixture);
  g_assert_nonnull (strstr (fixture->failure, fixture->path));
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add ("/gui/reminder-keeper/keeps", Fixture, NULL, set_up, test_keeps, tear_down);
  g_test_add ("/gui/reminder-keeper/switched-on", Fixture, NULL, set_up, test_switched_on, tear_down);
  g_test_add ("/gui/reminder-keeper/practice", Fixture, "practice", set_up, test_practice, tear_down);
  g_test_add ("/gui/reminder-keeper/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  return g_test_run ();
}
