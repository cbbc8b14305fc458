/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-copy-button.h"

#include <glib/gi18n-lib.h>

#define FORGET_SECONDS 60

struct _MusterCopyButton
{
  GtkButton parent_instance;

  char *name;
  char *text;
};

static guint asked_signal;

G_DEFINE_FINAL_TYPE (MusterCopyButton, muster_copy_button, GTK_TYPE_BUTTON)

typedef struct
{
  GdkClipboard *clipboard;
  GdkContentProvider *content;
} Forget;

static void
forget_free (gpointer data)
{
  Forget *forget = data;

  g_object_unref (forget->clipboard);
  g_object_unref (forget->content);
  g_free (forget);
}

/* What somebody copied since then is theirs. */
static gboolean
forget_cb (gpointer data)
{
  Forget *forget = data;

  if (gdk_clipboard_get_content (forget->clipboard) == forget->content)
    gdk_clipboard_set_content (forget->clipboard, NULL);
  return G_SOURCE_REMOVE;
}

static void
muster_copy_button_clicked (GtkButton *button)
{
  MusterCopyButton *self = MUSTER_COPY_BUTTON (button);

  if (self->text == NULL)
    g_signal_emit (self, asked_signal, 0);
  else
    muster_copy_button_copy (self, self->text);
}

static void
muster_copy_button_finalize (GObject *object)
{
  MusterCopyButton *self = MUSTER_COPY_BUTTON (object);

  g_free (self->name);
  g_free (self->text);
  G_OBJECT_CLASS (muster_copy_button_parent_class)->finalize (object);
}

static void
muster_copy_button_class_init (MusterCopyButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_copy_button_finalize;
  asked_signal = g_signal_new ("asked", MUSTER_TYPE_COPY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  GTK_BUTTON_CLASS (klass)->clicked = muster_copy_button_clicked;
}

static void
muster_copy_button_init (MusterCopyButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "edit-copy-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
}

GtkWidget *
muster_copy_button_new (const char *name, const char *text)
{
  MusterCopyButton *self = g_object_new (MUSTER_TYPE_COPY_BUTTON, NULL);
  /* Translators: a kind of identifier: “Copy NPN” */
  g_autofree char *tooltip = g_strdup_printf (_("Copy %s"), name);

  self->name = g_strdup (name);
  self->text = g_strdup (text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  return GTK_WIDGET (self);
}

void
muster_copy_button_copy (MusterCopyButton *self, const char *text)
{
  g_autofree char *announcement = NULL;
  Forget *forget = g_new0 (Forget, 1);

  forget->clipboard = g_object_ref (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  gdk_clipboard_set_text (forget->clipboard, text);
  forget->content = g_object_ref (gdk_clipboard_get_content (forget->clipboard));
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, FORGET_SECONDS, forget_cb, forget, forget_free);
  /* Translators: a kind of identifier: “NPN copied for one minute” */
  announcement = g_strdup_printf (_("%s copied for one minute"), self->name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", announcement);
}
