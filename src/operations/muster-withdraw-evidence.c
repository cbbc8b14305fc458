/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-withdraw-evidence.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-evidence-check.h"
#include "store/muster-evidence-table.h"

static MusterEvidence *
load (MusterWork *work, const MusterWithdrawEvidence *request, GError **error)
{
  g_autoptr (MusterEvidence) old = muster_evidence_table_load (muster_work_get_database (work), request->evidence_id, error);
  g_autofree char *code = muster_evidence_dup_code (request->evidence_id);

  if (old == NULL)
    return NULL;
  if (request->assister_id == 0 || old->assister_id == request->assister_id)
    return g_steal_pointer (&old);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("The person has no evidence %s."), code);
  return NULL;
}

static void
describe (MusterWork *work, const MusterEvidence *old, const char *reason)
{
  g_autofree char *subject = muster_assister_dup_code (old->assister_id), *code = muster_evidence_dup_code (old->id);

  muster_work_set_subject (work, subject);
  muster_work_set_reason (work, reason);
  muster_work_add_detail (work, "evidence", code);
  muster_work_add_detail (work, "requirement", old->requirement);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterWithdrawEvidence *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterEvidence) old = load (work, request, error);
  g_autoptr (MusterEvidence) withdrawal = old != NULL ? muster_evidence_new_withdrawal (old, request->reason) : NULL;

  if (old == NULL || !muster_evidence_check_withdrawal (old, withdrawal, error))
    return FALSE;
  withdrawal->source = g_strdup (muster_work_get_account (work)->full_name);
  withdrawal->account_id = muster_work_get_account (work)->id;
  withdrawal->recorded = muster_work_get_time (work);
  if (!muster_evidence_table_save (database, withdrawal, error) || !muster_evidence_table_supersede (database, old->id, withdrawal->id, error))
    return FALSE;
  describe (work, old, withdrawal->note);
  return TRUE;
}

const MusterOperation muster_withdraw_evidence = { .name = "withdraw-evidence", .perform = perform };
