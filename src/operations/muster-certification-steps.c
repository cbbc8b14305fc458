/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-certification-steps.h"

#include "domain/muster-reapplying.h"
#include "operations/muster-revoked-elsewhere.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"
#include "store/muster-review-table.h"
#include "store/muster-rules-table.h"

static MusterCertificationEvent *
make_event (MusterWork *work, const MusterCertificationEvent *planned, const MusterStepContext *context)
{
  MusterCertificationEvent *event = muster_certification_event_copy (planned);

  event->assister_id = context->assister_id;
  event->recorded = muster_work_get_time (work);
  event->account_id = muster_work_get_account (work)->id;
  event->decision_id = context->decision_id;
  event->action_id = context->action_id;
  event->under_investigation |= context->under_investigation;
  g_set_str (&event->reason, context->reason);
  return event;
}

static gboolean
add_event (MusterWork *work, GPtrArray *events, const MusterCertificationEvent *planned, const MusterStepContext *context, GError **error)
{
  g_autoptr (MusterCertificationEvent) event = make_event (work, planned, context);

  if (!muster_people_table_add_event (muster_work_get_database (work), event, error))
    return FALSE;
  g_ptr_array_add (events, g_steal_pointer (&event));
  return TRUE;
}

/* A stage that was learned of too late gives way to the same stage at its true day. */
static gint64
find_successor (GPtrArray *events, guint first_new, MusterCertificationState to)
{
  const MusterCertificationEvent *last = events->pdata[events->len - 1];

  for (guint i = first_new; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];

      if (event->to == to)
        return event->id;
    }
  return last->id;
}

static gboolean
supersede (MusterWork *work, GPtrArray *events, guint first_new, gint64 event_id, GError **error)
{
  for (guint i = 0; i < first_new; i++)
    {
      MusterCertificationEvent *event = events->pdata[i];

      if (event->id != event_id)
        continue;
      event->superseded_by = find_successor (events, first_new, event->to);
      return muster_people_table_supersede_event (muster_work_get_database (work), event_id, event->superseded_by, error);
    }
  return TRUE;
}

