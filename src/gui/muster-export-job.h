/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-export-roster.h"

/** MusterExportJob: an export on its way, with what it needs and what comes of it. */
typedef struct
{
  MusterExportRequest request; /* points to what follows */
  MusterExportResult result;
  MusterRosterFilter filter;
  char *search;
  char *path;
  char *reason;
} MusterExportJob;

/** @filter: (nullable): copied; %NULL: everybody. @reason: (nullable) (transfer full) */
MusterExportJob *muster_export_job_new (const char *path, MusterTableFormat format, const MusterRosterFilter *filter, char *reason);
void muster_export_job_free (gpointer job);

/** Returns: ".zip", … */
const char *muster_export_job_get_ending (MusterTableFormat format);
/** Returns: (transfer full): @path with the ending of @format, which it may have already. */
char *muster_export_job_dup_path (const char *path, MusterTableFormat format);
