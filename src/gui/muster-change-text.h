/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What the journal writes down about a row, in words. */

/** Returns: (nullable): translated: what @column of @table is called; %NULL for keys and bookkeeping, which are not for reading. */
const char *muster_change_text_get_label (const char *table, const char *column);
/** Returns: (transfer full): @value as it may be shown: codes in words, days as people write them, a dash for nothing, a mask for a credential. */
char *muster_change_text_dup_value (const char *table, const char *column, const char *value);
/** Returns: translated: what a row of @table is. */
const char *muster_change_text_get_table (const char *table);
