/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-number-styles.h"
#include "documents/muster-workbook-sink.h"
#include "documents/muster-xlsx-strings.h"
#include "documents/muster-zip-reader.h"

/** MusterXlsxBook: what the sheets of an XLSX have in common. For the helper. */
typedef struct
{
  MusterZipReader *zip;
  MusterWorkbookSink *sink;
  MusterXlsxStrings strings;
  MusterNumberStyles styles;
  gboolean is_1904;
} MusterXlsxBook;

/** Tells the sheets of the workbook in @zip, and the rows that are wanted. Fails with MUSTER_WORKBOOK_ERROR. */
gboolean muster_xlsx_read (MusterZipReader *zip, MusterWorkbookSink *sink, GError **error);
/** Tells the rows of one sheet, the member @part. */
gboolean muster_xlsx_sheet_read (MusterXlsxBook *book, const char *part, GError **error);
