/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/*
 * Documents on their way into a register and out of it again: files of the disk.
 */

/**
 * muster_document_file_read:
 * @file_name: (out) (transfer full): its last part
 *
 * Reads a file that may become a document. Its kind and size are looked at before it is opened: a pipe is not waited for, and what is larger than
 * MUSTER_DOCUMENT_MAX_SIZE is not read. Whether the content will do is for muster_document_check() to say. Also off the main thread.
 *
 * Returns: (transfer full): MUSTER_ERROR_INPUT that names the file.
 */
GBytes *muster_document_file_read (GFile *file, char **file_name, GCancellable *cancellable, GError **error);

/** Writes a document to @path, readable for its owner only; what was there stays until it is whole. MUSTER_ERROR_STORAGE. */
gboolean muster_document_file_write (const char *path, GBytes *content, GError **error);
