/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gui/muster-import-problem.h"

#define MUSTER_TYPE_IMPORT_PROBLEM_MODEL (muster_import_problem_model_get_type ())
/**
 * MusterImportProblemModel: the problems of one kind, in sections of the same rule and column. They are made when they are asked for, so that
 * a file with a hundred thousand of them is no heavier than one with ten.
 */
G_DECLARE_FINAL_TYPE (MusterImportProblemModel, muster_import_problem_model, MUSTER, IMPORT_PROBLEM_MODEL, GObject)

MusterImportProblemModel *muster_import_problem_model_new (void);
/** @plan, @options: (transfer none): must stay until others are set. What did not change keeps its place. */
void muster_import_problem_model_set_plan (MusterImportProblemModel *self, const MusterImportPlan *plan, const MusterImportOptions *options);
void muster_import_problem_model_set_kind (MusterImportProblemModel *self, MusterProblemKind kind);
MusterProblemKind muster_import_problem_model_get_kind (MusterImportProblemModel *self);
/** Returns: where @problem stands; GTK_INVALID_LIST_POSITION: nowhere any more. */
guint muster_import_problem_model_find (MusterImportProblemModel *self, MusterImportProblem *problem);
/** Returns: how many problems of @kind there are. */
guint muster_import_problem_model_count (MusterImportProblemModel *self, MusterProblemKind kind);
