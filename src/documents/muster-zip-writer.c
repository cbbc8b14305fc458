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
  /* Nothing is filled up to blocks: the file goes to the disk. */
  return archive_write_set_format_zip (archive) == ARCHIVE_OK && archive_write_set_options (archive, "zip:encryption=aes256,zip:hdrcharset=UTF-8") == ARCHIVE_OK &&
         archive_write_set_passphrase (archive, passphrase) == ARCHIVE_OK && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK &&
         archive_write_open (archive, draft, NULL, write_cb, NULL) == ARCHIVE_OK;
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
write_member (struct archive *archive, const char *member, GBytes *content)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean ok;

  archive_entry_set_pathname_utf8 (entry, member);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, g_bytes_get_size (content));
  archive_entry_set_mtime (entry, g_get_real_time () / G_USEC_PER_SEC, 0);
  ok = archive_write_header (archive, entry) == ARCHIVE_OK && write_content (archive, content);
  archive_entry_free (entry);
  return ok;
}

gboolean
muster_zip_writer_write (const char *path, const char *member, GBytes *content, const char *passphrase, GError **error)
{
  g_autoptr (MusterDraft) draft = NULL;
  struct archive *archive;

  if (*passphrase == '\0')
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("An encrypted file needs a passphrase. Choose one, and tell it to the receiver by another way than the file."));
      return FALSE;
    }
  draft = muster_draft_new (path, error);
  if (draft == NULL)
    return FALSE;
  archive = archive_write_new ();
  if (!open_archive (archive, draft, passphrase) || !write_member (archive, member, content) || archive_write_close (archive) != ARCHIVE_OK)
    muster_draft_fail (draft, archive_errno (archive) > 0 ? archive_errno (archive) : EIO);
  archive_write_free (archive);
  return muster_draft_finish (draft, error);
}
