/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-line.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/muster-cell-pen.h"
#include "gui/muster-roster-words.h"

#define SIDE 6 /* as the buttons of the header have it, all but the first after a border */
#define BORDER 1
#define ABOVE 8
#define GAP 6
#define BELOW_NAME 3
#define ICON 16
#define BADGE_ICON 14
#define BADGE_SIDE 10
#define BADGE_ABOVE 2
#define DIM .55
#define DIM_HIGH_CONTRAST .9

struct _MusterRosterLine
{
  GtkWidget parent_instance;

  GtkListItem *list_item; /* (not owned): it owns us */
  MusterRosterModel *model;
  MusterRosterColumns *columns;
  MusterBadgeColours *colours;
  gboolean is_named;
  PangoLayout *layout; /* one for all cells, made when it is first needed */
};

G_DEFINE_FINAL_TYPE (MusterRosterLine, muster_roster_line, GTK_TYPE_WIDGET)

/* Returns: (nullable) */
static const MusterRosterRow *
get_row (MusterRosterLine *self)
{
  return muster_roster_model_get_row (self->model, gtk_list_item_get_position (self->list_item));
}

static PangoLayout *
get_layout (MusterRosterLine *self)
{
  if (self->layout == NULL)
    self->layout = muster_cell_pen_make_layout (GTK_WIDGET (self));
  return self->layout;
}

static void
draw_badge (MusterRosterLine *self, MusterCellPen *pen, const MusterRosterRow *row, const char *text)
{
  const char *icon_name;
  MusterBadgeLook look = muster_roster_words_is_expiring (row) ? muster_badge_look_of_expiring (&icon_name) : muster_badge_look_of_state (row->standing.overall, &icon_name);
  int around = 2 * BADGE_SIDE + BADGE_ICON + GAP;
  int width, height;

  muster_badge_colours_get (self->colours, look, &pen->colour);
  muster_cell_pen_measure (pen->layout, MUSTER_FONT_BADGE, text, &width, &height);
  muster_cell_pen_draw_pill (pen, MIN (around + width, pen->width), MAX (height, BADGE_ICON) + 2 * BADGE_ABOVE);
  pen->width -= BADGE_SIDE;
  muster_cell_pen_skip (pen, BADGE_SIDE);
  muster_cell_pen_draw_icon (pen, icon_name, BADGE_ICON, GAP);
  muster_cell_pen_draw_text (pen, MUSTER_FONT_BADGE, text, pen->height / 2.);
}

static char *
dup_below_name (MusterRosterLine *self, const MusterRosterRow *row)
{
  return muster_roster_words_dup_below_name (row, !muster_roster_columns_has (self->columns, MUSTER_ROSTER_STATUS));
}

static void
draw_name (MusterRosterLine *self, MusterCellPen *pen, const MusterRosterRow *row)
{
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  MusterCellPen below = *pen;
  g_autofree char *text = NULL;
  int name_height, below_height;

  if (!muster_roster_columns_get_narrow (self->columns))
    {
      muster_cell_pen_draw_text (pen, MUSTER_FONT_NAME, row->name, pen->height / 2.);
      return;
    }
  text = dup_below_name (self, row);
  muster_cell_pen_measure (pen->layout, MUSTER_FONT_NAME, row->name, NULL, &name_height);
  muster_cell_pen_measure (pen->layout, MUSTER_FONT_SMALL, text, NULL, &below_height);
  below.colour.alpha *= high_contrast ? DIM_HIGH_CONTRAST : DIM;
  muster_cell_pen_draw_text (pen, MUSTER_FONT_NAME, row->name, (pen->height - below_height - BELOW_NAME) / 2.);
  muster_cell_pen_draw_text (&below, MUSTER_FONT_SMALL, text, (pen->height + name_height + BELOW_NAME) / 2.);
}

static void
draw_cell (MusterRosterLine *self, MusterCellPen *pen, MusterRosterColumn column, const MusterRosterRow *row)
{
  g_autofree char *text = muster_roster_words_dup_cell (row, column);
  gboolean is_number = column == MUSTER_ROSTER_NPN || column == MUSTER_ROSTER_ASSISTER_ID;

  if (text == NULL)
    return;
  if (column == MUSTER_ROSTER_NAME)
    draw_name (self, pen, row);
  else if (column == MUSTER_ROSTER_STATUS)
    draw_badge (self, pen, row, text);
  else
    {
      if (column == MUSTER_ROSTER_MAY_ASSIST)
        muster_cell_pen_draw_icon (pen, muster_roster_words_get_may_assist_icon (&row->standing), ICON, GAP);
      muster_cell_pen_draw_text (pen, is_number ? MUSTER_FONT_NUMBER : MUSTER_FONT_PLAIN, text, pen->height / 2.);
    }
}

