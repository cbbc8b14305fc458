/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_EVIDENCE_DIALOG (muster_evidence_dialog_get_type ())
/** MusterEvidenceDialog: how a requirement ended, recorded or corrected, with a document if there is one. */
G_DECLARE_FINAL_TYPE (MusterEvidenceDialog, muster_evidence_dialog, MUSTER, EVIDENCE_DIALOG, MusterFormDialog)

/**
 * @requirement: (nullable): the code of the one that is chosen at first
 * @old: the evidence that is corrected; 0: it is recorded anew
 */
AdwDialog *muster_evidence_dialog_new (MusterStore *store, gint64 assister_id, const char *requirement, gint64 old);
