/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-facts-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-table-private.h"

/* One text for everybody and one for a single person: constants both. */
typedef struct
{
  const char *everybody;
  const char *one;
} Scan;

#define SCAN(start, person, end) { start end, start " AND " person " = ?1" end }

/* The import that took the row back, and when. */
#define TAKEN_BACK(row) " LEFT JOIN roster_import u ON u.id = " row ".taken_back WHERE TRUE"

/* When the decision that the event carries out was called off. */
#define CALLED_OFF "CASE WHEN c.decision_id IS NOT NULL THEN (SELECT o.decided_at FROM main.decision o WHERE o.calls_off = c.decision_id AND o.state = 'approved') END"

/* Whoever reads in order of the rows reads the pages in order. */
static const Scan event_scan = SCAN ("SELECT c.assister_id, c.type, c.to_state, c.effective, c.recorded, coalesce(s.recorded, " CALLED_OFF "), u.recorded, c.from_state, c.decision_id FROM main.certification c"
                                     " LEFT JOIN main.certification s ON s.id = c.superseded_by" TAKEN_BACK ("c"),
                                     "c.assister_id", " ORDER BY c.id");
static const Scan action_scan = SCAN ("SELECT assister_id, restriction, opened, closed, state FROM main.corrective_action WHERE restriction <> 'none'", "assister_id", "");
static const Scan person_scan = SCAN ("SELECT a.id, a.active, u.recorded FROM assister a" TAKEN_BACK ("a"), "a.id", "");

typedef struct
{
  MusterDatabase *database;
  const MusterRosterDay *day;
  gint64 assister_id;
  MusterRosterFindDraft find;
  gpointer data;
  GCancellable *cancellable;
} Reading;

/* Takes the row of @statement into @draft; %FALSE where the register is damaged. */
typedef gboolean (*TakeRow) (const MusterRosterDay *day, MusterStatement *statement, MusterRosterDraft *draft);

