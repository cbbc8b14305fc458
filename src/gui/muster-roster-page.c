/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-assister-dialog.h"
#include "gui/muster-batch-dialog.h"
#include "gui/muster-day-dialog.h"
#include "gui/muster-export-dialog.h"
#include "gui/muster-roster-filters.h"
#include "gui/muster-roster-lists.h"
#include "gui/muster-roster-view.h"
#include "gui/muster-roster-words.h"
#include "operations/muster-export-roster.h"

#define ANNOUNCE_MS 700

struct _MusterRosterPage
{
  AdwNavigationPage parent_instance;

  MusterStore *store;
  MusterRosterModel *model;
  MusterRosterFilters *filters;
  MusterRosterView *view;
  GtkStack *stack;
  GtkLabel *count_label;
  AdwBanner *banner;
  AdwBanner *day_banner;
  GtkWidget *add_button;
  GtkWidget *empty_buttons;
  MusterRosterLists *lists;
  GPtrArray *agencies; /* (not owned): those that the filters offer */
  gboolean filter_changed; /* and the list is still the one before */
  gboolean activate_first; /* once it is the list of the filter */
  guint announce_timer;
};

enum
{
  PROP_0,
  PROP_STORE,
};

G_DEFINE_FINAL_TYPE (MusterRosterPage, muster_roster_page, ADW_TYPE_NAVIGATION_PAGE)

/* Only when typing stops: a count for each letter is noise. */
static void
announce_cb (gpointer user_data)
{
  MusterRosterPage *self = user_data;

  self->announce_timer = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->count_label), gtk_label_get_label (self->count_label), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_count (MusterRosterPage *self, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (self->count_label), text) == 0)
    return;
  gtk_label_set_label (self->count_label, text);
  g_clear_handle_id (&self->announce_timer, g_source_remove);
  self->announce_timer = g_timeout_add_once (ANNOUNCE_MS, announce_cb, self);
}

static void
update_filter_cb (MusterRosterPage *self)
{
  MusterRosterFilter filter = { 0 };

  if (self->model == NULL || self->lists == NULL)
    return;
  muster_roster_filters_get (self->filters, &filter);
  muster_roster_view_get_sort (self->view, &filter.sort, &filter.descending);
  self->filter_changed = TRUE;
  self->activate_first = FALSE;
  muster_roster_lists_filter_changed (self->lists);
  muster_roster_model_set_filter (self->model, &filter);
}

/* Nobody fits, or there is nobody: not on that day, or not yet. */
static const char *
get_nobody (MusterRosterPage *self)
{
  if (muster_roster_filters_is_active (self->filters))
    return "nothing";
  return muster_view_day_is_today (muster_roster_model_get_day (self->model)) ? "empty" : "nobody-then";
}

static void
show_list (MusterRosterPage *self)
{
  MusterRosterFilter filter = { 0 };
  g_autofree char *count = NULL;

  muster_roster_filters_get (self->filters, &filter);
  count = muster_roster_words_dup_count (g_list_model_get_n_items (G_LIST_MODEL (self->model)), muster_roster_model_get_n_may_not (self->model),
                                         muster_view_day_is_today (muster_roster_model_get_day (self->model)), filter.may_assist >= 0 || filter.expiring != 0);
  set_count (self, count);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, get_nobody (self));
}

/* @warning: (nullable) */
static void
show_banner (MusterRosterPage *self, const MusterViewDay *day, const char *warning)
{
  g_autofree char *text = muster_view_day_dup_text (day);
  /* Translators: as of which day, and a sentence about the rules */
  g_autofree char *both = warning != NULL ? g_strdup_printf (_("%s. %s"), text, warning) : NULL;

  adw_banner_set_title (self->day_banner, both != NULL ? both : text);
}

