/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"

/*
 * Whether the search index has everybody as they are. It is derived and not journaled, so that whoever has the register key can take somebody out of it whom
 * nobody would find then; and it can be made anew.
 */

/** Sets @complete to whether the index has as many people as the roster: quick enough for every sign-in. */
gboolean muster_search_index_count (MusterDatabase *database, gboolean *complete, GError **error);

/** Sets @same to whether each word of everybody leads to them, and none to others. As long as it takes to read all people. */
gboolean muster_search_index_compare (MusterDatabase *database, GCancellable *cancellable, gboolean *same, GError **error);

/** Makes the index anew, in a transaction of its own. */
gboolean muster_search_index_make_anew (MusterDatabase *database, GError **error);

/** At sign-in: makes the index anew if it has too few or too many people, or is not as it was made. Waits for nobody: whoever is busy has one that will do for now. */
gboolean muster_search_index_mend (MusterDatabase *database, GError **error);
