/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-lists.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-error.h"
#include "gui/muster-list-dialog.h"
#include "operations/muster-saved-list-operations.h"
#include "store/muster-saved-list-table.h"

struct _MusterRosterLists
{
  GObject parent_instance;

  MusterStore *store;
  GtkWidget *widget;
  MusterRosterFilters *filters;
  GSimpleActionGroup *actions;
  GMenu *menu;
  GPtrArray *lists; /* MusterSavedList */
  char *chosen;     /* "" for none */
};

G_DEFINE_FINAL_TYPE (MusterRosterLists, muster_roster_lists, G_TYPE_OBJECT)

static const MusterSavedList *
find_list (MusterRosterLists *self, const char *name)
{
  for (guint i = 0; self->lists != NULL && i < self->lists->len; i++)
    if (g_str_equal (((const MusterSavedList *) self->lists->pdata[i])->name, name))
      return self->lists->pdata[i];
  return NULL;
}

static MusterSavedFilter *
dup_filter (MusterRosterLists *self)
{
  MusterRosterFilter filter = { 0 };

  muster_roster_filters_get (self->filters, &filter);
  return muster_saved_filter_new_from_roster (&filter);
}

static void
set_enabled (MusterRosterLists *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), enabled);
}

static GMenuModel *
make_choices (MusterRosterLists *self)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < self->lists->len; i++)
    {
      const char *name = ((const MusterSavedList *) self->lists->pdata[i])->name;
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "lists.choose", "s", name);
      g_menu_append_item (section, item);
    }
  return G_MENU_MODEL (section);
}

static void
fill_menu (MusterRosterLists *self)
{
  g_autoptr (GMenuModel) choices = make_choices (self);
  g_autoptr (GMenu) changes = g_menu_new ();

  g_menu_remove_all (self->menu);
  if (self->lists->len > 0)
    g_menu_append_section (self->menu, _("My Lists"), choices);
  g_menu_append (changes, _("_Save What Is Filtered…"), "lists.save");
  if (*self->chosen != '\0')
    {
      g_menu_append (changes, _("_Rename This List…"), "lists.rename");
      g_menu_append (changes, _("_Delete This List"), "lists.delete");
    }
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (changes));
}

static void
set_chosen (MusterRosterLists *self, const char *name)
{
  g_set_str (&self->chosen, name);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "choose")), g_variant_new_string (name));
  fill_menu (self);
}

static void
refresh (MusterRosterLists *self)
{
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (self->store, &error);
  GPtrArray *lists = database != NULL ? muster_saved_list_table_list (database, muster_store_get_account (self->store)->id, &error) : NULL;

  if (database != NULL)
    muster_store_read_done (self->store, database);
  if (lists == NULL)
    return;
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  self->lists = lists;
  muster_roster_lists_filter_changed (self);
}

static void
choose_cb (GSimpleAction *action, GVariant *name, gpointer user_data)
{
  MusterRosterLists *self = user_data;
  const MusterSavedList *list = find_list (self, g_variant_get_string (name, NULL));
  MusterRosterFilter filter = { 0 };

  if (list == NULL)
    return;
  g_set_str (&self->chosen, list->name);
  muster_saved_filter_apply (list->filter, &filter);
  muster_roster_filters_set (self->filters, &filter);
  set_chosen (self, list->name);
}

static void
saved_cb (MusterListDialog *dialog, MusterRosterLists *self)
{
  refresh (self);
  set_chosen (self, find_list (self, muster_list_dialog_get_name (dialog)) != NULL ? muster_list_dialog_get_name (dialog) : "");
}

static void
present (MusterRosterLists *self, AdwDialog *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (saved_cb), self, 0);
  adw_dialog_present (dialog, self->widget);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterRosterLists *self = user_data;
  MusterSavedFilter *filter = dup_filter (self);
  g_autofree char *label = muster_saved_filter_dup_label (filter, muster_roster_filters_get_agency (self->filters));

  present (self, muster_list_dialog_new_to_save (self->store, filter, label, *self->chosen != '\0' ? self->chosen : NULL));
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterRosterLists *self = user_data;

  present (self, muster_list_dialog_new_to_rename (self->store, self->chosen));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRosterLists) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!muster_store_run_finish (MUSTER_STORE (source), result, &error) && self->widget != NULL)
    muster_gui_error_show (self->widget, error);
}

static void
confirmed_cb (AdwAlertDialog *dialog, const char *response, gpointer user_data)
{
  MusterRosterLists *self = user_data;
  char *name = g_strdup (self->chosen);

  if (g_str_equal (response, "delete"))
    muster_store_run_async (self->store, &muster_remove_list, name, NULL, name, g_free, NULL, removed_cb, g_object_ref (self));
  else
    g_free (name);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterRosterLists *self = user_data;
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), self->chosen);
  AdwDialog *dialog = adw_alert_dialog_new (heading, _("The people stay as they are. The journal keeps what the list asked for."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (confirmed_cb), self, 0);
  adw_dialog_present (dialog, self->widget);
}

static const GActionEntry entries[] = {
  { "choose", choose_cb, "s", "''", NULL },
  { "save", save_cb, NULL, NULL, NULL },
  { "rename", rename_cb, NULL, NULL, NULL },
  { "delete", delete_cb, NULL, NULL, NULL },
};

static void
muster_roster_lists_dispose (GObject *object)
{
  MusterRosterLists *self = MUSTER_ROSTER_LISTS (object);

  self->widget = NULL;
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (muster_roster_lists_parent_class)->dispose (object);
}

static void
muster_roster_lists_class_init (MusterRosterListsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_roster_lists_dispose;
}

static void
muster_roster_lists_init (MusterRosterLists *self)
{
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->chosen = g_strdup ("");
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_saved_list_free);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

MusterRosterLists *
muster_roster_lists_new (MusterStore *store, GtkWidget *widget, MusterRosterFilters *filters)
{
  MusterRosterLists *self = g_object_new (MUSTER_TYPE_ROSTER_LISTS, NULL);

  self->store = g_object_ref (store);
  self->widget = widget;
  self->filters = filters;
  gtk_widget_insert_action_group (widget, "lists", G_ACTION_GROUP (self->actions));
  muster_roster_filters_set_lists (filters, G_MENU_MODEL (self->menu));
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

void
muster_roster_lists_filter_changed (MusterRosterLists *self)
{
  const MusterSavedList *list = find_list (self, self->chosen);
  g_autoptr (MusterSavedFilter) filter = dup_filter (self);
  g_autofree char *now = muster_saved_filter_to_text (filter), *then = list != NULL ? muster_saved_filter_to_text (list->filter) : NULL;
  gboolean may = muster_store_may (self->store, muster_save_list.name);

  set_enabled (self, "save", may && *now != '\0');
  set_enabled (self, "rename", may);
  set_enabled (self, "delete", may);
  set_chosen (self, g_strcmp0 (now, then) == 0 ? self->chosen : "");
}
