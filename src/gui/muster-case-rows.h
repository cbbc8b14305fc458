/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-incident.h"
#include "gui/muster-person-facts.h"
#include "gui/muster-row-group.h"

/* Rows of cases and of what happened, for the pages that show them. */

/** Adds a row that opens @action. */
void muster_case_rows_add_action (MusterRowGroup *group, const MusterCorrectiveAction *action, const GDate *today);
/** Adds a row that opens @incident. */
void muster_case_rows_add_incident (MusterRowGroup *group, const MusterIncident *incident);
/** Adds a row that opens @decision. */
void muster_case_rows_add_decision (MusterRowGroup *group, const MusterDecision *decision);
/** Returns: (transfer full) (nullable): what the case @number cites its clauses from: muster_citation_steps_find_text(). */
char *muster_case_rows_dup_cited (MusterDatabase *database, const char *number);
/** Shows a row for each of @clause_ids (element-type utf8) with its title, and in words the catalogue that they are cited from in @version; @cited: (nullable): as above;
 * @wordings: (nullable): what the notice says of them, as the agency loaded it. */
void muster_case_rows_show_clauses (MusterRowGroup *group, GPtrArray *clause_ids, const char *version, const char *cited, GHashTable *wordings);
