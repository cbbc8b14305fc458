/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/* The words by which a person is found. Made without the register, so that a thread of its own can make them. */

/** Returns: (transfer full): the words of @person, who is with @agency (nullable), as the search index has them. */
char *muster_people_words_dup (const MusterAssister *person, const char *agency);
/** Adds the words of @text (nullable). @is_joined: "O'Brien" is found as "obrien" too. */
void muster_people_words_append (GString *words, const char *text, gboolean is_joined);
/** Whether the letter at @p is a part of a word. */
gboolean muster_people_words_is_letter (const char *p);
