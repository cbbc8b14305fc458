/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-report-drawing.h"

#define GAP 9      /* between columns */
#define PADDING 3  /* above and below what is written */
#define WIDEST 170 /* what a column claims at most; what is longer goes on in the next line */

/* From the usual size to the smallest: until no word has to be broken. */
static const struct
{
  const char *text;
  const char *head;
} fonts[] = { { "Sans 8.5", "Sans Bold 8.5" }, { "Sans 7.5", "Sans Bold 7.5" }, { "Sans 6.5", "Sans Bold 6.5" } };

/* @least: of the longest word; @natural: of the longest text. */
typedef struct
{
  double x;
  double width;
  double least;
  double natural;
} Column;

typedef struct
{
  MusterReportDrawing *drawing;
  guint n;
  guint font;
  Column *columns;
} Grid;

static void
grid_clear (Grid *grid)
{
  g_free (grid->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static const MusterReportColumn *
get_column (const Grid *grid, guint column)
{
  return &g_array_index (grid->drawing->report->columns, MusterReportColumn, column);
}

static double
measure_text (const Grid *grid, const char *font, const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (grid->drawing->cairo, font, -1, part);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE + 1;
}

/* Sets @word and @length to the longest word of @text, if it is longer than that. */
static void
find_longest_word (const char *text, const char **word, gsize *length)
{
  while (*text != '\0')
    {
      gsize n = strcspn (text, " ");

      if (n > *length)
        {
          *word = text;
          *length = n;
        }
      text += n + (text[n] != '\0');
    }
}

/* Only the longest is measured: there may be many rows. */
static void
measure_column (Grid *grid, guint index)
{
  GPtrArray *rows = grid->drawing->report->rows;
  Column *column = &grid->columns[index];
  const char *heading = get_column (grid, index)->heading, *head_word = "", *word = "", *longest = "";
  gsize head_length = 0, word_length = 0, length = 0;

  find_longest_word (heading, &head_word, &head_length);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *text = ((const MusterReportRow *) rows->pdata[i])->cells[index].text;

      if (text == NULL)
        continue;
      find_longest_word (text, &word, &word_length);
      if (strlen (text) > length)
        {
          longest = text;
          length = strlen (text);
        }
    }
  column->least = MAX (measure_text (grid, fonts[grid->font].head, head_word, head_length), measure_text (grid, fonts[grid->font].text, word, word_length));
  column->natural = MAX (column->least, MIN (measure_text (grid, fonts[grid->font].text, longest, length), WIDEST));
}

/* Returns: how wide the columns are at least, all together. */
static double
measure_columns (Grid *grid)
{
  double all = 0;

  for (guint i = 0; i < grid->n; i++)
    {
      measure_column (grid, i);
      all += grid->columns[i].least;
    }
  return all;
}

/* No word is broken, if there is room; what is left goes to those that have more to say. */
static void
share_width (Grid *grid)
{
  double room = MUSTER_REPORT_WIDTH - GAP * (grid->n - 1.0), least, natural = 0, x = MUSTER_REPORT_MARGIN;

  for (grid->font = 0; (least = measure_columns (grid)) > room && grid->font + 1 < G_N_ELEMENTS (fonts);)
    grid->font++;
  for (guint i = 0; i < grid->n; i++)
    natural += grid->columns[i].natural;
  for (guint i = 0; i < grid->n; i++)
    {
      Column *column = &grid->columns[i];

      if (natural <= room || least > room || natural <= least)
        column->width = column->natural * room / natural;
      else
        column->width = column->least + (column->natural - column->least) * (room - least) / (natural - least);
      column->x = x;
      x += column->width + GAP;
    }
}

static PangoLayout *
layout_new (const Grid *grid, guint column, const char *font, const char *text)
{
  PangoLayout *layout = muster_paper_layout_new (grid->drawing->cairo, font, grid->columns[column].width, text != NULL ? text : "");

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
      muster_paper_show (cairo, layouts->pdata[i], grid->columns[i].x, grid->drawing->y + PADDING, muster_paper_ink);
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
    g_ptr_array_add (layouts, layout_new (grid, i, fonts[grid->font].head, get_column (grid, i)->heading));
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
    g_ptr_array_add (layouts, layout_new (grid, i, fonts[grid->font].text, row->cells[i].text));
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
  g_auto (Grid) grid = { .drawing = drawing, .n = n, .columns = g_new0 (Column, n) };

  share_width (&grid);
  /* The head does not stay behind alone. */
  muster_report_drawing_need (drawing, 60);
  begin_table (&grid);
  for (guint i = 0; i < drawing->report->rows->len; i++)
    draw_row (&grid, drawing->report->rows->pdata[i]);
  end_table (&grid);
}
