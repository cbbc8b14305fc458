/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"

/* What a connection keeps of its statements; whoever uses one goes by muster-database-private.h. */

struct _MusterStatement
{
  MusterDatabase *database;
  sqlite3_stmt *handle;
  gboolean in_use;
  gboolean kept; /* by the connection, for the next use */
};

void muster_statement_free (MusterStatement *statement);

/** Aborts in any thread but the one that owns the connection. */
void muster_database_assert_thread (MusterDatabase *database);
