/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-correct-certification.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "operations/muster-certification-steps.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-people-table.h"

static gboolean
check (const MusterCorrectionRequest *request, const GDate *today, GError **error)
{
  guint types = request->type & MUSTER_ASSISTER_ALL_TYPES;

  if (types == 0 || types != request->type || (types & (types - 1)) != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Say in which role: broker, navigator, CAC or support staff."));
      return FALSE;
    }
  if (muster_text_is_blank (request->reason))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A correction needs a reason: somebody will ask why it says something else now."));
      return FALSE;
    }
  if (!muster_certification_check_reason (MUSTER_VERB_CERTIFY, request->reason, error))
    return FALSE;
  return !g_date_valid (&request->on) || muster_certification_check_day (&request->on, today, error);
}

static void
describe (MusterWork *work, const MusterCorrectionRequest *request)
{
  g_autofree char *subject = muster_assister_dup_code (request->assister_id);
  g_autofree char *day = muster_date_to_iso (&request->on);
  g_autofree char *types = muster_certification_steps_dup_types (request->type);

  muster_work_set_subject (work, subject);
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "types", types);
  muster_work_add_detail (work, "on", day != NULL ? day : "never");
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCorrectionRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, request->assister_id, error);
  g_autoptr (GPtrArray) events = person != NULL ? muster_people_table_list_begun (database, person->id, muster_work_get_today (work), error) : NULL;
  MusterStepContext context = { .assister_id = request->assister_id, .reason = request->reason };

  if (events == NULL || !muster_case_filter_query_check_own (database, person->id, error) || !check (request, muster_work_get_today (work), error))
    return FALSE;
  context.on = request->on;
  if (!muster_certification_steps_correct (work, events, request->type, &context, error))
    return FALSE;
  describe (work, request);
  return TRUE;
}

const MusterOperation muster_correct_certification = { .name = "correct-certification", .perform = perform };
