/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-today-query.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-public-list.h"
#include "domain/muster-incident-clock.h"
#include "domain/muster-season.h"
#include "store/muster-case-history-query.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-index-private.h"
#include "store/muster-snooze-table.h"

/* One row each: its id, the person, its number, what it is, its day, the case it opens. */
#define LIST(what, from, condition, order) \
  "WITH days (today, ahead) AS (VALUES (?1, ?2)) SELECT " what " FROM days CROSS JOIN " from " WHERE " condition " ORDER BY " order
#define ACTIONS(condition) \
  LIST ("t.id, t.assister_id, t.number, t.finding, t.due, t.id", "corrective_action t", "t.state = 'open' AND " condition, "t.due, t.id")
#define CHECK_PLANNED "EXISTS (SELECT 1 FROM corrective_action_follow_up f WHERE f.action_id = t.id AND f.kind = 'check' AND f.state = 'pending')"
#define DECISIONS(day, condition) LIST ("t.id, t.assister_id, t.number, t.reason, " day ", t.id", "decision t", condition, "t.review_until, t.id")

/* By kind; %NULL for what is read from the roster. */
static const char *const case_queries[MUSTER_N_TODAY_KINDS] = {
  [MUSTER_TODAY_ACTION_OVERDUE] = ACTIONS ("t.due < today AND NOT " CHECK_PLANNED),
  [MUSTER_TODAY_STEP_OVERDUE] = LIST ("s.id, t.assister_id, t.number, s.what, s.due, t.id", "corrective_action t JOIN corrective_action_step s ON s.action_id = t.id",
                                      "t.state = 'open' AND t.due >= today AND s.done_on IS NULL AND s.due < today", "s.due, s.id"),
  [MUSTER_TODAY_CHECK_DUE] = LIST ("t.id, t.assister_id, t.number, f.text, f.due, t.id", "corrective_action t JOIN corrective_action_follow_up f ON f.action_id = t.id",
                                   "t.state = 'open' AND f.kind = 'check' AND f.state = 'pending' AND f.due <= ahead", "f.due, f.id"),
  [MUSTER_TODAY_DECISION_WAITING] = DECISIONS ("NULL", "t.state = 'proposed'"),
  [MUSTER_TODAY_EXTENSION_WAITING] = LIST ("t.id, t.assister_id, t.number, f.text, f.due, t.id", "corrective_action t JOIN corrective_action_follow_up f ON f.action_id = t.id",
                                           "t.state = 'open' AND f.kind = 'extension' AND f.state = 'pending'", "f.id"),
  [MUSTER_TODAY_ACTION_DUE] = ACTIONS ("t.due BETWEEN today AND ahead AND NOT " CHECK_PLANNED),
  [MUSTER_TODAY_REVIEW_CLOSING] = DECISIONS ("t.review_until", "t.state = 'approved' AND t.review_until BETWEEN today AND ahead AND"
                                                               " NOT EXISTS (SELECT 1 FROM decision o WHERE o.calls_off = t.id AND o.state = 'approved')"),
  [MUSTER_TODAY_LIST_TASK] = LIST ("t.id, t.assister_id, NULL, t.finding, NULL, 0", "reconciliation_task t JOIN assister a ON a.id = t.assister_id",
                                   "t.state = 'open' AND t.cured_by IS NULL AND a.taken_back IS NULL", "t.id"),
};

typedef struct
{
  MusterDatabase *database;
  MusterToday *today;
  GHashTable *snoozes;
  gboolean with_snoozed;
} Making;

static void
group_free (gpointer data)
{
  MusterTodayGroup *group = data;

  g_ptr_array_unref (group->items);
  g_clear_pointer (&group->fold, muster_today_item_free);
  g_free (group);
}

void
muster_today_free (MusterToday *today)
{
  if (today == NULL)
    return;
  g_ptr_array_unref (today->groups);
  g_free (today);
}

static MusterTodayGroup *
group_new (MusterTodayKind kind)
{
  MusterTodayGroup *group = g_new0 (MusterTodayGroup, 1);

  group->kind = kind;
  group->items = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_today_item_free);
  return group;
}

static const MusterSnooze *
find_snooze (const Making *making, MusterTodayKind kind, gint64 id)
{
  g_autofree char *key = muster_today_dup_key (kind, id);

  return g_hash_table_lookup (making->snoozes, key);
}

