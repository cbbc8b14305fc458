/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-letter-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "documents/muster-letter-words.h"
#include "documents/muster-paper.h"
#include "domain/muster-error.h"

#define TEXT_WIDTH (MUSTER_PAPER_WIDTH - 2 * MUSTER_PAPER_MARGIN)
#define BOTTOM (MUSTER_PAPER_HEIGHT - MUSTER_PAPER_MARGIN - 40) /* above the foot */
#define FOOT (MUSTER_PAPER_HEIGHT - MUSTER_PAPER_MARGIN + 4)
#define QR_SIZE 56
#define ITEM_INDENT 16
#define TEXT_FONT "Sans 10.5"

typedef struct
{
  const char *font;
  const char *tag; /* of the PDF's structure */
  double indent;
  double before, after;
} Style;

static const Style styles[] = {
  [MUSTER_LETTER_PARAGRAPH] = { TEXT_FONT, "P", 0, 0, 9 },
  [MUSTER_LETTER_HEADING] = { "Sans Bold 11.5", "H2", 0, 7, 4 },
  [MUSTER_LETTER_ITEM] = { TEXT_FONT, "P", ITEM_INDENT, 0, 5 },
};

/* Where we are. */
typedef struct
{
  cairo_t *cairo;
  const MusterLetter *letter;
  const char *checkpoint;
  guint page;
  guint n_pages; /* 0 while they are counted */
  double y;
} Drawing;

static void
draw_foot (Drawing *drawing)
{
  g_autofree char *text = muster_letter_words_dup_foot (drawing->letter->language, drawing->page, drawing->n_pages, drawing->checkpoint);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (drawing->cairo, "Sans 8", TEXT_WIDTH - QR_SIZE - 12, text);

  cairo_tag_begin (drawing->cairo, "P", NULL);
  muster_paper_show (drawing->cairo, layout, MUSTER_PAPER_MARGIN, FOOT, muster_paper_grey);
  cairo_tag_end (drawing->cairo, "P");
  if (drawing->checkpoint != NULL && drawing->page == drawing->n_pages)
    muster_paper_draw_qr (drawing->cairo, drawing->checkpoint, MUSTER_PAPER_WIDTH - MUSTER_PAPER_MARGIN - QR_SIZE, FOOT - QR_SIZE + 16, QR_SIZE);
}

static void
end_page (Drawing *drawing)
{
  draw_foot (drawing);
  cairo_show_page (drawing->cairo);
}

static void
begin_page (Drawing *drawing)
{
  drawing->page++;
  drawing->y = MUSTER_PAPER_MARGIN;
}

/* A paragraph goes on over the page; each part is one of its own to who reads it aloud. */
static void
add_lines (Drawing *drawing, PangoLayout *layout, double x, const char *tag, double keep)
{
  PangoLayoutIter *lines = pango_layout_get_iter (layout);
  double last_top = 0;

  muster_paper_set_colour (drawing->cairo, muster_paper_ink);
  cairo_tag_begin (drawing->cairo, tag, NULL);
  do
    {
      PangoRectangle extents;
      double top, height;

      pango_layout_iter_get_line_extents (lines, NULL, &extents);
      top = (double) extents.y / PANGO_SCALE;
      height = (double) extents.height / PANGO_SCALE;
      drawing->y += top - last_top;
      last_top = top;
      if (drawing->y + height + keep > BOTTOM)
        {
          cairo_tag_end (drawing->cairo, tag);
          end_page (drawing);
          begin_page (drawing);
          muster_paper_set_colour (drawing->cairo, muster_paper_ink);
          cairo_tag_begin (drawing->cairo, tag, NULL);
        }
      cairo_move_to (drawing->cairo, x + (double) extents.x / PANGO_SCALE, drawing->y + (double) (pango_layout_iter_get_baseline (lines) - extents.y) / PANGO_SCALE);
      pango_cairo_show_layout_line (drawing->cairo, pango_layout_iter_get_line_readonly (lines));
      if (pango_layout_iter_at_last_line (lines))
        drawing->y += height;
    }
  while (pango_layout_iter_next_line (lines));
  cairo_tag_end (drawing->cairo, tag);
  pango_layout_iter_free (lines);
}

static void
add_text (Drawing *drawing, const char *font, const char *tag, const char *text, double after)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return;
  layout = muster_paper_layout_new (drawing->cairo, font, TEXT_WIDTH, text);
  add_lines (drawing, layout, MUSTER_PAPER_MARGIN, tag, 0);
  drawing->y += after;
}

static void
add_block (Drawing *drawing, const MusterLetterBlock *block)
{
  const Style *style = &styles[block->style];
  g_autofree char *text = block->style == MUSTER_LETTER_ITEM ? g_strconcat ("•\t", block->text, NULL) : g_strdup (block->text);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (drawing->cairo, style->font, TEXT_WIDTH, text);
  PangoTabArray *tabs = pango_tab_array_new_with_positions (1, FALSE, PANGO_TAB_LEFT, (int) (ITEM_INDENT * PANGO_SCALE));

  pango_layout_set_tabs (layout, tabs);
  pango_tab_array_free (tabs);
  pango_layout_set_indent (layout, -(int) (style->indent * PANGO_SCALE));
  drawing->y += style->before;
  /* A heading does not stay behind alone at the foot of a page. */
  add_lines (drawing, layout, MUSTER_PAPER_MARGIN, style->tag, block->style == MUSTER_LETTER_HEADING ? 40 : 0);
  drawing->y += style->after;
}

static void
draw_letter (Drawing *drawing)
{
  const MusterLetter *letter = drawing->letter;

  drawing->page = 0;
  begin_page (drawing);
  add_text (drawing, "Sans Bold 13", "P", letter->agency, 3);
  add_text (drawing, "Sans 10", "P", letter->day, 24);
  add_text (drawing, "Sans 11", "P", letter->addressee, 20);
  add_text (drawing, "Sans Bold 18", "H1", letter->title, 3);
  add_text (drawing, "Sans 10", "P", letter->number, 0);
  drawing->y += 14;
  for (guint i = 0; i < letter->blocks->len; i++)
    add_block (drawing, letter->blocks->pdata[i]);
  end_page (drawing);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  if (closure != NULL)
    g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const MusterLetter *letter, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (time);
  g_autofree char *created = g_date_time_format_iso8601 (moment);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, letter->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, letter->agency);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/* Returns: whether it was drawn; @bytes (nullable): where it goes. */
static gboolean
draw (Drawing *drawing, GByteArray *bytes, gint64 time)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, MUSTER_PAPER_WIDTH, MUSTER_PAPER_HEIGHT);
  gboolean ok;

  set_metadata (surface, drawing->letter, time);
  drawing->cairo = cairo_create (surface);
  draw_letter (drawing);
  ok = cairo_status (drawing->cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (drawing->cairo);
  cairo_surface_finish (surface);
  ok = ok && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return ok;
}

GBytes *
muster_letter_file_draw (const MusterLetter *letter, const char *checkpoint, gint64 time, GError **error)
{
  Drawing drawing = { .letter = letter, .checkpoint = checkpoint };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  /* Once to count the pages. */
  if (draw (&drawing, NULL, time))
    {
      drawing.n_pages = drawing.page;
      if (draw (&drawing, bytes, time))
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    }
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The letter could not be drawn: there is not enough memory. Nothing was changed."));
  return NULL;
}
