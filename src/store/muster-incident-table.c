/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-incident-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-cases-table-private.h"
#include "store/muster-table-private.h"

#define COLUMNS "number, kind, source, state, severity, occurred_from, occurred_through, discovered, discovered_minute, narrative, complainant, anonymous," \
                " data, data_people, data_kinds, data_encrypted, containment, investigator, clause_version, rule_pack, recorded_account, closed, outcome,"  \
                " closing_note, closed_account"
#define VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25"
#define CLAUSE_COLUMNS "incident_id, clause, finding, note, account_id, on_day"
#define CLAUSE_VALUES "?1, ?2, ?3, ?4, ?5, ?6"

static const char *const load_sql = "SELECT " COLUMNS " FROM incident WHERE id = ?1";
static const char *const insert_sql = "INSERT INTO incident (" COLUMNS ") VALUES (" VALUES ")";
static const char *const update_sql = "UPDATE incident SET (" COLUMNS ") = (" VALUES ") WHERE id = ?26 AND (" COLUMNS ") IS NOT (" VALUES ")";
static const char *const find_sql = "SELECT id FROM incident WHERE number = ?1";
static const char *const serial_sql = "SELECT max(CAST(substr(number, length(?1) + 1) AS INTEGER)) FROM incident WHERE number > ?1 AND number < ?2";
static const char *const actions_sql = "SELECT number FROM corrective_action WHERE incident_id = ?1 ORDER BY id";

static const char *const people_sql = "SELECT id, assister_id, removed FROM incident_person WHERE incident_id = ?1 ORDER BY id";
static const char *const insert_person_sql = "INSERT INTO incident_person (incident_id, assister_id, removed) VALUES (?1, ?2, ?3)";
static const char *const update_person_sql = "UPDATE incident_person SET removed = ?1 WHERE id = ?2 AND removed <> ?1";

static const char *const clauses_sql = "SELECT id, " CLAUSE_COLUMNS " FROM incident_clause WHERE incident_id = ?1 ORDER BY id";
static const char *const insert_clause_sql = "INSERT INTO incident_clause (" CLAUSE_COLUMNS ") VALUES (" CLAUSE_VALUES ")";
static const char *const update_clause_sql =
  "UPDATE incident_clause SET (" CLAUSE_COLUMNS ") = (" CLAUSE_VALUES ") WHERE id = ?7 AND (" CLAUSE_COLUMNS ") IS NOT (" CLAUSE_VALUES ")";

static const char *const reports_sql = "SELECT id, duty, told, at_day, at_minute, note, account_id FROM incident_report WHERE incident_id = ?1 ORDER BY id";
static const char *const insert_report_sql = "INSERT INTO incident_report (incident_id, duty, told, at_day, at_minute, note, account_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

static const char *const list_sql =
  "SELECT i.id FROM incident i WHERE (NOT ?2 OR i.state = 'open')"
  " AND (?1 IS NULL OR EXISTS (SELECT 1 FROM incident_person p WHERE p.incident_id = i.id AND p.assister_id = ?1 AND NOT p.removed))"
  " ORDER BY i.discovered DESC, i.id DESC";

/* A minute that is not known stays empty. */
static void
bind_minute (MusterStatement *statement, int parameter, const MusterMoment *moment)
{
  if (moment->minute == MUSTER_NO_MINUTE)
    muster_statement_bind_id (statement, parameter, 0);
  else
    muster_statement_bind_int (statement, parameter, moment->minute);
}

static gboolean
read_codes (MusterStatement *statement, MusterIncident *incident, GError **error)
{
  return muster_incident_kind_from_code (muster_statement_get_text (statement, 1), &incident->kind, error) &&
         muster_incident_source_from_code (muster_statement_get_text (statement, 2), &incident->source, error) &&
         muster_incident_state_from_code (muster_statement_get_text (statement, 3), &incident->state, error) &&
         muster_known_from_code (muster_statement_get_text (statement, 12), &incident->data, error) &&
         muster_known_from_code (muster_statement_get_text (statement, 15), &incident->data_encrypted, error) &&
         muster_incident_outcome_from_code (muster_statement_get_text (statement, 22), &incident->outcome, error);
}

