/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "documents/muster-workbook-decoder.h"
#include "documents/muster-workbook-scan.h"
#include "documents/muster-xls-reader.h"
#include "sheet-fixture.h"
#include "tests/fuzz.h"

/*
 * Four kinds of bytes: a whole file; an XML part, which is packed with what belongs to it, so that chance reaches what is packed; the records of an
 * XLS without their container; and what the helper would tell. All in this process, so that a sanitizer sees what is done to them.
 */

#define RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

static const struct
{
  const char *name;
  const char *mark; /* what the XML part in its place has in it */
  const char *content;
} parts[] = {
  { "xl/workbook.xml", "<workbook", "<workbook " MAIN " xmlns:r=\"" RELATIONSHIPS "\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels", "<Relationships",
    "<Relationships><Relationship Id=\"a\" Type=\"" RELATIONSHIPS "/worksheet\" Target=\"a.xml\"/></Relationships>" },
  { "xl/sharedStrings.xml", "<sst", "<sst " MAIN "><si><t>Name</t></si><si><t>NPN</t></si></sst>" },
  { "xl/styles.xml", "<styleSheet", "<styleSheet " MAIN "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>" },
  { "xl/a.xml", "<worksheet",
    "<worksheet " MAIN "><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c s=\"1\"><v>45000</v></c></row></sheetData></worksheet>" },
};

static la_ssize_t
pack_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  return write (GPOINTER_TO_INT (data), bytes, length);
}

static void
add_member (struct archive *archive, const char *name, const void *bytes, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, bytes, length), ==, length);
  archive_entry_free (entry);
}

static void
pack (int file, const guint8 *bytes, gsize length)
{
  struct archive *archive = archive_write_new ();
  const char *text = (const char *) bytes;
  gboolean is_placed = FALSE;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  g_assert_cmpint (archive_write_open (archive, GINT_TO_POINTER (file), NULL, pack_cb, NULL), ==, ARCHIVE_OK);
  if (g_strstr_len (text, length, "office:document-content") != NULL)
    add_member (archive, "content.xml", bytes, length);
  else
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      {
        gboolean is_here = !is_placed && (g_strstr_len (text, length, parts[i].mark) != NULL || i == G_N_ELEMENTS (parts) - 1);

        is_placed = is_placed || is_here;
        add_member (archive, parts[i].name, is_here ? text : parts[i].content, is_here ? length : strlen (parts[i].content));
      }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

typedef struct
{
  MusterWorkbookDecoder decoder;
  GError *error;
} Listener;

static gboolean
listen_cb (const guint8 *bytes, gsize length, gpointer user_data)
{
  Listener *listener = user_data;

  return listener->error == NULL && muster_workbook_decoder_add (&listener->decoder, bytes, length, &listener->error);
}

static gboolean
scan (int file, const guint8 *records, gsize length, MusterWorkbookSink *sink, GError **error)
{
  if (records == NULL)
    return muster_workbook_scan (file, sink, error);
  muster_workbook_sink_set_kind (sink, "xls");
  return muster_xls_read (records, length, sink, error);
}

/* As documents/muster-workbook-reader.c does, but for the process. */
static void
read_sheet (int file, const guint8 *records, gsize length, const char *wanted)
{
  MusterSheetChoices choices = { .sheet_name = (char *) wanted };
  g_autoptr (MusterWorkbookSink) sink = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (MusterSheet) sheet = NULL;
  g_autofree char *best = NULL;
  const char *name = NULL;
  Listener listener = { .error = NULL };

  muster_workbook_decoder_init (&listener.decoder, &choices, sheet_fixture_score_cb, NULL);
  sink = muster_workbook_sink_new (wanted, listen_cb, &listener);
  scan (file, records, length, sink, &problem);
  muster_workbook_sink_end (sink, problem);
  if (listener.error == NULL && muster_workbook_decoder_get_best (&listener.decoder, &name, &listener.error) && name == NULL)
    sheet = muster_workbook_decoder_finish (&listener.decoder, &listener.error);
  best = g_strdup (name);
  if (sheet != NULL)
    sheet_fixture_assert_sound (sheet);
  else if (name == NULL)
    sheet_fixture_assert_refused (listener.error);
  g_clear_error (&listener.error);
  muster_workbook_decoder_clear (&listener.decoder);
  if (best != NULL)
    read_sheet (file, records, length, best);
}

static void
read_frames (const guint8 *bytes, gsize length)
{
  const MusterSheetChoices choices = { NULL };
  g_autoptr (MusterSheet) sheet = NULL;
  const char *name;
  Listener listener = { .error = NULL };

  muster_workbook_decoder_init (&listener.decoder, &choices, sheet_fixture_score_cb, NULL);
  for (gsize at = 0; at < length && listen_cb (bytes + at, MIN (17, length - at), &listener); at += 17)
    ;
  if (listener.error == NULL && muster_workbook_decoder_is_ended (&listener.decoder) && muster_workbook_decoder_get_best (&listener.decoder, &name, &listener.error) &&
      name == NULL)
    sheet = muster_workbook_decoder_finish (&listener.decoder, &listener.error);
  if (listener.error != NULL)
    sheet_fixture_assert_refused (listener.error);
  g_clear_error (&listener.error);
  muster_workbook_decoder_clear (&listener.decoder);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  int file;

  if (length > 0 && *bytes == 'K')
    {
      read_frames (bytes, length);
      return 0;
    }
  if (length > 0 && *bytes == '\t')
    {
      read_sheet (-1, bytes, length, NULL);
      return 0;
    }
  file = memfd_create ("workbook", MFD_CLOEXEC);
  if (length > 0 && *bytes == '<')
    pack (file, bytes, length);
  else
    g_assert_cmpint (write (file, bytes, length), ==, length);
  read_sheet (file, NULL, 0, NULL);
  g_assert_cmpint (close (file), ==, 0);
  return 0;
}
