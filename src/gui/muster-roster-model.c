/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-model.h"

#include "gui/muster-background.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-roster-job.h"

#define SCREENFUL 64
#define CACHE_SIZE 512
#define FEW (3 * SCREENFUL)
#define STEP 40 /* lines shown at once after a search; the others follow frame by frame */

struct _MusterRosterModel
{
  GObject parent_instance;

  MusterStore *store;
  GCancellable *index_cancellable;
  GCancellable *select_cancellable;

  MusterRosterIndex *index;
  GDate day;
  GPtrArray *agencies;
  GArray *may_not;
  MusterRosterFilter filter;
  char *search;

  GArray *ids;
  GArray *found; /* all that fit the filter; @ids may still be growing into it */
  guint follow;
  guint n_may_not;
  guint n_read;
  /* Items by id, in two generations: what is not asked for while the newer one fills up is forgotten. */
  GHashTable *recent;
  GHashTable *older;

  guint indexing : 1;
  guint index_again : 1;
  guint loaded : 1;
  guint same_filter : 1; /* the list is that of the filter, so that lines which stay are not to move */
};

enum
{
  LOADED,
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

static GHashTable *
items_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static void
remember (MusterRosterModel *self, MusterRosterItem *item)
{
  if (g_hash_table_size (self->recent) >= CACHE_SIZE)
    {
      g_hash_table_unref (self->older);
      self->older = g_steal_pointer (&self->recent);
      self->recent = items_new ();
    }
  g_hash_table_insert (self->recent, g_memdup2 ((gint64[]) { muster_roster_item_get_id (item) }, sizeof (gint64)), g_object_ref (item));
}

/* Returns: (transfer none) (nullable) */
static MusterRosterItem *
recall (MusterRosterModel *self, gint64 id)
{
  MusterRosterItem *item = g_hash_table_lookup (self->recent, &id);

  if (item != NULL)
    return item;
  item = g_hash_table_lookup (self->older, &id);
  if (item != NULL)
    remember (self, item);
  return item;
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
      rows = muster_roster_query_rows (database, self->index, (const gint64 *) ids->data, ids->len, &error);
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
      gint64 id = id_at (self->ids, i);

      if (recall (self, id) == NULL)
        g_array_append_val (missing, id);
    }
  rows = read_rows (self, missing);
  for (guint i = 0; i < missing->len; i++)
    {
      g_autoptr (MusterRosterItem) item = muster_roster_item_new (id_at (missing, i), rows != NULL ? g_steal_pointer (&rows->pdata[i]) : NULL);

      remember (self, item);
    }
  self->n_read += missing->len;
}

static void
append_ids (GHashTable *items, GArray *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
}

static GArray *
list_remembered (MusterRosterModel *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  append_ids (self->recent, ids);
  append_ids (self->older, ids);
  return ids;
}

/* Puts the lines read again in the place of the items that show something else by now. Returns: (element-type gint64): whose */
static GHashTable *
renew_items (MusterRosterModel *self, GArray *kept, GPtrArray *rows)
{
  GHashTable *changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < kept->len; i++)
    {
      gint64 id = id_at (kept, i);
      GHashTable *items = g_hash_table_contains (self->recent, &id) ? self->recent : self->older;
      MusterRosterItem *item = g_hash_table_lookup (items, &id);

      if (item == NULL || muster_roster_item_shows (item, rows->pdata[i]))
        continue;
      g_hash_table_insert (items, g_memdup2 (&id, sizeof id), muster_roster_item_new (id, g_steal_pointer (&rows->pdata[i])));
      g_hash_table_add (changed, g_memdup2 (&id, sizeof id));
    }
  return changed;
}

static void
emit_changed_items (MusterRosterModel *self, GHashTable *changed, guint begin, guint end)
{
  for (guint i = begin; i < end && g_hash_table_size (changed) > 0; i++)
    {
      gint64 id = id_at (self->ids, i);

      if (g_hash_table_remove (changed, &id))
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
}

static void
set_ids (MusterRosterModel *self, GArray *ids)
{
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
}

/*
 * A list view looks for the line it holds on to among all that come in one stroke with others that go, and so would read them all:
 * where they are many, those that fill the window come first, into the widgets of the old ones, and the others after them.
 */
static void
change_ids (MusterRosterModel *self, GArray *ids, guint position, guint removed)
{
  guint added = ids->len + removed - self->ids->len;

  if (removed > 0 && added > FEW)
    {
      g_autoptr (GArray) first = g_array_copy (ids);

      g_array_remove_range (first, position + FEW, added - FEW);
      set_ids (self, first);
      g_list_model_items_changed (G_LIST_MODEL (self), position, removed, FEW);
      position += FEW;
      added -= FEW;
      removed = 0;
    }
  set_ids (self, ids);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* The lines before and after what differs stay where they are, and so do scroll position and focus. */
static void
replace_keeping (MusterRosterModel *self, MusterRosterJob *job)
{
  g_autoptr (GHashTable) changed = renew_items (self, job->kept, job->rows);
  guint n_old = self->ids->len, n_new = job->ids->len;
  guint shorter = MIN (n_old, n_new);
  guint before = 0, after = 0;

  while (before < shorter && id_at (self->ids, before) == id_at (job->ids, before))
    before++;
  while (after < shorter - before && id_at (self->ids, n_old - 1 - after) == id_at (job->ids, n_new - 1 - after))
    after++;
  change_ids (self, job->ids, before, n_old - before - after);
  emit_changed_items (self, changed, 0, before);
  emit_changed_items (self, changed, n_new - after, n_new);
}

static void
append_ids_up_to (MusterRosterModel *self, GArray *ids, guint n)
{
  g_autoptr (GArray) longer = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  guint n_before = self->ids->len;

  g_array_append_vals (longer, ids->data, n);
  set_ids (self, longer);
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n - n_before);
}

/* After a frame was drawn: the list view makes widgets for some 200 lines, and nobody sees most of them. */
static gboolean
follow_cb (gpointer data)
{
  MusterRosterModel *self = data;
  guint shown = self->ids->len;
  guint all = self->found->len;

  append_ids_up_to (self, self->found, shown < FEW ? MIN (shown + STEP, all) : all);
  if (self->ids->len < all)
    return G_SOURCE_CONTINUE;
  self->follow = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_following (MusterRosterModel *self)
{
  g_clear_handle_id (&self->follow, g_source_remove);
}

/* What fills the window comes at once, so that each key press is answered in the next frame. */
static void
replace (MusterRosterModel *self, MusterRosterJob *job)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_before = self->ids->len;

  g_hash_table_remove_all (self->recent);
  g_hash_table_remove_all (self->older);
  g_array_append_vals (first, job->ids->data, MIN (job->ids->len, STEP));
  set_ids (self, first);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, first->len);
  if (first->len < job->ids->len)
    self->follow = g_idle_add_full (G_PRIORITY_LOW, follow_cb, self, NULL);
}

