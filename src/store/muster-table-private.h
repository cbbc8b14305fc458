/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"

/* What the tables share: inside of store/ only. */

/** Makes of what the domain said about a code (@error is set) MUSTER_ERROR_DAMAGED: it was the register that held it. Always returns %FALSE. */
gboolean muster_table_blame (const char *table, gint64 id, GError **error);

/** Returns: (transfer full) (element-type gint64): the first column of all rows of @statement; %NULL on error. */
GArray *muster_table_collect_ids (MusterStatement *statement, GError **error);
