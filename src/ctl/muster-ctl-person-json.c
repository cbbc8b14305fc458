/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-person-json.h"

#include "ctl/muster-ctl-reviews.h"
#include "operations/muster-cure-steps.h"
#include "store/muster-rules-table.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-account-table.h"
#include "store/muster-review-clock-query.h"
#include "store/muster-cases-table.h"

char **
muster_ctl_dup_type_codes (guint types)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      g_strv_builder_add (codes, muster_assister_type_to_code (1u << i));
  return g_strv_builder_end (codes);
}

char *
muster_ctl_dup_type_labels (guint types)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", muster_assister_type_get_label (1u << i));
  return g_string_free (labels, FALSE);
}

char **
muster_ctl_dup_reason_codes (guint reasons)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < MUSTER_N_REASONS; i++)
    if ((reasons & (1u << i)) != 0)
      g_strv_builder_add (codes, muster_reason_to_code (1u << i));
  return g_strv_builder_end (codes);
}

gboolean
muster_ctl_dup_account_name (MusterDatabase *database, gint64 id, char **name, GError **error)
{
  g_autoptr (MusterAccount) account = NULL;

  *name = NULL;
  if (id == 0)
    return TRUE;
  account = muster_account_table_load (database, id, error);
  if (account == NULL)
    return FALSE;
  *name = g_strdup (account->name);
  return TRUE;
}

gboolean
muster_ctl_json_account (JsonBuilder *json, const char *key, MusterDatabase *database, gint64 id, GError **error)
{
  g_autofree char *name = NULL;

  if (!muster_ctl_dup_account_name (database, id, &name, error))
    return FALSE;
  muster_ctl_json_text (json, key, name);
  return TRUE;
}

void
muster_ctl_json_person_code (JsonBuilder *json, const char *key, gint64 id)
{
  g_autofree char *code = muster_assister_dup_code (id);

  muster_ctl_json_text (json, key, code);
}

void
muster_ctl_json_service (JsonBuilder *json, const MusterService *service)
{
  muster_ctl_json_text (json, "method", muster_service_method_to_code (service->method));
  muster_ctl_json_text (json, "result", muster_service_result_to_code (service->result));
  muster_ctl_json_day (json, "on", &service->on);
  muster_ctl_json_day (json, "received", &service->received);
  muster_ctl_json_flag (json, "presumed", muster_service_is_presumed (service->method, service->result));
  muster_ctl_json_text (json, "tracking", service->tracking);
  muster_ctl_json_text (json, "note", service->note);
}

void
muster_ctl_json_clauses (JsonBuilder *json, GPtrArray *clause_ids)
{
  muster_ctl_json_begin_list (json, "clauses");
  for (guint i = 0; i < clause_ids->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (clause_ids, i));
  json_builder_end_array (json);
}

void
muster_ctl_json_person (JsonBuilder *json, const MusterRosterRow *row, gboolean reveals)
{
  g_auto (GStrv) types = muster_ctl_dup_type_codes (row->standing.types);
  g_auto (GStrv) reasons = muster_ctl_dup_reason_codes (row->standing.reasons);
  GDate through;

  muster_ctl_json_person_code (json, "id", row->id);
  muster_ctl_json_text (json, "name", row->name);
  muster_ctl_json_texts (json, "types", (const char *const *) types);
  muster_ctl_json_text (json, "agency", row->agency);
  muster_ctl_json_text (json, "npn", row->npn);
  if (reveals || row->assister_id == NULL)
    muster_ctl_json_text (json, "assister_id", row->assister_id);
  muster_ctl_json_text (json, "email", row->email);
  muster_ctl_json_text (json, "status", muster_certification_state_to_code (row->standing.overall));
  muster_ctl_json_flag (json, "may_assist", row->standing.may_assist);
  muster_ctl_json_texts (json, "reasons", (const char *const *) reasons);
  muster_day_to_date (row->standing.may_assist ? row->facts.through : 0, &through);
  muster_ctl_json_day (json, "through", &through);
}

