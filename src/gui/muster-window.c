/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-window.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-create-page.h"
#include "gui/muster-known-registers.h"
#include "gui/muster-leave-question.h"
#include "gui/muster-dialog-watch.h"
#include "gui/muster-lock-curtain.h"
#include "gui/muster-lock-dialog.h"
#include "gui/muster-recovery-page.h"
#include "gui/muster-reminder-keeper.h"
#include "gui/muster-reminder-watch.h"
#include "gui/muster-sign-in-page.h"
#include "gui/muster-window-actions.h"

struct _MusterWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  MusterStore *store;
  MusterLockWatch *lock_watch;
  MusterReminderKeeper *reminder_keeper;
  MusterLockCurtain *curtain;
  GFile *waiting_file; /* to be imported as soon as somebody may */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwNavigationView *entry;
  MusterSignInPage *sign_in_page;
  AdwBin *main_bin;
};

G_DEFINE_FINAL_TYPE (MusterWindow, muster_window, ADW_TYPE_APPLICATION_WINDOW)

/* What waits for import is on its way as soon as the register is open. */
static void
import_waiting_file (MusterWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->waiting_file);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *problem = NULL;

  if (file == NULL)
    return;
  muster_sign_in_page_show_file (self->sign_in_page, NULL);
  if (muster_store_may (self->store, "import-roster"))
    {
      muster_main_view_import (muster_window_get_main_view (self), file);
      return;
    }
  problem = g_strdup_printf (_("“%s” was not opened: your role, %s, does not allow you to import a roster."), shown,
                             muster_role_get_label (muster_store_get_account (self->store)->role));
  muster_window_announce (self, problem);
}

static void
file_dropped_cb (MusterWindow *self)
{
  g_clear_object (&self->waiting_file);
}

static void
lock_cb (MusterWindow *self, guint reason)
{
  muster_window_lock (self, reason);
}

static void
unlocked_cb (MusterWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "main");
  muster_lock_curtain_lift (self->curtain, TRUE);
  muster_lock_watch_touch (self->lock_watch);
  muster_window_actions_update (self);
  import_waiting_file (self);
}

static void
quit (MusterWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
sign_out_cb (MusterWindow *self)
{
  muster_window_leave (self, FALSE);
}

static void
quit_cb (MusterWindow *self)
{
  muster_window_leave (self, TRUE);
}

/* Nothing is asked: what they were about is not theirs to do any more, and would be refused. */
static void
ended_cb (MusterWindow *self, const char *why)
{
  AdwDialog *notice = adw_alert_dialog_new (_("You Have Been Signed Out"), why);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (notice), "close", _("_Close"));
  muster_window_sign_out (self);
  adw_dialog_present (notice, GTK_WIDGET (self));
}

static void
signed_in_cb (MusterWindow *self, MusterStore *store)
{
  muster_window_sign_in (self, store);
}

static void
recovery_done_cb (MusterWindow *self)
{
  adw_navigation_view_pop_to_page (self->entry, ADW_NAVIGATION_PAGE (self->sign_in_page));
  muster_sign_in_page_focus_password (self->sign_in_page);
}

