/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-cache.h"

#define GENERATION 512

/* Two generations: while the newer one fills up, what is asked for moves over; then the older one is dropped. */
struct _MusterRosterCache
{
  GHashTable *recent; /* id → MusterRosterRow */
  GHashTable *older;
};

static GHashTable *
generation_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) muster_roster_row_free);
}

MusterRosterCache *
muster_roster_cache_new (void)
{
  MusterRosterCache *self = g_new0 (MusterRosterCache, 1);

  self->recent = generation_new ();
  self->older = generation_new ();
  return self;
}

void
muster_roster_cache_free (MusterRosterCache *self)
{
  g_hash_table_unref (self->recent);
  g_hash_table_unref (self->older);
  g_free (self);
}

void
muster_roster_cache_add (MusterRosterCache *self, gint64 id, MusterRosterRow *row)
{
  if (g_hash_table_size (self->recent) >= GENERATION)
    {
      g_hash_table_unref (self->older);
      self->older = g_steal_pointer (&self->recent);
      self->recent = generation_new ();
    }
  g_hash_table_insert (self->recent, g_memdup2 (&id, sizeof id), row);
}

gboolean
muster_roster_cache_find (MusterRosterCache *self, gint64 id, const MusterRosterRow **row)
{
  gpointer key, found;

  if (!g_hash_table_lookup_extended (self->recent, &id, NULL, &found))
    {
      if (!g_hash_table_steal_extended (self->older, &id, &key, &found))
        return FALSE;
      g_free (key);
      muster_roster_cache_add (self, id, found);
    }
  *row = found;
  return TRUE;
}

void
muster_roster_cache_clear (MusterRosterCache *self)
{
  g_hash_table_remove_all (self->recent);
  g_hash_table_remove_all (self->older);
}
