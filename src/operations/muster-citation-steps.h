/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-citation.h"
#include "domain/muster-incident.h"
#include "store/muster-store.h"

/**
 * MusterCiting: which clauses are cited, of whom, and for what.
 * @clauses: (nullable): %NULL-terminated
 * @incident_id: what the conduct is told by; 0: none
 * @action_ids: (array length=n_action_ids): the same
 * @despite: (nullable): why clauses are cited that the person had not acknowledged
 */
typedef struct
{
  gint64 assister_id;
  const char *const *clauses;
  gint64 incident_id;
  const gint64 *action_ids;
  guint n_action_ids;
  const char *despite;
} MusterCiting;

/**
 * muster_citation_steps_find:
 * @notice: (out) (transfer full) (nullable): the version that is cited, or one of the words of MUSTER_DETAIL_NOTICE; %NULL where no clause of the notice is
 *
 * Finds what the person had acknowledged by the day of the conduct: the first that the incident, and the incidents of the corrective actions, tell of; else @today. MUSTER_ERROR_RULE
 * where that was nothing, and nothing says why it is cited all the same.
 */
gboolean muster_citation_steps_find (MusterDatabase *database, const MusterCiting *citing, const GDate *today, char **notice, GError **error);
/** The same of every person whom @incident names and whose breach of @clause was found; what one of them had not acknowledged is told of all. */
gboolean muster_citation_steps_find_incident (MusterDatabase *database, const MusterIncident *incident, const char *clause, const char *despite, const GDate *today, char **notice, GError **error);
/** Returns: (transfer full): what the record names as the version: @notice where it is one, else that of Muster's list of clauses. */
char *muster_citation_steps_dup_version (const char *notice);
/** Adds @notice to the entry, and @despite where it is needed. */
void muster_citation_steps_describe (MusterWork *work, const char *notice, const char *despite);
/** Sets @text (transfer full) (nullable): translated: what the case @number cites its clauses from, as its entry says; %NULL where it says nothing. */
gboolean muster_citation_steps_find_text (MusterDatabase *database, const char *number, char **text, GError **error);
