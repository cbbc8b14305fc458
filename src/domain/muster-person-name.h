/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/**
 * muster_person_name_read:
 * @text: a whole name, as files write it: "LAST, FIRST M. JR", "First M. Last, Jr.", "Dr. Ana Lindqvist, RN"
 * @person: its four names are set (they must be unset before); %NULL where the text has none
 * @credentials: (out) (optional) (nullable): those that the text has, as written and joined by ", "
 *
 * Titles before the name and credentials after it are no part of it. Capitals stay as they are. A single word is a family name.
 */
void muster_person_name_read (const char *text, MusterAssister *person, char **credentials);

/**
 * muster_person_name_tidy:
 * @credentials: (inout) (optional) (nullable): appended to, as in muster_person_name_read()
 *
 * Puts right what stands in the wrong one of @person's names: an initial in the given name ("Ana M."), a suffix or credentials in
 * the family name ("Lindqvist Jr.", "Lindqvist, RN") or among the suffixes, a title before the given name, the dot of a middle initial, the way a suffix is
 * written.
 */
void muster_person_name_tidy (MusterAssister *person, char **credentials);

/**
 * muster_person_name_settle_case:
 *
 * Writes names that a file has in capitals, or without any, as people write them: O’Brien, McDonald, Smith-Jones, van der Berg, María. What capitals
 * hide (MacDonald, DeAndre) stays hidden.
 *
 * Returns: whether anything was written anew, and so is a guess.
 */
gboolean muster_person_name_settle_case (MusterAssister *person);

/** Returns: (transfer full): the name of a place or language, @text, which is in capitals, as people write it: "Lake of the Woods", "Le Sueur". */
char *muster_person_name_dup_place (const char *text);

/** Whether @word, folded and without dots, is a title, a suffix or a credential, and so no name. */
gboolean muster_person_name_is_beside (const char *word);
