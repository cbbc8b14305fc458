/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "operations/muster-coverage-preview.h"

/** Says on standard error, and in the object that is printed, what would be left uncovered. */
void muster_ctl_coverage_warn (MusterCtl *ctl, const MusterCoveragePreview *preview);

/** Prints what would become of everybody, and what it would leave uncovered. */
void muster_ctl_batch_print (MusterCtl *ctl, MusterCertificationVerb verb, const MusterBatchPlan *plan, const MusterCoveragePreview *preview, gboolean is_dry_run);

/** Looks at @request and prints it; %FALSE with @error where it is not possible for the one person that it is about. */
gboolean muster_ctl_batch_print_one (MusterCtl *ctl, const MusterBatchRequest *request, GError **error);

/** Returns: whether @verb can take something away, so that it is worth a look at the whole roster. */
gboolean muster_ctl_coverage_is_asked (MusterCertificationVerb verb);
