/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-ahead.h"

#define MANY 200

typedef struct
{
  int n_made;
  int n_freed;
  GThread *maker;
} Counts;

typedef struct
{
  guint number;
  Counts *counts;
} Portion;

static gpointer
make_cb (guint number, gpointer user_data)
{
  Portion *portion = g_new (Portion, 1);

  *portion = (Portion) { number, user_data };
  g_atomic_int_inc (&portion->counts->n_made);
  portion->counts->maker = g_thread_self ();
  return portion;
}

static void
free_cb (gpointer data)
{
  g_atomic_int_inc (&((Portion *) data)->counts->n_freed);
  g_free (data);
}

static void
test_order (void)
{
  Counts counts = { 0 };
  MusterAhead *ahead = muster_ahead_new (MANY, make_cb, &counts, free_cb);

  for (guint i = 0; i < MANY; i++)
    {
      Portion *portion = muster_ahead_take (ahead);

      g_assert_cmpuint (portion->number, ==, i);
      if (i % 2 == 0)
        muster_ahead_give_back (ahead, portion, free_cb);
      else
        free_cb (portion);
    }
  muster_ahead_free (ahead);
  g_assert_true (counts.maker != g_thread_self ());
  g_assert_cmpint (counts.n_made, ==, MANY);
  g_assert_cmpint (counts.n_freed, ==, MANY);
}

/* Whoever does not want the rest gets neither it nor a leak; and it is not all made for nobody. */
static void
test_given_up (void)
{
  for (guint n_taken = 0; n_taken < 20; n_taken++)
    {
      Counts counts = { 0 };
      MusterAhead *ahead = muster_ahead_new (MANY, make_cb, &counts, free_cb);

      for (guint i = 0; i < n_taken; i++)
        free_cb (muster_ahead_take (ahead));
      muster_ahead_free (ahead);
      g_assert_cmpint (counts.n_made, <, n_taken + 10);
      g_assert_cmpint (counts.n_freed, ==, counts.n_made);
    }
}

static void
test_single (void)
{
  Counts counts = { 0 };
  MusterAhead *ahead = muster_ahead_new (1, make_cb, &counts, free_cb);

  muster_ahead_give_back (ahead, muster_ahead_take (ahead), free_cb);
  g_assert_true (counts.maker == g_thread_self ());
  g_assert_cmpint (counts.n_freed, ==, 1);
  muster_ahead_free (ahead);
  muster_ahead_free (muster_ahead_new (0, make_cb, &counts, free_cb));
  g_assert_cmpint (counts.n_made, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ahead/order", test_order);
  g_test_add_func ("/store/ahead/given-up", test_given_up);
  g_test_add_func ("/store/ahead/single", test_single);
  return g_test_run ();
}
