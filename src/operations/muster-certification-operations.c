/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-certification-operations.h"

#include "domain/muster-date.h"
#include "operations/muster-certification-step.h"

static void
describe (MusterWork *work, const MusterCertificationStep *step)
{
  g_autofree char *subject = muster_assister_dup_code (step->context.assister_id);
  g_autofree char *day = muster_date_to_iso (&step->context.on);
  g_autofree char *list = muster_certification_steps_dup_types (step->types);

  muster_work_set_subject (work, subject);
  muster_work_set_reason (work, step->context.reason);
  muster_work_add_detail (work, "types", list);
  muster_work_add_detail (work, "on", day);
  if (step->context.despite_revocation)
    muster_work_add_detail (work, "despite-revocation", "yes");
  if (step->open_items != NULL)
    muster_open_items_describe (work, step->open_items, step->despite_open_items);
  if (step->context.under_investigation)
    muster_work_add_detail (work, "under-investigation", "yes");
}

static gboolean
perform (MusterWork *work, MusterCertificationVerb verb, const MusterCertificationRequest *request, GError **error)
{
  g_autoptr (MusterCertificationStep) step = muster_certification_step_new (muster_work_get_database (work), verb, request, muster_work_get_today (work), error);

  if (step == NULL || !muster_certification_step_take (work, step, error))
    return FALSE;
  describe (work, step);
  return TRUE;
}

#define DEFINE_OPERATION(identifier, operation_name, verb)                                                      \
  static gboolean perform_##identifier (MusterWork *work, gconstpointer input, gpointer output, GError **error) \
  {                                                                                                             \
    return perform (work, verb, input, error);                                                                  \
  }                                                                                                             \
  const MusterOperation muster_##identifier = { .name = operation_name, .perform = perform_##identifier };

DEFINE_OPERATION (enrol, "enrol", MUSTER_VERB_ENROL)
DEFINE_OPERATION (start_training, "start-training", MUSTER_VERB_START_TRAINING)
DEFINE_OPERATION (submit, "submit", MUSTER_VERB_SUBMIT)
DEFINE_OPERATION (certify, "certify", MUSTER_VERB_CERTIFY)
DEFINE_OPERATION (deny, "deny", MUSTER_VERB_DENY)
DEFINE_OPERATION (suspend, "suspend", MUSTER_VERB_SUSPEND)
DEFINE_OPERATION (reinstate, "reinstate", MUSTER_VERB_REINSTATE)
DEFINE_OPERATION (expire, "expire", MUSTER_VERB_EXPIRE)
DEFINE_OPERATION (withdraw, "withdraw", MUSTER_VERB_WITHDRAW)
DEFINE_OPERATION (inactivate, "inactivate", MUSTER_VERB_INACTIVATE)
DEFINE_OPERATION (return, "return", MUSTER_VERB_RETURN)
DEFINE_OPERATION (reapply, "reapply", MUSTER_VERB_REAPPLY)

const MusterOperation *
muster_certification_operation (MusterCertificationVerb verb)
{
  static const MusterOperation *const operations[MUSTER_N_VERBS] = {
    [MUSTER_VERB_ENROL] = &muster_enrol,
    [MUSTER_VERB_START_TRAINING] = &muster_start_training,
    [MUSTER_VERB_SUBMIT] = &muster_submit,
    [MUSTER_VERB_CERTIFY] = &muster_certify,
    [MUSTER_VERB_DENY] = &muster_deny,
    [MUSTER_VERB_SUSPEND] = &muster_suspend,
    [MUSTER_VERB_REINSTATE] = &muster_reinstate,
    [MUSTER_VERB_EXPIRE] = &muster_expire,
    [MUSTER_VERB_WITHDRAW] = &muster_withdraw,
    [MUSTER_VERB_INACTIVATE] = &muster_inactivate,
    [MUSTER_VERB_RETURN] = &muster_return,
    [MUSTER_VERB_REAPPLY] = &muster_reapply,
  };

  g_return_val_if_fail ((guint) verb < MUSTER_N_VERBS, NULL);
  return operations[verb];
}
