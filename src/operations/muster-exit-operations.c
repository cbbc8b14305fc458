/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-exit-operations.h"

#include "domain/muster-date.h"
#include "domain/muster-text.h"
#include "store/muster-exit-table.h"
#include "store/muster-people-table.h"
#include "store/muster-rules-table.h"

void
muster_exit_sheet_free (MusterExitSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->lists, g_ptr_array_unref);
  g_clear_pointer (&sheet->records, g_ptr_array_unref);
  g_clear_pointer (&sheet->events, g_ptr_array_unref);
  g_clear_pointer (&sheet->pack, muster_rule_pack_unref);
  g_free (sheet);
}

static void
add_lists (MusterExitSheet *sheet, const GDate *today)
{
  sheet->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GArray) list = muster_exit_list (sheet->events, 1u << i, sheet->records, sheet->pack, today);

      if (list->len > 0)
        g_ptr_array_add (sheet->lists, g_steal_pointer (&list));
    }
}

MusterExitSheet *
muster_exit_sheet_new (MusterDatabase *database, gint64 assister_id, const GDate *today, GError **error)
{
  g_autoptr (MusterExitSheet) sheet = g_new0 (MusterExitSheet, 1);

  sheet->events = muster_people_table_list_events (database, assister_id, error);
  sheet->records = sheet->events != NULL ? muster_exit_table_list (database, assister_id, error) : NULL;
  sheet->pack = sheet->records != NULL ? muster_rules_table_load (database, today, G_MAXINT64, error) : NULL;
  if (sheet->pack == NULL)
    return NULL;
  add_lists (sheet, today);
  return g_steal_pointer (&sheet);
}

GArray *
muster_exit_sheet_find (MusterExitSheet *sheet, MusterAssisterType type)
{
  for (guint i = 0; i < sheet->lists->len; i++)
    {
      GArray *list = sheet->lists->pdata[i];

      if (g_array_index (list, MusterExitItem, 0).event->type == type)
        return list;
    }
  return NULL;
}

static void
tell (MusterWork *work, const MusterExitRequest *request, const MusterExitRecord *record)
{
  g_autofree char *subject = muster_assister_dup_code (request->assister_id);
  g_autofree char *on = muster_date_to_iso (&record->on);

  muster_work_set_subject (work, subject);
  muster_work_set_reason (work, record->note);
  muster_work_add_detail (work, "item", muster_exit_item_code_to_code (record->code));
  muster_work_add_detail (work, "outcome", muster_exit_outcome_to_code (record->outcome));
  muster_work_add_detail (work, "type", muster_assister_type_to_code (request->type));
  if (on != NULL)
    muster_work_add_detail (work, "on", on);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterExitRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  const GDate *today = muster_work_get_today (work);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, request->assister_id, error);
  g_autoptr (MusterExitSheet) sheet = person != NULL ? muster_exit_sheet_new (database, request->assister_id, today, error) : NULL;
  g_autoptr (MusterExitRecord) record = muster_exit_record_new ();
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (MusterExitItem));
  GArray *list = sheet != NULL ? muster_exit_sheet_find (sheet, request->type) : NULL;

  if (sheet == NULL)
    return FALSE;
  record->code = request->code;
  record->outcome = request->outcome;
  record->on = request->on;
  record->doer = muster_text_dup_tidy (request->doer);
  record->note = muster_text_dup_tidy (request->note);
  record->account_id = muster_work_get_account (work)->id;
  record->recorded = muster_work_get_time (work);
  if (!muster_exit_check (list != NULL ? list : none, record, today, error) || !muster_exit_table_save (database, record, error))
    return FALSE;
  tell (work, request, record);
  return TRUE;
}

const MusterOperation muster_record_exit_item = { .name = "record-exit-item", .perform = perform };
