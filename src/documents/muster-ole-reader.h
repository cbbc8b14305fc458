/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterOleReader: finds streams in the container that old Office files are (MS-CFB). For the helper; errors are MUSTER_WORKBOOK_ERROR.
 */
typedef struct _MusterOleReader MusterOleReader;

#define MUSTER_OLE_MAX_STREAM (256u * 1024 * 1024)

/** @bytes: the whole file, which stays the caller's. */
MusterOleReader *muster_ole_reader_new (const guint8 *bytes, gsize length, GError **error);
void muster_ole_reader_free (MusterOleReader *ole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOleReader, muster_ole_reader_free)

/** Returns: whether it has a stream or folder whose name begins like that. */
gboolean muster_ole_reader_has (MusterOleReader *ole, const char *prefix);
/** Returns: (transfer full): what the stream of that name holds. */
GByteArray *muster_ole_reader_read (MusterOleReader *ole, const char *name, GError **error);
