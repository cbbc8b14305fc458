/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-task-row.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-badge.h"

struct _MusterTaskRow
{
  GtkBox parent_instance;

  GtkLabel *person;
  GtkLabel *title;
  GtkLabel *detail;
  MusterBadge *badge;
  GtkActionable *close_button;

  gboolean may_close;
};

G_DEFINE_FINAL_TYPE (MusterTaskRow, muster_task_row, GTK_TYPE_BOX)

static void
muster_task_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_TASK_ROW);
  G_OBJECT_CLASS (muster_task_row_parent_class)->dispose (object);
}

static void
muster_task_row_class_init (MusterTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_task_row_dispose;
  g_type_ensure (MUSTER_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTaskRow, person);
  gtk_widget_class_bind_template_child (widget_class, MusterTaskRow, title);
  gtk_widget_class_bind_template_child (widget_class, MusterTaskRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MusterTaskRow, badge);
  gtk_widget_class_bind_template_child (widget_class, MusterTaskRow, close_button);
}

static void
muster_task_row_init (MusterTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_state (MusterTaskRow *self, const MusterReconciliationTask *task)
{
  if (task->state == MUSTER_TASK_CLOSED)
    muster_badge_set (self->badge, MUSTER_BADGE_PLAIN, "object-select-symbolic", muster_task_state_get_label (MUSTER_TASK_CLOSED));
  else if (task->cured_by != 0)
    muster_badge_set (self->badge, MUSTER_BADGE_SUCCESS, "object-select-symbolic", _("May be closed"));
  else
    muster_badge_set (self->badge, MUSTER_BADGE_ACCENT, "document-open-recent-symbolic", muster_task_state_get_label (MUSTER_TASK_OPEN));
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), self->may_close && task->state == MUSTER_TASK_OPEN);
}

/* A screen reader hears whom a button is about, not only what it does. */
static void
name_button (GtkActionable *button, const char *format, const char *person)
{
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", person, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

GtkWidget *
muster_task_row_new (gboolean may_close)
{
  MusterTaskRow *self = g_object_new (MUSTER_TYPE_TASK_ROW, NULL);

  self->may_close = may_close;
  return GTK_WIDGET (self);
}

void
muster_task_row_show (MusterTaskRow *self, MusterTaskItem *item)
{
  const MusterReconciliationTask *task = muster_task_item_get_task (item);
  g_autofree char *detail = muster_task_item_dup_detail (item);

  gtk_label_set_text (self->person, muster_task_item_get_person (item));
  gtk_label_set_text (self->title, muster_task_item_get_title (item));
  gtk_label_set_text (self->detail, detail);
  show_state (self, task);
  /* The target first: GTK warns of an action without what it asks for. */
  gtk_actionable_set_action_target (self->close_button, "x", task->id);
  gtk_actionable_set_action_name (self->close_button, "lists.close-task");
  name_button (self->close_button, _("Close the task about %s"), muster_task_item_get_person (item));
}
