/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-today-private.h"

#include <glib/gi18n-lib.h>

#include "store/muster-roster-index-private.h"

void
muster_today_group_free (gpointer data)
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

MusterTodayGroup *
muster_today_group_new (MusterTodayKind kind)
{
  MusterTodayGroup *group = g_new0 (MusterTodayGroup, 1);

  group->kind = kind;
  group->items = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_today_item_free);
  return group;
}

const MusterSnooze *
muster_today_find_snooze (const MusterTodayMaking *making, MusterTodayKind kind, gint64 id)
{
  g_autofree char *key = muster_today_dup_key (kind, id);

  return g_hash_table_lookup (making->snoozes, key);
}

static const MusterSnooze *
find_in (GHashTable *snoozes, MusterTodayKind kind, gint64 id, gboolean is_folded)
{
  g_autofree char *key = muster_today_dup_key (kind, id), *fold = is_folded ? muster_today_dup_key (kind, 0) : NULL;
  const MusterSnooze *snooze = g_hash_table_lookup (snoozes, key);

  return snooze != NULL || fold == NULL ? snooze : g_hash_table_lookup (snoozes, fold);
}

/* What was put off until today is back, whenever it is due. */
static void
call_to_mind (MusterTodayMaking *making, const MusterTodayGroup *group, gint64 id, const GDate *due, gboolean is_folded)
{
  gboolean has_day = due != NULL && g_date_valid (due), is_back = find_in (making->yesterday, group->kind, id, is_folded) != NULL;
  guint n;
  const guint *steps = muster_rule_pack_get_reminders (making->pack, &n);

  making->today->n_undated += !has_day;
  making->today->n_called += is_back || (has_day && muster_reminder_is_step (steps, n, muster_rule_pack_get_overdue_every (making->pack), g_date_days_between (&making->today->today, due)));
}

gboolean
muster_today_count_in (MusterTodayMaking *making, MusterTodayGroup *group, gint64 id, const GDate *due, gboolean is_folded, const MusterSnooze **snooze)
{
  making->found |= id == making->wanted || (is_folded && making->wanted == 0);
  *snooze = find_in (making->snoozes, group->kind, id, is_folded);
  if (*snooze != NULL)
    group->n_snoozed++;
  else
    {
      group->count++;
      call_to_mind (making, group, id, due, is_folded);
    }
  if (*snooze != NULL && !making->with_snoozed)
    return FALSE;
  group->n_folded += is_folded;
  return group->items->len < MUSTER_TODAY_LINES;
}

MusterTodayItem *
muster_today_item_new (MusterTodayKind kind, gint64 id, gint64 assister_id, const MusterSnooze *snooze)
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

MusterTodayItem *
muster_today_add_item (MusterTodayGroup *group, gint64 id, gint64 assister_id, const MusterSnooze *snooze)
{
  MusterTodayItem *item = muster_today_item_new (group->kind, id, assister_id, snooze);

  g_ptr_array_add (group->items, item);
  return item;
}

static gboolean
name_people (MusterTodayMaking *making, MusterTodayGroup *group, GError **error)
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

gboolean
muster_today_finish (MusterTodayMaking *making, MusterTodayGroup *group, GError **error)
{
  making->today->count += group->count;
  making->today->n_snoozed += group->n_snoozed;
  if (group->count == 0 && group->items->len == 0)
    {
      muster_today_group_free (group);
      return TRUE;
    }
  g_ptr_array_add (making->today->groups, group);
  return name_people (making, group, error);
}

static gboolean
add_rules (MusterTodayMaking *making, MusterRosterIndex *index, GError **error)
{
  MusterTodayGroup *group = muster_today_group_new (MUSTER_TODAY_RULES_ENDED);
  const GDate *through = muster_rule_pack_get_through (index->day.pack);
  const MusterSnooze *snooze;

  if (g_date_compare (through, &making->today->today) < 0 && index->n > 0 && muster_today_count_in (making, group, 0, through, FALSE, &snooze))
    {
      MusterTodayItem *item = muster_today_add_item (group, 0, 0, snooze);

      item->detail = g_strdup_printf (_("The rule pack “%s” has ended. See what adopting the next one would change."), muster_rule_pack_get_title (index->day.pack));
      item->due = *through;
    }
  return muster_today_finish (making, group, error);
}

