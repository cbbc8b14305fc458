/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-exit.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-exit-operations.h"

#define ITEM                                                                                                                           \
  { "item", MUSTER_CTL_TEXT, TRUE, N_("ITEM"), N_("portal, mets, directory, mailbox, badge, devices, keys, clients, payments, …") }, \
  {                                                                                                                                    \
    "type", MUSTER_CTL_TEXT, FALSE, N_("TYPE"), N_("Of this role, where more than one has ended")                                    \
  }

static const MusterCtlOption done_options[] = {
  ITEM,
  { "on", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("The day on which it was done") },
  { "by", MUSTER_CTL_TEXT, TRUE, N_("NAME"), N_("Who saw to it") },
  { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What else there is to say: to whom clients went, a ticket’s number") },
  { NULL },
};

static const MusterCtlOption why_options[] = {
  ITEM,
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static void
json_item (JsonBuilder *json, const MusterExitItem *item)
{
  const MusterExitRecord *record = item->record;
  GDate never;

  g_date_clear (&never, 1);
  json_builder_begin_object (json);
  muster_ctl_json_text (json, "item", muster_exit_item_code_to_code (item->code));
  muster_ctl_json_text (json, "state", record != NULL ? muster_exit_outcome_to_code (record->outcome) : "open");
  muster_ctl_json_day (json, "due", &item->due);
  muster_ctl_json_day (json, "on", record != NULL ? &record->on : &never);
  muster_ctl_json_text (json, "by", record != NULL ? record->doer : NULL);
  muster_ctl_json_text (json, "note", record != NULL ? record->note : NULL);
  json_builder_end_object (json);
}

static void
json_list (JsonBuilder *json, GArray *list)
{
  const MusterCertificationEvent *event = g_array_index (list, MusterExitItem, 0).event;

  json_builder_begin_object (json);
  muster_ctl_json_text (json, "type", muster_assister_type_to_code (event->type));
  muster_ctl_json_text (json, "status", muster_certification_state_to_code (event->to));
  muster_ctl_json_day (json, "since", &event->effective);
  muster_ctl_json_number (json, "open", muster_exit_count_open (list));
  muster_ctl_json_begin_list (json, "items");
  for (guint i = 0; i < list->len; i++)
    json_item (json, &g_array_index (list, MusterExitItem, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static MusterExitSheet *
load (MusterCtl *ctl, gint64 assister_id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return database != NULL ? muster_exit_sheet_new (database, assister_id, &today, error) : NULL;
}

gboolean
muster_ctl_exit_json (MusterCtl *ctl, JsonBuilder *json, gint64 assister_id, GError **error)
{
  g_autoptr (MusterExitSheet) sheet = load (ctl, assister_id, error);

  if (sheet == NULL)
    return FALSE;
  muster_ctl_json_begin_list (json, "exit_lists");
  for (guint i = 0; i < sheet->lists->len; i++)
    json_list (json, sheet->lists->pdata[i]);
  json_builder_end_array (json);
  return TRUE;
}

static void
add_item (MusterCtlTable *table, const MusterExitItem *item)
{
  const MusterExitRecord *record = item->record;
  g_autofree char *due = muster_date_to_iso (&item->due);
  g_autofree char *on = record != NULL ? muster_date_to_iso (&record->on) : NULL;
  const char *state = record != NULL ? muster_exit_outcome_get_label (record->outcome) : C_("exit item", "Open");

  muster_ctl_table_add (table, (const char *[]) { muster_exit_item_code_to_code (item->code), muster_exit_item_code_get_label (item->code), due, state, on, record != NULL ? record->doer : NULL, record != NULL ? record->note : NULL });
}

static void
print_list (GArray *list)
{
  const char *headers[] = { _("Item"), _("What"), _("Due"), _("State"), _("On"), _("By"), _("Note") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  const MusterCertificationEvent *event = g_array_index (list, MusterExitItem, 0).event;
  g_autofree char *since = muster_date_to_iso (&event->effective);

  /* Translators: a role, a state, a day, how many items are open and how many there are: “Exit checklist: Broker, Revoked from 2026-03-02; 3 of 10 open” */
  muster_ctl_print (_("Exit checklist: %s, %s from %s; %u of %u open\n"), muster_assister_type_get_label (event->type), muster_certification_state_get_label (event->to), since,
                    muster_exit_count_open (list), list->len);
  for (guint i = 0; i < list->len; i++)
    add_item (table, &g_array_index (list, MusterExitItem, i));
  muster_ctl_table_print (table);
}

gboolean
muster_ctl_exit_print (MusterCtl *ctl, gint64 assister_id, GError **error)
{
  g_autoptr (MusterExitSheet) sheet = load (ctl, assister_id, error);

  for (guint i = 0; sheet != NULL && i < sheet->lists->len; i++)
    {
      muster_ctl_print ("\n");
      print_list (sheet->lists->pdata[i]);
    }
  return sheet != NULL;
}

static int
print_all (MusterCtl *ctl, gint64 assister_id, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (assister_id);
  g_autoptr (MusterExitSheet) sheet = NULL;

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "person", code);
      if (!muster_ctl_exit_json (ctl, json, assister_id, error))
        return -1;
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  sheet = load (ctl, assister_id, error);
  if (sheet == NULL)
    return -1;
  for (guint i = 0; !ctl->quiet && i < sheet->lists->len; i++)
    print_list (sheet->lists->pdata[i]);
  if (!ctl->quiet && sheet->lists->len == 0)
    /* Translators: a person, as P-17 */
    muster_ctl_print (_("There is no exit checklist of %s: no certification has ended.\n"), code);
  return MUSTER_EXIT_DONE;
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  gint64 id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);

  return id != 0 ? print_all (ctl, id, error) : -1;
}

/* Where one role only has ended, nobody has to name it. */
static gboolean
find_type (MusterCtl *ctl, MusterExitRequest *request, GError **error)
{
  g_autoptr (MusterExitSheet) sheet = NULL;

  if (muster_ctl_has (ctl, "type"))
    return muster_assister_type_from_text (muster_ctl_get (ctl, "type"), &request->type, error);
  sheet = load (ctl, request->assister_id, error);
  if (sheet == NULL)
    return FALSE;
  if (sheet->lists->len > 1)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("More than one role of the person has ended. Say with --type of which the item is."));
      return FALSE;
    }
  request->type = sheet->lists->len > 0 ? g_array_index ((GArray *) sheet->lists->pdata[0], MusterExitItem, 0).event->type : MUSTER_ASSISTER_BROKER;
  return TRUE;
}

static int
record (MusterCtl *ctl, MusterExitRequest *request, GError **error)
{
  if (!muster_exit_item_code_from_code (muster_ctl_get (ctl, "item"), &request->code, error) || !muster_ctl_check_may (ctl, muster_record_exit_item.name, error))
    return -1;
  request->assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (request->assister_id == 0 || !find_type (ctl, request, error) || !muster_ctl_perform (ctl, &muster_record_exit_item, request, NULL, error))
    return -1;
  return print_all (ctl, request->assister_id, error);
}

static int
run_done (MusterCtl *ctl, GError **error)
{
  MusterExitRequest request = { .outcome = MUSTER_EXIT_ITEM_DONE, .doer = muster_ctl_get (ctl, "by"), .note = muster_ctl_get (ctl, "note") };

  return muster_ctl_get_day (ctl, "on", &request.on, error) ? record (ctl, &request, error) : -1;
}

static int
run_not_needed (MusterCtl *ctl, GError **error)
{
  MusterExitRequest request = { .outcome = MUSTER_EXIT_ITEM_NOT_NEEDED, .note = muster_ctl_get (ctl, "reason") };

  g_date_clear (&request.on, 1);
  return record (ctl, &request, error);
}

static int
run_reopen (MusterCtl *ctl, GError **error)
{
  MusterExitRequest request = { .outcome = MUSTER_EXIT_ITEM_REOPENED, .note = muster_ctl_get (ctl, "reason") };

  g_date_clear (&request.on, 1);
  return record (ctl, &request, error);
}

const MusterCtlCommand muster_ctl_exit_commands[] = {
  { "exit show", N_("PERSON"), 1, 1, N_("Show what is to be taken back, handed over and told since a certification ended"), NULL, TRUE, run_show },
  { "exit done", N_("PERSON"), 1, 1, N_("Record that an item was done"), done_options, TRUE, run_done },
  { "exit not-needed", N_("PERSON"), 1, 1, N_("Record that an item is not needed"), why_options, TRUE, run_not_needed },
  { "exit reopen", N_("PERSON"), 1, 1, N_("Open an item again that was recorded in error"), why_options, TRUE, run_reopen },
  { NULL },
};
