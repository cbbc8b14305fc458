/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * muster_limited_file_read:
 *
 * Reads a whole file of the disk. Its kind and size are looked at before it is opened: a pipe is not waited for, and what is larger than @max is not read. Also
 * off the main thread.
 *
 * Returns: (transfer full): MUSTER_ERROR_INPUT that names the file.
 */
GBytes *muster_limited_file_read (GFile *file, gsize max, GCancellable *cancellable, GError **error);
