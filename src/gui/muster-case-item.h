/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-case-access.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-incident-clock.h"
#include "store/muster-database.h"

#define MUSTER_TYPE_CASE_ITEM (muster_case_item_get_type ())
/** MusterCaseItem: a line in the register of corrective actions, decisions or incidents; never changes. */
G_DECLARE_FINAL_TYPE (MusterCaseItem, muster_case_item, MUSTER, CASE_ITEM, GObject)

/** Takes @action; @person: the name. */
MusterCaseItem *muster_case_item_new_action (MusterCorrectiveAction *action, const char *person, const GDate *today);
/** Takes @decision; @proposer: the name. */
MusterCaseItem *muster_case_item_new_decision (MusterDecision *decision, const char *person, const char *proposer, const GDate *today);
/** Takes @incident; @person: the names; @undone: (nullable): the first duty that is not done. */
MusterCaseItem *muster_case_item_new_incident (MusterIncident *incident, const char *person, const MusterIncidentClock *undone, const GDate *today);
/**
 * muster_case_item_list:
 * @pack: by which duties of incidents are counted
 * @closed: (nullable): the ids of cases that are closed to some account: what happened is told on their pages only, where it is recorded who looked
 *
 * Returns: (transfer full) (element-type MusterCaseItem): an item for each of @ids, in their order; one that is gone, or cannot be read, says so.
 */
GPtrArray *muster_case_item_list (MusterDatabase *database, MusterCaseKind kind, MusterRulePack *pack, const MusterMoment *now, GHashTable *closed, const gint64 *ids, guint n_ids);

/** Whether it could not be read: the person’s name says so, and nothing else is there. */
gboolean muster_case_item_is_gone (MusterCaseItem *self);
/** Returns: the row id; 0 for one that is gone. */
gint64 muster_case_item_get_id (MusterCaseItem *self);
const char *muster_case_item_get_number (MusterCaseItem *self);
const char *muster_case_item_get_person (MusterCaseItem *self);
/** Returns: (nullable): the action; %NULL for a decision. */
const MusterCorrectiveAction *muster_case_item_get_action (MusterCaseItem *self);
const MusterDecision *muster_case_item_get_decision (MusterCaseItem *self);
/** Returns: (nullable): the incident, and whether a duty of it is late. */
const MusterIncident *muster_case_item_get_incident (MusterCaseItem *self, gboolean *is_late);
/** Returns: (transfer full): what it is and until when. */
char *muster_case_item_dup_detail (MusterCaseItem *self);
/** Returns: (transfer full) (nullable): who proposed a decision, and when; of an incident what happened; %NULL for an action. */
char *muster_case_item_dup_origin (MusterCaseItem *self);
/** Returns: (transfer full): all of it, to be spoken. */
char *muster_case_item_dup_line (MusterCaseItem *self);
const GDate *muster_case_item_get_today (MusterCaseItem *self);
