/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"

/*
 * Whoever has the register key can plant a trigger that writes under somebody else's signature, drop one that captures, or put a view in a table's place.
 * So what a database consists of is compared with what the same migrations make of an empty one: when it is opened, and again inside of each transaction that
 * reads or writes. It takes a tenth of a millisecond.
 */

/**
 * muster_schema_check:
 * @search: (out) (optional): whether only the search index differs, which can be made anew; without it that is damage too
 *
 * MUSTER_ERROR_DAMAGED names the table, index, view or trigger that does not belong there, is missing, or is not as it was made. MUSTER_ERROR_NEWER where a newer
 * Muster has migrated the register meanwhile.
 */
gboolean muster_schema_check (MusterDatabase *database, gboolean *search, GError **error);
