/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-password-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-password.h"
#include "operations/muster-account-operations.h"

struct _MusterPasswordDialog
{
  MusterFormDialog parent_instance;

  AdwPasswordEntryRow *old_row;
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *again_row;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (MusterPasswordDialog, muster_password_dialog, MUSTER_TYPE_FORM_DIALOG)

static void
change_free (gpointer data)
{
  MusterPasswordChange *change = data;

  muster_secret_unref (change->old_password);
  muster_secret_unref (change->new_password);
  g_free (change);
}

static void
muster_password_dialog_submit (MusterFormDialog *dialog)
{
  MusterPasswordDialog *self = MUSTER_PASSWORD_DIALOG (dialog);
  MusterStore *store = muster_form_dialog_get_store (dialog);
  MusterPasswordChange *change;

  if (!muster_password_check_pair (ADW_ENTRY_ROW (self->password_row), ADW_ENTRY_ROW (self->again_row), self->error_label,
                                   muster_store_get_account (store)->name, muster_store_is_practice (store)))
    return;
  change = g_new0 (MusterPasswordChange, 1);
  change->old_password = muster_password_take (ADW_ENTRY_ROW (self->old_row));
  change->new_password = muster_password_take (ADW_ENTRY_ROW (self->password_row));
  muster_form_dialog_run (dialog, &muster_change_password, change, NULL, change, change_free);
}

static void
muster_password_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_PASSWORD_DIALOG);
  G_OBJECT_CLASS (muster_password_dialog_parent_class)->dispose (object);
}

static void
muster_password_dialog_class_init (MusterPasswordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_password_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_password_dialog_submit;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-password-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPasswordDialog, old_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPasswordDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPasswordDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPasswordDialog, error_label);
}

static void
muster_password_dialog_init (MusterPasswordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_password_dialog_new (MusterStore *store)
{
  MusterFormDialog *self = g_object_new (MUSTER_TYPE_PASSWORD_DIALOG, "store", store, NULL);

  muster_form_dialog_set_verb (self, _("_Change"));
  muster_form_dialog_set_announcement (self, _("Password changed."));
  muster_form_dialog_mark_unchanged (self);
  return ADW_DIALOG (self);
}
