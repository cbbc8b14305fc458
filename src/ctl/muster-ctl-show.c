/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-exit.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-cases.h"
#include "ctl/muster-ctl-incident.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-action-text.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-reconcile.h"
#include "ctl/muster-ctl-reviews.h"
#include "ctl/muster-ctl-session.h"
#include "ctl/muster-ctl-show.h"
#include "documents/muster-data.h"
#include "domain/muster-date.h"
#include "domain/muster-letter-language.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"
#include "store/muster-reconciliation-table.h"

static const MusterCtlOption show_options[] = {
  { "as-of", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("As it was, or will be if nothing is recorded, on this day") },
  { "known-on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("By what had been recorded through this day") },
  { "reveal", MUSTER_CTL_FLAG, FALSE, NULL, N_("Show Assister IDs, which are masked otherwise; the journal records that you looked") },
  { NULL },
};

static void
person_file_clear (MusterCtlPersonFile *file)
{
  g_clear_pointer (&file->person, muster_assister_free);
  g_clear_pointer (&file->row, muster_roster_row_free);
  g_clear_pointer (&file->relied_on, g_array_unref);
  g_clear_pointer (&file->events, g_ptr_array_unref);
  g_clear_pointer (&file->coming, g_ptr_array_unref);
  g_clear_pointer (&file->actions, g_ptr_array_unref);
  g_clear_pointer (&file->incidents, g_ptr_array_unref);
  g_clear_pointer (&file->decisions, g_ptr_array_unref);
  g_clear_pointer (&file->tasks, g_ptr_array_unref);
  g_clear_pointer (&file->history, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterCtlPersonFile, person_file_clear)

/* The history is the journal's: for those who may read that. */
static gboolean
may_read_history (MusterCtl *ctl)
{
  return muster_store_may (ctl->store, "checkpoint");
}

static gboolean
load_history (MusterCtl *ctl, MusterDatabase *database, MusterCtlPersonFile *file, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (file->person->id);
  MusterJournalFilter filter = { .subject = code };

  if (!may_read_history (ctl))
    file->history = g_ptr_array_new ();
  else
    file->history = muster_journal_query_list (database, &filter, error);
  return file->history != NULL;
}

static gboolean
load_file (MusterCtl *ctl, gint64 id, MusterCtlPersonFile *file, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  MusterActionFilter action_filter = { .assister_id = id };
  MusterIncidentFilter incident_filter = { .assister_id = id };
  MusterDecisionFilter decision_filter = { .assister_id = id };
  MusterTaskFilter task_filter = { .assister_id = id, .only_open = TRUE };

  if (database == NULL)
    return FALSE;
  file->person = muster_people_table_load (database, id, error);
  file->row = file->person != NULL ? muster_ctl_person_load_row (database, id, &file->as_of, &file->known_on, error) : NULL;
  file->events = file->row != NULL ? muster_people_table_list_events_known (database, id, &file->known_on, error) : NULL;
  file->coming = file->events != NULL ? muster_coming_query_list (database, id, &file->as_of, &file->known_on, error) : NULL;
  file->actions = file->coming != NULL ? muster_action_table_list (database, &action_filter, error) : NULL;
  file->incidents = file->actions != NULL ? muster_incident_table_list (database, &incident_filter, error) : NULL;
  file->decisions = file->incidents != NULL ? muster_decision_table_list (database, &decision_filter, error) : NULL;
  file->tasks = file->decisions != NULL ? muster_reconciliation_table_list_tasks (database, &task_filter, error) : NULL;
  return file->tasks != NULL && load_history (ctl, database, file, error) && (file->is_today || muster_ctl_show_day_narrow (file, database, error));
}

static void
fill_particulars (JsonBuilder *json, const MusterAssister *person)
{
  muster_ctl_json_text (json, "given_name", person->given_name);
  muster_ctl_json_text (json, "middle_name", person->middle_name);
  muster_ctl_json_text (json, "family_name", person->family_name);
  muster_ctl_json_text (json, "suffix", person->suffix);
  muster_ctl_json_text (json, "phone", person->phone);
  muster_ctl_json_text (json, "training_id", person->training_id);
  muster_ctl_json_text (json, "admin_id", person->admin_id);
  muster_ctl_json_text (json, "licence_number", person->licence_number);
  muster_ctl_json_text (json, "county", person->county);
  muster_ctl_json_text (json, "languages", person->languages);
  muster_ctl_json_text (json, "letter_language", person->letter_language);
  muster_ctl_json_flag (json, "active", person->active);
}

static gboolean
fill_cases (JsonBuilder *json, MusterDatabase *database, const MusterCtlPersonFile *file, GError **error)
{
  muster_ctl_json_begin_list (json, "actions");
  for (guint i = 0; i < file->actions->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_action (json, database, g_ptr_array_index (file->actions, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_begin_list (json, "decisions");
  for (guint i = 0; i < file->decisions->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_decision (json, database, g_ptr_array_index (file->decisions, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_begin_list (json, "tasks");
  for (guint i = 0; i < file->tasks->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_task (json, database, g_ptr_array_index (file->tasks, i), error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static gboolean
print_file_json (MusterCtl *ctl, const MusterCtlPersonFile *file, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  if (database == NULL)
    return FALSE;
  muster_ctl_json_person (json, file->row, TRUE);
  muster_ctl_json_day (json, "as_of", &file->as_of);
  muster_ctl_json_day (json, "known_on", &file->known_on);
  fill_particulars (json, file->person);
  muster_ctl_json_begin_list (json, "certifications");
  for (guint i = 0; i < file->events->len; i++)
    {
      json_builder_begin_object (json);
      muster_ctl_json_event (json, g_ptr_array_index (file->events, i));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  if (!muster_ctl_json_coming (json, database, file->coming, error) || !fill_cases (json, database, file, error) || !muster_ctl_json_evidence (json, database, file->person->id, file->relied_on, error) ||
      !muster_ctl_exit_json (ctl, json, file->person->id, error) || !muster_ctl_json_provenance (json, database, file->person->id, error) || !muster_ctl_json_incidents (json, database, file->incidents, error))
    return FALSE;
  muster_ctl_json_entries (json, "history", file->history);
  muster_ctl_json_flag (json, "history_omitted", !may_read_history (ctl));
  muster_ctl_json_print (json);
  return TRUE;
}

/* A role that was revoked is told beside what the others allow, too. */
static void
print_revoked_beside (const MusterStandingFacts *facts)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (facts->states[i] == MUSTER_STATE_REVOKED || (facts->left_revoked & (1u << i)) != 0)
      {
        muster_ctl_print ("  ");
        /* Translators: a role */
        muster_ctl_print (_("%s: the certification was revoked."), muster_assister_type_get_label (1u << i));
        muster_ctl_print (" %s\n", muster_reason_get_cure (MUSTER_REASON_REVOKED));
      }
}

static void
print_reasons (const MusterStanding *standing)
{
  for (guint i = 0; i < MUSTER_N_REASONS; i++)
    if ((standing->reasons & (1u << i)) != 0)
      muster_ctl_print ("  %s %s\n", muster_reason_get_text (1u << i), muster_reason_get_cure (1u << i));
}

static void
print_particulars (MusterCtl *ctl, const MusterCtlPersonFile *file)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *code = muster_assister_dup_code (file->person->id);
  g_autofree char *types = muster_ctl_dup_type_labels (file->row->standing.types);

  muster_ctl_table_add_field (table, _("Id"), code);
  muster_ctl_table_add_field (table, _("Roles"), types);
  muster_ctl_table_add_field (table, _("Agency"), file->row->agency);
  muster_ctl_table_add_field (table, _("Status"), muster_certification_state_get_label (file->row->standing.overall));
  muster_ctl_table_add_field (table, _("NPN"), file->person->npn);
  muster_ctl_table_add_field (table, _("Assister ID"), muster_ctl_person_mask (ctl, file->person->assister_id));
  muster_ctl_table_add_field (table, _("Training ID"), file->person->training_id);
  muster_ctl_table_add_field (table, _("Admin ID"), file->person->admin_id);
  muster_ctl_table_add_field (table, _("License number"), file->person->licence_number);
  muster_ctl_table_add_field (table, _("E-mail"), file->person->email);
  muster_ctl_table_add_field (table, _("Phone"), file->person->phone);
  muster_ctl_table_add_field (table, _("County"), file->person->county);
  muster_ctl_table_add_field (table, _("Languages"), file->person->languages);
  if (file->person->letter_language != NULL)
    muster_ctl_table_add_field (table, _("Language of letters"), muster_letter_language_get_label (file->person->letter_language));
  muster_ctl_table_print (table);
}

static char *
dup_state (const MusterCertificationEvent *event)
{
  const char *label = muster_certification_state_get_label (event->to);

  /* Translators: a state of the certification, “Withdrawn” */
  return event->under_investigation ? g_strdup_printf (_("%s, while under investigation"), label) : g_strdup (label);
}

static void
print_timeline (const MusterCtlPersonFile *file)
{
  const char *headers[] = { _("Effective"), _("Role"), _("State"), _("Authority"), _("Reason") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < file->events->len; i++)
    {
      const MusterCertificationEvent *event = g_ptr_array_index (file->events, i);
      g_autofree char *day = muster_date_to_iso (&event->effective);
      g_autofree char *state = dup_state (event);

      if (muster_certification_event_stands (event))
        muster_ctl_table_add (table, (const char *[]) { day, muster_assister_type_get_label (event->type), state,
                                                        muster_authority_get_label (event->authority), event->reason });
    }
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
}

static void
print_cases (MusterCtl *ctl, const MusterCtlPersonFile *file)
{
  MusterDatabase *database = muster_ctl_read (ctl, NULL);
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (4, NULL);

  for (guint i = 0; i < file->incidents->len; i++)
    {
      const MusterIncident *incident = g_ptr_array_index (file->incidents, i);
      g_autofree char *known = muster_moment_to_iso (&incident->discovered);

      muster_ctl_table_add (table, (const char *[]) { incident->number, muster_incident_state_get_label (incident->state), known, incident->narrative });
    }
  for (guint i = 0; i < file->actions->len; i++)
    {
      const MusterCorrectiveAction *action = g_ptr_array_index (file->actions, i);
      g_autofree char *due = muster_date_to_iso (&action->due);

      muster_ctl_table_add (table, (const char *[]) { action->number, muster_action_state_get_label (action->state), due, action->finding });
    }
  for (guint i = 0; i < file->decisions->len; i++)
    {
      const MusterDecision *decision = g_ptr_array_index (file->decisions, i);
      g_autofree char *day = muster_date_to_iso (&decision->effective);

      g_autofree char *review = NULL, *state = NULL;

      if (database == NULL || !muster_ctl_dup_review_of (database, decision->id, &review, NULL) || review == NULL)
        state = g_strdup (muster_decision_get_label (decision));
      else
        /* Translators: state of a decision and what came of its review: “Approved (AP-2026-0001: Reversed)” */
        state = g_strdup_printf (_("%s (%s)"), muster_decision_get_label (decision), review);
      muster_ctl_table_add (table, (const char *[]) { decision->number, state, day, decision->reason });
    }
  if (file->incidents->len + file->actions->len + file->decisions->len > 0)
    muster_ctl_print ("\n");
  muster_ctl_table_print (table);
}

/* What comparisons with public lists ask to look into. */
static void
print_tasks (const MusterCtlPersonFile *file)
{
  for (guint i = 0; i < file->tasks->len; i++)
    {
      const MusterReconciliationTask *task = g_ptr_array_index (file->tasks, i);
      g_autofree char *title = muster_reconciliation_task_dup_title (task, muster_data_get_public_lists ());
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, task->id);

      if (i == 0)
        muster_ctl_print ("\n");
      /* Translators: the number of a task, what a public list says, and what to do about it */
      muster_ctl_print (_("Open task %s: %s. %s\n"), number, title, muster_list_finding_get_advice (task->finding));
    }
}

static gboolean
print_sources (MusterCtl *ctl, const MusterCtlPersonFile *file, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  return database != NULL && muster_ctl_exit_print (ctl, file->person->id, error) && muster_ctl_print_evidence (database, file->person->id, file->relied_on, error) &&
         muster_ctl_print_provenance (database, file->person->id, error);
}

/* The file has the text of the person’s cases. */
static gboolean
look (MusterCtl *ctl, const MusterCtlPersonFile *file, GError **error)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (MusterCtlListed));

  muster_ctl_listed_add (listed, file->incidents, file->actions, file->decisions);
  return muster_ctl_look_at_listed (ctl, listed, error);
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  g_auto (MusterCtlPersonFile) file = { 0 };
  g_autofree char *answer = NULL;
  gint64 id = muster_ctl_show_day_read (ctl, &file, error) ? muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error) : 0;

  if (id == 0 || !load_file (ctl, id, &file, error) || !look (ctl, &file, error) || !muster_ctl_person_record_look (ctl, id, file.person->assister_id != NULL, error))
    return -1;
  if (ctl->json)
    return print_file_json (ctl, &file, error) ? MUSTER_EXIT_DONE : -1;
  muster_ctl_print ("%s\n", file.row->name);
  answer = muster_ctl_show_day_dup_answer (&file);
  muster_ctl_print ("%s\n", answer);
  print_reasons (&file.row->standing);
  if ((file.row->standing.reasons & MUSTER_REASON_REVOKED) == 0)
    print_revoked_beside (&file.row->facts);
  muster_ctl_person_print_coming (file.coming);
  print_particulars (ctl, &file);
  print_timeline (&file);
  print_cases (ctl, &file);
  print_tasks (&file);
  return print_sources (ctl, &file, error) ? MUSTER_EXIT_DONE : -1;
}

const MusterCtlCommand muster_ctl_show_commands[] = {
  { "show", N_("PERSON"), 1, 1, N_("Show one person with everything that is recorded"), show_options, TRUE, run_show },
  { NULL },
};