static gboolean
carry_out (MusterWork *work, GPtrArray *events, GPtrArray *planned, GArray *superseded, const MusterStepContext *context, GError **error)
{
  guint first_new = events->len;

  for (guint i = 0; i < planned->len; i++)
    if (!add_event (work, events, planned->pdata[i], context, error))
      return FALSE;
  for (guint i = 0; i < superseded->len; i++)
    if (!supersede (work, events, first_new, g_array_index (superseded, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* The step of @decided that @ahead gives way to; %NULL if none does. */
static const MusterCertificationEvent *
find_sooner (GPtrArray *decided, const MusterCertificationEvent *ahead, gint64 decision_id)
{
  for (guint i = 0; i < decided->len; i++)
    {
      const MusterCertificationEvent *event = decided->pdata[i];

      if (event->decision_id == decision_id && event->id != ahead->id && event->type == ahead->type && muster_certification_gives_way (ahead, event->to, &event->effective))
        return event;
    }
  return NULL;
}

gboolean
muster_certification_steps_give_way (MusterWork *work, GPtrArray *events, const MusterStepContext *context, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (GPtrArray) all = muster_people_table_list_events (database, context->assister_id, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const MusterCertificationEvent *ahead = all->pdata[i];
      const MusterCertificationEvent *sooner = ahead->decision_id != context->decision_id ? find_sooner (events, ahead, context->decision_id) : NULL;

      if (sooner != NULL && !muster_people_table_supersede_event (database, ahead->id, sooner->id, error))
        return FALSE;
    }
  return all != NULL;
}

/* By the rules of the day from which they are to apply. */
static gboolean
check_waiting (MusterDatabase *database, GPtrArray *events, GPtrArray *planned, const MusterStepContext *context, GError **error)
{
  const MusterReviewFilter all = { 0 };
  g_autoptr (MusterRulePack) pack = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  gboolean is_of_revoked = FALSE;

  for (guint i = 0; i < planned->len; i++)
    is_of_revoked |= ((const MusterCertificationEvent *) planned->pdata[i])->from == MUSTER_STATE_REVOKED;
  if (!is_of_revoked)
    return TRUE;
  pack = muster_rules_table_load (database, &context->on, G_MAXINT64, error);
  reviews = pack != NULL ? muster_review_table_list (database, &all, error) : NULL;
  return reviews != NULL && muster_reapplying_check (events, planned, reviews, pack, error);
}

gboolean
muster_certification_steps_correct (MusterWork *work, GPtrArray *events, MusterAssisterType type, const MusterStepContext *context, GError **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;

  return muster_certification_plan_correction (events, type, &context->on, &planned, &superseded, error) &&
         check_waiting (muster_work_get_database (work), events, planned, context, error) && carry_out (work, events, planned, superseded, context, error);
}

gboolean
muster_certification_steps_plan (MusterDatabase *database, GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb, const MusterStepContext *context,
                                 GPtrArray **planned, GArray **superseded, GError **error)
{
  gboolean restricted;
  if (!muster_certification_plan (events, type, verb, context->authority, &context->on, planned, superseded, error) || !check_waiting (database, events, *planned, context, error))
    return FALSE;
  if (!context->despite_revocation && muster_reapplying_begins (events, type, verb) && !muster_revoked_elsewhere_check (database, events, type, &context->on, error))
    return FALSE;
  if (!muster_action_table_is_restricted (database, context->assister_id, &restricted, error))
    return FALSE;
  muster_certification_settle_restriction (*planned, restricted);
  return TRUE;
}

gboolean
muster_certification_steps_take (MusterWork *work, GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb,
                                 const MusterStepContext *context, GError **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;

  return muster_certification_steps_plan (muster_work_get_database (work), events, type, verb, context, &planned, &superseded, error) &&
         carry_out (work, events, planned, superseded, context, error);
}

gboolean
muster_certification_steps_plan_first (MusterWork *work, guint types, MusterCertificationVerb verb, const MusterStepContext *context, GPtrArray *events, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) planned = NULL;
      g_autoptr (GArray) superseded = NULL;

      if ((types & (1u << i)) == 0)
        continue;
      if (!muster_certification_plan (none, 1u << i, verb, context->authority, &context->on, &planned, &superseded, error))
        return FALSE;
      for (guint j = 0; j < planned->len; j++)
        g_ptr_array_add (events, make_event (work, planned->pdata[j], context));
    }
  return TRUE;
}

gboolean
muster_certification_steps_take_all (MusterWork *work, GPtrArray *events, guint types, MusterCertificationVerb verb,
                                     const MusterStepContext *context, GError **error)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0 && !muster_certification_steps_take (work, events, 1u << i, verb, context, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_active (MusterDatabase *database, gint64 assister_id, gboolean active, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (database, assister_id, error);

  if (person == NULL)
    return FALSE;
  if (person->active == active)
    return TRUE;
  person->active = active;
  return muster_people_table_save (database, person, error);
}

gboolean
muster_certification_steps_leave (MusterWork *work, gint64 assister_id, const GDate *on, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, assister_id, error);
  const MusterAffiliation *newest = affiliations != NULL && affiliations->len > 0 ? affiliations->pdata[0] : NULL;
  GDate through = *on;

  if (affiliations == NULL || !set_active (database, assister_id, FALSE, error))
    return FALSE;
  if (newest == NULL)
    return TRUE;
  /* The day before is the last one with the agency, if there was one. */
  g_date_subtract_days (&through, 1);
  if (g_date_compare (&through, &newest->from) < 0)
    through = newest->from;
  return muster_people_table_end_affiliation (database, assister_id, &through, error);
}

gboolean
muster_certification_steps_come_back (MusterWork *work, gint64 assister_id, const GDate *on, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, assister_id, error);
  const MusterAffiliation *newest = affiliations != NULL && affiliations->len > 0 ? affiliations->pdata[0] : NULL;

  if (affiliations == NULL || !set_active (database, assister_id, TRUE, error))
    return FALSE;
  if (newest == NULL || !g_date_valid (&newest->through))
    return TRUE;
  return muster_people_table_affiliate (database, assister_id, newest->agency_id, on, NULL, error);
}

char *
muster_certification_steps_dup_types (guint types)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", muster_assister_type_to_code (1u << i));
  return g_string_free_and_steal (list);
}
