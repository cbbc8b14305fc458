/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-zip-reader.h"

/** MusterXlsxStrings: the texts that an XLSX keeps once for all cells. For the helper. */
typedef struct
{
  GString *text;
  GArray *places; /* MusterXlsxPlace */
} MusterXlsxStrings;

typedef struct
{
  guint offset;
  guint length; /* beyond MUSTER_WORKBOOK_MAX_CELL: it was cut off there */
} MusterXlsxPlace;

#define MUSTER_XLSX_MAX_STRINGS (256u * 1024 * 1024)

void muster_xlsx_strings_init (MusterXlsxStrings *strings);
void muster_xlsx_strings_clear (MusterXlsxStrings *strings);
gboolean muster_xlsx_strings_read (MusterXlsxStrings *strings, MusterZipReader *zip, const char *part, GError **error);
/** Returns: (transfer none) (nullable): the text of that number, not NUL-terminated; %NULL: there is none. */
const char *muster_xlsx_strings_get (MusterXlsxStrings *strings, guint number, gsize *length);

/** Appends a text in which “_x000D_” and the like stand for letters that XML cannot hold. */
void muster_xlsx_append_unescaped (GString *text, const char *written, gsize length);
