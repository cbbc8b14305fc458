/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-coverage.h"
#include "operations/muster-batch.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-transfer.h"
#include "store/muster-roster-query.h"

/* What a change would leave uncovered, said before it is done. All look at the whole roster: for a worker thread. */

/**
 * MusterCoveragePreview:
 * @coverage: the facts
 * @agencies: %NULL-terminated: the names of the agencies that would be without a navigator
 * @warnings: %NULL-terminated: translated sentences; none where nothing is left uncovered
 */
typedef struct
{
  MusterCoverage *coverage;
  char **agencies;
  char **warnings;
} MusterCoveragePreview;

void muster_coverage_preview_free (MusterCoveragePreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCoveragePreview, muster_coverage_preview_free)

/** Returns: (transfer full): what taking @verb would leave uncovered on @today. Errors as of the step itself. */
MusterCoveragePreview *muster_coverage_preview_new_step (MusterDatabase *database, MusterCertificationVerb verb, const MusterCertificationRequest *request, const GDate *today,
                                                         GCancellable *cancellable, GError **error);
/** Returns: (transfer full): what a decision that takes @types from the person would. */
MusterCoveragePreview *muster_coverage_preview_new_decision (MusterDatabase *database, MusterRosterIndex *index, gint64 assister_id, guint types, GError **error);
/** Returns: (transfer full): what all that @plan does would. */
MusterCoveragePreview *muster_coverage_preview_new_batch (MusterDatabase *database, const MusterBatchPlan *plan, const GDate *today, GCancellable *cancellable, GError **error);
/** Returns: (transfer full): what entering @agency, known or new, as the person’s would. */
MusterCoveragePreview *muster_coverage_preview_new_agency (MusterDatabase *database, gint64 assister_id, const char *agency, const GDate *today, GCancellable *cancellable, GError **error);
/** Returns: (transfer full): what a transfer would. */
MusterCoveragePreview *muster_coverage_preview_new_transfer (MusterDatabase *database, const MusterTransferRequest *request, const GDate *today, GCancellable *cancellable, GError **error);
