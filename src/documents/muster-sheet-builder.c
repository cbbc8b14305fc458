/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-sheet-builder.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-cell-guard.h"
#include "domain/muster-assister.h"
#include "domain/muster-error.h"

static MusterSheetRow *
get_row (MusterSheetBuilder *builder, guint row)
{
  return &g_array_index (builder->rows, MusterSheetRow, row);
}

static void
get_cells (MusterSheetBuilder *builder, guint row, const char **cells)
{
  const MusterSheetRow *place = get_row (builder, row);
  const char *cell = builder->arena->str + place->offset;

  for (guint i = 0; i < place->n_cells; i++, cell += strlen (cell) + 1)
    cells[i] = cell;
}

/* Words of which none is a value: what a header of words unknown to us still looks like. */
static gboolean
looks_like_header (const char *const *cells, guint n_cells)
{
  guint n_words = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      if (*cells[i] == '\0')
        continue;
      if (strlen (cells[i]) > 100 || strchr (cells[i], '@') != NULL || strpbrk (cells[i], "0123456789") != NULL)
        return FALSE;
      n_words++;
    }
  return n_words > 1;
}

/* The first row kept, if it is the one that was chosen; -1: there is none. */
static int
find_chosen_header (MusterSheetBuilder *builder, guint *known)
{
  const char *cells[MUSTER_CSV_MAX_COLUMNS];

  *known = 0;
  if (builder->choices->has_no_header || builder->n_totals == 0 || get_row (builder, 0)->line != builder->choices->header_line)
    return -1;
  get_cells (builder, 0, cells);
  *known = builder->score (cells, get_row (builder, 0)->n_cells, builder->score_data);
  return 0;
}

/* The best scoring of the first rows; without any known word the first that looks like one; -1: none. */
static int
find_header (MusterSheetBuilder *builder, guint *known)
{
  const char *cells[MUSTER_CSV_MAX_COLUMNS];
  int best = -1;

  *known = 0;
  for (guint i = 0; i < builder->n_totals; i++)
    {
      guint score;

      get_cells (builder, i, cells);
      score = builder->score (cells, get_row (builder, i)->n_cells, builder->score_data);
      if (score > *known || (best < 0 && looks_like_header (cells, get_row (builder, i)->n_cells)))
        {
          best = i;
          *known = score;
        }
    }
  return best;
}

static void
cut_row (MusterSheetBuilder *builder, MusterSheetRow *row)
{
  builder->max_stored = MAX (builder->max_stored, MIN (row->n_cells, builder->sheet->n_columns));
  row->n_surplus = row->n_cells > builder->sheet->n_columns ? row->n_cells - builder->sheet->n_columns : 0;
  builder->sheet->n_ragged_rows += row->n_surplus > 0;
  row->n_cells = MIN (row->n_cells, builder->sheet->n_columns);
}

/* Gives a row of the table away, and forgets it. */
static gboolean
give_row (MusterSheetBuilder *builder, const MusterSheetRow *row, GError **error)
{
  const char *cells[MUSTER_CSV_MAX_COLUMNS];
  const char *cell = builder->arena->str + row->offset;

  for (guint i = 0; i < builder->sheet->n_columns; i++)
    {
      cells[i] = i < row->n_cells ? cell : "";
      if (i < row->n_cells)
        cell += strlen (cell) + 1;
    }
  return builder->choices->take_row (builder->sheet, cells, row->line, builder->choices->take_data, error);
}

/* Gives away the rows that were read before the header was known. */
static gboolean
give_first_rows (MusterSheetBuilder *builder, GError **error)
{
  for (guint i = 0; i < builder->rows->len; i++)
    if (!give_row (builder, get_row (builder, i), error))
      return FALSE;
  g_array_set_size (builder->rows, 0);
  g_string_truncate (builder->arena, 0);
  return TRUE;
}

static gboolean
take_header (MusterSheetBuilder *builder, guint header, GError **error)
{
  const char *cells[MUSTER_CSV_MAX_COLUMNS];
  g_autoptr (GStrvBuilder) headers = g_strv_builder_new ();

  builder->has_header = TRUE;
  get_cells (builder, header, cells);
  for (guint i = 0; i < builder->totals[header]; i++)
    g_strv_builder_add (headers, i < get_row (builder, header)->n_cells ? cells[i] : "");
  builder->max_stored = get_row (builder, header)->n_cells;
  builder->sheet->n_columns = builder->totals[header];
  builder->sheet->headers = g_strv_builder_end (headers);
  builder->sheet->header_line = get_row (builder, header)->line;
  g_array_remove_range (builder->rows, 0, header + 1);
  for (guint i = 0; i < builder->rows->len; i++)
    cut_row (builder, get_row (builder, i));
  muster_sheet_number_headers (builder->sheet);
  return builder->choices->take_row == NULL || give_first_rows (builder, error);
}

