/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-operation-rule.h"
#include "store/muster-database-private.h"

/* What was known on a day: tables as they stood then, by what the journal says of each row. Inside of store/ only. */

/** Makes SQL functions known to @database. */
gboolean muster_known_query_attach (MusterDatabase *database, GError **error);

/**
 * muster_known_query_prepare:
 * @known_on: (nullable): a day; unset or %NULL: all that is known
 * @tables: which of those in @sql are meant
 *
 * @sql: has no WITH of its own, and no ninth parameter
 *
 * Prepares @sql so that @tables stand in it as they did when the day was over: a row that was added later is not there, and one that was changed later is as it was before.
 */
MusterStatement *muster_known_query_prepare (MusterDatabase *database, const char *sql, MusterTable tables, const GDate *known_on, GError **error);
