/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-claims.h"
#include "operations/muster-import-plan.h"

/**
 * MusterImportAhead: the rows of a file, read one after the other by a thread of its own, ahead of whoever compares them with the register or writes them down.
 * The options and the sheet of the plan must stay as they are meanwhile, and its fates while it is carried out.
 */
typedef struct _MusterImportAhead MusterImportAhead;

/**
 * MusterImportReadRow: a row, with its fixes.
 * @is_good: it is not rejected
 * @words: (nullable): of the person whom it makes, as the search index has them
 * @claims: (nullable) (element-type MusterEvidence): what it says of that person, whose id they do not have yet
 */
typedef struct
{
  MusterImportRow values;
  gboolean is_good;
  char *words;
  GPtrArray *claims;
} MusterImportReadRow;

/** While the plan is made. @ignored (element-type MusterIgnoredColumn) and @digest get what all rows say once the last one was taken; nobody else looks at them before. */
MusterImportAhead *muster_import_ahead_new_for_plan (const MusterImportPlan *plan, GArray *ignored, GChecksum *digest);
/**
 * While it is carried out: rows that neither make nor change anybody are not read.
 * @source: where the claims come from, but for what each row says itself; copied
 * @first_rows: (transfer none): see muster_import_plan_list_first_rows()
 */
MusterImportAhead *muster_import_ahead_new_for_commit (const MusterImportPlan *plan, const MusterImportClaimSource *source, GHashTable *first_rows);
/** Returns: (transfer none): the next row, until the one after it; what it holds may be taken. */
MusterImportReadRow *muster_import_ahead_next (MusterImportAhead *self);
/** Moves what was found in that row to @findings (element-type MusterFinding). */
void muster_import_ahead_move_findings (MusterImportAhead *self, GPtrArray *findings);
/** Lets the thread free what was taken out of the rows, once it is not needed any more. */
void muster_import_ahead_give_back (MusterImportAhead *self, gpointer used, GDestroyNotify free_used);
void muster_import_ahead_free (MusterImportAhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportAhead, muster_import_ahead_free)
