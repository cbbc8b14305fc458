/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-application.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-help-dialog.h"
#include "gui/muster-known-registers.h"
#include "gui/muster-menu-names.h"
#include "gui/muster-preferences-dialog.h"
#include "gui/muster-reminder-watch.h"
#include "gui/muster-shortcuts-dialog.h"
#include "gui/muster-window.h"

struct _MusterApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  MusterReminderWatch *reminder_watch;
};

G_DEFINE_FINAL_TYPE (MusterApplication, muster_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open no window, and remind of what needs you, at most once a day"), NULL },
  { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the practice register of an invented agency"), NULL },
  { "register", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the register in this folder"), N_("FOLDER") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version and end"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FOLDER] [FILE]") },
  { NULL },
};

static MusterWindow *
get_window (gpointer application)
{
  GList *windows = gtk_application_get_windows (application);

  return windows != NULL ? MUSTER_WINDOW (windows->data) : muster_window_new (MUSTER_APPLICATION (application));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (dialog, _("Muster"));
  adw_about_dialog_set_application_icon (dialog, MUSTER_APPLICATION_ID);
  adw_about_dialog_set_version (dialog, MUSTER_VERSION);
  adw_about_dialog_set_developer_name (dialog, _("The Muster authors"));
  adw_about_dialog_set_copyright (dialog, _("© 2026 The Muster authors"));
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (dialog, _("Who may assist today, why, and what is being done about everyone else."));
  /* Translators: your names, one on each line. */
  adw_about_dialog_set_translator_credits (dialog, _("translator-credits"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (get_window (application)));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  MusterWindow *window = get_window (application);

  if (!MUSTER_IS_HELP_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))))
    adw_dialog_present (muster_help_dialog_new (), GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  adw_dialog_present (muster_shortcuts_dialog_new (), GTK_WIDGET (get_window (application)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  MusterApplication *self = MUSTER_APPLICATION (application);

  adw_dialog_present (muster_preferences_dialog_new (self->settings), GTK_WIDGET (get_window (application)));
}

static void
lock_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  muster_window_lock (get_window (application), MUSTER_LOCK_REQUESTED);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  muster_window_leave (get_window (application), TRUE);
}

static void
muster_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (application)));
}

static void
muster_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_cb },
    { .name = "help", .activate = help_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "lock", .activate = lock_cb },
    { .name = "quit", .activate = quit_cb },
  };

  MusterApplication *self = MUSTER_APPLICATION (application);

  G_APPLICATION_CLASS (muster_application_parent_class)->startup (application);
  self->settings = g_settings_new (MUSTER_APPLICATION_ID);
  self->reminder_watch = muster_reminder_watch_new (application, self->settings);
  gtk_window_set_default_icon_name (MUSTER_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  muster_shortcuts_install (GTK_APPLICATION (application));
  muster_menu_names_init ();
}

static int
muster_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("muster %s\n", MUSTER_VERSION);
  return 0;
}

/* One register is open at a time; whoever asks for another is told, where they asked and in the window. */
static void
refuse_register (GApplication *application, GApplicationCommandLine *command_line, const char *name)
{
  /* Translators: the name of a register */
  g_autofree char *message = g_strdup_printf (_("Sign out first to open “%s”: one register is open at a time."), name);

  muster_window_announce (get_window (application), message);
  g_application_command_line_printerr (command_line, "muster: %s\n", message);
  g_application_command_line_set_exit_status (command_line, EXIT_FAILURE);
}

static void
offer_register (GApplication *application, GApplicationCommandLine *command_line, GFile *folder)
{
  MusterWindow *window = get_window (application);
  MusterStore *store = muster_window_get_store (window);
  g_autoptr (GFile) open = store != NULL ? g_file_new_for_path (muster_store_get_folder (store)) : NULL;
  g_autofree char *name = NULL;

  if (open != NULL && g_file_equal (open, folder))
    return;
  if (open == NULL)
    {
      muster_window_offer_register (window, g_file_peek_path (folder));
      return;
    }
  name = muster_known_registers_dup_name (g_file_peek_path (folder));
  refuse_register (application, command_line, name);
}

static void
offer_practice (GApplication *application, GApplicationCommandLine *command_line)
{
  MusterStore *store = muster_window_get_store (get_window (application));

  if (store == NULL)
    muster_window_offer_practice (get_window (application));
  else if (!muster_store_is_practice (store))
    refuse_register (application, command_line, _("Practice Register"));
}

/* A folder is a register; a file is to be imported. Relative to where the command was given, not to where the program that is already running was started. */
static void
offer (GApplication *application, GApplicationCommandLine *command_line, const char *path)
{
  g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, path);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    muster_window_offer_file (get_window (application), file);
  else
    offer_register (application, command_line, file);
}

/* Where reminders were switched off, what may still start it finds nothing to stay for. */
static int
remind (MusterApplication *self, GApplicationCommandLine *command_line)
{
  if (!g_settings_get_boolean (self->settings, "remind-daily"))
    {
      g_application_command_line_printerr (command_line, "muster: %s\n", _("Reminders are switched off. Switch them on under Preferences."));
      return 1;
    }
  muster_reminder_watch_check (self->reminder_watch);
  return 0;
}

static int
muster_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  g_autofree char *folder = NULL;
  g_autofree const char **rest = NULL;

  if (g_variant_dict_contains (given, "background"))
    return remind (MUSTER_APPLICATION (application), command_line);
  g_application_activate (application);
  if (g_variant_dict_contains (given, "practice"))
    offer_practice (application, command_line);
  else if (g_variant_dict_lookup (given, "register", "^ay", &folder))
    offer (application, command_line, folder);
  g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &rest);
  for (guint i = 0; rest != NULL && rest[i] != NULL; i++)
    offer (application, command_line, rest[i]);
  return g_application_command_line_get_exit_status (command_line);
}

static void
muster_application_dispose (GObject *object)
{
  MusterApplication *self = MUSTER_APPLICATION (object);

  g_clear_object (&self->reminder_watch);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (muster_application_parent_class)->dispose (object);
}

static void
muster_application_class_init (MusterApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_application_dispose;
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
