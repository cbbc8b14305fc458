/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-evidence-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "operations/muster-document-steps.h"
#include "operations/muster-evidence-basis.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-evidence-table.h"
#include "store/muster-people-table.h"

static MusterEvidence *
take (MusterWork *work, const MusterEvidence *from)
{
  MusterEvidence *evidence = muster_evidence_new ();

  evidence->assister_id = from->assister_id;
  evidence->requirement = g_strdup (from->requirement);
  evidence->said = muster_text_dup_tidy (from->said);
  evidence->on = from->on;
  evidence->expires = from->expires;
  evidence->source = muster_text_dup_tidy (from->source);
  evidence->outcome = g_strdup (from->outcome);
  evidence->score = from->score;
  evidence->version = g_strdup (from->version);
  evidence->note = muster_text_dup_tidy (from->note);
  if (evidence->source == NULL)
    evidence->source = g_strdup (muster_work_get_account (work)->full_name);
  evidence->account_id = muster_work_get_account (work)->id;
  evidence->recorded = muster_work_get_time (work);
  return evidence;
}

static MusterEvidence *
find_standing (GPtrArray *standing, gint64 id, GError **error)
{
  g_autofree char *code = muster_evidence_dup_code (id);

  for (guint i = 0; i < standing->len; i++)
    {
      MusterEvidence *evidence = standing->pdata[i];

      if (evidence->id == id && evidence->superseded_by == 0)
        return evidence;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("The person has no evidence %s that stands."), code);
  return NULL;
}

/* What is corrected must not stand in the way of its correction. @corrected: (out) (transfer none) (nullable) */
static gboolean
set_aside (const MusterEvidenceRequest *request, GPtrArray *standing, const MusterEvidence **corrected, GError **error)
{
  MusterEvidence *old;

  *corrected = NULL;
  if (request->corrects == 0)
    return TRUE;
  old = find_standing (standing, request->corrects, error);
  if (old == NULL)
    return FALSE;
  if (muster_text_is_blank (request->reason))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Say why the evidence is corrected. The reason is kept."));
      return FALSE;
    }
  if (!muster_evidence_check_correction (old, request->evidence, error))
    return FALSE;
  old->superseded_by = -1;
  *corrected = old;
  return TRUE;
}

static void
describe (MusterWork *work, const MusterEvidence *evidence, const char *reason)
{
  g_autofree char *subject = muster_assister_dup_code (evidence->assister_id);
  g_autofree char *on = muster_date_to_iso (&evidence->on);

  muster_work_set_subject (work, subject);
  if (!muster_text_is_blank (reason))
    muster_work_set_reason (work, reason);
  muster_work_add_detail (work, "requirement", evidence->requirement);
  muster_work_add_detail (work, "on", on);
  muster_work_add_detail (work, "outcome", evidence->outcome);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterEvidenceRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, request->evidence->assister_id, error);
  g_autoptr (MusterEvidence) evidence = take (work, request->evidence);
  g_autoptr (MusterEvidenceBasis) basis = NULL;
  const MusterEvidence *corrected;

  basis = person != NULL && muster_case_filter_query_check_own (database, person->id, error) ? muster_evidence_basis_new (database, person->id, muster_work_get_today (work), error) : NULL;
  if (basis == NULL || !set_aside (request, basis->standing, &corrected, error) || !muster_evidence_check (evidence, &basis->context, error))
    return FALSE;
  if (corrected != NULL && request->keeps_document)
    evidence->document_id = corrected->document_id;
  if (request->content != NULL && !muster_document_steps_keep (work, MUSTER_DOCUMENT_EVIDENCE, request->file_name, request->content, &evidence->document_id, error))
    return FALSE;
  if (!muster_evidence_table_save (database, evidence, error) ||
      (corrected != NULL && !muster_evidence_table_supersede (database, corrected->id, evidence->id, error)))
    return FALSE;
  describe (work, evidence, request->reason);
  if (output != NULL)
    *(gint64 *) output = evidence->id;
  return TRUE;
}

const MusterOperation muster_record_evidence = { .name = "record-evidence", .perform = perform };
const MusterOperation muster_correct_evidence = { .name = "correct-evidence", .perform = perform };
