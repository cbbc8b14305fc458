/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-roster-columns.h"
#include "store/muster-roster-query.h"

/* What a line of the roster says: shown, and read out. */

/** Returns: (transfer full) (nullable): what stands in that column. */
char *muster_roster_words_dup_cell (const MusterRosterRow *row, MusterRosterColumn column);
/** Returns: (transfer full): what stands below the name where there is no room for columns; with the status where that has none either. */
char *muster_roster_words_dup_below_name (const MusterRosterRow *row, gboolean with_status);
/** Returns: the themed icon of the answer. */
const char *muster_roster_words_get_may_assist_icon (const MusterStanding *standing);
/** Returns: (transfer full): the line as a sentence, its numbers and e-mail apart; @row is nullable. */
char *muster_roster_words_dup_spoken (const MusterRosterRow *row);
/** Returns: (transfer full): numbers and e-mail. */
char *muster_roster_words_dup_spoken_numbers (const MusterRosterRow *row);
/** Whether the status says “Expiring” instead of “Certified”. */
gboolean muster_roster_words_is_expiring (const MusterRosterRow *row);
/** Returns: (transfer full): how many people the list has, and how many of them may not assist, today or on the day that is shown; not where @is_told: the filter says it. */
char *muster_roster_words_dup_count (guint n, guint n_may_not, gboolean is_today, gboolean is_told);
