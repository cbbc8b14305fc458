/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-list-query.h"

#include <string.h>

#include "store/muster-cases-table-private.h"
#include "store/muster-table-private.h"

typedef struct
{
  gint64 id;
  guint tiles; /* bits, 1 << MusterCaseTile */
  guint words; /* where they begin */
  guint32 place; /* muster_case_get_place() */
  guint nth;     /* by age: 0 is the newest */
} Line;

struct _MusterCaseList
{
  GArray *lines; /* of Line */
  GString *words; /* (nullable): folded, ended by zeros */
};

/* As the fold of words goes, dots and spaces too many do no harm. */
#define NAME(a) "coalesce (" a ".given_name, '') || ' ' || coalesce (" a ".middle_name, '') || ' ' || coalesce (" a ".family_name, '') || ' ' || coalesce (" a ".suffix, '')"
#define NAMES_OF_INCIDENT \
  "(SELECT group_concat (" NAME ("a") ", ' ') FROM incident_person p JOIN assister a ON a.id = p.assister_id WHERE p.incident_id = c.id AND NOT p.removed)"

/* By kind: id, state, the day that counts for that state, of incidents the kind; the words behind them, in what is read for a whole list. Each is read in the order of an index that has all but the words. */
static const struct
{
  const char *line;
  const char *words;
  const char *from;
} queries[MUSTER_N_CASE_KINDS] = {
  [MUSTER_CASE_INCIDENT] = { "SELECT c.id, c.state, c.closed, ", "c.kind, c.number || ' ' || coalesce (" NAMES_OF_INCIDENT ", '') || ' ' || c.narrative", " FROM incident c ORDER BY c.discovered DESC, c.id DESC" },
  [MUSTER_CASE_ACTION] = { "SELECT c.id, c.state, CASE c.state WHEN 'open' THEN " MUSTER_DEADLINE_SQL ("c") " ELSE c.closed END, ",
                           "NULL, c.number || ' ' || (SELECT " NAME ("a") " FROM assister a WHERE a.id = c.assister_id) || ' ' || c.finding", " FROM corrective_action c ORDER BY c.opened DESC, c.id DESC" },
  [MUSTER_CASE_DECISION] = { "SELECT c.id, c.state, NULL, ",
                             "NULL, c.number || ' ' || (SELECT " NAME ("a") " FROM assister a WHERE a.id = c.assister_id) || ' ' || c.reason || ' ' || (SELECT full_name FROM account WHERE id = c.proposer)",
                             " FROM decision c ORDER BY c.proposed_at DESC, c.id DESC" },
};

/* What their duties are counted by, of open incidents, each with its reports. */
static const char *const duties_sql =
  "SELECT i.id, i.kind, i.discovered, i.discovered_minute, i.data, i.data_people, i.data_encrypted, r.duty, r.at_day, r.at_minute"
  " FROM incident i LEFT JOIN incident_report r ON r.incident_id = i.id WHERE i.state = 'open' ORDER BY i.id";

static const char *const tables[MUSTER_N_CASE_KINDS] = { [MUSTER_CASE_INCIDENT] = "incident", [MUSTER_CASE_ACTION] = "corrective_action", [MUSTER_CASE_DECISION] = "decision" };

static gboolean
get_tiles (MusterStatement *statement, MusterCaseKind kind, const GDate *today, guint *tiles, guint32 *place, GError **error)
{
  const char *code = muster_statement_get_text (statement, 1);
  MusterActionState action;
  MusterDecisionState decision;
  MusterIncidentState incident;
  GDate day;

  muster_statement_get_date (statement, 2, &day);
  switch (kind)
    {
    case MUSTER_CASE_ACTION:
      if (!muster_action_state_from_code (code, &action, error))
        return FALSE;
      *tiles = muster_case_tiles_of_action (action, &day, &day, today);
      *place = muster_case_get_place (*tiles, &day);
      return TRUE;
    case MUSTER_CASE_DECISION:
      if (!muster_decision_state_from_code (code, &decision, error))
        return FALSE;
      *tiles = muster_case_tiles_of_decision (decision);
      *place = muster_case_get_place (*tiles, NULL);
      return TRUE;
    case MUSTER_CASE_INCIDENT:
    default:
      if (!muster_incident_state_from_code (code, &incident, error))
        return FALSE;
      *tiles = muster_case_tiles_of_incident (incident, NULL, &day, today);
      *place = muster_case_get_place (*tiles, NULL);
      return TRUE;
    }
}

static gboolean
add_words (MusterCaseList *self, MusterStatement *statement, GError **error)
{
  const char *kind_code = muster_statement_get_text (statement, 3);
  g_autofree char *folded = muster_text_fold (muster_statement_get_text (statement, 4));
  MusterIncidentKind kind;

  g_string_append (self->words, folded);
  if (kind_code != NULL)
    {
      g_autofree char *label = NULL;

      if (!muster_incident_kind_from_code (kind_code, &kind, error))
        return FALSE;
      label = muster_text_fold (muster_incident_kind_get_label (kind));
      g_string_append_printf (self->words, " %s", label);
    }
  g_string_append_c (self->words, '\0');
  return TRUE;
}

static gboolean
add_line (MusterCaseList *self, MusterStatement *statement, MusterCaseKind kind, const GDate *today, GError **error)
{
  Line line = { .id = muster_statement_get_int (statement, 0), .words = self->words != NULL ? (guint) self->words->len : 0, .nth = self->lines->len };

  if (!get_tiles (statement, kind, today, &line.tiles, &line.place, error) || (self->words != NULL && !add_words (self, statement, error)))
    return muster_table_blame (tables[kind], line.id, error);
  g_array_append_val (self->lines, line);
  return TRUE;
}

