/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-batch.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-certification-step.h"
#include "store/muster-people-table.h"

static void
line_free (gpointer data)
{
  MusterBatchLine *line = data;

  g_free (line->name);
  g_free (line->problem);
  g_free (line);
}

static MusterBatchLine *
add_line (MusterBatchPlan *plan, gint64 assister_id, const MusterAssister *person)
{
  MusterBatchLine *line = g_new0 (MusterBatchLine, 1);

  line->assister_id = assister_id;
  line->name = person != NULL ? muster_assister_dup_list_name (person) : muster_assister_dup_code (assister_id);
  g_ptr_array_add (plan->lines, line);
  return line;
}

/* By role from the first state to the last: certifying walks stages in between. */
static void
add_step (MusterBatchPlan *plan, const MusterCertificationStep *step)
{
  MusterBatchLine *line = NULL;

  for (guint i = 0; i < step->planned->len; i++)
    {
      const MusterCertificationEvent *event = step->planned->pdata[i];

      if (line == NULL || line->type != event->type)
        {
          line = add_line (plan, step->person->id, step->person);
          line->type = event->type;
          line->from = event->from;
        }
      line->to = event->to;
    }
  if (line == NULL)
    line = add_line (plan, step->person->id, step->person);
  for (guint i = plan->lines->len; i > 0; i--)
    {
      line = plan->lines->pdata[i - 1];
      if (line->assister_id != step->person->id)
        break;
      line->on = step->context.on;
      line->under_investigation = step->context.under_investigation;
      line->leaves = muster_certification_step_is_leaving (step);
    }
  plan->n_people++;
}

static void
update_digest (GChecksum *digest, const MusterBatchPlan *plan, const MusterBatchRequest *request, const GDate *on)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s %u %u\n", muster_certification_verb_to_code (request->verb), request->authority, g_date_get_julian (on));
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const MusterBatchLine *line = plan->lines->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %u %u %u %u %d %d\n", line->assister_id, line->type, line->from, line->to,
                              g_date_valid (&line->on) ? g_date_get_julian (&line->on) : 0, line->problem != NULL, line->leaves);
    }
  g_checksum_update (digest, (const guchar *) text->str, text->len);
}

/* Refusals of a person are told; anything else ends it. */
static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE) || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND) ||
         g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

/* With several roles named, all of them or none of this person's. */
static MusterCertificationStep *
look_at (MusterDatabase *database, const MusterBatchRequest *request, const MusterBatchPick *pick, const GDate *today, GError **error)
{
  MusterCertificationRequest one = { pick->assister_id, pick->types, request->authority, g_date_valid (&pick->on) ? pick->on : request->on, request->reason, request->despite_revocation, request->despite_open_items };

  if (one.type == 0)
    {
      g_autoptr (GPtrArray) events = muster_people_table_list_begun (database, pick->assister_id, today, error);

      if (events == NULL)
        return NULL;
      /* A step that needs a role has every role that it fits here; where it fits none, the step itself says so. */
      one.type = muster_certification_list_possible (events, request->verb);
      if (one.type == 0 && muster_certification_list_held (events) != 0)
        one.type = muster_certification_list_held (events);
    }
  return muster_certification_step_new (database, request->verb, &one, today, error);
}

