/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-text-row.h"

#include "domain/muster-text.h"

struct _MusterTextRow
{
  AdwPreferencesRow parent_instance;

  GtkScrolledWindow *scrolled;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (MusterTextRow, muster_text_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
muster_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MUSTER_TEXT_ROW (widget)->view));
}

/* A row of a list is named by what is in it; this one has no widget that the list would ask. */
static void
title_cb (MusterTextRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
muster_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (muster_text_row_parent_class)->dispose (object);
}

static void
muster_text_row_class_init (MusterTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_text_row_dispose;
  widget_class->grab_focus = muster_text_row_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTextRow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MusterTextRow, view);
}

static void
muster_text_row_init (MusterTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

GtkWidget *
muster_text_row_new (const char *title)
{
  return g_object_new (MUSTER_TYPE_TEXT_ROW, "title", title, NULL);
}

void
muster_text_row_set_text (MusterTextRow *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
}

char *
muster_text_row_dup_text (MusterTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return !muster_text_is_blank (text) ? g_steal_pointer (&text) : NULL;
}

GtkTextBuffer *
muster_text_row_get_buffer (MusterTextRow *self)
{
  return gtk_text_view_get_buffer (self->view);
}

void
muster_text_row_set_height (MusterTextRow *self, int height)
{
  gtk_scrolled_window_set_max_content_height (self->scrolled, height);
  gtk_scrolled_window_set_min_content_height (self->scrolled, height);
}
