/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_INCIDENT_PAGE (muster_incident_page_get_type ())
/**
 * MusterIncidentPage: one incident.
 *
 * Actions: incident.complete, incident.report (i: a duty), incident.find (s: a clause), incident.open-action (x: a person), incident.close.
 */
G_DECLARE_FINAL_TYPE (MusterIncidentPage, muster_incident_page, MUSTER, INCIDENT_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_incident_page_new (MusterStore *store, gint64 id);
