/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-action-text.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-citation.h"
#include "ctl/muster-ctl-case-history.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-follow-up-rule.h"
#include "operations/muster-late-steps.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-letter-table.h"

static gboolean
is_overdue (const MusterCorrectiveAction *action)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return muster_corrective_action_is_overdue (action, &today);
}

static gboolean
fill_step (JsonBuilder *json, MusterDatabase *database, const MusterActionStep *step, GError **error)
{
  json_builder_begin_object (json);
  muster_ctl_json_number (json, "step", step->position);
  muster_ctl_json_text (json, "what", step->what);
  muster_ctl_json_text (json, "owner", step->owner);
  muster_ctl_json_day (json, "due", &step->due);
  muster_ctl_json_day (json, "done", &step->done_on);
  muster_ctl_json_text (json, "note", step->done_note);
  muster_ctl_json_day (json, "verified", &step->verified_on);
  if (!muster_ctl_json_account (json, "done_by", database, step->done_account, error) || !muster_ctl_json_account (json, "verified_by", database, step->verified_account, error))
    return FALSE;
  json_builder_end_object (json);
  return TRUE;
}

static gboolean
fill_extension (JsonBuilder *json, MusterDatabase *database, const MusterFollowUp *extension, GError **error)
{
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "state", extension->state == MUSTER_FOLLOW_UP_PENDING ? "asked" : muster_follow_up_state_to_code (extension->state));
  muster_ctl_json_day (json, "until", &extension->due);
  muster_ctl_json_text (json, "reason", extension->text);
  muster_ctl_json_day (json, "asked", &extension->on);
  muster_ctl_json_day (json, "on", &extension->settled_on);
  muster_ctl_json_text (json, "note", extension->note);
  if (!muster_ctl_json_account (json, "asked_by", database, extension->account_id, error) || !muster_ctl_json_account (json, "by", database, extension->settled_account, error))
    return FALSE;
  json_builder_end_object (json);
  return TRUE;
}

static gboolean
fill_response (JsonBuilder *json, MusterDatabase *database, const MusterFollowUp *response, GError **error)
{
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "state", muster_follow_up_state_to_code (response->state));
  muster_ctl_json_text (json, "text", response->text);
  muster_ctl_json_day (json, "on", &response->on);
  if (!muster_ctl_json_account (json, "recorded_by", database, response->account_id, error))
    return FALSE;
  json_builder_end_object (json);
  return TRUE;
}

