/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-plan.h"

/** Input of #muster_import_roster. @expect: (nullable): the digest of a dry run; the commit refuses (RULE) if it would differ. */
typedef struct
{
  MusterSheet *sheet;
  const MusterImportOptions *options;
  const char *expect;
} MusterImportRequest;

/** Output. @import_id is 0 where nothing was imported (rejected rows without accept_valid, or nothing to do). */
typedef struct
{
  gint64 import_id;
  MusterImportPlan *plan;
} MusterImportResult;

/** Imports a roster in one stroke: new people with their roles as applicants and their agency; known ones updated. One journal entry. */
extern const MusterOperation muster_import_roster;