static void
loaded_cb (MusterRosterPage *self)
{
  g_autofree char *warning = muster_roster_model_dup_warning (self->model);
  GPtrArray *agencies = muster_roster_model_get_agencies (self->model);
  gboolean empty = muster_roster_model_get_n_people (self->model) == 0;

  show_banner (self, muster_roster_model_get_day (self->model), warning);
  adw_banner_set_revealed (self->banner, FALSE);
  /* They are the same at each key press of a search, and to list them takes longer than to search. */
  if (self->agencies != agencies)
    muster_roster_filters_set_agencies (self->filters, agencies);
  self->agencies = agencies;
  gtk_widget_set_visible (GTK_WIDGET (self->filters), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), !empty);
  if (self->filter_changed)
    muster_roster_view_scroll_to_top (self->view);
  self->filter_changed = FALSE;
  show_list (self);
  if (self->activate_first)
    muster_roster_view_activate_first (self->view);
  self->activate_first = FALSE;
}

static void
places_changed_cb (MusterRosterPage *self)
{
  muster_roster_filters_set_places (self->filters, muster_roster_model_get_counties (self->model), muster_roster_model_get_languages (self->model));
}

static void
failed_cb (MusterRosterPage *self, const char *message)
{
  adw_banner_set_title (self->banner, message);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
retry_cb (MusterRosterPage *self)
{
  muster_roster_model_refresh (self->model);
}

static void
open_cb (MusterRosterPage *self, gint64 id)
{
  const MusterViewDay *day = muster_roster_model_get_day (self->model);

  if (muster_view_day_is_today (day))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-assister", "x", id);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.open-assister-on", muster_view_day_make_target (day, id));
}

/* Of another day there is nothing to add to or to take a step from, and an export says what is true today. */
static void
offer_changes (MusterRosterPage *self, gboolean is_today)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.add-assister", is_today && muster_store_may (self->store, "add-assister"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.export", is_today && muster_store_may (self->store, muster_export_roster.name));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster.batch", is_today && muster_batch_dialog_is_offered (self->store));
}

static void
show_day (MusterRosterPage *self, const MusterViewDay *day)
{
  gboolean is_today = muster_view_day_is_today (day);

  show_banner (self, day, NULL);
  adw_banner_set_revealed (self->day_banner, !is_today);
  offer_changes (self, is_today);
  muster_roster_model_set_day (self->model, day);
}

static void
day_chosen_cb (MusterDayDialog *dialog, MusterRosterPage *self)
{
  show_day (self, muster_day_dialog_get_day (dialog));
}

static void
day_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterRosterPage *self = MUSTER_ROSTER_PAGE (widget);
  AdwDialog *dialog = muster_day_dialog_new (self->store, muster_roster_model_get_day (self->model));

  g_signal_connect_object (dialog, "done", G_CALLBACK (day_chosen_cb), self, 0);
  adw_dialog_present (dialog, widget);
}

static void
today_cb (MusterRosterPage *self)
{
  MusterViewDay today;

  muster_view_day_init (&today);
  show_day (self, &today);
}

/* Who types a name and Return at once means the one that is about to be found. */
static void
activate_first_cb (MusterRosterPage *self)
{
  if (self->filter_changed)
    self->activate_first = TRUE;
  else
    muster_roster_view_activate_first (self->view);
}

static void
go_to_list_cb (MusterRosterPage *self)
{
  muster_roster_view_focus_first (self->view);
}

static void
clear_search_cb (MusterRosterPage *self)
{
  muster_roster_filters_clear (self->filters);
  muster_roster_filters_focus (self->filters);
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  muster_roster_filters_focus (MUSTER_ROSTER_PAGE (widget)->filters);
}

static void
sort_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  muster_roster_filters_open_sort (MUSTER_ROSTER_PAGE (widget)->filters);
}

static void
offer_sorting (MusterRosterPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) by = g_property_action_new ("by", self->view, "sort");
  g_autoptr (GPropertyAction) direction = g_property_action_new ("direction", self->view, "direction");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (by));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (direction));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sort", G_ACTION_GROUP (group));
}

static void
added_cb (MusterRosterPage *self, MusterAssisterDialog *dialog)
{
  open_cb (self, muster_assister_dialog_get_assister_id (dialog));
}

