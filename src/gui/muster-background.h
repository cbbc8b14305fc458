/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* What blocks and is no operation of the store (making a register, asking the keyring, checking a password) runs in a thread, so that the window never waits. */

typedef gboolean (*MusterBackgroundWork) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * muster_background_run: runs @work in a thread of its own and calls @callback on the main thread.
 * @source: kept alive until then
 * @data: (transfer full): for @work; the callback finds it with muster_background_get_data()
 */
void muster_background_run (gpointer source, MusterBackgroundWork work, gpointer data, GDestroyNotify free_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer muster_background_get_data (GAsyncResult *result);
gboolean muster_background_finish (GAsyncResult *result, GError **error);
