/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-people-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-known-query.h"
#include "store/muster-roster-facts-private.h"
#include "store/muster-table-private.h"

#define COLUMNS "assister_id, type, from_state, to_state, effective, recorded, authority, account_id, reason," \
                " decision_id, action_id, superseded_by, under_investigation"

static const char *const list_sql = "SELECT " COLUMNS ", id,"
                                    " CASE WHEN decision_id IS NOT NULL THEN (SELECT o.id FROM main.decision o WHERE o.calls_off = decision_id AND o.state = 'approved' AND o.decided_at < ?2) END"
                                    " FROM certification WHERE assister_id = ?1 AND taken_back IS NULL ORDER BY effective, id";
static const char *const barred_sql = "SELECT DISTINCT assister_id FROM certification WHERE to_state IN ('revoked', 'denied', 'suspended-for-cause') AND taken_back IS NULL";
static const char *const insert_sql = "INSERT INTO certification (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

static gboolean
read_codes (MusterStatement *statement, MusterCertificationEvent *event, GError **error)
{
  return muster_assister_type_from_text (muster_statement_get_text (statement, 1), &event->type, error) &&
         muster_certification_state_from_code (muster_statement_get_text (statement, 2), &event->from, error) &&
         muster_certification_state_from_code (muster_statement_get_text (statement, 3), &event->to, error) &&
         muster_authority_from_code (muster_statement_get_text (statement, 6), &event->authority, error);
}

static MusterCertificationEvent *
read_event (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();

  event->assister_id = muster_statement_get_int (statement, 0);
  muster_statement_get_date (statement, 4, &event->effective);
  event->recorded = muster_statement_get_int (statement, 5);
  event->account_id = muster_statement_get_int (statement, 7);
  event->reason = muster_statement_dup_text (statement, 8);
  event->decision_id = muster_statement_get_int (statement, 9);
  event->action_id = muster_statement_get_int (statement, 10);
  event->superseded_by = muster_statement_get_int (statement, 11);
  event->under_investigation = muster_statement_get_int (statement, 12) != 0;
  event->id = muster_statement_get_int (statement, 13);
  event->called_off = muster_statement_get_int (statement, 14);
  if (!read_codes (statement, event, error))
    {
      muster_table_blame ("certification", event->id, error);
      return NULL;
    }
  return g_steal_pointer (&event);
}

GPtrArray *
muster_people_table_list_begun (MusterDatabase *database, gint64 assister_id, const GDate *on, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, assister_id, error);

  return events != NULL ? muster_certification_list_begun (events, on) : NULL;
}

GHashTable *
muster_people_table_list_once_barred (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, barred_sql, error);
  g_autoptr (GArray) ids = statement != NULL ? muster_table_collect_ids (statement, error) : NULL;
  GHashTable *people;

  if (ids == NULL)
    return NULL;
  people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (people, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return people;
}

GPtrArray *
muster_people_table_list_events (MusterDatabase *database, gint64 assister_id, GError **error)
{
  return muster_people_table_list_events_known (database, assister_id, NULL, error);
}

GPtrArray *
muster_people_table_list_events_known (MusterDatabase *database, gint64 assister_id, const GDate *known_on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_known_query_prepare (database, list_sql, MUSTER_TABLE_CERTIFICATION, known_on, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, assister_id);
  muster_statement_bind_int (statement, 2, known_on != NULL && g_date_valid (known_on) ? muster_roster_find_end_of_day (known_on) : G_MAXINT64);
  while (TRUE)
    {
      MusterCertificationEvent *event;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&events);
      event = read_event (statement, error);
      if (event == NULL)
        return NULL;
      g_ptr_array_add (events, event);
    }
}

static void
bind_event_cb (MusterStatement *statement, int first, gpointer row)
{
  const MusterCertificationEvent *event = row;

  muster_statement_bind_int (statement, first, event->assister_id);
  muster_statement_bind_text (statement, first + 1, muster_assister_type_to_code (event->type));
  muster_statement_bind_text (statement, first + 2, muster_certification_state_to_code (event->from));
  muster_statement_bind_text (statement, first + 3, muster_certification_state_to_code (event->to));
  muster_statement_bind_date (statement, first + 4, &event->effective);
  muster_statement_bind_int (statement, first + 5, event->recorded);
  muster_statement_bind_text (statement, first + 6, muster_authority_to_code (event->authority));
  muster_statement_bind_int (statement, first + 7, event->account_id);
  muster_statement_bind_text (statement, first + 8, event->reason);
  muster_statement_bind_id (statement, first + 9, event->decision_id);
  muster_statement_bind_id (statement, first + 10, event->action_id);
  muster_statement_bind_id (statement, first + 11, event->superseded_by);
  muster_statement_bind_int (statement, first + 12, event->under_investigation);
}

gboolean
muster_people_table_add_events (MusterDatabase *database, GPtrArray *events, GError **error)
{
  return muster_table_insert_many (database, "certification", COLUMNS, 13, events, bind_event_cb, error);
}

gboolean
muster_people_table_add_event (MusterDatabase *database, MusterCertificationEvent *event, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  bind_event_cb (statement, 1, event);
  if (!muster_statement_run (statement, error))
    return FALSE;
  event->id = muster_database_get_last_id (database);
  return TRUE;
}

gboolean
muster_people_table_supersede_event (MusterDatabase *database, gint64 event_id, gint64 by_event_id, GError **error)
{
  static const char *const sql = "UPDATE certification SET superseded_by = ?2 WHERE id = ?1 AND superseded_by IS NULL";
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, event_id);
  muster_statement_bind_int (statement, 2, by_event_id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (muster_database_get_handle (database)) == 1)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("This step of the certification has been corrected by somebody else meanwhile. Look at the person again."));
  return FALSE;
}
