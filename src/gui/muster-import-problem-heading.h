/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-import-problem-row.h"

#define MUSTER_TYPE_IMPORT_PROBLEM_HEADING (muster_import_problem_heading_get_type ())
/**
 * MusterImportProblemHeading: stands above the problems of one rule and column, and settles them all at once.
 *
 * Signal "answered" (MusterImportProblem first, uint #MusterProblemAnswer): for @first and all that are like it.
 */
G_DECLARE_FINAL_TYPE (MusterImportProblemHeading, muster_import_problem_heading, MUSTER, IMPORT_PROBLEM_HEADING, AdwBin)

GtkWidget *muster_import_problem_heading_new (void);
/** @first: (nullable): of @n problems alike. */
void muster_import_problem_heading_show (MusterImportProblemHeading *self, MusterImportProblem *first, guint n);
