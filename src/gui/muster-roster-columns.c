/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-columns.h"

#include <adwaita.h>

struct _MusterRosterColumns
{
  GObject parent_instance;

  GListModel *columns;  /* GtkColumnViewColumn */
  GArray *least_widths; /* int, at the usual size of text */
  gboolean narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterRosterColumns, muster_roster_columns, G_TYPE_OBJECT)

static const char *const ids[MUSTER_N_ROSTER_COLUMNS] = {
  [MUSTER_ROSTER_NAME] = "name",
  [MUSTER_ROSTER_ROLES] = "roles",
  [MUSTER_ROSTER_AGENCY] = "agency",
  [MUSTER_ROSTER_STATUS] = "status",
  [MUSTER_ROSTER_MAY_ASSIST] = "may-assist",
  [MUSTER_ROSTER_NPN] = "npn",
  [MUSTER_ROSTER_ASSISTER_ID] = "assister-id",
  [MUSTER_ROSTER_EMAIL] = "email",
};

static MusterRosterColumn
find_column (const char *id)
{
  for (guint i = 0; i < MUSTER_N_ROSTER_COLUMNS; i++)
    if (g_str_equal (ids[i], id))
      return i;
  g_assert_not_reached ();
}

/* Sets @places to the visible columns in their least width, @n_expand to how many of them take what is left. Returns: how many are visible */
static guint
list_visible (MusterRosterColumns *self, MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS], gboolean expand[MUSTER_N_ROSTER_COLUMNS], guint *n_expand)
{
  guint n = 0;

  *n_expand = 0;
  for (guint i = 0; i < g_list_model_get_n_items (self->columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      expand[n] = gtk_column_view_column_get_expand (column);
      *n_expand += expand[n];
      places[n++] = (MusterRosterPlace) {
        .column = find_column (gtk_column_view_column_get_id (column)),
        .width = gtk_column_view_column_get_fixed_width (column),
      };
    }
  return n;
}

static void
changed_cb (MusterRosterColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
scale_cb (MusterRosterColumns *self, GParamSpec *pspec, GtkSettings *settings)
{
  for (guint i = 0; i < self->least_widths->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);
      double width = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, g_array_index (self->least_widths, int, i), settings);

      gtk_column_view_column_set_fixed_width (column, (int) width);
    }
}

static void
muster_roster_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, MUSTER_ROSTER_COLUMNS (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_roster_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MusterRosterColumns *self = MUSTER_ROSTER_COLUMNS (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  changed_cb (self);
}

static void
muster_roster_columns_finalize (GObject *object)
{
  MusterRosterColumns *self = MUSTER_ROSTER_COLUMNS (object);

  g_clear_object (&self->columns);
  g_array_unref (self->least_widths);
  G_OBJECT_CLASS (muster_roster_columns_parent_class)->finalize (object);
}

static void
muster_roster_columns_class_init (MusterRosterColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_roster_columns_get_property;
  object_class->set_property = muster_roster_columns_set_property;
  object_class->finalize = muster_roster_columns_finalize;
  g_object_class_install_property (object_class, PROP_NARROW, g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_ROSTER_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_roster_columns_init (MusterRosterColumns *self)
{
  self->least_widths = g_array_new (FALSE, FALSE, sizeof (int));
}

void
muster_roster_columns_follow (MusterRosterColumns *self, GtkColumnView *header)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (header));

  g_return_if_fail (MUSTER_IS_ROSTER_COLUMNS (self));
  g_return_if_fail (self->columns == NULL);

  self->columns = g_object_ref (gtk_column_view_get_columns (header));
  for (guint i = 0; i < g_list_model_get_n_items (self->columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (self->columns, i);
      int width = gtk_column_view_column_get_fixed_width (column);

      g_array_append_val (self->least_widths, width);
      g_signal_connect_object (column, "notify::visible", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (scale_cb), self, G_CONNECT_SWAPPED);
  scale_cb (self, NULL, settings);
}

gboolean
muster_roster_columns_get_narrow (MusterRosterColumns *self)
{
  return self->narrow;
}

gboolean
muster_roster_columns_has (MusterRosterColumns *self, MusterRosterColumn column)
{
  MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS];
  gboolean expand[MUSTER_N_ROSTER_COLUMNS];
  guint n_expand;
  guint n = list_visible (self, places, expand, &n_expand);

  for (guint i = 0; i < n; i++)
    if (places[i].column == column)
      return TRUE;
  return FALSE;
}

int
muster_roster_columns_get_least_width (MusterRosterColumns *self)
{
  MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS];
  gboolean expand[MUSTER_N_ROSTER_COLUMNS];
  guint n_expand;
  guint n = list_visible (self, places, expand, &n_expand);
  int width = 0;

  for (guint i = 0; i < n; i++)
    width += places[i].width;
  return width;
}

guint
muster_roster_columns_lay_out (MusterRosterColumns *self, int width, MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS])
{
  gboolean expand[MUSTER_N_ROSTER_COLUMNS];
  guint n_expand;
  guint n = list_visible (self, places, expand, &n_expand);
  int left = MAX (width - muster_roster_columns_get_least_width (self), 0);
  int x = 0;

  /* As a column view shares it out: in equal parts, and the first ones get a pixel of what remains. */
  for (guint i = 0; i < n; i++)
    {
      int share = expand[i] ? (left + (int) n_expand - 1) / (int) n_expand : 0;

      places[i].x = x;
      places[i].width += share;
      x += places[i].width;
      left -= share;
      n_expand -= expand[i];
    }
  return n;
}
