/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * muster_heading_bind: for a page whose content begins with its title in large letters: the header bar repeats it only once that has scrolled away.
 *
 * Gives the template of @widget_class the closure “is_heading_gone”, told how far the page is scrolled.
 */
void muster_heading_bind (GtkWidgetClass *widget_class);
