/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-answer-change-row.h"

#include "gui/muster-badge.h"

struct _MusterAnswerChangeRow
{
  GtkBox parent_instance;

  GtkLabel *person;
  MusterBadge *badge;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (MusterAnswerChangeRow, muster_answer_change_row, GTK_TYPE_BOX)

static const struct
{
  MusterBadgeLook look;
  const char *icon_name;
} looks[MUSTER_N_ANSWER_CHANGES] = {
  [MUSTER_CHANGE_LOSES] = { MUSTER_BADGE_ERROR, "process-stop-symbolic" },
  [MUSTER_CHANGE_GAINS] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
  [MUSTER_CHANGE_ROLES] = { MUSTER_BADGE_WARNING, "dialog-warning-symbolic" },
  [MUSTER_CHANGE_REASONS] = { MUSTER_BADGE_PLAIN, "dialog-information-symbolic" },
  [MUSTER_CHANGE_THROUGH] = { MUSTER_BADGE_PLAIN, "x-office-calendar-symbolic" },
};

static void
muster_answer_change_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ANSWER_CHANGE_ROW);
  G_OBJECT_CLASS (muster_answer_change_row_parent_class)->dispose (object);
}

static void
muster_answer_change_row_class_init (MusterAnswerChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_answer_change_row_dispose;
  g_type_ensure (MUSTER_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-answer-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerChangeRow, person);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerChangeRow, badge);
  gtk_widget_class_bind_template_child (widget_class, MusterAnswerChangeRow, text);
}

static void
muster_answer_change_row_init (MusterAnswerChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_answer_change_row_show (MusterAnswerChangeRow *self, MusterAnswerChangeItem *item)
{
  MusterAnswerChange change = muster_answer_change_item_get_change (item);

  gtk_label_set_text (self->person, muster_answer_change_item_get_name (item));
  gtk_label_set_text (self->text, muster_answer_change_item_get_text (item));
  muster_badge_set (self->badge, looks[change].look, looks[change].icon_name, muster_answer_change_get_label (change));
}
