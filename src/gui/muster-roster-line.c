/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-line.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

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
#define BADGE_FILL .1
#define SMALL .82
#define BADGE_TEXT .9
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

typedef enum
{
  FONT_PLAIN,
  FONT_NAME,
  FONT_NUMBER,
  FONT_SMALL,
  FONT_BADGE,
  N_FONTS
} Font;

/* A cell, while it is drawn; @x and @width are that of what is left of it. */
typedef struct
{
  MusterRosterLine *line;
  GtkSnapshot *snapshot;
  int x, width;
  int height;
  GdkRGBA colour;
} Cell;

/* Returns: (nullable) */
static const MusterRosterRow *
get_row (MusterRosterLine *self)
{
  return muster_roster_model_get_row (self->model, gtk_list_item_get_position (self->list_item));
}

static PangoAttrList *
make_attributes (Font font)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (font == FONT_NAME)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_MEDIUM));
  if (font == FONT_NUMBER)
    pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  if (font == FONT_SMALL)
    pango_attr_list_insert (list, pango_attr_scale_new (SMALL));
  if (font == FONT_BADGE)
    {
      pango_attr_list_insert (list, pango_attr_scale_new (BADGE_TEXT));
      pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
    }
  return list;
}

static PangoAttrList *
get_attributes (Font font)
{
  static PangoAttrList *lists[N_FONTS];

  if (lists[font] == NULL)
    lists[font] = make_attributes (font);
  return lists[font];
}

static PangoLayout *
get_layout (MusterRosterLine *self, Font font, const char *text)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_attributes (self->layout, get_attributes (font));
  pango_layout_set_text (self->layout, text, -1);
  return self->layout;
}

static gboolean
is_right_to_left (Cell *cell)
{
  return gtk_widget_get_direction (GTK_WIDGET (cell->line)) == GTK_TEXT_DIR_RTL;
}

/* Returns: where the first @width pixels of the cell are, in the widget */
static int
get_left (Cell *cell, int width)
{
  return is_right_to_left (cell) ? gtk_widget_get_width (GTK_WIDGET (cell->line)) - cell->x - width : cell->x;
}

static void
skip (Cell *cell, int width)
{
  cell->x += width;
  cell->width -= width;
}

