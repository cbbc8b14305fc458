/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-reconciliation.h"
#include "operations/muster-import-options.h"
#include "store/muster-store.h"

/**
 * MusterImportPlan: every row's fate, before anything is done: what the preview shows is what the commit does.
 * @fates: per row, #MusterRowFate
 * @people: per row, the person of the register that it fits; 0: none
 * @same_person: row → the earlier row of the file that tells of the same person, in other roles; both as GUINT_TO_POINTER
 * @suggestions: row → the person (gint64 *) whom it could be about: of the same name, though no identifier says so; or of an identifier of the row, though
 *   the name is another. Each is a conflict until somebody says whether they are the same; answered ones are not among them
 * @findings: (element-type MusterFinding): by line
 * @missing: (element-type gint64): people, active with the agencies that the file speaks of, whom no row fits; by id
 * @new_agencies: (element-type utf8): those that the rows make, in their order
 * @tasks: (element-type MusterReconciliationTask): what the file says of people who are certified that contradicts it, or of somebody new that it is over: to be
 *   looked into; new ones only. Of somebody new the person is 0 until the row is written
 * @task_rows: (element-type guint): the row of each of them
 * @n_inactivated: how many of those become inactive
 * @n_questions: how many suggestions nobody has answered
 * @digest: over every row's fate and values, and over what else will be done; hex
 */
typedef struct
{
  MusterSheet *sheet;
  MusterImportOptions *options;
  guint8 *fates;
  gint64 *people;
  GHashTable *same_person;
  GHashTable *suggestions;
  guint counts[MUSTER_N_FATES];
  GPtrArray *findings;
  GArray *missing;
  GPtrArray *new_agencies;
  GPtrArray *tasks;
  GArray *task_rows;
  guint n_inactivated;
  guint n_questions;
  char *digest;

  gatomicrefcount references;
  const char **headers;  /* of the sheet */
  gboolean *series;      /* see MusterImportReading */
  GHashTable *without_email; /* rows whose e-mail address is somebody else's, too, and is not read */
  GHashTable *different; /* row → the person (gint64 *) whom it was said not to be, newly */
} MusterImportPlan;

/** Plans against the register as it stands, reading only. The same code runs inside of the commit. */
MusterImportPlan *muster_import_plan_new (MusterDatabase *database, MusterSheet *sheet, const MusterImportOptions *options, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error);
MusterImportPlan *muster_import_plan_ref (MusterImportPlan *plan);
/** Gives up one reference; the last one frees it. */
void muster_import_plan_free (MusterImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportPlan, muster_import_plan_free)
/** Whether nothing is imported at all: rows are rejected, or wait for an answer, and the good ones are not to go in without them. */
gboolean muster_import_plan_is_held_up (const MusterImportPlan *plan, gboolean accept_valid);
/** Returns: (transfer full) (nullable): the agencies that the rows make, for a line of text: some of them and how many more; %NULL for none. */
char *muster_import_plan_dup_new_agencies (const MusterImportPlan *plan);
/** One row for the preview: what is read from it, with its fixes (transfer full contents; clear it). */
void muster_import_plan_read_row (const MusterImportPlan *plan, guint row, MusterImportRow *result);
/** Returns: (transfer full) (nullable): whose row it is, by its columns of names: "Ana Lindqvist"; %NULL where they say nothing, and of MUSTER_FINDING_NO_ROW. */
char *muster_import_plan_dup_name (const MusterImportPlan *plan, guint row);
/**
 * muster_import_plan_try_cell:
 * @options: as they stand now, with the fixes of the row's other cells
 * @text: what the cell would be read as
 *
 * Returns: (transfer full) (nullable): what the rules would say against it; %NULL for nothing.
 */
char *muster_import_plan_try_cell (const MusterImportPlan *plan, const MusterImportOptions *options, guint row, guint column, const char *text);
/** Returns: the person whom @row could be about; 0: nobody. */
gint64 muster_import_plan_get_suggestion (const MusterImportPlan *plan, guint row);
/** Writes created.csv, updated.csv, rejected.csv and skipped.csv (the file's own columns, plus line and reason) into @folder, making it if needed. */
gboolean muster_import_plan_write_results (MusterImportPlan *plan, const char *folder, GError **error);

/** MusterImportChange: what a row says anew of a person. @field: MUSTER_FIELD_TYPE for roles. @before, @after: (nullable): as people read them. */
typedef struct
{
  MusterImportField field;
  char *before;
  char *after;
} MusterImportChange;
/**
 * muster_import_plan_list_changes:
 *
 * Returns: (transfer full) (element-type MusterImportChange): field by field, what @row changes of the person it fits, as @database has them now; for a row
 * that makes a person, all that it says. Empty for others. %NULL on error.
 */
GPtrArray *muster_import_plan_list_changes (MusterImportPlan *plan, MusterDatabase *database, guint row, GError **error);

/** Takes what @finding proposes, of a column as a whole for every cell that has its value. Returns: whether it proposes anything. */
gboolean muster_import_options_take (MusterImportOptions *options, MusterImportPlan *plan, const MusterFinding *finding);
/** Takes what @finding proposes for every finding of the same rule and column of @plan. Returns: how many cells it fixed. */
guint muster_import_options_fix_alike (MusterImportOptions *options, MusterImportPlan *plan, const MusterFinding *finding);
/** Takes everything that @plan proposes for findings of @rule; %NULL: of every rule. Returns: how many cells it fixed. */
guint muster_import_options_fix_all (MusterImportOptions *options, MusterImportPlan *plan, const char *rule);
/** Leaves out the rows that contradict @row by @plan. */
void muster_import_options_keep (MusterImportOptions *options, MusterImportPlan *plan, guint row);
/** Leaves out every row of which @plan says the same as @finding: rule and column. Returns: how many rows. */
guint muster_import_options_leave_out_alike (MusterImportOptions *options, MusterImportPlan *plan, const MusterFinding *finding);
/** Says of every row that waits for an answer that it is not about the person who is suggested. @rule: of which alone; %NULL: whatever is asked. Returns: how many. */
guint muster_import_options_tell_apart (MusterImportOptions *options, MusterImportPlan *plan, const char *rule);