static gboolean
add_kind (MusterTodayMaking *making, MusterRosterIndex *index, MusterTodayKind kind, GError **error)
{
  if (kind == MUSTER_TODAY_INCIDENT_REPORT)
    return muster_today_add_incidents (making, index, error);
  if (kind == MUSTER_TODAY_ESCALATION_PROPOSED)
    return muster_today_add_escalations (making, error);
  if (kind == MUSTER_TODAY_SUSPENSION_PROPOSED || kind == MUSTER_TODAY_EXPIRING)
    return muster_today_add_people (making, index, kind, error);
  if (kind == MUSTER_TODAY_LICENCE_NOTICE || kind == MUSTER_TODAY_LICENCE_RENEWAL)
    return muster_today_add_licences (making, index, kind, error);
  if (kind == MUSTER_TODAY_RULES_ENDED)
    return add_rules (making, index, error);
  return muster_today_add_cases (making, kind, error);
}

/* Kinds from @first to before @end. */
static MusterToday *
make_list (MusterTodayMaking *making, MusterRosterIndex *index, const GDate *today, guint first, guint end, GError **error)
{
  g_autoptr (MusterToday) result = g_new0 (MusterToday, 1);
  GDate before = *today;
  g_autoptr (GHashTable) snoozes = muster_snooze_table_list (making->database, today, error), yesterday = NULL;

  g_date_subtract_days (&before, 1);
  yesterday = snoozes != NULL ? muster_snooze_table_list (making->database, &before, error) : NULL;
  making->today = result;
  making->pack = index->day.pack;
  making->snoozes = snoozes;
  making->yesterday = yesterday;
  result->today = *today;
  result->groups = g_ptr_array_new_with_free_func (muster_today_group_free);
  if (yesterday == NULL)
    return NULL;
  for (guint kind = first; kind < end; kind++)
    if (!add_kind (making, index, kind, error))
      return NULL;
  return g_steal_pointer (&result);
}

MusterToday *
muster_today_query (MusterDatabase *database, MusterRosterIndex *index, const GDate *today, gboolean with_snoozed, GError **error)
{
  MusterTodayMaking making = { .database = database, .with_snoozed = with_snoozed };

  return make_list (&making, index, today, 0, MUSTER_N_TODAY_KINDS, error);
}

gboolean
muster_today_has (MusterDatabase *database, MusterRosterIndex *index, const GDate *today, MusterTodayKind kind, gint64 id, gboolean *has, GError **error)
{
  MusterTodayMaking making = { .database = database, .wanted = id };
  g_autoptr (MusterToday) list = make_list (&making, index, today, kind, kind + 1, error);

  *has = making.found;
  return list != NULL;
}

/* More than the day before is news, and so is what is called to mind; what waits without a day is so every so many days. */
static guint
count_news (const MusterToday *list, const MusterReminderForecast *forecast, guint i)
{
  guint before = i > 0 ? forecast->counts[i - 1] : 0;
  guint more = i > 0 && list->count > before ? list->count - before : 0;
  guint again = i > 0 && i % forecast->every == 0 ? list->n_undated : 0;

  return MIN (MAX (more, list->n_called + again), list->count);
}

gboolean
muster_today_forecast (MusterDatabase *database, const GDate *today, MusterReminderForecast *forecast, GCancellable *cancellable, GError **error)
{
  GDate day = *today;

  for (guint i = 0; i < forecast->n; i++, g_date_add_days (&day, 1))
    {
      g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, &day, NULL, cancellable, error);
      g_autoptr (MusterToday) list = index != NULL ? muster_today_query (database, index, &day, FALSE, error) : NULL;

      if (list == NULL)
        return FALSE;
      forecast->every = MAX (muster_rule_pack_get_overdue_every (index->day.pack), 1);
      forecast->counts[i] = list->count;
      forecast->news[i] = count_news (list, forecast, i);
    }
  return TRUE;
}
