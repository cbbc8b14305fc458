/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-sign-in-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-browser.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-known-registers.h"
#include "gui/muster-password.h"
#include "gui/muster-practice-accounts.h"
#include "gui/muster-practice-maker.h"
#include "gui/muster-recovery-dialog.h"
#include "gui/muster-register-menu.h"
#include "gui/muster-typing.h"
#include "operations/muster-practice.h"
#include "store/muster-register.h"

struct _MusterSignInPage
{
  AdwNavigationPage parent_instance;

  GSettings *settings;
  GCancellable *cancellable;
  char *folder;
  AdwBanner *file_banner;
  GtkStack *views;
  GtkWidget *icon;
  AdwActionRow *register_row;
  GtkMenuButton *register_button;
  AdwPreferencesGroup *practice_group;
  AdwPreferencesGroup *account_group;
  AdwEntryRow *account_row;
  AdwPasswordEntryRow *password_row;
  GtkLabel *error_label;
  GtkButton *recover_button;
  gboolean lacks_key; /* this computer has no key of the register */
  GtkButton *sign_in_button;
  GtkStack *sign_in_stack;
  AdwStatusPage *problem_page;
  GtkProgressBar *practice_progress;
};

G_DEFINE_FINAL_TYPE (MusterSignInPage, muster_sign_in_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNED_IN,
  CREATE,
  FILE_DROPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
update_menu (MusterSignInPage *self)
{
  g_autoptr (GMenuModel) menu = muster_register_menu_new (self->settings);

  gtk_menu_button_set_menu_model (self->register_button, menu);
}

static void
clear_errors (MusterSignInPage *self)
{
  muster_gui_error_clear (GTK_WIDGET (self->account_row), self->error_label);
  muster_gui_error_clear (GTK_WIDGET (self->password_row), self->error_label);
  self->lacks_key = FALSE;
  gtk_button_set_label (self->recover_button, _("_Forgot the Password?"));
}

static void
set_busy (MusterSignInPage *self, gboolean busy)
{
  muster_gui_set_sensitive (GTK_WIDGET (self->account_group), !busy);
  muster_gui_set_sensitive (GTK_WIDGET (self->practice_group), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in_button), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->register_button), !busy);
  gtk_stack_set_visible_child_name (self->sign_in_stack, busy ? "busy" : "label");
}

static void
show_problem (MusterSignInPage *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->problem_page, muster_gui_error_get_heading (error));
  adw_status_page_set_description (self->problem_page, escaped);
  gtk_stack_set_visible_child_name (self->views, "problem");
}

/* What can be put right here stays here; what concerns the whole register gets the page. */
static void
show_failure (MusterSignInPage *self, const GError *error)
{
  if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN) || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_INVALID))
    {
      muster_gui_error_mark (GTK_WIDGET (self->password_row), self->error_label, error->message);
    }
  else if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING))
    {
      muster_gui_error_mark (GTK_WIDGET (self->password_row), self->error_label, error->message);
      self->lacks_key = TRUE;
      gtk_button_set_label (self->recover_button, _("Use the _Recovery Key…"));
    }
  else if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_BUSY))
    {
      muster_gui_error_mark (GTK_WIDGET (self->sign_in_button), self->error_label, error->message);
    }
  else
    {
      show_problem (self, error);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = muster_store_open_finish (result, &error);

  if (self->views == NULL)
    return;
  set_busy (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  if (store == NULL)
    {
      show_failure (self, error);
      return;
    }
  if (!muster_store_is_practice (store))
    muster_known_registers_remember (self->settings, muster_store_get_folder (store));
  g_signal_emit (self, signals[SIGNED_IN], 0, store);
}

static void
sign_in (MusterSignInPage *self, const char *account, MusterSecret *password)
{
  set_busy (self, TRUE);
  muster_store_open_async (self->folder, account, password, self->cancellable, opened_cb, g_object_ref (self));
}

static void
sign_in_cb (MusterSignInPage *self)
{
  const char *account = gtk_editable_get_text (GTK_EDITABLE (self->account_row));
  g_autoptr (MusterSecret) password = NULL;

  clear_errors (self);
  if (account[0] == '\0')
    {
      muster_gui_error_mark (GTK_WIDGET (self->account_row), self->error_label, _("Type the name of your account."));
      return;
    }
  password = muster_password_take (ADW_ENTRY_ROW (self->password_row));
  sign_in (self, account, password);
}

static void
practice_row_cb (MusterSignInPage *self, AdwActionRow *row)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (MUSTER_PRACTICE_PASSWORD);

  clear_errors (self);
  sign_in (self, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), password);
}

static void
go_to_password_cb (MusterSignInPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

static void
practice_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = muster_practice_maker_finish (result, &error);

  if (self->views == NULL)
    return;
  if (folder != NULL)
    muster_sign_in_page_show_register (self, folder, NULL);
  else
    show_problem (self, error);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *folder)
{
  muster_sign_in_page_show_register (MUSTER_SIGN_IN_PAGE (widget), g_variant_get_string (folder, NULL), NULL);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && self->views != NULL)
    muster_sign_in_page_show_register (self, g_file_peek_path (file), NULL);
  else if (file == NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Register"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, folder_chosen_cb, g_object_ref (widget));
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (muster_browser_check (gtk_widget_get_display (widget), &error))
    g_signal_emit (widget, signals[CREATE], 0);
  else
    muster_gui_error_show (widget, error);
}

