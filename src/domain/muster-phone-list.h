/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_phone_list_read:
 * @text: one or more phone numbers as people write them: "612-555-0142", "Office: 612-555-0142 x7 / (c) 1.651.555.0143"
 * @all_good: (out) (optional): whether all of @text was understood
 *
 * Returns: (transfer full) (element-type utf8): those that are phone numbers, as muster_identifier_check_phone() keeps them, in their order
 * and each once.
 */
GPtrArray *muster_phone_list_read (const char *text, gboolean *all_good);

/** A list to keep: joined by "; ". MUSTER_ERROR_INVALID names what is not a phone number. */
gboolean muster_phone_list_check (const char *text, char **kept, GError **error);

/** Appends @phone, a number in its kept form, to @list (nullable string, joined by "; ") unless it is there or is @apart (nullable). */
void muster_phone_list_append (char **list, const char *phone, const char *apart);
