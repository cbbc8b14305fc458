/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-today-private.h"

#include "domain/muster-season.h"
#include "store/muster-roster-index-private.h"

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

static guint
count_through (MusterRosterIndex *index, GArray *people, MusterDay day)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    n += index->entries[g_array_index (people, guint, i)].facts.through == day;
  return n;
}

/* For what many wait at once: the end of the season, or of the time for signing a version of the notice. */
static MusterDay
find_fold_day (MusterRosterIndex *index, GArray *people)
{
  MusterDay due = muster_day_from_date (&muster_rule_pack_get_season (index->day.pack)->due);

  for (guint i = 0; i < index->day.notices->len && count_through (index, people, due) < MUSTER_TODAY_LEAST_FOLDED; i++)
    due = g_array_index (index->day.notices, MusterNoticeDays, i).due;
  return due;
}

/* Whether nothing but what many wait for is behind it. @fold_day: of those who may assist for a while yet */
static gboolean
is_common (MusterRosterIndex *index, MusterTodayKind kind, guint position, MusterDay fold_day)
{
  const MusterStandingFacts *facts = &index->entries[position].facts;

  if (kind == MUSTER_TODAY_EXPIRING)
    return facts->through == fold_day;
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

          count += is_common (index, MUSTER_TODAY_SUSPENSION_PROPOSED, position, 0) && (get_lacking (&index->entries[position].facts) & (1u << i)) != 0;
        }
      if (count > 0)
        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? ", " : "", requirements[i]->title, count);
    }
  return g_string_free_and_steal (text);
}

static void
add_fold (MusterTodayMaking *making, MusterTodayGroup *group, MusterRosterIndex *index, GArray *people, MusterDay fold_day)
{
  if (group->n_folded == 0)
    return;
  group->fold = muster_today_item_new (group->kind, 0, 0, muster_today_find_snooze (making, group->kind, 0));
  if (group->kind == MUSTER_TODAY_EXPIRING)
    {
      muster_day_to_date (fold_day, &group->fold->due);
      group->fold->is_of_notice = g_date_compare (&group->fold->due, &muster_rule_pack_get_season (index->day.pack)->due) != 0;
    }
  else
    group->fold->detail = dup_lacking_counts (index, people);
}

/* Returns: (transfer full) (nullable): what it is that ends on @through; %NULL where it is no requirement. */
static char *
dup_ending (MusterTodayMaking *making, MusterRosterIndex *index, const MusterRosterEntry *entry)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (index->day.pack, &n);
  g_autoptr (MusterPersonAnswer) person = muster_roster_query_answer (making->database, entry->id, index->day.pack, &making->today->today, NULL, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  for (guint i = 0; person != NULL && i < person->answer->requirements->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (person->answer->requirements, MusterAnswerRequirement, i);
      char *title = requirements[line->place]->title;

      if (requirements[line->place]->blocks && line->finding.through == entry->facts.through && !g_ptr_array_find (titles, title, NULL))
        g_ptr_array_add (titles, title);
    }
  return titles->len > 0 ? g_strjoinv (", ", (char **) titles->pdata) : NULL;
}

static void
add_person (MusterTodayMaking *making, MusterTodayGroup *group, MusterRosterIndex *index, guint position, gboolean is_folded)
{
  const MusterRosterEntry *entry = &index->entries[position];
  const MusterSnooze *snooze;
  MusterTodayItem *item;
  GDate due;

  muster_day_to_date (group->kind == MUSTER_TODAY_EXPIRING ? entry->facts.through : 0, &due);
  if (!muster_today_count_in (making, group, entry->id, &due, is_folded, &snooze))
    return;
  item = muster_today_add_item (group, entry->id, entry->id, snooze);
  item->is_folded = is_folded;
  item->due = due;
  if (group->kind == MUSTER_TODAY_EXPIRING)
    item->detail = is_folded ? NULL : dup_ending (making, index, entry);
  else
    item->detail = dup_lacking (index->day.pack, &entry->facts);
}

gboolean
muster_today_add_people (MusterTodayMaking *making, MusterRosterIndex *index, MusterTodayKind kind, GError **error)
{
  MusterTodayGroup *group = muster_today_group_new (kind);
  g_autoptr (GArray) people = list_people (index, kind);
  MusterDay fold_day = kind == MUSTER_TODAY_EXPIRING ? find_fold_day (index, people) : 0;
  guint n_common = 0;

  for (guint i = 0; i < people->len; i++)
    n_common += is_common (index, kind, g_array_index (people, guint, i), fold_day);
  for (guint folded = 0; folded < 2; folded++)
    for (guint i = 0; i < people->len; i++)
      {
        guint position = g_array_index (people, guint, i);

        if (folded == (n_common >= MUSTER_TODAY_LEAST_FOLDED && is_common (index, kind, position, fold_day)))
          add_person (making, group, index, position, folded);
      }
  add_fold (making, group, index, people, fold_day);
  return muster_today_finish (making, group, error);
}
