/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"

/* What is done after its day is done with the reason why, which stays in the journal and is shown with what was done. */

/** Whether @day is after @due. Nothing is late for which there is no day. */
gboolean muster_late_is (const GDate *due, const GDate *day);

/** Whether what was due by @due (unset: no day) may be done on @day with @reason (nullable) for the lateness: one where it is late, and none where it is in time. MUSTER_ERROR_RULE. */
gboolean muster_late_check (const GDate *due, const GDate *day, const char *reason, GError **error);

/** As muster_late_check(), for what has a note of its own: it needs one where @day is after @due, and may have one else. */
gboolean muster_late_check_note (const GDate *due, const GDate *day, const char *note, GError **error);

/**
 * Sets @due to the day after which closing @action with @outcome (as it will be recorded) is late; unset where there is none: once its effect was checked, only what
 * is completed late is.
 */
void muster_late_find_closing_day (const MusterCorrectiveAction *action, MusterOutcome outcome, GDate *due);