void
muster_ctl_json_event (JsonBuilder *json, const MusterCertificationEvent *event)
{
  muster_ctl_json_text (json, "type", muster_assister_type_to_code (event->type));
  muster_ctl_json_text (json, "from", muster_certification_state_to_code (event->from));
  muster_ctl_json_text (json, "to", muster_certification_state_to_code (event->to));
  muster_ctl_json_day (json, "effective", &event->effective);
  muster_ctl_json_time (json, "recorded", event->recorded);
  muster_ctl_json_text (json, "authority", muster_authority_to_code (event->authority));
  muster_ctl_json_text (json, "reason", event->reason);
  muster_ctl_json_flag (json, "superseded", event->superseded_by != 0);
  muster_ctl_json_flag (json, "called_off", event->called_off != 0);
  muster_ctl_json_flag (json, "under_investigation", event->under_investigation);
}

static gboolean
fill_actions (JsonBuilder *json, MusterDatabase *database, GArray *action_ids, GError **error)
{
  muster_ctl_json_begin_list (json, "actions");
  for (guint i = 0; i < action_ids->len; i++)
    {
      g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, g_array_index (action_ids, gint64, i), error);

      if (action == NULL)
        return FALSE;
      json_builder_add_string_value (json, action->number);
    }
  json_builder_end_array (json);
  return TRUE;
}

gboolean
muster_ctl_dup_decision_number (MusterDatabase *database, gint64 id, char **number, GError **error)
{
  g_autoptr (MusterDecision) decision = id != 0 ? muster_decision_table_load (database, id, error) : NULL;

  *number = decision != NULL ? g_strdup (decision->number) : NULL;
  return id == 0 || decision != NULL;
}

static gboolean
fill_decision_number (JsonBuilder *json, const char *key, MusterDatabase *database, gint64 id, GError **error)
{
  g_autofree char *number = NULL;

  if (!muster_ctl_dup_decision_number (database, id, &number, error))
    return FALSE;
  muster_ctl_json_text (json, key, number);
  return TRUE;
}

