/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-known-registers.h"

#include "store/muster-register.h"

#define KEPT 8

static void
add (GPtrArray *folders, const char *folder)
{
  if (folder[0] == '\0' || g_ptr_array_find_with_equal_func (folders, folder, g_str_equal, NULL))
    return;
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (folders, g_strdup (folder));
}

char **
muster_known_registers_list (GSettings *settings)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = g_settings_get_string (settings, "last-register");
  g_auto (GStrv) recent = g_settings_get_strv (settings, "recent-registers");
  g_autofree char *usual = muster_register_dup_default_folder ();

  add (folders, last);
  for (guint i = 0; recent[i] != NULL; i++)
    add (folders, recent[i]);
  add (folders, usual);
  g_ptr_array_add (folders, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&folders), FALSE);
}

void
muster_known_registers_remember (GSettings *settings, const char *folder)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) recent = g_settings_get_strv (settings, "recent-registers");
  g_auto (GStrv) kept = NULL;

  g_strv_builder_add (builder, folder);
  for (guint i = 0, n = 1; recent[i] != NULL && n < KEPT; i++)
    if (strcmp (recent[i], folder) != 0)
      {
        g_strv_builder_add (builder, recent[i]);
        n++;
      }
  kept = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-registers", (const char *const *) kept);
  g_settings_set_string (settings, "last-register", folder);
}

char *
muster_known_registers_dup_name (const char *folder)
{
  char *name = g_path_get_basename (folder);

  if (g_str_has_suffix (name, ".muster") && strlen (name) > strlen (".muster"))
    name[strlen (name) - strlen (".muster")] = '\0';
  return name;
}
