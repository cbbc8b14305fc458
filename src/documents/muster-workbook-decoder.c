/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-workbook-decoder.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-workbook-problem.h"
#include "domain/muster-error.h"

#define HEAD 5
#define MAX_FRAME (4 + MUSTER_WORKBOOK_MAX_COLUMNS * (4 + MUSTER_WORKBOOK_MAX_CELL))

/* What is left of a frame. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
} Rest;

static gboolean
damaged (GError **error)
{
  static const char *const nothing[] = { NULL };

  return muster_workbook_problem_set (MUSTER_WORKBOOK_DAMAGED, "", nothing, NULL, error);
}

static guint32
get_number (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (guint32) bytes[3] << 24;
}

static gboolean
take_number (Rest *rest, guint32 *number)
{
  if (rest->length < 4)
    return FALSE;
  *number = get_number (rest->bytes);
  rest->bytes += 4;
  rest->length -= 4;
  return TRUE;
}

/* All that is left, as text. */
static char *
take_text (Rest *rest)
{
  if (!g_utf8_validate_len ((const char *) rest->bytes, rest->length, NULL))
    return NULL;
  return g_strndup ((const char *) rest->bytes, rest->length);
}

static gboolean
is_survey (MusterWorkbookDecoder *decoder)
{
  return decoder->choices->sheet_name == NULL && decoder->names->len > 1;
}

static gboolean
take_kind (MusterWorkbookDecoder *decoder, Rest *rest)
{
  static const char *const kinds[] = { "xlsx", "ods", "xls" };
  g_autofree char *kind = take_text (rest);

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kind, kinds[i]) == 0)
      decoder->kind = kinds[i];
  return decoder->kind != NULL;
}

static gboolean
take_sheet (MusterWorkbookDecoder *decoder, Rest *rest)
{
  gboolean is_hidden;
  char *name;

  if (rest->length == 0 || rest->length > 1 + MUSTER_WORKBOOK_MAX_NAME || decoder->has_builder || decoder->names->len == MUSTER_WORKBOOK_MAX_SHEETS)
    return FALSE;
  is_hidden = *rest->bytes++ != 0;
  rest->length--;
  name = take_text (rest);
  if (name == NULL)
    return FALSE;
  g_ptr_array_add (decoder->names, name);
  g_array_append_val (decoder->hidden, is_hidden);
  return TRUE;
}

/* The first that is best: one that is shown, then by what looks like a header. */
static void
judge_table (MusterWorkbookDecoder *decoder)
{
  guint judged[4] = { !g_array_index (decoder->hidden, gboolean, decoder->sheet) };

  muster_sheet_builder_judge (&decoder->builder, &judged[1], &judged[2], &judged[3]);
  for (guint i = 0; decoder->builder.n_totals > 0 && i < G_N_ELEMENTS (judged); i++)
    {
      if (decoder->best >= 0 && judged[i] == decoder->best_judged[i])
        continue;
      if (decoder->best < 0 || judged[i] > decoder->best_judged[i])
        {
          decoder->best = decoder->sheet;
          memcpy (decoder->best_judged, judged, sizeof judged);
        }
      return;
    }
}

static void
end_table (MusterWorkbookDecoder *decoder)
{
  if (!decoder->has_builder)
    return;
  judge_table (decoder);
  muster_sheet_builder_clear (&decoder->builder);
  decoder->has_builder = FALSE;
}

static gboolean
take_table (MusterWorkbookDecoder *decoder, Rest *rest)
{
  guint32 sheet;

  if (!take_number (rest, &sheet) || sheet >= decoder->names->len || (decoder->has_builder && (!is_survey (decoder) || sheet <= decoder->sheet)))
    return FALSE;
  end_table (decoder);
  muster_sheet_builder_init (&decoder->builder, decoder->choices, decoder->score, decoder->score_data);
  decoder->builder.is_trial = is_survey (decoder);
  decoder->has_builder = TRUE;
  decoder->sheet = sheet;
  decoder->last_line = 0;
  g_array_set_size (decoder->hidden_rows, 0);
  return TRUE;
}

