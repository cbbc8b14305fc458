/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-xls-reader.h"

#define BIFF_5 0x0500
#define BIFF_8 0x0600
#define WESTERN 1252

static gboolean
damaged (GError **error)
{
  return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
}

static void
book_clear (MusterXlsBook *book)
{
  muster_number_styles_clear (&book->styles);
  g_string_free (book->text, TRUE);
  g_array_unref (book->strings);
  g_array_unref (book->sheets);
}

static gboolean
add_sheet (MusterXlsBook *book, GError **error)
{
  gsize offset = muster_biff_read_32 (&book->records);
  gboolean is_hidden = (muster_biff_read_8 (&book->records) & 3) != 0;
  guint type = muster_biff_read_8 (&book->records);
  guint n = muster_biff_read_8 (&book->records);
  g_autoptr (GString) name = g_string_new (NULL);

  /* Charts and macros have tabs too. */
  if (type != 0)
    return TRUE;
  if (!muster_biff_append_text (&book->records, n, name))
    return damaged (error);
  g_array_append_val (book->sheets, offset);
  return muster_workbook_sink_add_sheet (book->sink, name->str, is_hidden, error);
}

static gboolean
add_strings (MusterXlsBook *book, GError **error)
{
  guint32 n;

  muster_biff_read_32 (&book->records);
  n = muster_biff_read_32 (&book->records);
  for (guint32 i = 0; i < n; i++)
    {
      MusterXlsPlace place = { book->text->len };

      if (!muster_biff_append_text (&book->records, muster_biff_read_16 (&book->records), book->text))
        return damaged (error);
      place.length = book->text->len - place.offset;
      g_array_append_val (book->strings, place);
      /* Empty ones take no bytes; there cannot be more of them than bytes of the file. */
      if (book->strings->len > book->records.length || book->text->len > MUSTER_XLS_MAX_TEXT)
        return muster_workbook_fail (error, MUSTER_WORKBOOK_TOO_LARGE, NULL);
    }
  return TRUE;
}

static void
add_format (MusterXlsBook *book)
{
  guint number = muster_biff_read_16 (&book->records);
  guint n = book->records.is_old ? muster_biff_read_8 (&book->records) : muster_biff_read_16 (&book->records);
  g_autoptr (GString) code = g_string_new (NULL);

  muster_biff_append_text (&book->records, n, code);
  muster_number_styles_add_code (&book->styles, number, code->str);
}

/* A record of what the sheets have in common. */
static gboolean
take_common (MusterXlsBook *book, GError **error)
{
  switch (book->records.type)
    {
    case MUSTER_BIFF_FILE_PASS:
      return muster_workbook_fail (error, MUSTER_WORKBOOK_ENCRYPTED, NULL);
    case MUSTER_BIFF_CODE_PAGE:
      book->records.code_page = muster_biff_read_16 (&book->records);
      return TRUE;
    case MUSTER_BIFF_DATE_1904:
      book->is_1904 = muster_biff_read_16 (&book->records) == 1;
      return TRUE;
    case MUSTER_BIFF_BOUND_SHEET:
      return add_sheet (book, error);
    case MUSTER_BIFF_FORMAT:
      add_format (book);
      return TRUE;
    case MUSTER_BIFF_XF:
      muster_biff_read_16 (&book->records);
      muster_number_styles_add (&book->styles, muster_biff_read_16 (&book->records));
      return TRUE;
    case MUSTER_BIFF_SST:
      return add_strings (book, error);
    default:
      return TRUE;
    }
}

static gboolean
read_common (MusterXlsBook *book, GError **error)
{
  guint version;

  if (!muster_biff_go (&book->records, 0) || book->records.type != MUSTER_BIFF_BOF)
    return damaged (error);
  version = muster_biff_read_16 (&book->records);
  if (version != BIFF_5 && version != BIFF_8)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_OLD, NULL);
  book->records.is_old = version == BIFF_5;
  book->records.code_page = WESTERN;
  while (muster_biff_next (&book->records) && book->records.type != MUSTER_BIFF_EOF)
    if (!take_common (book, error))
      return FALSE;
  return muster_workbook_sink_end_sheets (book->sink, error);
}


gboolean
muster_xls_read (const guint8 *bytes, gsize length, MusterWorkbookSink *sink, GError **error)
{
  MusterXlsBook book = { { bytes, length }, sink };
  gboolean ok;

  muster_number_styles_init (&book.styles);
  book.text = g_string_new (NULL);
  book.strings = g_array_new (FALSE, FALSE, sizeof (MusterXlsPlace));
  book.sheets = g_array_new (FALSE, FALSE, sizeof (gsize));
  ok = read_common (&book, error);
  for (guint i = 0; ok && i < book.sheets->len; i++)
    ok = !muster_workbook_sink_begin_table (sink, i) || muster_xls_sheet_read (&book, g_array_index (book.sheets, gsize, i), error);
  book_clear (&book);
  return ok;
}
