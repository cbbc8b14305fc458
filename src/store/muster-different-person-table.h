/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database.h"

/* Who was said not to be a person of the same name, so that it is not asked again. Saving outside an operation fails. */

/** Sets @different to whether somebody said that what a file has as @row_key ("npn:1234567") is not @assister_id. */
gboolean muster_different_person_table_has (MusterDatabase *database, gint64 assister_id, const char *row_key, gboolean *different, GError **error);
/** Remembers it; nothing is done where it is remembered already. */
gboolean muster_different_person_table_add (MusterDatabase *database, gint64 assister_id, const char *row_key, gint64 account_id, gint64 recorded, GError **error);
