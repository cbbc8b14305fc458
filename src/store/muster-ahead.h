/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterAhead: what can be prepared without the register, prepared in order by a thread of its own while the database thread writes what came before. The
 * thread touches no database. It is only so far ahead that memory stays bounded.
 */
typedef struct _MusterAhead MusterAhead;

/** Prepares the @number-th portion, from 0 on. Called in order, never twice at once. Returns: (transfer full) (not nullable). */
typedef gpointer (*MusterAheadFunc) (guint number, gpointer user_data);

/**
 * muster_ahead_new:
 * @n: how many portions there are
 * @prepare: reads only what nobody changes until the last portion was taken, or until it is freed
 * @free_portion: for those that nobody takes
 */
MusterAhead *muster_ahead_new (guint n, MusterAheadFunc prepare, gpointer user_data, GDestroyNotify free_portion);
/** Waits for the next portion. Returns: (transfer full). To be called @n times at most. */
gpointer muster_ahead_take (MusterAhead *self);
/**
 * muster_ahead_give_back:
 * @used: (transfer full): what the thread made, or holds what it made
 *
 * Lets the thread free what is not needed any more. For many small pieces of memory that is better than to do it elsewhere: each is freed where it was made.
 */
void muster_ahead_give_back (MusterAhead *self, gpointer used, GDestroyNotify free_used);
/** Stops after the portion at hand, and waits for that. */
void muster_ahead_free (MusterAhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAhead, muster_ahead_free)
