/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-csv-reader.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-csv-parser.h"
#include "documents/muster-file-kind.h"
#include "documents/muster-text-decoder.h"
#include "domain/muster-error.h"

#define BLOCK (64 * 1024)

typedef struct
{
  const MusterSheetChoices *choices;
  MusterHeaderScore score;
  gpointer score_data;
  MusterTextDecoder decoder;
  MusterCsvParser parser;
  gboolean is_begun;
  GString *text; /* one block, decoded */
  GChecksum *checksum;
  guint64 size;
} Reading;

static void
reading_clear (Reading *reading)
{
  if (reading->is_begun)
    muster_csv_parser_clear (&reading->parser);
  g_string_free (reading->text, TRUE);
  g_checksum_free (reading->checksum);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The first block says how to understand all of them. Returns: what of it is not for the table. */
static gboolean
begin (Reading *reading, gsize *skipped, GError **error)
{
  const GString *text = reading->text;
  const MusterSheetChoices *choices = reading->choices;
  char delimiter = choices->delimiter;

  if (!muster_file_kind_check_letters (text->str, text->len, choices->encoding, error))
    return FALSE;
  if (delimiter == '\0')
    delimiter = muster_csv_find_delimiter (text->str, text->len, choices, reading->score, reading->score_data);
  muster_csv_parser_init (&reading->parser, delimiter, choices, reading->score, reading->score_data);
  reading->is_begun = TRUE;
  *skipped = muster_csv_parser_skip_separator_line (&reading->parser, text->str, text->len);
  return TRUE;
}

static gboolean
add_block (Reading *reading, const guint8 *bytes, gsize length, GError **error)
{
  gboolean is_first = reading->size == 0;
  gsize skipped = 0;

  if (is_first && !muster_file_kind_check_text (bytes, length, error))
    return FALSE;
  if (is_first)
    muster_text_decoder_init (&reading->decoder, reading->choices->encoding, bytes, length);
  g_checksum_update (reading->checksum, bytes, length);
  reading->size += length;
  if (reading->size > MUSTER_CSV_MAX_FILE)
    return muster_file_kind_refuse_size (MUSTER_CSV_MAX_FILE, error);
  g_string_truncate (reading->text, 0);
  muster_text_decoder_add (&reading->decoder, bytes, length, reading->text);
  if (is_first && !begin (reading, &skipped, error))
    return FALSE;
  return muster_csv_parser_add (&reading->parser, reading->text->str + skipped, reading->text->len - skipped, error);
}

static MusterSheet *
finish (Reading *reading, const MusterCsvSource *source, GError **error)
{
  MusterSheet *sheet;

  g_string_truncate (reading->text, 0);
  muster_text_decoder_finish (&reading->decoder, reading->text);
  if (!muster_csv_parser_add (&reading->parser, reading->text->str, reading->text->len, error) || !muster_csv_parser_end (&reading->parser, error))
    return NULL;
  sheet = muster_sheet_builder_finish (&reading->parser.builder, error);
  if (sheet == NULL)
    return NULL;
  sheet->file_name = g_strdup (source->name);
  sheet->file_size = reading->size;
  sheet->file_hash = g_strdup (g_checksum_get_string (reading->checksum));
  sheet->encoding = muster_text_decoder_get_name (&reading->decoder);
  sheet->likely_encoding = muster_text_decoder_get_likely_name (&reading->decoder);
  sheet->kind = source->kind != NULL ? source->kind : sheet->delimiter == '\t' ? "tsv"
                                                                               : "csv";
  return sheet;
}

MusterSheet *
muster_csv_read (GInputStream *stream, const MusterCsvSource *source, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data,
                 GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterSheetChoices) made = muster_sheet_choices_copy (choices);
  g_auto (Reading) reading = { made, score, score_data, .text = g_string_sized_new (BLOCK * 2), .checksum = g_checksum_new (G_CHECKSUM_SHA256) };
  g_autofree guint8 *block = g_malloc (BLOCK);
  gsize length;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !g_input_stream_read_all (stream, block, BLOCK, &length, cancellable, error))
        return NULL;
      /* A file that was emptied meanwhile has a first block none the less. */
      if ((length > 0 || reading.size == 0) && !add_block (&reading, block, length, error))
        return NULL;
      if (progress != NULL)
        progress (reading.size, MAX (source->size, reading.size), progress_data);
    }
  while (length == BLOCK);
  return finish (&reading, source, error);
}
