/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-create-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-account.h"
#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "gui/muster-background.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-password.h"
#include "store/muster-recovery-key.h"
#include "store/muster-register.h"

struct _MusterCreatePage
{
  AdwNavigationPage parent_instance;

  GCancellable *cancellable;
  char *parent_folder;
  AdwEntryRow *agency_row;
  AdwActionRow *folder_row;
  AdwEntryRow *name_row;
  AdwEntryRow *account_row;
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *again_row;
  AdwSwitchRow *keyring_row;
  GtkWidget *warning;
  GtkLabel *error_label;
  GtkButton *create_button;
  GtkStack *create_stack;
};

G_DEFINE_FINAL_TYPE (MusterCreatePage, muster_create_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  CREATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* A #MusterRegisterPlan with what it points to, and the recovery key that comes of it. */
typedef struct
{
  char *folder;
  char *agency;
  char *account;
  char *full_name;
  MusterSecret *password;
  gboolean keyring;
  MusterSecret *recovery_key;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_free (creation->folder);
  g_free (creation->agency);
  g_free (creation->account);
  g_free (creation->full_name);
  g_clear_pointer (&creation->password, muster_secret_unref);
  g_clear_pointer (&creation->recovery_key, muster_secret_unref);
  g_free (creation);
}

/* The folder is named after the agency: what a file system or a person would trip over is left out. */
static char *
dup_folder (MusterCreatePage *self)
{
  g_autofree char *agency = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->agency_row)));
  g_autofree char *name = NULL;

  g_strdelimit (g_strstrip (agency), "/\\:*?\"<>|", '-');
  name = g_strconcat (agency[0] != '\0' && agency[0] != '.' ? agency : "register", ".muster", NULL);
  return g_build_filename (self->parent_folder, name, NULL);
}

static void
update_folder_cb (MusterCreatePage *self)
{
  g_autofree char *folder = dup_folder (self);

  adw_action_row_set_subtitle (self->folder_row, folder);
}

static void
update_keyring_cb (MusterCreatePage *self)
{
  gtk_widget_set_visible (self->warning, !adw_switch_row_get_active (self->keyring_row));
}

static void
set_busy (MusterCreatePage *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), !busy);
  gtk_stack_set_visible_child_name (self->create_stack, busy ? "busy" : "label");
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !busy);
}

static gboolean
create_in_background (gpointer data, GCancellable *cancellable, GError **error)
{
  Creation *creation = data;
  const MusterRegisterPlan plan = {
    .folder = creation->folder,
    .agency = creation->agency,
    .account = creation->account,
    .full_name = creation->full_name,
    .password = creation->password,
    .keyring = creation->keyring,
  };

  creation->recovery_key = muster_register_create (&plan, cancellable, error);
  return creation->recovery_key != NULL;
}

static void
show_failure (MusterCreatePage *self, const GError *error)
{
  g_autofree char *message = NULL;

  if (!g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING))
    {
      muster_gui_error_mark (GTK_WIDGET (self->folder_row), self->error_label, error->message);
      return;
    }
  message = g_strdup_printf ("%s %s", error->message, _("Or turn the keyring switch off: the register is then protected by passwords alone, and whoever copies it can try to guess them."));
  muster_gui_error_mark (GTK_WIDGET (self->keyring_row), self->error_label, message);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterCreatePage *self = MUSTER_CREATE_PAGE (source);
  Creation *creation = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  char *text;

  if (self->create_stack == NULL)
    return;
  set_busy (self, FALSE);
  if (!muster_background_finish (result, &error))
    {
      show_failure (self, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
  text = muster_recovery_key_to_text (creation->recovery_key);
  g_signal_emit (self, signals[CREATED], 0, creation->folder, creation->agency, creation->account, text);
  explicit_bzero (text, strlen (text));
  g_free (text);
}

static gboolean
require (MusterCreatePage *self, AdwEntryRow *row, const char *message)
{
  muster_gui_error_clear (GTK_WIDGET (row), self->error_label);
  if (!muster_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (row))))
    return TRUE;
  muster_gui_error_mark (GTK_WIDGET (row), self->error_label, message);
  return FALSE;
}

