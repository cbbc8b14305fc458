/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_INCIDENT_DIALOG (muster_incident_dialog_get_type ())
/**
 * MusterIncidentDialog: records an incident in a few fields, or completes one with all of them. What looks like a birth date or a policy number in a text is
 * said once, and the next press goes on.
 */
G_DECLARE_FINAL_TYPE (MusterIncidentDialog, muster_incident_dialog, MUSTER, INCIDENT_DIALOG, MusterFormDialog)

/** @id: the incident to complete; 0: a new one, about the person @assister_id (0: nobody yet). */
AdwDialog *muster_incident_dialog_new (MusterStore *store, gint64 id, gint64 assister_id);
/** Returns: the id of the incident; 0 before a new one is recorded. */
gint64 muster_incident_dialog_get_id (MusterIncidentDialog *self);
