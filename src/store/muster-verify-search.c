/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "store/muster-search-index.h"
#include "store/muster-store-private.h"

struct _MusterSearchCheck
{
  MusterStore *store;
  GCancellable *cancellable;
  GThread *thread;
  gboolean same;
  GError *error;
};

static gpointer
check_cb (gpointer data)
{
  MusterSearchCheck *check = data;
  MusterDatabase *database = muster_store_read_whole (check->store, &check->error);

  if (database == NULL)
    return NULL;
  muster_search_index_compare (database, check->cancellable, &check->same, &check->error);
  muster_store_read_done (check->store, database);
  return NULL;
}

MusterSearchCheck *
muster_verify_search_begin (MusterStore *store, GCancellable *cancellable)
{
  MusterSearchCheck *check = g_new0 (MusterSearchCheck, 1);

  check->store = store;
  check->cancellable = cancellable;
  check->thread = g_thread_new ("muster-search-check", check_cb, check);
  return check;
}

gboolean
muster_verify_search_end (MusterVerifier *self, MusterSearchCheck *check, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean same;

  g_thread_join (check->thread);
  problem = g_steal_pointer (&check->error);
  same = check->same;
  if (problem == NULL && !same)
    muster_store_doubt_search (check->store);
  g_free (check);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (same || self->what != NULL)
    return TRUE;
  self->only_search = TRUE;
  self->what = g_strdup (_("The search index does not lead to everybody as they are: somebody would not be found. It is made from the people and is made anew from them by itself; then check again."));
  return TRUE;
}
