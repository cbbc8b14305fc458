/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-browser.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

gboolean
muster_browser_check_type (const char *type_name, GError **error)
{
  if (g_strcmp0 (type_name, "GdkBroadwayDisplay") != 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("This is a real register, and Muster runs in a browser now, where other programs can look on. Only the practice register is shown there."));
  return FALSE;
}

gboolean
muster_browser_check (GdkDisplay *display, GError **error)
{
  return muster_browser_check_type (G_OBJECT_TYPE_NAME (display), error);
}