static gboolean
plan_one (MusterBatchPlan *plan, MusterDatabase *database, const MusterBatchRequest *request, const MusterBatchPick *pick, const GDate *today, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (MusterCertificationStep) step = look_at (database, request, pick, today, &problem);
  g_autoptr (MusterAssister) person = NULL;

  if (step != NULL)
    {
      add_step (plan, step);
      return TRUE;
    }
  if (!is_refusal (problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  person = muster_people_table_load (database, pick->assister_id, NULL);
  add_line (plan, pick->assister_id, person)->problem = g_strdup (problem->message);
  plan->n_refused++;
  return TRUE;
}

static gboolean
check_request (const MusterBatchRequest *request, const GDate *on, const GDate *today, GError **error)
{
  if (!muster_certification_check_day (on, today, error) || !muster_certification_check_reason (request->verb, request->reason, error))
    return FALSE;
  if (request->picks->len > 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Nobody was picked, so that there is nothing to do."));
  return FALSE;
}

/* Returns: the picks, each person once. */
static GArray *
list_once (GArray *picks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *once = g_array_new (FALSE, FALSE, sizeof (MusterBatchPick));

  for (guint i = 0; i < picks->len; i++)
    {
      MusterBatchPick *pick = &g_array_index (picks, MusterBatchPick, i);

      if (g_hash_table_add (seen, &pick->assister_id))
        g_array_append_vals (once, pick, 1);
    }
  return once;
}

MusterBatchPlan *
muster_batch_plan_new (MusterDatabase *database, const MusterBatchRequest *request, const GDate *today, GError **error)
{
  g_autoptr (MusterBatchPlan) plan = g_new0 (MusterBatchPlan, 1);
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GArray) picks = list_once (request->picks);
  GDate on = g_date_valid (&request->on) ? request->on : *today;

  g_return_val_if_fail (muster_certification_operation (request->verb) != NULL, NULL);
  plan->lines = g_ptr_array_new_with_free_func (line_free);
  if (!check_request (request, &on, today, error))
    return NULL;
  for (guint i = 0; i < picks->len; i++)
    if (!plan_one (plan, database, request, &g_array_index (picks, MusterBatchPick, i), today, error))
      return NULL;
  update_digest (digest, plan, request, &on);
  plan->digest = g_strdup (g_checksum_get_string (digest));
  return g_steal_pointer (&plan);
}

void
muster_batch_plan_free (MusterBatchPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->lines);
  g_free (plan->digest);
  g_free (plan);
}

gboolean
muster_batch_check_verb (MusterCertificationVerb verb, GError **error)
{
  if (muster_certification_operation (verb) != NULL && verb != MUSTER_VERB_ENROL)
    return TRUE;
  /* Translators: verb: “To revoke by a decision is done one by one …” */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("To %s is done one by one: each person’s case has grounds of its own."), muster_certification_verb_get_label (verb));
  return FALSE;
}

static gboolean
check_plan (const MusterBatchPlan *plan, const MusterBatchRequest *request, GError **error)
{
  if (request->expect != NULL && g_ascii_strcasecmp (request->expect, plan->digest) != 0)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The outcome would differ from the preview: the register changed meanwhile. Nothing was changed."));
  else if (plan->n_refused > 0 && !request->accept_possible)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
                 g_dngettext (GETTEXT_PACKAGE, "It is not possible for %u person, so that nothing was changed. Look at the preview, and leave that person out.",
                              "It is not possible for %u people, so that nothing was changed. Look at the preview, and leave them out.", plan->n_refused),
                 plan->n_refused);
  else if (plan->n_people == 0)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("It is possible for nobody who was picked, so that there is nothing to do."));
  else
    return TRUE;
  return FALSE;
}

