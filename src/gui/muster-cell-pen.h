/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

typedef enum
{
  MUSTER_FONT_PLAIN,
  MUSTER_FONT_NAME,
  MUSTER_FONT_NUMBER,
  MUSTER_FONT_SMALL,
  MUSTER_FONT_BADGE,
  MUSTER_N_FONTS
} MusterFont;

/**
 * MusterCellPen: draws text and icons into a cell of a widget that has no widgets for them.
 * @layout: of muster_cell_pen_make_layout()
 * @x: where what is left of the cell begins, from the side at which reading begins
 * @width: what is left of it
 */
typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  PangoLayout *layout;
  int x;
  int width;
  int height;
  GdkRGBA colour;
} MusterCellPen;

/** Returns: (transfer full): one for all texts of @widget, until its style changes. */
PangoLayout *muster_cell_pen_make_layout (GtkWidget *widget);
/** Sets @width and @height (nullable) to the pixels that @text takes. */
void muster_cell_pen_measure (PangoLayout *layout, MusterFont font, const char *text, int *width, int *height);

/** Draws @text into what is left of the cell, shortened where it has to be, its middle @middle pixels from above. */
void muster_cell_pen_draw_text (MusterCellPen *self, MusterFont font, const char *text, double middle);
/** Draws a symbolic icon in the middle of the height; what follows comes @gap pixels after it. */
void muster_cell_pen_draw_icon (MusterCellPen *self, const char *name, int size, int gap);
/** Fills a pill of that size with a breath of the colour; what follows is drawn on it. */
void muster_cell_pen_draw_pill (MusterCellPen *self, int width, int height);
/** Leaves @width pixels free. */
void muster_cell_pen_skip (MusterCellPen *self, int width);
