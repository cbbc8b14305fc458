/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * What in a text that people write may say more about a client than it should. Both are about shapes, and warn only; what looks like a social
 * security number is refused elsewhere (muster_identifier_contains_ssn()).
 */

/** Whether @text (nullable) holds what looks like a birth date: a date after “born”, “DOB” or the like, or one that is ten years and more before @year, in which the text was written. */
gboolean muster_narrative_may_hold_birth_date (const char *text, guint year);
/** Whether @text (nullable) holds what looks like the number of a policy, a member or a case: five digits and more after such a word, or letters with seven digits and more in one. */
gboolean muster_narrative_may_hold_policy_number (const char *text);
