/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/*
 * Whether the desktop starts Muster in the background at the beginning of a session: by a file in the person's autostart folder; in a Flatpak, which cannot
 * write there, by asking the desktop's portal, which may ask the person.
 */

/** Returns: whether it is so, as far as can be known. */
gboolean muster_autostart_is_on (void);
/** @connection: to the session bus, for the portal; %NULL without one */
void muster_autostart_set_async (gboolean on, GDBusConnection *connection, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** MUSTER_ERROR_STORAGE where the file cannot be written or removed; MUSTER_ERROR_FORBIDDEN where the desktop refuses. */
gboolean muster_autostart_set_finish (GAsyncResult *result, GError **error);

/** Returns: (transfer full): the path of the file. */
char *muster_autostart_dup_path (void);
