/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-tasks-view.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-assister.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-task-item.h"
#include "gui/muster-task-row.h"
#include "gui/muster-tile.h"
#include "store/muster-reconciliation-table.h"

typedef struct
{
  const char *label;
  const char *empty_title;
  const char *empty_text;
} Tile;

static const Tile tiles[MUSTER_N_TASK_TILES] = {
  [MUSTER_TASK_TILE_OPEN] = { NC_("tile", "Open"), N_("Nothing to Look Into"), N_("What a comparison with a public list finds about brokers would be here.") },
  [MUSTER_TASK_TILE_CURED] = { NC_("tile", "May be closed"), N_("None May Be Closed"), N_("Tasks that a newer list no longer bears out would be here.") },
  [MUSTER_TASK_TILE_CLOSED] = { NC_("tile", "Closed"), N_("None Closed"), N_("Tasks that somebody closed would be here, with the note.") },
  [MUSTER_TASK_TILE_ALL] = { NC_("tile", "All"), N_("No Tasks Yet"), N_("Compare the brokers on the roster with the federal Registration Completion List, or with the Suspension and Termination List. Drop the file here, or choose it.") },
};

struct _MusterTasksView
{
  AdwBin parent_instance;

  AdwWrapBox *tiles;
  GtkLabel *newest;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *compare_button;

  MusterStore *store;
  guint chosen; /* MusterTaskTile */
  GtkToggleButton *buttons[MUSTER_N_TASK_TILES];
  GListStore *items;
  GtkFilterListModel *shown;
  GtkFilter *filter;
  char *sought; /* folded */
  gboolean ready;
  gboolean loading;
  gboolean stale; /* changed while it was being read */
};

/* What is read in a thread. */
typedef struct
{
  GPtrArray *items;
  char *newest;
} Listing;

G_DEFINE_FINAL_TYPE (MusterTasksView, muster_tasks_view, ADW_TYPE_BIN)

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_clear_pointer (&listing->items, g_ptr_array_unref);
  g_free (listing->newest);
  g_free (listing);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  MusterTasksView *self = user_data;

  return muster_task_item_is_in (item, self->chosen) && muster_task_item_matches (item, self->sought);
}

static void
show_counts (MusterTasksView *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint counts[MUSTER_N_TASK_TILES] = { 0 };

  for (guint position = 0; position < n_items; position++)
    {
      g_autoptr (MusterTaskItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

      for (guint i = 0; i < MUSTER_N_TASK_TILES; i++)
        counts[i] += muster_task_item_is_in (item, i);
    }
  for (guint i = 0; i < MUSTER_N_TASK_TILES; i++)
    muster_tile_set_count (MUSTER_TILE (self->buttons[i]), counts[i]);
}

static void
show_stack (MusterTasksView *self)
{
  gboolean searching = self->sought[0] != '\0';
  gboolean has_none = g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0;
  const Tile *tile = &tiles[has_none ? MUSTER_TASK_TILE_ALL : self->chosen];

  if (!self->ready)
    return;
  adw_status_page_set_icon_name (self->empty, searching ? "system-search-symbolic" : has_none ? "view-list-bullet-symbolic"
                                                                                              : "object-select-symbolic");
  adw_status_page_set_title (self->empty, searching ? _("Nothing Found") : _(tile->empty_title));
  adw_status_page_set_description (self->empty, searching ? _("Try another number, name or word.") : _(tile->empty_text));
  gtk_widget_set_visible (self->compare_button, has_none && !searching && muster_store_may (self->store, "reconcile-list"));
  gtk_stack_set_visible_child_name (self->stack, muster_tasks_view_get_n_rows (self) > 0 ? "list" : "empty");
}

static void
filter_again (MusterTasksView *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

/* “Registration Completion List 2027: Nov 21, 2026”, of the newest of each kind. */
static char *
dup_newest (MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) records = muster_reconciliation_table_list (database, error);
  GString *text;
  guint seen = 0;

  if (records == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const MusterReconciliation *record = records->pdata[i];
      g_autofree char *when = muster_gui_text_dup_time (record->recorded);
      const char *name = muster_public_lists_get_name (muster_data_get_public_lists (), record->kind);

      if (record->kind == MUSTER_LIST_ROSTER || (seen & (1u << record->kind)) != 0)
        continue;
      seen |= 1u << record->kind;
      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: the name of a list, a moment, and how many people were looked up in it */
      g_string_append_printf (text, _("%s: last compared %s, %'u people"), name, when, record->people);
    }
  return g_string_free_and_steal (text);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  Listing *listing = g_new0 (Listing, 1);
  MusterDatabase *database;

  listing->items = muster_task_item_list (data, &error);
  database = listing->items != NULL ? muster_store_read (data, &error) : NULL;
  if (database != NULL)
    {
      listing->newest = dup_newest (database, &error);
      muster_store_read_done (data, database);
    }
  if (listing->newest != NULL)
    {
      g_task_return_pointer (task, listing, listing_free);
      return;
    }
  listing_free (listing);
  g_task_return_error (task, error);
}

static void refresh (MusterTasksView *self);

static void
show_listing (MusterTasksView *self, const Listing *listing)
{
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), listing->items->pdata, listing->items->len);
  gtk_label_set_text (self->newest, listing->newest);
  gtk_widget_set_visible (GTK_WIDGET (self->newest), *listing->newest != '\0');
  show_counts (self);
  show_stack (self);
}

