/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-ground-steps.h"

#include "domain/muster-case-access.h"
#include "store/muster-case-behind-query.h"

gboolean
muster_ground_steps_check (MusterWork *work, const MusterDecision *decision, GError **error)
{
  guint n;

  return muster_case_behind_query_count_closed (muster_work_get_database (work), decision->id, muster_work_get_account (work), &n, error) &&
         muster_case_check_grounds (decision->number, n, error);
}
