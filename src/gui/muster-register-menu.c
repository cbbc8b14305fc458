/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-register-menu.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-known-registers.h"

static void
append_item (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target != NULL ? g_variant_new_string (target) : NULL);
  g_menu_append_item (menu, item);
}

GMenuModel *
muster_register_menu_new (GSettings *settings)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_auto (GStrv) folders = muster_known_registers_list (settings);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *name = muster_known_registers_dup_name (folders[i]);

      append_item (known, name, "sign-in.choose", folders[i]);
    }
  append_item (others, _("_Open a Register…"), "sign-in.open", NULL);
  append_item (others, _("_Create a Register…"), "sign-in.create", NULL);
  append_item (others, _("_Practice Register"), "sign-in.practice", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
