/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-snooze.h"

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "domain/muster-today.h"
#include "store/muster-snooze-table.h"
#include "store/muster-today-query.h"

static gboolean
check_listed (MusterWork *work, MusterTodayKind kind, gint64 id, const char *item, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  const GDate *today = muster_work_get_today (work);
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, today, NULL, NULL, error);
  gboolean has;

  if (index == NULL || !muster_today_has (database, index, today, kind, id, &has, error))
    return FALSE;
  return has || muster_snooze_refuse_absent (item, error);
}

/* Where the case is closed, it is not on the list. */
static gboolean
save (MusterWork *work, MusterSnooze *snooze, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (muster_snooze_table_save (muster_work_get_database (work), snooze, &problem))
    return TRUE;
  if (g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    return muster_snooze_refuse_absent (snooze->item, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterSnoozeRequest *request = input;
  g_autoptr (MusterSnooze) snooze = g_new0 (MusterSnooze, 1);
  g_autofree char *day = muster_date_to_iso (&request->until);
  MusterTodayKind kind;
  gint64 id;

  if (!muster_today_parse_key (request->item, &kind, &id, error) || !muster_snooze_check_role (kind, muster_work_get_account (work)->role, error) ||
      !muster_snooze_check (&request->until, request->reason, muster_work_get_today (work), error))
    return FALSE;
  snooze->item = muster_today_dup_key (kind, id);
  if (!check_listed (work, kind, id, snooze->item, error))
    return FALSE;
  snooze->until = request->until;
  snooze->reason = muster_text_dup_tidy (request->reason);
  snooze->account_id = muster_work_get_account (work)->id;
  snooze->recorded = muster_work_get_time (work);
  if (!save (work, snooze, error))
    return FALSE;
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "item", snooze->item);
  muster_work_add_detail (work, "until", day);
  return TRUE;
}

const MusterOperation muster_snooze = { .name = "snooze", .perform = perform };
