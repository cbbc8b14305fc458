/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-certification-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-certification-steps.h"
#include "store/muster-people-table.h"

/* Which verbs may be asked for without a role: they concern the whole person. */
static gboolean
is_for_every_role (MusterCertificationVerb verb)
{
  return verb == MUSTER_VERB_WITHDRAW || verb == MUSTER_VERB_INACTIVATE || verb == MUSTER_VERB_RETURN;
}

/* A person without any role leaves and comes back too: then there is no step to take. */
static gboolean
can_do_without_role (MusterCertificationVerb verb, const MusterAssister *person, GPtrArray *events)
{
  if (muster_certification_list_held (events) != 0)
    return FALSE;
  return (verb == MUSTER_VERB_INACTIVATE && person->active) || (verb == MUSTER_VERB_RETURN && !person->active);
}

static gboolean
choose_types (MusterCertificationVerb verb, const MusterCertificationRequest *request, const MusterAssister *person, GPtrArray *events, guint *types, GError **error)
{
  *types = request->type & MUSTER_ASSISTER_ALL_TYPES;
  if (*types != 0)
    return TRUE;
  if (request->type != 0 || !is_for_every_role (verb))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Say in which role: broker, navigator, CAC or support staff."));
      return FALSE;
    }
  *types = muster_certification_list_possible (events, verb);
  if (*types != 0 || can_do_without_role (verb, person, events))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("To %s is not possible in any role the person holds."), muster_certification_verb_get_label (verb));
  return FALSE;
}

static gboolean
check (MusterCertificationVerb verb, const MusterCertificationRequest *request, const MusterAssister *person, guint types, const GDate *on, const GDate *today, GError **error)
{
  if (!muster_date_check_happened (on, today, error) || !muster_certification_check_reason (verb, request->reason, error))
    return FALSE;
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0 && !muster_certification_check_person (verb, person, 1u << i, error))
      return FALSE;
  return TRUE;
}

static gboolean
follow_up (MusterWork *work, MusterCertificationVerb verb, const MusterStepContext *context, GPtrArray *events, GError **error)
{
  if (verb == MUSTER_VERB_RETURN)
    return muster_certification_steps_come_back (work, context->assister_id, &context->on, error);
  if (verb == MUSTER_VERB_INACTIVATE && muster_certification_is_all_inactive (events))
    return muster_certification_steps_leave (work, context->assister_id, &context->on, error);
  return TRUE;
}

static void
describe (MusterWork *work, const MusterStepContext *context, guint types)
{
  g_autofree char *subject = muster_assister_dup_code (context->assister_id);
  g_autofree char *day = muster_date_to_iso (&context->on);
  g_autofree char *list = muster_certification_steps_dup_types (types);

  muster_work_set_subject (work, subject);
  muster_work_set_reason (work, context->reason);
  muster_work_add_detail (work, "types", list);
  muster_work_add_detail (work, "on", day);
  if (context->under_investigation)
    muster_work_add_detail (work, "under-investigation", "yes");
}

static gboolean
perform (MusterWork *work, MusterCertificationVerb verb, const MusterCertificationRequest *request, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, request->assister_id, error);
  g_autoptr (GPtrArray) events = NULL;
  MusterStepContext context = {
    .assister_id = request->assister_id,
    .authority = request->authority,
    .on = g_date_valid (&request->on) ? request->on : *muster_work_get_today (work),
    .reason = request->reason,
  };
  guint types;

  if (person == NULL)
    return FALSE;
  events = muster_people_table_list_events (database, person->id, error);
  if (events == NULL || !choose_types (verb, request, person, events, &types, error))
    return FALSE;
  if (!check (verb, request, person, types, &context.on, muster_work_get_today (work), error))
    return FALSE;
  if ((verb == MUSTER_VERB_WITHDRAW || verb == MUSTER_VERB_INACTIVATE) &&
      !muster_certification_steps_has_open_case (database, person->id, &context.under_investigation, error))
    return FALSE;

  if (!muster_certification_steps_take_all (work, events, types, verb, &context, error) || !follow_up (work, verb, &context, events, error))
    return FALSE;
  describe (work, &context, types);
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