static void
add_assister_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = muster_assister_dialog_new (MUSTER_ROSTER_PAGE (widget)->store, 0);

  g_signal_connect_object (dialog, "done", G_CALLBACK (added_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

/* What the roster shows is what is exported first, in its order. */
static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterRosterPage *self = MUSTER_ROSTER_PAGE (widget);
  gboolean is_found = muster_roster_filters_is_active (self->filters);
  MusterRosterFilter filter = { 0 };

  if (!muster_roster_model_is_loaded (self->model))
    return;
  muster_roster_filters_get (self->filters, &filter);
  muster_roster_view_get_sort (self->view, &filter.sort, &filter.descending);
  adw_dialog_present (muster_export_dialog_new (self->store, is_found ? &filter : NULL, g_list_model_get_n_items (G_LIST_MODEL (self->model)), muster_roster_model_get_n_people (self->model)), widget);
}

/* Everybody whom the list shows; in the dialog some can be left out. */
static void
batch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterRosterPage *self = MUSTER_ROSTER_PAGE (widget);
  g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  MusterRosterFilter filter = { 0 };

  if (!muster_roster_model_is_loaded (self->model) || self->filter_changed)
    return;
  muster_roster_filters_get (self->filters, &filter);
  for (guint i = 0; i < n; i++)
    {
      MusterBatchPick pick = { .assister_id = muster_roster_model_get_id (self->model, i), .types = filter.types };

      g_date_clear (&pick.on, 1);
      g_array_append_val (picks, pick);
    }
  /* What takes nothing away from anybody until another step is chosen. */
  adw_dialog_present (muster_batch_dialog_new (self->store, MUSTER_VERB_CERTIFY, picks), widget);
}

static void
muster_roster_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (muster_roster_page_parent_class)->map (widget);
  muster_roster_model_refresh_day (MUSTER_ROSTER_PAGE (widget)->model);
}

static void
muster_roster_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STORE)
    MUSTER_ROSTER_PAGE (object)->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_roster_page_constructed (GObject *object)
{
  MusterRosterPage *self = MUSTER_ROSTER_PAGE (object);
  gboolean may_import = muster_store_may (self->store, "import-roster");
  gboolean may_add = muster_store_may (self->store, "add-assister");

  G_OBJECT_CLASS (muster_roster_page_parent_class)->constructed (object);
  self->model = muster_roster_model_new (self->store);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "places-changed", G_CALLBACK (places_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  muster_roster_view_set_model (self->view, self->model);
  muster_roster_filters_capture_keys (self->filters, GTK_WIDGET (self));
  self->lists = muster_roster_lists_new (self->store, GTK_WIDGET (self), self->filters);
  offer_changes (self, TRUE);
  gtk_widget_set_visible (self->add_button, may_add);
  gtk_widget_set_visible (self->empty_buttons, may_import || may_add);
}

static void
muster_roster_page_dispose (GObject *object)
{
  MusterRosterPage *self = MUSTER_ROSTER_PAGE (object);

  g_clear_handle_id (&self->announce_timer, g_source_remove);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sort", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_ROSTER_PAGE);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "lists", NULL);
  g_clear_object (&self->lists);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_roster_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-roster-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, view);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, banner);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, day_banner);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterPage, empty_buttons);
  gtk_widget_class_bind_template_callback (widget_class, update_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_list_cb);
}

static void
muster_roster_page_class_init (MusterRosterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = muster_roster_page_set_property;
  object_class->constructed = muster_roster_page_constructed;
  object_class->dispose = muster_roster_page_dispose;
  widget_class->map = muster_roster_page_map;
  g_object_class_install_property (object_class, PROP_STORE,
                                   g_param_spec_object ("store", NULL, NULL, MUSTER_TYPE_STORE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "roster.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "roster.batch", NULL, batch_cb);
  gtk_widget_class_install_action (widget_class, "page.sort", NULL, sort_cb);
  gtk_widget_class_install_action (widget_class, "roster.add-assister", NULL, add_assister_cb);
  gtk_widget_class_install_action (widget_class, "roster.day", NULL, day_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.search", NULL);
  g_type_ensure (MUSTER_TYPE_ROSTER_FILTERS);
  g_type_ensure (MUSTER_TYPE_ROSTER_VIEW);
  bind_template (widget_class);
}

static void
muster_roster_page_init (MusterRosterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_sorting (self);
}

AdwNavigationPage *
muster_roster_page_new (MusterStore *store)
{
  return g_object_new (MUSTER_TYPE_ROSTER_PAGE, "store", store, NULL);
}
