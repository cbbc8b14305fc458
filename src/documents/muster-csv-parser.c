/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-csv-parser.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (MusterCsvParser *parser, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (parser->problem == NULL)
    parser->problem = g_error_new_valist (MUSTER_ERROR, MUSTER_ERROR_INPUT, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
refuse_cell (MusterCsvParser *parser)
{
  if (parser->csv.quoted)
    return refuse (parser, _("The quotation mark that opens on line %u is not closed within %u KiB, so it is probably never closed. Close it, or remove it."),
                   parser->cell_line, MUSTER_CSV_MAX_CELL / 1024);
  return refuse (parser, _("A cell on line %u is longer than %u KiB, which no cell of a roster is. Make sure that this is a CSV file."), parser->cell_line,
                 MUSTER_CSV_MAX_CELL / 1024);
}

static void
open_quotes (MusterCsvParser *parser)
{
  parser->place = MUSTER_CSV_IN_QUOTES;
  parser->quote_line = parser->line;
  parser->quote_crosses = parser->quote_is_odd = FALSE;
}

/* As libcsv sees it. */
static void
watch_letter (MusterCsvParser *parser, char letter)
{
  gboolean ends = letter == csv_get_delim (&parser->csv) || letter == '\n' || letter == '\r';
  gboolean is_blank = letter == ' ' || letter == '\t';

  if (parser->place == MUSTER_CSV_IN_QUOTES)
    {
      parser->quote_crosses |= letter == '\n';
      if (letter == '"')
        parser->place = MUSTER_CSV_AT_QUOTE;
    }
  else if (ends)
    parser->place = MUSTER_CSV_BEFORE_CELL;
  else if (parser->place == MUSTER_CSV_AT_QUOTE)
    {
      parser->quote_is_odd |= letter != '"' && !is_blank;
      if (!is_blank)
        parser->place = MUSTER_CSV_IN_QUOTES;
    }
  else if (parser->place == MUSTER_CSV_BEFORE_CELL && letter == '"')
    open_quotes (parser);
  else if (!is_blank)
    parser->place = MUSTER_CSV_IN_CELL;
}

/* A stray quotation mark makes the next people part of a cell: quotes that go over a line end must be as the rules of CSV have them. */
static gboolean
watch_quotes (MusterCsvParser *parser, const char *text, gsize length)
{
  if (parser->place < MUSTER_CSV_IN_QUOTES && text[length - 1] == '\n' && memchr (text, '"', length) == NULL)
    {
      parser->place = MUSTER_CSV_BEFORE_CELL;
      return TRUE;
    }
  for (gsize i = 0; i < length; i++)
    {
      watch_letter (parser, text[i]);
      if (parser->place >= MUSTER_CSV_IN_QUOTES && parser->quote_crosses && parser->quote_is_odd)
        return refuse (parser, _("The quotation mark that opens on line %u runs on into the next lines and would hide the people there. Close it, or remove it."),
                       parser->quote_line);
    }
  return TRUE;
}

static void
add_cell_cb (void *text, size_t length, void *data)
{
  MusterCsvParser *parser = data;

  if (parser->problem != NULL)
    return;
  if (length > MUSTER_CSV_MAX_CELL)
    refuse_cell (parser);
  else if (!muster_sheet_builder_add_cell (&parser->builder, text, length))
    refuse (parser, _("Line %u has more than %u columns, which no roster has. Make sure that this is a CSV file."), parser->row_line, MUSTER_CSV_MAX_COLUMNS);
  parser->cell_line = parser->line;
}

static void
end_row_cb (int terminator, void *data)
{
  MusterCsvParser *parser = data;

  parser->is_row_ended = TRUE;
  if (parser->problem == NULL)
    muster_sheet_builder_end_row (&parser->builder, parser->row_line, &parser->problem);
}

/* A line, or a piece of one. */
static gboolean
add_piece (MusterCsvParser *parser, const char *text, gsize length)
{
  if (!parser->is_row_begun)
    parser->row_line = parser->cell_line = parser->line;
  parser->is_row_begun = TRUE;
  parser->is_row_ended = FALSE;
  if (!watch_quotes (parser, text, length))
    return FALSE;
  if (csv_parse (&parser->csv, text, length, add_cell_cb, end_row_cb, parser) != length)
    return refuse (parser, _("Line %u cannot be taken apart: %s."), parser->line, csv_strerror (csv_error (&parser->csv)));
  if (parser->problem == NULL && parser->csv.entry_pos > MUSTER_CSV_MAX_CELL)
    refuse_cell (parser);
  return parser->problem == NULL;
}

static void
end_line (MusterCsvParser *parser)
{
  parser->line++;
  /* Nothing but blanks: the parser makes no row of it. */
  if (!parser->is_row_ended && !parser->csv.quoted && parser->builder.n_cells == 0)
    {
      muster_sheet_builder_add_blank (&parser->builder, parser->row_line);
      parser->is_row_ended = TRUE;
    }
  parser->is_row_begun = !parser->is_row_ended;
}

static gboolean
give_problem (MusterCsvParser *parser, GError **error)
{
  g_propagate_error (error, g_steal_pointer (&parser->problem));
  return FALSE;
}

void
muster_csv_parser_init (MusterCsvParser *parser, char delimiter, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data)
{
  memset (parser, 0, sizeof *parser);
  csv_init (&parser->csv, 0);
  csv_set_delim (&parser->csv, delimiter);
  csv_set_blk_size (&parser->csv, 4096);
  muster_sheet_builder_init (&parser->builder, choices, score, score_data);
  parser->builder.sheet->delimiter = delimiter;
  parser->line = 1;
}

void
muster_csv_parser_clear (MusterCsvParser *parser)
{
  csv_free (&parser->csv);
  muster_sheet_builder_clear (&parser->builder);
  g_clear_error (&parser->problem);
}

gboolean
muster_csv_parser_add (MusterCsvParser *parser, const char *text, gsize length, GError **error)
{
  while (length > 0)
    {
      const char *end = memchr (text, '\n', length);
      gsize n = end != NULL ? (gsize) (end - text) + 1 : length;

      if (memchr (text, '\0', n) != NULL)
        refuse (parser, _("Line %u holds a zero byte, which no text does. The file is damaged, or not a CSV file."), parser->line);
      else
        add_piece (parser, text, n);
      if (parser->problem != NULL)
        return give_problem (parser, error);
      if (end != NULL)
        end_line (parser);
      text += n;
      length -= n;
    }
  return TRUE;
}

gboolean
muster_csv_parser_end (MusterCsvParser *parser, GError **error)
{
  csv_set_opts (&parser->csv, CSV_STRICT | CSV_STRICT_FINI);
  if (csv_fini (&parser->csv, add_cell_cb, end_row_cb, parser) != 0)
    refuse (parser, _("The quotation mark that opens on line %u is never closed. Close it, or remove it."), parser->cell_line);
  return parser->problem == NULL || give_problem (parser, error);
}

static void
try_delimiter (char delimiter, const char *text, gsize length, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data, guint *judged)
{
  MusterCsvParser parser;

  muster_csv_parser_init (&parser, delimiter, choices, score, score_data);
  parser.builder.is_trial = TRUE;
  /* What is wrong here is said when the file is read. */
  if (muster_csv_parser_add (&parser, text, length, NULL))
    muster_csv_parser_end (&parser, NULL);
  muster_sheet_builder_judge (&parser.builder, &judged[0], &judged[1], &judged[2]);
  muster_csv_parser_clear (&parser);
}

static gboolean
is_better (const guint *judged, const guint *best)
{
  for (guint i = 0; i < 3; i++)
    if (judged[i] != best[i])
      return judged[i] > best[i];
  return FALSE;
}

/* Excel writes “sep=;” on top where it fears to be misunderstood. */
static gboolean
read_separator_line (const char *text, gsize length, char *delimiter)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[5] != '\n' || text[4] == '\0' || strchr (muster_sheet_choices_get_delimiters (), text[4]) == NULL)
    return FALSE;
  *delimiter = text[4];
  return TRUE;
}

gsize
muster_csv_parser_skip_separator_line (MusterCsvParser *parser, const char *text, gsize length)
{
  const char *cells[] = { NULL, NULL };
  g_autofree char *line = NULL;
  char delimiter;

  if (!read_separator_line (text, length, &delimiter))
    return 0;
  cells[0] = line = g_strndup (text, 5);
  muster_sheet_builder_add_top (&parser->builder, 1, cells);
  parser->line = 2;
  return 6;
}

char
muster_csv_find_delimiter (const char *text, gsize length, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data)
{
  const char *delimiters = muster_sheet_choices_get_delimiters ();
  guint best[3] = { 0, 0, 0 };
  char delimiter = delimiters[0];

  if (read_separator_line (text, length, &delimiter))
    return delimiter;
  for (guint i = 0; delimiters[i] != '\0'; i++)
    {
      guint judged[3];

      try_delimiter (delimiters[i], text, length, choices, score, score_data, judged);
      if (!is_better (judged, best))
        continue;
      memcpy (best, judged, sizeof best);
      delimiter = delimiters[i];
    }
  return delimiter;
}
