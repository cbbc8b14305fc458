/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "domain/muster-reconciliation.h"

/** Lists earlier comparisons with public lists, shows one, and closes a task of one. */
int muster_ctl_reconcile_list (MusterCtl *ctl, GError **error);
int muster_ctl_reconcile_show (MusterCtl *ctl, GError **error);
int muster_ctl_reconcile_close (MusterCtl *ctl, GError **error);

/** Fills the object that is begun with a task; the name of the person is looked up. */
gboolean muster_ctl_json_task (JsonBuilder *json, MusterDatabase *database, const MusterReconciliationTask *task, GError **error);
/** What a comparison was of. */
void muster_ctl_json_comparison (JsonBuilder *json, const MusterReconciliation *record);
/** Adds a line on @task to a table of muster_ctl_task_table_new(). @more: (nullable): what its last column says. */
gboolean muster_ctl_task_table_add (MusterCtlTable *table, MusterDatabase *database, const MusterReconciliationTask *task, const char *more, GError **error);
MusterCtlTable *muster_ctl_task_table_new (const char *last_header);