static void
show_problem (MusterTasksView *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->empty, "dialog-warning-symbolic");
  adw_status_page_set_title (self->empty, _("The Tasks Cannot Be Read"));
  gtk_widget_set_visible (self->compare_button, FALSE);
  adw_status_page_set_description (self->empty, message);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterTasksView *self = MUSTER_TASKS_VIEW (source);
  g_autoptr (GError) error = NULL;
  Listing *listing = g_task_propagate_pointer (G_TASK (result), &error);

  self->loading = FALSE;
  if (self->store != NULL)
    {
      self->ready = TRUE;
      if (listing != NULL)
        show_listing (self, listing);
      else
        show_problem (self, error);
      if (self->stale)
        refresh (self);
    }
  g_clear_pointer (&listing, listing_free);
}

static void
refresh (MusterTasksView *self)
{
  g_autoptr (GTask) task = NULL;

  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  task = g_task_new (self, NULL, listed_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, list_in_thread);
}

static void
tile_toggled_cb (GtkToggleButton *button, MusterTasksView *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < MUSTER_N_TASK_TILES; i++)
    if (self->buttons[i] == button)
      self->chosen = i;
  filter_again (self);
}

static void
activated_cb (MusterTasksView *self, guint position)
{
  g_autoptr (MusterTaskItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-assister", "x", muster_task_item_get_task (item)->assister_id);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *list_item, MusterTasksView *self)
{
  gtk_list_item_set_child (list_item, muster_task_row_new (muster_store_may (self->store, "close-task")));
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  MusterTaskItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *detail = muster_task_item_dup_detail (item);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", muster_task_item_get_person (item), muster_task_item_get_title (item), detail);

  muster_task_row_show (MUSTER_TASK_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
add_tile (MusterTasksView *self, guint i)
{
  self->buttons[i] = GTK_TOGGLE_BUTTON (muster_tile_new (g_dpgettext2 (GETTEXT_PACKAGE, "tile", tiles[i].label)));
  gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
  adw_wrap_box_append (self->tiles, GTK_WIDGET (self->buttons[i]));
}

static void
muster_tasks_view_dispose (GObject *object)
{
  g_clear_object (&MUSTER_TASKS_VIEW (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_TASKS_VIEW);
  G_OBJECT_CLASS (muster_tasks_view_parent_class)->dispose (object);
}

static void
muster_tasks_view_finalize (GObject *object)
{
  MusterTasksView *self = MUSTER_TASKS_VIEW (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_free (self->sought);
  G_OBJECT_CLASS (muster_tasks_view_parent_class)->finalize (object);
}

static void
muster_tasks_view_class_init (MusterTasksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_tasks_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_tasks_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-tasks-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTasksView, tiles);
  gtk_widget_class_bind_template_child (widget_class, MusterTasksView, newest);
  gtk_widget_class_bind_template_child (widget_class, MusterTasksView, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterTasksView, list);
  gtk_widget_class_bind_template_child (widget_class, MusterTasksView, empty);
  gtk_widget_class_bind_template_child (widget_class, MusterTasksView, compare_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
muster_tasks_view_init (MusterTasksView *self)
{
  self->sought = g_strdup ("");
  self->items = g_list_store_new (MUSTER_TYPE_TASK_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MUSTER_N_TASK_TILES; i++)
    add_tile (self, i);
  gtk_toggle_button_set_active (self->buttons[0], TRUE);
  for (guint i = 0; i < MUSTER_N_TASK_TILES; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (tile_toggled_cb), self, 0);
}

void
muster_tasks_view_set_store (MusterTasksView *self, MusterStore *store)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->store = g_object_ref (store);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
muster_tasks_view_search (MusterTasksView *self, const char *search)
{
  g_free (self->sought);
  self->sought = muster_text_fold (search);
  filter_again (self);
}

gboolean
muster_tasks_view_is_ready (MusterTasksView *self)
{
  return self->ready && !self->loading;
}

guint
muster_tasks_view_get_n_rows (MusterTasksView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}
