/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-list-top.h"

/* It is laid out in the first, and may be again in the second, when its rows have their heights. */
#define N_FRAMES 2

static gboolean
tick_cb (GtkWidget *scroller, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  guint *n_frames = user_data;

  if ((*n_frames)-- > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  return G_SOURCE_REMOVE;
}

void
muster_list_top_go (GtkScrolledWindow *scroller)
{
  const guint n_frames = N_FRAMES;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), tick_cb, g_memdup2 (&n_frames, sizeof n_frames), g_free);
}
