/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-bundle-file.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "documents/muster-bundle-drawing.h"
#include "domain/muster-error.h"

#define QR_SIZE 84
#define NUMBER_WIDTH 22 /* of a part, in the contents */
#define PART_ROOM 260     /* a part begins on this page where there is so much of it left */
#define FRAME_PADDING 12

typedef struct
{
  const MusterBundle *bundle;
  guint *pages;    /* on which each part begins; of the first round, while in the second */
  char *foot;
} Drawing;

static void
draw_foot (MusterPaperFlow *flow, gpointer data)
{
  const Drawing *drawing = data;
  /* Translators: the number of the page, how many pages there are, and the foot of the page */
  g_autofree char *text = g_strdup_printf (_("Page %u of %u · %s"), flow->page, MAX (flow->n_pages, flow->page), drawing->foot);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (flow->cairo, "Sans 8", MUSTER_PAPER_TEXT_WIDTH, text);

  cairo_tag_begin (flow->cairo, "P", NULL);
  muster_paper_show (flow->cairo, layout, MUSTER_PAPER_MARGIN, MUSTER_PAPER_FOOT, muster_paper_grey);
  cairo_tag_end (flow->cairo, "P");
}

static void
draw_rule (MusterPaperFlow *flow, double after)
{
  muster_paper_set_colour (flow->cairo, muster_paper_line);
  cairo_set_line_width (flow->cairo, 1);
  cairo_move_to (flow->cairo, MUSTER_PAPER_MARGIN, flow->y);
  cairo_rel_line_to (flow->cairo, MUSTER_PAPER_TEXT_WIDTH, 0);
  cairo_stroke (flow->cairo);
  flow->y += after;
}

/* A text in a frame of its own. */
static void
draw_notice (MusterPaperFlow *flow, const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  double top = flow->y;

  if (text == NULL)
    return;
  layout = muster_paper_layout_new (flow->cairo, "Sans 10", MUSTER_PAPER_TEXT_WIDTH - 2 * FRAME_PADDING, text);
  flow->y += FRAME_PADDING;
  muster_paper_flow_add_lines (flow, layout, MUSTER_PAPER_MARGIN + FRAME_PADDING, "P", muster_paper_ink, 0);
  flow->y += FRAME_PADDING;
  muster_paper_set_colour (flow->cairo, muster_paper_ink);
  cairo_set_line_width (flow->cairo, 1);
  cairo_rectangle (flow->cairo, MUSTER_PAPER_MARGIN + 0.5, top + 0.5, MUSTER_PAPER_TEXT_WIDTH - 1, flow->y - top);
  cairo_stroke (flow->cairo);
  flow->y += 20;
}

static void
draw_block (MusterPaperFlow *flow, const MusterBundleBlock *block)
{
  switch (block->kind)
    {
    case MUSTER_BUNDLE_HEADING:
      muster_paper_flow_need (flow, 80);
      flow->y += 10;
      muster_paper_flow_add_text (flow, "Sans Bold 11.5", "H2", block->text, muster_paper_ink, 5);
      break;
    case MUSTER_BUNDLE_TEXT:
      muster_paper_flow_add_text (flow, "Sans 9.5", "P", block->text, muster_paper_ink, 8);
      break;
    case MUSTER_BUNDLE_FACTS:
    case MUSTER_BUNDLE_TABLE:
    default:
      muster_bundle_rows_draw (flow, block);
      flow->y += 14;
      break;
    }
}

static void
draw_blocks (MusterPaperFlow *flow, const MusterBundlePart *part)
{
  for (guint i = 0; i < part->blocks->len; i++)
    draw_block (flow, part->blocks->pdata[i]);
}

/* The code at the foot of the cover, as text and to be photographed. */
static void
draw_checkpoint (MusterPaperFlow *flow, const char *checkpoint)
{
  double top = MUSTER_PAPER_BOTTOM - QR_SIZE, width = MUSTER_PAPER_TEXT_WIDTH - QR_SIZE - 16;
  g_autoptr (PangoLayout) label = muster_paper_layout_new (flow->cairo, "Sans 9", width, _("Checkpoint of the journal at this moment. Muster says by it whether anything before it was changed since."));
  g_autoptr (PangoLayout) code = muster_paper_layout_new (flow->cairo, "Monospace Bold 11", width, checkpoint);

  flow->y = top + 26;
  cairo_tag_begin (flow->cairo, "P", NULL);
  flow->y += muster_paper_show (flow->cairo, code, MUSTER_PAPER_MARGIN, flow->y, muster_paper_ink) + 5;
  cairo_tag_end (flow->cairo, "P");
  cairo_tag_begin (flow->cairo, "P", NULL);
  muster_paper_show (flow->cairo, label, MUSTER_PAPER_MARGIN, flow->y, muster_paper_grey);
  cairo_tag_end (flow->cairo, "P");
  muster_paper_draw_qr (flow->cairo, checkpoint, MUSTER_PAPER_WIDTH - MUSTER_PAPER_MARGIN - QR_SIZE, top, QR_SIZE);
}