static void
muster_roster_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterRosterLine *self = MUSTER_ROSTER_LINE (widget);
  const MusterRosterRow *row = get_row (self);
  MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS];
  guint n = muster_roster_columns_lay_out (self->columns, gtk_widget_get_width (widget), places);

  for (guint i = 0; i < n; i++)
    {
      int border = i > 0 ? BORDER : 0;
      MusterCellPen pen = { widget, snapshot, get_layout (self), places[i].x + border + SIDE, places[i].width - border - 2 * SIDE, gtk_widget_get_height (widget) };

      gtk_widget_get_color (widget, &pen.colour);
      if (row != NULL)
        draw_cell (self, &pen, places[i].column, row);
      else if (places[i].column == MUSTER_ROSTER_NAME)
        muster_cell_pen_draw_text (&pen, MUSTER_FONT_NAME, _("No longer in the register"), pen.height / 2.);
    }
}

static void
muster_roster_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  MusterRosterLine *self = MUSTER_ROSTER_LINE (widget);
  int height, below = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = muster_roster_columns_get_least_width (self->columns);
      return;
    }
  muster_cell_pen_measure (get_layout (self), MUSTER_FONT_PLAIN, "", NULL, &height);
  if (muster_roster_columns_get_narrow (self->columns))
    {
      muster_cell_pen_measure (get_layout (self), MUSTER_FONT_SMALL, "", NULL, &below);
      below += BELOW_NAME;
    }
  *minimum = *natural = height + below + 2 * ABOVE;
}

static void
forget_layout (MusterRosterLine *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
muster_roster_line_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (muster_roster_line_parent_class)->css_changed (widget, change);
  forget_layout (MUSTER_ROSTER_LINE (widget));
}

static void
muster_roster_line_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (muster_roster_line_parent_class)->system_setting_changed (widget, setting);
  forget_layout (MUSTER_ROSTER_LINE (widget));
}

static void
muster_roster_line_dispose (GObject *object)
{
  MusterRosterLine *self = MUSTER_ROSTER_LINE (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->model);
  g_clear_object (&self->columns);
  g_clear_object (&self->colours);
  G_OBJECT_CLASS (muster_roster_line_parent_class)->dispose (object);
}

static void
muster_roster_line_class_init (MusterRosterLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_roster_line_dispose;
  widget_class->measure = muster_roster_line_measure;
  widget_class->snapshot = muster_roster_line_snapshot;
  widget_class->css_changed = muster_roster_line_css_changed;
  widget_class->system_setting_changed = muster_roster_line_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
muster_roster_line_init (MusterRosterLine *self)
{
}

GtkWidget *
muster_roster_line_new (GtkListItem *list_item, MusterRosterModel *model, MusterRosterColumns *columns, MusterBadgeColours *colours)
{
  MusterRosterLine *self = g_object_new (MUSTER_TYPE_ROSTER_LINE, NULL);

  self->list_item = list_item;
  self->model = g_object_ref (model);
  self->columns = g_object_ref (columns);
  self->colours = g_object_ref (colours);
  g_signal_connect_object (columns, "changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
muster_roster_line_renew (MusterRosterLine *self)
{
  g_return_if_fail (MUSTER_IS_ROSTER_LINE (self));
  self->is_named = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
muster_roster_line_name (MusterRosterLine *self)
{
  const MusterRosterRow *row;
  g_autofree char *spoken = NULL;
  g_autofree char *numbers = NULL;

  g_return_val_if_fail (MUSTER_IS_ROSTER_LINE (self), FALSE);
  if (self->is_named)
    return FALSE;
  row = get_row (self);
  spoken = muster_roster_words_dup_spoken (row);
  numbers = muster_roster_words_dup_spoken_numbers (row);
  gtk_list_item_set_accessible_label (self->list_item, spoken);
  gtk_list_item_set_accessible_description (self->list_item, numbers);
  self->is_named = TRUE;
  return TRUE;
}

char *
muster_roster_line_dup_text (MusterRosterLine *self)
{
  const MusterRosterRow *row = get_row (self);
  MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS];
  guint n = muster_roster_columns_lay_out (self->columns, gtk_widget_get_width (GTK_WIDGET (self)), places);
  GString *text = g_string_new (NULL);

  for (guint i = 0; row != NULL && i < n; i++)
    {
      g_autofree char *cell = muster_roster_words_dup_cell (row, places[i].column);
      g_autofree char *below = places[i].column == MUSTER_ROSTER_NAME && muster_roster_columns_get_narrow (self->columns) ? dup_below_name (self, row) : NULL;

      g_string_append_printf (text, "%s\n%s%s", cell != NULL ? cell : "", below != NULL ? below : "", below != NULL ? "\n" : "");
    }
  return g_string_free_and_steal (text);
}
