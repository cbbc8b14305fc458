/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-application.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-window.h"

struct _MusterApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterApplication, muster_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the practice register of an invented agency"), NULL },
  { "register", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the register in this folder"), N_("FOLDER") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and end"), NULL },
  { NULL },
};

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static void
muster_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (muster_window_new (MUSTER_APPLICATION (application)));
  gtk_window_present (window);
}

static void
muster_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (muster_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (MUSTER_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", (const char *[]) { "<Control>q", NULL });
}

static int
muster_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("muster %s\n", MUSTER_VERSION);
  return 0;
}

static int
muster_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  g_application_activate (application);
  return 0;
}

static void
muster_application_class_init (MusterApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = muster_application_activate;
  application_class->startup = muster_application_startup;
  application_class->handle_local_options = muster_application_handle_local_options;
  application_class->command_line = muster_application_command_line;
}

static void
muster_application_init (MusterApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

MusterApplication *
muster_application_new (void)
{
  return g_object_new (MUSTER_TYPE_APPLICATION,
                       "application-id", MUSTER_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
