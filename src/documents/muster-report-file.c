/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-report-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "documents/muster-report-drawing.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define FOOT (MUSTER_REPORT_PAGE_HEIGHT - MUSTER_REPORT_MARGIN + 2)
#define QR_SIZE 44
#define FIGURE_WIDTH 150
#define BAR_HEIGHT 13
#define BAR_STEP 19
#define BAR_LABEL_WIDTH 130
#define BAR_VALUE_WIDTH 44
#define CHART_WIDTH 520 /* of the longest bar with its label */

static const double bar_colour[3] = { 0.21, 0.45, 0.72 };

/* A paragraph of its own to who reads it aloud. Returns: its height. */
static double
show (MusterReportDrawing *drawing, PangoLayout *layout, double x, double y, const double *colour)
{
  double height;

  cairo_tag_begin (drawing->cairo, "P", NULL);
  height = muster_paper_show (drawing->cairo, layout, x, y, colour);
  cairo_tag_end (drawing->cairo, "P");
  return height;
}

static void
draw_foot (MusterReportDrawing *drawing)
{
  /* Translators: the number of the page, how many pages there are, and the foot of the page */
  g_autofree char *text = g_strdup_printf (_("Page %u of %u · %s"), drawing->page, MAX (drawing->n_pages, drawing->page), drawing->foot);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (drawing->cairo, "Sans 8", MUSTER_REPORT_WIDTH - QR_SIZE - 12, text);

  show (drawing, layout, MUSTER_REPORT_MARGIN, FOOT, muster_paper_grey);
  if (drawing->checkpoint != NULL && drawing->page == drawing->n_pages)
    muster_paper_draw_qr (drawing->cairo, drawing->checkpoint, MUSTER_REPORT_PAGE_WIDTH - MUSTER_REPORT_MARGIN - QR_SIZE, FOOT - QR_SIZE + 20, QR_SIZE);
}

void
muster_report_drawing_begin_page (MusterReportDrawing *drawing)
{
  drawing->page++;
  drawing->y = MUSTER_REPORT_MARGIN;
}

void
muster_report_drawing_end_page (MusterReportDrawing *drawing)
{
  draw_foot (drawing);
  cairo_show_page (drawing->cairo);
}

gboolean
muster_report_drawing_need (MusterReportDrawing *drawing, double height)
{
  if (drawing->y + height <= MUSTER_REPORT_BOTTOM)
    return FALSE;
  muster_report_drawing_end_page (drawing);
  muster_report_drawing_begin_page (drawing);
  return TRUE;
}

static void
add_text (MusterReportDrawing *drawing, const char *font, const char *tag, const char *text, const double *colour, double after)
{
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (drawing->cairo, font, MUSTER_REPORT_WIDTH, text);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  muster_report_drawing_need (drawing, (double) height / PANGO_SCALE);
  cairo_tag_begin (drawing->cairo, tag, NULL);
  drawing->y += muster_paper_show (drawing->cairo, layout, MUSTER_REPORT_MARGIN, drawing->y, colour) + after;
  cairo_tag_end (drawing->cairo, tag);
}

static void
draw_head (MusterReportDrawing *drawing, const char *agency)
{
  g_autofree char *as_of = muster_report_dup_day_text (drawing->report);

  add_text (drawing, "Sans Bold 10", "P", agency, muster_paper_grey, 4);
  add_text (drawing, "Sans Bold 18", "H1", muster_report_kind_get_title (drawing->report->kind), muster_paper_ink, 2);
  add_text (drawing, "Sans 11", "P", as_of, muster_paper_ink, 16);
}

/* What sums it up, side by side: the number, and what it counts. */
static void
draw_figures (MusterReportDrawing *drawing)
{
  GPtrArray *figures = drawing->report->figures;
  double height = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const MusterReportFigure *figure = figures->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, figure->value);
      g_autoptr (PangoLayout) value = muster_paper_layout_new (drawing->cairo, "Sans Bold 16", FIGURE_WIDTH - 12, number);
      g_autoptr (PangoLayout) label = muster_paper_layout_new (drawing->cairo, "Sans 9", FIGURE_WIDTH - 12, figure->label);
      double x = MUSTER_REPORT_MARGIN + i * FIGURE_WIDTH, taken;

      taken = show (drawing, value, x, drawing->y, muster_paper_ink);
      taken += show (drawing, label, x, drawing->y + taken, muster_paper_grey);
      height = MAX (height, taken);
    }
  drawing->y += height + 18;
}

static gint64
get_longest (GPtrArray *bars)
{
  gint64 longest = 1;

  for (guint i = 0; i < bars->len; i++)
    longest = MAX (longest, ((const MusterReportFigure *) bars->pdata[i])->value);
  return longest;
}

