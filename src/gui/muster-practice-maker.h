/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * muster_practice_maker_run: finds the practice register, and makes it where there is none. @bar shows how far it is.
 */
void muster_practice_maker_run (GtkProgressBar *bar, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** Returns: (transfer full): its folder. */
char *muster_practice_maker_finish (GAsyncResult *result, GError **error);