/* Whoever the plan has as refused is passed over. */
static gboolean
carry_out (MusterWork *work, const MusterBatchPlan *plan, const MusterBatchRequest *request, GError **error)
{
  g_autoptr (GArray) picks = list_once (request->picks);
  MusterDatabase *database = muster_work_get_database (work);

  for (guint i = 0; i < picks->len; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (MusterCertificationStep) step = look_at (database, request, &g_array_index (picks, MusterBatchPick, i), muster_work_get_today (work), &problem);

      if (step == NULL && !is_refusal (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if ((step != NULL && !muster_certification_step_take (work, step, error)) || !muster_work_progress (work, (i + 1.0) / picks->len, _("Recording"), error))
        return FALSE;
    }
  return TRUE;
}

static void
describe (MusterWork *work, const MusterBatchPlan *plan, const MusterBatchRequest *request)
{
  GDate on = g_date_valid (&request->on) ? request->on : *muster_work_get_today (work);
  g_autofree char *day = muster_date_to_iso (&on);
  g_autofree char *people = g_strdup_printf ("%u", plan->n_people);
  g_autofree char *refused = g_strdup_printf ("%u", plan->n_refused);

  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "people", people);
  muster_work_add_detail (work, "left-out", refused);
  muster_work_add_detail (work, "on", day);
  muster_work_add_detail (work, "digest", plan->digest);
  /* In whose way something stands is left out, and is reinstated alone, with a reason of its own. */
  if (request->verb == MUSTER_VERB_REINSTATE)
    muster_work_add_detail (work, MUSTER_DETAIL_OPEN_ITEMS, MUSTER_DETAIL_NO_OPEN_ITEMS);
}

static gboolean
perform (MusterWork *work, MusterCertificationVerb verb, const MusterBatchRequest *request, MusterBatchPlan **output, GError **error)
{
  g_autoptr (MusterBatchPlan) plan = NULL;

  /* The operation that was asked decides who may, so that its step is the one that is done. */
  g_return_val_if_fail (request->verb == verb, FALSE);
  plan = muster_batch_plan_new (muster_work_get_database (work), request, muster_work_get_today (work), error);
  if (plan == NULL || !check_plan (plan, request, error) || muster_work_keep_snapshot (work, error) == NULL || !carry_out (work, plan, request, error))
    return FALSE;
  describe (work, plan, request);
  if (output != NULL)
    *output = g_steal_pointer (&plan);
  return TRUE;
}

#define DEFINE_OPERATION(identifier, verb)                                                                      \
  static gboolean perform_##identifier (MusterWork *work, gconstpointer input, gpointer output, GError **error) \
  {                                                                                                             \
    return perform (work, verb, input, output, error);                                                          \
  }

DEFINE_OPERATION (start_training, MUSTER_VERB_START_TRAINING)
DEFINE_OPERATION (submit, MUSTER_VERB_SUBMIT)
DEFINE_OPERATION (certify, MUSTER_VERB_CERTIFY)
DEFINE_OPERATION (deny, MUSTER_VERB_DENY)
DEFINE_OPERATION (suspend, MUSTER_VERB_SUSPEND)
DEFINE_OPERATION (reinstate, MUSTER_VERB_REINSTATE)
DEFINE_OPERATION (expire, MUSTER_VERB_EXPIRE)
DEFINE_OPERATION (withdraw, MUSTER_VERB_WITHDRAW)
DEFINE_OPERATION (inactivate, MUSTER_VERB_INACTIVATE)
DEFINE_OPERATION (return, MUSTER_VERB_RETURN)
DEFINE_OPERATION (reapply, MUSTER_VERB_REAPPLY)

#define BATCH(operation_name, function) { .name = operation_name, .perform = function, .snapshot = "batch" }

const MusterOperation *
muster_batch_operation (MusterCertificationVerb verb)
{
  static const MusterOperation operations[MUSTER_N_VERBS] = {
    [MUSTER_VERB_START_TRAINING] = BATCH ("start-training", perform_start_training),
    [MUSTER_VERB_SUBMIT] = BATCH ("submit", perform_submit),
    [MUSTER_VERB_CERTIFY] = BATCH ("certify", perform_certify),
    [MUSTER_VERB_DENY] = BATCH ("deny", perform_deny),
    [MUSTER_VERB_SUSPEND] = BATCH ("suspend", perform_suspend),
    [MUSTER_VERB_REINSTATE] = BATCH ("reinstate", perform_reinstate),
    [MUSTER_VERB_EXPIRE] = BATCH ("expire", perform_expire),
    [MUSTER_VERB_WITHDRAW] = BATCH ("withdraw", perform_withdraw),
    [MUSTER_VERB_INACTIVATE] = BATCH ("inactivate", perform_inactivate),
    [MUSTER_VERB_RETURN] = BATCH ("return", perform_return),
    [MUSTER_VERB_REAPPLY] = BATCH ("reapply", perform_reapply),
  };

  g_return_val_if_fail ((guint) verb < MUSTER_N_VERBS, NULL);
  return operations[verb].name != NULL ? &operations[verb] : NULL;
}
