/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-workbook-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "documents/muster-workbook-decoder.h"
#include "domain/muster-error.h"

#define BLOCK (64 * 1024)

typedef struct
{
  int descriptor;
  guint64 size;
  const MusterSheetChoices *choices;
  MusterHeaderScore score;
  gpointer score_data;
  GFileProgressCallback progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Reading;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterWorkbookDecoder, muster_workbook_decoder_clear)

/* The variable is for tests of a Muster that is not installed. */
static const char *
get_helper (void)
{
  const char *helper = g_getenv ("MUSTER_READ_WORKBOOK");

  return helper != NULL ? helper : MUSTER_LIBEXEC_DIR "/muster-read-workbook";
}

static GSubprocess *
start_helper (Reading *reading, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  const char *const arguments[] = { get_helper (), reading->choices->sheet_name, NULL };
  g_autoptr (GError) problem = NULL;
  GSubprocess *helper;

  g_subprocess_launcher_take_stdin_fd (launcher, dup (reading->descriptor));
  helper = g_subprocess_launcher_spawnv (launcher, arguments, &problem);
  if (helper == NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("Workbooks cannot be read, because the program for it does not start: %s. Install Muster again, or save the sheet as CSV."),
                 problem->message);
  return helper;
}

static gboolean
add_block (Reading *reading, MusterWorkbookDecoder *decoder, const guint8 *block, gsize length, GError **error)
{
  guint before = decoder->thousandths;

  if (!muster_workbook_decoder_add (decoder, block, length, error))
    return FALSE;
  if (reading->progress != NULL && decoder->thousandths != before)
    reading->progress (reading->size * MIN (decoder->thousandths, 1000) / 1000, reading->size, reading->progress_data);
  return TRUE;
}

static gboolean
listen (Reading *reading, GSubprocess *helper, MusterWorkbookDecoder *decoder, GError **error)
{
  GInputStream *output = g_subprocess_get_stdout_pipe (helper);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize n;

  while ((n = g_input_stream_read (output, block, BLOCK, reading->cancellable, error)) > 0)
    if (!add_block (reading, decoder, block, n, error))
      return FALSE;
  return n == 0;
}

/* Lets a helper take the workbook apart. It is gone when this returns, whatever became of it. */
static gboolean
run_helper (Reading *reading, MusterWorkbookDecoder *decoder, GError **error)
{
  g_autoptr (GSubprocess) helper = start_helper (reading, error);
  gboolean is_heard;

  if (helper == NULL)
    return FALSE;
  is_heard = listen (reading, helper, decoder, error);
  if (!is_heard)
    g_subprocess_force_exit (helper);
  g_subprocess_wait (helper, NULL, NULL);
  if (!is_heard || muster_workbook_decoder_is_ended (decoder))
    return is_heard;
  return muster_workbook_decoder_refuse_end (g_subprocess_get_if_signaled (helper) && g_subprocess_get_term_sig (helper) == SIGXCPU, error);
}

static char *
compute_hash (Reading *reading, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize n;

  for (guint64 at = 0; (n = pread (reading->descriptor, block, BLOCK, at)) > 0; at += n)
    {
      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return NULL;
      g_checksum_update (checksum, block, n);
    }
  if (n == 0)
    return g_strdup (g_checksum_get_string (checksum));
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  return NULL;
}

/* A workbook of several sheets is looked through first, unless one of them is chosen. */
static MusterSheet *
read_sheet (Reading *reading, GError **error)
{
  g_auto (MusterWorkbookDecoder) decoder = { NULL };
  g_autoptr (MusterSheetChoices) chosen = NULL;
  const char *best;

  muster_workbook_decoder_init (&decoder, reading->choices, reading->score, reading->score_data);
  if (!run_helper (reading, &decoder, error) || !muster_workbook_decoder_get_best (&decoder, &best, error))
    return NULL;
  if (best == NULL)
    return muster_workbook_decoder_finish (&decoder, error);
  chosen = muster_sheet_choices_copy (reading->choices);
  chosen->sheet_name = g_strdup (best);
  reading->choices = chosen;
  return read_sheet (reading, error);
}

gboolean
muster_workbook_is_one (const guint8 *bytes, gsize length)
{
  return length >= 8 && (memcmp (bytes, "PK\x03\x04", 4) == 0 || memcmp (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0);
}

MusterSheet *
muster_workbook_read (int descriptor, const char *name, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data,
                      GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterSheetChoices) made = muster_sheet_choices_copy (choices);
  Reading reading = { descriptor, 0, made, score, score_data, progress, progress_data, cancellable };
  g_autofree char *hash = NULL;
  MusterSheet *sheet;
  struct stat status;

  if (fstat (descriptor, &status) == 0)
    reading.size = status.st_size;
  hash = compute_hash (&reading, error);
  if (hash == NULL)
    return NULL;
  sheet = read_sheet (&reading, error);
  if (sheet == NULL)
    return NULL;
  sheet->file_name = g_strdup (name);
  sheet->file_size = reading.size;
  sheet->file_hash = g_steal_pointer (&hash);
  if (progress != NULL)
    progress (reading.size, reading.size, progress_data);
  return sheet;
}
