/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-export-file.h"
#include "store/muster-store.h"

/** MusterSeasonExportKind: what leaves. */
typedef enum
{
  MUSTER_SEASON_EXPORT_LETTERS,  /* a CSV file for mail merge: whoever is behind, with e-mail, agency, language of letters, what is lacking, and the deadline */
  MUSTER_SEASON_EXPORT_CALENDAR, /* an iCalendar file with the names of those whose licence ends */
} MusterSeasonExportKind;

/**
 * Input of #muster_export_season.
 * @path: where the file is to be
 * @agency_id: people of that agency only; 0: everybody
 * @agency: for a calendar: the name of the register's agency
 * @reason: what it is for
 */
typedef struct
{
  MusterSeasonExportKind kind;
  const char *path;
  gint64 agency_id;
  const char *agency;
  const char *reason;
} MusterSeasonExport;

/**
 * Exports names from the recertification season, with an entry that keeps the file's name, the number of people and the hash. Output: #MusterExportResult;
 * muster_export_put_in_place() comes after it. MUSTER_ERROR_RULE where nobody is behind.
 */
extern const MusterOperation muster_export_season;
