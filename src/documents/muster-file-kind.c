/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-file-kind.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

#define SPREADSHEET_ADVICE N_("This is a sheet of a very old Excel. Open it in a spreadsheet, save it as XLSX, and choose the new file.")
#define PICTURE_ADVICE N_("This is a picture, not a table. Ask for the roster as a CSV file.")
#define ARCHIVE_ADVICE N_("This is a compressed file. Unpack it, and import the CSV file inside.")

static const struct
{
  const char *magic;
  gsize length;
  const char *advice;
} kinds[] = {
  { "PK\x05\x06", 4, N_("This is an empty ZIP file. Ask for the roster as a CSV file.") },
  { "\x09\x08", 2, SPREADSHEET_ADVICE },
  { "\x09\x04", 2, SPREADSHEET_ADVICE },
  { "\x09\x02", 2, SPREADSHEET_ADVICE },
  { "%PDF", 4, N_("This is a PDF. Ask for the roster as a CSV file.") },
  { "\x89PNG", 4, PICTURE_ADVICE },
  { "\xff\xd8\xff", 3, PICTURE_ADVICE },
  { "GIF8", 4, PICTURE_ADVICE },
  { "II*\0", 4, PICTURE_ADVICE },
  { "MM\0*", 4, PICTURE_ADVICE },
  { "\x1f\x8b", 2, ARCHIVE_ADVICE },
  { "BZh", 3, ARCHIVE_ADVICE },
  { "\xfd"
    "7zXZ",
    5, ARCHIVE_ADVICE },
  { "\x28\xb5\x2f\xfd", 4, ARCHIVE_ADVICE },
  { "7z\xbc\xaf", 4, ARCHIVE_ADVICE },
  { "Rar!", 4, ARCHIVE_ADVICE },
  { "SQLite format 3", 15, N_("This is a database. Export the roster from it as CSV.") },
  { "{\\rtf", 5, N_("This is a word processor’s document. Save the table in it as CSV.") },
  { "<html", 5, N_("This is a web page, even if its name says otherwise. Open it in a spreadsheet, and save it as CSV.") },
  { "<!DOCTYPE", 9, N_("This is a web page, even if its name says otherwise. Open it in a spreadsheet, and save it as CSV.") },
  { "<?xml", 5, N_("This is an XML file. Open it in a spreadsheet, and save it as CSV.") },
  { "\x7f"
    "ELF",
    4, N_("This is a program, not a table. Ask for the roster as a CSV file.") },
};

static gboolean
refuse (const char *advice, GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, advice);
  return FALSE;
}

static gboolean
is_control (char byte)
{
  return ((guchar) byte < ' ' && strchr ("\t\n\r\f\v\x1a", byte) == NULL) || byte == 0x7f;
}

gboolean
muster_file_kind_check_text (const guint8 *bytes, gsize length, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (bytes, kinds[i].magic, kinds[i].length) == 0)
      return refuse (_(kinds[i].advice), error);
  return TRUE;
}

gboolean
muster_file_kind_refuse_size (guint64 limit, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The file is larger than %u MiB, which no roster is. Split it into several."), (guint) (limit / 1024 / 1024));
  return FALSE;
}

gboolean
muster_file_kind_check_letters (const char *text, gsize length, const char *chosen_encoding, GError **error)
{
  gsize n_control = 0;

  for (gsize i = 0; i < length; i++)
    n_control += text[i] == '\0' || is_control (text[i]);
  if (n_control <= 1 || n_control * 50 <= length)
    return TRUE;
  if (chosen_encoding == NULL)
    return refuse (_("This is not a text but a binary file. Ask for the roster as a CSV file."), error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("Read as %s, this is no text. Choose another encoding."), chosen_encoding);
  return FALSE;
}
