/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-cell-pen.h"

#include <adwaita.h>

#define SMALL .82
#define BADGE_TEXT .9
#define PILL_FILL .1

static PangoAttrList *
make_attributes (MusterFont font)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (font == MUSTER_FONT_NAME)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_MEDIUM));
  if (font == MUSTER_FONT_NUMBER)
    pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  if (font == MUSTER_FONT_SMALL)
    pango_attr_list_insert (list, pango_attr_scale_new (SMALL));
  if (font == MUSTER_FONT_BADGE)
    {
      pango_attr_list_insert (list, pango_attr_scale_new (BADGE_TEXT));
      pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
    }
  return list;
}

static PangoAttrList *
get_attributes (MusterFont font)
{
  static PangoAttrList *lists[MUSTER_N_FONTS];

  if (lists[font] == NULL)
    lists[font] = make_attributes (font);
  return lists[font];
}

static void
set_text (PangoLayout *layout, MusterFont font, const char *text, int width)
{
  pango_layout_set_width (layout, width);
  pango_layout_set_attributes (layout, get_attributes (font));
  pango_layout_set_text (layout, text, -1);
}

static gboolean
is_right_to_left (MusterCellPen *self)
{
  return gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

/* Returns: where the first @width pixels of the cell are, in the widget */
static int
get_left (MusterCellPen *self, int width)
{
  return is_right_to_left (self) ? gtk_widget_get_width (self->widget) - self->x - width : self->x;
}

PangoLayout *
muster_cell_pen_make_layout (GtkWidget *widget)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

void
muster_cell_pen_measure (PangoLayout *layout, MusterFont font, const char *text, int *width, int *height)
{
  set_text (layout, font, text, -1);
  pango_layout_get_pixel_size (layout, width, height);
}

void
muster_cell_pen_draw_text (MusterCellPen *self, MusterFont font, const char *text, double middle)
{
  gboolean from_right = is_right_to_left (self);
  gboolean runs_with_us;
  int height;

  if (self->width <= 0)
    return;
  set_text (self->layout, font, text, self->width * PANGO_SCALE);
  runs_with_us = (pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (self->layout, 0)) == PANGO_DIRECTION_RTL) == from_right;
  /* Pango turns the sides round where a text runs against its surroundings. */
  pango_layout_set_alignment (self->layout, runs_with_us != from_right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (get_left (self, self->width), (int) (middle - height / 2.)));
  gtk_snapshot_append_layout (self->snapshot, self->layout, &self->colour);
  gtk_snapshot_restore (self->snapshot);
}

void
muster_cell_pen_draw_icon (MusterCellPen *self, const char *name, int size, int gap)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));
  /* Of one colour: a theme would draw the part that warns in another one. */
  const GdkRGBA colours[] = { self->colour, self->colour, self->colour, self->colour };
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (self->widget), gtk_widget_get_direction (self->widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (get_left (self, size), (self->height - size) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), self->snapshot, size, size, colours, G_N_ELEMENTS (colours));
  gtk_snapshot_restore (self->snapshot);
  muster_cell_pen_skip (self, size + gap);
}

void
muster_cell_pen_draw_pill (MusterCellPen *self, int width, int height)
{
  static const float border[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { self->colour, self->colour, self->colour, self->colour };
  GdkRGBA fill = self->colour;
  GskRoundedRect outline;

  fill.alpha *= PILL_FILL;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (get_left (self, width), (self->height - height) / 2, width, height), height / 2.f);
  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (self->snapshot);
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_snapshot_append_border (self->snapshot, &outline, border, colours);
}

void
muster_cell_pen_skip (MusterCellPen *self, int width)
{
  self->x += width;
  self->width -= width;
}
