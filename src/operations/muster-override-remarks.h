/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-batch.h"
#include "operations/muster-certification-operations.h"
#include "store/muster-roster-query.h"

/* A certification, and a reinstatement, stands for what is recorded as lacking: the marketplace saw to it. Whoever records one should know what that is. */

/** Whether @verb does so. */
gboolean muster_override_remarks_concern (MusterCertificationVerb verb);
/** Returns: (transfer full): translated: a sentence for each requirement that the step stands for, although it is recorded as lacking; none for other steps. */
char **muster_override_remarks_new (MusterDatabase *database, MusterCertificationVerb verb, const MusterCertificationRequest *request, const GDate *today, GError **error);
/** Appends to @builder, translated, a sentence for each requirement that was lacking on @on, although a certification can stand for it: one in @types that is given back does not. */
gboolean muster_override_remarks_add_kept (GStrvBuilder *builder, MusterDatabase *database, gint64 assister_id, guint types, const GDate *on, GError **error);
/** Returns: (transfer full) (nullable): translated: of how many people of @plan that is so; %NULL for none. */
char *muster_override_remarks_dup_batch (MusterRosterIndex *index, const MusterBatchPlan *plan);
