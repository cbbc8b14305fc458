/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-sheet-builder.h"

#include <glib/gi18n-lib.h>

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

/* The best scoring of the first rows; without any known word the first that looks like one; -1: none. */
static int
find_header (MusterSheetBuilder *builder, guint *known)
{
  const char *cells[MUSTER_CSV_MAX_COLUMNS];
  guint n = MIN (builder->rows->len, MUSTER_SHEET_HEADER_ROWS);
  int best = -1;

  *known = 0;
  for (guint i = 0; i < n; i++)
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

static gboolean
check_headers (MusterSheetBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < builder->sheet->n_columns; i++)
    {
      const char *header = builder->sheet->headers[i];
      char *folded = muster_text_fold (header);
      gpointer other = NULL;

      if (*folded != '\0' && g_hash_table_lookup_extended (seen, folded, NULL, &other))
        {
          g_free (folded);
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("Columns %u and %u of the header on line %u are both called “%s”. Rename or remove one of them."),
                       GPOINTER_TO_UINT (other), i + 1, builder->sheet->header_line, header);
          return FALSE;
        }
      g_hash_table_insert (seen, folded, GUINT_TO_POINTER (i + 1));
    }
  return TRUE;
}

static void
cut_row (MusterSheetBuilder *builder, MusterSheetRow *row)
{
  builder->max_stored = MAX (builder->max_stored, MIN (row->n_cells, builder->sheet->n_columns));
  row->is_ragged = row->n_cells > builder->sheet->n_columns;
  builder->sheet->n_ragged_rows += row->is_ragged;
  row->n_cells = MIN (row->n_cells, builder->sheet->n_columns);
}

static gboolean
take_header (MusterSheetBuilder *builder, GError **error)
{
  const char *cells[MUSTER_CSV_MAX_COLUMNS];
  g_autoptr (GStrvBuilder) headers = g_strv_builder_new ();
  guint known;
  int header = find_header (builder, &known);

  builder->has_header = TRUE;
  if (header < 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT,
                   _("No header was found in the first %u rows. Put a row on top that names the columns, such as “Last name”, “First name”, “NPN” and “E-mail”."),
                   MUSTER_SHEET_HEADER_ROWS);
      return FALSE;
    }
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
  return check_headers (builder, error);
}

void
muster_sheet_builder_init (MusterSheetBuilder *builder, MusterHeaderScore score, gpointer score_data)
{
  memset (builder, 0, sizeof *builder);
  builder->sheet = muster_sheet_new ();
  builder->arena = g_string_sized_new (4096);
  builder->rows = g_array_new (FALSE, FALSE, sizeof (MusterSheetRow));
  builder->score = score;
  builder->score_data = score_data;
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
  if (builder->n_cells == 0)
    builder->row_offset = builder->arena->len;
  builder->n_cells++;
  if (length == 0)
    return TRUE;
  if (builder->n_cells > MUSTER_CSV_MAX_COLUMNS)
    return FALSE;
  for (; builder->n_stored + 1 < builder->n_cells; builder->n_stored++)
    g_string_append_c (builder->arena, '\0');
  g_string_append_len (builder->arena, text, length);
  g_string_append_c (builder->arena, '\0');
  builder->n_stored++;
  return TRUE;
}

gboolean
muster_sheet_builder_end_row (MusterSheetBuilder *builder, guint line, GError **error)
{
  MusterSheetRow row = { builder->row_offset, line, builder->n_stored, FALSE };
  guint total = MIN (builder->n_cells, MUSTER_CSV_MAX_COLUMNS);

  builder->n_cells = builder->n_stored = 0;
  if (row.n_cells == 0)
    {
      builder->sheet->n_blank_rows++;
      return TRUE;
    }
  if (builder->is_trial && builder->rows->len == MUSTER_SHEET_HEADER_ROWS)
    return TRUE;
  if (builder->rows->len == MUSTER_CSV_MAX_ROWS || builder->arena->len > G_MAXUINT32)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The file has more than %u rows. Split it into several."), builder->rows->len);
      return FALSE;
    }
  if (builder->has_header)
    cut_row (builder, &row);
  else
    builder->totals[builder->rows->len] = total;
  g_array_append_val (builder->rows, row);
  if (!builder->has_header && !builder->is_trial && builder->rows->len == MUSTER_SHEET_HEADER_ROWS)
    return take_header (builder, error);
  return TRUE;
}

MusterSheet *
muster_sheet_builder_finish (MusterSheetBuilder *builder, GError **error)
{
  MusterSheet *sheet = builder->sheet;
  gsize used = builder->arena->len;

  if (!builder->has_header && builder->rows->len == 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The file is empty. Choose a file with a header and a row for each person."));
      return NULL;
    }
  if (!builder->has_header && !take_header (builder, error))
    return NULL;

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
  int header = find_header (builder, known);
  guint n = MIN (builder->rows->len, MUSTER_SHEET_HEADER_ROWS);

  *alike = 0;
  *n_columns = header < 0 ? 0 : builder->totals[header];
  for (guint i = header + 1; header >= 0 && *n_columns > 1 && i < n; i++)
    *alike += builder->totals[i] == *n_columns;
}