static gboolean
take_found_header (MusterSheetBuilder *builder, GError **error)
{
  guint known;
  int header = find_header (builder, &known);
  g_autofree char *message = NULL;
  const char *hint;

  if (header >= 0)
    return take_header (builder, header, error);
  message = g_strdup_printf (_("No header was found in the first %u rows. Put a row on top that names the columns, such as “Last name”, “First name”, “NPN” and “E-mail”."), MUSTER_SHEET_HEADER_ROWS);
  hint = builder->choices->no_header_hint;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, hint != NULL ? "%s %s" : "%s", message, hint);
  return FALSE;
}

static gboolean
refuse_header_line (MusterSheetBuilder *builder, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("No row of cells begins on line %u, so it cannot be the header. Choose the line that names the columns."),
               builder->choices->header_line);
  return FALSE;
}

/* Not translated: a mapping made in one language is to fit in another. */
static void
name_columns (MusterSheetBuilder *builder)
{
  g_autoptr (GStrvBuilder) headers = g_strv_builder_new ();

  for (guint i = 0; i < builder->max_stored; i++)
    {
      char letters[] = { i < 26 ? '\0' : 'A' + i / 26 - 1, 'A' + i % 26, '\0' };

      g_strv_builder_take (headers, g_strconcat ("Column ", letters + (i < 26), NULL));
    }
  builder->sheet->n_columns = builder->max_stored;
  builder->sheet->headers = g_strv_builder_end (headers);
}

static void
keep_first_row (MusterSheetBuilder *builder, const MusterSheetRow *row, guint total)
{
  if (builder->n_totals == MUSTER_SHEET_HEADER_ROWS)
    return;
  builder->totals[builder->n_totals++] = total;
  g_array_append_val (builder->rows, *row);
}

static void
keep_top_row (MusterSheetBuilder *builder, const MusterSheetRow *row)
{
  const char *cell = builder->arena->str + row->offset;
  g_autoptr (GStrvBuilder) cells = NULL;
  g_auto (GStrv) kept = NULL;

  if (builder->sheet->top_rows->len == MUSTER_SHEET_HEADER_ROWS)
    return;
  cells = g_strv_builder_new ();
  for (guint i = 0; i < row->n_cells; i++, cell += strlen (cell) + 1)
    g_strv_builder_add (cells, cell);
  kept = g_strv_builder_end (cells);
  muster_sheet_builder_add_top (builder, row->line, (const char *const *) kept);
}

/* A row while it is not known which is the header. */
static gboolean
add_upper_row (MusterSheetBuilder *builder, const MusterSheetRow *row, guint total, GError **error)
{
  if (builder->choices->header_line == 0)
    {
      keep_first_row (builder, row, total);
      return builder->n_totals < MUSTER_SHEET_HEADER_ROWS || take_found_header (builder, error);
    }
  if (row->line > builder->choices->header_line)
    return refuse_header_line (builder, error);
  if (row->line < builder->choices->header_line)
    {
      g_string_truncate (builder->arena, row->offset);
      return TRUE;
    }
  keep_first_row (builder, row, total);
  return take_header (builder, 0, error);
}

/* How many cells most of the first rows have; 0: one, which no delimiter makes. */
static guint
get_usual_total (MusterSheetBuilder *builder)
{
  guint usual = 0, most = 0;

  for (guint i = 0; i < builder->n_totals; i++)
    {
      guint n = 0;

      for (guint j = 0; j < builder->n_totals; j++)
        n += builder->totals[j] == builder->totals[i];
      if (n > most || (n == most && builder->totals[i] > usual))
        usual = builder->totals[i];
      most = MAX (most, n);
    }
  return usual > 1 ? usual : 0;
}

void
muster_sheet_builder_init (MusterSheetBuilder *builder, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data)
{
  memset (builder, 0, sizeof *builder);
  builder->sheet = muster_sheet_new ();
  builder->arena = g_string_sized_new (4096);
  builder->rows = g_array_new (FALSE, FALSE, sizeof (MusterSheetRow));
  builder->choices = choices;
  builder->score = score;
  builder->score_data = score_data;
  builder->has_header = choices->has_no_header;
  builder->sheet->n_columns = MUSTER_CSV_MAX_COLUMNS;
}

void
muster_sheet_builder_clear (MusterSheetBuilder *builder)
{
  g_clear_pointer (&builder->sheet, muster_sheet_unref);
  g_clear_pointer (&builder->rows, g_array_unref);
  if (builder->arena != NULL)
    g_string_free (g_steal_pointer (&builder->arena), TRUE);
}

