/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-item.h"

struct _MusterRosterItem
{
  GObject parent_instance;

  gint64 id;
  MusterRosterRow *row;
};

G_DEFINE_FINAL_TYPE (MusterRosterItem, muster_roster_item, G_TYPE_OBJECT)

static gboolean
standing_equal (const MusterRosterRow *a, const MusterRosterRow *b)
{
  return a->standing.may_assist == b->standing.may_assist && a->standing.types == b->standing.types && a->standing.overall == b->standing.overall &&
         a->standing.reasons == b->standing.reasons;
}

static void
muster_roster_item_finalize (GObject *object)
{
  g_clear_pointer (&MUSTER_ROSTER_ITEM (object)->row, muster_roster_row_free);
  G_OBJECT_CLASS (muster_roster_item_parent_class)->finalize (object);
}

static void
muster_roster_item_class_init (MusterRosterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_roster_item_finalize;
}

static void
muster_roster_item_init (MusterRosterItem *self)
{
}

MusterRosterItem *
muster_roster_item_new (gint64 id, MusterRosterRow *row)
{
  MusterRosterItem *self = g_object_new (MUSTER_TYPE_ROSTER_ITEM, NULL);

  self->id = id;
  self->row = row;
  return self;
}

gint64
muster_roster_item_get_id (MusterRosterItem *self)
{
  g_return_val_if_fail (MUSTER_IS_ROSTER_ITEM (self), 0);
  return self->id;
}

const MusterRosterRow *
muster_roster_item_get_row (MusterRosterItem *self)
{
  g_return_val_if_fail (MUSTER_IS_ROSTER_ITEM (self), NULL);
  return self->row;
}

gboolean
muster_roster_item_shows (MusterRosterItem *self, const MusterRosterRow *row)
{
  if (self->row == NULL || row == NULL)
    return self->row == row;
  return g_strcmp0 (self->row->name, row->name) == 0 && g_strcmp0 (self->row->agency, row->agency) == 0 && g_strcmp0 (self->row->npn, row->npn) == 0 &&
         g_strcmp0 (self->row->assister_id, row->assister_id) == 0 && g_strcmp0 (self->row->email, row->email) == 0 && standing_equal (self->row, row);
}
