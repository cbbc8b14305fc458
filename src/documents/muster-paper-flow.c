/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-paper-flow.h"

#include <cairo-pdf.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  if (closure != NULL)
    g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const char *title, const char *author, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (time);
  g_autofree char *created = g_date_time_format_iso8601 (moment);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/* Returns: whether it was drawn; @bytes (nullable): where it goes. */
static gboolean
draw (MusterPaperFlow *flow, GByteArray *bytes, const char *title, const char *author, gint64 time)
{
  gboolean ok;

  flow->surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, MUSTER_PAPER_WIDTH, MUSTER_PAPER_HEIGHT);
  set_metadata (flow->surface, title, author, time);
  flow->cairo = cairo_create (flow->surface);
  flow->page = 0;
  flow->draw (flow, flow->data);
  ok = cairo_status (flow->cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (flow->cairo);
  cairo_surface_finish (flow->surface);
  ok = ok && cairo_surface_status (flow->surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (flow->surface);
  return ok;
}

GBytes *
muster_paper_flow_make (MusterPaperFlow *flow, const char *title, const char *author, gint64 time)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  /* Once to count the pages. */
  flow->n_pages = 0;
  if (!draw (flow, NULL, title, author, time))
    return NULL;
  flow->n_pages = flow->page;
  if (!draw (flow, bytes, title, author, time))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

void
muster_paper_flow_begin_page (MusterPaperFlow *flow)
{
  flow->page++;
  flow->y = MUSTER_PAPER_MARGIN;
}

void
muster_paper_flow_end_page (MusterPaperFlow *flow)
{
  flow->draw_foot (flow, flow->data);
  cairo_show_page (flow->cairo);
}

gboolean
muster_paper_flow_need (MusterPaperFlow *flow, double height)
{
  if (flow->y + height <= MUSTER_PAPER_BOTTOM)
    return FALSE;
  muster_paper_flow_end_page (flow);
  muster_paper_flow_begin_page (flow);
  return TRUE;
}

void
muster_paper_flow_add_lines (MusterPaperFlow *flow, PangoLayout *layout, double x, const char *tag, const double *colour, double keep)
{
  PangoLayoutIter *lines = pango_layout_get_iter (layout);
  double last_top = 0;

  muster_paper_set_colour (flow->cairo, colour);
  cairo_tag_begin (flow->cairo, tag, NULL);
  do
    {
      PangoRectangle extents;
      double top, height;

      pango_layout_iter_get_line_extents (lines, NULL, &extents);
      top = (double) extents.y / PANGO_SCALE;
      height = (double) extents.height / PANGO_SCALE;
      flow->y += top - last_top;
      last_top = top;
      if (flow->y + height + keep > MUSTER_PAPER_BOTTOM)
        {
          cairo_tag_end (flow->cairo, tag);
          muster_paper_flow_end_page (flow);
          muster_paper_flow_begin_page (flow);
          muster_paper_set_colour (flow->cairo, colour);
          cairo_tag_begin (flow->cairo, tag, NULL);
        }
      cairo_move_to (flow->cairo, x + (double) extents.x / PANGO_SCALE, flow->y + (double) (pango_layout_iter_get_baseline (lines) - extents.y) / PANGO_SCALE);
      pango_cairo_show_layout_line (flow->cairo, pango_layout_iter_get_line_readonly (lines));
      if (pango_layout_iter_at_last_line (lines))
        flow->y += height;
    }
  while (pango_layout_iter_next_line (lines));
  cairo_tag_end (flow->cairo, tag);
  pango_layout_iter_free (lines);
}

void
muster_paper_flow_add_text (MusterPaperFlow *flow, const char *font, const char *tag, const char *text, const double *colour, double after)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return;
  layout = muster_paper_layout_new (flow->cairo, font, MUSTER_PAPER_TEXT_WIDTH, text);
  muster_paper_flow_add_lines (flow, layout, MUSTER_PAPER_MARGIN, tag, colour, 0);
  flow->y += after;
}
