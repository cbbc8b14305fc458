/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-import-problem-model.h"

/** MusterProblemAnswer: what a person does about a problem. */
typedef enum
{
  MUSTER_ANSWER_TAKE_FIX,
  MUSTER_ANSWER_EDIT,
  MUSTER_ANSWER_KEEP, /* and leave out what contradicts it */
  MUSTER_ANSWER_LEAVE_OUT,
  MUSTER_ANSWER_SAME,
  MUSTER_ANSWER_NOT_SAME,
  MUSTER_ANSWER_UNDO,
} MusterProblemAnswer;

#define MUSTER_TYPE_IMPORT_PROBLEM_ROW (muster_import_problem_row_get_type ())
/**
 * MusterImportProblemRow: one problem of a file, and what can be done about it.
 *
 * Signal "answered" (MusterImportProblem problem, uint #MusterProblemAnswer).
 */
G_DECLARE_FINAL_TYPE (MusterImportProblemRow, muster_import_problem_row, MUSTER, IMPORT_PROBLEM_ROW, GtkBox)

GtkWidget *muster_import_problem_row_new (void);
/** @problem: (nullable) */
void muster_import_problem_row_show (MusterImportProblemRow *self, MusterImportProblem *problem);
/** Returns: (transfer full): what @problem says and where, for a screen reader. */
char *muster_import_problem_dup_spoken (MusterImportProblem *problem);
