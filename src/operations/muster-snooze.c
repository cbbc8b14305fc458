/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-snooze.h"

#include "domain/muster-date.h"
#include "domain/muster-text.h"
#include "domain/muster-today.h"
#include "store/muster-snooze-table.h"

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterSnoozeRequest *request = input;
  g_autoptr (MusterSnooze) snooze = g_new0 (MusterSnooze, 1);
  g_autofree char *day = muster_date_to_iso (&request->until);
  MusterTodayKind kind;
  gint64 id;

  if (!muster_today_parse_key (request->item, &kind, &id, error) || !muster_snooze_check (&request->until, request->reason, muster_work_get_today (work), error))
    return FALSE;
  snooze->item = muster_today_dup_key (kind, id);
  snooze->until = request->until;
  snooze->reason = muster_text_dup_tidy (request->reason);
  snooze->account_id = muster_work_get_account (work)->id;
  snooze->recorded = muster_work_get_time (work);
  if (!muster_snooze_table_save (muster_work_get_database (work), snooze, error))
    return FALSE;
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "item", snooze->item);
  muster_work_add_detail (work, "until", day);
  return TRUE;
}

const MusterOperation muster_snooze = { .name = "snooze", .perform = perform };
