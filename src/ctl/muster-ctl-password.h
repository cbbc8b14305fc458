/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/muster-secret.h"

/**
 * muster_ctl_password_read:
 * @file: (nullable): its first line is taken; "-" is standard input; %NULL asks on the terminal, without showing what is typed
 * @prompt: translated, for the terminal
 * @twice: ask a second time on the terminal, for a password that is new
 *
 * Returns: (transfer full): never empty. The bytes stand nowhere but in locked memory.
 */
MusterSecret *muster_ctl_password_read (const char *file, const char *prompt, gboolean twice, GCancellable *cancellable, GError **error);

/** Whether @file (nullable) can be read, or needs none; else MUSTER_ERROR_INVALID: the option is wrong, and no password. */
gboolean muster_ctl_password_check_file (const char *file, GError **error);

/** Returns: (transfer full) (nullable): what stands on the second line of @file, or next on standard input ("-") once the password was read from it. */
MusterSecret *muster_ctl_password_read_second (const char *file, GCancellable *cancellable);
