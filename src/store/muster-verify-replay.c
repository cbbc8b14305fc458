/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-people-table.h"

/* A row as the journal leaves it, gathered over its changes. */
typedef struct
{
  gint64 id;         /* 0: none yet */
  gint64 last_entry; /* that changed it */
  gboolean disposed; /* its content was destroyed under the retention schedule */
  GByteArray *bytes;
} Replayed;

static char *
make_row_query (const char *table, const MusterTableShape *shape)
{
  g_autofree char *columns = g_strjoinv (", ", (char **) shape->columns);

  return g_strdup_printf ("SELECT id, muster_row (%s) FROM %s ORDER BY id", columns, table);
}

static gboolean
blame_row (MusterVerifier *self, gint64 entry, const char *table, gint64 id, const char *problem)
{
  g_autofree char *what = g_strdup_printf ("%s (%s %" G_GINT64_FORMAT ")", problem, table, id);

  return muster_verifier_blame (self, entry, what);
}

/* Whether the next row of the table is the one that was replayed. */
static gboolean
compare_row (MusterVerifier *self, const char *table, MusterStatement *rows, const Replayed *replayed, GError **error)
{
  const guint8 *bytes;
  gboolean row;
  gsize size;

  if (!muster_statement_step (rows, &row, error))
    return FALSE;
  if (!row || muster_statement_get_int (rows, 0) > replayed->id)
    return blame_row (self, replayed->last_entry, table, replayed->id, _("A row that the journal made is missing."));
  if (muster_statement_get_int (rows, 0) < replayed->id)
    return blame_row (self, 0, table, muster_statement_get_int (rows, 0), _("A row stands in no entry of the journal."));
  bytes = muster_statement_get_blob (rows, 1, &size);
  if (!replayed->disposed && !muster_row_equal (bytes, size, replayed->bytes->data, replayed->bytes->len))
    return blame_row (self, replayed->last_entry, table, replayed->id, _("A row is not as the journal left it."));
  return TRUE;
}

/* Takes one change over; %FALSE if it does not follow from the one before. */
static gboolean
take_change (Replayed *replayed, MusterStatement *changes)
{
  gsize before_size, after_size;
  const guint8 *before = muster_statement_get_blob (changes, 1, &before_size);
  const guint8 *after = muster_statement_get_blob (changes, 2, &after_size);
  gboolean is_first = replayed->id == 0;
  gboolean follows;

  if (after == NULL)
    {
      replayed->disposed = TRUE;
      follows = TRUE;
    }
  else if (is_first)
    follows = before == NULL;
  else
    follows = before != NULL && (replayed->disposed || muster_row_equal (before, before_size, replayed->bytes->data, replayed->bytes->len));
  if (after != NULL)
    replayed->disposed = FALSE;
  replayed->id = muster_statement_get_int (changes, 0);
  replayed->last_entry = muster_statement_get_int (changes, 3);
  g_byte_array_set_size (replayed->bytes, 0);
  if (after != NULL)
    g_byte_array_append (replayed->bytes, after, after_size);
  return follows;
}

/* Both go in order of the rows' numbers, side by side, so that a table of any size needs no memory. */
static gboolean
replay_changes (MusterVerifier *self, const char *table, MusterStatement *changes, MusterStatement *rows, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Replayed replayed = { .bytes = bytes };
  gboolean row;

  while (self->bad_entry == 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !muster_statement_step (changes, &row, error))
        return FALSE;
      if (replayed.id != 0 && (!row || muster_statement_get_int (changes, 0) != replayed.id))
        {
          if (!compare_row (self, table, rows, &replayed, error))
            return FALSE;
          replayed.id = 0;
        }
      if (!row)
        break;
      if (!take_change (&replayed, changes))
        blame_row (self, replayed.last_entry, table, replayed.id, _("The change of a row does not follow from the one before."));
    }
  if (self->bad_entry != 0)
    return TRUE;
  if (!muster_statement_step (rows, &row, error))
    return FALSE;
  return row ? blame_row (self, 0, table, muster_statement_get_int (rows, 0), _("A row stands in no entry of the journal.")) : TRUE;
}

