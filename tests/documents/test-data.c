/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-data.h"

static gpointer
get_all_cb (gpointer data)
{
  gpointer *got = data;

  got[0] = muster_data_get_clauses ();
  got[1] = muster_data_get_header_aliases ();
  got[2] = muster_data_get_public_lists ();
  return NULL;
}

/* Aborts if a shipped file is broken. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (muster_clause_catalogue_find (muster_data_get_clauses (), "COC-09", &error));
  g_assert_no_error (error);
  g_assert_cmpint (muster_header_aliases_match (muster_data_get_header_aliases (), "National Producer Number (NPN)"), ==, MUSTER_FIELD_NPN);
  g_assert_cmpint (muster_header_aliases_match (muster_data_get_header_aliases (), "SSN"), ==, MUSTER_FIELD_SSN);
  g_assert_cmpint (muster_header_aliases_match (muster_data_get_header_aliases (), "Shoe size"), ==, MUSTER_FIELD_IGNORE);
  g_assert_cmpint (muster_public_lists_find_status (muster_data_get_public_lists (), "T3", NULL), ==, MUSTER_LIST_TERMINATED);
}

static void
test_read_once (void)
{
  GThread *threads[4];
  gpointer got[G_N_ELEMENTS (threads)][3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", get_all_cb, got[i]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpmem (got[i], sizeof got[i], got[0], sizeof got[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/data/read-once", test_read_once);
  g_test_add_func ("/documents/data/shipped", test_shipped);
  return g_test_run ();
}
