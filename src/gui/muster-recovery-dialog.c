/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-recovery-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-account.h"
#include "domain/muster-error.h"
#include "gui/muster-background.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-password.h"
#include "store/muster-recovery-key.h"
#include "store/muster-register.h"

struct _MusterRecoveryDialog
{
  AdwDialog parent_instance;

  char *folder;
  AdwEntryRow *key_row;
  AdwToggleGroup *purpose_group;
  AdwPreferencesGroup *reset_group;
  AdwEntryRow *account_row;
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *again_row;
  GtkLabel *error_label;
  GtkButton *go_button;
  AdwSpinner *spinner;

  MusterEnrolment enrolment;
};

G_DEFINE_FINAL_TYPE (MusterRecoveryDialog, muster_recovery_dialog, ADW_TYPE_DIALOG)

enum
{
  RECOVERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* @account is %NULL to set up the computer, by @enrolment. */
typedef struct
{
  char *folder;
  char *account;
  MusterEnrolment enrolment;
  MusterSecret *key;
  MusterSecret *password;
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *recovery = data;

  g_free (recovery->folder);
  g_free (recovery->account);
  g_clear_pointer (&recovery->key, muster_secret_unref);
  g_clear_pointer (&recovery->password, muster_secret_unref);
  g_free (recovery);
}

static gboolean
recover_in_background (gpointer data, GCancellable *cancellable, GError **error)
{
  Recovery *recovery = data;

  if (recovery->account == NULL)
    return muster_register_enrol_computer (recovery->folder, recovery->key, recovery->enrolment, cancellable, error);
  return muster_register_reset_password (recovery->folder, recovery->key, recovery->account, recovery->password, cancellable, error);
}

static gboolean
is_reset (MusterRecoveryDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->purpose_group), "reset") == 0;
}

static void
set_busy (MusterRecoveryDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
}

/* Where no keyring works there is a second way, and it is for the person to choose. */
static void
offer_program (MusterRecoveryDialog *self)
{
  g_autofree char *text = g_strdup_printf ("%s %s", gtk_label_get_text (self->error_label), _("Without it the recovery key is good until Muster is closed, and is asked for the next time again."));

  self->enrolment = MUSTER_ENROLMENT_PROGRAM;
  gtk_label_set_text (self->error_label, text);
  gtk_button_set_label (self->go_button, _("Go On _Without a Keyring"));
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterRecoveryDialog *self = MUSTER_RECOVERY_DIALOG (source);
  g_autoptr (GError) error = NULL;

  if (self->key_row == NULL)
    return;
  set_busy (self, FALSE);
  if (!muster_background_finish (result, &error))
    {
      muster_gui_error_mark (GTK_WIDGET (self->key_row), self->error_label, error->message);
      if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING))
        offer_program (self);
      return;
    }
  g_signal_emit (self, signals[RECOVERED], 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
check_reset (MusterRecoveryDialog *self, Recovery *recovery)
{
  const char *account = gtk_editable_get_text (GTK_EDITABLE (self->account_row));
  g_autoptr (GError) error = NULL;

  muster_gui_error_clear (GTK_WIDGET (self->account_row), self->error_label);
  if (!muster_account_check_name (account, &error))
    {
      muster_gui_error_mark (GTK_WIDGET (self->account_row), self->error_label, error->message);
      return FALSE;
    }
  if (!muster_password_check_pair (ADW_ENTRY_ROW (self->password_row), ADW_ENTRY_ROW (self->again_row), self->error_label, account, FALSE))
    return FALSE;
  recovery->account = g_strdup (account);
  recovery->password = muster_password_take (ADW_ENTRY_ROW (self->password_row));
  return TRUE;
}

static void
go_cb (MusterRecoveryDialog *self)
{
  g_autoptr (GError) error = NULL;
  Recovery *recovery = g_new0 (Recovery, 1);

  muster_gui_error_clear (GTK_WIDGET (self->key_row), self->error_label);
  recovery->folder = g_strdup (self->folder);
  recovery->enrolment = self->enrolment;
  recovery->key = muster_recovery_key_from_text (gtk_editable_get_text (GTK_EDITABLE (self->key_row)), &error);
  if (recovery->key == NULL)
    {
      muster_gui_error_mark (GTK_WIDGET (self->key_row), self->error_label, error->message);
      recovery_free (recovery);
      return;
    }
  if (is_reset (self) && !check_reset (self, recovery))
    {
      recovery_free (recovery);
      return;
    }
  set_busy (self, TRUE);
  muster_background_run (self, recover_in_background, recovery, recovery_free, NULL, recovered_cb, NULL);
}

static void
purpose_cb (MusterRecoveryDialog *self)
{
  self->enrolment = MUSTER_ENROLMENT_KEYRING;
  gtk_widget_set_visible (GTK_WIDGET (self->reset_group), is_reset (self));
  gtk_button_set_label (self->go_button, is_reset (self) ? _("Set _Password") : _("Set Up This _Computer"));
}

static void
muster_recovery_dialog_dispose (GObject *object)
{
  MusterRecoveryDialog *self = MUSTER_RECOVERY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_RECOVERY_DIALOG);
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (muster_recovery_dialog_parent_class)->dispose (object);
}

static void
muster_recovery_dialog_class_init (MusterRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_recovery_dialog_dispose;
  signals[RECOVERED] = g_signal_new ("recovered", MUSTER_TYPE_RECOVERY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, purpose_group);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, reset_group);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, account_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, MusterRecoveryDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, purpose_cb);
}

static void
muster_recovery_dialog_init (MusterRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  purpose_cb (self);
}

MusterRecoveryDialog *
muster_recovery_dialog_new (const char *folder, const char *account, gboolean resets)
{
  MusterRecoveryDialog *self = g_object_new (MUSTER_TYPE_RECOVERY_DIALOG, NULL);
  g_autoptr (MusterRegisterInfo) info = muster_register_look (folder, NULL);

  self->folder = g_strdup (folder);
  gtk_editable_set_text (GTK_EDITABLE (self->account_row), account);
  if (resets)
    adw_toggle_group_set_active_name (self->purpose_group, "reset");
  /* Without a keyring there is nothing of this computer's to set up. */
  if (info != NULL && !info->keyring)
    {
      adw_toggle_group_set_active_name (self->purpose_group, "reset");
      gtk_widget_set_visible (GTK_WIDGET (self->purpose_group), FALSE);
    }
  return self;
}
