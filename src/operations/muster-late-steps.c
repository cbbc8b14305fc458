/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-late-steps.h"

#include "domain/muster-late.h"

gboolean
muster_late_steps_take (MusterWork *work, const GDate *due, const char *reason, GError **error)
{
  const GDate *today = muster_work_get_today (work);
  if (!muster_late_check (due, today, reason, error))
    return FALSE;
  if (muster_late_is (due, today))
    muster_work_add_detail (work, MUSTER_LATE_REASON, reason);
  return TRUE;
}
