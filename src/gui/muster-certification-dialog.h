/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_CERTIFICATION_DIALOG (muster_certification_dialog_get_type ())
/** MusterCertificationDialog: one step of the lifecycle of one certification. */
G_DECLARE_FINAL_TYPE (MusterCertificationDialog, muster_certification_dialog, MUSTER, CERTIFICATION_DIALOG, MusterFormDialog)

/** Says @reason in the form before somebody writes another: the calendar proposes it. */
void muster_certification_dialog_propose (MusterCertificationDialog *self, const char *reason);
/** @verb: one that has an operation of its own, to be done to @type of the person. */
AdwDialog *muster_certification_dialog_new (MusterStore *store, gint64 assister_id, MusterAssisterType type, MusterCertificationVerb verb);
