/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-exit-operations.h"
#include "operations/muster-practice-private.h"

static void
add_open (GArray *requests, GArray *items, const MusterExitRequest *common)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MusterExitItem *item = &g_array_index (items, MusterExitItem, i);
      MusterExitRequest request = *common;

      request.code = item->code;
      if (item->record == NULL)
        g_array_append_val (requests, request);
    }
}

/* What is open on every list of the person. */
static GArray *
list_open (MusterStore *store, MusterExitRequest *common, const GDate *today, GError **error)
{
  MusterDatabase *database = muster_store_read (store, error);
  MusterExitSheet *sheet = database != NULL ? muster_exit_sheet_new (database, common->assister_id, today, error) : NULL;
  GArray *requests = sheet != NULL ? g_array_new (FALSE, FALSE, sizeof (MusterExitRequest)) : NULL;

  for (guint i = 0; sheet != NULL && i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      GArray *items = muster_exit_sheet_find (sheet, 1u << i);

      common->type = 1u << i;
      if (items != NULL)
        add_open (requests, items, common);
    }
  g_clear_pointer (&sheet, muster_exit_sheet_free);
  if (database != NULL)
    muster_store_read_done (store, database);
  return requests;
}

gboolean
muster_practice_settle_exit (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, const GDate *today, GError **error)
{
  MusterExitRequest common = { .assister_id = person, .outcome = MUSTER_EXIT_ITEM_DONE, .on = *today, .doer = deed->text };
  g_autoptr (GArray) requests = list_open (store, &common, today, error);

  if (requests == NULL)
    return FALSE;
  for (guint i = 0; i + deed->number < requests->len; i++)
    if (!muster_store_run (store, &muster_record_exit_item, &g_array_index (requests, MusterExitRequest, i), NULL, NULL, error))
      return FALSE;
  return TRUE;
}
