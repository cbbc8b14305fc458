/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The languages in which Muster writes letters. A person is written to in the one that stands on the record; the languages in which a person assists are
 * another matter. */

#define MUSTER_N_LETTER_LANGUAGES 2

/** Returns: the codes, %NULL-terminated; the first is used where nothing is recorded: "en", "es". */
const char *const *muster_letter_language_list (void);
/** Returns: the language of letters to somebody on whose record @code stands (nullable). */
const char *muster_letter_language_get (const char *code);
/** Returns: the translated name of the language with this @code; @code itself for one that is none. */
const char *muster_letter_language_get_label (const char *code);

/**
 * muster_letter_language_check:
 * @text: "es", "spa", "Spanish", "español", any case, accents ignored; in the language of the program as well
 * @kept: (out): the code
 *
 * Returns: %FALSE with MUSTER_ERROR_INVALID that names @text and the languages there are.
 */
gboolean muster_letter_language_check (const char *text, char **kept, GError **error);
