/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * Spreadsheets run what begins with = + - @, also after a tab or line end. So what Muster writes as CSV has an apostrophe before it, which is taken off
 * again when a file is read, whoever wrote it. So is one before a digit, by which spreadsheets keep an identifier as text. Of cells that have
 * apostrophes there already, one more is written and one taken off: what was written comes back as it was. Inside of documents/ only.
 */

/** Returns: whether an apostrophe is written before @cell: always if a spreadsheet would run it; @is_text: its file says that it is text, and only what the reader would mistake needs one. */
gboolean muster_cell_guard_is_needed (const char *cell, gboolean is_text);
/** Returns: how many bytes at the beginning of @text are such an apostrophe: 1 or 0. */
gsize muster_cell_guard_count (const char *text, gsize length);