/* Exactly as written down; a table of codes is walked some hundred thousand times here. */
static gboolean
read_state (MusterStatement *statement, int column, guint8 *state)
{
  const char *code = muster_statement_get_text (statement, column);

  for (guint i = 0; code != NULL && i < MUSTER_N_STATES; i++)
    if (strcmp (code, muster_certification_state_to_code (i)) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_type (MusterStatement *statement, int column, guint *bit)
{
  const char *code = muster_statement_get_text (statement, column);

  for (guint i = 0; code != NULL && i < MUSTER_N_ASSISTER_TYPES; i++)
    if (strcmp (code, muster_assister_type_to_code (1u << i)) == 0)
      {
        *bit = i;
        return TRUE;
      }
  return FALSE;
}

/* What was taken back after the day of knowledge stood on it. */
static gboolean
is_taken_back (const MusterRosterDay *day, MusterStatement *statement, int column)
{
  gint64 moment = muster_statement_get_int (statement, column);

  return moment != 0 && moment < day->known_until;
}

/* Restricting and lifting a restriction certify nobody anew, and neither does coming back, nor a review: that gives back the certification of before, for what it showed then. */
static gboolean
is_certifying (guint8 state, const char *from, gboolean is_by_review)
{
  if (is_by_review || (state != MUSTER_STATE_CERTIFIED && state != MUSTER_STATE_CERTIFIED_RESTRICTED))
    return FALSE;
  if (state == MUSTER_STATE_CERTIFIED_RESTRICTED && g_strcmp0 (from, muster_certification_state_to_code (MUSTER_STATE_CERTIFIED)) == 0)
    return FALSE;
  return g_strcmp0 (from, muster_certification_state_to_code (MUSTER_STATE_CERTIFIED_RESTRICTED)) != 0 &&
         g_strcmp0 (from, muster_certification_state_to_code (MUSTER_STATE_INACTIVE)) != 0;
}

static void
note_certification (const MusterRosterDay *day, MusterRosterDraft *draft, guint bit, MusterStatement *statement, guint8 state, MusterDay effective)
{
  MusterRoleFacts *role = &draft->roles[bit];
  gint64 recorded = muster_statement_get_int (statement, 4);

  if (!is_certifying (state, muster_statement_get_text (statement, 7), muster_statement_get_int (statement, 8) != 0) || effective < role->certified_on)
    return;
  role->certified_on = effective;
  role->certified_recorded = draft->corrected[bit].at == recorded ? draft->corrected[bit].recorded : muster_roster_moment_to_day (day, recorded);
}

/*
 * Whoever corrects a certification does not say that it stands today: that was said when it was recorded. Where a renewal that never happened gives way together with what it renewed,
 * the older of them is what is said again.
 */
static void
note_corrected (const MusterRosterDay *day, MusterRosterDraft *draft, guint bit, MusterStatement *statement, guint8 state, gint64 at)
{
  gint64 recorded = muster_statement_get_int (statement, 4);
  MusterDay said = draft->corrected[bit].at == recorded ? draft->corrected[bit].recorded : muster_roster_moment_to_day (day, recorded);

  if ((state != MUSTER_STATE_CERTIFIED && state != MUSTER_STATE_CERTIFIED_RESTRICTED) || at < draft->corrected[bit].at)
    return;
  draft->corrected[bit].recorded = at == draft->corrected[bit].at ? MIN (draft->corrected[bit].recorded, said) : said;
  draft->corrected[bit].at = at;
}

static gboolean
take_event (const MusterRosterDay *day, MusterStatement *statement, MusterRosterDraft *draft)
{
  MusterDay effective = muster_roster_read_day (statement, 3);
  gint64 superseded = muster_statement_get_int (statement, 5);
  gint64 recorded = muster_statement_get_int (statement, 4);
  gboolean is_known = recorded < day->known_until;
  guint8 state;
  guint bit;

  if (is_taken_back (day, statement, 6))
    return TRUE;
  if (!read_type (statement, 1, &bit) || !read_state (statement, 2, &state))
    return FALSE;
  draft->is_there_by_then |= recorded < day->over;
  draft->is_there_later |= recorded >= day->over;
  draft->is_known |= is_known;
  draft->is_later_known |= !is_known;
  /* What was corrected after the day of knowledge stood on it. */
  if (superseded != 0 && superseded < day->known_until)
    {
      note_corrected (day, draft, bit, statement, state, superseded);
      return TRUE;
    }
  if (!is_known || effective > day->as_of)
    {
      draft->leaves_later |= state == MUSTER_STATE_INACTIVE;
      if (is_known && (state == MUSTER_STATE_REVOKED || state == MUSTER_STATE_SUSPENDED_FOR_CAUSE))
        draft->roles[bit].decided_through = muster_day_earlier (draft->roles[bit].decided_through, muster_day_before (effective));
    }
  else if (effective >= draft->since[bit])
    {
      draft->since[bit] = effective;
      draft->facts.states[bit] = state;
      draft->roles[bit].state = state;
      draft->facts.left_revoked &= ~(1u << bit);
      if (state == MUSTER_STATE_INACTIVE && g_strcmp0 (muster_statement_get_text (statement, 7), muster_certification_state_to_code (MUSTER_STATE_REVOKED)) == 0)
        draft->facts.left_revoked |= 1u << bit;
      note_certification (day, draft, bit, statement, state, effective);
    }
  return TRUE;
}

static gboolean
take_action (const MusterRosterDay *day, MusterStatement *statement, MusterRosterDraft *draft)
{
  MusterDay opened = muster_roster_read_day (statement, 2), closed = muster_roster_read_day (statement, 3);
  gboolean is_open = strcmp (muster_statement_get_text (statement, 4), "open") == 0;
  MusterRestriction restriction;

  if (!muster_restriction_from_code (muster_statement_get_text (statement, 1), &restriction, NULL))
    return FALSE;
  if (opened > day->as_of || opened > day->known_on)
    return TRUE;
  if (!is_open && closed <= day->as_of && closed <= day->known_on)
    return TRUE;
  draft->facts.restriction = MAX (draft->facts.restriction, (guint8) restriction);
  return TRUE;
}

static gboolean
take_person (const MusterRosterDay *day, MusterStatement *statement, MusterRosterDraft *draft)
{
  draft->facts.active = muster_statement_get_int (statement, 1) != 0 || draft->leaves_later;
  draft->is_taken_back = is_taken_back (day, statement, 2);
  return TRUE;
}

static gboolean
set_damaged (const char *table, gint64 assister_id, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (assister_id);

  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("The register is damaged: “%s” holds something unknown about %s. Verify the journal, and restore a backup."), table, code);
  return FALSE;
}

static gboolean
scan (const Reading *reading, const Scan *sql, const char *table, TakeRow take, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  guint n_rows = 0;

  statement = muster_database_prepare (reading->database, reading->assister_id == 0 ? sql->everybody : sql->one, error);
  if (statement == NULL)
    return FALSE;
  if (reading->assister_id != 0)
    muster_statement_bind_int (statement, 1, reading->assister_id);
  while (TRUE)
    {
      MusterRosterDraft *draft;
      gboolean row;

      if (n_rows++ % 4096 == 0 && g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return FALSE;
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      draft = reading->find (reading->data, muster_statement_get_int (statement, 0));
      if (draft != NULL && !take (reading->day, statement, draft))
        return set_damaged (table, muster_statement_get_int (statement, 0), error);
    }
}

gboolean
muster_roster_facts_read (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterFindDraft find, gpointer data,
                          GCancellable *cancellable, GError **error)
{
  const Reading reading = { database, day, assister_id, find, data, cancellable };

  /* The person after the events, from which it is known whether somebody left later; the evidence last, since it is judged by the roles. */
  return scan (&reading, &event_scan, "certification", take_event, error) &&
         muster_roster_stays_take (database, day, assister_id, find, data, cancellable, error) &&
         scan (&reading, &action_scan, "corrective_action", take_action, error) &&
         scan (&reading, &person_scan, "assister", take_person, error) &&
         muster_roster_evidence_take (database, day, assister_id, find, data, cancellable, error);
}

gboolean
muster_roster_facts_is_known (const MusterRosterDraft *draft)
{
  return draft->is_known || !draft->is_later_known;
}

MusterStanding
muster_roster_facts_judge (const MusterRosterDay *day, MusterRosterDraft *draft)
{
  if (!draft->is_judged)
    muster_requirement_check_all (day->pack, &day->requirements, NULL, 0, draft->roles, &draft->facts);
  draft->is_judged = TRUE;
  return muster_standing_judge (&draft->facts);
}
