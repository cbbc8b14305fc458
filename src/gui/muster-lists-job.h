/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-progress.h"
#include "operations/muster-reconcile-list.h"

/** MusterListsJob: what a comparison with a public list does in a thread and in an operation, with what it needs and what comes of it. */
typedef struct
{
  MusterStore *store;
  MusterProgressMeter *meter; /* %NULL */
  char *path;
  guint year; /* 0: as muster_list_reading_new() has it */
  GDate today;
  MusterListReading *reading;
  MusterReconcilePlan *plan;
  MusterReconcileRequest request; /* of the operation; points to the reading */
} MusterListsJob;

/** @meter: (transfer full) (nullable) */
MusterListsJob *muster_lists_job_new (MusterStore *store, MusterProgressMeter *meter);
void muster_lists_job_free (gpointer job);

/** Of type MusterBackgroundWork: reads the list at the path, and judges it. */
gboolean muster_lists_job_read (gpointer job, GCancellable *cancellable, GError **error);