static void
created_cb (MusterWindow *self, const char *folder, const char *agency, const char *account, const char *recovery_key)
{
  g_autofree char *name = muster_known_registers_dup_name (folder);
  AdwNavigationPage *page = muster_recovery_page_new (name, agency, recovery_key);
  AdwNavigationPage *pages[] = { ADW_NAVIGATION_PAGE (self->sign_in_page), page };

  muster_known_registers_remember (self->settings, folder);
  muster_sign_in_page_show_register (self->sign_in_page, folder, account);
  g_signal_connect_object (page, "done", G_CALLBACK (recovery_done_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_replace (self->entry, pages, G_N_ELEMENTS (pages));
}

static void
create_cb (MusterWindow *self)
{
  AdwNavigationPage *page = muster_create_page_new ();

  g_signal_connect_object (page, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->entry, page);
}

static void
close_store (MusterWindow *self)
{
  g_clear_object (&self->lock_watch);
  if (self->reminder_keeper != NULL)
    muster_reminder_keeper_stop (self->reminder_keeper);
  g_clear_object (&self->reminder_keeper);
  adw_bin_set_child (self->main_bin, NULL);
  if (self->store != NULL)
    muster_store_close (self->store);
  g_clear_object (&self->store);
}

static void
muster_window_dispose (GObject *object)
{
  MusterWindow *self = MUSTER_WINDOW (object);

  if (self->main_bin != NULL)
    close_store (self);
  g_clear_object (&self->curtain);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->waiting_file);
  G_OBJECT_CLASS (muster_window_parent_class)->dispose (object);
}

static gboolean
shows_recovery_key (MusterWindow *self)
{
  return self->store == NULL && MUSTER_IS_RECOVERY_PAGE (adw_navigation_view_get_visible_page (self->entry));
}

static gboolean
muster_window_close_request (GtkWindow *window)
{
  MusterWindow *self = MUSTER_WINDOW (window);

  if (!shows_recovery_key (self) || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return GTK_WINDOW_CLASS (muster_window_parent_class)->close_request (window);
  muster_window_leave (self, TRUE);
  return TRUE;
}

static void
muster_window_class_init (MusterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = muster_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, main_bin);
}

static void
muster_window_init (MusterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->curtain = muster_lock_curtain_new (ADW_APPLICATION_WINDOW (self));
  self->settings = g_settings_new (MUSTER_APPLICATION_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  self->sign_in_page = muster_sign_in_page_new (self->settings);
  g_signal_connect_object (self->sign_in_page, "signed-in", G_CALLBACK (signed_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sign_in_page, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sign_in_page, "file-dropped", G_CALLBACK (file_dropped_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_add (self->entry, ADW_NAVIGATION_PAGE (self->sign_in_page));
  muster_window_actions_add (self);
  muster_dialog_watch_start (self);
}

MusterWindow *
muster_window_new (MusterApplication *application)
{
  MusterWindow *self = g_object_new (MUSTER_TYPE_WINDOW, "application", application, NULL);

  muster_window_actions_update (self);
  return self;
}

void
muster_window_offer_register (MusterWindow *self, const char *folder)
{
  if (self->store == NULL)
    muster_sign_in_page_show_register (self->sign_in_page, folder, NULL);
}

void
muster_window_offer_practice (MusterWindow *self)
{
  if (self->store == NULL)
    muster_sign_in_page_show_practice (self->sign_in_page);
}

void
muster_window_offer_file (MusterWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_object (&self->waiting_file, file);
  if (self->store == NULL)
    muster_sign_in_page_show_file (self->sign_in_page, shown);
  else if (!muster_window_is_locked (self))
    import_waiting_file (self);
}

void
muster_window_sign_in (MusterWindow *self, MusterStore *store)
{
  g_return_if_fail (self->store == NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  self->lock_watch = muster_lock_watch_new (GTK_WIDGET (self), self->settings);
  g_signal_connect_object (self->lock_watch, "lock", G_CALLBACK (lock_cb), self, G_CONNECT_SWAPPED);
  muster_reminder_watch_withdraw (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  self->reminder_keeper = muster_reminder_keeper_new (store, self->settings);
  g_signal_connect_object (self->reminder_keeper, "failed", G_CALLBACK (muster_window_announce), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->main_bin, muster_main_view_new (store));
  if (muster_store_is_practice (store))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  gtk_stack_set_visible_child_name (self->stack, "main");
  muster_window_actions_update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->main_bin), GTK_DIR_TAB_FORWARD);
  import_waiting_file (self);
}

void
muster_window_sign_out (MusterWindow *self)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));

  muster_lock_curtain_lift (self->curtain, FALSE);
  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      adw_dialog_force_close (dialog);
    }
  adw_toast_overlay_dismiss_all (self->toasts);
  close_store (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "devel");
  muster_sign_in_page_reset (self->sign_in_page);
  if (self->waiting_file != NULL)
    muster_window_offer_file (self, self->waiting_file);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  muster_window_actions_update (self);
  muster_sign_in_page_take_focus (self->sign_in_page);
}

void
muster_window_leave (MusterWindow *self, gboolean quits)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));
  AdwDialog *question = muster_leave_question_new (dialogs, quits);
  void (*leave) (MusterWindow *) = quits ? quit : muster_window_sign_out;

  if (question == NULL && quits && shows_recovery_key (self))
    question = muster_leave_question_new_for_recovery_key ();
  if (question == NULL)
    {
      leave (self);
      return;
    }
  muster_lock_curtain_let_ask (self->curtain, question);
  g_signal_connect_object (question, "response::leave", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

void
muster_window_lock (MusterWindow *self, MusterLockReason reason)
{
  MusterLockDialog *dialog;

  if (self->store == NULL || muster_window_is_locked (self))
    return;
  adw_toast_overlay_dismiss_all (self->toasts);
  dialog = muster_lock_dialog_new (self->store, reason, g_settings_get_int (self->settings, "lock-after-minutes"));
  g_signal_connect_object (dialog, "unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "sign-out", G_CALLBACK (sign_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "quit", G_CALLBACK (quit_cb), self, G_CONNECT_SWAPPED);
  muster_lock_curtain_draw (self->curtain, ADW_DIALOG (dialog));
  gtk_stack_set_visible_child_name (self->stack, "locked");
  muster_window_actions_update (self);
}

gboolean
muster_window_is_locked (MusterWindow *self)
{
  return muster_lock_curtain_is_drawn (self->curtain);
}

void
muster_window_see (MusterWindow *self, GdkEvent *event)
{
  if (self->lock_watch != NULL)
    muster_lock_watch_see (self->lock_watch, event);
}

void
muster_window_announce (MusterWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

MusterStore *
muster_window_get_store (MusterWindow *self)
{
  return self->store;
}

MusterMainView *
muster_window_get_main_view (MusterWindow *self)
{
  if (self->store == NULL || muster_window_is_locked (self))
    return NULL;
  return MUSTER_MAIN_VIEW (adw_bin_get_child (self->main_bin));
}
