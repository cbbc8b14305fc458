/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-incident.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_INCIDENT_STEP_DIALOG (muster_incident_step_dialog_get_type ())
/** MusterIncidentStepDialog: records that somebody was told of an incident, what was found of a clause, or how it ended. */
G_DECLARE_FINAL_TYPE (MusterIncidentStepDialog, muster_incident_step_dialog, MUSTER, INCIDENT_STEP_DIALOG, MusterFormDialog)

/** @title: the rule's name for the duty. */
AdwDialog *muster_incident_step_dialog_new_report (MusterStore *store, gint64 incident_id, MusterIncidentDuty duty, const char *title);
AdwDialog *muster_incident_step_dialog_new_finding (MusterStore *store, gint64 incident_id, const char *clause);
AdwDialog *muster_incident_step_dialog_new_close (MusterStore *store, gint64 incident_id);
