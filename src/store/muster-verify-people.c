/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-incident.h"
#include "domain/muster-stay.h"

static const char *const actions_sql = "SELECT id FROM corrective_action WHERE assister_id = ?1";
static const char *const incidents_sql = "SELECT incident_id FROM incident_person WHERE assister_id = ?1";
static const char *const decisions_sql = "SELECT id FROM decision WHERE assister_id = ?1";
static const char *const stays_sql = "SELECT id FROM affiliation WHERE assister_id = ?1";
static const char *const two_stays_sql = "SELECT assister_id FROM affiliation WHERE through_day IS NULL AND taken_back IS NULL GROUP BY assister_id HAVING count (*) > 1 LIMIT 1";

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

/* Of very many people the tables are looked at as they are in the end; of a few each entry is. */
static gboolean
is_of_many (const MusterEntryCheck *check)
{
  return g_strcmp0 (check->operation, "import-roster") == 0 || g_strcmp0 (check->operation, "undo-import") == 0;
}

/* Adds up in @n the rows of @table that @sql lists for @person and that counted, by @counts, before @check's entry. */
static gboolean
count_before (MusterVerifier *self, const MusterEntryCheck *check, const char *sql, MusterTable table, gint64 person, gboolean (*counts) (const MusterRowView *view), guint *n, GError **error)
{
  g_autoptr (MusterStatement) ids = muster_database_prepare (self->database, sql, error);
  gboolean row;

  if (ids == NULL)
    return FALSE;
  muster_statement_bind_int (ids, 1, person);
  while (TRUE)
    {
      g_autoptr (MusterStatement) statement = NULL;
      MusterRowView view;
      gboolean found;

      if (!muster_statement_step (ids, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!muster_verify_find_row_before (self, check, table, muster_statement_get_int (ids, 0), &statement, &view, &found, error))
        return FALSE;
      *n += found && counts (&view);
    }
}

static gboolean
has_state (const MusterRowView *view, const char *state)
{
  g_autofree char *code = muster_row_view_dup_text (view, "state");

  return g_strcmp0 (code, state) == 0;
}

static gboolean
is_open (const MusterRowView *view)
{
  return has_state (view, muster_action_state_to_code (MUSTER_ACTION_OPEN));
}

static gboolean
is_proposed (const MusterRowView *view)
{
  return has_state (view, muster_decision_state_to_code (MUSTER_DECISION_PROPOSED));
}

static gboolean
goes_on (const MusterRowView *view)
{
  return muster_row_view_get (view, "through_day")->type == MUSTER_CELL_NULL && muster_row_view_get_int (view, "taken_back") == 0;
}

static gboolean
is_open_incident (const MusterRowView *view)
{
  return has_state (view, muster_incident_state_to_code (MUSTER_INCIDENT_OPEN));
}

/* An open incident is a case, too; what was recorded before that was so does not say it. */
static gboolean
count_incidents (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, guint *n, GError **error)
{
  if (*n > 0 || !event->under_investigation)
    return TRUE;
  return count_before (self, check, incidents_sql, MUSTER_TABLE_INCIDENT, event->assister_id, is_open_incident, n, error);
}

static gboolean
check_leaving (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error)
{
  guint n = 0;

  if (!muster_change_rule_is_leaving (check->operation, event))
    return TRUE;
  return count_before (self, check, actions_sql, MUSTER_TABLE_ACTION, event->assister_id, is_open, &n, error) &&
         count_before (self, check, decisions_sql, MUSTER_TABLE_DECISION, event->assister_id, is_proposed, &n, error) &&
         count_incidents (self, check, event, &n, error) && muster_change_rule_check_leaving (check->operation, event, n > 0, error);
}

gboolean
muster_verify_event (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error)
{
  GDate latest = check->today;
  gboolean known = TRUE;

  g_date_add_days (&latest, 1);
  /* Only what was decided is dated ahead, and from which day is said by the decision. */
  if (event->decision_id == 0 && !muster_certification_check_day (&event->effective, &latest, error))
    return FALSE;
  if (!is_of_many (check) && !muster_verify_is_known (self, check, MUSTER_TABLE_ASSISTER, event->assister_id, &known, error))
    return FALSE;
  if (!known)
    return refuse (error, _("A certification was changed of a person that there was not."));
  return check_leaving (self, check, event, error) && muster_verify_lifting (self, check, event, error) && muster_verify_open_items (self, check, event, error) &&
         muster_verify_remark_on_reinstating (self, check, event, error);
}

static gboolean
read_day (const MusterRowView *view, const char *column, GDate *day)
{
  g_autofree char *text = muster_row_view_dup_text (view, column);

  g_date_clear (day, 1);
  return text == NULL || muster_date_parse_iso (text, day, NULL);
}

/* What ends with the entry itself may have begun later by a clock that was wrong then. */
static gboolean
ends_now (const MusterEntryCheck *check, const MusterStay *stay)
{
  return g_date_valid (&stay->through) && ABS (g_date_days_between (&stay->through, &check->today) - 1) <= 1;
}

gboolean
muster_verify_stay (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  MusterStay stay = { .id = change->id };
  gint64 person = muster_row_view_get_int (&change->after, "assister_id");
  GDate latest = check->today;
  gboolean known = TRUE;

  if (!read_day (&change->after, "from_day", &stay.from) || !read_day (&change->after, "through_day", &stay.through))
    return refuse (error, _("A stay with an agency has a day that there is not."));
  if (ends_now (check, &stay))
    g_date_clear (&stay.through, 1);
  g_date_add_days (&latest, 1);
  if (!muster_stay_check (&stay, change->is_new ? &latest : &stay.from, error))
    return FALSE;
  if (is_of_many (check))
    return TRUE;
  if (change->is_new && !muster_verify_is_known (self, check, MUSTER_TABLE_ASSISTER, person, &known, error))
    return FALSE;
  g_array_append_val (check->stays, person);
  return known || refuse (error, _("A stay with an agency was recorded of a person that there was not."));
}

gboolean
muster_verify_stays (MusterVerifier *self, const MusterEntryCheck *check, GError **error)
{
  MusterEntryCheck next = { .sequence = check->sequence + 1 };

  for (guint i = 0; i < check->stays->len; i++)
    {
      guint n = 0;

      if (!count_before (self, &next, stays_sql, MUSTER_TABLE_AFFILIATION, g_array_index (check->stays, gint64, i), goes_on, &n, error))
        return FALSE;
      if (n > 1)
        return refuse (error, _("Somebody was with two agencies at once."));
    }
  return TRUE;
}

static gboolean
check_references (MusterVerifier *self, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, "PRAGMA foreign_key_check", error);
  g_autofree char *what = NULL;
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  what = g_strdup_printf ("%s (%s %" G_GINT64_FORMAT ")", _("A row refers to one that is not there."), muster_statement_get_text (statement, 0), muster_statement_get_int (statement, 1));
  return muster_verifier_blame (self, self->newest, what);
}

gboolean
muster_verify_tables (MusterVerifier *self, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  g_autofree char *code = NULL, *what = NULL;
  gboolean row;

  if (self->what != NULL)
    return TRUE;
  if (!check_references (self, error))
    return FALSE;
  statement = muster_database_prepare (self->database, two_stays_sql, error);
  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  code = muster_assister_dup_code (muster_statement_get_int (statement, 0));
  what = g_strdup_printf ("%s: %s", code, _("Somebody was with two agencies at once."));
  return muster_verifier_blame (self, self->newest, what);
}