static gboolean
replay_table (MusterVerifier *self, int number, GError **error)
{
  const char *table = muster_table_get_name (MUSTER_TABLE_NUMBERED (number));
  g_autofree char *query = make_row_query (table, &self->shapes[number]);
  g_autoptr (MusterStatement) changes = NULL, rows = NULL;

  changes = muster_database_prepare (self->database, "SELECT row_id, before, after, entry FROM journal_change WHERE table_number = ? ORDER BY row_id, id", error);
  rows = muster_database_prepare (self->database, query, changes != NULL ? error : NULL);
  if (changes == NULL || rows == NULL)
    return FALSE;
  muster_statement_bind_int (changes, 1, number);
  return replay_changes (self, table, changes, rows, error);
}

/* Nothing wrong, and seen for ever: what two people took away came back without a review. */
static void
remark_on_application (MusterVerifier *self, const char *code, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];
      g_autofree char *day = NULL;

      if (event->from != MUSTER_STATE_REVOKED || event->to != MUSTER_STATE_APPLICANT || !muster_certification_event_stands (event))
        continue;
      day = muster_date_dup_text (&event->effective);
      /* Translators: a person’s code, a day */
      muster_verifier_remark (self, g_strdup_printf (_("%s was revoked, and applied again from %s: without a review of the decision."), code, day));
    }
}

static gboolean
was_revoked (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    if (((const MusterCertificationEvent *) events->pdata[i])->to == MUSTER_STATE_REVOKED)
      return TRUE;
  return FALSE;
}

/* The same of who was revoked in one role, and began in another. */
static void
remark_on_other_role (MusterVerifier *self, const char *code, GPtrArray *events)
{
  if (!was_revoked (events))
    return;
  for (guint i = 0; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];
      g_autofree char *day = NULL;

      if (event->to != MUSTER_STATE_APPLICANT || !muster_certification_event_stands (event) || !muster_change_rule_is_revoked_in_another (events, event))
        continue;
      day = muster_date_dup_text (&event->effective);
      /* Translators: a person’s code, a day */
      muster_verifier_remark (self, g_strdup_printf (_("%s was revoked in one role, and began in another from %s."), code, day));
    }
}

/* Whether the history of one person's certifications is one that the lifecycle knows. */
static gboolean
check_person (MusterVerifier *self, gint64 assister_id, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (self->database, assister_id, error);
  g_autoptr (GError) found = NULL;
  g_autofree char *code = muster_assister_dup_code (assister_id);
  g_autofree char *what = NULL;

  if (events == NULL)
    return FALSE;
  remark_on_application (self, code, events);
  remark_on_other_role (self, code, events);
  for (int i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (!muster_change_rule_check_chain (events, 1 << i, &found))
      {
        what = g_strdup_printf ("%s: %s", code, found->message);
        return muster_verifier_blame (self, self->newest, what);
      }
  return TRUE;
}

static gboolean
check_histories (MusterVerifier *self, GError **error)
{
  g_autoptr (MusterStatement) people = muster_database_prepare (self->database, "SELECT assister_id FROM certification GROUP BY assister_id HAVING count (*) > 1", error);
  gboolean row = TRUE;

  while (people != NULL && row && self->bad_entry == 0)
    {
      if (!muster_statement_step (people, &row, error))
        return FALSE;
      if (row && !check_person (self, muster_statement_get_int (people, 0), error))
        return FALSE;
    }
  return people != NULL;
}

gboolean
muster_verify_replay (MusterVerifier *self, GError **error)
{
  for (int number = 0; number < MUSTER_N_TABLES && self->bad_entry == 0; number++)
    if (!replay_table (self, number, error))
      return FALSE;
  return self->bad_entry != 0 || (check_histories (self, error) && muster_verify_gone (self, error));
}
