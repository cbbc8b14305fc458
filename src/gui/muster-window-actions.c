/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-window-actions.h"

#include "gui/muster-batch-dialog.h"
#include "gui/muster-incident-dialog.h"
#include "gui/muster-password-dialog.h"

static void
show_section_cb (GSimpleAction *action, GVariant *id, gpointer window)
{
  muster_main_view_show_section (muster_window_get_main_view (window), g_variant_get_string (id, NULL));
}

static void
show_roster_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_show_section (muster_window_get_main_view (window), "roster");
  muster_main_view_search (muster_window_get_main_view (window));
}

static void
import_roster_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_show_section (muster_window_get_main_view (window), "import");
}

static void
import_file_cb (GSimpleAction *action, GVariant *path, gpointer window)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (path, NULL));

  muster_main_view_import (muster_window_get_main_view (window), file);
}

static void
change_status_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_change_status (muster_window_get_main_view (window));
}

static void
compare_list_cb (GSimpleAction *action, GVariant *path, gpointer window)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_variant_get_string (path, NULL));

  muster_main_view_compare (muster_window_get_main_view (window), file);
}

static void
export_roster_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_export (muster_window_get_main_view (window));
}

static void
open_assister_cb (GSimpleAction *action, GVariant *id, gpointer window)
{
  muster_main_view_open (muster_window_get_main_view (window), MUSTER_PAGE_ASSISTER, g_variant_get_int64 (id));
}

static void
open_assister_on_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MusterViewDay day;
  gint64 id;

  if (muster_view_day_read_target (&day, &id, parameter))
    muster_main_view_open_on (muster_window_get_main_view (window), id, &day);
}

static void
open_action_cb (GSimpleAction *action, GVariant *id, gpointer window)
{
  muster_main_view_open (muster_window_get_main_view (window), MUSTER_PAGE_ACTION, g_variant_get_int64 (id));
}

static void
open_decision_cb (GSimpleAction *action, GVariant *id, gpointer window)
{
  muster_main_view_open (muster_window_get_main_view (window), MUSTER_PAGE_DECISION, g_variant_get_int64 (id));
}

static void
open_incident_cb (GSimpleAction *action, GVariant *id, gpointer window)
{
  muster_main_view_open (muster_window_get_main_view (window), MUSTER_PAGE_INCIDENT, g_variant_get_int64 (id));
}

static void
recorded_cb (MusterIncidentDialog *dialog, gpointer window)
{
  gtk_widget_activate_action (window, "win.open-incident", "x", muster_incident_dialog_get_id (dialog));
}

/* @person: (nullable): whom it concerns */
static void
record_incident_cb (GSimpleAction *action, GVariant *person, gpointer window)
{
  AdwDialog *dialog = muster_incident_dialog_new (muster_window_get_store (window), 0, person != NULL ? g_variant_get_int64 (person) : 0);

  g_signal_connect_object (dialog, "done", G_CALLBACK (recorded_cb), window, 0);
  adw_dialog_present (dialog, window);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_back (muster_window_get_main_view (window));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_search (muster_window_get_main_view (window));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_print (muster_window_get_main_view (window));
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_sort (muster_window_get_main_view (window));
}

static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_main_view_open_menu (muster_window_get_main_view (window));
}

static void
announce_cb (GSimpleAction *action, GVariant *text, gpointer window)
{
  muster_window_announce (window, g_variant_get_string (text, NULL));
}

static void
change_password_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  adw_dialog_present (muster_password_dialog_new (muster_window_get_store (window)), window);
}

static void
sign_out_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  muster_window_leave (window, FALSE);
}

static const GActionEntry entries[] = {
  { .name = "show-section", .activate = show_section_cb, .parameter_type = "s" },
  { .name = "show-roster", .activate = show_roster_cb },
  { .name = "import-roster", .activate = import_roster_cb },
  { .name = "import-file", .activate = import_file_cb, .parameter_type = "s" },
  { .name = "export-roster", .activate = export_roster_cb },
  { .name = "change-status", .activate = change_status_cb },
  { .name = "compare-list", .activate = compare_list_cb, .parameter_type = "s" },
  { .name = "open-assister", .activate = open_assister_cb, .parameter_type = "x" },
  { .name = "open-assister-on", .activate = open_assister_on_cb, .parameter_type = "(xss)" },
  { .name = "open-action", .activate = open_action_cb, .parameter_type = "x" },
  { .name = "open-decision", .activate = open_decision_cb, .parameter_type = "x" },
  { .name = "open-incident", .activate = open_incident_cb, .parameter_type = "x" },
  { .name = "record-incident", .activate = record_incident_cb },
  { .name = "record-incident-about", .activate = record_incident_cb, .parameter_type = "x" },
  { .name = "back", .activate = back_cb },
  { .name = "search", .activate = search_cb },
  { .name = "sort", .activate = sort_cb },
  { .name = "print", .activate = print_cb },
  { .name = "menu", .activate = menu_cb },
  { .name = "announce", .activate = announce_cb, .parameter_type = "s" },
  { .name = "change-password", .activate = change_password_cb },
  { .name = "sign-out", .activate = sign_out_cb },
};

static void
set_enabled (GActionMap *map, const char *name, gboolean enabled)
{
  GAction *action = map != NULL ? g_action_map_lookup_action (map, name) : NULL;

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
muster_window_actions_add (MusterWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}

void
muster_window_actions_update (MusterWindow *window)
{
  GActionMap *application = G_ACTION_MAP (gtk_window_get_application (GTK_WINDOW (window)));
  gboolean open = muster_window_get_main_view (window) != NULL;
  gboolean locked = muster_window_is_locked (window);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    set_enabled (G_ACTION_MAP (window), entries[i].name, open);
  set_enabled (G_ACTION_MAP (window), "import-roster", open && muster_store_may (muster_window_get_store (window), "import-roster"));
  set_enabled (G_ACTION_MAP (window), "import-file", open && muster_store_may (muster_window_get_store (window), "import-roster"));
  set_enabled (G_ACTION_MAP (window), "export-roster", open && muster_store_may (muster_window_get_store (window), "export-roster"));
  set_enabled (G_ACTION_MAP (window), "change-status", open && muster_batch_dialog_is_offered (muster_window_get_store (window)));
  set_enabled (G_ACTION_MAP (window), "record-incident", open && muster_store_may (muster_window_get_store (window), "record-incident"));
  set_enabled (G_ACTION_MAP (window), "record-incident-about", open && muster_store_may (muster_window_get_store (window), "record-incident"));
  set_enabled (G_ACTION_MAP (window), "compare-list", open && muster_store_may (muster_window_get_store (window), "reconcile-list"));
  set_enabled (application, "lock", open);
  set_enabled (application, "preferences", !locked);
  set_enabled (application, "help", !locked);
  set_enabled (application, "shortcuts", !locked);
  set_enabled (application, "about", !locked);
}
