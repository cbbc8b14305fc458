/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-bundle-drawing.h"

#define GAP 10
#define PADDING 3 /* above and below what is written */
#define FONT "Sans 9"
#define HEAD_FONT "Sans Bold 9"
#define FULL_PAGE (MUSTER_PAPER_BOTTOM - MUSTER_PAPER_MARGIN)

typedef struct
{
  MusterPaperFlow *flow;
  const MusterBundleBlock *block;
  double x[MUSTER_BUNDLE_MOST_COLUMNS];
  double width[MUSTER_BUNDLE_MOST_COLUMNS];
} Grid;

/* A cell on its way: the line that comes next; %NULL when all are drawn. */
typedef struct
{
  PangoLayout *layout;
  PangoLayoutIter *line;
  const double *colour;
  const char *tag;
} Cell;

static void
measure_columns (Grid *grid)
{
  const MusterBundleBlock *block = grid->block;
  double room = MUSTER_PAPER_TEXT_WIDTH - GAP * (block->n_columns - 1.0), x = MUSTER_PAPER_MARGIN;
  guint all = 0;

  for (guint i = 0; i < block->n_columns; i++)
    all += block->shares[i];
  for (guint i = 0; i < block->n_columns; i++)
    {
      grid->x[i] = x;
      grid->width[i] = room * block->shares[i] / all;
      x += grid->width[i] + GAP;
    }
}

static void
draw_line (const Grid *grid, double width)
{
  cairo_t *cairo = grid->flow->cairo;

  muster_paper_set_colour (cairo, muster_paper_line);
  cairo_set_line_width (cairo, width);
  cairo_move_to (cairo, MUSTER_PAPER_MARGIN, grid->flow->y);
  cairo_line_to (cairo, MUSTER_PAPER_MARGIN + MUSTER_PAPER_TEXT_WIDTH, grid->flow->y);
  cairo_stroke (cairo);
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/* Returns: the height of the row. */
static double
make_cells (const Grid *grid, char **row, gboolean is_head, Cell *cells)
{
  double height = 0;

  for (guint i = 0; i < grid->block->n_columns; i++)
    {
      gboolean is_label = grid->block->kind == MUSTER_BUNDLE_FACTS && i == 0;

      cells[i].layout = muster_paper_layout_new (grid->flow->cairo, is_head ? HEAD_FONT : FONT, grid->width[i], row[i]);
      cells[i].line = pango_layout_get_iter (cells[i].layout);
      cells[i].colour = is_label ? muster_paper_grey : muster_paper_ink;
      cells[i].tag = is_head || is_label ? "TH" : "TD";
      height = MAX (height, get_height (cells[i].layout));
    }
  return height + 2 * PADDING;
}

static void
clear_cells (const Grid *grid, Cell *cells)
{
  for (guint i = 0; i < grid->block->n_columns; i++)
    {
      g_clear_pointer (&cells[i].line, pango_layout_iter_free);
      g_clear_object (&cells[i].layout);
    }
}

/* Draws the lines of @cell from @top on that there is room for. Returns: where they end. */
static double
draw_cell (const Grid *grid, Cell *cell, double x, double top)
{
  double y = top, first = -1;

  muster_paper_set_colour (grid->flow->cairo, cell->colour);
  cairo_tag_begin (grid->flow->cairo, cell->tag, NULL);
  while (cell->line != NULL)
    {
      PangoRectangle extents;
      double line_top;

      pango_layout_iter_get_line_extents (cell->line, NULL, &extents);
      line_top = (double) extents.y / PANGO_SCALE;
      if (first < 0)
        first = line_top;
      y = top + line_top - first + (double) extents.height / PANGO_SCALE;
      /* The first line is drawn in any case: without one there would be no end of it. */
      if (y > MUSTER_PAPER_BOTTOM && line_top > first)
        break;
      cairo_move_to (grid->flow->cairo, x + (double) extents.x / PANGO_SCALE, top - first + (double) pango_layout_iter_get_baseline (cell->line) / PANGO_SCALE);
      pango_cairo_show_layout_line (grid->flow->cairo, pango_layout_iter_get_line_readonly (cell->line));
      if (!pango_layout_iter_next_line (cell->line))
        g_clear_pointer (&cell->line, pango_layout_iter_free);
    }
  cairo_tag_end (grid->flow->cairo, cell->tag);
  return MIN (y, MUSTER_PAPER_BOTTOM);
}

/* Returns: whether all of the row is drawn; else it goes on over the page. */
static gboolean
draw_cells (const Grid *grid, Cell *cells)
{
  double top = grid->flow->y + PADDING, bottom = top;
  gboolean done = TRUE;

  cairo_tag_begin (grid->flow->cairo, "TR", NULL);
  for (guint i = 0; i < grid->block->n_columns; i++)
    {
      double end = draw_cell (grid, &cells[i], grid->x[i], top);

      bottom = MAX (bottom, end);
      done = done && cells[i].line == NULL;
    }
  cairo_tag_end (grid->flow->cairo, "TR");
  grid->flow->y = bottom + PADDING;
  return done;
}

static void
begin_table (const Grid *grid)
{
  Cell cells[MUSTER_BUNDLE_MOST_COLUMNS] = { 0 };

  cairo_tag_begin (grid->flow->cairo, "Table", NULL);
  if (grid->block->kind != MUSTER_BUNDLE_TABLE)
    return;
  make_cells (grid, grid->block->rows->pdata[0], TRUE, cells);
  draw_cells (grid, cells);
  clear_cells (grid, cells);
  draw_line (grid, 1);
}

static void
turn_page (const Grid *grid)
{
  cairo_tag_end (grid->flow->cairo, "Table");
  muster_paper_flow_end_page (grid->flow);
  muster_paper_flow_begin_page (grid->flow);
  begin_table (grid);
}

static void
draw_row (const Grid *grid, char **row)
{
  Cell cells[MUSTER_BUNDLE_MOST_COLUMNS] = { 0 };
  double height = make_cells (grid, row, FALSE, cells), left = MUSTER_PAPER_BOTTOM - grid->flow->y;

  /* Kept together where a page of its own would hold it; a longer one begins where it stands, if that is more than a few lines. */
  if (height > left && (height < FULL_PAGE / 2 || left < 60))
    turn_page (grid);
  while (!draw_cells (grid, cells))
    turn_page (grid);
  clear_cells (grid, cells);
  draw_line (grid, 0.5);
}

void
muster_bundle_rows_draw (MusterPaperFlow *flow, const MusterBundleBlock *block)
{
  Grid grid = { .flow = flow, .block = block };

  measure_columns (&grid);
  /* The head does not stay behind alone. */
  muster_paper_flow_need (flow, 60);
  begin_table (&grid);
  for (guint i = block->kind == MUSTER_BUNDLE_TABLE ? 1 : 0; i < block->rows->len; i++)
    draw_row (&grid, block->rows->pdata[i]);
  cairo_tag_end (flow->cairo, "Table");
}
