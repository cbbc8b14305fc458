/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-plan.h"

/**
 * Input of #muster_import_roster.
 * @expect: (nullable): the digest of a dry run; the commit refuses (RULE) if it would differ
 * @save_profile: (nullable): remembers how the file was read by this name, in the same stroke; if nothing is imported, nothing is remembered
 */
typedef struct
{
  MusterSheet *sheet;
  const MusterImportOptions *options;
  const char *expect;
  const char *save_profile;
} MusterImportRequest;

/** Output. @plan: carried out: it has the people whom the file made, too. @import_id is 0 where nothing was imported (rejected rows without accept_valid, or nothing to do). */
typedef struct
{
  gint64 import_id;
  MusterImportPlan *plan;
} MusterImportResult;

/**
 * Imports a roster in one stroke, after a copy of the register was kept: new people with their roles as applicants and their agency; known ones updated; what the
 * file claims of their standing as evidence; who is missing and chosen to, inactive; answers of people about rows remembered. One journal entry.
 */
extern const MusterOperation muster_import_roster;
