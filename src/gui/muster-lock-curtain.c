/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-lock-curtain.h"

struct _MusterLockCurtain
{
  GObject parent_instance;

  AdwApplicationWindow *window;
  AdwDialog *lock_dialog; /* there while it is drawn */
  AdwDialog *question;    /* weak */
  GPtrArray *hidden;
  GtkWidget *focus; /* weak: where the person was */
};

G_DEFINE_FINAL_TYPE (MusterLockCurtain, muster_lock_curtain, G_TYPE_OBJECT)

static void
hide_dialogs (MusterLockCurtain *self)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (self->window);

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (dialogs, i);

      if (dialog == GTK_WIDGET (self->lock_dialog) || dialog == GTK_WIDGET (self->question) || !gtk_widget_get_visible (dialog))
        continue;
      gtk_widget_set_visible (dialog, FALSE);
      g_ptr_array_add (self->hidden, g_object_ref (dialog));
    }
}

/* Whatever opens while it is locked waits out of sight as well. */
static void
dialogs_changed_cb (MusterLockCurtain *self)
{
  AdwDialog *visible = adw_application_window_get_visible_dialog (self->window);

  if (self->lock_dialog == NULL || visible == self->lock_dialog || (visible != NULL && visible == self->question))
    return;
  hide_dialogs (self);
  adw_dialog_present (self->lock_dialog, GTK_WIDGET (self->window));
}

static void
muster_lock_curtain_finalize (GObject *object)
{
  MusterLockCurtain *self = MUSTER_LOCK_CURTAIN (object);

  g_clear_weak_pointer (&self->focus);
  g_clear_weak_pointer (&self->question);
  g_ptr_array_unref (self->hidden);
  G_OBJECT_CLASS (muster_lock_curtain_parent_class)->finalize (object);
}

static void
muster_lock_curtain_class_init (MusterLockCurtainClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_lock_curtain_finalize;
}

static void
muster_lock_curtain_init (MusterLockCurtain *self)
{
  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
}

MusterLockCurtain *
muster_lock_curtain_new (AdwApplicationWindow *window)
{
  MusterLockCurtain *self = g_object_new (MUSTER_TYPE_LOCK_CURTAIN, NULL);

  self->window = window;
  g_signal_connect_object (window, "notify::visible-dialog", G_CALLBACK (dialogs_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
muster_lock_curtain_draw (MusterLockCurtain *self, AdwDialog *lock_dialog)
{
  g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self->window)));
  self->lock_dialog = lock_dialog;
  hide_dialogs (self);
  adw_dialog_present (lock_dialog, GTK_WIDGET (self->window));
}

void
muster_lock_curtain_let_ask (MusterLockCurtain *self, AdwDialog *question)
{
  g_set_weak_pointer (&self->question, question);
}

void
muster_lock_curtain_lift (MusterLockCurtain *self, gboolean restores)
{
  AdwDialog *dialog = g_steal_pointer (&self->lock_dialog);

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  for (guint i = 0; restores && i < self->hidden->len; i++)
    gtk_widget_set_visible (self->hidden->pdata[i], TRUE);
  g_ptr_array_set_size (self->hidden, 0);
  if (restores && self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
}

gboolean
muster_lock_curtain_is_drawn (MusterLockCurtain *self)
{
  return self->lock_dialog != NULL;
}
