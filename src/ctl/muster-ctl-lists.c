/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-output.h"
#include "ctl/muster-ctl-roster-filter.h"
#include "ctl/muster-ctl-session.h"
#include "operations/muster-saved-list-operations.h"
#include "store/muster-people-table.h"
#include "store/muster-saved-list-table.h"

static const MusterCtlOption save_options[] = {
  { "search", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Beginnings of names, ids, e-mail addresses and agencies") },
  { "status", MUSTER_CTL_LIST, FALSE, N_("STATUS"), N_("Those in one of these states: certified, in-training, suspended, revoked, …") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People of this agency") },
  { "county", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who work in this county") },
  { "language", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who speak this language") },
  { "may-assist", MUSTER_CTL_TEXT, FALSE, N_("yes|no"), N_("Those who may, or may not, assist") },
  { "expiring", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Those who may assist, and cease to within so many days unless something is recorded") },
  { "replace", MUSTER_CTL_FLAG, FALSE, NULL, N_("Put it in the place of your list of that name") },
  { NULL },
};

/* Sets @name to that of the agency; %NULL for 0, and for one that there is not any more. */
static gboolean
find_agency_name (MusterDatabase *database, gint64 id, char **name, GError **error)
{
  g_autoptr (GPtrArray) agencies = muster_people_table_list_agencies (database, error);

  *name = NULL;
  for (guint i = 0; agencies != NULL && i < agencies->len; i++)
    if (((const MusterAgency *) agencies->pdata[i])->id == id)
      *name = g_strdup (((const MusterAgency *) agencies->pdata[i])->name);
  return agencies != NULL;
}

static void
json_codes (JsonBuilder *json, const MusterSavedFilter *filter)
{
  muster_ctl_json_begin_list (json, "status");
  for (guint state = MUSTER_STATE_NONE + 1; state < MUSTER_N_STATES; state++)
    if ((filter->states & (1u << state)) != 0)
      json_builder_add_string_value (json, muster_certification_state_to_code (state));
  json_builder_end_array (json);
  muster_ctl_json_begin_list (json, "type");
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((filter->types & (1u << i)) != 0)
      json_builder_add_string_value (json, muster_assister_type_to_code (1u << i));
  json_builder_end_array (json);
}

static void
json_list (JsonBuilder *json, const MusterSavedList *list, const char *agency)
{
  const MusterSavedFilter *filter = list->filter;

  muster_ctl_json_text (json, "name", list->name);
  muster_ctl_json_text (json, "search", filter->search);
  json_codes (json, filter);
  muster_ctl_json_text (json, "agency", agency);
  muster_ctl_json_text (json, "county", filter->county);
  muster_ctl_json_text (json, "language", filter->language);
  muster_ctl_json_text (json, "may_assist", filter->may_assist < 0 ? NULL : filter->may_assist != 0 ? "yes"
                                                                                                    : "no");
  muster_ctl_json_number (json, "expiring", filter->expiring);
}

static gboolean
print_json (MusterCtl *ctl, GPtrArray *lists, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_begin_list (json, "lists");
  for (guint i = 0; i < lists->len; i++)
    {
      const MusterSavedList *list = lists->pdata[i];
      g_autofree char *agency = NULL;

      if (!find_agency_name (ctl->database, list->filter->agency_id, &agency, error))
        return FALSE;
      json_builder_begin_object (json);
      json_list (json, list, agency);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

static gboolean
print_text (MusterCtl *ctl, GPtrArray *lists, GError **error)
{
  const char *headers[] = { _("List"), _("What it asks for") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < lists->len; i++)
    {
      const MusterSavedList *list = lists->pdata[i];
      g_autofree char *agency = NULL, *label = NULL;

      if (!find_agency_name (ctl->database, list->filter->agency_id, &agency, error))
        return FALSE;
      label = muster_saved_filter_dup_label (list->filter, agency);
      muster_ctl_table_add (table, (const char *[]) { list->name, label });
    }
  if (lists->len > 0)
    muster_ctl_table_print (table);
  else if (!ctl->quiet)
    muster_ctl_print ("%s\n", _("You keep no lists of the roster."));
  return TRUE;
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  const char *name = muster_ctl_get_argument (ctl, 0);
  MusterDatabase *database = muster_ctl_read (ctl, error);
  gint64 account = database != NULL ? muster_store_get_account (ctl->store)->id : 0;
  g_autoptr (GPtrArray) lists = NULL;

  if (database != NULL && name == NULL)
    lists = muster_saved_list_table_list (database, account, error);
  else if (database != NULL)
    {
      MusterSavedList *list = muster_saved_list_table_load (database, account, name, error);

      if (list == NULL)
        return -1;
      lists = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_saved_list_free);
      g_ptr_array_add (lists, list);
    }
  if (lists == NULL)
    return -1;
  return (ctl->json ? print_json (ctl, lists, error) : print_text (ctl, lists, error)) ? MUSTER_EXIT_DONE : -1;
}

/* What was done, in a sentence for people. */
static int
print_done (MusterCtl *ctl, const char *name, const char *sentence)
{
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "list", name);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print ("%s\n", sentence);
  return MUSTER_EXIT_DONE;
}

static int
run_save (MusterCtl *ctl, GError **error)
{
  MusterRosterFilter filter = { 0 };
  MusterListSaving saving = { .name = muster_ctl_get_argument (ctl, 0), .replaces = muster_ctl_has (ctl, "replace") };
  g_autoptr (MusterSavedFilter) saved = NULL;

  if (!muster_ctl_check_may (ctl, muster_save_list.name, error) || !muster_ctl_roster_read_filter (ctl, &filter, error) || muster_ctl_read (ctl, error) == NULL ||
      !muster_ctl_roster_find_agency (ctl, ctl->database, &filter.agency_id, error))
    return -1;
  saving.filter = saved = muster_saved_filter_new_from_roster (&filter);
  if (!muster_ctl_perform (ctl, &muster_save_list, &saving, NULL, error))
    return -1;
  return print_done (ctl, saving.name, _("The list is saved. “musterctl roster --list” shows it."));
}

static int
run_rename (MusterCtl *ctl, GError **error)
{
  MusterListRenaming renaming = { muster_ctl_get_argument (ctl, 0), muster_ctl_get_argument (ctl, 1) };

  if (!muster_ctl_perform (ctl, &muster_rename_list, &renaming, NULL, error))
    return -1;
  return print_done (ctl, renaming.new_name, _("The list is renamed."));
}

static int
run_delete (MusterCtl *ctl, GError **error)
{
  const char *name = muster_ctl_get_argument (ctl, 0);

  if (!muster_ctl_perform (ctl, &muster_remove_list, name, NULL, error))
    return -1;
  return print_done (ctl, name, _("The list is deleted. The journal keeps what it was."));
}

const MusterCtlCommand muster_ctl_list_commands[] = {
  { "list show", N_("[NAME]"), 0, 1, N_("Show your lists of the roster, or one of them"), NULL, TRUE, run_show },
  { "list save", N_("NAME"), 1, 1, N_("Keep what the roster is filtered by under a name"), save_options, TRUE, run_save },
  { "list rename", N_("NAME NEW-NAME"), 2, 2, N_("Give a list of yours another name"), NULL, TRUE, run_rename },
  { "list delete", N_("NAME"), 1, 1, N_("Delete a list of yours"), NULL, TRUE, run_delete },
  { NULL },
};
