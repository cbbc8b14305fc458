/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-paper.h"

#include <qrencode.h>

const double muster_paper_ink[3] = { 0.13, 0.13, 0.16 };
const double muster_paper_grey[3] = { 0.42, 0.42, 0.46 };
const double muster_paper_line[3] = { 0.78, 0.78, 0.80 };

void
muster_paper_set_colour (cairo_t *cairo, const double *colour)
{
  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
}

PangoLayout *
muster_paper_layout_new (cairo_t *cairo, const char *font, double width, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *description = pango_font_description_from_string (font);

  /* Points on paper, whatever the screen's resolution. */
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.1);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (description);
  return layout;
}

double
muster_paper_show (cairo_t *cairo, PangoLayout *layout, double x, double y, const double *colour)
{
  int height;

  muster_paper_set_colour (cairo, colour);
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
muster_paper_draw_qr (cairo_t *cairo, const char *text, double x, double y, double size)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  double module;

  if (code == NULL)
    return;
  module = size / code->width;
  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_translate (cairo, x, y);
  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      if ((code->data[row * code->width + column] & 1) != 0)
        cairo_rectangle (cairo, column * module, row * module, module, module);
  cairo_fill (cairo);
  cairo_restore (cairo);
  QRcode_free (code);
}
