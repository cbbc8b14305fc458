/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-account-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-account-tie-dialog.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-password.h"
#include "operations/muster-account-operations.h"

struct _MusterAccountDialog
{
  MusterFormDialog parent_instance;

  MusterAccount *account; /* nullable */
  AdwPreferencesGroup *group;
  AdwActionRow *known_row;
  AdwEntryRow *full_name_row;
  AdwEntryRow *name_row;
  AdwComboRow *role_row;
  AdwActionRow *tie_row;
  AdwSwitchRow *enabled_row;
  AdwPreferencesGroup *password_group;
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *again_row;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (MusterAccountDialog, muster_account_dialog, MUSTER_TYPE_FORM_DIALOG)

/* The rows of the role's list, from the least to the most; the recovery account is nobody's. */
static const MusterRole roles[] = { MUSTER_ROLE_AUDITOR, MUSTER_ROLE_STAFF, MUSTER_ROLE_SUPERVISOR, MUSTER_ROLE_ADMINISTRATOR };

static const char *const role_texts[] = {
  [MUSTER_ROLE_STAFF] = N_("Imports rosters and keeps records."),
  [MUSTER_ROLE_SUPERVISOR] = N_("As staff; also records corrective actions and proposes revocations."),
  [MUSTER_ROLE_ADMINISTRATOR] = N_("As supervisor; also decides certifications and revocations, and manages accounts."),
  [MUSTER_ROLE_AUDITOR] = N_("Reads everything, the journal too, and changes nothing."),
};

typedef struct
{
  MusterNewAccount input;
  char *name;
  char *full_name;
  MusterSecret *password;
} NewAccount;

static void
new_account_free (gpointer data)
{
  NewAccount *new_account = data;

  g_free (new_account->name);
  g_free (new_account->full_name);
  muster_secret_unref (new_account->password);
  g_free (new_account);
}

static MusterRole
get_role (MusterAccountDialog *self)
{
  return roles[adw_combo_row_get_selected (self->role_row)];
}

static void
update_cb (MusterAccountDialog *self)
{
  gboolean disabling = self->account != NULL && !self->account->disabled && !adw_switch_row_get_active (self->enabled_row);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->role_row), _(role_texts[get_role (self)]));
  muster_form_dialog_set_destructive (MUSTER_FORM_DIALOG (self), disabling);
  if (self->account != NULL)
    muster_form_dialog_set_verb (MUSTER_FORM_DIALOG (self), disabling ? _("_Disable") : _("_Save"));
  else
    muster_form_dialog_set_verb (MUSTER_FORM_DIALOG (self), _("_Add Account"));
}

/* What was entered here stays unsaved, and the other dialog says something else of the account: this one is left. */
static void
tie_activated_cb (MusterAccountDialog *self)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  GtkWidget *parent = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwDialog *dialog = muster_account_tie_dialog_new (store, self->account);

  adw_dialog_force_close (ADW_DIALOG (self));
  adw_dialog_present (dialog, parent);
}

typedef struct
{
  MusterAccountChange input;
  MusterAccount *shown;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  muster_account_free (change->shown);
  g_free (change);
}

static void
submit_change (MusterAccountDialog *self)
{
  Change *change = g_new0 (Change, 1);

  change->shown = muster_account_copy (self->account);
  change->input.shown = change->shown;
  change->input.account_id = self->account->id;
  change->input.role = get_role (self);
  change->input.disabled = !adw_switch_row_get_active (self->enabled_row);
  muster_form_dialog_run (MUSTER_FORM_DIALOG (self), &muster_change_account, &change->input, NULL, change, change_free);
}

