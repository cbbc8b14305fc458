/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-row.h"

#include "gui/muster-badge.h"

struct _MusterCaseRow
{
  GtkBox parent_instance;

  GtkLabel *person;
  GtkLabel *detail;
  GtkLabel *origin;
  MusterBadge *badge;
};

G_DEFINE_FINAL_TYPE (MusterCaseRow, muster_case_row, GTK_TYPE_BOX)

static void
muster_case_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CASE_ROW);
  G_OBJECT_CLASS (muster_case_row_parent_class)->dispose (object);
}

static void
muster_case_row_class_init (MusterCaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_case_row_dispose;
  g_type_ensure (MUSTER_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-case-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCaseRow, person);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseRow, origin);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseRow, badge);
}

static void
muster_case_row_init (MusterCaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_case_row_new (void)
{
  return g_object_new (MUSTER_TYPE_CASE_ROW, NULL);
}

void
muster_case_row_show (MusterCaseRow *self, MusterCaseItem *item)
{
  g_autofree char *detail = muster_case_item_dup_detail (item);
  g_autofree char *origin = muster_case_item_dup_origin (item);
  g_autofree char *line = g_strdup_printf ("%s · %s", muster_case_item_get_number (item), detail);
  const MusterIncident *incident;
  gboolean is_late;

  gtk_label_set_text (self->person, muster_case_item_get_person (item));
  gtk_widget_set_visible (GTK_WIDGET (self->detail), !muster_case_item_is_gone (item));
  gtk_widget_set_visible (GTK_WIDGET (self->badge), !muster_case_item_is_gone (item));
  if (muster_case_item_is_gone (item))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->origin), FALSE);
      return;
    }
  gtk_label_set_text (self->detail, line);
  gtk_label_set_text (self->origin, origin != NULL ? origin : "");
  gtk_widget_set_visible (GTK_WIDGET (self->origin), origin != NULL);
  incident = muster_case_item_get_incident (item, &is_late);
  if (incident != NULL)
    muster_badge_set_incident (self->badge, incident, is_late);
  else if (muster_case_item_get_action (item) != NULL)
    muster_badge_set_action (self->badge, muster_case_item_get_action (item), muster_case_item_get_today (item));
  else
    muster_badge_set_decision (self->badge, muster_case_item_get_decision (item));
}
