/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-rule-steps.h"

#include "store/muster-rules-table.h"

MusterRulePack *
muster_rule_steps_load_pack (MusterWork *work, GError **error)
{
  return muster_rules_table_load (muster_work_get_database (work), muster_work_get_today (work), G_MAXINT64, error);
}
