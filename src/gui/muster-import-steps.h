/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/** MusterImportStep: where in an import one is. */
typedef enum
{
  MUSTER_IMPORT_STEP_FILE,
  MUSTER_IMPORT_STEP_COLUMNS,
  MUSTER_IMPORT_STEP_PROBLEMS,
  MUSTER_IMPORT_STEP_PREVIEW,
  MUSTER_IMPORT_STEP_DONE,
} MusterImportStep;
#define MUSTER_N_IMPORT_STEPS 5

#define MUSTER_TYPE_IMPORT_STEPS (muster_import_steps_get_type ())
/** MusterImportSteps: the steps of an import, with the one where one is. */
G_DECLARE_FINAL_TYPE (MusterImportSteps, muster_import_steps, MUSTER, IMPORT_STEPS, AdwBin)

/** Shows @step, and announces it with what is @said there (nullable) first of all. */
void muster_import_steps_show (MusterImportSteps *self, MusterImportStep step, const char *said);
/** Returns: (transfer none): the name of the step’s page. */
const char *muster_import_steps_get_name (MusterImportStep step);
