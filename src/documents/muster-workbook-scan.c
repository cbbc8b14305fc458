/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-workbook-scan.h"

#include <string.h>
#include <unistd.h>

#include "documents/muster-ods-reader.h"
#include "documents/muster-ole-reader.h"
#include "documents/muster-xls-reader.h"
#include "documents/muster-xlsx-reader.h"

#define OLE_MAGIC "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define ZIP_MAGIC "PK\x03\x04"

/* What a ZIP or an old Office file is by a member that it has. */
static const struct
{
  const char *member;
  MusterWorkbookProblem problem;
} zip_kinds[] = {
  { "xl/workbook.bin", MUSTER_WORKBOOK_BINARY },
  { "xl/vbaproject.bin", MUSTER_WORKBOOK_MACROS },
  { "word/document.xml", MUSTER_WORKBOOK_WORD_PROCESSOR },
  { "ppt/presentation.xml", MUSTER_WORKBOOK_PRESENTATION },
  { "index/document.iwa", MUSTER_WORKBOOK_APPLE },
  { "index.zip", MUSTER_WORKBOOK_APPLE },
},
  ole_kinds[] = {
    { "EncryptedPackage", MUSTER_WORKBOOK_ENCRYPTED },
    { "WordDocument", MUSTER_WORKBOOK_WORD_PROCESSOR },
    { "PowerPoint Document", MUSTER_WORKBOOK_PRESENTATION },
    { "__properties_version1.0", MUSTER_WORKBOOK_MAIL },
  };

/* What an OpenDocument file is says its first member. */
static gboolean
check_open_document (MusterZipReader *zip, GError **error)
{
  g_autofree char *kind = muster_zip_reader_get_text (zip, "mimetype", 128, NULL);
  g_autofree char *manifest = muster_zip_reader_get_text (zip, "META-INF/manifest.xml", 1024 * 1024, NULL);

  if (manifest != NULL && strstr (manifest, "encryption-data") != NULL)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_ENCRYPTED, NULL);
  if (kind != NULL && g_str_has_prefix (kind, "application/vnd.oasis.opendocument.text"))
    return muster_workbook_fail (error, MUSTER_WORKBOOK_WORD_PROCESSOR, NULL);
  if (kind != NULL && g_str_has_prefix (kind, "application/vnd.oasis.opendocument.presentation"))
    return muster_workbook_fail (error, MUSTER_WORKBOOK_PRESENTATION, NULL);
  if (kind != NULL && !g_str_has_prefix (kind, "application/vnd.oasis.opendocument.spreadsheet"))
    return muster_workbook_fail (error, MUSTER_WORKBOOK_UNKNOWN, NULL);
  return TRUE;
}

static gboolean
scan_zip (int descriptor, MusterWorkbookSink *sink, GError **error)
{
  g_autoptr (MusterZipReader) zip = muster_zip_reader_new (descriptor, error);

  if (zip == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (zip_kinds); i++)
    if (muster_zip_reader_has (zip, zip_kinds[i].member))
      return muster_workbook_fail (error, zip_kinds[i].problem, NULL);
  if (muster_zip_reader_is_encrypted (zip))
    return muster_workbook_fail (error, MUSTER_WORKBOOK_ENCRYPTED, NULL);
  if (muster_zip_reader_has (zip, "content.xml") || muster_zip_reader_has (zip, "META-INF/manifest.xml"))
    {
      muster_workbook_sink_set_kind (sink, "ods");
      return check_open_document (zip, error) && muster_ods_read (zip, sink, error);
    }
  if (!muster_zip_reader_has (zip, "[Content_Types].xml") && !muster_zip_reader_has (zip, "xl/workbook.xml"))
    return muster_workbook_fail (error, MUSTER_WORKBOOK_ARCHIVE, NULL);
  muster_workbook_sink_set_kind (sink, "xlsx");
  return muster_xlsx_read (zip, sink, error);
}

static gboolean
scan_ole (int descriptor, MusterWorkbookSink *sink, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (descriptor, FALSE, NULL);
  g_autoptr (MusterOleReader) ole = NULL;
  g_autoptr (GByteArray) stream = NULL;

  if (file == NULL)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
  ole = muster_ole_reader_new ((const guint8 *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file), error);
  if (ole == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ole_kinds); i++)
    if (muster_ole_reader_has (ole, ole_kinds[i].member))
      return muster_workbook_fail (error, ole_kinds[i].problem, NULL);
  if (!muster_ole_reader_has (ole, "Workbook") && !muster_ole_reader_has (ole, "Book"))
    return muster_workbook_fail (error, MUSTER_WORKBOOK_UNKNOWN, NULL);
  stream = muster_ole_reader_read (ole, muster_ole_reader_has (ole, "Workbook") ? "Workbook" : "Book", error);
  if (stream == NULL)
    return FALSE;
  muster_workbook_sink_set_kind (sink, "xls");
  return muster_xls_read (stream->data, stream->len, sink, error);
}

gboolean
muster_workbook_scan (int descriptor, MusterWorkbookSink *sink, GError **error)
{
  guint8 head[8];
  gssize n = pread (descriptor, head, sizeof head, 0);

  if (n == sizeof head && memcmp (head, OLE_MAGIC, sizeof head) == 0)
    return scan_ole (descriptor, sink, error);
  if (n == sizeof head && memcmp (head, ZIP_MAGIC, 4) == 0)
    return scan_zip (descriptor, sink, error);
  return muster_workbook_fail (error, MUSTER_WORKBOOK_UNKNOWN, NULL);
}