/* What the register keeps of its agency and its administrator is as carefully looked at as anybody else's. */
static gboolean
check_names (MusterCreatePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!muster_agency_check_name (gtk_editable_get_text (GTK_EDITABLE (self->agency_row)), &error))
    muster_gui_error_mark (GTK_WIDGET (self->agency_row), self->error_label, error->message);
  else if (!muster_account_check_full_name (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), &error))
    muster_gui_error_mark (GTK_WIDGET (self->name_row), self->error_label, error->message);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check (MusterCreatePage *self)
{
  const char *account = gtk_editable_get_text (GTK_EDITABLE (self->account_row));
  g_autoptr (GError) error = NULL;

  muster_gui_error_clear (GTK_WIDGET (self->folder_row), self->error_label);
  muster_gui_error_clear (GTK_WIDGET (self->keyring_row), self->error_label);
  muster_gui_error_clear (GTK_WIDGET (self->account_row), self->error_label);
  if (!require (self, self->agency_row, _("Type the name of the agency whose roster this is.")) || !require (self, self->name_row, _("Type your full name. It stands in the journal.")) ||
      !check_names (self))
    return FALSE;
  if (!muster_account_check_name (account, &error))
    {
      muster_gui_error_mark (GTK_WIDGET (self->account_row), self->error_label, error->message);
      return FALSE;
    }
  return muster_password_check_pair (ADW_ENTRY_ROW (self->password_row), ADW_ENTRY_ROW (self->again_row), self->error_label, account, FALSE);
}

static void
create_cb (MusterCreatePage *self)
{
  Creation *creation;

  if (!check (self))
    return;
  creation = g_new0 (Creation, 1);
  creation->folder = dup_folder (self);
  creation->agency = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->agency_row))));
  creation->full_name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  creation->account = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->account_row)));
  creation->password = muster_password_take (ADW_ENTRY_ROW (self->password_row));
  creation->keyring = adw_switch_row_get_active (self->keyring_row);
  set_busy (self, TRUE);
  muster_background_run (self, create_in_background, creation, creation_free, self->cancellable, created_cb, NULL);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterCreatePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    {
      muster_gui_error_show (GTK_WIDGET (self), error);
      return;
    }
  g_set_str (&self->parent_folder, g_file_peek_path (file));
  if (self->folder_row != NULL)
    update_folder_cb (self);
}

static void
choose_folder_cb (MusterCreatePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile) parent = g_file_new_for_path (self->parent_folder);

  gtk_file_dialog_set_title (dialog, _("Where the Register Is Kept"));
  gtk_file_dialog_set_initial_folder (dialog, parent);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, folder_chosen_cb, g_object_ref (self));
}

static void
muster_create_page_dispose (GObject *object)
{
  MusterCreatePage *self = MUSTER_CREATE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_CREATE_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->parent_folder, g_free);
  G_OBJECT_CLASS (muster_create_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-create-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, agency_row);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, account_row);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, password_row);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, again_row);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, keyring_row);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, warning);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, error_label);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, create_button);
  gtk_widget_class_bind_template_child (widget_class, MusterCreatePage, create_stack);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_keyring_cb);
}

static void
muster_create_page_class_init (MusterCreatePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_create_page_dispose;
  signals[CREATED] = g_signal_new ("created", MUSTER_TYPE_CREATE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                                   G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE,
                                   G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
muster_create_page_init (MusterCreatePage *self)
{
  g_autofree char *usual = muster_register_dup_default_folder ();

  self->cancellable = g_cancellable_new ();
  self->parent_folder = g_path_get_dirname (usual);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_folder_cb (self);
  update_keyring_cb (self);
}

AdwNavigationPage *
muster_create_page_new (void)
{
  return g_object_new (MUSTER_TYPE_CREATE_PAGE, NULL);
}
