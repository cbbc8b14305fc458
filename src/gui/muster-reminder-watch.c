/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-reminder-watch.h"

#include "domain/muster-date.h"
#include "gui/muster-gui-text.h"
#include "store/muster-reminder-file.h"

/* A timer until midnight would be late after the computer slept, and wrong after its clock was set. */
#define CHECK_SECONDS (10 * 60)
/* The one of a new day takes the place of the one before. */
#define NOTIFICATION "today"

struct _MusterReminderWatch
{
  GObject parent_instance;

  GApplication *application; /* weak; held while the timer runs */
  GSettings *settings;
  guint timer;
  GDate reminded; /* on which day; also if that cannot be written down */
};

G_DEFINE_FINAL_TYPE (MusterReminderWatch, muster_reminder_watch, G_TYPE_OBJECT)

static void
notify (MusterReminderWatch *self, guint count)
{
  g_autofree char *title = muster_reminder_dup_title (count);
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (MUSTER_APPLICATION_ID);

  g_notification_set_body (notification, muster_reminder_get_body ());
  g_notification_set_icon (notification, icon);
  g_application_send_notification (self->application, NOTIFICATION, notification);
}

static gboolean
timer_cb (gpointer user_data)
{
  muster_reminder_watch_check (user_data);
  return G_SOURCE_CONTINUE;
}

static void
start (MusterReminderWatch *self)
{
  if (self->timer != 0)
    return;
  self->timer = g_timeout_add_seconds (CHECK_SECONDS, timer_cb, self);
  g_application_hold (self->application);
}

static void
stop (MusterReminderWatch *self)
{
  if (self->timer == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->application == NULL)
    return;
  muster_reminder_watch_withdraw (self->application);
  g_application_release (self->application);
}

static void
setting_changed_cb (MusterReminderWatch *self)
{
  if (g_settings_get_boolean (self->settings, "remind-daily"))
    start (self);
  else
    stop (self);
}

static void
muster_reminder_watch_dispose (GObject *object)
{
  MusterReminderWatch *self = MUSTER_REMINDER_WATCH (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->application);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (muster_reminder_watch_parent_class)->dispose (object);
}

static void
muster_reminder_watch_class_init (MusterReminderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_reminder_watch_dispose;
}

static void
muster_reminder_watch_init (MusterReminderWatch *self)
{
  g_date_clear (&self->reminded, 1);
}

MusterReminderWatch *
muster_reminder_watch_new (GApplication *application, GSettings *settings)
{
  MusterReminderWatch *self = g_object_new (MUSTER_TYPE_REMINDER_WATCH, NULL);

  g_set_weak_pointer (&self->application, application);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::remind-daily", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  setting_changed_cb (self);
  return self;
}

void
muster_reminder_watch_check (MusterReminderWatch *self)
{
  g_autoptr (MusterReminders) reminders = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;
  guint due;

  muster_gui_text_get_today (&today);
  if (self->timer == 0 || muster_date_equal (&self->reminded, &today))
    return;
  reminders = muster_reminder_file_load ();
  due = muster_reminders_get_due (reminders, &today);
  if (due == 0)
    return;
  notify (self, due);
  self->reminded = today;
  reminders->reminded = today;
  if (!muster_reminder_file_save (reminders, &error))
    g_printerr ("%s\n", error->message);
}

void
muster_reminder_watch_withdraw (GApplication *application)
{
  g_application_withdraw_notification (application, NOTIFICATION);
}
