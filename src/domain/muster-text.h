/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_text_append_folded:
 *
 * Appends @text to @target as muster_text_fold() gives it: casefolded, accents removed, runs of white space one space, none at
 * either end.
 */
void muster_text_append_folded (GString *target, const char *text);

/** Returns: (transfer full) (nullable): @text without white space at its ends, each run of it inside one space, and without control characters; %NULL if nothing is left. */
char *muster_text_dup_tidy (const char *text);

/**
 * muster_text_is_blank:
 *
 * Returns: whether @text (nullable) says nothing: white space of any script, control characters and what has neither width nor ink. This is
 * the rule wherever a reason, a finding, a cause, a step or a name is required.
 */
gboolean muster_text_is_blank (const char *text);

/** Returns: (transfer full): @text in the quotation marks of the language of who reads. */
char *muster_text_dup_quoted (const char *text);
/** Appends @text so to @list, after a comma where there is something in it. */
void muster_text_append_quoted (GString *list, const char *text);

/** Returns: (transfer full): @text without the marks of trade and service marks: CLU®, ChFC™, CFP(R). */
char *muster_text_dup_without_marks (const char *text);

/**
 * muster_text_get_cause:
 * @message: as a library words it: “Failed to open file “/roster.csv”: Permission denied”
 *
 * Returns: (transfer none): what of @message follows where it names @path; all of it where it does not. For sentences that name the path themselves.
 */
const char *muster_text_get_cause (const char *message, const char *path);
