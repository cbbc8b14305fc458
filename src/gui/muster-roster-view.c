/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-view.h"

#include "gui/muster-roster-line.h"

#define NAMED_AT_ONCE 32

struct _MusterRosterView
{
  AdwBin parent_instance;

  GtkScrolledWindow *header_scrolled;
  GtkScrolledWindow *list_scrolled;
  GtkColumnView *header;
  GtkListView *list;
  MusterBadgeColours *colours;
  MusterRosterColumns *columns;
  MusterRosterModel *model;
  guint naming;
};

enum
{
  PROP_0,
  PROP_SORT,
  PROP_DIRECTION,
  N_PROPERTIES
};
static GParamSpec *properties[N_PROPERTIES];

enum
{
  SORT_CHANGED,
  ACTIVATE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterRosterView, muster_roster_view, ADW_TYPE_BIN)

static const struct
{
  const char *column;
  MusterRosterSort sort;
} sorts[] = {
  { "name", MUSTER_SORT_NAME },
  { "agency", MUSTER_SORT_AGENCY },
  { "status", MUSTER_SORT_STATUS },
  { "may-assist", MUSTER_SORT_MAY_ASSIST },
  { "npn", MUSTER_SORT_NPN },
  { "email", MUSTER_SORT_EMAIL },
};

/* Returns: (nullable): the line after @line; the first one for %NULL */
static MusterRosterLine *
next_line (MusterRosterView *self, MusterRosterLine *line)
{
  GtkWidget *place = line != NULL ? gtk_widget_get_next_sibling (gtk_widget_get_parent (GTK_WIDGET (line))) : gtk_widget_get_first_child (GTK_WIDGET (self->list));

  return place != NULL ? MUSTER_ROSTER_LINE (gtk_widget_get_first_child (place)) : NULL;
}

/* After the frame is drawn, since most lines are out of sight: but who goes there by keyboard hears the name at once. */
static gboolean
name_lines_cb (gpointer user_data)
{
  MusterRosterView *self = user_data;
  guint n_named = 0;

  for (MusterRosterLine *line = next_line (self, NULL); line != NULL && n_named < NAMED_AT_ONCE; line = next_line (self, line))
    n_named += muster_roster_line_name (line);
  if (n_named == NAMED_AT_ONCE)
    return G_SOURCE_CONTINUE;
  self->naming = 0;
  return G_SOURCE_REMOVE;
}

static void
name_lines_soon (MusterRosterView *self)
{
  if (self->naming == 0)
    self->naming = g_idle_add_full (G_PRIORITY_LOW, name_lines_cb, self, NULL);
}

static void
line_setup_cb (MusterRosterView *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, muster_roster_line_new (list_item, self->model, self->columns, self->colours));
}

static void
line_bind_cb (MusterRosterView *self, GtkListItem *list_item)
{
  muster_roster_line_renew (MUSTER_ROSTER_LINE (gtk_list_item_get_child (list_item)));
  name_lines_soon (self);
}

static void
lines_changed_cb (MusterRosterView *self)
{
  for (MusterRosterLine *line = next_line (self, NULL); line != NULL; line = next_line (self, line))
    muster_roster_line_renew (line);
  name_lines_soon (self);
}

static void
activate_cb (MusterRosterView *self, guint position)
{
  if (muster_roster_model_get_row (self->model, position) != NULL)
    g_signal_emit (self, signals[ACTIVATE], 0, muster_roster_model_get_id (self->model, position));
}

static void
sorter_changed_cb (MusterRosterView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}

/* Returns: (nullable): the column by which it is sorted */
static GtkColumnViewColumn *
get_order (MusterRosterView *self, GtkSortType *order)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->header));

  *order = gtk_column_view_sorter_get_primary_sort_order (sorter);
  return gtk_column_view_sorter_get_primary_sort_column (sorter);
}

static const char *
get_column_id (GtkColumnViewColumn *column)
{
  return column != NULL ? gtk_column_view_column_get_id (column) : "name";
}

static void
sort_by (MusterRosterView *self, const char *id, GtkSortType order)
{
  GListModel *columns = gtk_column_view_get_columns (self->header);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_sorter (column) != NULL && g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        gtk_column_view_sort_by_column (self->header, column, order);
    }
}

