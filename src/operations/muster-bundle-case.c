/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-bundle-case.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-case-access.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-case-behind-query.h"
#include "store/muster-case-entries-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-exit-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-letter-table.h"
#include "store/muster-people-table.h"
#include "store/muster-review-table.h"

static void
file_free (gpointer data)
{
  MusterBundleFile *file = data;

  g_free (file->name);
  g_free (file->hash);
  g_bytes_unref (file->content);
  g_free (file);
}

static MusterBundleCase *
record_new (void)
{
  MusterBundleCase *record = g_new0 (MusterBundleCase, 1);

  record->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_decision_free);
  record->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_corrective_action_free);
  record->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_incident_free);
  record->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_review_free);
  record->letters = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_drawn_letter_free);
  record->services = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  record->events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  record->exit_records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exit_record_free);
  record->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_attachment_free);
  record->files = g_ptr_array_new_with_free_func (file_free);
  return record;
}

void
muster_bundle_case_free (MusterBundleCase *record)
{
  if (record == NULL)
    return;
  g_free (record->number);
  g_free (record->agency);
  muster_assister_free (record->person);
  g_ptr_array_unref (record->decisions);
  g_ptr_array_unref (record->actions);
  g_ptr_array_unref (record->incidents);
  g_ptr_array_unref (record->reviews);
  g_ptr_array_unref (record->letters);
  g_hash_table_unref (record->services);
  g_ptr_array_unref (record->events);
  g_ptr_array_unref (record->exit_records);
  g_ptr_array_unref (record->files);
  g_ptr_array_unref (record->attachments);
  g_clear_pointer (&record->entries, g_ptr_array_unref);
  g_clear_pointer (&record->evidence, g_ptr_array_unref);
  g_clear_pointer (&record->policies, g_ptr_array_unref);
  g_free (record->cited);
  g_free (record);
}

static void
set_day_of (GDate *day, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local_usec (time);

  g_date_set_dmy (day, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment), g_date_time_get_year (moment));
}

/* One that a corrective action names and that is not there is closed to whoever asks. */
static gboolean
load_incident (MusterBundleCase *record, MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  MusterIncident *incident = muster_incident_table_load (database, id, &problem);

  if (incident == NULL && !g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (incident != NULL)
    g_ptr_array_add (record->incidents, incident);
  else
    record->n_withheld++;
  return TRUE;
}

static gboolean
load_action (MusterBundleCase *record, MusterDatabase *database, gint64 id, GError **error)
{
  MusterCorrectiveAction *action = muster_action_table_load (database, id, error);

  if (action == NULL)
    return FALSE;
  g_ptr_array_add (record->actions, action);
  if (action->incident_id == 0)
    return TRUE;
  for (guint i = 0; i < record->incidents->len; i++)
    if (((const MusterIncident *) record->incidents->pdata[i])->id == action->incident_id)
      return TRUE;
  return load_incident (record, database, action->incident_id, error);
}

/* Takes those decisions of the person that call the one off, or rest on the corrective action. */
static gboolean
load_decisions (MusterBundleCase *record, MusterDatabase *database, gint64 assister_id, gint64 action_id, GError **error)
{
  MusterDecisionFilter filter = { .assister_id = assister_id };
  g_autoptr (GPtrArray) decisions = muster_decision_table_list (database, &filter, error);

  for (guint i = decisions != NULL ? decisions->len : 0; i > 0; i--)
    {
      const MusterDecision *decision = decisions->pdata[i - 1];
      gboolean belongs = record->decision_id != 0 && (decision->id == record->decision_id || decision->calls_off == record->decision_id);

      for (guint action = 0; action_id != 0 && action < decision->action_ids->len; action++)
        belongs = belongs || g_array_index (decision->action_ids, gint64, action) == action_id;
      if (belongs)
        g_ptr_array_add (record->decisions, g_ptr_array_steal_index (decisions, i - 1));
    }
  return decisions != NULL;
}

static gboolean
load_reviews (MusterBundleCase *record, MusterDatabase *database, GError **error)
{
  MusterReviewFilter filter = { .decision_id = record->decision_id };
  g_autoptr (GPtrArray) reviews = record->decision_id != 0 ? muster_review_table_list (database, &filter, error) : NULL;

  for (guint i = reviews != NULL ? reviews->len : 0; i > 0; i--)
    g_ptr_array_add (record->reviews, g_ptr_array_steal_index (reviews, i - 1));
  return record->decision_id == 0 || reviews != NULL;
}

static gboolean
load_as_decision (MusterBundleCase *record, MusterDatabase *database, gint64 id, gint64 *person, GError **error)
{
  MusterCaseBehind behind;
  g_autoptr (MusterDecision) asked = muster_decision_table_load (database, id, error);
  g_autoptr (MusterDecision) decision = asked != NULL ? muster_decision_table_load (database, asked->calls_off != 0 ? asked->calls_off : asked->id, error) : NULL;

  if (decision == NULL || !muster_case_behind_query_load (database, decision->id, &behind, error) ||
      !muster_case_check_grounds (decision->number, behind.n_actions - decision->action_ids->len, error))
    return FALSE;
  record->number = g_strdup (decision->number);
  record->decision_id = decision->id;
  *person = decision->assister_id;
  set_day_of (&record->day, decision->decided_at != 0 ? decision->decided_at : decision->proposed_at);
  for (guint i = 0; i < decision->action_ids->len; i++)
    if (!load_action (record, database, g_array_index (decision->action_ids, gint64, i), error))
      return FALSE;
  if (!load_decisions (record, database, decision->assister_id, 0, error))
    return FALSE;
  record->n_withheld += behind.n_calling_off + 1 - record->decisions->len;
  return load_reviews (record, database, error);
}

static gboolean
load_as_action (MusterBundleCase *record, MusterDatabase *database, gint64 id, gint64 *person, GError **error)
{
  const MusterCorrectiveAction *action;

  if (!load_action (record, database, id, error))
    return FALSE;
  action = record->actions->pdata[0];
  record->number = g_strdup (action->number);
  record->day = action->opened;
  *person = action->assister_id;
  return load_decisions (record, database, action->assister_id, id, error);
}

static gboolean
load_events (MusterBundleCase *record, MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, record->person->id, error);

  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    {
      const MusterCertificationEvent *event = events->pdata[i - 1];
      gboolean belongs = record->decision_id != 0 && event->decision_id == record->decision_id;

      for (guint j = 0; j < record->actions->len; j++)
        belongs = belongs || event->action_id == ((const MusterCorrectiveAction *) record->actions->pdata[j])->id;
      if (belongs)
        g_ptr_array_insert (record->events, 0, g_ptr_array_steal_index (events, i - 1));
    }
  return events != NULL;
}

