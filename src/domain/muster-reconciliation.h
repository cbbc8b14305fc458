/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-list-comparison.h"

/** MusterReconciliation: the record of one comparison of the roster with a public list. */
typedef struct
{
  gint64 id;
  MusterListKind kind;
  guint plan_year; /* 0: whichever */
  char *file_name;
  guint64 file_size;
  char *file_hash; /* SHA-256, hex */
  guint rows;
  guint people; /* that were looked up */
  gint64 account_id;
  gint64 recorded;
} MusterReconciliation;

void muster_reconciliation_free (MusterReconciliation *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReconciliation, muster_reconciliation_free)

typedef enum
{
  MUSTER_TASK_OPEN,
  MUSTER_TASK_CLOSED,
} MusterTaskState;
#define MUSTER_N_TASK_STATES 2

const char *muster_task_state_to_code (MusterTaskState state);
gboolean muster_task_state_from_code (const char *code, MusterTaskState *state, GError **error);
const char *muster_task_state_get_label (MusterTaskState state);

/**
 * MusterReconciliationTask: what a comparison proposes to look into. It changes nothing about the person; a person closes it, with a note.
 * @status: (nullable): "T3", of the second list; "Terminated", of a roster file
 * @npn: (nullable): under which was looked
 * @line: of the list; 0: it says nothing of the person
 * @said: (nullable): what stands there
 * @cured_by: the later comparison that found nothing any more, so that the task may be closed; 0: none
 * @kind, @plan_year, @file_hash: of the comparison that made it: loaded along, never saved
 */
typedef struct
{
  gint64 id;
  gint64 reconciliation_id;
  gint64 assister_id;
  MusterListFinding finding;
  char *status;
  char *npn;
  guint line;
  char *said;
  MusterTaskState state;
  gint64 cured_by;
  char *note;
  gint64 closed_account;
  gint64 closed;
  MusterListKind kind;
  guint plan_year;
  char *file_hash;
} MusterReconciliationTask;

MusterReconciliationTask *muster_reconciliation_task_new (void);
MusterReconciliationTask *muster_reconciliation_task_copy (const MusterReconciliationTask *task);
void muster_reconciliation_task_free (MusterReconciliationTask *task);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReconciliationTask, muster_reconciliation_task_free)

/** Returns: (transfer full): "Suspended or terminated (T3: fraud or abusive conduct)", for a line of text. */
char *muster_reconciliation_task_dup_title (const MusterReconciliationTask *task, MusterPublicLists *lists);

/** Whether @task may be closed with @note: open still, a note that says what came of it, no social security number in it. MUSTER_ERROR_RULE. */
gboolean muster_reconciliation_task_check_close (const MusterReconciliationTask *task, const char *note, GError **error);

/** MusterTaskFate: what becomes of something that was found. */
typedef enum
{
  MUSTER_TASK_FATE_NEW,
  MUSTER_TASK_FATE_KNOWN,   /* there is an open task of it */
  MUSTER_TASK_FATE_HANDLED, /* somebody closed a task of just that */
} MusterTaskFate;
#define MUSTER_N_TASK_FATES 3

const char *muster_task_fate_to_code (MusterTaskFate fate);
const char *muster_task_fate_get_label (MusterTaskFate fate);

/** Whether two findings about one person are one: list, plan year, finding and status are the same; of a missing NPN the list does not matter. */
gboolean muster_reconciliation_is_same (const MusterReconciliationTask *a, const MusterReconciliationTask *b);

/**
 * muster_reconciliation_weigh:
 * @found: a task that is not saved yet, with kind, plan_year and file_hash of the comparison that is being made
 * @tasks: (element-type MusterReconciliationTask): those the person has
 *
 * An open task of the same is known. A closed one
 * stands for what was found if it came of the very same file, or tells of the very same event of the second list or in the very same words of a roster file; what a newer first list still says is proposed anew.
 */
MusterTaskFate muster_reconciliation_weigh (const MusterReconciliationTask *found, GPtrArray *tasks);

/**
 * muster_reconciliation_is_cured:
 * @task: an open one
 * @found: (nullable) (element-type MusterReconciliationTask): what the comparison found about the person
 * @kind, @plan_year: of the comparison
 * @has_npn: whether the person has an NPN now
 *
 * Whether a comparison that can speak of @task does not find it any more; what it cannot read speaks of nothing. It is offered for closing then, never closed.
 */
gboolean muster_reconciliation_is_cured (const MusterReconciliationTask *task, GPtrArray *found, MusterListKind kind, guint plan_year, gboolean has_npn);