static gboolean
take_hidden (MusterWorkbookDecoder *decoder, Rest *rest)
{
  guint n = decoder->hidden_rows->len;
  guint32 line;

  if (!decoder->has_builder || !take_number (rest, &line) || line <= decoder->last_line || line > MUSTER_WORKBOOK_MAX_ROW)
    return FALSE;
  if (n > 0 && g_array_index (decoder->hidden_rows, guint32, n - 1) >= line)
    return FALSE;
  g_array_append_val (decoder->hidden_rows, line);
  return TRUE;
}

static guint
count_hidden (const MusterWorkbookDecoder *decoder, guint header_line)
{
  guint n = 0;

  for (guint i = 0; i < decoder->hidden_rows->len; i++)
    n += g_array_index (decoder->hidden_rows, guint32, i) > header_line;
  return n;
}

/* Rows of nothing are not told. */
static void
add_blank_rows (MusterWorkbookDecoder *decoder, guint line)
{
  for (guint blank = decoder->last_line + 1; blank < line; blank++)
    muster_sheet_builder_add_blank (&decoder->builder, blank);
  decoder->last_line = line;
}

static gboolean
take_row (MusterWorkbookDecoder *decoder, Rest *rest, GError **error)
{
  guint32 line, length;

  decoder->n_told += rest->length;
  if (decoder->n_told > MUSTER_WORKBOOK_MAX_TEXT || !decoder->has_builder || !take_number (rest, &line) || line <= decoder->last_line || line > MUSTER_WORKBOOK_MAX_ROW)
    return damaged (error);
  add_blank_rows (decoder, line);
  while (rest->length > 0)
    {
      const char *cell = (const char *) rest->bytes + 4;

      if (!take_number (rest, &length) || length > MIN (rest->length, MUSTER_WORKBOOK_MAX_CELL) || !g_utf8_validate_len (cell, length, NULL))
        return damaged (error);
      if (!muster_sheet_builder_add_cell (&decoder->builder, cell, length))
        return damaged (error);
      rest->bytes += length;
      rest->length -= length;
    }
  return muster_sheet_builder_end_row (&decoder->builder, line, error);
}

static gboolean
take_problem (MusterWorkbookDecoder *decoder, Rest *rest, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *place = NULL;
  guint32 problem;

  if (!take_number (rest, &problem) || (place = take_text (rest)) == NULL)
    return damaged (error);
  for (guint i = 0; i < decoder->names->len; i++)
    g_strv_builder_add (builder, decoder->names->pdata[i]);
  names = g_strv_builder_end (builder);
  return muster_workbook_problem_set (problem, place, (const char *const *) names, decoder->choices->sheet_name != NULL ? decoder->choices->sheet_name : "", error);
}

static gboolean
take_frame (MusterWorkbookDecoder *decoder, guint8 type, Rest rest, GError **error)
{
  switch (type)
    {
    case MUSTER_WORKBOOK_KIND:
      return take_kind (decoder, &rest) || damaged (error);
    case MUSTER_WORKBOOK_SHEET:
      return take_sheet (decoder, &rest) || damaged (error);
    case MUSTER_WORKBOOK_TABLE:
      return take_table (decoder, &rest) || damaged (error);
    case MUSTER_WORKBOOK_HIDDEN:
      return take_hidden (decoder, &rest) || damaged (error);
    case MUSTER_WORKBOOK_ROW:
      return take_row (decoder, &rest, error);
    case MUSTER_WORKBOOK_PROGRESS:
      return take_number (&rest, &decoder->thousandths) || damaged (error);
    case MUSTER_WORKBOOK_PROBLEM:
      return take_problem (decoder, &rest, error);
    case MUSTER_WORKBOOK_END:
      decoder->is_ended = TRUE;
      return TRUE;
    default:
      return damaged (error);
    }
}