static gboolean
is_of_events (const MusterBundleCase *record, gint64 id)
{
  for (guint i = 0; i < record->events->len; i++)
    if (((const MusterCertificationEvent *) record->events->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
load_exit_records (MusterBundleCase *record, MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) records = muster_exit_table_list (database, record->person->id, error);

  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    if (is_of_events (record, ((const MusterExitRecord *) records->pdata[i - 1])->certification_id))
      g_ptr_array_insert (record->exit_records, 0, g_ptr_array_steal_index (records, i - 1));
  return records != NULL;
}

/* Whether it tells of something of the case. */
static gboolean
is_of_case (const MusterBundleCase *record, const MusterDrawnLetter *letter)
{
  if (letter->kind->about == MUSTER_LETTER_ABOUT_DECISION)
    return record->decision_id != 0 && letter->about_id == record->decision_id;
  for (guint i = 0; letter->kind->about == MUSTER_LETTER_ABOUT_ACTION && i < record->actions->len; i++)
    if (((const MusterCorrectiveAction *) record->actions->pdata[i])->id == letter->about_id)
      return TRUE;
  return letter->kind->about == MUSTER_LETTER_ABOUT_CERTIFICATION && is_of_events (record, letter->about_id);
}

static gboolean
load_letters (MusterBundleCase *record, MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) letters = muster_letter_table_list (database, record->person->id, error);

  for (guint i = letters != NULL ? letters->len : 0; i > 0; i--)
    if (is_of_case (record, letters->pdata[i - 1]))
      {
        MusterDrawnLetter *letter = g_ptr_array_steal_index (letters, i - 1);
        GPtrArray *services;

        g_ptr_array_add (record->letters, letter);
        services = muster_letter_table_list_services (database, letter->id, error);
        if (services == NULL)
          return FALSE;
        g_hash_table_insert (record->services, &letter->id, services);
        if (!muster_bundle_case_add_file (record, database, letter->document_id, "letters", letter->number, error))
          return FALSE;
      }
  return letters != NULL;
}

static void
add_row (GArray *rows, MusterTable table, gint64 id)
{
  const MusterCaseRow row = { table, id };

  g_array_append_val (rows, row);
}

#define ADD_ROWS(rows, table, records, Type)    \
  for (guint _i = 0; _i < (records)->len; _i++) \
  add_row (rows, table, ((const Type *) (records)->pdata[_i])->id)

static void
list_rows (const MusterBundleCase *record, GPtrArray *subjects, GArray *rows)
{
  ADD_ROWS (rows, MUSTER_TABLE_ACTION, record->actions, MusterCorrectiveAction);
  ADD_ROWS (rows, MUSTER_TABLE_INCIDENT, record->incidents, MusterIncident);
  ADD_ROWS (rows, MUSTER_TABLE_ATTACHMENT, record->attachments, MusterAttachment);
  ADD_ROWS (rows, MUSTER_TABLE_REVIEW, record->reviews, MusterReview);
  ADD_ROWS (rows, MUSTER_TABLE_LETTER, record->letters, MusterDrawnLetter);
  ADD_ROWS (rows, MUSTER_TABLE_CERTIFICATION, record->events, MusterCertificationEvent);
  ADD_ROWS (rows, MUSTER_TABLE_EXIT_ITEM, record->exit_records, MusterExitRecord);
  for (guint i = 0; record->decision_id != 0 && i < record->decisions->len; i++)
    {
      const MusterDecision *decision = record->decisions->pdata[i];

      add_row (rows, MUSTER_TABLE_DECISION, decision->id);
      g_ptr_array_add (subjects, decision->number);
    }
  for (guint i = 0; i < record->actions->len; i++)
    {
      const MusterCorrectiveAction *action = record->actions->pdata[i];

      ADD_ROWS (rows, MUSTER_TABLE_ACTION_STEP, action->steps, MusterActionStep);
      ADD_ROWS (rows, MUSTER_TABLE_FOLLOW_UP, action->follow_ups, MusterFollowUp);
      g_ptr_array_add (subjects, action->number);
    }
  for (guint i = 0; i < record->incidents->len; i++)
    g_ptr_array_add (subjects, ((const MusterIncident *) record->incidents->pdata[i])->number);
  for (guint i = 0; i < record->reviews->len; i++)
    g_ptr_array_add (subjects, ((const MusterReview *) record->reviews->pdata[i])->number);
  for (guint i = 0; i < record->letters->len; i++)
    {
      GPtrArray *services = g_hash_table_lookup (record->services, &((const MusterDrawnLetter *) record->letters->pdata[i])->id);

      ADD_ROWS (rows, MUSTER_TABLE_LETTER_SERVICE, services, MusterService);
    }
}

static gboolean
load_entries (MusterBundleCase *record, MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (MusterCaseRow));

  list_rows (record, subjects, rows);
  record->entries = muster_case_entries_query_list (database, subjects, rows, error);
  return record->entries != NULL;
}

