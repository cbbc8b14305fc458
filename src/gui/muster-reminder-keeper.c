/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-reminder-keeper.h"

#include "gui/muster-background.h"
#include "gui/muster-gui-text.h"
#include "store/muster-reminder-file.h"
#include "store/muster-today-query.h"

/* What changes quickly one after the other is looked at together. */
#define DELAY_SECONDS 2

struct _MusterReminderKeeper
{
  GObject parent_instance;

  MusterStore *store;
  GSettings *settings;
  GCancellable *cancellable;
  guint timer;
  gboolean working;
  gboolean stale; /* changed while it was being worked out */
};

G_DEFINE_FINAL_TYPE (MusterReminderKeeper, muster_reminder_keeper, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

typedef struct
{
  MusterStore *store;
  GDate today;
  MusterReminderForecast forecast;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_free (job);
}

static gboolean
forecast (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);
  gboolean done;

  if (database == NULL)
    return FALSE;
  done = muster_today_forecast (database, &job->today, &job->forecast, cancellable, error);
  muster_store_read_done (job->store, database);
  return done;
}

static gboolean
is_wanted (MusterReminderKeeper *self)
{
  return !g_cancellable_is_cancelled (self->cancellable) && !muster_store_is_practice (self->store) && g_settings_get_boolean (self->settings, "remind-daily");
}

static gboolean
keep (Job *job, GError **error)
{
  g_autoptr (MusterReminders) reminders = muster_reminder_file_load ();

  muster_reminders_set (reminders, muster_store_get_register_id (job->store), &job->today, &job->forecast);
  return muster_reminder_file_save (reminders, error);
}

static void work (MusterReminderKeeper *self);

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterReminderKeeper *self = MUSTER_REMINDER_KEEPER (source);
  g_autoptr (GError) error = NULL;

  self->working = FALSE;
  if (!is_wanted (self))
    return;
  if (!muster_background_finish (result, &error) || !keep (muster_background_get_data (result), &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (self->stale)
    work (self);
}

static void
work (MusterReminderKeeper *self)
{
  Job *job;

  self->stale = self->working;
  if (self->working || !is_wanted (self))
    return;
  self->working = TRUE;
  job = g_new0 (Job, 1);
  job->store = g_object_ref (self->store);
  job->forecast.n = MUSTER_REMINDER_DAYS;
  muster_gui_text_get_today (&job->today);
  muster_background_run (self, forecast, job, job_free, self->cancellable, worked_cb, NULL);
}

static void
timer_cb (gpointer user_data)
{
  MusterReminderKeeper *self = user_data;

  self->timer = 0;
  work (self);
}

static void
changed_cb (MusterReminderKeeper *self)
{
  if (self->timer == 0 && is_wanted (self))
    self->timer = g_timeout_add_seconds_once (DELAY_SECONDS, timer_cb, self);
}

static void
muster_reminder_keeper_dispose (GObject *object)
{
  MusterReminderKeeper *self = MUSTER_REMINDER_KEEPER (object);

  muster_reminder_keeper_stop (self);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (muster_reminder_keeper_parent_class)->dispose (object);
}

static void
muster_reminder_keeper_class_init (MusterReminderKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_reminder_keeper_dispose;
  signals[FAILED] = g_signal_new ("failed", MUSTER_TYPE_REMINDER_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_reminder_keeper_init (MusterReminderKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

MusterReminderKeeper *
muster_reminder_keeper_new (MusterStore *store, GSettings *settings)
{
  MusterReminderKeeper *self = g_object_new (MUSTER_TYPE_REMINDER_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::remind-daily", G_CALLBACK (work), self, G_CONNECT_SWAPPED);
  work (self);
  return self;
}

void
muster_reminder_keeper_stop (MusterReminderKeeper *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
}
