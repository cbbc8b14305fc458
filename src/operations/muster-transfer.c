/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-transfer.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "operations/muster-certification-steps.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-open-case-query.h"
#include "store/muster-people-table.h"

static const char *
find_name (GPtrArray *agencies, gint64 id)
{
  for (guint i = 0; i < agencies->len; i++)
    if (((const MusterAgency *) agencies->pdata[i])->id == id)
      return ((const MusterAgency *) agencies->pdata[i])->name;
  return NULL;
}

static gboolean
check (const MusterTransferRequest *request, const MusterAssister *person, GPtrArray *affiliations, const GDate *on, const GDate *today, GError **error)
{
  if (!muster_date_check_happened (on, today, error))
    return FALSE;
  if (muster_identifier_may_hold_ssn (request->reason, TRUE))
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  else if (!person->active)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The person is not active on the roster. Record the return to the agency first."));
  else
    return muster_affiliation_check_transfer (affiliations, request->agency_id, on, error);
  return FALSE;
}

static void
describe (MusterWork *work, const MusterTransferRequest *request, const char *from, const char *to, const GDate *on, gboolean has_open_case)
{
  g_autofree char *subject = muster_assister_dup_code (request->assister_id);
  g_autofree char *day = muster_date_to_iso (on);

  muster_work_set_subject (work, subject);
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "from", from);
  muster_work_add_detail (work, "to", to);
  muster_work_add_detail (work, "on", day);
  if (has_open_case)
    muster_work_add_detail (work, "under-investigation", "yes");
}

/* What a transfer is about. */
typedef struct
{
  GPtrArray *affiliations;
  GPtrArray *agencies;
  GDate on;
  const char *to;
} Transfer;

static void
transfer_clear (Transfer *transfer)
{
  g_clear_pointer (&transfer->affiliations, g_ptr_array_unref);
  g_clear_pointer (&transfer->agencies, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Transfer, transfer_clear)

static gboolean
look_at (Transfer *transfer, MusterDatabase *database, const MusterTransferRequest *request, const GDate *today, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, request->assister_id, error);

  transfer->affiliations = person != NULL && muster_case_filter_query_check_own (database, person->id, error) ? muster_people_table_list_affiliations (database, person->id, error) : NULL;
  transfer->agencies = transfer->affiliations != NULL ? muster_people_table_list_agencies (database, error) : NULL;
  transfer->on = g_date_valid (&request->on) ? request->on : *today;
  if (transfer->agencies == NULL)
    return FALSE;
  transfer->to = find_name (transfer->agencies, request->agency_id);
  if (transfer->to != NULL)
    return check (request, person, transfer->affiliations, &transfer->on, today, error);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no such agency. Choose one of the register."));
  return FALSE;
}

gboolean
muster_transfer_check (MusterDatabase *database, const MusterTransferRequest *request, const GDate *today, GError **error)
{
  g_auto (Transfer) transfer = { 0 };

  return look_at (&transfer, database, request, today, error);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterTransferRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_auto (Transfer) transfer = { 0 };
  gboolean has_open_case;

  if (!look_at (&transfer, database, request, muster_work_get_today (work), error) || !muster_open_case_query_has (database, request->assister_id, &has_open_case, error))
    return FALSE;
  describe (work, request, ((const MusterAffiliation *) transfer.affiliations->pdata[0])->agency_name, transfer.to, &transfer.on, has_open_case);
  return muster_people_table_affiliate (database, request->assister_id, request->agency_id, &transfer.on, NULL, error);
}

const MusterOperation muster_transfer = { .name = "transfer", .perform = perform };
