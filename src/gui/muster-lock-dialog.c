/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-lock-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-background.h"
#include "gui/muster-dialog-layout.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-password.h"

struct _MusterLockDialog
{
  AdwDialog parent_instance;

  MusterStore *store;
  AdwStatusPage *status_page;
  AdwPasswordEntryRow *password_row;
  GtkLabel *error_label;
  GtkButton *unlock_button;
  GtkStack *unlock_stack;
};

G_DEFINE_FINAL_TYPE (MusterLockDialog, muster_lock_dialog, ADW_TYPE_DIALOG)

enum
{
  UNLOCKED,
  SIGN_OUT,
  QUIT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

typedef struct
{
  MusterStore *store;
  MusterSecret *password;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->store);
  muster_secret_unref (check->password);
  g_free (check);
}

static char *
dup_reason (MusterLockReason reason, guint minutes)
{
  switch (reason)
    {
    case MUSTER_LOCK_IDLE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Muster locked itself after a minute without use.",
                                           "Muster locked itself after %u minutes without use.", minutes),
                              minutes);
    case MUSTER_LOCK_SCREEN:
      return g_strdup (_("Muster locked itself when the screen was locked."));
    case MUSTER_LOCK_SUSPEND:
      return g_strdup (_("Muster locked itself when the computer went to sleep."));
    case MUSTER_LOCK_REQUESTED:
    default:
      return g_strdup (_("Muster was locked by hand."));
    }
}

static void
set_busy (MusterLockDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->unlock_button), !busy);
  muster_gui_set_sensitive (GTK_WIDGET (self->password_row), !busy);
  gtk_stack_set_visible_child_name (self->unlock_stack, busy ? "busy" : "label");
}

static gboolean
check_in_background (gpointer data, GCancellable *cancellable, GError **error)
{
  Check *check = data;

  return muster_store_check_password (check->store, check->password, error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterLockDialog *self = MUSTER_LOCK_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean right = muster_background_finish (result, &error);

  if (self->password_row == NULL)
    return;
  set_busy (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  if (right)
    g_signal_emit (self, signals[UNLOCKED], 0);
  else
    muster_gui_error_mark (GTK_WIDGET (self->password_row), self->error_label,
                           g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN) ? _("The password is wrong. Try again.") : error->message);
}

static void
unlock_cb (MusterLockDialog *self)
{
  Check *check = g_new0 (Check, 1);

  check->store = g_object_ref (self->store);
  check->password = muster_password_take (ADW_ENTRY_ROW (self->password_row));
  muster_gui_error_clear (GTK_WIDGET (self->password_row), self->error_label);
  set_busy (self, TRUE);
  muster_background_run (self, check_in_background, check, check_free, NULL, checked_cb, NULL);
}

static void
sign_out_cb (MusterLockDialog *self)
{
  g_signal_emit (self, signals[SIGN_OUT], 0);
}

static void
close_attempt_cb (MusterLockDialog *self)
{
  g_signal_emit (self, signals[QUIT], 0);
}

/* Else it would count as an attempt to close the window. */
static gboolean
ignore_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return GDK_EVENT_STOP;
}

static void
muster_lock_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (muster_lock_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (MUSTER_LOCK_DIALOG (widget)->password_row));
}

static void
muster_lock_dialog_dispose (GObject *object)
{
  MusterLockDialog *self = MUSTER_LOCK_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_LOCK_DIALOG);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_lock_dialog_parent_class)->dispose (object);
}

static void
muster_lock_dialog_class_init (MusterLockDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_lock_dialog_dispose;
  signals[UNLOCKED] = g_signal_new ("unlocked", MUSTER_TYPE_LOCK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGN_OUT] = g_signal_new ("sign-out", MUSTER_TYPE_LOCK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUIT] = g_signal_new ("quit", MUSTER_TYPE_LOCK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->map = muster_lock_dialog_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-lock-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterLockDialog, status_page);
  gtk_widget_class_bind_template_child (widget_class, MusterLockDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, MusterLockDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, MusterLockDialog, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, MusterLockDialog, unlock_stack);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
muster_lock_dialog_init (MusterLockDialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (ignore_escape, NULL, NULL));

  g_type_ensure (MUSTER_TYPE_DIALOG_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

MusterLockDialog *
muster_lock_dialog_new (MusterStore *store, MusterLockReason reason, guint minutes)
{
  MusterLockDialog *self = g_object_new (MUSTER_TYPE_LOCK_DIALOG, NULL);
  const MusterAccount *account = muster_store_get_account (store);
  g_autofree char *why = dup_reason (reason, minutes);
  g_autofree char *description = g_strdup_printf (_("%s Everything is as you left it, %s."), why, account->full_name);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  self->store = g_object_ref (store);
  adw_status_page_set_description (self->status_page, escaped);
  return self;
}