static gboolean
load_lines (MusterCaseList *self, MusterDatabase *database, MusterCaseKind kind, const GDate *today, GError **error)
{
  g_autofree char *sql = g_strconcat (queries[kind].line, self->words != NULL ? queries[kind].words : "NULL", queries[kind].from, NULL);
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  gboolean row = statement != NULL;

  while (row)
    if (!muster_statement_step (statement, &row, error) || (row && !add_line (self, statement, kind, today, error)))
      return FALSE;
  return statement != NULL;
}

static MusterIncident *
read_duties (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();

  incident->id = muster_statement_get_int (statement, 0);
  incident->state = MUSTER_INCIDENT_OPEN;
  muster_cases_read_moment (statement, 2, &incident->discovered);
  incident->data_people = (guint) muster_statement_get_int (statement, 5);
  if (!muster_incident_kind_from_code (muster_statement_get_text (statement, 1), &incident->kind, error) ||
      !muster_known_from_code (muster_statement_get_text (statement, 4), &incident->data, error) ||
      !muster_known_from_code (muster_statement_get_text (statement, 6), &incident->data_encrypted, error))
    {
      muster_table_blame ("incident", incident->id, error);
      return NULL;
    }
  return g_steal_pointer (&incident);
}

static gboolean
read_report (MusterStatement *statement, MusterIncident *incident, GError **error)
{
  const char *code = muster_statement_get_text (statement, 7);
  MusterIncidentDuty duty;

  if (code == NULL)
    return TRUE;
  if (!muster_incident_duty_from_code (code, &duty, error))
    return muster_table_blame ("incident_report", incident->id, error);
  muster_cases_read_moment (statement, 8, &muster_incident_add_report (incident, duty)->at);
  return TRUE;
}

/* Where each open incident stands in the list. */
static GHashTable *
find_open (MusterCaseList *self)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      if ((line->tiles & 1u << MUSTER_CASE_TILE_OPEN) != 0)
        g_hash_table_insert (places, &line->id, line);
    }
  return places;
}

static void
set_due (GHashTable *places, const MusterIncident *incident, MusterRulePack *pack, const MusterMoment *now)
{
  Line *line = incident != NULL ? g_hash_table_lookup (places, &incident->id) : NULL;
  g_autoptr (GArray) clocks = line != NULL ? muster_incident_list_clocks (incident, pack, now) : NULL;
  const MusterIncidentClock *undone = clocks != NULL ? muster_incident_find_undone (clocks) : NULL;

  if (line == NULL)
    return;
  line->tiles = muster_case_tiles_of_incident (incident->state, undone, &incident->closed, &now->day);
  line->place = muster_case_get_place (line->tiles, undone != NULL ? &undone->due.day : NULL);
}

static gboolean
load_due (MusterCaseList *self, MusterDatabase *database, MusterRulePack *pack, const MusterMoment *now, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, duties_sql, error);
  g_autoptr (GHashTable) places = find_open (self);
  g_autoptr (MusterIncident) incident = NULL;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      if (incident == NULL || incident->id != muster_statement_get_int (statement, 0))
        {
          set_due (places, incident, pack, now);
          muster_incident_free (incident);
          incident = read_duties (statement, error);
        }
      if (incident == NULL || !read_report (statement, incident, error))
        return FALSE;
    }
  set_due (places, incident, pack, now);
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->nth < other->nth ? -1 : one->nth > other->nth;
}

/* Most have no day by which something is due, and are in their order already: only the others are sorted, and come first. */
static void
sort_lines (MusterCaseList *self)
{
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (Line), self->lines->len);
  guint n_open = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line line = g_array_index (self->lines, Line, i);

      if (line.place == G_MAXUINT32)
        g_array_append_val (rest, line);
      else
        g_array_index (self->lines, Line, n_open++) = line;
    }
  g_array_set_size (self->lines, n_open);
  g_array_sort (self->lines, compare_lines);
  g_array_append_vals (self->lines, rest->data, rest->len);
  g_array_unref (rest);
}

MusterCaseList *
muster_case_list_query_load (MusterDatabase *database, MusterCaseKind kind, MusterRulePack *pack, const MusterMoment *now, gboolean whole, GError **error)
{
  g_autoptr (MusterCaseList) self = g_new0 (MusterCaseList, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->words = whole ? g_string_new (NULL) : NULL;
  if (!load_lines (self, database, kind, &now->day, error) || (whole && kind == MUSTER_CASE_INCIDENT && !load_due (self, database, pack, now, error)))
    return NULL;
  sort_lines (self);
  return g_steal_pointer (&self);
}

void
muster_case_list_free (MusterCaseList *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  if (self->words != NULL)
    g_string_free (self->words, TRUE);
  g_free (self);
}

gboolean
muster_case_list_is_whole (const MusterCaseList *self)
{
  return self->words != NULL;
}

guint
muster_case_list_count (const MusterCaseList *self, MusterCaseTile tile)
{
  guint count = 0;

  for (guint i = 0; i < self->lines->len; i++)
    count += g_array_index (self->lines, Line, i).tiles >> tile & 1;
  return count;
}

static gboolean
has_words (const char *text, char **words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      return FALSE;
  return TRUE;
}

GArray *
muster_case_list_select (const MusterCaseList *self, MusterCaseTile tile, const char *sought)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) words = g_strsplit (sought, " ", -1);

  g_return_val_if_fail (self->words != NULL || *sought == '\0', ids);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if ((line->tiles >> tile & 1) != 0 && (*sought == '\0' || has_words (self->words->str + line->words, words)))
        g_array_append_val (ids, line->id);
    }
  return ids;
}
