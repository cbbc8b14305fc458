/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-evidence.h"
#include "store/muster-database.h"

/* What is claimed about people’s requirements. Rows are only ever added; saving outside of an operation fails. */

/** Adds @evidence and sets its id. */
gboolean muster_evidence_table_save (MusterDatabase *database, MusterEvidence *evidence, GError **error);
/** Has @by stand for @id from now on. */
gboolean muster_evidence_table_supersede (MusterDatabase *database, gint64 id, gint64 by, GError **error);
/** Adds all of @list (element-type MusterEvidence), without setting their ids. */
gboolean muster_evidence_table_save_many (MusterDatabase *database, GPtrArray *list, GError **error);
/** Returns: (transfer full) (element-type MusterEvidence): the person's, newest first, withdrawn ones as well; what was taken back with an import is not among them. */
GPtrArray *muster_evidence_table_list (MusterDatabase *database, gint64 assister_id, GError **error);
/** Returns: (transfer full) (element-type MusterEvidence): what the import @import_id claims and still stands, in order of its recording. */
GPtrArray *muster_evidence_table_list_of_import (MusterDatabase *database, gint64 import_id, GError **error);
/** Returns: (transfer full): MUSTER_ERROR_NOT_FOUND for an unknown one, or one that was taken back with an import. */
MusterEvidence *muster_evidence_table_load (MusterDatabase *database, gint64 id, GError **error);
/** @evidence: (out) (transfer full) (nullable): the newest of the person that speaks of @requirement and was not superseded. */
gboolean muster_evidence_table_find_newest (MusterDatabase *database, gint64 assister_id, const char *requirement, MusterEvidence **evidence, GError **error);
/** The same, also if it was withdrawn: what was said last, and need not be kept again when it is said again. */
gboolean muster_evidence_table_find_said (MusterDatabase *database, gint64 assister_id, const char *requirement, MusterEvidence **evidence, GError **error);
