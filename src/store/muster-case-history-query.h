/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-escalation.h"
#include "store/muster-database.h"

/** As many similar cases are listed; the count tells of all. */
#define MUSTER_SIMILAR_CASES 5

/** MusterSimilarCase: a closed corrective action of somebody else; nothing says whose. @days: from its opening to its end. */
typedef struct
{
  char *number;
  MusterOutcome outcome;
  guint days;
} MusterSimilarCase;

void muster_similar_case_free (MusterSimilarCase *similar);

/**
 * MusterCaseHistory: what else there is to know about a corrective action.
 * @grounds: #MusterEscalationGround flags: why more than its severity asks is proposed
 * @earlier: (element-type MusterCorrectiveAction): of the same person under the same clauses, newest first
 * @similar: (element-type MusterSimilarCase): of other people, of the same severity and under one of the clauses, and closed: what was done; newest first, so many
 * @n_similar: how many there are of them
 */
typedef struct
{
  guint grounds;
  GPtrArray *earlier;
  GPtrArray *similar;
  guint n_similar;
} MusterCaseHistory;

void muster_case_history_free (MusterCaseHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCaseHistory, muster_case_history_free)

/** Returns: (transfer full): the history of @action as it is on @today. Removal is no ground any more once a decision about the person was proposed. */
MusterCaseHistory *muster_case_history_load (MusterDatabase *database, const MusterCorrectiveAction *action, const GDate *today, GError **error);

/** MusterEscalation: an open corrective action, and why more than its severity asks is proposed. */
typedef struct
{
  MusterCorrectiveAction *action;
  guint grounds;
} MusterEscalation;

void muster_escalation_free (MusterEscalation *escalation);

/** Returns: (transfer full) (element-type MusterEscalation): all there are on @today, by the day they are due. */
GPtrArray *muster_case_history_list_escalations (MusterDatabase *database, const GDate *today, GError **error);
