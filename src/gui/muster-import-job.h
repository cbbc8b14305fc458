/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-progress.h"
#include "operations/muster-import-roster.h"

/** MusterImportJob: what an import does in threads, with what it needs and what comes of it. All members may be %NULL but the store. */
typedef struct
{
  MusterStore *store;
  MusterProgressMeter *meter;
  char *path; /* the file to read, or the folder to write into */
  char *text; /* to read, if there is no file */
  MusterSheetChoices *choices;
  MusterSheet *sheet;
  GPtrArray *profiles; /* (element-type MusterImportProfile) */
  MusterImportOptions *options;
  MusterImportPlan *plan;
  char *expect;
  char *sender; /* as whose the file’s way of reading is remembered */
  MusterImportRequest request; /* of the operation; points into this */
  MusterImportResult result;
} MusterImportJob;

/** @meter: (transfer full) (nullable) */
MusterImportJob *muster_import_job_new (MusterStore *store, MusterProgressMeter *meter);
void muster_import_job_free (gpointer job);

/* Of type MusterBackgroundWork. */

/** Reads the sheet at the path, or from the text, and how it is to be understood. */
gboolean muster_import_job_read (gpointer job, GCancellable *cancellable, GError **error);
/** Plans the sheet with the options. */
gboolean muster_import_job_plan (gpointer job, GCancellable *cancellable, GError **error);
/** Writes the result files of the plan into the path. */
gboolean muster_import_job_write (gpointer job, GCancellable *cancellable, GError **error);
