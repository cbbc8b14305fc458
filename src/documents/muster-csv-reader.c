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

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The file is larger than %u MiB, which no roster is. Split it into several."), MUSTER_CSV_MAX_FILE / 1024 / 1024);
  return FALSE;
}

/* What GIO says of a file is said as what it is to us: an input that cannot be read. Whoever cancelled knows. */
static gboolean
blame_file (const char *path, GError **error, GError *problem)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” cannot be read: %s."), path, problem->message);
  g_error_free (problem);
  return FALSE;
}

/* Before it is opened: opening a pipe would wait for whoever writes into it. */
static gboolean
check_file (GFile *file, const char *path, guint64 *size, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &problem);

  if (info == NULL)
    return blame_file (path, error, problem);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is not a file but a folder or a device. Choose a CSV file."), path);
      return FALSE;
    }
  *size = g_file_info_get_size (info);
  if (*size > MUSTER_CSV_MAX_FILE)
    return refuse_size (error);
  if (*size == 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is empty. Choose a file with a header and a row for each person."), path);
      return FALSE;
    }
  return TRUE;
}

/* The first block says how to understand all of them. */
static gboolean
begin (Reading *reading, MusterHeaderScore score, gpointer user_data, GError **error)
{
  const GString *text = reading->text;

  if (!muster_file_kind_check_letters (text->str, text->len, error))
    return FALSE;
  muster_csv_parser_init (&reading->parser, muster_csv_find_delimiter (text->str, text->len, score, user_data), score, user_data);
  reading->is_begun = TRUE;
  return TRUE;
}

static gboolean
add_block (Reading *reading, const guint8 *bytes, gsize length, MusterHeaderScore score, gpointer user_data, GError **error)
{
  gboolean is_first = reading->size == 0;

  if (is_first && !muster_file_kind_check_text (bytes, length, error))
    return FALSE;
  if (is_first)
    muster_text_decoder_init (&reading->decoder, bytes, length);
  g_checksum_update (reading->checksum, bytes, length);
  reading->size += length;
  if (reading->size > MUSTER_CSV_MAX_FILE)
    return refuse_size (error);
  g_string_truncate (reading->text, 0);
  muster_text_decoder_add (&reading->decoder, bytes, length, reading->text);
  if (is_first && !begin (reading, score, user_data, error))
    return FALSE;
  return muster_csv_parser_add (&reading->parser, reading->text->str, reading->text->len, error);
}

static MusterSheet *
finish (Reading *reading, GFile *file, GError **error)
{
  MusterSheet *sheet;

  g_string_truncate (reading->text, 0);
  muster_text_decoder_finish (&reading->decoder, reading->text);
  if (!muster_csv_parser_add (&reading->parser, reading->text->str, reading->text->len, error) || !muster_csv_parser_end (&reading->parser, error))
    return NULL;
  sheet = muster_sheet_builder_finish (&reading->parser.builder, error);
  if (sheet == NULL)
    return NULL;
  sheet->file_name = g_file_get_basename (file);
  sheet->file_size = reading->size;
  sheet->file_hash = g_strdup (g_checksum_get_string (reading->checksum));
  sheet->encoding = muster_text_decoder_get_name (&reading->decoder);
  return sheet;
}

MusterSheet *
muster_csv_read (const char *path, MusterHeaderScore score, gpointer user_data, GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_auto (Reading) reading = { .text = g_string_sized_new (BLOCK * 2), .checksum = g_checksum_new (G_CHECKSUM_SHA256) };
  g_autofree guint8 *block = g_malloc (BLOCK);
  GError *problem = NULL;
  guint64 size;
  gsize length;

  if (!check_file (file, path, &size, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &problem);
  if (stream == NULL)
    {
      blame_file (path, error, problem);
      return NULL;
    }
  do
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), block, BLOCK, &length, cancellable, &problem))
        {
          blame_file (path, error, problem);
          return NULL;
        }
      /* A file that was emptied meanwhile has a first block none the less. */
      if ((length > 0 || reading.size == 0) && !add_block (&reading, block, length, score, user_data, error))
        return NULL;
      if (progress != NULL)
        progress (reading.size, MAX (size, reading.size), progress_data);
    }
  while (length == BLOCK);
  return finish (&reading, file, error);
}