static gboolean
read_incident (MusterStatement *statement, MusterIncident *incident, GError **error)
{
  incident->number = muster_statement_dup_text (statement, 0);
  incident->severity = (int) muster_statement_get_int (statement, 4);
  muster_statement_get_date (statement, 5, &incident->occurred_from);
  muster_statement_get_date (statement, 6, &incident->occurred_through);
  muster_cases_read_moment (statement, 7, &incident->discovered);
  incident->narrative = muster_statement_dup_text (statement, 9);
  incident->complainant = muster_statement_dup_text (statement, 10);
  incident->anonymous = muster_statement_get_int (statement, 11) != 0;
  incident->data_people = (guint) muster_statement_get_int (statement, 13);
  incident->data_kinds = muster_statement_dup_text (statement, 14);
  incident->containment = muster_statement_dup_text (statement, 16);
  incident->investigator = muster_statement_dup_text (statement, 17);
  incident->clause_version = muster_statement_dup_text (statement, 18);
  incident->rule_pack = muster_statement_dup_text (statement, 19);
  incident->recorded_account = muster_statement_get_int (statement, 20);
  muster_statement_get_date (statement, 21, &incident->closed);
  incident->closing_note = muster_statement_dup_text (statement, 23);
  incident->closed_account = muster_statement_get_int (statement, 24);
  return read_codes (statement, incident, error) || muster_table_blame ("incident", incident->id, error);
}

static void
bind_incident (MusterStatement *statement, const MusterIncident *incident)
{
  muster_statement_bind_text (statement, 1, incident->number);
  muster_statement_bind_text (statement, 2, muster_incident_kind_to_code (incident->kind));
  muster_statement_bind_text (statement, 3, muster_incident_source_to_code (incident->source));
  muster_statement_bind_text (statement, 4, muster_incident_state_to_code (incident->state));
  muster_statement_bind_int (statement, 5, incident->severity);
  muster_statement_bind_date (statement, 6, &incident->occurred_from);
  muster_statement_bind_date (statement, 7, &incident->occurred_through);
  muster_statement_bind_date (statement, 8, &incident->discovered.day);
  bind_minute (statement, 9, &incident->discovered);
  muster_statement_bind_text (statement, 10, incident->narrative);
  muster_statement_bind_text (statement, 11, incident->complainant);
  muster_statement_bind_int (statement, 12, incident->anonymous);
  muster_statement_bind_text (statement, 13, muster_known_to_code (incident->data));
  muster_statement_bind_int (statement, 14, incident->data_people);
  muster_statement_bind_text (statement, 15, incident->data_kinds);
  muster_statement_bind_text (statement, 16, muster_known_to_code (incident->data_encrypted));
  muster_statement_bind_text (statement, 17, incident->containment);
  muster_statement_bind_text (statement, 18, incident->investigator);
  muster_statement_bind_text (statement, 19, incident->clause_version);
  muster_statement_bind_text (statement, 20, incident->rule_pack);
  muster_statement_bind_int (statement, 21, incident->recorded_account);
  muster_statement_bind_date (statement, 22, &incident->closed);
  muster_statement_bind_text (statement, 23, muster_incident_outcome_to_code (incident->outcome));
  muster_statement_bind_text (statement, 24, incident->closing_note);
  muster_statement_bind_id (statement, 25, incident->closed_account);
}

static gboolean
save_person (MusterDatabase *database, gint64 incident_id, MusterIncidentPerson *person, GError **error)
{
  gboolean is_new = person->id == 0;
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, is_new ? insert_person_sql : update_person_sql, error);

  if (statement == NULL)
    return FALSE;
  if (is_new)
    {
      muster_statement_bind_int (statement, 1, incident_id);
      muster_statement_bind_int (statement, 2, person->assister_id);
      muster_statement_bind_int (statement, 3, person->removed);
    }
  else
    {
      muster_statement_bind_int (statement, 1, person->removed);
      muster_statement_bind_int (statement, 2, person->id);
    }
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (is_new)
    person->id = muster_database_get_last_id (database);
  return TRUE;
}

static gboolean
save_clause (MusterDatabase *database, gint64 incident_id, MusterIncidentClause *clause, GError **error)
{
  gboolean is_new = clause->id == 0;
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, is_new ? insert_clause_sql : update_clause_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, incident_id);
  muster_statement_bind_text (statement, 2, clause->clause);
  muster_statement_bind_text (statement, 3, muster_incident_finding_to_code (clause->finding));
  muster_statement_bind_text (statement, 4, clause->note);
  muster_statement_bind_id (statement, 5, clause->account);
  muster_statement_bind_date (statement, 6, &clause->on);
  if (!is_new)
    muster_statement_bind_int (statement, 7, clause->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (is_new)
    clause->id = muster_database_get_last_id (database);
  return TRUE;
}

/* What was reported stays as it was recorded. */
static gboolean
save_report (MusterDatabase *database, gint64 incident_id, MusterIncidentReport *report, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;

  if (report->id != 0)
    return TRUE;
  statement = muster_database_prepare (database, insert_report_sql, error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, incident_id);
  muster_statement_bind_text (statement, 2, muster_incident_duty_to_code (report->duty));
  muster_statement_bind_text (statement, 3, report->told);
  muster_statement_bind_date (statement, 4, &report->at.day);
  bind_minute (statement, 5, &report->at);
  muster_statement_bind_text (statement, 6, report->note);
  muster_statement_bind_int (statement, 7, report->account);
  if (!muster_statement_run (statement, error))
    return FALSE;
  report->id = muster_database_get_last_id (database);
  return TRUE;
}

