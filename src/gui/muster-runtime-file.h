/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A file that another program needs for a while: in a folder of its own, which is in memory and for its owner only. */

/** Makes the folder. Returns: (transfer full): the path of the file that can be written into it. MUSTER_ERROR_STORAGE. */
char *muster_runtime_file_new (const char *name, GError **error);
/** Removes the file, if there is one, and its folder. */
void muster_runtime_file_remove (const char *path);
