/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-exit.h"

static gboolean
read_record (const MusterRowView *view, MusterExitRecord *record)
{
  g_autofree char *code = muster_row_view_dup_text (view, "code"), *outcome = muster_row_view_dup_text (view, "outcome"), *on = muster_row_view_dup_text (view, "on_day");

  record->certification_id = muster_row_view_get_int (view, "certification_id");
  record->doer = muster_row_view_dup_text (view, "doer");
  record->note = muster_row_view_dup_text (view, "note");
  return code != NULL && muster_exit_item_code_from_code (code, &record->code, NULL) && outcome != NULL && muster_exit_outcome_from_code (outcome, &record->outcome, NULL) &&
         (on == NULL || muster_date_parse_iso (on, &record->on, NULL));
}

static gboolean
is_of_step (const MusterRowView *step, MusterExitItemCode code)
{
  g_autofree char *to = muster_row_view_dup_text (step, "to_state");
  MusterCertificationState state;

  return to != NULL && muster_certification_state_from_code (to, &state, NULL) && muster_exit_is_on_list (state, code);
}

gboolean
muster_verify_exit_item (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  g_autoptr (MusterExitRecord) record = muster_exit_record_new ();
  g_autoptr (MusterStatement) statement = NULL;
  MusterRowView step;
  gboolean found;

  if (!read_record (&change->after, record))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("An item of an exit checklist cannot be read."));
      return FALSE;
    }
  if (!muster_exit_record_check (record, &check->today, error) ||
      !muster_verify_find_row_before (self, check, MUSTER_TABLE_CERTIFICATION, record->certification_id, &statement, &step, &found, error))
    return FALSE;
  if (found && is_of_step (&step, record->code))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("An item was recorded of an exit checklist that there was not."));
  return FALSE;
}