void
muster_workbook_decoder_init (MusterWorkbookDecoder *decoder, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data)
{
  memset (decoder, 0, sizeof *decoder);
  decoder->choices = choices;
  decoder->score = score;
  decoder->score_data = score_data;
  decoder->pending = g_byte_array_new ();
  decoder->names = g_ptr_array_new_with_free_func (g_free);
  decoder->hidden = g_array_new (FALSE, FALSE, sizeof (gboolean));
  decoder->hidden_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  decoder->best = -1;
}

void
muster_workbook_decoder_clear (MusterWorkbookDecoder *decoder)
{
  if (decoder->has_builder)
    muster_sheet_builder_clear (&decoder->builder);
  g_byte_array_unref (decoder->pending);
  g_ptr_array_unref (decoder->names);
  g_array_unref (decoder->hidden);
  g_array_unref (decoder->hidden_rows);
}

gboolean
muster_workbook_decoder_add (MusterWorkbookDecoder *decoder, const guint8 *bytes, gsize length, GError **error)
{
  gsize used = 0;

  g_byte_array_append (decoder->pending, bytes, length);
  while (decoder->pending->len - used >= HEAD)
    {
      const guint8 *frame = decoder->pending->data + used;
      guint32 n = get_number (frame + 1);

      if (n > MAX_FRAME || decoder->is_ended)
        return damaged (error);
      if (decoder->pending->len - used - HEAD < n)
        break;
      if (!take_frame (decoder, *frame, (Rest) { frame + HEAD, n }, error))
        return FALSE;
      used += HEAD + n;
    }
  if (used > 0)
    g_byte_array_remove_range (decoder->pending, 0, used);
  return TRUE;
}

gboolean
muster_workbook_decoder_is_ended (MusterWorkbookDecoder *decoder)
{
  return decoder->is_ended && decoder->kind != NULL;
}

gboolean
muster_workbook_decoder_get_best (MusterWorkbookDecoder *decoder, const char **name, GError **error)
{
  *name = NULL;
  if (decoder->has_builder && !is_survey (decoder) && decoder->last_line > 0)
    return TRUE;
  if (decoder->choices->sheet_name != NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The sheet “%s” is empty. Choose another one."), decoder->choices->sheet_name);
      return FALSE;
    }
  end_table (decoder);
  if (decoder->best < 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("No sheet of the workbook has a table. Choose a file with a header and a row for each person."));
      return FALSE;
    }
  *name = decoder->names->pdata[decoder->best];
  return TRUE;
}

MusterSheet *
muster_workbook_decoder_finish (MusterWorkbookDecoder *decoder, GError **error)
{
  MusterSheet *sheet = muster_sheet_builder_finish (&decoder->builder, error);
  g_autoptr (GStrvBuilder) names = NULL;

  if (sheet == NULL)
    return NULL;
  names = g_strv_builder_new ();
  for (guint i = 0; i < decoder->names->len; i++)
    g_strv_builder_add (names, decoder->names->pdata[i]);
  sheet->sheet_names = g_strv_builder_end (names);
  sheet->sheet_name = g_strdup (decoder->names->pdata[decoder->sheet]);
  sheet->is_hidden = g_array_index (decoder->hidden, gboolean, decoder->sheet);
  sheet->n_hidden_rows = count_hidden (decoder, sheet->header_line);
  sheet->kind = decoder->kind;
  sheet->encoding = "UTF-8";
  return sheet;
}

gboolean
muster_workbook_decoder_refuse_end (gboolean took_too_long, GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT,
                       took_too_long ? _("The workbook takes too long to read, which no roster does. Save the sheet as CSV, and choose that file.")
                                     : _("The workbook is damaged, or too large to be read. Open it in a spreadsheet, save the sheet as CSV, and choose that file."));
  return FALSE;
}
