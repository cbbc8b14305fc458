/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"
#include "operations/muster-import-ahead.h"
#include "store/muster-store.h"

/**
 * MusterImportNewcomers: the people whom a file makes, on their way into the register, where they are written down many at once. Nobody else may add people
 * meanwhile.
 */
typedef struct _MusterImportNewcomers MusterImportNewcomers;

/** @ahead: (transfer none): where they are read */
MusterImportNewcomers *muster_import_newcomers_new (MusterDatabase *database, MusterImportAhead *ahead, GError **error);
void muster_import_newcomers_free (MusterImportNewcomers *newcomers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportNewcomers, muster_import_newcomers_free)

/** Returns: the id of the person who is added next. */
gint64 muster_import_newcomers_get_next_id (const MusterImportNewcomers *newcomers);
/**
 * muster_import_newcomers_add:
 * @person: what it holds is taken out of it
 * @words: (transfer full): of the person, as muster_people_words_dup() makes them
 * @agency_id: with whom the person is from @from on; 0: with nobody
 * @events: (element-type MusterCertificationEvent), @claims: (element-type MusterEvidence): the person's; emptied
 */
gboolean muster_import_newcomers_add (MusterImportNewcomers *newcomers, MusterAssister *person, char *words, gint64 agency_id, const GDate *from, GPtrArray *events,
                                      GPtrArray *claims, GError **error);
/** Writes down who waits. */
gboolean muster_import_newcomers_flush (MusterImportNewcomers *newcomers, GError **error);