/* Counts it, and says whether it is to be listed. What is folded is put off with the line that stands for it, too. */
static gboolean
count_in (Making *making, MusterTodayGroup *group, gint64 id, gboolean is_folded, const MusterSnooze **snooze)
{
  *snooze = find_snooze (making, group->kind, id);
  if (*snooze == NULL && is_folded)
    *snooze = find_snooze (making, group->kind, 0);
  if (*snooze != NULL)
    group->n_snoozed++;
  else
    group->count++;
  if (*snooze != NULL && !making->with_snoozed)
    return FALSE;
  group->n_folded += is_folded;
  return group->items->len < MUSTER_TODAY_LINES;
}

static MusterTodayItem *
item_new (MusterTodayKind kind, gint64 id, gint64 assister_id, const MusterSnooze *snooze)
{
  MusterTodayItem *item = g_new0 (MusterTodayItem, 1);

  item->kind = kind;
  item->id = id;
  item->assister_id = assister_id;
  if (snooze != NULL)
    {
      item->snoozed_until = snooze->until;
      item->snooze_reason = g_strdup (snooze->reason);
    }
  return item;
}

static MusterTodayItem *
add_item (MusterTodayGroup *group, gint64 id, gint64 assister_id, const MusterSnooze *snooze)
{
  MusterTodayItem *item = item_new (group->kind, id, assister_id, snooze);

  g_ptr_array_add (group->items, item);
  return item;
}

static gboolean
name_people (Making *making, MusterTodayGroup *group, GError **error)
{
  for (guint i = 0; i < group->items->len; i++)
    {
      MusterTodayItem *item = group->items->pdata[i];
      g_autoptr (MusterAssister) person = NULL;

      if (item->assister_id == 0)
        continue;
      person = muster_people_table_load (making->database, item->assister_id, error);
      if (person == NULL)
        return FALSE;
      item->name = muster_assister_dup_list_name (person);
    }
  return TRUE;
}

/* Takes @group, and leaves it out where it is empty. */
static gboolean
finish (Making *making, MusterTodayGroup *group, GError **error)
{
  making->today->count += group->count;
  making->today->n_snoozed += group->n_snoozed;
  if (group->count == 0 && group->items->len == 0)
    {
      group_free (group);
      return TRUE;
    }
  g_ptr_array_add (making->today->groups, group);
  return name_people (making, group, error);
}

/* What a list found has a code; of cases it is what a person wrote. */
static char *
dup_detail (MusterTodayKind kind, const char *text)
{
  MusterListFinding finding;

  if (kind == MUSTER_TODAY_LIST_TASK && muster_list_finding_from_code (text, &finding, NULL))
    return g_strdup (muster_list_finding_get_label (finding));
  return g_strdup (text);
}

static gboolean
read_cases (Making *making, MusterTodayGroup *group, const char *sql, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (making->database, sql, error);
  GDate ahead = making->today->today;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  g_date_add_days (&ahead, MUSTER_TODAY_DAYS_AHEAD);
  muster_statement_bind_date (statement, 1, &making->today->today);
  muster_statement_bind_date (statement, 2, &ahead);
  while (TRUE)
    {
      const MusterSnooze *snooze;
      MusterTodayItem *item;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!count_in (making, group, muster_statement_get_int (statement, 0), FALSE, &snooze))
        continue;
      item = add_item (group, muster_statement_get_int (statement, 0), muster_statement_get_int (statement, 1), snooze);
      item->number = muster_statement_dup_text (statement, 2);
      item->detail = dup_detail (group->kind, muster_statement_get_text (statement, 3));
      muster_statement_get_date (statement, 4, &item->due);
      item->case_id = muster_statement_get_int (statement, 5);
    }
}

static gboolean
add_cases (Making *making, MusterTodayKind kind, GError **error)
{
  MusterTodayGroup *group = group_new (kind);

  if (read_cases (making, group, case_queries[kind], error))
    return finish (making, group, error);
  group_free (group);
  return FALSE;
}

static guint32
get_lacking (const MusterStandingFacts *facts)
{
  return facts->missing | facts->expired | facts->adverse;
}

/* What is lacking, by its titles. */
static char *
dup_lacking (MusterRulePack *pack, const MusterStandingFacts *facts)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  for (guint i = 0; i < n; i++)
    if ((get_lacking (facts) & (1u << i)) != 0)
      g_ptr_array_add (titles, requirements[i]->title);
  return g_strjoinv (", ", (char **) titles->pdata);
}

static int
compare_through (gconstpointer a, gconstpointer b, gpointer data)
{
  const MusterRosterEntry *entries = data;
  MusterDay first = entries[*(const guint *) a].facts.through, second = entries[*(const guint *) b].facts.through;

  return first < second ? -1 : first > second;
}