static gboolean
save_parts (MusterDatabase *database, MusterIncident *incident, GError **error)
{
  for (guint i = 0; i < incident->people->len; i++)
    if (!save_person (database, incident->id, incident->people->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < incident->clauses->len; i++)
    if (!save_clause (database, incident->id, incident->clauses->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < incident->reports->len; i++)
    if (!save_report (database, incident->id, incident->reports->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
muster_incident_table_save (MusterDatabase *database, MusterIncident *incident, const GDate *today, GError **error)
{
  gboolean is_new = incident->id == 0;
  g_autoptr (MusterStatement) statement = NULL;

  if (incident->number == NULL)
    incident->number = muster_cases_dup_next_number (database, serial_sql, "IN", g_date_get_year (today), error);
  statement = incident->number != NULL ? muster_database_prepare (database, is_new ? insert_sql : update_sql, error) : NULL;
  if (statement == NULL)
    return FALSE;
  bind_incident (statement, incident);
  if (!is_new)
    muster_statement_bind_int (statement, 26, incident->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (is_new)
    incident->id = muster_database_get_last_id (database);
  return save_parts (database, incident, error);
}

typedef gboolean (*ReadPart) (MusterStatement *statement, MusterIncident *incident, GError **error);

static gboolean
read_person (MusterStatement *statement, MusterIncident *incident, GError **error)
{
  MusterIncidentPerson *person = muster_incident_add_person (incident, muster_statement_get_int (statement, 1));

  person->id = muster_statement_get_int (statement, 0);
  person->removed = muster_statement_get_int (statement, 2) != 0;
  return TRUE;
}

static gboolean
read_clause (MusterStatement *statement, MusterIncident *incident, GError **error)
{
  MusterIncidentClause *clause = muster_incident_add_clause (incident, muster_statement_get_text (statement, 2));

  clause->id = muster_statement_get_int (statement, 0);
  clause->note = muster_statement_dup_text (statement, 4);
  clause->account = muster_statement_get_int (statement, 5);
  muster_statement_get_date (statement, 6, &clause->on);
  return muster_incident_finding_from_code (muster_statement_get_text (statement, 3), &clause->finding, error) || muster_table_blame ("incident_clause", clause->id, error);
}

static gboolean
read_report (MusterStatement *statement, MusterIncident *incident, GError **error)
{
  MusterIncidentReport *report = muster_incident_add_report (incident, 0);

  report->id = muster_statement_get_int (statement, 0);
  report->told = muster_statement_dup_text (statement, 2);
  muster_cases_read_moment (statement, 3, &report->at);
  report->note = muster_statement_dup_text (statement, 5);
  report->account = muster_statement_get_int (statement, 6);
  return muster_incident_duty_from_code (muster_statement_get_text (statement, 1), &report->duty, error) || muster_table_blame ("incident_report", report->id, error);
}

static gboolean
load_parts (MusterDatabase *database, MusterIncident *incident, const char *sql, ReadPart read, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, incident->id);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!read (statement, incident, error))
        return FALSE;
    }
}

MusterIncident *
muster_incident_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("This incident is not in this register. Look at the list of incidents."));
      return NULL;
    }
  incident->id = id;
  if (!read_incident (statement, incident, error) || !load_parts (database, incident, people_sql, read_person, error) ||
      !load_parts (database, incident, clauses_sql, read_clause, error) || !load_parts (database, incident, reports_sql, read_report, error))
    return NULL;
  return g_steal_pointer (&incident);
}

gint64
muster_incident_table_find (MusterDatabase *database, const char *number, GError **error)
{
  return muster_cases_find (database, find_sql, number, error);
}

GPtrArray *
muster_incident_table_list (MusterDatabase *database, const MusterIncidentFilter *filter, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_incident_free);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_id (statement, 1, filter->assister_id);
  muster_statement_bind_int (statement, 2, filter->only_open);
  ids = muster_table_collect_ids (statement, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      MusterIncident *incident = muster_incident_table_load (database, g_array_index (ids, gint64, i), error);

      if (incident == NULL)
        return NULL;
      g_ptr_array_add (incidents, incident);
    }
  return g_steal_pointer (&incidents);
}

GPtrArray *
muster_incident_table_list_actions (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  return muster_cases_load_texts (database, actions_sql, id, numbers, error) ? g_steal_pointer (&numbers) : NULL;
}
