/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

/* What is drawn on paper: units are points, the page is US Letter, what the printers at hand have. Inside of documents/ only. */

#define MUSTER_PAPER_WIDTH 612
#define MUSTER_PAPER_HEIGHT 792
#define MUSTER_PAPER_MARGIN 64

extern const double muster_paper_ink[3];
extern const double muster_paper_grey[3];
extern const double muster_paper_line[3];

void muster_paper_set_colour (cairo_t *cairo, const double *colour);
/** Returns: (transfer full): @text set in @font, such as "Sans 10.5", in lines of at most @width. */
PangoLayout *muster_paper_layout_new (cairo_t *cairo, const char *font, double width, const char *text);
/** Draws @layout with its top left corner there. Returns: its height. */
double muster_paper_show (cairo_t *cairo, PangoLayout *layout, double x, double y, const double *colour);
/** Draws @text as a QR code of @size. */
void muster_paper_draw_qr (cairo_t *cairo, const char *text, double x, double y, double size);