static void
draw_bar (MusterReportDrawing *drawing, const MusterReportFigure *bar, gint64 longest)
{
  double room = CHART_WIDTH - BAR_LABEL_WIDTH - BAR_VALUE_WIDTH, length = room * bar->value / longest;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, bar->value);
  g_autoptr (PangoLayout) label = muster_paper_layout_new (drawing->cairo, "Sans 9", BAR_LABEL_WIDTH - 10, bar->label);
  g_autoptr (PangoLayout) value = muster_paper_layout_new (drawing->cairo, "Sans Bold 9", BAR_VALUE_WIDTH, number);

  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  show (drawing, label, MUSTER_REPORT_MARGIN, drawing->y, muster_paper_ink);
  muster_paper_set_colour (drawing->cairo, bar_colour);
  cairo_rectangle (drawing->cairo, MUSTER_REPORT_MARGIN + BAR_LABEL_WIDTH, drawing->y, length, BAR_HEIGHT);
  cairo_fill (drawing->cairo);
  show (drawing, value, MUSTER_REPORT_MARGIN + BAR_LABEL_WIDTH + length + 6, drawing->y, muster_paper_ink);
  drawing->y += BAR_STEP;
}

static void
draw_chart (MusterReportDrawing *drawing)
{
  GPtrArray *bars = drawing->report->bars;
  gint64 longest = get_longest (bars);

  if (bars->len == 0)
    return;
  muster_report_drawing_need (drawing, 20 + BAR_STEP * MIN (bars->len, 12));
  add_text (drawing, "Sans Bold 11", "H2", drawing->report->chart_title, muster_paper_ink, 6);
  for (guint i = 0; i < bars->len; i++)
    {
      muster_report_drawing_need (drawing, BAR_STEP);
      draw_bar (drawing, bars->pdata[i], longest);
    }
  drawing->y += 14;
}

static void
draw_notes (MusterReportDrawing *drawing)
{
  drawing->y += 14;
  muster_report_drawing_need (drawing, 40);
  add_text (drawing, "Sans Bold 9.5", "H2", _("What is counted"), muster_paper_ink, 3);
  for (guint i = 0; i < drawing->report->notes->len; i++)
    add_text (drawing, "Sans 9", "P", drawing->report->notes->pdata[i], muster_paper_ink, 4);
}

static void
draw_report (MusterReportDrawing *drawing, const char *agency)
{
  drawing->page = 0;
  muster_report_drawing_begin_page (drawing);
  draw_head (drawing, agency);
  draw_figures (drawing);
  draw_chart (drawing);
  if (drawing->report->rows->len > 0)
    muster_report_grid_draw (drawing);
  else
    add_text (drawing, "Sans 10", "P", _("There is nothing to report as of this day."), muster_paper_ink, 0);
  draw_notes (drawing);
  muster_report_drawing_end_page (drawing);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  if (closure != NULL)
    g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const MusterReport *report, const char *agency)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (report->drawn_at);
  g_autofree char *created = g_date_time_format_iso8601 (moment);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, muster_report_kind_get_title (report->kind));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, agency);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/* Returns: whether it was drawn; @bytes: (nullable): where it goes. */
static gboolean
draw (MusterReportDrawing *drawing, const char *agency, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, MUSTER_REPORT_PAGE_WIDTH, MUSTER_REPORT_PAGE_HEIGHT);
  gboolean ok;

  set_metadata (surface, drawing->report, agency);
  drawing->cairo = cairo_create (surface);
  draw_report (drawing, agency);
  ok = cairo_status (drawing->cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (drawing->cairo);
  cairo_surface_finish (surface);
  ok = ok && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return ok;
}

static char *
dup_foot (const MusterReport *report, const char *checkpoint, gboolean is_practice)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local_usec (report->drawn_at);
  g_autofree char *time = g_date_time_format (moment, "%Y-%m-%d %H:%M");
  g_autoptr (GString) foot = g_string_new (NULL);

  g_string_append_printf (foot, _("Drawn %s"), time);
  if (checkpoint != NULL)
    g_string_append_printf (foot, " · %s", checkpoint);
  if (is_practice)
    g_string_append_printf (foot, " · %s", _("Practice register: invented people"));
  return g_strdup (foot->str);
}

GBytes *
muster_report_file_draw (const MusterReport *report, const char *agency, const char *checkpoint, gboolean is_practice, GError **error)
{
  g_autofree char *foot = dup_foot (report, checkpoint, is_practice);
  MusterReportDrawing drawing = { .report = report, .foot = foot, .checkpoint = checkpoint };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (report->rows->len > MUSTER_REPORT_MOST_ON_PAPER)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The report has more than %u rows, which nobody reads on paper. Choose a workbook or CSV."), MUSTER_REPORT_MOST_ON_PAPER);
      return NULL;
    }
  /* Once to count the pages. */
  if (draw (&drawing, agency, NULL))
    {
      drawing.n_pages = drawing.page;
      if (draw (&drawing, agency, bytes))
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    }
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The report could not be drawn: there is not enough memory. Nothing was changed."));
  return NULL;
}
