/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision-day.h"
#include "store/muster-database.h"

/* The days that come of a decision, with the reviews that hold them off. */

/** MusterCountedDay: one of them. @last: unset while it is held off; @rule: of its title and source, in words: "30 days after …" */
typedef struct
{
  MusterDecisionDay day;
  GDate last;
  GDate held_off;
  guint tolled;
  char *text;
  char *citation;
} MusterCountedDay;

void muster_counted_day_free (MusterCountedDay *day);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCountedDay, muster_counted_day_free)

/**
 * Returns: (transfer full) (element-type MusterCountedDay): what comes of @decision, but for the waiting time, which muster_decision_days_find_reapplying() tells:
 * by the rule pack of its approval; none where that is not here any more.
 */
GPtrArray *muster_decision_days_list (MusterDatabase *database, const MusterDecision *decision);

/**
 * muster_decision_days_find_reapplying:
 * @text: (out) (optional) (nullable) (transfer full): how it is counted
 *
 * Sets @from to the day from which whom @decision revoked may apply again by the rules of @today; unset where it revoked nobody, was called off, a review took the
 * revocation back, or a review that is pending holds it off, which @text says.
 */
void muster_decision_days_find_reapplying (MusterDatabase *database, const MusterDecision *decision, const GDate *today, GDate *from, char **text);
