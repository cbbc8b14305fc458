/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-facts-private.h"

#include "store/muster-row-view.h"

#define AFFILIATION_NUMBER "4"

/* As they stand. */
#define NOW "SELECT f.assister_id, f.agency_id, f.from_day, f.through_day FROM affiliation f WHERE f.taken_back IS NULL"
/*
 * A stay ends, goes on and is taken back in its own row, so that what was known of it on a day is what the journal last wrote of it by then. Rows of which the journal
 * has nothing, or nothing any more, are as they stand.
 */
#define LAST_CHANGE "(SELECT x.id FROM journal_change x JOIN journal_entry e ON e.sequence = x.entry WHERE x.table_number = " AFFILIATION_NUMBER \
                    " AND x.row_id = f.id AND e.time < ?2 ORDER BY x.id DESC LIMIT 1)"
#define HAS_CHANGE "EXISTS (SELECT 1 FROM journal_change y WHERE y.table_number = " AFFILIATION_NUMBER " AND y.row_id = f.id)"
#define THEN "SELECT f.assister_id, f.agency_id, f.from_day, f.through_day, c.after, f.taken_back FROM affiliation f LEFT JOIN journal_change c ON c.id = " LAST_CHANGE \
             " WHERE (c.id IS NOT NULL OR NOT " HAS_CHANGE ")"
#define ONE " AND f.assister_id = ?1"
#define IN_ORDER " ORDER BY f.id"

/* Everybody or one person, as it stands or as it was known. */
static const char *const queries[2][2] = {
  { NOW IN_ORDER, NOW ONE IN_ORDER },
  { THEN IN_ORDER, THEN ONE IN_ORDER },
};

typedef struct
{
  gint64 agency_id;
  MusterDay from;
  MusterDay through; /* 0: no end */
  gboolean is_away;  /* taken back */
} Stay;

static MusterDay
read_day (const MusterRowView *view, const char *column)
{
  const MusterCell *cell = muster_row_view_get (view, column);
  MusterDay day = 0;

  for (gsize i = 0; cell->type == MUSTER_CELL_TEXT && i < cell->size; i++)
    if (g_ascii_isdigit (cell->bytes[i]))
      day = day * 10 + (cell->bytes[i] - '0');
  return day;
}

static void
read_stay (MusterStatement *statement, const MusterTableShape *shape, Stay *stay)
{
  gsize size = 0;
  const guint8 *after = shape->n_columns > 0 ? muster_statement_get_blob (statement, 4, &size) : NULL;
  MusterRowView view;

  if (after != NULL && muster_row_view_read (&view, shape, after, size))
    {
      *stay = (Stay) { muster_row_view_get_int (&view, "agency_id"), read_day (&view, "from_day"), read_day (&view, "through_day"), muster_row_view_get_int (&view, "taken_back") != 0 };
      return;
    }
  *stay = (Stay) { muster_statement_get_int (statement, 1), muster_roster_read_day (statement, 2), muster_roster_read_day (statement, 3), FALSE };
  stay->is_away = shape->n_columns > 0 && muster_statement_get_int (statement, 5) != 0;
}

/* As muster_affiliation_find_on(), over rows that come one by one. */
static void
take_stay (const MusterRosterDay *day, const Stay *stay, MusterRosterDraft *draft)
{
  gboolean has_begun = stay->from <= day->as_of;

  if (stay->is_away)
    return;
  if (has_begun && !draft->agency_has_begun)
    {
      draft->agency_has_begun = TRUE;
      draft->facts.has_agency = FALSE;
      draft->agency_since = 0;
      draft->agency_id = 0;
    }
  if (has_begun != draft->agency_has_begun || (has_begun && stay->through != 0 && stay->through < day->as_of))
    return;
  if (draft->facts.has_agency && (has_begun ? stay->from < draft->agency_since : stay->from > draft->agency_since))
    return;
  draft->agency_since = stay->from;
  draft->agency_id = stay->agency_id;
  draft->facts.has_agency = TRUE;
}

static gboolean
take_all (MusterStatement *statement, const MusterRosterDay *day, const MusterTableShape *shape, MusterRosterFindDraft find, gpointer data, GCancellable *cancellable, GError **error)
{
  for (guint n_rows = 0;; n_rows++)
    {
      MusterRosterDraft *draft;
      gboolean row;
      Stay stay;

      if (n_rows % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      draft = find (data, muster_statement_get_int (statement, 0));
      if (draft == NULL)
        continue;
      read_stay (statement, shape, &stay);
      take_stay (day, &stay, draft);
    }
}

gboolean
muster_roster_stays_take (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterFindDraft find, gpointer data, GCancellable *cancellable, GError **error)
{
  gboolean is_past = day->known_until != G_MAXINT64, done;
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, queries[is_past][assister_id != 0], error);
  MusterTableShape shape = { 0 };

  if (statement == NULL || (is_past && !muster_table_shape_load (database, "affiliation", &shape, error)))
    return FALSE;
  if (assister_id != 0)
    muster_statement_bind_int (statement, 1, assister_id);
  if (is_past)
    muster_statement_bind_int (statement, 2, day->known_until);
  done = take_all (statement, day, &shape, find, data, cancellable, error);
  muster_table_shape_clear (&shape);
  return done;
}
