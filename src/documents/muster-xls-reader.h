/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-biff-reader.h"
#include "documents/muster-number-styles.h"
#include "documents/muster-workbook-sink.h"

#define MUSTER_XLS_MAX_TEXT (256u * 1024 * 1024)
#define MUSTER_XLS_MAX_CELLS (256u * 65536)

typedef struct
{
  guint offset;
  guint length;
} MusterXlsPlace;

/** MusterXlsBook: what the sheets of an XLS have in common. For the helper. */
typedef struct
{
  MusterBiffReader records;
  MusterWorkbookSink *sink;
  MusterNumberStyles styles;
  gboolean is_1904;
  GString *text;   /* of strings and cells */
  GArray *strings; /* MusterXlsPlace: texts kept once for all cells */
  GArray *sheets;  /* gsize: where each begins */
} MusterXlsBook;

/** Tells the sheets of the workbook in @bytes, a stream of records (BIFF5 or BIFF8), and the rows that are wanted. Fails with MUSTER_WORKBOOK_ERROR. */
gboolean muster_xls_read (const guint8 *bytes, gsize length, MusterWorkbookSink *sink, GError **error);
/** Tells the rows of the sheet whose records begin at @offset. */
gboolean muster_xls_sheet_read (MusterXlsBook *book, gsize offset, GError **error);
