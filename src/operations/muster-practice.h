/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** The practice register's accounts all have this password; the sign-in page says so. */
#define MUSTER_PRACTICE_PASSWORD "practice"
/** Its accounts: "alex" (administrator), "robin" (administrator), "sam" (supervisor), "kim" (staff), "jo" (auditor). */

/**
 * muster_practice_create:
 *
 * Makes a practice register at @folder with an invented agency of about 120 people in every state, by running the real operations with days in the past.
 * Blocking, a few seconds; @progress may be %NULL. Meanwhile the clock of the whole program stands in the past: no other register may be open in it.
 */
gboolean muster_practice_create (const char *folder, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error);
/** Returns: (transfer full): where the practice register lies: in the user's cache folder; made anew when it is missing or from another version. */
char *muster_practice_dup_folder (void);
