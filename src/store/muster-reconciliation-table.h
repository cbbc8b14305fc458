/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-reconciliation.h"
#include "store/muster-database.h"

/* Comparisons with public lists and the tasks they propose: load, save, list. Saving outside an operation fails. */

/** Adds one; sets its id. */
gboolean muster_reconciliation_table_save (MusterDatabase *database, MusterReconciliation *record, GError **error);
MusterReconciliation *muster_reconciliation_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: (transfer full) (element-type MusterReconciliation): newest first. */
GPtrArray *muster_reconciliation_table_list (MusterDatabase *database, GError **error);

/** Inserts (id 0; sets it) or updates. */
gboolean muster_reconciliation_table_save_task (MusterDatabase *database, MusterReconciliationTask *task, GError **error);
MusterReconciliationTask *muster_reconciliation_table_load_task (MusterDatabase *database, gint64 id, GError **error);

typedef struct
{
  gint64 reconciliation_id; /* 0: of all */
  gint64 assister_id;       /* 0: of everybody */
  gboolean only_open;
} MusterTaskFilter;
/** Returns: (transfer full) (element-type MusterReconciliationTask): newest first, those of one comparison by the name of the person. */
GPtrArray *muster_reconciliation_table_list_tasks (MusterDatabase *database, const MusterTaskFilter *filter, GError **error);
/** Sets @n to how many tasks are open, and @cured, if given, to how many of them a later list no longer bears out. */
gboolean muster_reconciliation_table_count_open (MusterDatabase *database, guint *n, guint *cured, GError **error);
