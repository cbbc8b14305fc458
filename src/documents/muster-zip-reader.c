/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-zip-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "documents/muster-workbook-sink.h"

#define BLOCK (64 * 1024)
/* Below the first a file is not suspicious yet; beyond the second no sheet is packed, but bombs are. */
#define UNSUSPICIOUS (64ull * 1024 * 1024)
#define MAX_RATIO 200

struct _MusterZipReader
{
  int descriptor;
  guint64 size;
  GPtrArray *names;
  gboolean is_encrypted;
  struct archive *archive; /* at the member that is read */
  guint64 unpacked;        /* by all members */
  guint64 done;
  guint64 total;
};

static gboolean
damaged (GError **error)
{
  return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
}

static void
close_archive (MusterZipReader *zip)
{
  if (zip->archive != NULL)
    archive_read_free (zip->archive);
  zip->archive = NULL;
}

/* From the beginning: members are looked for in the order in which they lie. */
static gboolean
open_archive (MusterZipReader *zip, GError **error)
{
  close_archive (zip);
  zip->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (zip->archive);
  if (lseek (zip->descriptor, 0, SEEK_SET) != 0 || archive_read_open_fd (zip->archive, zip->descriptor, BLOCK) != ARCHIVE_OK)
    return damaged (error);
  return TRUE;
}

static char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  char *plain;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  plain = g_ascii_strdown (name != NULL ? name : "", -1);
  return g_strdelimit (plain, "\\", '/');
}

/* Returns: 1: there is an entry; 0: there are no more; -1: failed. */
static int
next_entry (MusterZipReader *zip, struct archive_entry **entry, GError **error)
{
  int status = archive_read_next_header (zip->archive, entry);

  if (status == ARCHIVE_EOF)
    return 0;
  if (status == ARCHIVE_OK || status == ARCHIVE_WARN)
    return 1;
  damaged (error);
  return -1;
}

static gboolean
list_members (MusterZipReader *zip, GError **error)
{
  struct archive_entry *entry;
  int status;

  if (!open_archive (zip, error))
    return FALSE;
  while ((status = next_entry (zip, &entry, error)) > 0)
    {
      if (zip->names->len == MUSTER_ZIP_MAX_MEMBERS)
        return muster_workbook_fail (error, MUSTER_WORKBOOK_TOO_LARGE, NULL);
      g_ptr_array_add (zip->names, get_name (entry));
      zip->is_encrypted = zip->is_encrypted || archive_entry_is_encrypted (entry);
    }
  return status == 0;
}

MusterZipReader *
muster_zip_reader_new (int descriptor, GError **error)
{
  g_autoptr (MusterZipReader) zip = g_new0 (MusterZipReader, 1);
  struct stat status;

  zip->names = g_ptr_array_new_with_free_func (g_free);
  zip->descriptor = descriptor;
  if (fstat (descriptor, &status) != 0)
    {
      damaged (error);
      return NULL;
    }
  zip->size = status.st_size;
  return list_members (zip, error) ? g_steal_pointer (&zip) : NULL;
}

void
muster_zip_reader_free (MusterZipReader *zip)
{
  if (zip == NULL)
    return;
  close_archive (zip);
  g_ptr_array_unref (zip->names);
  g_free (zip);
}

gboolean
muster_zip_reader_has (MusterZipReader *zip, const char *name)
{
  for (guint i = 0; i < zip->names->len; i++)
    if (g_ascii_strcasecmp (zip->names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
muster_zip_reader_has_suffix (MusterZipReader *zip, const char *suffix)
{
  for (guint i = 0; i < zip->names->len; i++)
    if (g_str_has_suffix (zip->names->pdata[i], suffix))
      return TRUE;
  return FALSE;
}

gboolean
muster_zip_reader_is_encrypted (MusterZipReader *zip)
{
  return zip->is_encrypted;
}

gboolean
muster_zip_reader_open (MusterZipReader *zip, const char *name, GError **error)
{
  g_autofree char *wanted = g_ascii_strdown (name, -1);
  struct archive_entry *entry;

  if (!open_archive (zip, error))
    return FALSE;
  while (next_entry (zip, &entry, NULL) > 0)
    {
      g_autofree char *found = get_name (entry);

      if (strcmp (found, wanted) != 0)
        continue;
      if (archive_entry_is_encrypted (entry))
        return muster_workbook_fail (error, MUSTER_WORKBOOK_ENCRYPTED, NULL);
      zip->done = 0;
      zip->total = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : 0;
      return TRUE;
    }
  return damaged (error);
}

gssize
muster_zip_reader_read (MusterZipReader *zip, guint8 *bytes, gsize length, GError **error)
{
  la_ssize_t n = archive_read_data (zip->archive, bytes, length);

  if (n < 0)
    {
      damaged (error);
      return -1;
    }
  zip->done += n;
  zip->unpacked += n;
  if (zip->unpacked > MUSTER_ZIP_MAX_UNPACKED || (zip->done > UNSUSPICIOUS && zip->done / MAX_RATIO > zip->size))
    {
      muster_workbook_fail (error, MUSTER_WORKBOOK_TOO_LARGE, NULL);
      return -1;
    }
  return n;
}

void
muster_zip_reader_get_progress (MusterZipReader *zip, guint64 *done, guint64 *total)
{
  *done = zip->done;
  *total = zip->total;
}

char *
muster_zip_reader_get_text (MusterZipReader *zip, const char *name, gsize limit, GError **error)
{
  g_autofree char *text = g_malloc0 (limit + 1);
  gsize length = 0;

  if (!muster_zip_reader_open (zip, name, error))
    return NULL;
  while (length < limit)
    {
      gssize n = muster_zip_reader_read (zip, (guint8 *) text + length, limit - length, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      length += n;
    }
  return g_steal_pointer (&text);
}
