/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_small_file_read:
 * @max: bytes that such a file of ours never exceeds
 *
 * Reads what was left beside a register or for the next start. What lies at @path may be anything, for others can write there: only a
 * plain file of at most @max bytes is read, never what is waited for or has no end.
 *
 * Returns: (nullable): its bytes, with a NUL behind them, and sets @size; %NULL where there is no such file
 */
char *muster_small_file_read (const char *path, gsize max, gsize *size);
