/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_REVIEW_DIALOG (muster_review_dialog_get_type ())
/** MusterReviewDialog: records a request for review of a decision, or the outcome of one. */
G_DECLARE_FINAL_TYPE (MusterReviewDialog, muster_review_dialog, MUSTER, REVIEW_DIALOG, MusterFormDialog)

AdwDialog *muster_review_dialog_new_request (MusterStore *store, gint64 decision_id);
AdwDialog *muster_review_dialog_new_outcome (MusterStore *store, gint64 review_id);