static gboolean
fill_services (JsonBuilder *json, MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  g_autoptr (GPtrArray) services = muster_letter_table_list_services_of_action (database, action->id, error);

  if (services == NULL)
    return FALSE;
  muster_ctl_json_begin_list (json, "service");
  for (guint i = 0; i < services->len; i++)
    {
      json_builder_begin_object (json);
      muster_ctl_json_service (json, services->pdata[i]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static gboolean
fill_check (JsonBuilder *json, MusterDatabase *database, const MusterFollowUp *check, GError **error)
{
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "state", check->state == MUSTER_FOLLOW_UP_PENDING ? "planned" : muster_follow_up_state_to_code (check->state));
  muster_ctl_json_text (json, "criterion", check->text);
  muster_ctl_json_day (json, "planned", &check->on);
  muster_ctl_json_day (json, "due", &check->due);
  muster_ctl_json_day (json, "on", &check->settled_on);
  muster_ctl_json_text (json, "note", check->note);
  if (!muster_ctl_json_account (json, "planned_by", database, check->account_id, error) || !muster_ctl_json_account (json, "by", database, check->settled_account, error))
    return FALSE;
  json_builder_end_object (json);
  return TRUE;
}

typedef gboolean (*FillFollowUp) (JsonBuilder *json, MusterDatabase *database, const MusterFollowUp *follow_up, GError **error);

static gboolean
fill_kind (JsonBuilder *json, const char *key, MusterDatabase *database, const MusterCorrectiveAction *action, MusterFollowUpKind kind, FillFollowUp fill, GError **error)
{
  muster_ctl_json_begin_list (json, key);
  for (guint i = 0; i < action->follow_ups->len; i++)
    {
      const MusterFollowUp *follow_up = action->follow_ups->pdata[i];

      if (follow_up->kind == kind && !fill (json, database, follow_up, error))
        return FALSE;
    }
  json_builder_end_array (json);
  return TRUE;
}

/* "check" is how far the newest is. */
static gboolean
fill_follow_ups (JsonBuilder *json, MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  const MusterFollowUp *newest = muster_follow_up_find_newest (action, MUSTER_FOLLOW_UP_CHECK);

  muster_ctl_json_text (json, "check", newest == NULL ? NULL : newest->state == MUSTER_FOLLOW_UP_PENDING ? "planned"
                                                                                                         : muster_follow_up_state_to_code (newest->state));
  return fill_kind (json, "checks", database, action, MUSTER_FOLLOW_UP_CHECK, fill_check, error) &&
         fill_kind (json, "extensions", database, action, MUSTER_FOLLOW_UP_EXTENSION, fill_extension, error) &&
         fill_kind (json, "responses", database, action, MUSTER_FOLLOW_UP_RESPONSE, fill_response, error) && fill_services (json, database, action, error);
}

gboolean
muster_ctl_json_action (JsonBuilder *json, MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  g_autoptr (MusterIncident) incident = action->incident_id != 0 ? muster_incident_table_load (database, action->incident_id, error) : NULL;
  g_autofree char *late = NULL;

  if (action->incident_id != 0 && incident == NULL)
    return FALSE;
  muster_ctl_json_text (json, "action", action->number);
  muster_ctl_json_text (json, "incident", incident != NULL ? incident->number : NULL);
  muster_ctl_json_person_code (json, "person", action->assister_id);
  muster_ctl_json_text (json, "state", muster_action_state_to_code (action->state));
  muster_ctl_json_text (json, "severity", muster_severity_to_code (action->severity));
  muster_ctl_json_clauses (json, action->clause_ids);
  muster_ctl_json_text (json, "clause_version", action->clause_version);
  muster_ctl_json_text (json, "finding", action->finding);
  muster_ctl_json_text (json, "cause", action->cause);
  muster_ctl_json_text (json, "restriction", muster_restriction_to_code (action->restriction));
  muster_ctl_json_text (json, "limits", action->restriction_text);
  muster_ctl_json_day (json, "opened", &action->opened);
  muster_ctl_json_day (json, "due", &action->due);
  muster_ctl_json_text (json, "due_reason", action->due_reason);
  muster_ctl_json_flag (json, "overdue", is_overdue (action));
  muster_ctl_json_text (json, "rule_pack", action->rule_pack);
  muster_ctl_json_day (json, "closed", &action->closed);
  muster_ctl_json_text (json, "outcome", action->outcome != MUSTER_OUTCOME_NONE ? muster_outcome_to_code (action->outcome) : NULL);
  muster_ctl_json_text (json, "note", action->closing_note);
  if (action->state != MUSTER_ACTION_OPEN && !muster_journal_query_dup_detail (database, "close-action", action->number, MUSTER_LATE_REASON, &late, error))
    return FALSE;
  muster_ctl_json_text (json, "late_reason", late);
  muster_ctl_json_begin_list (json, "steps");
  for (guint i = 0; i < action->steps->len; i++)
    if (!fill_step (json, database, g_ptr_array_index (action->steps, i), error))
      return FALSE;
  json_builder_end_array (json);
  if (!fill_follow_ups (json, database, action, error))
    return FALSE;
  return muster_ctl_json_account (json, "opened_by", database, action->opened_account, error) && muster_ctl_json_account (json, "closed_by", database, action->closed_account, error);
}

static void
print_steps (const MusterCorrectiveAction *action)
{
  const char *headers[] = { _("Step"), _("What"), _("Owner"), _("Due"), _("Done"), _("Verified") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < action->steps->len; i++)
    {
      const MusterActionStep *step = g_ptr_array_index (action->steps, i);
      g_autofree char *number = g_strdup_printf ("%d", step->position);
      g_autofree char *due = muster_date_to_iso (&step->due);
      g_autofree char *done = muster_date_to_iso (&step->done_on);
      g_autofree char *verified = muster_date_to_iso (&step->verified_on);

      muster_ctl_table_add (table, (const char *[]) { number, step->what, step->owner, due, done, verified });
    }
  muster_ctl_table_print (table);
}

static void
print_follow_ups (const MusterCorrectiveAction *action)
{
  const char *headers[] = { _("What follows"), _("On"), _("State"), _("Due"), _("What it says"), _("Settled"), _("Note") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < action->follow_ups->len; i++)
    {
      const MusterFollowUp *follow_up = action->follow_ups->pdata[i];
      g_autofree char *on = muster_date_to_iso (&follow_up->on), *due = muster_date_to_iso (&follow_up->due), *settled = muster_date_to_iso (&follow_up->settled_on);

      muster_ctl_table_add (table, (const char *[]) { muster_follow_up_kind_get_label (follow_up->kind), on, muster_follow_up_get_label (follow_up->kind, follow_up->state), due,
                                                      follow_up->text, settled, follow_up->note });
    }
  if (action->follow_ups->len > 0)
    muster_ctl_table_print (table);
}

static const char *
get_state_label (const MusterCorrectiveAction *action)
{
  if (action->state == MUSTER_ACTION_CLOSED)
    return muster_outcome_get_label (action->outcome);
  return is_overdue (action) ? _("Overdue") : muster_action_state_get_label (action->state);
}

static void
print_text (MusterDatabase *database, const MusterCorrectiveAction *action, const char *const *remarks)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *person = muster_ctl_person_dup_label (database, action->assister_id);
  g_autofree char *due = muster_date_to_iso (&action->due);
  g_autofree char *clauses = NULL, *late = NULL;

  g_ptr_array_add (action->clause_ids, NULL);
  clauses = g_strjoinv (", ", (char **) action->clause_ids->pdata);
  g_ptr_array_set_size (action->clause_ids, action->clause_ids->len - 1);
  muster_ctl_table_add_field (table, _("Action"), action->number);
  muster_ctl_table_add_field (table, _("Person"), person);
  muster_ctl_table_add_field (table, _("State"), get_state_label (action));
  muster_ctl_table_add_field (table, _("Severity"), muster_severity_get_label (action->severity));
  muster_ctl_table_add_field (table, _("Clauses"), clauses);
  muster_ctl_table_add_field (table, _("Restriction"), muster_restriction_get_label (action->restriction));
  muster_ctl_table_add_field (table, _("Limits"), action->restriction_text);
  muster_ctl_table_add_field (table, _("Due"), due);
  muster_ctl_table_add_field (table, _("Why later"), action->due_reason);
  muster_ctl_table_add_field (table, _("Finding"), action->finding);
  muster_ctl_table_add_field (table, _("Cause"), action->cause);
  muster_ctl_table_add_field (table, _("Note"), action->closing_note);
  muster_journal_query_dup_detail (database, "close-action", action->number, MUSTER_LATE_REASON, &late, NULL);
  muster_ctl_table_add_field (table, _("CLOSED LATE"), late);
  for (guint i = 0; remarks[i] != NULL; i++)
    muster_ctl_table_add_field (table, _("REMARK"), remarks[i]);
  muster_ctl_table_print (table);
  print_steps (action);
  print_follow_ups (action);
}

int
muster_ctl_print_action (MusterCtl *ctl, gint64 id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterCorrectiveAction) action = database != NULL ? muster_action_table_load (database, id, error) : NULL;
  g_auto (GStrv) remarks = action != NULL ? muster_account_table_list_action_ties (database, action, error) : NULL;

  if (remarks == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      if (!muster_ctl_json_action (json, database, action, error) || !muster_ctl_json_case_history (json, database, action, error))
        return -1;
      muster_ctl_json_begin_list (json, "remarks");
      for (guint i = 0; remarks[i] != NULL; i++)
        json_builder_add_string_value (json, remarks[i]);
      json_builder_end_array (json);
      if (!muster_ctl_json_citation (json, database, action->number, action->clause_ids, action->clause_version, &action->opened, error))
        return -1;
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  print_text (database, action, (const char *const *) remarks);
  return muster_ctl_print_citation (database, action->number, action->clause_ids, action->clause_version, &action->opened, error) && muster_ctl_print_case_history (database, action, error) ? MUSTER_EXIT_DONE : -1;
}

gint64
muster_ctl_find_action (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  return database != NULL ? muster_action_table_find (database, muster_ctl_get_argument (ctl, 0), error) : 0;
}
