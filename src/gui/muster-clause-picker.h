/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-clause.h"

#define MUSTER_TYPE_CLAUSE_PICKER (muster_clause_picker_get_type ())
/**
 * MusterClausePicker: the clauses that bind somebody, to search in and to tick.
 *
 * Signal "changed": others are ticked.
 */
G_DECLARE_FINAL_TYPE (MusterClausePicker, muster_clause_picker, MUSTER, CLAUSE_PICKER, AdwPreferencesGroup)

/** Offers those of @catalogue (which has to outlive it) that bind one of @types. */
void muster_clause_picker_fill (MusterClausePicker *self, MusterClauseCatalogue *catalogue, guint types);
/** Shows beside the titles what the notice says, as the agency loaded it. @wordings: (nullable): muster_wording_read() */
void muster_clause_picker_show_wordings (MusterClausePicker *self, GHashTable *wordings);
/** Ticks or unticks the clause @id. */
void muster_clause_picker_set_ticked (MusterClausePicker *self, const char *id, gboolean ticked);
/** Returns: (transfer full): the ids that are ticked, in the order of the notice, %NULL-terminated. */
char **muster_clause_picker_dup_ids (MusterClausePicker *self);
/** Returns: the gravest of the usual severities' lower ends of what is ticked; 0 without one. */
int muster_clause_picker_get_usual_severity (MusterClausePicker *self);
/** How many clauses the search leaves to be seen. */
guint muster_clause_picker_get_n_shown (MusterClausePicker *self);