static gboolean
check (MusterAccountDialog *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));
  const char *full_name = gtk_editable_get_text (GTK_EDITABLE (self->full_name_row));
  g_autoptr (GError) error = NULL;

  muster_gui_error_clear (GTK_WIDGET (self->full_name_row), self->error_label);
  muster_gui_error_clear (GTK_WIDGET (self->name_row), self->error_label);
  if (full_name[0] == '\0')
    {
      muster_gui_error_mark (GTK_WIDGET (self->full_name_row), self->error_label, _("Type the person’s full name. It stands in the journal."));
      return FALSE;
    }
  if (!muster_account_check_full_name (full_name, &error))
    {
      muster_gui_error_mark (GTK_WIDGET (self->full_name_row), self->error_label, error->message);
      return FALSE;
    }
  if (!muster_account_check_name (name, &error))
    {
      muster_gui_error_mark (GTK_WIDGET (self->name_row), self->error_label, error->message);
      return FALSE;
    }
  return muster_password_check_pair (ADW_ENTRY_ROW (self->password_row), ADW_ENTRY_ROW (self->again_row), self->error_label, name,
                                     muster_store_is_practice (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self))));
}

static void
muster_account_dialog_submit (MusterFormDialog *dialog)
{
  MusterAccountDialog *self = MUSTER_ACCOUNT_DIALOG (dialog);
  NewAccount *new_account;

  if (self->account != NULL)
    {
      submit_change (self);
      return;
    }
  if (!check (self))
    return;
  new_account = g_new0 (NewAccount, 1);
  new_account->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  new_account->full_name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->full_name_row)));
  new_account->password = muster_password_take (ADW_ENTRY_ROW (self->password_row));
  new_account->input.name = new_account->name;
  new_account->input.full_name = new_account->full_name;
  new_account->input.role = get_role (self);
  new_account->input.password = new_account->password;
  muster_form_dialog_run (dialog, &muster_add_account, &new_account->input, NULL, new_account, new_account_free);
}

static void
muster_account_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ACCOUNT_DIALOG);
  G_OBJECT_CLASS (muster_account_dialog_parent_class)->dispose (object);
}

static void
muster_account_dialog_finalize (GObject *object)
{
  MusterAccountDialog *self = MUSTER_ACCOUNT_DIALOG (object);

  g_clear_pointer (&self->account, muster_account_free);
  G_OBJECT_CLASS (muster_account_dialog_parent_class)->finalize (object);
}

static void
muster_account_dialog_class_init (MusterAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_account_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_account_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_account_dialog_submit;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, known_row);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, full_name_row);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, enabled_row);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, tie_row);
  gtk_widget_class_bind_template_callback (widget_class, tie_activated_cb);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, password_group);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
muster_account_dialog_init (MusterAccountDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (labels, muster_role_get_label (roles[i]));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->role_row, 1);
}

static void
show_tie (MusterAccountDialog *self, MusterStore *store)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autofree char *text = database != NULL ? muster_account_tie_dup_text (database, self->account) : NULL;

  if (database != NULL)
    muster_store_read_done (store, database);
  adw_action_row_set_subtitle (self->tie_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->tie_row), self->account->id != muster_store_get_account (store)->id);
}

static void
show_account (MusterAccountDialog *self, const MusterAccount *account)
{
  self->account = muster_account_copy (account);
  adw_dialog_set_title (ADW_DIALOG (self), account->full_name);
  adw_action_row_set_subtitle (self->known_row, account->name);
  gtk_widget_set_visible (GTK_WIDGET (self->known_row), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->full_name_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), FALSE);
  adw_preferences_group_set_description (self->group, account->role == MUSTER_ROLE_ADMINISTRATOR
                                                        ? _("The name stands in the journal and stays. An administrator’s forgotten password can be set anew with the recovery key, from the sign-in page.")
                                                        : _("The name stands in the journal and stays. Nobody sets a password for somebody else: with it they sign. Whoever forgot theirs gets a new account, and this one is switched off."));
  adw_switch_row_set_active (self->enabled_row, !account->disabled);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == account->role)
      adw_combo_row_set_selected (self->role_row, i);
}

AdwDialog *
muster_account_dialog_new (MusterStore *store, const MusterAccount *account)
{
  MusterAccountDialog *self = g_object_new (MUSTER_TYPE_ACCOUNT_DIALOG, "store", store, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->enabled_row), account != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->password_group), account == NULL);
  if (account != NULL)
    {
      show_account (self, account);
      show_tie (self, store);
    }
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), account != NULL ? _("Account changed.") : _("Account added."));
  update_cb (self);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
