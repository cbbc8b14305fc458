/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl-output.h"
#include "domain/muster-decision.h"
#include "store/muster-database.h"

/** What the review of the decision @id is and came to: under "review" and "review_state", null where none was admitted. */
gboolean muster_ctl_json_review_of (JsonBuilder *json, MusterDatabase *database, gint64 id, GError **error);
/** Sets @text to the same for people, "AP-2026-0001: Reversed"; %NULL where none was admitted. */
gboolean muster_ctl_dup_review_of (MusterDatabase *database, gint64 id, char **text, GError **error);
/** The time for asking for a review of @decision, for people: how its notice was served, the last day, how that is counted. */
gboolean muster_ctl_add_review_clock (MusterCtlTable *table, MusterDatabase *database, const MusterDecision *decision, GError **error);
