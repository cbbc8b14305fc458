/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"

/*
 * The search index of people. It is written once for each person and transaction, since that is the dearest part of an import:
 * saving only marks, and the runner flushes before it commits. A rollback forgets the marks (by the connection's rollback hook).
 */

/** Marks the words of a person as out of date. @is_new: inserted in this transaction. */
void muster_people_table_mark_search (MusterDatabase *database, gint64 assister_id, gboolean is_new);
/** Keeps @words of somebody who was just added, and has the highest id of all, until they are written; a mark makes them old. */
void muster_people_table_keep_words (MusterDatabase *database, gint64 assister_id, const char *words);
/** Writes the words of everybody who was marked. To be called inside of the transaction, before COMMIT; nothing to do is done at once. */
gboolean muster_people_table_flush_search (MusterDatabase *database, GError **error);
/** Appends what @id is found by, apart by blanks. @is_there: whether there is such a person, who was not taken back. Whoever changes what this gives adds a migration, at which the index is made anew. */
gboolean muster_people_table_append_search_words (MusterDatabase *database, gint64 id, gboolean *is_there, GString *words, GError **error);
/** Writes the words of somebody who has none in the index. */
gboolean muster_people_table_insert_search_words (MusterDatabase *database, gint64 id, const char *words, GError **error);
/** Lets this connection look words up. To be called once, before anything is read. */
gboolean muster_people_table_attach_words (MusterDatabase *database, GError **error);
/** Sets @match to what to MATCH for the words of @search, each a beginning; to %NULL if there is no letter or digit in it. */
gboolean muster_people_table_make_search_match (MusterDatabase *database, const char *search, char **match, GError **error);