/* Returns: (element-type guint): the places in the index of whom the kind is about, the most urgent first. */
static GArray *
list_people (MusterRosterIndex *index, MusterTodayKind kind)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint days = muster_rule_pack_get_expiring_days (index->day.pack);

  for (guint i = 0; i < index->n; i++)
    {
      const MusterRosterEntry *entry = &index->entries[i];
      MusterStanding standing = muster_roster_entry_get_standing (entry);

      if (kind == MUSTER_TODAY_EXPIRING ? muster_standing_is_expiring (&standing, &entry->facts, index->day.as_of, days) : entry->facts.blocked_types != 0 && entry->facts.active)
        g_array_append_val (found, i);
    }
  if (kind == MUSTER_TODAY_EXPIRING)
    g_array_sort_with_data (found, compare_through, index->entries);
  return found;
}

/* Whether nothing but the season is behind it. */
static gboolean
is_of_season (MusterRosterIndex *index, MusterTodayKind kind, guint position)
{
  const MusterStandingFacts *facts = &index->entries[position].facts;

  if (kind == MUSTER_TODAY_EXPIRING)
    return facts->through == muster_day_from_date (&muster_rule_pack_get_season (index->day.pack)->due);
  return (get_lacking (facts) & ~muster_season_get_requirements (index->day.pack)) == 0;
}

/* How many lack what: “Data Security: 31, Notice: 28”. */
static char *
dup_lacking_counts (MusterRosterIndex *index, GArray *people)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (index->day.pack, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint count = 0;

      for (guint k = 0; k < people->len; k++)
        {
          guint position = g_array_index (people, guint, k);

          count += is_of_season (index, MUSTER_TODAY_SUSPENSION_PROPOSED, position) && (get_lacking (&index->entries[position].facts) & (1u << i)) != 0;
        }
      if (count > 0)
        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? ", " : "", requirements[i]->title, count);
    }
  return g_string_free_and_steal (text);
}

static void
add_fold (Making *making, MusterTodayGroup *group, MusterRosterIndex *index, GArray *people)
{
  if (group->n_folded == 0)
    return;
  group->fold = item_new (group->kind, 0, 0, find_snooze (making, group->kind, 0));
  if (group->kind == MUSTER_TODAY_EXPIRING)
    group->fold->due = muster_rule_pack_get_season (index->day.pack)->due;
  else
    group->fold->detail = dup_lacking_counts (index, people);
}

static void
add_person (Making *making, MusterTodayGroup *group, MusterRosterIndex *index, guint position, gboolean is_folded)
{
  const MusterRosterEntry *entry = &index->entries[position];
  const MusterSnooze *snooze;
  MusterTodayItem *item;

  if (!count_in (making, group, entry->id, is_folded, &snooze))
    return;
  item = add_item (group, entry->id, entry->id, snooze);
  item->is_folded = is_folded;
  if (group->kind == MUSTER_TODAY_EXPIRING)
    muster_day_to_date (entry->facts.through, &item->due);
  else
    item->detail = dup_lacking (index->day.pack, &entry->facts);
}

/* In a season many wait for the same: one line stands for them, and whoever is on the list for something else stands there alone, and first. */
static gboolean
add_people (Making *making, MusterRosterIndex *index, MusterTodayKind kind, GError **error)
{
  MusterTodayGroup *group = group_new (kind);
  g_autoptr (GArray) people = list_people (index, kind);
  guint n_of_season = 0;

  for (guint i = 0; i < people->len; i++)
    n_of_season += is_of_season (index, kind, g_array_index (people, guint, i));
  for (guint folded = 0; folded < 2; folded++)
    for (guint i = 0; i < people->len; i++)
      {
        guint position = g_array_index (people, guint, i);

        if (folded == (n_of_season >= MUSTER_TODAY_LEAST_FOLDED && is_of_season (index, kind, position)))
          add_person (making, group, index, position, folded);
      }
  add_fold (making, group, index, people);
  return finish (making, group, error);
}

static gboolean
add_rules (Making *making, MusterRosterIndex *index, GError **error)
{
  MusterTodayGroup *group = group_new (MUSTER_TODAY_RULES_ENDED);
  const GDate *through = muster_rule_pack_get_through (index->day.pack);
  const MusterSnooze *snooze;

  if (g_date_compare (through, &making->today->today) < 0 && index->n > 0 && count_in (making, group, 0, FALSE, &snooze))
    {
      MusterTodayItem *item = add_item (group, 0, 0, snooze);

      item->detail = g_strdup_printf (_("The rule pack “%s” has ended. See what adopting the next one would change."), muster_rule_pack_get_title (index->day.pack));
      item->due = *through;
    }
  return finish (making, group, error);
}

