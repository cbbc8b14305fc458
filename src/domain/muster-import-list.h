/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Cells that hold several things. */

/** Splits at ; , / | & + and the word "and". The parts are tidy and not empty. */
char **muster_import_list_split (const char *text);

/** Returns: (transfer full) (nullable): the languages of @text, each once, joined by "; ". */
char *muster_import_list_read_languages (const char *text);

/** Returns: (transfer full) (nullable): the counties of @text, joined by "; ", without the word "County". */
char *muster_import_list_read_counties (const char *text);
