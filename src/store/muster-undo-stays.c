/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include "domain/muster-date.h"
#include "domain/muster-stay.h"

/* Everything that the journal has of a person's stays, in its order. */
static const char *const history_sql =
  "SELECT c.entry, f.id, c.before, c.after FROM affiliation f CROSS JOIN journal_change c ON c.table_number = 4 AND c.row_id = f.id"
  " WHERE f.assister_id = ?1 ORDER BY c.id";

static const char *const now_sql =
  "SELECT f.id, f.through_day, f.taken_back, g.name FROM affiliation f JOIN agency g ON g.id = f.agency_id WHERE f.assister_id = ?1 ORDER BY f.id";

typedef struct
{
  gint64 id;
  GDate through;
  gboolean is_away;
  char *agency;
} StayNow;

typedef struct
{
  MusterUndoPlanning *planning;
  const MusterUndoPerson *person;
  GArray *now;        /* of StayNow */
  GArray *before;     /* events with the import as it stands */
  GArray *after;      /* events as it will be */
  gint64 later_entry; /* the newest that counts, after the import */
} Stays;

static void
clear_stay_now_cb (gpointer data)
{
  g_free (((StayNow *) data)->agency);
}

static void
stays_clear (Stays *stays)
{
  g_clear_pointer (&stays->now, g_array_unref);
  g_clear_pointer (&stays->before, g_array_unref);
  g_clear_pointer (&stays->after, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stays, stays_clear)

static const MusterUndoRow *
find_row (const Stays *stays, gint64 id)
{
  for (guint i = stays->person->first_row; i < stays->person->first_row + stays->person->n_rows; i++)
    {
      const MusterUndoRow *row = &g_array_index (stays->planning->rows, MusterUndoRow, i);

      if (row->table == MUSTER_UNDO_AFFILIATION && row->id == id)
        return row;
    }
  return NULL;
}

static const StayNow *
find_now (const Stays *stays, gint64 id)
{
  for (guint i = 0; i < stays->now->len; i++)
    if (g_array_index (stays->now, StayNow, i).id == id)
      return &g_array_index (stays->now, StayNow, i);
  return NULL;
}

/* Whether the stay is one of those of the person; the import's own are those that it is about. */
static gboolean
counts (const Stays *stays, gint64 id, gboolean is_done)
{
  const MusterUndoRow *row = find_row (stays, id);
  const StayNow *now = find_now (stays, id);

  if (is_done && row != NULL && row->is_new)
    return !stays->planning->takes_back;
  return now != NULL && !now->is_away;
}

static gboolean
load_now (Stays *stays, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (stays->planning->database, now_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, stays->person->id);
  while (TRUE)
    {
      StayNow now = { 0 };

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      now.id = muster_statement_get_int (statement, 0);
      muster_statement_get_date (statement, 1, &now.through);
      now.is_away = muster_statement_get_int (statement, 2) != 0;
      now.agency = muster_statement_dup_text (statement, 3);
      g_array_append_val (stays->now, now);
    }
}

static gboolean
read_view (Stays *stays, MusterStatement *statement, int column, MusterRowView *view)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);

  muster_row_view_read (view, &stays->planning->stay_shape, bytes, size);
  return bytes != NULL;
}

static void
read_day (const MusterRowView *view, const char *column, GDate *day)
{
  g_autofree char *text = muster_row_view_dup_text (view, column);

  if (text == NULL || !muster_date_parse_iso (text, day, NULL))
    g_date_clear (day, 1);
}

/* Sets @event to what the change says of the stay; %FALSE if it says nothing of its days. */
static gboolean
read_event (Stays *stays, MusterStatement *statement, MusterStayEvent *event)
{
  MusterRowView before, after;
  gboolean is_new = !read_view (stays, statement, 2, &before);

  event->id = muster_statement_get_int (statement, 1);
  if (!read_view (stays, statement, 3, &after))
    return FALSE;
  if (!is_new && muster_cell_equal (muster_row_view_get (&before, "through_day"), muster_row_view_get (&after, "through_day")))
    return FALSE;
  read_day (&after, is_new ? "from_day" : "through_day", &event->day);
  event->kind = is_new ? MUSTER_STAY_BEGINS : g_date_valid (&event->day) ? MUSTER_STAY_ENDS
                                                                         : MUSTER_STAY_GOES_ON;
  return TRUE;
}

/* A beginning counts if its stay does, whoever recorded it; anything else if its entry does. */
static void
add_event (Stays *stays, gint64 entry, const MusterStayEvent *event)
{
  gboolean is_beginning = event->kind == MUSTER_STAY_BEGINS;
  gboolean will_count = muster_import_history_counts (stays->planning->imports, entry);
  gboolean is_import = entry == stays->planning->entry;

  if (is_beginning ? counts (stays, event->id, FALSE) : is_import ? stays->planning->takes_back
                                                                  : will_count)
    g_array_append_val (stays->before, *event);
  if (is_beginning ? counts (stays, event->id, TRUE) : will_count)
    g_array_append_val (stays->after, *event);
  if (entry > stays->planning->entry && will_count)
    stays->later_entry = entry;
}

