/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-answer-change-model.h"

#include "store/muster-people-table.h"

struct _MusterAnswerChangeModel
{
  GObject parent_instance;

  MusterStore *store;
  MusterAdoptionPreview *preview;
};

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_ANSWER_CHANGE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_ANSWER_CHANGE_MODEL (model)->preview->changes->len;
}

/* Whose record cannot be read is shown by the number. */
static char *
dup_name (MusterAnswerChangeModel *self, gint64 id)
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
  MusterAnswerChangeModel *self = MUSTER_ANSWER_CHANGE_MODEL (model);
  const MusterAdoptionChange *change;
  g_autofree char *name = NULL;

  if (position >= self->preview->changes->len)
    return NULL;
  change = &g_array_index (self->preview->changes, MusterAdoptionChange, position);
  name = dup_name (self, change->assister_id);
  return muster_answer_change_item_new (self->preview, change, name);
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterAnswerChangeModel, muster_answer_change_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
muster_answer_change_model_finalize (GObject *object)
{
  MusterAnswerChangeModel *self = MUSTER_ANSWER_CHANGE_MODEL (object);

  muster_adoption_preview_free (self->preview);
  g_object_unref (self->store);
  G_OBJECT_CLASS (muster_answer_change_model_parent_class)->finalize (object);
}

static void
muster_answer_change_model_class_init (MusterAnswerChangeModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_answer_change_model_finalize;
}

static void
muster_answer_change_model_init (MusterAnswerChangeModel *self)
{
}

MusterAnswerChangeModel *
muster_answer_change_model_new (MusterStore *store, MusterAdoptionPreview *preview)
{
  MusterAnswerChangeModel *self = g_object_new (MUSTER_TYPE_ANSWER_CHANGE_MODEL, NULL);

  self->store = g_object_ref (store);
  self->preview = preview;
  return self;
}
