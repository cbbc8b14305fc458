/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gui/muster-view-day.h"
#include "store/muster-roster-query.h"

#define MUSTER_TYPE_ROSTER_MODEL (muster_roster_model_get_type ())
/**
 * MusterRosterModel: the people that a filter finds. It holds their ids only and reads lines by the screenful, when they are asked for. Index and
 * selection are made off the main thread; the list stays as it is until the new one is there. Follows the store.
 *
 * As a #GListModel it is a list of places, each an empty object: who is in a place, and what the line says, is asked by its position.
 *
 * Signals: "loaded": the list is that of the newest filter and register; "lines-changed": others may be in the same places now, or say something else;
 * "places-changed": there are other counties and languages to choose from; "failed" (string message).
 */
G_DECLARE_FINAL_TYPE (MusterRosterModel, muster_roster_model, MUSTER, ROSTER_MODEL, GObject)

MusterRosterModel *muster_roster_model_new (MusterStore *store);
/** Shows those whom @filter (copied) finds. */
void muster_roster_model_set_filter (MusterRosterModel *self, const MusterRosterFilter *filter);
/** Shows people as of @day (copied), instead of today. */
void muster_roster_model_set_day (MusterRosterModel *self, const MusterViewDay *day);
/** Returns: (transfer none): the day people are looked at. */
const MusterViewDay *muster_roster_model_get_day (MusterRosterModel *self);
/** Makes the index anew, for the day it is. */
void muster_roster_model_refresh (MusterRosterModel *self);
/** As muster_roster_model_refresh(), if the day is another by now. */
void muster_roster_model_refresh_day (MusterRosterModel *self);

/** Returns: who is in the place at @position. */
gint64 muster_roster_model_get_id (MusterRosterModel *self, guint position);
/** Returns: (nullable): the line at @position, there until another one is asked for; %NULL for somebody who is gone, or could not be read. */
const MusterRosterRow *muster_roster_model_get_row (MusterRosterModel *self, guint position);
/** Whether there is a list at all yet. */
gboolean muster_roster_model_is_loaded (MusterRosterModel *self);
/** Returns: (transfer full) (nullable): what muster_rule_pack_dup_warning() says of the rules by which the people were judged. */
char *muster_roster_model_dup_warning (MusterRosterModel *self);
/** How many people the whole roster has. */
guint muster_roster_model_get_n_people (MusterRosterModel *self);
/** How many of those in the list may not assist today. */
guint muster_roster_model_get_n_may_not (MusterRosterModel *self);
/** Returns: (nullable) (element-type MusterAgency): all agencies, by name. */
GPtrArray *muster_roster_model_get_agencies (MusterRosterModel *self);
/** Returns: (nullable): the counties that people of the list's register work in, in order; %NULL while they are not known yet. */
const char *const *muster_roster_model_get_counties (MusterRosterModel *self);
/** Returns: (nullable): the languages that they speak. */
const char *const *muster_roster_model_get_languages (MusterRosterModel *self);
/** For tests: how many lines have been read from the register. */
guint muster_roster_model_get_n_read (MusterRosterModel *self);
