/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-heading.h"

/* The margin above such a title, and one line of it. */
#define HEADING_HEIGHT 60

static gboolean
is_heading_gone (gpointer page, double scrolled)
{
  return scrolled > HEADING_HEIGHT;
}

void
muster_heading_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "is_heading_gone", G_CALLBACK (is_heading_gone));
}
