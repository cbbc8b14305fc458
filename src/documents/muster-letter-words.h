/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What letters say for days and codes, in their own language, which need not be the program's (data/letters/words.words). @language: "en", "es". */

/** Returns: (transfer full): the word of @group ("role", "state", "restriction", "outcome", "authority") for @code, as the register has it; @code itself where there is none. */
char *muster_letter_words_dup (const char *language, const char *group, const char *code);
/** Returns: (transfer full): “28 November 2026”; %NULL for an unset day. */
char *muster_letter_words_dup_day (const char *language, const GDate *day);
/** Returns: (transfer full): @what with the day until when it is to be done. */
char *muster_letter_words_dup_due (const char *language, const char *what, const GDate *day);
/** Returns: (transfer full): the foot of a page. @checkpoint: (nullable) */
char *muster_letter_words_dup_foot (const char *language, guint page, guint n_pages, const char *checkpoint);
/** Returns: (transfer full): “a, b and c”. */
char *muster_letter_words_dup_list (const char *language, GPtrArray *words);
