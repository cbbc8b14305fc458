/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-case-operations.h"

#include "store/muster-account-table.h"
#include "store/muster-case-access-table.h"
#include "store/muster-case-behind-query.h"
#include "store/muster-case-looks-query.h"
#include "store/muster-case-sight-query.h"

static gboolean
save (MusterWork *work, const MusterCaseAccessRequest *request, const MusterAccount *account, MusterAccess access, GError **error)
{
  g_autofree char *number = muster_case_sight_query_dup_number (muster_work_get_database (work), request->kind, request->case_id, error);
  MusterAccessSaid said = {
    .kind = request->kind,
    .case_id = request->case_id,
    .account_id = account->id,
    .access = access,
    .reason = (char *) request->reason,
    .by = muster_work_get_account (work)->id,
    .recorded = muster_work_get_time (work),
  };

  if (number == NULL || !muster_case_access_table_save (muster_work_get_database (work), &said, error))
    return FALSE;
  muster_work_set_subject (work, number);
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "account", account->name);
  return TRUE;
}

static gboolean
perform_close (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCaseAccessRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAccount) account = muster_account_table_load (database, request->account_id, error);
  g_autoptr (GArray) keepers = account != NULL ? muster_case_sight_query_list_keepers (database, request->kind, request->case_id, error) : NULL;

  return keepers != NULL && muster_case_check_close_to (account, muster_work_get_account (work)->role, keepers, request->reason, error) &&
         save (work, request, account, MUSTER_ACCESS_CLOSED, error);
}

static gboolean
remark_grounds (MusterWork *work, const MusterCaseAccessRequest *request, const MusterAccount *account, char **remark, GError **error)
{
  guint n = 0;

  if (remark == NULL)
    return TRUE;
  if (request->kind == MUSTER_CASE_DECISION && !muster_case_behind_query_count_closed (muster_work_get_database (work), request->case_id, account, &n, error))
    return FALSE;
  *remark = muster_case_dup_grounds_remark (account, n);
  return TRUE;
}

static gboolean
perform_open (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCaseAccessRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAccount) account = muster_account_table_load (database, request->account_id, error);
  g_auto (MusterCaseSights) sights = { 0 };

  return account != NULL && muster_case_sight_query_load (database, account, &sights, error) &&
         muster_case_check_open_to (account, muster_case_sights_may_see (&sights, request->kind, request->case_id), muster_work_get_account (work)->id, request->reason, error) &&
         save (work, request, account, MUSTER_ACCESS_OPEN, error) && remark_grounds (work, request, account, output, error);
}

/* The beginning of the local day, µs since 1970 UTC. */
static gint64
find_day (MusterWork *work)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (muster_work_get_time (work) / G_USEC_PER_SEC);
  g_autoptr (GDateTime) day = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);

  return g_date_time_to_unix (day) * G_USEC_PER_SEC;
}

static gboolean
perform_look (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCaseRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autofree char *number = muster_case_sight_query_dup_number (database, request->kind, request->case_id, error);
  gboolean has;

  if (number == NULL || !muster_case_looks_query_has (database, number, muster_work_get_account (work)->id, find_day (work), &has, error))
    return FALSE;
  if (has)
    muster_work_set_nothing_done (work);
  else
    muster_work_set_subject (work, number);
  return TRUE;
}

const MusterOperation muster_close_case_to = { .name = "close-case-to", .perform = perform_close };
const MusterOperation muster_open_case_to = { .name = "open-case-to", .perform = perform_open };
const MusterOperation muster_look_at_case = { .name = "look-at-case", .perform = perform_look };
