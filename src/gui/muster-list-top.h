/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * Lets the list in @scroller begin at its very top when it has been laid out. By itself a list view begins with its first item, and the heading
 * above that is out of sight.
 */
void muster_list_top_go (GtkScrolledWindow *scroller);
