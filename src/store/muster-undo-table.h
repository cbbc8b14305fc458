/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-operation-rule.h"
#include "store/muster-database.h"

/* What undoing an import writes, beside the values of people. Fails outside of the operation. */

/**
 * Takes the rows of people, affiliations, certification events or evidence from @first_id to @last_id back: they stay, and count for nothing. For people and
 * affiliations the search index is kept.
 * @people: whose each of these rows is
 * @undoing: the record of the undoing; 0: the rows count again
 */
gboolean muster_undo_table_take_back (MusterDatabase *database, MusterTable table, gint64 first_id, gint64 last_id, const gint64 *people, gint64 undoing, GError **error);

/** Ends an affiliation through @through; unset: it has no end. @person is whose it is: the search index is kept. */
gboolean muster_undo_table_set_through (MusterDatabase *database, gint64 affiliation_id, gint64 person, const GDate *through, GError **error);
