/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-journal-model.h"

#include "gui/muster-background.h"

struct _MusterJournalModel
{
  GObject parent_instance;

  MusterStore *store;
  GPtrArray *items;
  char *operation;
  char *subject;
  GCancellable *cancellable; /* of the page on its way; %NULL for none */
  gboolean complete;
};

enum
{
  LOADED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

typedef struct
{
  MusterStore *store;
  char *operation;
  char *subject;
  gint64 before;
  GPtrArray *entries;
} Job;

static void muster_journal_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterJournalModel, muster_journal_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_journal_model_list_model_init))

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_free (job->operation);
  g_free (job->subject);
  g_clear_pointer (&job->entries, g_ptr_array_unref);
  g_free (job);
}

static gboolean
read_in_thread (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const MusterJournalFilter filter = { job->subject, job->operation, job->before, MUSTER_JOURNAL_PAGE_SIZE };
  MusterDatabase *database;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  database = muster_store_read (job->store, error);
  if (database == NULL)
    return FALSE;
  job->entries = muster_journal_query_list (database, &filter, error);
  muster_store_read_done (job->store, database);
  return job->entries != NULL;
}

static gint64
sequence_at (MusterJournalModel *self, guint position)
{
  return muster_journal_item_get_entry (self->items->pdata[position])->sequence;
}

static GPtrArray *
make_items (GPtrArray *entries)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, muster_journal_item_new (g_steal_pointer (&entries->pdata[i])));
  return items;
}

static void
append (MusterJournalModel *self, GPtrArray *entries)
{
  guint n_old = self->items->len, n_new = entries->len;

  g_ptr_array_extend_and_steal (self->items, make_items (entries));
  self->complete = n_new < MUSTER_JOURNAL_PAGE_SIZE;
  if (n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_old, 0, n_new);
}

/* What is new comes on top; where it does not reach down to what is there, the list begins anew. */
static void
put_on_top (MusterJournalModel *self, GPtrArray *entries)
{
  guint n_old = self->items->len, n_new = 0;
  GPtrArray *old = self->items;

  while (n_new < entries->len && (n_old == 0 || ((MusterJournalEntry *) entries->pdata[n_new])->sequence > sequence_at (self, 0)))
    n_new++;
  self->items = make_items (entries);
  if (n_new == entries->len)
    {
      g_ptr_array_unref (old);
      self->complete = entries->len < MUSTER_JOURNAL_PAGE_SIZE;
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->items->len);
      return;
    }
  g_ptr_array_set_size (self->items, n_new);
  g_ptr_array_extend_and_steal (self->items, old);
  if (n_new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_new);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterJournalModel *self = MUSTER_JOURNAL_MODEL (source);
  g_autoptr (GCancellable) cancellable = user_data;
  Job *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  if (g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_object (&self->cancellable);
  if (!done)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  if (job->before > 0)
    append (self, job->entries);
  else
    put_on_top (self, job->entries);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
read_page (MusterJournalModel *self, gint64 before)
{
  Job *job = g_new0 (Job, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  job->store = g_object_ref (self->store);
  job->operation = g_strdup (self->operation);
  job->subject = g_strdup (self->subject);
  job->before = before;
  muster_background_run (self, read_in_thread, job, job_free, self->cancellable, read_cb, g_object_ref (self->cancellable));
}

static void
changed_cb (MusterJournalModel *self)
{
  read_page (self, 0);
}

static GType
muster_journal_model_get_item_type (GListModel *list)
{
  return MUSTER_TYPE_JOURNAL_ITEM;
}

static guint
muster_journal_model_get_n_items (GListModel *list)
{
  return MUSTER_JOURNAL_MODEL (list)->items->len;
}

static gpointer
muster_journal_model_get_item (GListModel *list, guint position)
{
  MusterJournalModel *self = MUSTER_JOURNAL_MODEL (list);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
muster_journal_model_finalize (GObject *object)
{
  MusterJournalModel *self = MUSTER_JOURNAL_MODEL (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_ptr_array_unref (self->items);
  g_free (self->operation);
  g_free (self->subject);
  G_OBJECT_CLASS (muster_journal_model_parent_class)->finalize (object);
}

static void
muster_journal_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_journal_model_get_item_type;
  iface->get_n_items = muster_journal_model_get_n_items;
  iface->get_item = muster_journal_model_get_item;
}

static void
muster_journal_model_class_init (MusterJournalModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_journal_model_finalize;
  signals[LOADED] = g_signal_new ("loaded", MUSTER_TYPE_JOURNAL_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", MUSTER_TYPE_JOURNAL_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
muster_journal_model_init (MusterJournalModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

MusterJournalModel *
muster_journal_model_new (MusterStore *store)
{
  MusterJournalModel *self = g_object_new (MUSTER_TYPE_JOURNAL_MODEL, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  read_page (self, 0);
  return self;
}

void
muster_journal_model_set_filter (MusterJournalModel *self, const char *operation, const char *subject)
{
  guint n_old = self->items->len;

  g_return_if_fail (MUSTER_IS_JOURNAL_MODEL (self));
  g_set_str (&self->operation, operation);
  g_set_str (&self->subject, subject);
  g_ptr_array_set_size (self->items, 0);
  if (n_old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, 0);
  read_page (self, 0);
}

void
muster_journal_model_load_more (MusterJournalModel *self)
{
  g_return_if_fail (MUSTER_IS_JOURNAL_MODEL (self));
  if (self->cancellable == NULL && !self->complete && self->items->len > 0)
    read_page (self, sequence_at (self, self->items->len - 1));
}