/* The headers offer sorting where a column has a sorter; the sorting itself is the index's. */
static void
offer_sorting (MusterRosterView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->header);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      for (guint k = 0; k < G_N_ELEMENTS (sorts); k++)
        if (g_strcmp0 (gtk_column_view_column_get_id (column), sorts[k].column) == 0)
          gtk_column_view_column_set_sorter (column, sorter);
      if (i == 0)
        gtk_column_view_sort_by_column (self->header, column, GTK_SORT_ASCENDING);
    }
}

/* Below the headers there are never any lines, so nobody has to go there. */
static void
pass_over_lines (GtkColumnView *header)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (header)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
}

/* Two adjustments: with one, the header would resize the list while both are being allocated. */
static void
scroll_together (MusterRosterView *self)
{
  GtkAdjustment *list = gtk_scrolled_window_get_hadjustment (self->list_scrolled);
  GtkAdjustment *header = gtk_scrolled_window_get_hadjustment (self->header_scrolled);

  g_object_bind_property (list, "value", header, "value", G_BINDING_BIDIRECTIONAL);
}

static void
muster_roster_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GtkSortType order;
  GtkColumnViewColumn *column = get_order (MUSTER_ROSTER_VIEW (object), &order);

  if (id == PROP_SORT)
    g_value_set_string (value, get_column_id (column));
  else if (id == PROP_DIRECTION)
    g_value_set_string (value, order == GTK_SORT_DESCENDING ? "descending" : "ascending");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_roster_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GtkSortType order;
  GtkColumnViewColumn *column = get_order (MUSTER_ROSTER_VIEW (object), &order);

  if (id == PROP_SORT)
    sort_by (MUSTER_ROSTER_VIEW (object), g_value_get_string (value), order);
  else if (id == PROP_DIRECTION)
    sort_by (MUSTER_ROSTER_VIEW (object), get_column_id (column), g_strcmp0 (g_value_get_string (value), "descending") == 0 ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_roster_view_dispose (GObject *object)
{
  MusterRosterView *self = MUSTER_ROSTER_VIEW (object);

  g_clear_handle_id (&self->naming, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_ROSTER_VIEW);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (muster_roster_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-roster-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRosterView, header_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterView, list_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterView, header);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterView, list);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterView, colours);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterView, columns);
  gtk_widget_class_bind_template_callback (widget_class, line_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
muster_roster_view_class_init (MusterRosterViewClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = muster_roster_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = muster_roster_view_set_property;
  G_OBJECT_CLASS (klass)->dispose = muster_roster_view_dispose;
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "name", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DIRECTION] = g_param_spec_string ("direction", NULL, NULL, "ascending", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", MUSTER_TYPE_ROSTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", MUSTER_TYPE_ROSTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (MUSTER_TYPE_BADGE_COLOURS);
  g_type_ensure (MUSTER_TYPE_ROSTER_COLUMNS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
muster_roster_view_init (MusterRosterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_roster_columns_follow (self->columns, self->header);
  pass_over_lines (self->header);
  scroll_together (self);
  offer_sorting (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->header), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

void
muster_roster_view_set_model (MusterRosterView *self, MusterRosterModel *model)
{
  /* A model of the toolkit that keeps a selection would look through all new lines for the selected one. */
  g_autoptr (GtkSelectionModel) none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model))));

  g_return_if_fail (MUSTER_IS_ROSTER_VIEW (self));
  g_return_if_fail (self->model == NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "lines-changed", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, none);
}

void
muster_roster_view_get_sort (MusterRosterView *self, MusterRosterSort *sort, gboolean *descending)
{
  GtkSortType order;
  GtkColumnViewColumn *column = get_order (self, &order);

  *sort = MUSTER_SORT_NAME;
  *descending = column != NULL && order == GTK_SORT_DESCENDING;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (get_column_id (column), sorts[i].column) == 0)
      *sort = sorts[i].sort;
}

void
muster_roster_view_scroll_to_top (MusterRosterView *self)
{
  g_return_if_fail (MUSTER_IS_ROSTER_VIEW (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->list_scrolled), 0);
}

void
muster_roster_view_focus_first (MusterRosterView *self)
{
  g_return_if_fail (MUSTER_IS_ROSTER_VIEW (self));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
muster_roster_view_activate_first (MusterRosterView *self)
{
  g_return_if_fail (MUSTER_IS_ROSTER_VIEW (self));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    activate_cb (self, 0);
}
