/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-draft.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "domain/muster-error.h"

struct _MusterDraft
{
  char *path;
  char *draft_path;
  int descriptor;
  int failure;
};

static gboolean
refuse (const char *path, int failure, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be written: %s. Choose another folder, or make room."), path, g_strerror (failure));
  return FALSE;
}

MusterDraft *
muster_draft_new (const char *path, GError **error)
{
  g_autofree char *draft_path = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (draft_path, O_RDWR | O_CLOEXEC, 0600);
  MusterDraft *draft;

  if (descriptor < 0)
    {
      refuse (path, errno, error);
      return NULL;
    }
  draft = g_new0 (MusterDraft, 1);
  draft->path = g_strdup (path);
  draft->draft_path = g_steal_pointer (&draft_path);
  draft->descriptor = descriptor;
  return draft;
}

void
muster_draft_free (MusterDraft *draft)
{
  if (draft == NULL)
    return;
  g_clear_fd (&draft->descriptor, NULL);
  if (draft->draft_path != NULL)
    g_unlink (draft->draft_path);
  g_free (draft->draft_path);
  g_free (draft->path);
  g_free (draft);
}

const char *
muster_draft_get_path (MusterDraft *draft)
{
  return draft->draft_path;
}

void
muster_draft_write (MusterDraft *draft, gconstpointer bytes, gsize length)
{
  const guint8 *at = bytes;

  while (length > 0 && draft->failure == 0)
    {
      gssize n = write (draft->descriptor, at, length);

      if (n < 0 && errno != EINTR)
        draft->failure = errno;
      if (n > 0)
        {
          at += n;
          length -= n;
        }
    }
}

void
muster_draft_fail (MusterDraft *draft, int failure)
{
  if (draft->failure == 0)
    draft->failure = failure;
}

int
muster_draft_get_failure (MusterDraft *draft)
{
  return draft->failure;
}

gboolean
muster_draft_finish (MusterDraft *draft, GError **error)
{
  g_return_val_if_fail (draft->draft_path != NULL, FALSE);
  if (draft->failure == 0 && fsync (draft->descriptor) != 0)
    draft->failure = errno;
  if (draft->failure == 0 && g_rename (draft->draft_path, draft->path) != 0)
    draft->failure = errno;
  if (draft->failure != 0)
    return refuse (draft->path, draft->failure, error);
  g_clear_pointer (&draft->draft_path, g_free);
  return TRUE;
}
