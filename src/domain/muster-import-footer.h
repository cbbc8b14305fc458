/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Whether a row, of @n cells (each nullable), is what reports end their tables and pages with: totals, counts, the page’s number, and says nothing else but numbers. */
gboolean muster_import_is_footer (const char *const *cells, guint n);
