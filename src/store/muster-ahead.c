/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-ahead.h"

#define MOST_AHEAD 4

typedef struct
{
  gpointer data;
  GDestroyNotify free;
} Used;

struct _MusterAhead
{
  guint n;
  MusterAheadFunc prepare;
  gpointer user_data;
  GDestroyNotify free_portion;
  GThread *thread; /* %NULL: there is none to be had, and whoever takes prepares */
  guint n_taken;
  GMutex lock; /* of what follows */
  GCond changed;
  GQueue ready;
  GArray *used; /* of Used */
  gboolean is_stopped;
};

static void
free_used (GArray *used)
{
  for (guint i = 0; i < used->len; i++)
    g_array_index (used, Used, i).free (g_array_index (used, Used, i).data);
  g_array_unref (used);
}

static void
free_given_back (MusterAhead *self)
{
  GArray *used;

  g_mutex_lock (&self->lock);
  used = g_steal_pointer (&self->used);
  g_mutex_unlock (&self->lock);
  if (used != NULL)
    free_used (used);
}

/* Waits for room. %FALSE: nobody wants more. */
static gboolean
may_go_on (MusterAhead *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (self->ready.length >= MOST_AHEAD && !self->is_stopped)
    g_cond_wait (&self->changed, &self->lock);
  return !self->is_stopped;
}

static void
hand_over (MusterAhead *self, gpointer portion)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_queue_push_tail (&self->ready, portion);
  g_cond_broadcast (&self->changed);
}

static gpointer
thread_cb (gpointer data)
{
  MusterAhead *self = data;

  for (guint i = 0; i < self->n && may_go_on (self); i++)
    {
      free_given_back (self);
      hand_over (self, self->prepare (i, self->user_data));
    }
  return NULL;
}

MusterAhead *
muster_ahead_new (guint n, MusterAheadFunc prepare, gpointer user_data, GDestroyNotify free_portion)
{
  MusterAhead *self = g_new0 (MusterAhead, 1);

  self->n = n;
  self->prepare = prepare;
  self->user_data = user_data;
  self->free_portion = free_portion;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->ready);
  /* For a single portion nobody would be ahead of anybody. */
  if (n > 1)
    self->thread = g_thread_try_new ("muster-ahead", thread_cb, self, NULL);
  return self;
}

gpointer
muster_ahead_take (MusterAhead *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gpointer portion;

  g_return_val_if_fail (self->n_taken < self->n, NULL);
  self->n_taken++;
  if (self->thread == NULL)
    return self->prepare (self->n_taken - 1, self->user_data);
  locker = g_mutex_locker_new (&self->lock);
  while (self->ready.length == 0)
    g_cond_wait (&self->changed, &self->lock);
  portion = g_queue_pop_head (&self->ready);
  g_cond_broadcast (&self->changed);
  return portion;
}

void
muster_ahead_give_back (MusterAhead *self, gpointer used, GDestroyNotify free_used_func)
{
  const Used given = { used, free_used_func };
  g_autoptr (GMutexLocker) locker = NULL;

  if (self->thread == NULL)
    {
      free_used_func (used);
      return;
    }
  locker = g_mutex_locker_new (&self->lock);
  if (self->used == NULL)
    self->used = g_array_new (FALSE, FALSE, sizeof (Used));
  g_array_append_val (self->used, given);
}

static void
stop (MusterAhead *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->is_stopped = TRUE;
  g_cond_broadcast (&self->changed);
}

void
muster_ahead_free (MusterAhead *self)
{
  stop (self);
  g_clear_pointer (&self->thread, g_thread_join);
  free_given_back (self);
  g_queue_clear_full (&self->ready, self->free_portion);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}
