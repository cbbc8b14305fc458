/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

#include "documents/muster-draft.h"
#include "domain/muster-error.h"

#define PART (1024 * 1024)

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  MusterDraft *draft = data;

  muster_draft_write (draft, bytes, length);
  if (muster_draft_get_failure (draft) == 0)
    return length;
  archive_set_error (archive, muster_draft_get_failure (draft), "%s", "write");
  return -1;
}

static gboolean
open_archive (struct archive *archive, MusterDraft *draft, const char *passphrase)
{
  if (archive_write_set_format_zip (archive) != ARCHIVE_OK || archive_write_set_options (archive, "zip:hdrcharset=UTF-8") != ARCHIVE_OK)
    return FALSE;
  if (passphrase != NULL && (archive_write_set_options (archive, "zip:encryption=aes256") != ARCHIVE_OK || archive_write_set_passphrase (archive, passphrase) != ARCHIVE_OK))
    return FALSE;
  /* Nothing is filled up to blocks: the file goes to the disk. */
  return archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK && archive_write_open (archive, draft, NULL, write_cb, NULL) == ARCHIVE_OK;
}

static gboolean
write_content (struct archive *archive, GBytes *content)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (content, &length);

  for (gsize at = 0; at < length; at += PART)
    if (archive_write_data (archive, bytes + at, MIN (PART, length - at)) < 0)
      return FALSE;
  return TRUE;
}

static gboolean
write_member (struct archive *archive, const char *member, GBytes *content, gint64 time)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean ok;

  archive_entry_set_pathname_utf8 (entry, member);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, g_bytes_get_size (content));
  archive_entry_set_mtime (entry, time / G_USEC_PER_SEC, 0);
  ok = archive_write_header (archive, entry) == ARCHIVE_OK && write_content (archive, content);
  archive_entry_free (entry);
  return ok;
}

/* @passphrase: (nullable) */
static gboolean
write_archive (const char *path, GPtrArray *members, const char *passphrase, gint64 time, GError **error)
{
  g_autoptr (MusterDraft) draft = muster_draft_new (path, error);
  struct archive *archive;
  gboolean ok;

  if (draft == NULL)
    return FALSE;
  archive = archive_write_new ();
  ok = open_archive (archive, draft, passphrase);
  for (guint i = 0; ok && i < members->len; i++)
    {
      const MusterZipMember *member = members->pdata[i];

      ok = write_member (archive, member->name, member->content, time);
    }
  if (!ok || archive_write_close (archive) != ARCHIVE_OK)
    muster_draft_fail (draft, archive_errno (archive) > 0 ? archive_errno (archive) : EIO);
  archive_write_free (archive);
  return muster_draft_finish (draft, error);
}

gboolean
muster_zip_writer_write (const char *path, const char *member, GBytes *content, const char *passphrase, GError **error)
{
  MusterZipMember only = { (char *) member, content };
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  if (*passphrase == '\0')
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("An encrypted file needs a passphrase. Choose one, and tell it to the receiver by another way than the file."));
      return FALSE;
    }
  g_ptr_array_add (members, &only);
  return write_archive (path, members, passphrase, g_get_real_time (), error);
}

gboolean
muster_zip_writer_write_members (const char *path, GPtrArray *members, gint64 time, GError **error)
{
  return write_archive (path, members, NULL, time, error);
}
