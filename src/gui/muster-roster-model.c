/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-model.h"

#include "domain/muster-rule-text.h"
#include "gui/muster-background.h"
#include "gui/muster-roster-cache.h"
#include "gui/muster-roster-job.h"

#define SCREENFUL 64

struct _MusterRosterModel
{
  GObject parent_instance;

  MusterStore *store;
  GCancellable *index_cancellable;
  GCancellable *select_cancellable;

  MusterRosterIndex *index;
  MusterRosterIndex *shown_index; /* that by which the lines of the cache were read */
  MusterViewDay view_day;
  GDate day;
  GPtrArray *agencies;
  GStrv counties;
  GStrv languages;
  MusterRosterIndex *places_index; /* that of which they are */
  MusterRosterFilter filter;
  char *search;

  GArray *ids;
  MusterRosterCache *cache;
  guint n_may_not;
  guint n_read;

  guint indexing : 1;
  guint index_again : 1;
  guint loaded : 1;
};

enum
{
  LOADED,
  LINES_CHANGED,
  PLACES_CHANGED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void muster_roster_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterRosterModel, muster_roster_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_roster_model_list_model_init))

static gint64
id_at (GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

static void
fail (MusterRosterModel *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static GPtrArray *
read_rows (MusterRosterModel *self, GArray *ids)
{
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (self->store, &error);
  GPtrArray *rows = NULL;

  if (database != NULL)
    {
      rows = muster_roster_query_rows (database, self->shown_index, (const gint64 *) ids->data, ids->len, &error);
      muster_store_read_done (self->store, database);
    }
  if (rows == NULL)
    fail (self, error);
  return rows;
}

static void
read_screenful (MusterRosterModel *self, guint position)
{
  guint begin = position - position % SCREENFUL;
  guint end = MIN (begin + SCREENFUL, self->ids->len);
  g_autoptr (GArray) missing = g_array_sized_new (FALSE, FALSE, sizeof (gint64), SCREENFUL);
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = begin; i < end; i++)
    {
      const MusterRosterRow *row;
      gint64 id = id_at (self->ids, i);

      if (!muster_roster_cache_find (self->cache, id, &row))
        g_array_append_val (missing, id);
    }
  rows = read_rows (self, missing);
  for (guint i = 0; i < missing->len; i++)
    muster_roster_cache_add (self->cache, id_at (missing, i), rows != NULL ? g_steal_pointer (&rows->pdata[i]) : NULL);
  self->n_read += missing->len;
}

/*
 * Who changes stays in place, and places come or go only as the list gets longer or shorter: a list view makes all widgets of places that are replaced
 * anew, which is the dearest part of a key press. What is alike before and after keeps its places, and so do scroll position and focus.
 * Returns: whether somebody else is in a place that stays
 */
static gboolean
show_ids (MusterRosterModel *self, GArray *ids)
{
  guint n_old = self->ids->len, n_new = ids->len;
  guint shorter = MIN (n_old, n_new);
  guint before = 0, after = 0, position;

  while (before < shorter && id_at (self->ids, before) == id_at (ids, before))
    before++;
  while (after < shorter - before && id_at (self->ids, n_old - 1 - after) == id_at (ids, n_new - 1 - after))
    after++;
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  position = shorter - after;
  if (n_old != n_new)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_old - shorter, n_new - shorter);
  return position > before;
}

/* What was read by an older index may say something else by now. */
static void
take_index (MusterRosterModel *self, MusterRosterIndex *index)
{
  g_clear_pointer (&self->shown_index, muster_roster_index_unref);
  self->shown_index = muster_roster_index_ref (index);
  muster_roster_cache_clear (self->cache);
}

static void
places_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (source);
  MusterRosterJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;

  if (!muster_background_finish (result, &error))
    {
      fail (self, error);
      return;
    }
  if (job->index != self->index)
    return;
  g_strfreev (self->counties);
  g_strfreev (self->languages);
  self->counties = g_steal_pointer (&job->counties);
  self->languages = g_steal_pointer (&job->languages);
  g_signal_emit (self, signals[PLACES_CHANGED], 0);
}