static gboolean
load_events (Stays *stays, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (stays->planning->database, history_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, stays->person->id);
  while (TRUE)
    {
      MusterStayEvent event = { 0 };

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (read_event (stays, statement, &event))
        add_event (stays, muster_statement_get_int (statement, 0), &event);
    }
}

static gboolean
same_day (const GDate *a, const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);
  return g_date_compare (a, b) == 0;
}

/* Whether the events make the stays that there are: else somebody did something that they do not tell of. */
static gboolean
is_reproduced (const Stays *stays, GArray *replayed)
{
  guint n = 0;

  for (guint i = 0; i < replayed->len; i++)
    {
      const MusterStay *stay = &g_array_index (replayed, MusterStay, i);
      const StayNow *now = find_now (stays, stay->id);

      if (now == NULL || !same_day (&now->through, &stay->through))
        return FALSE;
    }
  for (guint i = 0; i < stays->now->len; i++)
    n += !g_array_index (stays->now, StayNow, i).is_away;
  return n == replayed->len;
}

static gboolean
take_ends (Stays *stays, GArray *replayed)
{
  gboolean taken = FALSE;

  for (guint i = 0; i < replayed->len; i++)
    {
      const MusterStay *stay = &g_array_index (replayed, MusterStay, i);
      const StayNow *now = find_now (stays, stay->id);
      const MusterUndoEnd end = { stay->id, stays->person->id, stay->through };

      if (now == NULL || same_day (&now->through, &stay->through))
        continue;
      g_array_append_val (stays->planning->plan->ends, end);
      taken = TRUE;
    }
  return taken;
}

static gboolean
take_rows (Stays *stays)
{
  gboolean taken = FALSE;

  for (guint i = stays->person->first_row; i < stays->person->first_row + stays->person->n_rows; i++)
    {
      const MusterUndoRow *row = &g_array_index (stays->planning->rows, MusterUndoRow, i);
      const StayNow *now = row->table == MUSTER_UNDO_AFFILIATION && row->is_new ? find_now (stays, row->id) : NULL;

      if (now == NULL || now->is_away == stays->planning->takes_back)
        continue;
      muster_undo_planning_take (stays->planning, row);
      taken = TRUE;
    }
  return taken;
}

/* The agency of the stay that the import began. */
static const char *
get_imported (const Stays *stays)
{
  for (guint i = 0; i < stays->now->len; i++)
    {
      const StayNow *now = &g_array_index (stays->now, StayNow, i);
      const MusterUndoRow *row = find_row (stays, now->id);

      if (row != NULL && row->is_new)
        return now->agency;
    }
  return NULL;
}

/* Whom the person is with by @replayed: the newest stay without an end. */
static const char *
get_current (const Stays *stays, GArray *replayed)
{
  for (guint i = replayed->len; i > 0; i--)
    {
      const MusterStay *stay = &g_array_index (replayed, MusterStay, i - 1);

      if (!g_date_valid (&stay->through))
        return find_now (stays, stay->id)->agency;
    }
  return NULL;
}

static void
show_change (Stays *stays, GArray *before, GArray *after)
{
  const char *now = get_current (stays, before), *back = get_current (stays, after);

  if (g_strcmp0 (now, back) != 0)
    muster_undo_planning_restore (stays->planning, stays->person->id, MUSTER_UNDO_ELSEWHERE, MUSTER_FIELD_AGENCY, now, back);
}

static gboolean
say_changed (Stays *stays, GArray *replayed, GError **error)
{
  const MusterUndoSaying saying = {
    .rule = MUSTER_UNDO_CHANGED_SINCE,
    .person = stays->person->id,
    .field = MUSTER_FIELD_AGENCY,
    .imported = get_imported (stays),
    .now = get_current (stays, replayed),
    .entry = stays->later_entry,
  };

  return stays->later_entry == 0 || saying.imported == NULL || muster_undo_findings_add (stays->planning, &saying, error);
}

gboolean
muster_undo_stays_plan (MusterUndoPlanning *planning, const MusterUndoPerson *person, gboolean *is_restored, GError **error)
{
  g_auto (Stays) stays = { .planning = planning, .person = person };
  g_autoptr (GArray) before = NULL, after = NULL;

  stays.now = g_array_new (FALSE, FALSE, sizeof (StayNow));
  g_array_set_clear_func (stays.now, clear_stay_now_cb);
  stays.before = g_array_new (FALSE, FALSE, sizeof (MusterStayEvent));
  stays.after = g_array_new (FALSE, FALSE, sizeof (MusterStayEvent));
  if (!load_now (&stays, error) || !load_events (&stays, error))
    return FALSE;
  before = muster_stays_replay (stays.before);
  after = muster_stays_replay (stays.after);
  *is_restored |= take_rows (&stays);
  if (is_reproduced (&stays, before))
    *is_restored |= take_ends (&stays, after);
  show_change (&stays, before, after);
  return say_changed (&stays, after, error);
}
