/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-incident.h"

/* What stands in an incident, as the window writes it. */

/** Returns: (transfer full): "Oct 5, 2026, 14:30"; the day alone where the time is not known. */
char *muster_incident_text_dup_moment (const MusterMoment *moment);
/** Returns: (transfer full) (nullable): the day or the days on which it occurred. */
char *muster_incident_text_dup_occurred (const MusterIncident *incident);
/** Returns: (transfer full): whether personal data is involved, of how many people, which, and whether it was encrypted. */
char *muster_incident_text_dup_data (const MusterIncident *incident);
/** Returns: (nullable): that somebody complained. The name is private: that there is one is enough. */
const char *muster_incident_text_get_complainant (const MusterIncident *incident);
