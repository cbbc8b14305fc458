/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * Reading the data files of this layer strictly: what is missing, unknown or written twice is an error that names its place,
 * since a rule that is silently not read is worse than none. All errors are MUSTER_ERROR_INVALID.
 */

/** Returns: (transfer full): @text as a key file with all its translations. */
GKeyFile *muster_key_file_parse (const char *text, gssize length, GError **error);

/** Whether every key of @group, translations apart, is one of @keys (%NULL-terminated). */
gboolean muster_key_file_check_keys (GKeyFile *file, const char *group, const char *const *keys, GError **error);

/** Returns: (transfer full): the text of @key, never empty. */
char *muster_key_file_get_text (GKeyFile *file, const char *group, const char *key, GError **error);

/** Returns: (transfer full): the text of @key, which must be a name as “mnsure-2026”. */
char *muster_key_file_get_name (GKeyFile *file, const char *group, const char *key, GError **error);
/** Whether @text is such a name: up to 40 lower-case letters, digits, hyphens and dots, a letter first. */
gboolean muster_key_file_is_name (const char *text);

/** Returns: (transfer full): the text of @key in the first of @languages that has it, else as it is in English. */
char *muster_key_file_get_translated (GKeyFile *file, const char *group, const char *key, const char *const *languages, GError **error);

/** Sets @value to @key, which must be a whole number from @min through @max. */
gboolean muster_key_file_get_number (GKeyFile *file, const char *group, const char *key, guint min, guint max, guint *value, GError **error);

/** Sets @value to @key, which must be "true" or "false". */
gboolean muster_key_file_get_flag (GKeyFile *file, const char *group, const char *key, gboolean *value, GError **error);

/** Sets @day to @key, which must be a day as YYYY-MM-DD. */
gboolean muster_key_file_get_day (GKeyFile *file, const char *group, const char *key, GDate *day, GError **error);

/** Returns: (transfer full): the words of @key, parted by semicolons, none of them empty; an empty list where @key is not there. %NULL on error. */
GStrv muster_key_file_get_words (GKeyFile *file, const char *group, const char *key, GError **error);

/** Sets @error to say what is wrong with @key of @group, and returns %FALSE. */
gboolean muster_key_file_refuse (GError **error, const char *group, const char *key, const char *problem);

/** Puts the line of @text before the message of @error, where that is about a group or a key that stands in it. */
void muster_key_file_add_line (GError **error, const char *text);
