/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-model.h"

#include "gui/muster-background.h"
#include "gui/muster-gui-text.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-case-keeper-query.h"
#include "store/muster-case-list-query.h"
#include "store/muster-rules-table.h"

#define SCREENFUL 24
#define MAX_KEPT 1024 /* lines that were read; then they are read again */

struct _MusterCaseModel
{
  GObject parent_instance;

  MusterStore *store;
  MusterCaseKind kind;

  MusterCaseList *list; /* (nullable) */
  MusterRulePack *pack; /* (nullable): by which it was counted */
  GHashTable *closed;   /* (nullable): ids of those closed to some account */
  MusterMoment now;
  MusterCaseTile tile;
  char *sought;

  GArray *ids;
  guint n_places;    /* of @ids that are in the list; the rest follows a screenful */
  GHashTable *items; /* id → MusterCaseItem */

  guint loading : 1;
  guint stale : 1; /* changed while it was being read */
};

enum
{
  LOADED,
  LINES_CHANGED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What the thread works with. @whole: as in muster_case_list_query_load(); @anew: lines that were read before may say something else. */
typedef struct
{
  MusterStore *store;
  MusterCaseKind kind;
  gboolean whole;
  gboolean anew;
  MusterMoment now;
  MusterRulePack *pack;
  MusterCaseList *list;
  GHashTable *closed;
} Job;

static void muster_case_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterCaseModel, muster_case_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_case_model_list_model_init))

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->pack, muster_rule_pack_unref);
  g_clear_pointer (&job->list, muster_case_list_free);
  g_clear_pointer (&job->closed, g_hash_table_unref);
  g_free (job);
}

static gboolean
find_closed (Job *job, MusterDatabase *database, GError **error)
{
  GHashTable *closed[MUSTER_N_CASE_KINDS] = { NULL };
  gboolean found = muster_case_keeper_query_list_closed (database, closed, error);

  job->closed = g_steal_pointer (&closed[job->kind]);
  for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    g_clear_pointer (&closed[kind], g_hash_table_unref);
  return found;
}

static gboolean
load (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->pack = muster_rules_table_load (database, &job->now.day, G_MAXINT64, error);
  job->list = job->pack != NULL && find_closed (job, database, error) ? muster_case_list_query_load (database, job->kind, job->pack, &job->now, job->whole, error) : NULL;
  muster_store_read_done (job->store, database);
  return job->list != NULL;
}

static gint64 *
id_at (GArray *ids, guint position)
{
  return &g_array_index (ids, gint64, position);
}

/* Places come and go at the end only: a list view looks for whom it shows among all who come anywhere else. */
static void
set_n_places (MusterCaseModel *self, guint n)
{
  guint before = self->n_places, shorter = MIN (before, n);

  self->n_places = n;
  if (before != n)
    g_list_model_items_changed (G_LIST_MODEL (self), shorter, before - shorter, n - shorter);
}

/* A list view makes some 200 rows of a long list at once, most of them out of sight: in an empty one a screenful comes first. Takes @ids. */
static void
show_ids (MusterCaseModel *self, GArray *ids)
{
  guint shown = MIN (self->n_places, ids->len);

  g_array_unref (self->ids);
  self->ids = ids;
  set_n_places (self, self->n_places == 0 ? MIN (SCREENFUL, ids->len) : ids->len);
  if (shown > 0)
    g_signal_emit (self, signals[LINES_CHANGED], 0);
}

/* Words can be found in a whole list only. */
static void
choose_again (MusterCaseModel *self)
{
  if (self->list != NULL && (self->sought[0] == '\0' || muster_case_list_is_whole (self->list)))
    show_ids (self, muster_case_list_select (self->list, self->tile, self->sought));
}

static void
take (MusterCaseModel *self, Job *job)
{
  g_clear_pointer (&self->list, muster_case_list_free);
  g_clear_pointer (&self->pack, muster_rule_pack_unref);
  self->list = g_steal_pointer (&job->list);
  self->pack = g_steal_pointer (&job->pack);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  self->closed = g_steal_pointer (&job->closed);
  self->now = job->now;
  if (job->anew)
    g_hash_table_remove_all (self->items);
  choose_again (self);
}

