/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-sheet-reader.h"

#include <gio/gfiledescriptorbased.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "documents/muster-csv-reader.h"
#include "documents/muster-file-kind.h"
#include "documents/muster-workbook-reader.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

/* What GIO says of a file is said as what it is to us: an input that cannot be read; what we say of it, with its name. Whoever cancelled knows. */
static void
blame_file (const char *path, GError *problem, GError **error)
{
  if (problem->domain == G_IO_ERROR && problem->code != G_IO_ERROR_CANCELLED)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” cannot be read: %s."), path, muster_text_get_cause (problem->message, path));
  else if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_INPUT))
    /* Translators: a path, and a sentence about what lies there */
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s”: %s"), path, problem->message);
  else
    {
      g_propagate_error (error, problem);
      return;
    }
  g_error_free (problem);
}

/* Before it is opened: opening a pipe would wait for whoever writes into it. */
static gboolean
check_file (GFile *file, const char *path, guint64 *size, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &problem);

  if (info == NULL)
    {
      blame_file (path, problem, error);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is not a file but a folder or a device. Choose the file of the roster."), path);
      return FALSE;
    }
  *size = g_file_info_get_size (info);
  if (*size > MUSTER_CSV_MAX_FILE)
    {
      muster_file_kind_refuse_size (MUSTER_CSV_MAX_FILE, &problem);
      blame_file (path, problem, error);
      return FALSE;
    }
  if (*size == 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is empty. Choose a file with a header and a row for each person."), path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_workbook (GFileInputStream *stream)
{
  guint8 head[8];
  gssize n = pread (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream)), head, sizeof head, 0);

  return n > 0 && muster_workbook_is_one (head, n);
}

MusterSheet *
muster_sheet_read (const char *path, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data, GFileProgressCallback progress,
                   gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = NULL;
  MusterSheet *sheet = NULL;
  MusterCsvSource source = { name };
  GError *problem = NULL;

  if ((choices != NULL && !muster_sheet_choices_check (choices, error)) || !check_file (file, path, &source.size, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &problem);
  if (stream != NULL && is_workbook (stream))
    sheet = muster_workbook_read (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream)), name, choices, score, score_data, progress, progress_data, cancellable, &problem);
  else if (stream != NULL)
    sheet = muster_csv_read (G_INPUT_STREAM (stream), &source, choices, score, score_data, progress, progress_data, cancellable, &problem);
  if (sheet == NULL)
    blame_file (path, problem, error);
  return sheet;
}

MusterSheet *
muster_sheet_read_text (const char *text, gssize length, const char *title, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data,
                        GCancellable *cancellable, GError **error)
{
  gsize n = length < 0 ? strlen (text) : length;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, n, NULL);
  g_autoptr (MusterSheetChoices) made = muster_sheet_choices_copy (choices);
  MusterCsvSource source = { title, "text", n };

  g_free (made->encoding);
  made->encoding = g_strdup ("UTF-8");
  if (!muster_sheet_choices_check (made, error))
    return NULL;
  if (n == 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("Nothing was pasted. Copy the table with its header, and paste it."));
      return NULL;
    }
  return muster_csv_read (stream, &source, made, score, score_data, NULL, NULL, cancellable, error);
}
