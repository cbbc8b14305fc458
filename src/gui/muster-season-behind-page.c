/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-season-behind-page.h"

#include "gui/muster-season-model.h"

struct _MusterSeasonBehindPage
{
  AdwNavigationPage parent_instance;

  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MusterSeasonBehindPage, muster_season_behind_page, ADW_TYPE_NAVIGATION_PAGE)

static void
activated_cb (MusterSeasonBehindPage *self, guint position)
{
  g_autoptr (MusterSeasonItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-assister", "x", muster_season_item_get_person (item));
}

static void
muster_season_behind_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_SEASON_BEHIND_PAGE);
  G_OBJECT_CLASS (muster_season_behind_page_parent_class)->dispose (object);
}

static void
muster_season_behind_page_class_init (MusterSeasonBehindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_season_behind_page_dispose;
  g_type_ensure (MUSTER_TYPE_SEASON_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-season-behind-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonBehindPage, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
muster_season_behind_page_init (MusterSeasonBehindPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_season_behind_page_new (MusterStore *store, MusterSeasonReport *report, const char *title, int agency, int requirement)
{
  MusterSeasonBehindPage *self = g_object_new (MUSTER_TYPE_SEASON_BEHIND_PAGE, "title", title, NULL);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (muster_season_model_new (store, report, agency, requirement)));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  return ADW_NAVIGATION_PAGE (self);
}