static void start (MusterCaseModel *self, gboolean whole, gboolean anew);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterCaseModel *self = MUSTER_CASE_MODEL (source);
  Job *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;

  self->loading = FALSE;
  if (self->store == NULL)
    return;
  if (!muster_background_finish (result, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  take (self, job);
  if (!job->whole || self->stale)
    start (self, TRUE, self->stale);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
start (MusterCaseModel *self, gboolean whole, gboolean anew)
{
  Job *job = g_new0 (Job, 1);

  self->loading = TRUE;
  self->stale = FALSE;
  job->store = g_object_ref (self->store);
  job->kind = self->kind;
  job->whole = whole;
  job->anew = anew;
  muster_incident_get_moment (g_get_real_time (), &job->now);
  muster_gui_text_get_today (&job->now.day);
  muster_background_run (self, load, job, job_free, NULL, loaded_cb, NULL);
}

/* By the day that it is. */
static void
refresh (MusterCaseModel *self)
{
  self->stale = TRUE;
  if (!self->loading)
    start (self, self->list != NULL, TRUE);
}

static void
read_screenful (MusterCaseModel *self, guint position)
{
  guint begin = position - position % SCREENFUL;
  guint n = MIN (self->ids->len - begin, SCREENFUL);
  MusterDatabase *database = muster_store_read (self->store, NULL);
  g_autoptr (GPtrArray) items = NULL;

  if (database == NULL)
    return;
  items = muster_case_item_list (database, self->kind, self->pack, &self->now, self->closed, id_at (self->ids, begin), n);
  muster_store_read_done (self->store, database);
  if (g_hash_table_size (self->items) > MAX_KEPT)
    g_hash_table_remove_all (self->items);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->items, g_memdup2 (id_at (self->ids, begin + i), sizeof (gint64)), g_object_ref (items->pdata[i]));
}

static GType
muster_case_model_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
muster_case_model_get_n_items (GListModel *list)
{
  return MUSTER_CASE_MODEL (list)->n_places;
}

static gpointer
muster_case_model_get_item (GListModel *list, guint position)
{
  return position < MUSTER_CASE_MODEL (list)->n_places ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
muster_case_model_dispose (GObject *object)
{
  MusterCaseModel *self = MUSTER_CASE_MODEL (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_case_model_parent_class)->dispose (object);
}

static void
muster_case_model_finalize (GObject *object)
{
  MusterCaseModel *self = MUSTER_CASE_MODEL (object);

  g_clear_pointer (&self->list, muster_case_list_free);
  g_clear_pointer (&self->pack, muster_rule_pack_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_hash_table_unref (self->items);
  g_array_unref (self->ids);
  g_free (self->sought);
  G_OBJECT_CLASS (muster_case_model_parent_class)->finalize (object);
}

static void
muster_case_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_case_model_get_item_type;
  iface->get_n_items = muster_case_model_get_n_items;
  iface->get_item = muster_case_model_get_item;
}

static void
muster_case_model_class_init (MusterCaseModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_case_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_case_model_finalize;
  signals[LOADED] = g_signal_new ("loaded", MUSTER_TYPE_CASE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINES_CHANGED] = g_signal_new ("lines-changed", MUSTER_TYPE_CASE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", MUSTER_TYPE_CASE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_case_model_init (MusterCaseModel *self)
{
  self->sought = g_strdup ("");
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

MusterCaseModel *
muster_case_model_new (MusterStore *store, MusterCaseKind kind)
{
  MusterCaseModel *self = g_object_new (MUSTER_TYPE_CASE_MODEL, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

void
muster_case_model_choose (MusterCaseModel *self, MusterCaseTile tile, const char *sought)
{
  g_return_if_fail (MUSTER_IS_CASE_MODEL (self));

  self->tile = tile;
  g_set_str (&self->sought, sought);
  choose_again (self);
}

gboolean
muster_case_model_has_rest (MusterCaseModel *self)
{
  g_return_val_if_fail (MUSTER_IS_CASE_MODEL (self), FALSE);

  return self->n_places < self->ids->len;
}

void
muster_case_model_show_rest (MusterCaseModel *self)
{
  g_return_if_fail (MUSTER_IS_CASE_MODEL (self));

  set_n_places (self, self->ids->len);
}

gboolean
muster_case_model_is_ready (MusterCaseModel *self)
{
  g_return_val_if_fail (MUSTER_IS_CASE_MODEL (self), FALSE);

  return self->list != NULL && !self->loading && !muster_case_model_has_rest (self);
}

MusterCaseItem *
muster_case_model_get_case (MusterCaseModel *self, guint position)
{
  const gint64 *id;

  if (position >= self->ids->len || self->store == NULL)
    return NULL;
  id = id_at (self->ids, position);
  if (!g_hash_table_contains (self->items, id))
    read_screenful (self, position);
  return g_hash_table_lookup (self->items, id);
}

gboolean
muster_case_model_count (MusterCaseModel *self, MusterCaseTile tile, guint *count)
{
  gboolean needs_duties = self->kind == MUSTER_CASE_INCIDENT && (tile == MUSTER_CASE_TILE_OVERDUE || tile == MUSTER_CASE_TILE_WEEK);

  if (self->list == NULL || (needs_duties && !muster_case_list_is_whole (self->list)))
    return FALSE;
  *count = muster_case_list_count (self->list, tile);
  return TRUE;
}
