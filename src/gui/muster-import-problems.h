/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-import-problem-model.h"

#define MUSTER_TYPE_IMPORT_PROBLEMS (muster_import_problems_get_type ())
/**
 * MusterImportProblems: what is wrong or open in the rows of a file, and putting it right: in place, all alike at once, or by leaving rows out.
 *
 * Signals: "changed": the options have changed, and the file wants a new plan; "settled": with the last answer nothing is left to look at.
 */
G_DECLARE_FINAL_TYPE (MusterImportProblems, muster_import_problems, MUSTER, IMPORT_PROBLEMS, AdwBin)

/**
 * muster_import_problems_set_plan:
 * @plan: (transfer full)
 * @options: (transfer none): changed by what a person decides; must outlive the plan
 *
 * What is shown stays where it is as far as it did not change.
 */
void muster_import_problems_set_plan (MusterImportProblems *self, MusterImportPlan *plan, MusterImportOptions *options);
/** Forgets plan and options. */
void muster_import_problems_clear (MusterImportProblems *self);
/** Returns: (transfer none) (nullable) */
MusterImportPlan *muster_import_problems_get_plan (MusterImportProblems *self);
/** Whether there is anything that a person should look at. */
gboolean muster_import_problems_has_any (MusterImportProblems *self);
/** Returns: (transfer full): how many errors and questions are left, to be said. */
char *muster_import_problems_dup_left (MusterImportProblems *self);
/** Shows whether the rows are being looked at again. */
void muster_import_problems_set_busy (MusterImportProblems *self, gboolean busy);