gboolean
muster_ctl_json_coming (JsonBuilder *json, MusterDatabase *database, GPtrArray *changes, GError **error)
{
  muster_ctl_json_begin_list (json, "coming");
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterComingChange *change = changes->pdata[i];
      g_auto (GStrv) types = muster_ctl_dup_type_codes (change->types);

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "to", muster_certification_state_to_code (change->to));
      muster_ctl_json_day (json, "on", &change->on);
      muster_ctl_json_texts (json, "types", (const char *const *) types);
      muster_ctl_json_text (json, "decision", change->number);
      if (!muster_ctl_json_account (json, "decided_by", database, change->decider_id, error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static gboolean
fill_remarks (JsonBuilder *json, MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  g_autofree char *ties = NULL;

  if (!muster_account_table_dup_ties (database, decision, decision->decider, &ties, error))
    return FALSE;
  muster_ctl_json_begin_list (json, "remarks");
  if (ties != NULL)
    json_builder_add_string_value (json, ties);
  json_builder_end_array (json);
  return TRUE;
}

static void
json_days (JsonBuilder *json, MusterDatabase *database, const MusterDecision *decision)
{
  g_autoptr (GPtrArray) days = muster_decision_days_list (database, decision);

  muster_ctl_json_begin_list (json, "deadlines");
  for (guint i = 0; i < days->len; i++)
    {
      const MusterCountedDay *day = days->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "key", muster_decision_day_get_key (day->day));
      muster_ctl_json_day (json, "last", &day->last);
      muster_ctl_json_day (json, "held_off_since", &day->held_off);
      muster_ctl_json_number (json, "days_held_off", day->tolled);
      muster_ctl_json_text (json, "counted", day->text);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

gboolean
muster_ctl_json_review_clock (JsonBuilder *json, MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  MusterReviewClock clock;
  GDate unset;

  g_date_clear (&unset, 1);
  if (!muster_review_clock_concerns (decision))
    {
      muster_ctl_json_day (json, "review_until", &decision->review_until);
      muster_ctl_json_day (json, "review_ends", &unset);
      muster_ctl_json_text (json, "review_clock", NULL);
      muster_ctl_json_day (json, "notice_received", &unset);
      muster_ctl_json_flag (json, "notice_presumed", FALSE);
      return TRUE;
    }
  if (!muster_review_clock_load (database, decision, &clock, NULL, error))
    return FALSE;
  muster_ctl_json_day (json, "review_until", g_date_valid (&clock.last) ? &clock.last : &decision->review_until);
  muster_ctl_json_day (json, "review_ends", &clock.last);
  muster_ctl_json_text (json, "review_clock", muster_review_clock_state_to_code (clock.state));
  muster_ctl_json_day (json, "notice_received", &clock.received);
  muster_ctl_json_flag (json, "notice_presumed", clock.presumed);
  return TRUE;
}

static gboolean
json_cure (JsonBuilder *json, MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  g_autofree char *text = NULL, *immediate = NULL;
  GDate last;

  if (!muster_cure_steps_load (database, decision, &last, &text, &immediate, error))
    return FALSE;
  muster_ctl_json_day (json, "cure_ends", &last);
  muster_ctl_json_text (json, "cure_counted", text);
  muster_ctl_json_text (json, "immediate", immediate);
  return TRUE;
}

gboolean
muster_ctl_json_decision (JsonBuilder *json, MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  g_auto (GStrv) types = muster_ctl_dup_type_codes (decision->types);
  GDate today, again;

  g_date_set_time_t (&today, time (NULL));
  muster_decision_days_find_reapplying (database, decision, &today, &again, NULL);
  muster_ctl_json_text (json, "decision", decision->number);
  muster_ctl_json_text (json, "kind", muster_decision_kind_to_code (decision->kind));
  muster_ctl_json_text (json, "state", muster_decision_state_to_code (decision->state));
  muster_ctl_json_person_code (json, "person", decision->assister_id);
  muster_ctl_json_texts (json, "types", (const char *const *) types);
  muster_ctl_json_text (json, "authority", muster_authority_to_code (decision->authority));
  muster_ctl_json_clauses (json, decision->clause_ids);
  muster_ctl_json_text (json, "clause_version", decision->clause_version);
  muster_ctl_json_text (json, "reason", decision->reason);
  muster_ctl_json_day (json, "proposed_effective", &decision->proposed_effective);
  muster_ctl_json_day (json, "effective", &decision->effective);
  if (!json_cure (json, database, decision, error) || !muster_ctl_json_review_clock (json, database, decision, error))
    return FALSE;
  muster_ctl_json_day (json, "reapply_from", &again);
  json_days (json, database, decision);
  muster_ctl_json_text (json, "rule_pack", decision->rule_pack);
  muster_ctl_json_time (json, "proposed_at", decision->proposed_at);
  muster_ctl_json_time (json, "decided_at", decision->decided_at);
  muster_ctl_json_text (json, "decision_reason", decision->decision_reason);
  muster_ctl_json_flag (json, "emergency", decision->emergency);
  if (!fill_actions (json, database, decision->action_ids, error) || !fill_decision_number (json, "calls_off", database, decision->calls_off, error) ||
      !fill_decision_number (json, "called_off_by", database, decision->called_off_by, error) ||
      !muster_ctl_json_review_of (json, database, decision->id, error))
    return FALSE;
  return fill_remarks (json, database, decision, error) && muster_ctl_json_account (json, "proposed_by", database, decision->proposer, error) &&
         muster_ctl_json_account (json, "decided_by", database, decision->decider, error);
}

void
muster_ctl_json_entries (JsonBuilder *json, const char *key, GPtrArray *entries)
{
  muster_ctl_json_begin_list (json, key);
  for (guint i = 0; i < entries->len; i++)
    {
      const MusterJournalEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (json);
      muster_ctl_json_number (json, "entry", entry->sequence);
      muster_ctl_json_time (json, "time", entry->time);
      muster_ctl_json_text (json, "account", entry->account);
      muster_ctl_json_text (json, "account_name", entry->account_name);
      muster_ctl_json_text (json, "role", entry->role);
      muster_ctl_json_text (json, "operation", entry->operation);
      muster_ctl_json_text (json, "subject", entry->subject);
      muster_ctl_json_text (json, "reason", entry->reason);
      muster_ctl_json_text (json, "detail", entry->detail);
      muster_ctl_json_number (json, "changes", entry->n_changes);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}
