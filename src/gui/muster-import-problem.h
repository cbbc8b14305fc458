/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "operations/muster-import-plan.h"

/** MusterProblemKind: what a person is asked about a row of a file. */
typedef enum
{
  MUSTER_PROBLEM_ERROR,    /* as it is, the row is left out */
  MUSTER_PROBLEM_QUESTION, /* whether the row is about somebody on the roster: it waits for the answer */
  MUSTER_PROBLEM_WARNING,  /* worth a look; nothing holds the row up */
  MUSTER_PROBLEM_DECIDED,  /* what a person has fixed, left out or answered */
} MusterProblemKind;
#define MUSTER_N_PROBLEM_KINDS 4

/** MusterProblemDecision: what a decided one is. */
typedef enum
{
  MUSTER_PROBLEM_FIXED,
  MUSTER_PROBLEM_LEFT_OUT,
  MUSTER_PROBLEM_ANSWERED,
} MusterProblemDecision;

#define MUSTER_TYPE_IMPORT_PROBLEM (muster_import_problem_get_type ())
/** MusterImportProblem: one thing to decide about a row, or one that was decided: immutable. */
G_DECLARE_FINAL_TYPE (MusterImportProblem, muster_import_problem, MUSTER, IMPORT_PROBLEM, GObject)

/** @finding: of the plan, by its number. */
MusterImportProblem *muster_import_problem_new (const MusterImportPlan *plan, MusterProblemKind kind, guint finding);
/** @column: of the cell; -1: the whole row. */
MusterImportProblem *muster_import_problem_new_decided (const MusterImportPlan *plan, const MusterImportOptions *options, MusterProblemDecision decision, guint row, int column);

MusterProblemKind muster_import_problem_get_kind (MusterImportProblem *self);
MusterProblemDecision muster_import_problem_get_decision (MusterImportProblem *self);
/** Returns: the row of the sheet; MUSTER_FINDING_NO_ROW for what is the matter with a column as a whole. */
guint muster_import_problem_get_row (MusterImportProblem *self);
guint muster_import_problem_get_line (MusterImportProblem *self);
/** Returns: the column of the cell; -1: the whole row. */
int muster_import_problem_get_column (MusterImportProblem *self);
/** Returns: (nullable): whose row it is, as it says itself. */
const char *muster_import_problem_get_name (MusterImportProblem *self);
/** Returns: (nullable): its header. */
const char *muster_import_problem_get_header (MusterImportProblem *self);
/** Returns: (nullable): the cell as read; never a social security number. */
const char *muster_import_problem_get_value (MusterImportProblem *self);
/** Returns: what is the matter, or what was decided, as a sentence. */
const char *muster_import_problem_get_message (MusterImportProblem *self);
/** Returns: (nullable): the text that would cure it. */
const char *muster_import_problem_get_fix (MusterImportProblem *self);
/** Returns: the rule; "" for what was decided. */
const char *muster_import_problem_get_rule (MusterImportProblem *self);
/** Whether another row contradicts it, so that one of them is to be kept. */
gboolean muster_import_problem_is_contradicted (MusterImportProblem *self);
/** Returns: for a question, the person whom the row may be about; 0: nobody. */
gint64 muster_import_problem_get_person (MusterImportProblem *self);
