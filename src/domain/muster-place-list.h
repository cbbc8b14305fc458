/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Counties and languages of a person: one text, its parts divided by semicolons, commas or slashes. */

/** Returns: (transfer full): the parts of @text (nullable), tidy, none of them empty. */
GStrv muster_place_list_split (const char *text);
/** Whether one of the parts of @text (nullable) is @word, accents, case and white space apart. */
gboolean muster_place_list_has (const char *text, const char *word);
/** Adds the parts of @text (nullable) to @set: folded → as written. */
void muster_place_list_collect (GHashTable *set, const char *text);
/** Returns: (transfer full): the values of @set, in order. */
GStrv muster_place_list_dup_sorted (GHashTable *set);