static void
selected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (source);
  g_autoptr (GCancellable) cancellable = user_data;
  MusterRosterJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;

  if (!muster_background_finish (result, &error))
    {
      fail (self, error);
      return;
    }
  if (g_cancellable_is_cancelled (cancellable))
    return;
  self->n_may_not = job->n_may_not;
  self->loaded = TRUE;
  if (job->kept != NULL && self->follow != 0)
    append_ids_up_to (self, self->found, self->found->len);
  stop_following (self);
  g_clear_pointer (&self->found, g_array_unref);
  self->found = g_array_ref (job->ids);
  if (job->kept != NULL)
    replace_keeping (self, job);
  else
    replace (self, job);
  self->same_filter = TRUE;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
select_ids (MusterRosterModel *self)
{
  MusterRosterJob *job = muster_roster_job_new (self->store);

  g_cancellable_cancel (self->select_cancellable);
  g_clear_object (&self->select_cancellable);
  self->select_cancellable = g_cancellable_new ();
  job->index = muster_roster_index_ref (self->index);
  job->may_not = g_array_ref (self->may_not);
  job->filter = self->filter;
  job->search = g_strdup (self->search);
  if (self->same_filter)
    job->kept = list_remembered (self);
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
  g_clear_pointer (&self->may_not, g_array_unref);
  self->may_not = g_steal_pointer (&job->may_not);
  self->day = job->day;
  select_ids (self);
  if (self->index_again)
    muster_roster_model_refresh (self);
}

static GType
muster_roster_model_get_item_type (GListModel *list)
{
  return MUSTER_TYPE_ROSTER_ITEM;
}

static guint
muster_roster_model_get_n_items (GListModel *list)
{
  return MUSTER_ROSTER_MODEL (list)->ids->len;
}

static gpointer
muster_roster_model_get_item (GListModel *list, guint position)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (list);
  MusterRosterItem *item;

  if (position >= self->ids->len)
    return NULL;
  item = recall (self, id_at (self->ids, position));
  if (item == NULL)
    {
      read_screenful (self, position);
      item = recall (self, id_at (self->ids, position));
    }
  return g_object_ref (item);
}

static void
muster_roster_model_dispose (GObject *object)
{
  MusterRosterModel *self = MUSTER_ROSTER_MODEL (object);

  stop_following (self);
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
  g_clear_pointer (&self->may_not, g_array_unref);
  g_hash_table_unref (self->recent);
  g_hash_table_unref (self->older);
  g_array_unref (self->ids);
  g_clear_pointer (&self->found, g_array_unref);
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
  signals[FAILED] = g_signal_new ("failed", MUSTER_TYPE_ROSTER_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_roster_model_init (MusterRosterModel *self)
{
  self->index_cancellable = g_cancellable_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->recent = items_new ();
  self->older = items_new ();
  self->filter.may_assist = -1;
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
  self->same_filter = FALSE;
  if (self->index != NULL)
    select_ids (self);
}

void
muster_roster_model_refresh (MusterRosterModel *self)
{
  g_return_if_fail (MUSTER_IS_ROSTER_MODEL (self));

  self->index_again = self->indexing;
  if (self->indexing)
    return;
  self->indexing = TRUE;
  muster_background_run (self, muster_roster_job_index, muster_roster_job_new (self->store), muster_roster_job_free, self->index_cancellable, indexed_cb, NULL);
}

void
muster_roster_model_refresh_day (MusterRosterModel *self)
{
  GDate today;

  g_return_if_fail (MUSTER_IS_ROSTER_MODEL (self));
  muster_gui_text_get_today (&today);
  if (self->index != NULL && g_date_compare (&today, &self->day) != 0)
    muster_roster_model_refresh (self);
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

guint
muster_roster_model_get_n_found (MusterRosterModel *self)
{
  return self->found != NULL ? self->found->len : 0;
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

guint
muster_roster_model_get_n_read (MusterRosterModel *self)
{
  return self->n_read;
}
