/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-report-drawing.h"

#define FONT "Sans 8.5"
#define HEAD_FONT "Sans Bold 8.5"
#define GAP 10     /* between columns */
#define PADDING 3  /* above and below what is written */
#define WIDEST 36  /* letters by which a column claims room; what is longer goes on in the next line */
#define NARROWEST 4

typedef struct
{
  MusterReportDrawing *drawing;
  guint n;
  double *x;
  double *width;
} Grid;

static void
grid_clear (Grid *grid)
{
  g_free (grid->x);
  g_free (grid->width);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static const MusterReportColumn *
get_column (const Grid *grid, guint column)
{
  return &g_array_index (grid->drawing->report->columns, MusterReportColumn, column);
}

/* How long the longest word of a heading is: headings go on in the next line between words. */
static glong
get_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));
  return longest;
}

static glong
get_letters (const Grid *grid, guint column)
{
  GPtrArray *rows = grid->drawing->report->rows;
  glong letters = MAX (get_longest_word (get_column (grid, column)->heading) + 1, NARROWEST);

  for (guint i = 0; i < rows->len && letters < WIDEST; i++)
    {
      const char *text = ((const MusterReportRow *) rows->pdata[i])->cells[column].text;

      letters = MAX (letters, text != NULL ? g_utf8_strlen (text, -1) : 0);
    }
  return MIN (letters, WIDEST);
}

static void
share_width (Grid *grid)
{
  g_autofree glong *letters = g_new (glong, grid->n);
  double room = MUSTER_REPORT_WIDTH - GAP * (grid->n - 1.0), x = MUSTER_REPORT_MARGIN;
  glong all = 0;

  for (guint i = 0; i < grid->n; i++)
    all += letters[i] = get_letters (grid, i);
  for (guint i = 0; i < grid->n; i++)
    {
      grid->x[i] = x;
      grid->width[i] = room * letters[i] / all;
      x += grid->width[i] + GAP;
    }
}

static PangoLayout *
layout_new (const Grid *grid, guint column, const char *font, const char *text)
{
  PangoLayout *layout = muster_paper_layout_new (grid->drawing->cairo, font, grid->width[column], text != NULL ? text : "");

  if (get_column (grid, column)->kind == MUSTER_REPORT_NUMBER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static double
measure (GPtrArray *layouts)
{
  int height = 0;

  for (guint i = 0; i < layouts->len; i++)
    {
      int of_cell;

      pango_layout_get_size (layouts->pdata[i], NULL, &of_cell);
      height = MAX (height, of_cell);
    }
  return (double) height / PANGO_SCALE + 2 * PADDING;
}

static void
draw_line (const Grid *grid, double width)
{
  cairo_t *cairo = grid->drawing->cairo;

  muster_paper_set_colour (cairo, muster_paper_line);
  cairo_set_line_width (cairo, width);
  cairo_move_to (cairo, MUSTER_REPORT_MARGIN, grid->drawing->y);
  cairo_line_to (cairo, MUSTER_REPORT_MARGIN + MUSTER_REPORT_WIDTH, grid->drawing->y);
  cairo_stroke (cairo);
}

/* @tag: of a cell, “TH” or “TD”. */
static void
draw_cells (Grid *grid, GPtrArray *layouts, const char *tag)
{
  cairo_t *cairo = grid->drawing->cairo;

  cairo_tag_begin (cairo, "TR", NULL);
  for (guint i = 0; i < layouts->len; i++)
    {
      cairo_tag_begin (cairo, tag, NULL);
      muster_paper_show (cairo, layouts->pdata[i], grid->x[i], grid->drawing->y + PADDING, muster_paper_ink);
      cairo_tag_end (cairo, tag);
    }
  cairo_tag_end (cairo, "TR");
  grid->drawing->y += measure (layouts);
}

static GPtrArray *
list_heads (const Grid *grid)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < grid->n; i++)
    g_ptr_array_add (layouts, layout_new (grid, i, HEAD_FONT, get_column (grid, i)->heading));
  return layouts;
}

static void
begin_table (Grid *grid)
{
  g_autoptr (GPtrArray) heads = list_heads (grid);

  cairo_tag_begin (grid->drawing->cairo, "Table", NULL);
  draw_cells (grid, heads, "TH");
  draw_line (grid, 1);
}

static void
end_table (Grid *grid)
{
  cairo_tag_end (grid->drawing->cairo, "Table");
}

static void
draw_row (Grid *grid, const MusterReportRow *row)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double height;

  for (guint i = 0; i < grid->n; i++)
    g_ptr_array_add (layouts, layout_new (grid, i, FONT, row->cells[i].text));
  height = measure (layouts);
  if (grid->drawing->y + height > MUSTER_REPORT_BOTTOM)
    {
      end_table (grid);
      muster_report_drawing_need (grid->drawing, height);
      begin_table (grid);
    }
  draw_cells (grid, layouts, "TD");
  draw_line (grid, 0.5);
}

void
muster_report_grid_draw (MusterReportDrawing *drawing)
{
  guint n = drawing->report->columns->len;
  g_auto (Grid) grid = { drawing, n, g_new0 (double, n), g_new0 (double, n) };

  share_width (&grid);
  /* The head does not stay behind alone. */
  muster_report_drawing_need (drawing, 60);
  begin_table (&grid);
  for (guint i = 0; i < drawing->report->rows->len; i++)
    draw_row (&grid, drawing->report->rows->pdata[i]);
  end_table (&grid);
}
