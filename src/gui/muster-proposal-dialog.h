/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_PROPOSAL_DIALOG (muster_proposal_dialog_get_type ())
/** MusterProposalDialog: proposes a revocation or a suspension for cause, and shows beforehand what it would leave behind. */
G_DECLARE_FINAL_TYPE (MusterProposalDialog, muster_proposal_dialog, MUSTER, PROPOSAL_DIALOG, MusterFormDialog)

AdwDialog *muster_proposal_dialog_new (MusterStore *store, gint64 assister_id);
/** Returns: the id of the decision that was proposed; 0 before. */
gint64 muster_proposal_dialog_get_decision_id (MusterProposalDialog *self);