static void
draw_cover (MusterPaperFlow *flow, const MusterBundle *bundle)
{
  muster_paper_flow_begin_page (flow);
  muster_paper_flow_add_text (flow, "Sans Bold 12", "P", bundle->agency, muster_paper_grey, 90);
  muster_paper_flow_add_text (flow, "Sans Bold 30", "H1", bundle->title, muster_paper_ink, 8);
  muster_paper_flow_add_text (flow, "Sans 16", "P", bundle->subtitle, muster_paper_ink, 22);
  draw_rule (flow, 22);
  draw_notice (flow, bundle->notice);
  draw_blocks (flow, bundle->cover);
  if (flow->y > MUSTER_PAPER_BOTTOM - QR_SIZE)
    {
      muster_paper_flow_end_page (flow);
      muster_paper_flow_begin_page (flow);
    }
  draw_checkpoint (flow, bundle->checkpoint);
  muster_paper_flow_end_page (flow);
}

static void
draw_entry (MusterPaperFlow *flow, guint number, const char *title, guint page)
{
  g_autofree char *text = g_strdup_printf ("%u\t%s\t%u", number, title, page), *link = g_strdup_printf ("dest='part-%u'", number);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (flow->cairo, "Sans 10.5", MUSTER_PAPER_TEXT_WIDTH, text);
  PangoTabArray *tabs = pango_tab_array_new_with_positions (2, FALSE, PANGO_TAB_LEFT, NUMBER_WIDTH * PANGO_SCALE, PANGO_TAB_RIGHT, MUSTER_PAPER_TEXT_WIDTH * PANGO_SCALE);

  pango_layout_set_tabs (layout, tabs);
  pango_tab_array_free (tabs);
  muster_paper_flow_need (flow, 40);
  cairo_tag_begin (flow->cairo, CAIRO_TAG_LINK, link);
  flow->y += muster_paper_show (flow->cairo, layout, MUSTER_PAPER_MARGIN, flow->y, muster_paper_ink) + 6;
  cairo_tag_end (flow->cairo, CAIRO_TAG_LINK);
  draw_rule (flow, 7);
}

static void
draw_contents (MusterPaperFlow *flow, const Drawing *drawing)
{
  muster_paper_flow_begin_page (flow);
  muster_paper_flow_add_text (flow, "Sans Bold 18", "H1", _("Contents"), muster_paper_ink, 16);
  for (guint i = 0; i < drawing->bundle->parts->len; i++)
    draw_entry (flow, i + 1, ((const MusterBundlePart *) drawing->bundle->parts->pdata[i])->title, drawing->pages[i]);
  muster_paper_flow_end_page (flow);
}

static void
draw_part (MusterPaperFlow *flow, guint number, const MusterBundlePart *part, guint *page)
{
  g_autofree char *title = g_strdup_printf ("%u  %s", number, part->title);
  g_autofree char *name = g_strdup_printf ("name='part-%u'", number), *link = g_strdup_printf ("dest='part-%u'", number);

  if (!muster_paper_flow_need (flow, PART_ROOM) && flow->y > MUSTER_PAPER_MARGIN)
    flow->y += 26;
  *page = flow->page;
  cairo_tag_begin (flow->cairo, CAIRO_TAG_DEST, name);
  muster_paper_flow_add_text (flow, "Sans Bold 18", "H1", title, muster_paper_ink, 12);
  cairo_tag_end (flow->cairo, CAIRO_TAG_DEST);
  cairo_pdf_surface_add_outline (flow->surface, CAIRO_PDF_OUTLINE_ROOT, title, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  draw_blocks (flow, part);
}

static void
draw_bundle (MusterPaperFlow *flow, gpointer data)
{
  Drawing *drawing = data;
  GPtrArray *parts = drawing->bundle->parts;

  draw_cover (flow, drawing->bundle);
  draw_contents (flow, drawing);
  muster_paper_flow_begin_page (flow);
  for (guint i = 0; i < parts->len; i++)
    draw_part (flow, i + 1, parts->pdata[i], &drawing->pages[i]);
  muster_paper_flow_end_page (flow);
}

static char *
dup_foot (const MusterBundle *bundle)
{
  return g_strconcat (bundle->number, bundle->notice != NULL ? " · " : "", bundle->notice != NULL ? _("Redacted form") : "", " · ", bundle->checkpoint, bundle->is_practice ? " · " : NULL,
                      _("Practice register: invented people"), NULL);
}

GBytes *
muster_bundle_file_draw (const MusterBundle *bundle, guint *n_pages, GError **error)
{
  g_autofree guint *pages = g_new0 (guint, bundle->parts->len + 1);
  g_autofree char *foot = dup_foot (bundle), *title = g_strdup_printf ("%s %s", bundle->title, bundle->number);
  Drawing drawing = { bundle, pages, foot };
  MusterPaperFlow flow = { .draw = draw_bundle, .draw_foot = draw_foot, .data = &drawing };
  GBytes *file = muster_paper_flow_make (&flow, title, bundle->agency, bundle->drawn_at);

  if (file == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The bundle could not be drawn: there is not enough memory. Nothing was changed."));
  else if (n_pages != NULL)
    *n_pages = flow.n_pages;
  return file;
}
