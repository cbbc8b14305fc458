/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-operation-rule.h"

/*
 * How long a text may be that people write, in one place: what tells a story, and what gives a reason. It is asked of what is written, whichever operation
 * writes it; what stands in a register from before stays, can be read, and is in nobody's way while it is not written anew.
 */

#define MUSTER_TEXT_LONGEST_STORY 20000 /* characters */
#define MUSTER_TEXT_LONGEST_REASON 2000

/** Tables whose texts people write; others have limits of their own, or texts of the program’s. */
#define MUSTER_TEXT_LIMITED_TABLES                                                                                                       \
  (MUSTER_TABLE_INCIDENT | MUSTER_TABLE_INCIDENT_CLAUSE | MUSTER_TABLE_INCIDENT_REPORT | MUSTER_TABLE_ATTACHMENT | MUSTER_TABLE_ACTION | \
   MUSTER_TABLE_ACTION_STEP | MUSTER_TABLE_FOLLOW_UP | MUSTER_TABLE_DECISION | MUSTER_TABLE_REVIEW | MUSTER_TABLE_LETTER_SERVICE |       \
   MUSTER_TABLE_CASE_ACCESS | MUSTER_TABLE_EXIT_ITEM | MUSTER_TABLE_SNOOZE)

/** Returns: how many characters a text in that column of one of those tables has at most. */
guint muster_text_limit_get (MusterTable table, const char *column);

/** Whether @text (nullable), of @n_bytes, has at most @limit characters. MUSTER_ERROR_RULE says how it begins, how long it is and how long it may be. */
gboolean muster_text_limit_check (const char *text, gsize n_bytes, guint limit, GError **error);

/** The same of the reason of an entry by @operation, which may be that of a case. */
gboolean muster_text_limit_check_reason (const char *operation, const char *reason, GError **error);
