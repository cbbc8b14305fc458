/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-change-severity.h"

#include "operations/muster-action-operations-private.h"
#include "store/muster-cases-table.h"
#include "store/muster-rules-table.h"

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterSeverityRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, request->action_id, error);
  g_autoptr (MusterRulePack) pack = action != NULL ? muster_rules_table_load (database, muster_work_get_today (work), G_MAXINT64, error) : NULL;
  MusterSeverity before;

  if (pack == NULL || !muster_severity_change_check (action, request->severity, request->reason, error))
    return FALSE;
  before = action->severity;
  action->severity = request->severity;
  if (!muster_action_table_save (database, action, error))
    return FALSE;
  muster_action_operations_describe (work, action);
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "from", muster_severity_to_code (before));
  muster_work_add_detail (work, "to", muster_severity_to_code (request->severity));
  if (output != NULL)
    *(char ***) output = muster_severity_change_list_remarks (action, request->severity, pack);
  return TRUE;
}

const MusterOperation muster_change_severity = { .name = "change-severity", .perform = perform };
