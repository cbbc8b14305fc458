/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-plan.h"
#include "operations/muster-import-repeats.h"
#include "store/muster-people-table.h"

/* A plan that is being made: inside of operations/ only. */

typedef struct
{
  MusterImportPlan *plan;
  MusterDatabase *database;
  MusterSheet *sheet;
  const MusterImportOptions *options;
  guint n_columns;
  const char **headers;
  const char **cells;
  MusterImportReading reading;
  MusterImportRepeats *repeats;
  GPtrArray *unheard;    /* findings of rows that are read again */
  GHashTable *all_types; /* first row of a person → the roles of all of the person's rows */
} MusterImportPlanning;

/** MusterImportKind: what a person is known by, in the order of #MusterImportKey. */
typedef enum
{
  MUSTER_KIND_NPN,
  MUSTER_KIND_ASSISTER_ID,
  MUSTER_KIND_TRAINING_ID,
  MUSTER_KIND_EMAIL,
  MUSTER_KIND_PERSON, /* of the register */
} MusterImportKind;
#define MUSTER_N_KINDS 4 /* that a row can have */

/** Returns: (transfer full) (nullable): what @row has of @kind, as it is compared. */
char *muster_import_dup_identifier (const MusterImportRow *row, MusterImportKind kind);

/** Returns: (transfer full): @identifier as a finding may show it: nine digits could be a social security number, whatever the column says. */
char *muster_import_dup_shown (const char *identifier);

void muster_import_planning_find (MusterImportPlanning *planning, guint row, const char *rule, gboolean is_error, const char *value, const char *message);
/** A row again that was read before, without its findings. Clear the result. */
void muster_import_planning_read (MusterImportPlanning *planning, guint row, MusterImportRow *result);
/** Makes @row and @earlier a conflict, each with a finding that names the other’s line. @value is of @kind; for MUSTER_KIND_PERSON the person’s code. */
void muster_import_planning_oppose (MusterImportPlanning *planning, guint row, guint earlier, MusterImportKind kind, const char *value);

/** Whether @row has what people are to be known by; rejects it if not. */
gboolean muster_import_planning_has_key (MusterImportPlanning *planning, guint row, const MusterImportRow *values);
/** What the rows before say about @row: decides SKIPPED and CONFLICT; sets @decided. */
void muster_import_planning_compare (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gboolean *decided);
/** What the register says about @row: decides its fate and its person. */
gboolean muster_import_planning_match (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error);
