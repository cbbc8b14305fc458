/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"

/*
 * How a corrective action is followed up (domain.md “Incidents and corrective actions”): the check of its effect 30, 60 or 90 days after its steps were verified, by
 * somebody else than who did them, without which it is not completed. A check that failed leaves it open: another step has to be done, and checked.
 */

/** Returns: (transfer none) (nullable): the newest of @kind. */
MusterFollowUp *muster_follow_up_find_newest (const MusterCorrectiveAction *action, MusterFollowUpKind kind);
/** Returns: (transfer none) (nullable): that of @kind which waits to be settled. */
MusterFollowUp *muster_follow_up_find_pending (const MusterCorrectiveAction *action, MusterFollowUpKind kind);
/** Whether the newest check passed or was waived, and is about all steps there are. */
gboolean muster_follow_up_is_checked (const MusterCorrectiveAction *action);
/** Whether the newest check failed, so that it goes on. */
gboolean muster_follow_up_has_failed (const MusterCorrectiveAction *action);

/** Whether it failed, and nothing more has been done since. */
gboolean muster_follow_up_needs_step (const MusterCorrectiveAction *action);

/**
 * Sets @due to the day on which the effect is to be checked: so many days after the last step was verified (without steps: after @today) as the rule pack has for
 * "effectiveness-check", 60 where it says nothing; never before @today.
 */
void muster_follow_up_get_check_due (const MusterCorrectiveAction *action, MusterRulePack *pack, const GDate *today, GDate *due);
/** How many days ahead a check can be planned: what is further off is a slip of the pen. */
#define MUSTER_FOLLOW_UP_DAYS_AHEAD 365

/** Whether @check may be planned: with a criterion, for @today or later, once all else is done and verified; one at a time; after one that failed, only with another step. The note of @check, if any, is why a check that is planned is planned anew. */
gboolean muster_follow_up_check_plan (const MusterCorrectiveAction *action, const MusterFollowUp *check, const GDate *today, GError **error);
/** Whether what @check (planned on its day) found may be recorded as found on @on: not before it was planned, and not after @today. */
gboolean muster_follow_up_check_day (const MusterFollowUp *check, const GDate *on, const GDate *today, GError **error);
/** Whether @check may have passed on @on: on the day that was planned, or later. */
gboolean muster_follow_up_check_time_passed (const MusterFollowUp *check, const GDate *on, GError **error);
/** Whether a response of @state is possible: a notice that was not served (@served) was neither acknowledged nor refused. */
gboolean muster_follow_up_check_served (MusterFollowUpState state, gboolean served, GError **error);
/**
 * Whether @account may record what the check that is planned found, with @note, on @on: nobody checks the effect of what they recorded as done themselves, and nothing
 * has @passed before the day that was planned. */
gboolean muster_follow_up_check_result (const MusterCorrectiveAction *action, gint64 account, gboolean passed, const char *note, const GDate *on, const GDate *today, GError **error);
/** Whether @extension may be asked for: with a reason, until a day after the one it is due and not past; one at a time, and not while the effect waits for its check. */
gboolean muster_follow_up_check_extension (const MusterCorrectiveAction *action, const MusterFollowUp *extension, const GDate *today, GError **error);
/**
 * Whether @account may answer to the extension that was asked for: never who asked for it. @approves: the day asked for has not passed; else @note says why it is
 * refused.
 */
gboolean muster_follow_up_check_answer (const MusterCorrectiveAction *action, gint64 account, gboolean approves, const char *note, const GDate *today, GError **error);
/**
 * Whether @response may be recorded: acknowledged, would not take it (both only once the notice of @action was served: @served), or answered, which needs what was
 * said; on a day from the one it was opened through @today.
 */
gboolean muster_follow_up_check_response (const MusterCorrectiveAction *action, const MusterFollowUp *response, gboolean served, const GDate *today, GError **error);
/** Whether the check may be waived for @reason; that is for administrators, which their permission says. */
gboolean muster_follow_up_check_waiver (const MusterCorrectiveAction *action, const char *reason, GError **error);
