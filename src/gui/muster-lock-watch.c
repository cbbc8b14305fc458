/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-lock-watch.h"

#include "gui/muster-sleep-delay.h"

struct _MusterLockWatch
{
  GObject parent_instance;

  GtkWidget *window; /* weak */
  GtkEventController *input;
  GSettings *settings;
  GCancellable *cancellable;
  GDBusConnection *session_bus;
  GDBusConnection *system_bus;
  guint screen_subscriptions[2];
  guint suspend_subscription;
  MusterSleepDelay *delay; /* where there is a system bus */
  guint release;           /* of @delay, once the lock is on the screen */
  guint timer;
  gint64 last_use; /* monotonic, µs */
};

G_DEFINE_FINAL_TYPE (MusterLockWatch, muster_lock_watch, G_TYPE_OBJECT)

enum
{
  LOCK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* GNOME and the others name it differently. */
static const struct
{
  const char *interface;
  const char *path;
} screen_savers[] = {
  { "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver" },
  { "org.freedesktop.ScreenSaver", NULL },
};

static void schedule (MusterLockWatch *self);

static gint64
idle_limit (MusterLockWatch *self)
{
  return (gint64) g_settings_get_int (self->settings, "lock-after-minutes") * 60 * G_USEC_PER_SEC;
}

static void
timer_cb (gpointer user_data)
{
  MusterLockWatch *self = user_data;

  self->timer = 0;
  if (g_get_monotonic_time () - self->last_use >= idle_limit (self))
    {
      /* Only once for each time without use. */
      self->last_use = g_get_monotonic_time ();
      g_signal_emit (self, signals[LOCK], 0, (guint) MUSTER_LOCK_IDLE);
    }
  schedule (self);
}

static void
schedule (MusterLockWatch *self)
{
  gint64 left = self->last_use + idle_limit (self) - g_get_monotonic_time ();

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (MAX (left, 0) / 1000 + 1, timer_cb, self);
}

static void
limit_changed_cb (MusterLockWatch *self)
{
  schedule (self);
}

void
muster_lock_watch_see (MusterLockWatch *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      muster_lock_watch_touch (self);
      break;
    default:
      break;
    }
}

static gboolean
input_cb (GtkEventController *controller, GdkEvent *event, MusterLockWatch *self)
{
  muster_lock_watch_see (self, event);
  return GDK_EVENT_PROPAGATE;
}

/* Sleep waits for as long as Muster would have to lock first. */
static void
update_delay (MusterLockWatch *self)
{
  if (self->delay == NULL)
    return;
  if (g_settings_get_boolean (self->settings, "lock-on-suspend"))
    muster_sleep_delay_hold (self->delay);
  else
    muster_sleep_delay_release (self->delay);
}

static gboolean
release_cb (gpointer user_data)
{
  MusterLockWatch *self = user_data;

  self->release = 0;
  muster_sleep_delay_release (self->delay);
  return G_SOURCE_REMOVE;
}

/* Both signals carry one boolean: whether it begins. */
static gboolean
begins (GVariant *parameters)
{
  gboolean active = FALSE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &active);
  return active;
}

static void
screen_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name, GVariant *parameters, gpointer user_data)
{
  MusterLockWatch *self = user_data;

  if (begins (parameters) && g_settings_get_boolean (self->settings, "lock-on-screen-lock"))
    g_signal_emit (self, signals[LOCK], 0, (guint) MUSTER_LOCK_SCREEN);
}

static void
suspend_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name, GVariant *parameters, gpointer user_data)
{
  MusterLockWatch *self = user_data;

  if (!begins (parameters))
    {
      update_delay (self);
      return;
    }
  if (g_settings_get_boolean (self->settings, "lock-on-suspend"))
    g_signal_emit (self, signals[LOCK], 0, (guint) MUSTER_LOCK_SUSPEND);
  /* After what has to be drawn: the screen shows the lock when the computer wakes. */
  if (self->release == 0)
    self->release = g_idle_add_full (G_PRIORITY_LOW, release_cb, self, NULL);
}

/* A desktop without one of the buses has nothing to say on it: the idle timer is there in any case. */
static void
session_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterLockWatch *self = user_data;
  GDBusConnection *bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    return;
  self->session_bus = bus;
  for (guint i = 0; i < G_N_ELEMENTS (screen_savers); i++)
    self->screen_subscriptions[i] = g_dbus_connection_signal_subscribe (bus, NULL, screen_savers[i].interface, "ActiveChanged", screen_savers[i].path,
                                                                        NULL, G_DBUS_SIGNAL_FLAGS_NONE, screen_cb, self, NULL);
}

static void
system_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterLockWatch *self = user_data;
  GDBusConnection *bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    return;
  self->system_bus = bus;
  self->delay = muster_sleep_delay_new (bus);
  update_delay (self);
  self->suspend_subscription = g_dbus_connection_signal_subscribe (bus, "org.freedesktop.login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
                                                                   "/org/freedesktop/login1", NULL, G_DBUS_SIGNAL_FLAGS_NONE, suspend_cb, self, NULL);
}

static void
muster_lock_watch_dispose (GObject *object)
{
  MusterLockWatch *self = MUSTER_LOCK_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->release, g_source_remove);
  g_clear_pointer (&self->delay, muster_sleep_delay_free);
  for (guint i = 0; i < G_N_ELEMENTS (screen_savers); i++)
    if (self->screen_subscriptions[i] != 0)
      g_dbus_connection_signal_unsubscribe (self->session_bus, g_steal_handle_id (&self->screen_subscriptions[i]));
  if (self->suspend_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->system_bus, g_steal_handle_id (&self->suspend_subscription));
  if (self->window != NULL)
    gtk_widget_remove_controller (self->window, self->input);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (muster_lock_watch_parent_class)->dispose (object);
}

static void
muster_lock_watch_class_init (MusterLockWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_lock_watch_dispose;
  signals[LOCK] = g_signal_new ("lock", MUSTER_TYPE_LOCK_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
muster_lock_watch_init (MusterLockWatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->last_use = g_get_monotonic_time ();
}

MusterLockWatch *
muster_lock_watch_new (GtkWidget *window, GSettings *settings)
{
  MusterLockWatch *self = g_object_new (MUSTER_TYPE_LOCK_WATCH, NULL);

  g_set_weak_pointer (&self->window, window);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::lock-after-minutes", G_CALLBACK (limit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::lock-on-suspend", G_CALLBACK (update_delay), self, G_CONNECT_SWAPPED);
  self->input = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->input, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->input, "event", G_CALLBACK (input_cb), self, 0);
  gtk_widget_add_controller (window, self->input);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_bus_cb, self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, self);
  schedule (self);
  return self;
}

void
muster_lock_watch_touch (MusterLockWatch *self)
{
  /* The timer that runs already looks at this when it ends. */
  self->last_use = g_get_monotonic_time ();
}

void
muster_lock_watch_pass_for_tests (MusterLockWatch *self, guint seconds)
{
  self->last_use -= (gint64) seconds * G_USEC_PER_SEC;
  schedule (self);
}
