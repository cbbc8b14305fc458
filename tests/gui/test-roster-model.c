/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-roster-model.h"
#include "operations/operations-fixture.h"

#define N_PEOPLE 150
#define SCREENFUL 64

typedef struct
{
  guint n_loaded;
  guint position, removed, added;
  guint n_changes;
  guint n_lines_changed;
} Heard;

static void
loaded_cb (Heard *heard)
{
  heard->n_loaded++;
}

static void
items_changed_cb (Heard *heard, guint position, guint removed, guint added)
{
  heard->position = position;
  heard->removed = removed;
  heard->added = added;
  heard->n_changes++;
}

static void
lines_changed_cb (Heard *heard)
{
  heard->n_lines_changed++;
}

static gboolean
has_loaded (gpointer data)
{
  return ((Heard *) data)->n_loaded > 0;
}

static void
wait_until_loaded (Heard *heard)
{
  heard->n_loaded = 0;
  harness_wait_for (has_loaded, heard);
}

static MusterRosterModel *
model_new (MusterStore *store, Heard *heard)
{
  MusterRosterModel *model = muster_roster_model_new (store);

  g_signal_connect_swapped (model, "loaded", G_CALLBACK (loaded_cb), heard);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), heard);
  g_signal_connect_swapped (model, "lines-changed", G_CALLBACK (lines_changed_cb), heard);
  wait_until_loaded (heard);
  return model;
}

static void
assert_changed (Heard *heard, guint position, guint removed, guint added)
{
  g_assert_cmpuint (heard->position, ==, position);
  g_assert_cmpuint (heard->removed, ==, removed);
  g_assert_cmpuint (heard->added, ==, added);
}

static char *
dup_name (MusterRosterModel *model, guint position)
{
  return g_strdup (muster_roster_model_get_row (model, position)->name);
}

static void
assert_name (MusterRosterModel *model, guint position, const char *expected)
{
  g_autofree char *name = dup_name (model, position);

  g_assert_true (g_str_has_prefix (name, expected));
}

static void
add_people (OperationsFixture *fixture)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person%03u", i);

      add_person (fixture, name, i + 1, MUSTER_ASSISTER_NAVIGATOR);
    }
}

static void
test_reads_by_the_screenful (OperationsFixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  MusterRosterModel *model;

  add_people (fixture);
  model = model_new (operations_fixture_open (fixture, FIXTURE_KIM), &heard);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_PEOPLE);
  g_assert_cmpuint (muster_roster_model_get_n_people (model), ==, N_PEOPLE);
  g_assert_cmpuint (muster_roster_model_get_n_may_not (model), ==, N_PEOPLE);
  g_assert_cmpuint (muster_roster_model_get_n_read (model), ==, 0);
  assert_name (model, 0, "Person000");
  assert_name (model, 5, "Person005");
  g_assert_cmpuint (muster_roster_model_get_n_read (model), ==, SCREENFUL);
  assert_name (model, N_PEOPLE - 1, "Person149");
  g_assert_cmpuint (muster_roster_model_get_n_read (model), ==, SCREENFUL + N_PEOPLE % SCREENFUL);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), N_PEOPLE));
  g_assert_null (muster_roster_model_get_row (model, N_PEOPLE));
  harness_release (model);
}

static void
test_filters (OperationsFixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  MusterRosterFilter filter = { .may_assist = -1 };
  MusterRosterModel *model;

  add_person (fixture, "Ångström", 1, MUSTER_ASSISTER_NAVIGATOR);
  add_certified (fixture, "Birch", 2, MUSTER_ASSISTER_BROKER);
  add_certified (fixture, "Cedar", 3, MUSTER_ASSISTER_CAC);
  model = model_new (operations_fixture_open (fixture, FIXTURE_JO), &heard);
  g_assert_cmpuint (muster_roster_model_get_n_may_not (model), ==, 1);

  heard.n_changes = heard.n_lines_changed = 0;
  filter.descending = TRUE;
  muster_roster_model_set_filter (model, &filter);
  wait_until_loaded (&heard);
  assert_name (model, 0, "Cedar");
  assert_name (model, 2, "Ångström");
  /* The same places, others in them. */
  g_assert_cmpuint (heard.n_changes, ==, 0);
  g_assert_cmpuint (heard.n_lines_changed, ==, 1);

  filter.search = "angs";
  muster_roster_model_set_filter (model, &filter);
  filter.search = "birch";
  muster_roster_model_set_filter (model, &filter);
  wait_until_loaded (&heard);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  assert_name (model, 0, "Birch");
  assert_changed (&heard, 1, 2, 0);
  g_assert_cmpuint (muster_roster_model_get_n_may_not (model), ==, 0);

  heard.n_changes = heard.n_lines_changed = 0;
  filter.search = "birc";
  muster_roster_model_set_filter (model, &filter);
  wait_until_loaded (&heard);
  g_assert_cmpuint (heard.n_changes + heard.n_lines_changed, ==, 0);

  filter.search = NULL;
  filter.may_assist = 0;
  muster_roster_model_set_filter (model, &filter);
  wait_until_loaded (&heard);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_assert_cmpuint (muster_roster_model_get_n_may_not (model), ==, 1);
  harness_release (model);
}

static void
test_follows_the_store (OperationsFixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  gint64 first = add_person (fixture, "Alder", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterRosterModel *model;

  add_person (fixture, "Cedar", 2, MUSTER_ASSISTER_NAVIGATOR);
  model = model_new (operations_fixture_open (fixture, FIXTURE_ALEX), &heard);
  add_person (fixture, "Birch", 3, MUSTER_ASSISTER_NAVIGATOR);
  harness_settle ();
  muster_roster_model_refresh (model);
  heard.n_changes = 0;
  wait_until_loaded (&heard);
  /* What had begun before Birch was there may come first. */
  while (g_list_model_get_n_items (G_LIST_MODEL (model)) != 3)
    wait_until_loaded (&heard);
  harness_settle ();
  assert_name (model, 1, "Birch");
  assert_changed (&heard, 1, 0, 1);

  take_step (fixture, first, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_CERTIFY, NULL);
  heard.n_changes = heard.n_lines_changed = 0;
  g_assert_false (muster_roster_model_get_row (model, 0)->standing.may_assist);
  muster_roster_model_refresh (model);
  wait_until_loaded (&heard);
  while (muster_roster_model_get_n_may_not (model) != 2)
    wait_until_loaded (&heard);
  g_assert_cmpuint (heard.n_changes, ==, 0);
  g_assert_cmpuint (heard.n_lines_changed, >, 0);
  g_assert_true (muster_roster_model_get_row (model, 0)->standing.may_assist);
  g_assert_cmpint (muster_roster_model_get_id (model, 0), ==, first);
  harness_settle ();
  harness_release (model);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  operations_fixture_add ("/gui/roster-model/screenful", test_reads_by_the_screenful);
  operations_fixture_add ("/gui/roster-model/filters", test_filters);
  operations_fixture_add ("/gui/roster-model/follows-the-store", test_follows_the_store);
  return g_test_run ();
}
