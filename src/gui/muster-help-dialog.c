/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-help-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "gui/muster-help-page.h"

struct _MusterHelpDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *navigation;
  GtkEditable *search;
  GtkStack *stack;
  GtkListBox *list;
  char *sought; /* folded */
};

G_DEFINE_FINAL_TYPE (MusterHelpDialog, muster_help_dialog, ADW_TYPE_DIALOG)

static const MusterHelpTopic *
get_topic (GtkListBoxRow *row)
{
  return &muster_help_get_topics ()[gtk_list_box_row_get_index (row)];
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer user_data)
{
  MusterHelpDialog *self = user_data;

  return muster_help_topic_matches (get_topic (row), self->sought);
}

static GtkListBoxRow *
find_first (MusterHelpDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_shown (row, self))
      return row;
  return NULL;
}

static void
activated_cb (MusterHelpDialog *self, GtkListBoxRow *row)
{
  adw_navigation_view_push (self->navigation, muster_help_page_new (get_topic (row)));
}

static void
open_first_cb (MusterHelpDialog *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL)
    activated_cb (self, row);
}

static void
search_changed_cb (MusterHelpDialog *self)
{
  g_free (self->sought);
  self->sought = muster_text_fold (gtk_editable_get_text (self->search));
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->stack, find_first (self) != NULL ? "topics" : "nothing");
}

/* Escape first takes away what was sought, then the help. */
static void
stop_search_cb (MusterHelpDialog *self)
{
  if (self->sought[0] != '\0')
    gtk_editable_set_text (self->search, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
add_topic (MusterHelpDialog *self, const MusterHelpTopic *topic)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(topic->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(topic->summary));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (topic->icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
muster_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_HELP_DIALOG);
  G_OBJECT_CLASS (muster_help_dialog_parent_class)->dispose (object);
}

static void
muster_help_dialog_finalize (GObject *object)
{
  g_free (MUSTER_HELP_DIALOG (object)->sought);
  G_OBJECT_CLASS (muster_help_dialog_parent_class)->finalize (object);
}

static void
muster_help_dialog_class_init (MusterHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_help_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_help_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterHelpDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, MusterHelpDialog, search);
  gtk_widget_class_bind_template_child (widget_class, MusterHelpDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterHelpDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_first_cb);
}

static void
muster_help_dialog_init (MusterHelpDialog *self)
{
  self->sought = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const MusterHelpTopic *topic = muster_help_get_topics (); topic->id != NULL; topic++)
    add_topic (self, topic);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
}

AdwDialog *
muster_help_dialog_new (void)
{
  return g_object_new (MUSTER_TYPE_HELP_DIALOG, NULL);
}