/* What can be chosen from is not waited for. */
static void
list_places (MusterRosterModel *self)
{
  MusterRosterJob *job;

  if (self->places_index == self->index)
    return;
  g_clear_pointer (&self->places_index, muster_roster_index_unref);
  self->places_index = muster_roster_index_ref (self->index);
  job = muster_roster_job_new (self->store);
  job->index = muster_roster_index_ref (self->index);
  muster_background_run (self, muster_roster_job_places, job, muster_roster_job_free, self->index_cancellable, places_cb, NULL);
}

static void
selected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (source);
  g_autoptr (GCancellable) cancellable = user_data;
  MusterRosterJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean anew;

  if (!muster_background_finish (result, &error))
    {
      fail (self, error);
      return;
    }
  if (g_cancellable_is_cancelled (cancellable))
    return;
  self->n_may_not = job->n_may_not;
  self->loaded = TRUE;
  anew = self->shown_index != job->index;
  if (anew)
    take_index (self, job->index);
  if (show_ids (self, job->ids) || anew)
    g_signal_emit (self, signals[LINES_CHANGED], 0);
  g_signal_emit (self, signals[LOADED], 0);
  list_places (self);
}

static void
select_ids (MusterRosterModel *self)
{
  MusterRosterJob *job = muster_roster_job_new (self->store);

  g_cancellable_cancel (self->select_cancellable);
  g_clear_object (&self->select_cancellable);
  self->select_cancellable = g_cancellable_new ();
  job->index = muster_roster_index_ref (self->index);
  job->filter = self->filter;
  job->search = g_strdup (self->search);
  muster_background_run (self, muster_roster_job_select, job, muster_roster_job_free, self->select_cancellable, selected_cb, g_object_ref (self->select_cancellable));
}

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (source);
  MusterRosterJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;

  self->indexing = FALSE;
  if (!muster_background_finish (result, &error))
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->index, muster_roster_index_unref);
  g_clear_pointer (&self->agencies, g_ptr_array_unref);
  self->index = g_steal_pointer (&job->index);
  self->agencies = g_steal_pointer (&job->agencies);
  self->day = job->day;
  select_ids (self);
  if (self->index_again)
    muster_roster_model_refresh (self);
}

static GType
muster_roster_model_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
muster_roster_model_get_n_items (GListModel *list)
{
  return MUSTER_ROSTER_MODEL (list)->ids->len;
}

static gpointer
muster_roster_model_get_item (GListModel *list, guint position)
{
  return position < MUSTER_ROSTER_MODEL (list)->ids->len ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
muster_roster_model_dispose (GObject *object)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (object);

  g_cancellable_cancel (self->index_cancellable);
  g_cancellable_cancel (self->select_cancellable);
  g_clear_object (&self->index_cancellable);
  g_clear_object (&self->select_cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_roster_model_parent_class)->dispose (object);
}

static void
muster_roster_model_finalize (GObject *object)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (object);

  g_clear_pointer (&self->index, muster_roster_index_unref);
  g_clear_pointer (&self->agencies, g_ptr_array_unref);
  g_clear_pointer (&self->shown_index, muster_roster_index_unref);
  g_clear_pointer (&self->places_index, muster_roster_index_unref);
  g_clear_pointer (&self->counties, g_strfreev);
  g_clear_pointer (&self->languages, g_strfreev);
  muster_roster_cache_free (self->cache);
  g_array_unref (self->ids);
  g_free (self->search);
  G_OBJECT_CLASS (muster_roster_model_parent_class)->finalize (object);
}

static void
muster_roster_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_roster_model_get_item_type;
  iface->get_n_items = muster_roster_model_get_n_items;
  iface->get_item = muster_roster_model_get_item;
}

