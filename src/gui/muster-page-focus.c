/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-page-focus.h"

static GtkWidget *
get_focus (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
shown_cb (AdwNavigationPage *page)
{
  GtkWidget *focus = get_focus (GTK_WIDGET (page));

  g_signal_handlers_disconnect_by_func (page, shown_cb, NULL);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    {
      gtk_root_set_focus (gtk_widget_get_root (focus), NULL);
      gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
    }
}

void
muster_page_focus_begin_at_start (AdwNavigationPage *page)
{
  g_signal_connect (page, "shown", G_CALLBACK (shown_cb), NULL);
}
