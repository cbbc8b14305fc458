/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "domain/muster-corrective-action.h"

/* Values as the window writes them. */

/** Sets @today to the calendar day where the person is. */
void muster_gui_text_get_today (GDate *today);
/** Returns: (transfer full): "Oct 15, 2026"; an em dash for an unset day. */
char *muster_gui_text_dup_date (const GDate *date);
/** Returns: (transfer full): "Oct 15, 2026, 14:05" for a moment in µs since 1970 UTC, in local time. */
char *muster_gui_text_dup_time (gint64 time);
/** Returns: (transfer full): "Oct 15, 2026", the local day of such a moment. */
char *muster_gui_text_dup_day (gint64 time);
/** Returns: (transfer full): "Due today", "3 days left", "5 days overdue". */
char *muster_gui_text_dup_due (const GDate *due, const GDate *today);
/** Returns: (transfer full): "Oct 15, 2026 · 3 days left". */
char *muster_gui_text_dup_date_and_due (const GDate *due, const GDate *today);
/** Returns: (transfer full): the day of an open action that is to be kept next, which is that of the check of its effect once that is planned: “Effect check: Oct 15, 2026 · 3 days left”. */
char *muster_gui_text_dup_deadline (const MusterCorrectiveAction *action, const GDate *today);
/** Returns: (transfer full): the translated names of the roles in @types, joined by commas. */
char *muster_gui_text_dup_types (guint types);
/** Returns: (transfer full): "COC-09, ROB-02" for ids (element-type utf8). */
char *muster_gui_text_dup_clauses (GPtrArray *ids);
/** Returns: (transfer full): @text with its first letter a capital: verbs stand as infinitives in the domain. */
char *muster_gui_text_dup_capital (const char *text);

/* For tests only: a fixed day instead of today's; %NULL gives the clock back. */
void muster_gui_text_set_today_for_tests (const GDate *today);