static gboolean
load_person (MusterBundleCase *record, MusterDatabase *database, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, person, error);
  const MusterAffiliation *affiliation;

  if (affiliations == NULL)
    return FALSE;
  affiliation = muster_affiliation_find_on (affiliations, &record->day);
  record->agency = affiliation != NULL ? g_strdup (affiliation->agency_name) : NULL;
  record->person = muster_people_table_load (database, person, error);
  return record->person != NULL;
}

/* By the letters of the number. */
static gboolean
load_case (MusterBundleCase *record, MusterDatabase *database, const char *number, gint64 *person, GError **error)
{
  gboolean is_action = g_ascii_strncasecmp (number, "CA-", 3) == 0;
  gint64 id;

  for (MusterDecisionKind kind = MUSTER_DECISION_REVOCATION; !is_action && kind <= MUSTER_DECISION_CALLING_OFF; kind++)
    {
      const char *prefix = muster_decision_kind_get_prefix (kind);

      if (g_ascii_strncasecmp (number, prefix, strlen (prefix)) != 0 || number[strlen (prefix)] != '-')
        continue;
      id = muster_decision_table_find (database, number, error);
      return id != 0 && load_as_decision (record, database, id, person, error);
    }
  if (is_action)
    {
      id = muster_action_table_find (database, number, error);
      return id != 0 && load_as_action (record, database, id, person, error);
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("“%s” is no case that can be bundled. Name a decision (RV-…, SU-…) or a corrective action (CA-…)."), number);
  return FALSE;
}

MusterBundleCase *
muster_bundle_case_load (MusterDatabase *database, const char *number, GError **error)
{
  g_autoptr (MusterBundleCase) record = record_new ();
  g_autofree char *tidy = muster_text_dup_tidy (number);
  gint64 person = 0;

  if (!load_case (record, database, tidy != NULL ? tidy : "", &person, error) || !load_person (record, database, person, error) || !load_events (record, database, error) ||
      !load_exit_records (record, database, error) || !load_letters (record, database, error) || !muster_bundle_case_load_evidence (record, database, error) ||
      !muster_bundle_case_load_attachments (record, database, error) || !load_entries (record, database, error))
    return NULL;
  return g_steal_pointer (&record);
}
