/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-reports-page.h"

#include "gui/muster-report-page.h"
#include "gui/muster-row-group.h"

struct _MusterReportsPage
{
  AdwNavigationPage parent_instance;

  MusterRowGroup *reports;

  MusterStore *store;
};

G_DEFINE_FINAL_TYPE (MusterReportsPage, muster_reports_page, ADW_TYPE_NAVIGATION_PAGE)

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  gint64 kind = g_variant_get_int64 (parameter);

  if (navigation != NULL && kind >= 0 && kind < MUSTER_N_REPORTS)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), muster_report_page_new (MUSTER_REPORTS_PAGE (widget)->store, kind));
}

static void
muster_reports_page_dispose (GObject *object)
{
  MusterReportsPage *self = MUSTER_REPORTS_PAGE (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_REPORTS_PAGE);
  G_OBJECT_CLASS (muster_reports_page_parent_class)->dispose (object);
}

static void
muster_reports_page_class_init (MusterReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_reports_page_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterReportsPage, reports);
  gtk_widget_class_install_action (widget_class, "reports.open", "x", open_cb);
}

static void
muster_reports_page_init (MusterReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_row_group_begin (self->reports);
  for (guint kind = 0; kind < MUSTER_N_REPORTS; kind++)
    muster_row_group_add_link (self->reports, muster_report_kind_get_title (kind), muster_report_kind_get_purpose (kind), NULL, "reports.open", kind);
  muster_row_group_end (self->reports);
}

AdwNavigationPage *
muster_reports_page_new (MusterStore *store)
{
  MusterReportsPage *self = g_object_new (MUSTER_TYPE_REPORTS_PAGE, NULL);

  self->store = g_object_ref (store);
  return ADW_NAVIGATION_PAGE (self);
}