static void
drop_file_cb (MusterSignInPage *self)
{
  muster_sign_in_page_show_file (self, NULL);
  g_signal_emit (self, signals[FILE_DROPPED], 0);
}

static void
practice_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  muster_sign_in_page_show_practice (MUSTER_SIGN_IN_PAGE (widget));
}

static void
recovered_cb (MusterSignInPage *self)
{
  clear_errors (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

static void
recover_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterSignInPage *self = MUSTER_SIGN_IN_PAGE (widget);
  MusterRecoveryDialog *dialog = muster_recovery_dialog_new (self->folder, gtk_editable_get_text (GTK_EDITABLE (self->account_row)), !self->lacks_key);

  g_signal_connect_object (dialog, "recovered", G_CALLBACK (recovered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
muster_sign_in_page_dispose (GObject *object)
{
  MusterSignInPage *self = MUSTER_SIGN_IN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_SIGN_IN_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (muster_sign_in_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, file_banner);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, views);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, register_row);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, register_button);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, practice_group);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, account_group);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, account_row);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, recover_button);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, sign_in_stack);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, MusterSignInPage, practice_progress);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_password_cb);
}

static void
muster_sign_in_page_class_init (MusterSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_sign_in_page_dispose;
  signals[SIGNED_IN] = g_signal_new ("signed-in", MUSTER_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MUSTER_TYPE_STORE);
  signals[CREATE] = g_signal_new ("create", MUSTER_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILE_DROPPED] = g_signal_new ("file-dropped", MUSTER_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-sign-in-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "sign-in.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "sign-in.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "sign-in.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "sign-in.practice", NULL, practice_action);
  gtk_widget_class_install_action (widget_class, "sign-in.recover", NULL, recover_action);
}

static void
muster_sign_in_page_init (MusterSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  muster_practice_accounts_add_rows (self->practice_group, G_CALLBACK (practice_row_cb), self);
  muster_typing_capture (GTK_WIDGET (self), GTK_EDITABLE (self->account_row));
}

MusterSignInPage *
muster_sign_in_page_new (GSettings *settings)
{
  MusterSignInPage *self = g_object_new (MUSTER_TYPE_SIGN_IN_PAGE, NULL);

  self->settings = g_object_ref (settings);
  muster_sign_in_page_reset (self);
  return self;
}

void
muster_sign_in_page_reset (MusterSignInPage *self)
{
  g_auto (GStrv) folders = muster_known_registers_list (self->settings);

  clear_errors (self);
  set_busy (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  if (self->folder != NULL)
    update_menu (self);
  else if (folders[0] != NULL)
    muster_sign_in_page_show_register (self, folders[0], NULL);
  else
    gtk_stack_set_visible_child_name (self->views, "welcome");
}

void
muster_sign_in_page_show_register (MusterSignInPage *self, const char *folder, const char *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRegisterInfo) info = muster_register_look (folder, &error);

  clear_errors (self);
  if (info == NULL || (!info->practice && !muster_browser_check (gtk_widget_get_display (GTK_WIDGET (self)), &error)))
    {
      show_problem (self, error);
      return;
    }
  g_set_str (&self->folder, folder);
  update_menu (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->register_row), info->practice ? _("Practice Register") : info->name);
  adw_action_row_set_subtitle (self->register_row, info->practice ? _("An invented agency, to try everything with") : folder);
  gtk_widget_set_visible (self->icon, !info->practice);
  gtk_widget_set_visible (GTK_WIDGET (self->practice_group), info->practice);
  gtk_widget_set_visible (GTK_WIDGET (self->recover_button), !info->practice);
  gtk_stack_set_visible_child_name (self->views, "sign-in");
  if (account != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->account_row), account);
  muster_sign_in_page_take_focus (self);
}

void
muster_sign_in_page_take_focus (MusterSignInPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "sign-in") != 0)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->practice_group)))
    gtk_widget_child_focus (GTK_WIDGET (self->practice_group), GTK_DIR_TAB_FORWARD);
  else if (gtk_editable_get_text (GTK_EDITABLE (self->account_row))[0] != '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->account_row));
}

void
muster_sign_in_page_focus_password (MusterSignInPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

void
muster_sign_in_page_show_practice (MusterSignInPage *self)
{
  gtk_stack_set_visible_child_name (self->views, "practice");
  muster_practice_maker_run (self->practice_progress, self->cancellable, practice_made_cb, g_object_ref (self));
}

void
muster_sign_in_page_show_file (MusterSignInPage *self, const char *name)
{
  g_autofree char *text = name != NULL ? g_strdup_printf (_("“%s” will be opened for import once you have signed in."), name) : NULL;

  if (text != NULL)
    {
      adw_banner_set_title (self->file_banner, text);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  adw_banner_set_revealed (self->file_banner, text != NULL);
}
