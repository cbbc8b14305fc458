/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/** MusterNameLikeness: how the name of somebody in a file lies to that of whom an identifier says it is. */
typedef enum
{
  MUSTER_NAME_SAME,        /* but for case, accents, an initial and further names */
  MUSTER_NAME_ONE_DIFFERS, /* first or last name is another: somebody has married, or goes by a short name; or both are initials */
  MUSTER_NAME_SWAPPED,     /* first and last name are in each other's place: here or there somebody has mixed them up */
  MUSTER_NAME_OTHER,       /* nothing in common of what both have: a shared identifier may be shared by mistake */
} MusterNameLikeness;

/**
 * muster_name_compare:
 *
 * A name that one of the two does not have differs in nothing. Of names with several words one in common is enough (“García” and “García López”); particles
 * (“de”, “van”) do not count. An initial fits every name that begins with it where no full name stands beside it, and
 * is nothing in common where the other name is another.
 */
MusterNameLikeness muster_name_compare (const MusterAssister *said, const MusterAssister *known);

/** Whether @said (nullable) is but the first letter of @known (nullable), with or without a full stop: “J.” of “Jane”. It says less, and no other name. */
gboolean muster_name_is_initial_of (const char *said, const char *known);

/** Whether @said is @known (both nullable) with letters lost on the way: “Jose” and “Jos?” of “José”, and so a mistake of a program and no news. */
gboolean muster_name_lost_letters (const char *said, const char *known);

/** Whether @word, folded, stands in names without being one: “de”, “van”. */
gboolean muster_name_is_particle (const char *word);
