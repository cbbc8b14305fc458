/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl-output.h"
#include "domain/muster-incident-clock.h"
#include "domain/muster-rule-pack.h"
#include "store/muster-database.h"

/* How an incident is written. */

/** MusterCtlClocks: by which rules, and when, its duties are looked at. */
typedef struct
{
  MusterRulePack *pack;
  MusterMoment now;
} MusterCtlClocks;

/** Sets @clocks to the rules in force and to now. */
gboolean muster_ctl_clocks_init (MusterCtlClocks *clocks, MusterDatabase *database, GError **error);
void muster_ctl_clocks_clear (MusterCtlClocks *clocks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterCtlClocks, muster_ctl_clocks_clear)

/** Fills the object that is begun. Who complained is never written. */
gboolean muster_ctl_json_incident (JsonBuilder *json, MusterDatabase *database, const MusterIncident *incident, const MusterCtlClocks *clocks, GError **error);
/** Writes its documents under "documents", without their content. */
gboolean muster_ctl_json_attachments (JsonBuilder *json, MusterDatabase *database, gint64 incident, GError **error);
/** Prints them as a table, if there are any. */
gboolean muster_ctl_print_attachments (MusterDatabase *database, gint64 incident, GError **error);
/** Writes those that concern the person under "incidents". */
gboolean muster_ctl_json_incidents (JsonBuilder *json, MusterDatabase *database, GPtrArray *incidents, GError **error);
/** Prints one for people. */
gboolean muster_ctl_print_incident (MusterDatabase *database, const MusterIncident *incident, const MusterCtlClocks *clocks, GError **error);
/** Returns: (transfer full): the codes of those whom it concerns, with commas. */
char *muster_ctl_dup_incident_people (MusterDatabase *database, const MusterIncident *incident);
