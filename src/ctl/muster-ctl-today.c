/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-output.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-snooze.h"
#include "store/muster-today-query.h"

static const MusterCtlOption today_options[] = {
  { "as-of", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("As the list will be on this day if nothing is recorded") },
  { "all", MUSTER_CTL_FLAG, FALSE, NULL, N_("What was put off too") },
  { NULL },
};

static const MusterCtlOption snooze_options[] = {
  { "until", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("The day on which it is back") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static void
json_item_members (JsonBuilder *json, const MusterTodayItem *item, const GDate *today)
{
  g_autofree char *key = muster_today_dup_key (item->kind, item->id);
  g_autofree char *person = item->assister_id != 0 ? muster_assister_dup_code (item->assister_id) : NULL;
  g_autofree char *when = muster_today_dup_when (item, today);

  muster_ctl_json_text (json, "item", key);
  muster_ctl_json_text (json, "kind", muster_today_kind_to_code (item->kind));
  muster_ctl_json_text (json, "person", person);
  muster_ctl_json_text (json, "name", item->name);
  muster_ctl_json_text (json, "number", item->number);
  muster_ctl_json_text (json, "detail", item->detail);
  muster_ctl_json_day (json, "due", &item->due);
  muster_ctl_json_text (json, "when", when);
  muster_ctl_json_day (json, "snoozed_until", &item->snoozed_until);
  muster_ctl_json_text (json, "snooze_reason", item->snooze_reason);
}

static void
json_item (JsonBuilder *json, const MusterTodayItem *item, const GDate *today)
{
  json_builder_begin_object (json);
  json_item_members (json, item, today);
  json_builder_end_object (json);
}

/* One line for all who wait for the season; they are among the items all the same. */
static void
json_fold (JsonBuilder *json, const MusterTodayGroup *group, const GDate *today)
{
  json_builder_set_member_name (json, "folded");
  if (group->fold == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  json_item_members (json, group->fold, today);
  muster_ctl_json_number (json, "count", group->n_folded);
  json_builder_end_object (json);
}

static void
print_json (const MusterToday *today)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_day (json, "as_of", &today->today);
  muster_ctl_json_number (json, "count", today->count);
  muster_ctl_json_number (json, "snoozed", today->n_snoozed);
  muster_ctl_json_number (json, "called_to_mind", today->n_called);
  muster_ctl_json_begin_list (json, "groups");
  for (guint i = 0; i < today->groups->len; i++)
    {
      const MusterTodayGroup *group = today->groups->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "kind", muster_today_kind_to_code (group->kind));
      muster_ctl_json_number (json, "count", group->count);
      muster_ctl_json_number (json, "snoozed", group->n_snoozed);
      muster_ctl_json_begin_list (json, "items");
      for (guint k = 0; k < group->items->len; k++)
        json_item (json, group->items->pdata[k], &today->today);
      json_builder_end_array (json);
      json_fold (json, group, &today->today);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
}

static void
print_line (MusterCtlTable *table, const MusterTodayItem *item, const char *name, const GDate *today)
{
  g_autofree char *key = muster_today_dup_key (item->kind, item->id);
  g_autofree char *when = muster_today_dup_when (item, today);
  g_autofree char *day = muster_date_to_iso (&item->snoozed_until);
  g_autofree char *put_off = day != NULL ? g_strdup_printf (_("put off until %s: %s"), day, item->snooze_reason) : NULL;
  const char *detail = put_off != NULL ? put_off : item->detail;

  muster_ctl_table_add (table, (const char *[]) { key, item->number != NULL ? item->number : "", name != NULL ? name : "", when != NULL ? when : "", detail != NULL ? detail : "" });
}

static void
print_group (const MusterTodayGroup *group, const GDate *today)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (5, NULL);
  g_autofree char *folded = group->fold != NULL ? muster_today_dup_fold_title (group->fold, group->n_folded) : NULL;

  /* Translators: a heading, and how many there are */
  muster_ctl_print (_("%s (%u)\n"), muster_today_kind_get_label (group->kind), group->count);
  if (group->fold != NULL)
    print_line (table, group->fold, folded, today);
  for (guint i = 0; i < group->items->len; i++)
    {
      const MusterTodayItem *item = group->items->pdata[i];

      if (!item->is_folded)
        print_line (table, item, item->name, today);
    }
  muster_ctl_table_print (table);
  if (group->fold != NULL && !group->fold->is_of_notice)
    muster_ctl_print ("%s\n", _("“musterctl season” says who waits for the season, and on what."));
  muster_ctl_print ("\n");
}

static void
print_text (const MusterToday *today)
{
  for (guint i = 0; i < today->groups->len; i++)
    print_group (today->groups->pdata[i], &today->today);
  if (today->count == 0)
    muster_ctl_print ("%s\n", _("Nothing needs you today."));
  if (today->n_snoozed > 0)
    muster_ctl_print (g_dngettext (GETTEXT_PACKAGE, "%u was put off; see it with --all.\n", "%u were put off; see them with --all.\n", today->n_snoozed), today->n_snoozed);
}

static int
run_today (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (MusterToday) today = NULL;
  GDate as_of;

  if (!muster_ctl_get_day (ctl, "as-of", &as_of, error))
    return -1;
  if (!g_date_valid (&as_of))
    g_date_set_time_t (&as_of, time (NULL));
  if (muster_ctl_read (ctl, error) == NULL)
    return -1;
  index = muster_roster_index_new (ctl->database, &as_of, NULL, ctl->cancellable, error);
  today = index != NULL ? muster_today_query (ctl->database, index, &as_of, muster_ctl_has (ctl, "all"), error) : NULL;
  if (today == NULL)
    return -1;
  if (ctl->json)
    print_json (today);
  else
    print_text (today);
  return MUSTER_EXIT_DONE;
}

static int
run_snooze (MusterCtl *ctl, GError **error)
{
  MusterSnoozeRequest request = { .item = muster_ctl_get_argument (ctl, 0), .reason = muster_ctl_get (ctl, "reason") };
  g_autofree char *day = NULL;
  MusterTodayKind kind;
  gint64 id;

  if (!muster_today_parse_key (request.item, &kind, &id, error) || !muster_ctl_get_day (ctl, "until", &request.until, error) || !muster_ctl_check_may (ctl, muster_snooze.name, error) ||
      !muster_ctl_perform (ctl, &muster_snooze, &request, NULL, error))
    return -1;
  day = muster_date_to_iso (&request.until);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "item", request.item);
      muster_ctl_json_day (json, "until", &request.until);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("Put off until %s.\n"), day);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_today_commands[] = {
  { "today", NULL, 0, 0, N_("List what needs a person today"), today_options, TRUE, run_today },
  { "today snooze", N_("ITEM"), 1, 1, N_("Put something off until a day"), snooze_options, TRUE, run_snooze },
  { NULL },
};
