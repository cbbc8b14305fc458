/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-incident.h"
#include "store/muster-database-private.h"

/* What corrective actions and decisions share. */

/** The day that a corrective action keeps next, in SQL: see muster_corrective_action_get_deadline(). */
#define MUSTER_DEADLINE_SQL(action) \
  "coalesce((SELECT f.due FROM corrective_action_follow_up f WHERE f.action_id = " action ".id AND f.kind = 'check' AND f.state = 'pending'), " action ".due)"

/** Returns: (transfer full): the next free number of "CA", "RV" or "SU" in @year. @sql gives the highest serial for the beginning "CA-2026-" as ?1, and what follows it as ?2. */
char *muster_cases_dup_next_number (MusterDatabase *database, const char *sql, const char *prefix, int year, GError **error);
/** Reads the day in @column, and the minute of it, which may be empty, in the next. */
void muster_cases_read_moment (MusterStatement *statement, int column, MusterMoment *moment);
/** Finds the id of a number, in any case, by @sql; 0 with MUSTER_ERROR_NOT_FOUND. */
gint64 muster_cases_find (MusterDatabase *database, const char *sql, const char *number, GError **error);
/** Whether each word of @search (%NULL: none) is in the number or in the person's @sort_key; accents and case ignored. */
gboolean muster_cases_match (const char *search, const char *number, const char *sort_key);
/** Returns: (transfer full) (element-type gint64): the ids that @statement gives in column 0 where the number in column 1 and the sort key in column 2 match @search. */
GArray *muster_cases_collect_ids (MusterStatement *statement, const char *search, GError **error);
/** Appends the first column of @sql for the case @id to @texts. */
gboolean muster_cases_load_texts (MusterDatabase *database, const char *sql, gint64 id, GPtrArray *texts, GError **error);
/** Carries out the insert @sql with the case @id as ?1 for each of @texts as ?2. */
gboolean muster_cases_save_texts (MusterDatabase *database, const char *sql, gint64 id, GPtrArray *texts, GError **error);
