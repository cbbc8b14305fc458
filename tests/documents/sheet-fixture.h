/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet-reader.h"

/* What the tests and fuzzers of the readers share. */

/** How many of the cells are headers that Muster knows. */
guint sheet_fixture_score_cb (const char *const *cells, guint n_cells, gpointer user_data);
/** Returns: (transfer full): cells joined by “|”, rows by “/”, each row after its line: what a whole sheet says. */
char *sheet_fixture_dump (MusterSheet *sheet);
/** Returns: (transfer full): the same of the rows kept from the top. */
char *sheet_fixture_dump_top (MusterSheet *sheet);
/** Returns: (transfer full): the path of a file in memory of those bytes, until sheet_fixture_let_go(). */
char *sheet_fixture_hold (const guint8 *bytes, gsize length);
void sheet_fixture_let_go (const char *path);
/** Asserts what holds for every sheet, whatever it was read from. */
void sheet_fixture_assert_sound (MusterSheet *sheet);
/** Asserts that @error is one that a person can read. */
void sheet_fixture_assert_refused (const GError *error);
