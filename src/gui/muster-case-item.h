/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-incident-clock.h"
#include "store/muster-store.h"

/** MusterCaseTile: a count at the head of the register of cases, and what it shows. */
typedef enum
{
  MUSTER_CASE_TILE_OPEN, /* decisions: waiting */
  MUSTER_CASE_TILE_OVERDUE,
  MUSTER_CASE_TILE_WEEK,
  MUSTER_CASE_TILE_CLOSED,
  MUSTER_CASE_TILE_APPROVED,
  MUSTER_CASE_TILE_REFUSED,
  MUSTER_CASE_TILE_ALL,
} MusterCaseTile;

#define MUSTER_N_CASE_TILES 7

/** MusterCaseKind: which register of cases. */
typedef enum
{
  MUSTER_CASE_ACTIONS,
  MUSTER_CASE_DECISIONS,
  MUSTER_CASE_INCIDENTS,
} MusterCaseKind;

#define MUSTER_TYPE_CASE_ITEM (muster_case_item_get_type ())
/** MusterCaseItem: a line in the register of corrective actions, decisions or incidents; never changes. */
G_DECLARE_FINAL_TYPE (MusterCaseItem, muster_case_item, MUSTER, CASE_ITEM, GObject)

/** Takes @action; @person: the name. */
MusterCaseItem *muster_case_item_new_action (MusterCorrectiveAction *action, const char *person, const GDate *today);
/** Takes @decision; @proposer: the name. */
MusterCaseItem *muster_case_item_new_decision (MusterDecision *decision, const char *person, const char *proposer, const GDate *today);
/** Takes @incident; @person: the names; @undone: (nullable): the first duty that is not done. */
MusterCaseItem *muster_case_item_new_incident (MusterIncident *incident, const char *person, const MusterIncidentClock *undone, const GDate *today);
/** Returns: (transfer full) (element-type MusterCaseItem): all there are, newest first; for a thread of its own. */
GPtrArray *muster_case_item_list (MusterStore *store, MusterCaseKind kind, GError **error);

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
const GDate *muster_case_item_get_today (MusterCaseItem *self);
gboolean muster_case_item_is_in (MusterCaseItem *self, MusterCaseTile tile);
/** Whether each word of @folded (muster_text_fold()) is in its number, names or what was found. */
gboolean muster_case_item_matches (MusterCaseItem *self, const char *folded);
