/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** Returns: (transfer full): what came of the rows of a file, in a line; of @counts, by #MusterRowFate, those that are none are not named. */
char *muster_import_outcome_dup (const guint *counts);
/** The same of an undoing, whose @counts are of people: see #MusterImport. */
char *muster_import_outcome_dup_undone (const guint *counts);
