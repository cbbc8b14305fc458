/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-season-model.h"

#include "store/muster-people-table.h"

struct _MusterSeasonModel
{
  GObject parent_instance;

  MusterStore *store;
  MusterSeasonReport *report;
  GArray *places; /* guint, among those behind */
};

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_SEASON_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_SEASON_MODEL (model)->places->len;
}

/* Whose record cannot be read is shown by the number. */
static char *
dup_name (MusterSeasonModel *self, gint64 id)
{
  MusterDatabase *database = muster_store_read (self->store, NULL);
  g_autoptr (MusterAssister) person = database != NULL ? muster_people_table_load (database, id, NULL) : NULL;

  if (database != NULL)
    muster_store_read_done (self->store, database);
  return person != NULL ? muster_assister_dup_list_name (person) : muster_assister_dup_code (id);
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterSeasonModel *self = MUSTER_SEASON_MODEL (model);
  const MusterSeasonPerson *person;
  g_autofree char *name = NULL;

  if (position >= self->places->len)
    return NULL;
  person = &g_array_index (self->report->behind, MusterSeasonPerson, g_array_index (self->places, guint, position));
  name = dup_name (self, person->assister_id);
  return muster_season_item_new (self->report, person, name);
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterSeasonModel, muster_season_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
muster_season_model_finalize (GObject *object)
{
  MusterSeasonModel *self = MUSTER_SEASON_MODEL (object);

  g_array_unref (self->places);
  muster_season_report_unref (self->report);
  g_object_unref (self->store);
  G_OBJECT_CLASS (muster_season_model_parent_class)->finalize (object);
}

static void
muster_season_model_class_init (MusterSeasonModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_season_model_finalize;
}

static void
muster_season_model_init (MusterSeasonModel *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

MusterSeasonModel *
muster_season_model_new (MusterStore *store, MusterSeasonReport *report, int agency, int requirement)
{
  MusterSeasonModel *self = g_object_new (MUSTER_TYPE_SEASON_MODEL, NULL);

  self->store = g_object_ref (store);
  self->report = muster_season_report_ref (report);
  for (guint i = 0; i < report->behind->len; i++)
    {
      const MusterSeasonPerson *person = &g_array_index (report->behind, MusterSeasonPerson, i);

      if ((agency < 0 || person->agency == (guint) agency) && (requirement < 0 || (person->lacking & (1u << requirement)) != 0))
        g_array_append_val (self->places, i);
    }
  return self;
}
