/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * The forms of identifiers (domain.md "Identifiers"). Each check takes the text as a person wrote it and gives back the
 * text to keep; what is kept stays text. On error MUSTER_ERROR_INVALID, whose message names the value and the rule.
 */

/** National Producer Number: 1–10 digits, first not 0. */
gboolean muster_identifier_check_npn (const char *text, char **kept, GError **error);
/** Assister ID: 9 letters or digits; kept in upper case. */
gboolean muster_identifier_check_assister_id (const char *text, char **kept, GError **error);
/** Training ID: letters and digits, 5 to 12; kept in upper case. */
gboolean muster_identifier_check_training_id (const char *text, char **kept, GError **error);
/** Admin ID: letters and digits, 3 to 20. */
gboolean muster_identifier_check_admin_id (const char *text, char **kept, GError **error);
/** E-mail: one "@", a dot in the host, no blanks, at most 254 bytes; kept with the host in lower case. */
gboolean muster_identifier_check_email (const char *text, char **kept, GError **error);
/** Returns: (transfer full): the key by which two e-mail addresses are the same person's: all lower case. */
char *muster_identifier_dup_email_key (const char *email);
/** Phone: 10 digits (a leading 1 and an extension allowed), kept as "(612) 555-0142 ext. 7"; other countries' "+…" kept as written. */
gboolean muster_identifier_check_phone (const char *text, char **kept, GError **error);
/** Whether @text has the shape of a social security number (9 digits in 3-2-4 with separators, a taxpayer number among them, or bare 9 digits that could be one). Digits of any script count, and dashes and blanks of any kind. */
gboolean muster_identifier_looks_like_ssn (const char *text);
/** Whether @text is nine digits and nothing else, and neither a social security number nor a taxpayer number was ever given out of that pattern (nor is 666 meant as one). */
gboolean muster_identifier_was_never_ssn (const char *text);
/** Whether somewhere in @text (nullable; a narrative) stands what looks like a social security or taxpayer number with its separators, or beside a word that says so. */
gboolean muster_identifier_contains_ssn (const char *text);
/** As muster_identifier_contains_ssn(); with @bare, nine digits that could be one and stand as a word of their own are enough, or with one separator (123-456789), unless "NPN" or the like is before them: for names, agencies, reasons, where no such number belongs. Quick where it is not. */
gboolean muster_identifier_may_hold_ssn (const char *text, gboolean bare);
