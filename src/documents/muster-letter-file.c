/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-letter-file.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "documents/muster-letter-words.h"
#include "documents/muster-paper-flow.h"
#include "domain/muster-error.h"

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

typedef struct
{
  const MusterLetter *letter;
  const char *checkpoint;
} Drawing;

static void
draw_foot (MusterPaperFlow *flow, gpointer data)
{
  Drawing *drawing = data;
  g_autofree char *text = muster_letter_words_dup_foot (drawing->letter->language, flow->page, flow->n_pages, drawing->checkpoint);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (flow->cairo, "Sans 8", MUSTER_PAPER_TEXT_WIDTH - QR_SIZE - 12, text);

  cairo_tag_begin (flow->cairo, "P", NULL);
  muster_paper_show (flow->cairo, layout, MUSTER_PAPER_MARGIN, MUSTER_PAPER_FOOT, muster_paper_grey);
  cairo_tag_end (flow->cairo, "P");
  if (drawing->checkpoint != NULL && flow->page == flow->n_pages)
    muster_paper_draw_qr (flow->cairo, drawing->checkpoint, MUSTER_PAPER_WIDTH - MUSTER_PAPER_MARGIN - QR_SIZE, MUSTER_PAPER_FOOT - QR_SIZE + 16, QR_SIZE);
}

static void
add_text (MusterPaperFlow *flow, const char *font, const char *tag, const char *text, double after)
{
  muster_paper_flow_add_text (flow, font, tag, text, muster_paper_ink, after);
}

static void
add_block (MusterPaperFlow *flow, const MusterLetterBlock *block)
{
  const Style *style = &styles[block->style];
  g_autofree char *text = block->style == MUSTER_LETTER_ITEM ? g_strconcat ("•\t", block->text, NULL) : g_strdup (block->text);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (flow->cairo, style->font, MUSTER_PAPER_TEXT_WIDTH, text);
  PangoTabArray *tabs = pango_tab_array_new_with_positions (1, FALSE, PANGO_TAB_LEFT, (int) (ITEM_INDENT * PANGO_SCALE));

  pango_layout_set_tabs (layout, tabs);
  pango_tab_array_free (tabs);
  pango_layout_set_indent (layout, -(int) (style->indent * PANGO_SCALE));
  flow->y += style->before;
  /* A heading does not stay behind alone at the foot of a page. */
  muster_paper_flow_add_lines (flow, layout, MUSTER_PAPER_MARGIN, style->tag, muster_paper_ink, block->style == MUSTER_LETTER_HEADING ? 40 : 0);
  flow->y += style->after;
}

static void
draw_letter (MusterPaperFlow *flow, gpointer data)
{
  const MusterLetter *letter = ((Drawing *) data)->letter;

  muster_paper_flow_begin_page (flow);
  add_text (flow, "Sans Bold 13", "P", letter->agency, 3);
  add_text (flow, "Sans 10", "P", letter->day, 24);
  add_text (flow, "Sans 11", "P", letter->addressee, 20);
  add_text (flow, "Sans Bold 18", "H1", letter->title, 3);
  add_text (flow, "Sans 10", "P", letter->number, 0);
  flow->y += 14;
  for (guint i = 0; i < letter->blocks->len; i++)
    add_block (flow, letter->blocks->pdata[i]);
  muster_paper_flow_end_page (flow);
}

static guint
count_unknown (PangoLayout *layout, const char *text, int length)
{
  pango_layout_set_text (layout, text, length);
  return pango_layout_get_unknown_glyphs_count (layout);
}

/* Adds to @unknown what of @text no font has, each once. */
static void
find_unknown (PangoLayout *layout, const char *text, GString *unknown)
{
  if (text == NULL || count_unknown (layout, text, -1) == 0)
    return;
  for (const char *place = text; *place != '\0'; place = g_utf8_next_char (place))
    {
      g_autofree char *letter = g_strndup (place, g_utf8_next_char (place) - place);

      if (strstr (unknown->str, letter) == NULL && count_unknown (layout, letter, -1) > 0)
        g_string_append_printf (unknown, "%s%s (U+%04X)", unknown->len > 0 ? ", " : "", letter, g_utf8_get_char (letter));
    }
}

static PangoLayout *
layout_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (TEXT_FONT);
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

/* A notice with empty boxes where a name stands is none. */
static gboolean
check_letters (const MusterLetter *letter, GError **error)
{
  g_autoptr (PangoLayout) layout = layout_new ();
  const char *const texts[] = { letter->agency, letter->day, letter->addressee, letter->title, letter->number };
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    find_unknown (layout, texts[i], unknown);
  for (guint i = 0; i < letter->blocks->len; i++)
    find_unknown (layout, ((const MusterLetterBlock *) letter->blocks->pdata[i])->text, unknown);
  if (unknown->len == 0)
    return TRUE;
  /* Translators: letters with their numbers: “李 (U+674E), 龍 (U+9F8D)” */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The letter was not created: no font on this computer has %s. Install one that has, or write it in other letters."), unknown->str);
  return FALSE;
}

GBytes *
muster_letter_file_draw (const MusterLetter *letter, const char *checkpoint, gint64 time, GError **error)
{
  Drawing drawing = { letter, checkpoint };
  MusterPaperFlow flow = { .draw = draw_letter, .draw_foot = draw_foot, .data = &drawing };
  GBytes *file;

  if (!check_letters (letter, error))
    return NULL;
  file = muster_paper_flow_make (&flow, letter->title, letter->agency, time);
  if (file == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The letter could not be created: there is not enough memory. Nothing was changed."));
  return file;
}