static gboolean
add_incidents (Making *making, MusterRosterIndex *index, GError **error)
{
  MusterTodayGroup *group = group_new (MUSTER_TODAY_INCIDENT_REPORT);
  MusterIncidentFilter filter = { .only_open = TRUE };
  g_autoptr (GPtrArray) incidents = muster_incident_table_list (making->database, &filter, error);
  MusterMoment now = { making->today->today, MUSTER_NO_MINUTE };

  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    {
      const MusterIncident *incident = incidents->pdata[i];
      g_autoptr (GArray) clocks = muster_incident_list_clocks (incident, index->day.pack, &now);
      const MusterIncidentClock *clock = muster_incident_find_undone (clocks);
      const MusterSnooze *snooze;
      MusterTodayItem *item;

      if (clock == NULL || g_date_days_between (&now.day, &clock->due.day) > MUSTER_TODAY_DAYS_AHEAD || !count_in (making, group, incident->id, FALSE, &snooze))
        continue;
      item = add_item (group, incident->id, 0, snooze);
      item->number = g_strdup (incident->number);
      item->name = g_strdup (incident->narrative);
      item->detail = g_strdup (clock->rule->title);
      item->due = clock->due.day;
      item->case_id = incident->id;
    }
  if (incidents != NULL)
    return finish (making, group, error);
  group_free (group);
  return FALSE;
}

static gboolean
add_escalations (Making *making, GError **error)
{
  MusterTodayGroup *group = group_new (MUSTER_TODAY_ESCALATION_PROPOSED);
  g_autoptr (GPtrArray) escalations = muster_case_history_list_escalations (making->database, &making->today->today, error);

  for (guint i = 0; escalations != NULL && i < escalations->len; i++)
    {
      const MusterEscalation *escalation = escalations->pdata[i];
      const MusterSnooze *snooze;
      MusterTodayItem *item;

      if (!count_in (making, group, escalation->action->id, FALSE, &snooze))
        continue;
      item = add_item (group, escalation->action->id, escalation->action->assister_id, snooze);
      item->number = g_strdup (escalation->action->number);
      item->detail = muster_escalation_dup_labels (escalation->grounds);
      item->due = *muster_corrective_action_get_deadline (escalation->action);
      item->case_id = escalation->action->id;
    }
  if (escalations != NULL)
    return finish (making, group, error);
  group_free (group);
  return FALSE;
}

static gboolean
add_kind (Making *making, MusterRosterIndex *index, MusterTodayKind kind, GError **error)
{
  if (kind == MUSTER_TODAY_INCIDENT_REPORT)
    return add_incidents (making, index, error);
  if (kind == MUSTER_TODAY_ESCALATION_PROPOSED)
    return add_escalations (making, error);
  if (kind == MUSTER_TODAY_SUSPENSION_PROPOSED || kind == MUSTER_TODAY_EXPIRING)
    return add_people (making, index, kind, error);
  if (kind == MUSTER_TODAY_RULES_ENDED)
    return add_rules (making, index, error);
  return add_cases (making, kind, error);
}

MusterToday *
muster_today_query (MusterDatabase *database, MusterRosterIndex *index, const GDate *today, gboolean with_snoozed, GError **error)
{
  g_autoptr (MusterToday) result = g_new0 (MusterToday, 1);
  g_autoptr (GHashTable) snoozes = muster_snooze_table_list (database, today, error);
  Making making = { database, result, snoozes, with_snoozed };

  result->today = *today;
  result->groups = g_ptr_array_new_with_free_func (group_free);
  if (snoozes == NULL)
    return NULL;
  for (guint kind = 0; kind < MUSTER_N_TODAY_KINDS; kind++)
    if (!add_kind (&making, index, kind, error))
      return NULL;
  return g_steal_pointer (&result);
}

gboolean
muster_today_forecast (MusterDatabase *database, const GDate *today, guint *counts, guint n, GCancellable *cancellable, GError **error)
{
  GDate day = *today;

  for (guint i = 0; i < n; i++, g_date_add_days (&day, 1))
    {
      g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, &day, NULL, cancellable, error);
      g_autoptr (MusterToday) list = index != NULL ? muster_today_query (database, index, &day, FALSE, error) : NULL;

      if (list == NULL)
        return FALSE;
      counts[i] = list->count;
    }
  return TRUE;
}
