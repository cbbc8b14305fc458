/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet.h"
#include "domain/muster-import.h"
#include "store/muster-store.h"

/**
 * MusterImportOptions: how a file is to be understood.
 * @fields: per column of the sheet; see muster_import_options_new()
 * @constants: for what the file has no column of
 */
typedef struct
{
  MusterImportField *fields;
  guint n_fields;
  MusterImportKey key;
  MusterImportMode mode;
  gboolean accept_valid; /* import the good rows of a file with rejected ones */
  MusterImportRow constants;
} MusterImportOptions;

/** Reads a roster file with the header aliases of the program. */
MusterSheet *muster_import_read_sheet (const char *path, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** Columns matched by header aliases; nothing else decided. */
MusterImportOptions *muster_import_options_new (MusterSheet *sheet);
MusterImportOptions *muster_import_options_copy (const MusterImportOptions *options);
void muster_import_options_free (MusterImportOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportOptions, muster_import_options_free)
/** Sets @field to the column headed @header (compared without case and punctuation), as `--map FIELD=HEADER`. */
gboolean muster_import_options_map (MusterImportOptions *options, MusterSheet *sheet, MusterImportField field, const char *header, GError **error);
/** Whether the mapping can work at all: a name, something to know people by; no column of social security numbers (MUSTER_ERROR_RULE with the reason); no field twice. */
gboolean muster_import_options_check (const MusterImportOptions *options, MusterSheet *sheet, GError **error);

/** MusterImportPlan: every row's fate, before anything is done: what the preview shows is what the commit does. */
typedef struct
{
  MusterSheet *sheet;
  MusterImportOptions *options;
  guint8 *fates;       /* per row, MusterRowFate */
  gint64 *people;      /* per row, the person of the register it fits; 0: none */
  GHashTable *same_person; /* row → the earlier row of the file that tells of the same person, in other roles; both as GUINT_TO_POINTER */
  guint counts[MUSTER_N_FATES];
  GPtrArray *findings; /* (element-type MusterFinding), by line */
  char *digest;        /* over every row's fate and values; hex */
} MusterImportPlan;

/** Plans against the register as it stands, reading only. The same code runs inside of the commit. */
MusterImportPlan *muster_import_plan_new (MusterDatabase *database, MusterSheet *sheet, const MusterImportOptions *options, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error);
void muster_import_plan_free (MusterImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportPlan, muster_import_plan_free)
/** One row for the preview: what is read from it (transfer full contents; clear it). */
void muster_import_plan_read_row (MusterImportPlan *plan, guint row, MusterImportRow *result);
/** Writes created.csv, updated.csv and rejected.csv (the file's own columns, plus line and reason) into @folder, making it if needed. */
gboolean muster_import_plan_write_results (MusterImportPlan *plan, const char *folder, GError **error);