static void
muster_roster_model_class_init (MusterRosterModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_roster_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_roster_model_finalize;
  signals[LOADED] = g_signal_new ("loaded", MUSTER_TYPE_ROSTER_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINES_CHANGED] = g_signal_new ("lines-changed", MUSTER_TYPE_ROSTER_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PLACES_CHANGED] = g_signal_new ("places-changed", MUSTER_TYPE_ROSTER_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", MUSTER_TYPE_ROSTER_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_roster_model_init (MusterRosterModel *self)
{
  self->index_cancellable = g_cancellable_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->cache = muster_roster_cache_new ();
  self->filter.may_assist = -1;
  muster_view_day_init (&self->view_day);
  g_date_clear (&self->day, 1);
}

MusterRosterModel *
muster_roster_model_new (MusterStore *store)
{
  MusterRosterModel *self = g_object_new (MUSTER_TYPE_ROSTER_MODEL, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (muster_roster_model_refresh), self, G_CONNECT_SWAPPED);
  muster_roster_model_refresh (self);
  return self;
}

void
muster_roster_model_set_filter (MusterRosterModel *self, const MusterRosterFilter *filter)
{
  g_return_if_fail (MUSTER_IS_ROSTER_MODEL (self));

  g_set_str (&self->search, filter->search);
  self->filter = *filter;
  self->filter.search = NULL;
  if (self->index != NULL)
    select_ids (self);
}

void
muster_roster_model_set_day (MusterRosterModel *self, const MusterViewDay *day)
{
  g_return_if_fail (MUSTER_IS_ROSTER_MODEL (self));

  self->view_day = *day;
  muster_roster_model_refresh (self);
}

const MusterViewDay *
muster_roster_model_get_day (MusterRosterModel *self)
{
  return &self->view_day;
}

void
muster_roster_model_refresh (MusterRosterModel *self)
{
  MusterRosterJob *job;

  g_return_if_fail (MUSTER_IS_ROSTER_MODEL (self));

  self->index_again = self->indexing;
  if (self->indexing)
    return;
  self->indexing = TRUE;
  job = muster_roster_job_new (self->store);
  job->view_day = self->view_day;
  muster_background_run (self, muster_roster_job_index, job, muster_roster_job_free, self->index_cancellable, indexed_cb, NULL);
}

void
muster_roster_model_refresh_day (MusterRosterModel *self)
{
  GDate day;

  g_return_if_fail (MUSTER_IS_ROSTER_MODEL (self));
  muster_view_day_get_date (&self->view_day, &day);
  if (self->index != NULL && g_date_compare (&day, &self->day) != 0)
    muster_roster_model_refresh (self);
}

gint64
muster_roster_model_get_id (MusterRosterModel *self, guint position)
{
  g_return_val_if_fail (position < self->ids->len, 0);
  return id_at (self->ids, position);
}

const MusterRosterRow *
muster_roster_model_get_row (MusterRosterModel *self, guint position)
{
  const MusterRosterRow *row = NULL;

  if (position >= self->ids->len || muster_roster_cache_find (self->cache, id_at (self->ids, position), &row))
    return row;
  read_screenful (self, position);
  muster_roster_cache_find (self->cache, id_at (self->ids, position), &row);
  return row;
}

gboolean
muster_roster_model_is_loaded (MusterRosterModel *self)
{
  return self->loaded;
}

guint
muster_roster_model_get_n_people (MusterRosterModel *self)
{
  return self->index != NULL ? muster_roster_index_get_size (self->index) : 0;
}

char *
muster_roster_model_dup_warning (MusterRosterModel *self)
{
  return self->index != NULL ? muster_rule_pack_dup_warning (muster_roster_index_get_pack (self->index), &self->day) : NULL;
}

guint
muster_roster_model_get_n_may_not (MusterRosterModel *self)
{
  return self->n_may_not;
}

GPtrArray *
muster_roster_model_get_agencies (MusterRosterModel *self)
{
  return self->agencies;
}

const char *const *
muster_roster_model_get_counties (MusterRosterModel *self)
{
  return (const char *const *) self->counties;
}

const char *const *
muster_roster_model_get_languages (MusterRosterModel *self)
{
  return (const char *const *) self->languages;
}

guint
muster_roster_model_get_n_read (MusterRosterModel *self)
{
  return self->n_read;
}
