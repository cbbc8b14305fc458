/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/** Whether a real register may be shown on @display: never in a browser, which every program on the computer can look into. MUSTER_ERROR_RULE. */
gboolean muster_browser_check (GdkDisplay *display, GError **error);
/** As muster_browser_check(), for the name of the type of a display. */
gboolean muster_browser_check_type (const char *type_name, GError **error);