gboolean
muster_sheet_builder_add_cell (MusterSheetBuilder *builder, const char *text, gsize length)
{
  gsize guard;

  if (builder->n_cells == 0)
    builder->row_offset = builder->arena->len;
  builder->n_cells++;
  if (length == 0)
    return TRUE;
  guard = muster_cell_guard_count (text, length);
  if (builder->n_cells > MUSTER_CSV_MAX_COLUMNS)
    return FALSE;
  for (; builder->n_stored + 1 < builder->n_cells; builder->n_stored++)
    g_string_append_c (builder->arena, '\0');
  g_string_append_len (builder->arena, text + guard, length - guard);
  g_string_append_c (builder->arena, '\0');
  builder->n_stored++;
  return TRUE;
}

gboolean
muster_sheet_builder_end_row (MusterSheetBuilder *builder, guint line, GError **error)
{
  MusterSheetRow row = { builder->row_offset, line, builder->n_stored, 0 };
  guint total = MIN (builder->n_cells, MUSTER_CSV_MAX_COLUMNS);

  builder->n_cells = builder->n_stored = 0;
  if (row.n_cells == 0)
    {
      muster_sheet_builder_add_blank (builder, line);
      return TRUE;
    }
  if (builder->is_trial)
    {
      if (builder->choices->has_no_header || line >= builder->choices->header_line)
        keep_first_row (builder, &row, total);
      return TRUE;
    }
  keep_top_row (builder, &row);
  if (builder->rows->len == MUSTER_CSV_MAX_ROWS || builder->arena->len > G_MAXUINT32)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The file has more than %u rows. Split it into several."), builder->rows->len);
      return FALSE;
    }
  if (!builder->has_header)
    return add_upper_row (builder, &row, total, error);
  cut_row (builder, &row);
  if (builder->choices->take_row != NULL)
    {
      gboolean is_given = give_row (builder, &row, error);

      g_string_truncate (builder->arena, row.offset);
      return is_given;
    }
  g_array_append_val (builder->rows, row);
  return TRUE;
}

void
muster_sheet_builder_add_blank (MusterSheetBuilder *builder, guint line)
{
  static const char *const nothing[] = { NULL };

  builder->sheet->n_blank_rows++;
  if (!builder->is_trial && builder->sheet->top_rows->len < MUSTER_SHEET_HEADER_ROWS)
    muster_sheet_builder_add_top (builder, line, nothing);
}

void
muster_sheet_builder_add_top (MusterSheetBuilder *builder, guint line, const char *const *cells)
{
  MusterTopRow *row = g_new (MusterTopRow, 1);

  row->line = line;
  row->cells = g_strdupv ((char **) cells);
  g_ptr_array_add (builder->sheet->top_rows, row);
}

MusterSheet *
muster_sheet_builder_finish (MusterSheetBuilder *builder, GError **error)
{
  MusterSheet *sheet = builder->sheet;
  gsize used = builder->arena->len;

  if (!builder->has_header && builder->choices->header_line > 0 && sheet->top_rows->len > sheet->n_blank_rows)
    {
      refuse_header_line (builder, error);
      return NULL;
    }
  if (builder->rows->len == 0 && (!builder->has_header || builder->choices->has_no_header))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The file is empty. Choose a file with a header and a row for each person."));
      return NULL;
    }
  if (!builder->has_header && !take_found_header (builder, error))
    return NULL;
  if (builder->choices->has_no_header)
    name_columns (builder);

  /* A comma at the end of every line makes a last column of nothing. */
  while (sheet->n_columns > builder->max_stored && *sheet->headers[sheet->n_columns - 1] == '\0')
    g_clear_pointer (&sheet->headers[--sheet->n_columns], g_free);
  sheet->n_rows = builder->rows->len;
  sheet->rows = (MusterSheetRow *) (gpointer) g_array_free (g_steal_pointer (&builder->rows), FALSE);
  sheet->arena = g_realloc (g_string_free_and_steal (g_steal_pointer (&builder->arena)), used + 1);
  return g_steal_pointer (&builder->sheet);
}

void
muster_sheet_builder_judge (MusterSheetBuilder *builder, guint *known, guint *alike, guint *n_columns)
{
  gboolean is_chosen = builder->choices->has_no_header || builder->choices->header_line > 0;
  int header = is_chosen ? find_chosen_header (builder, known) : find_header (builder, known);

  *alike = 0;
  *n_columns = header >= 0 ? builder->totals[header] : is_chosen ? get_usual_total (builder)
                                                                 : 0;
  for (guint i = header + 1; *n_columns > 1 && i < builder->n_totals; i++)
    *alike += builder->totals[i] == *n_columns;
}