/* The middle of the text is @middle from above. */
static void
draw_text (Cell *cell, Font font, const char *text, double middle)
{
  PangoLayout *layout = get_layout (cell->line, font, text);
  gboolean runs_with_us = (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL) == is_right_to_left (cell);
  int height;

  if (cell->width <= 0)
    return;
  pango_layout_set_width (layout, cell->width * PANGO_SCALE);
  pango_layout_set_alignment (layout, runs_with_us ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (cell->snapshot);
  gtk_snapshot_translate (cell->snapshot, &GRAPHENE_POINT_INIT (get_left (cell, cell->width), (int) (middle - height / 2.)));
  gtk_snapshot_append_layout (cell->snapshot, layout, &cell->colour);
  gtk_snapshot_restore (cell->snapshot);
}

static void
draw_icon (Cell *cell, const char *name, int size)
{
  GtkWidget *widget = GTK_WIDGET (cell->line);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (cell->snapshot);
  gtk_snapshot_translate (cell->snapshot, &GRAPHENE_POINT_INIT (get_left (cell, size), (cell->height - size) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), cell->snapshot, size, size, &cell->colour, 1);
  gtk_snapshot_restore (cell->snapshot);
  skip (cell, size + GAP);
}

static void
draw_pill (Cell *cell, int width, int height)
{
  static const float border[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { cell->colour, cell->colour, cell->colour, cell->colour };
  GdkRGBA fill = cell->colour;
  GskRoundedRect outline;

  fill.alpha *= BADGE_FILL;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (get_left (cell, width), (cell->height - height) / 2, width, height), height / 2.f);
  gtk_snapshot_push_rounded_clip (cell->snapshot, &outline);
  gtk_snapshot_append_color (cell->snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (cell->snapshot);
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_snapshot_append_border (cell->snapshot, &outline, border, colours);
}

static void
draw_badge (Cell *cell, MusterCertificationState state, const char *text)
{
  const char *icon_name;
  MusterBadgeLook look = muster_badge_look_of_state (state, &icon_name);
  int room = cell->width - 2 * BADGE_SIDE - BADGE_ICON - GAP;
  int width, height;

  muster_badge_colours_get (cell->line->colours, look, &cell->colour);
  pango_layout_get_pixel_size (get_layout (cell->line, FONT_BADGE, text), &width, &height);
  draw_pill (cell, MIN (width, room) + cell->width - room, MAX (height, BADGE_ICON) + 2 * BADGE_ABOVE);
  cell->width -= BADGE_SIDE;
  skip (cell, BADGE_SIDE);
  draw_icon (cell, icon_name, BADGE_ICON);
  draw_text (cell, FONT_BADGE, text, cell->height / 2.);
}

static void
draw_name (Cell *cell, const MusterRosterRow *row)
{
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  Cell below = *cell;
  g_autofree char *text = NULL;
  int name_height, below_height;

  if (!muster_roster_columns_get_narrow (cell->line->columns))
    {
      draw_text (cell, FONT_NAME, row->name, cell->height / 2.);
      return;
    }
  text = muster_roster_words_dup_below_name (row);
  pango_layout_get_pixel_size (get_layout (cell->line, FONT_NAME, row->name), NULL, &name_height);
  pango_layout_get_pixel_size (get_layout (cell->line, FONT_SMALL, text), NULL, &below_height);
  below.colour.alpha *= high_contrast ? DIM_HIGH_CONTRAST : DIM;
  draw_text (cell, FONT_NAME, row->name, (cell->height - below_height - BELOW_NAME) / 2.);
  draw_text (&below, FONT_SMALL, text, (cell->height + name_height + BELOW_NAME) / 2.);
}

static void
draw_cell (Cell *cell, MusterRosterColumn column, const MusterRosterRow *row)
{
  g_autofree char *text = muster_roster_words_dup_cell (row, column);
  gboolean is_number = column == MUSTER_ROSTER_NPN || column == MUSTER_ROSTER_ASSISTER_ID;

  if (text == NULL)
    return;
  if (column == MUSTER_ROSTER_NAME)
    draw_name (cell, row);
  else if (column == MUSTER_ROSTER_STATUS)
    draw_badge (cell, row->standing.overall, text);
  else
    {
      if (column == MUSTER_ROSTER_MAY_ASSIST)
        draw_icon (cell, muster_roster_words_get_may_assist_icon (&row->standing), ICON);
      draw_text (cell, is_number ? FONT_NUMBER : FONT_PLAIN, text, cell->height / 2.);
    }
}

static void
muster_roster_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterRosterLine *self = MUSTER_ROSTER_LINE (widget);
  const MusterRosterRow *row = get_row (self);
  MusterRosterPlace places[MUSTER_N_ROSTER_COLUMNS];
  guint n = muster_roster_columns_lay_out (self->columns, gtk_widget_get_width (widget), places);
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  for (guint i = 0; i < n; i++)
    {
      int border = i > 0 ? BORDER : 0;
      Cell cell = { self, snapshot, places[i].x + border + SIDE, places[i].width - border - 2 * SIDE, gtk_widget_get_height (widget), colour };

      if (row != NULL)
        draw_cell (&cell, places[i].column, row);
      else if (places[i].column == MUSTER_ROSTER_NAME)
        draw_text (&cell, FONT_NAME, _("No longer in the register"), cell.height / 2.);
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
  pango_layout_get_pixel_size (get_layout (self, FONT_PLAIN, ""), NULL, &height);
  if (muster_roster_columns_get_narrow (self->columns))
    {
      pango_layout_get_pixel_size (get_layout (self, FONT_SMALL, ""), NULL, &below);
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
      g_autofree char *below = places[i].column == MUSTER_ROSTER_NAME && muster_roster_columns_get_narrow (self->columns) ? muster_roster_words_dup_below_name (row) : NULL;

      g_string_append_printf (text, "%s\n%s%s", cell != NULL ? cell : "", below != NULL ? below : "", below != NULL ? "\n" : "");
    }
  return g_string_free_and_steal (text);
}
