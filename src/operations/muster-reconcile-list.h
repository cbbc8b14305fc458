/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-reconciliation.h"
#include "store/muster-store.h"

/**
 * MusterListReading: a public list that was read for the people of a register: what it says under their NPNs, and nothing else of it. May be made in any
 * thread, and judged as often as needed.
 */
typedef struct _MusterListReading MusterListReading;

/**
 * muster_list_reading_new:
 * @path: the list, as it was downloaded: CSV or a workbook; which list it is its header says
 * @year: the plan year that is meant; 0: the current one of the first list, and all of the second
 * @today: the day
 *
 * Reads the file row by row; it is never held whole. MUSTER_ERROR_INPUT if it cannot be read or is none of the lists; INVALID for a year that is none.
 */
MusterListReading *muster_list_reading_new (MusterDatabase *database, const char *path, guint year, const GDate *today, GFileProgressCallback progress, gpointer user_data,
                                            GCancellable *cancellable, GError **error);
MusterListReading *muster_list_reading_ref (MusterListReading *reading);
void muster_list_reading_unref (MusterListReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterListReading, muster_list_reading_unref)

/** MusterListProposal: something the list says about somebody. @task: as it would be saved. @is_other: the person is no broker, so that it is only told. */
typedef struct
{
  MusterReconciliationTask *task;
  MusterTaskFate fate;
  gboolean is_other;
} MusterListProposal;

/**
 * MusterReconcilePlan: what a comparison finds and proposes, before anything is done: the preview is what is recorded.
 * @record: as it would be saved
 * @cured: (element-type MusterReconciliationTask): open tasks that the list no longer bears out: offered for closing, never closed
 * @relapsed: open tasks that were offered for closing, and that this list bears out again
 * @n_brokers: brokers at work on the roster; @n_compared: of them, those with an NPN
 * @n_others: people with an NPN who are no brokers: told apart
 * @n_left: people with an NPN who are not active, or brokers no more: not compared
 */
typedef struct
{
  MusterReconciliation *record;
  GPtrArray *proposals; /* MusterListProposal, by finding, then by person */
  GPtrArray *cured;
  GPtrArray *relapsed;
  guint counts[MUSTER_N_LIST_FINDINGS]; /* of brokers, MUSTER_LIST_NOTHING too */
  guint fates[MUSTER_N_TASK_FATES];
  guint n_brokers;
  guint n_compared;
  guint n_others;
  guint n_left;
  guint n_unreadable;
  guint first_unreadable; /* line */
} MusterReconcilePlan;

/** Judges @reading against the register as it stands. MUSTER_ERROR_CONFLICT if an NPN has come since that was not looked for. */
MusterReconcilePlan *muster_reconcile_plan_new (MusterDatabase *database, MusterListReading *reading, GCancellable *cancellable, GError **error);
void muster_reconcile_plan_free (MusterReconcilePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReconcilePlan, muster_reconcile_plan_free)

/** Input of #muster_reconcile_list. */
typedef struct
{
  MusterListReading *reading;
} MusterReconcileRequest;
/**
 * Records a comparison with its new tasks, and marks the tasks it no longer bears out. Output (MusterReconcilePlan **): the plan as
 * it was carried out, owned by the caller. Nothing about a person or a certification changes. One journal entry.
 */
extern const MusterOperation muster_reconcile_list;

/** Input of #muster_close_task. */
typedef struct
{
  gint64 task_id;
  const char *note;
} MusterCloseTask;
/** Closes a task of a comparison with a note of what came of it. No output. */
extern const MusterOperation muster_close_task;
