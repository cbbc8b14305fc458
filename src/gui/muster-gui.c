/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-gui.h"

#include <glib/gi18n-lib.h>

void
muster_gui_init (void)
{
  bindtextdomain (GETTEXT_PACKAGE, MUSTER_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* Templates look their words up in the program's own domain. */
  textdomain (GETTEXT_PACKAGE);
  g_resources_register (muster_gui_get_resource ());
}
