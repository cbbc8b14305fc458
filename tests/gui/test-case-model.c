/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-model.h"

#include "case-fixture.h"

static gboolean
is_ready (gpointer model)
{
  return muster_case_model_is_ready (model);
}

static guint
get_n (MusterCaseModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static gboolean
has_two (gpointer model)
{
  return get_n (model) == 2;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Nothing is counted before it was read; what was found stays found when the register changes, and lines are read anew. */
static void
test_follows_the_store (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (MusterCaseModel) model = NULL;
  guint n_changed = 0, count = 77;

  case_fixture_open_action (fixture, person, 2);
  model = muster_case_model_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_CASE_ACTION);
  g_signal_connect_swapped (model, "lines-changed", G_CALLBACK (count_cb), &n_changed);
  muster_case_model_choose (model, MUSTER_CASE_TILE_OPEN, "lindqvist");
  g_assert_false (muster_case_model_count (model, MUSTER_CASE_TILE_OPEN, &count));
  g_assert_cmpuint (count, ==, 77);
  g_assert_cmpuint (get_n (model), ==, 0);
  g_assert_null (muster_case_model_get_case (model, 0));
  harness_wait (is_ready, model, "the register of cases");
  g_assert_true (muster_case_model_count (model, MUSTER_CASE_TILE_OPEN, &count));
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (get_n (model), ==, 1);
  g_assert_cmpstr (muster_case_item_get_number (muster_case_model_get_case (model, 0)), ==, "CA-2026-0001");
  case_fixture_open_action (fixture, person, 2);
  harness_wait (has_two, model, "the second one");
  harness_wait (is_ready, model, "the register of cases");
  g_assert_cmpuint (n_changed, >, 0);
  g_assert_cmpstr (muster_case_item_get_number (muster_case_model_get_case (model, 0)), ==, "CA-2026-0002");
  g_assert_null (muster_case_model_get_case (model, 2));
  muster_case_model_choose (model, MUSTER_CASE_TILE_OPEN, "lindqvist 0001");
  g_assert_cmpuint (get_n (model), ==, 1);
  g_assert_cmpstr (muster_case_item_get_number (muster_case_model_get_case (model, 0)), ==, "CA-2026-0001");
}

/* More than a screenful is read by the screenful, each line once, in the order of the list. */
static void
test_reads_by_the_screenful (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (MusterCaseModel) model = NULL;

  for (guint i = 0; i < 40; i++)
    case_fixture_open_action (fixture, person, 2);
  model = muster_case_model_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_CASE_ACTION);
  muster_case_model_choose (model, MUSTER_CASE_TILE_ALL, "");
  harness_wait (is_ready, model, "the register of cases");
  g_assert_cmpuint (get_n (model), ==, 40);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("CA-2026-%04u", 40 - i);

      g_assert_cmpstr (muster_case_item_get_number (muster_case_model_get_case (model, i)), ==, number);
    }
  g_assert_true (muster_case_model_get_case (model, 5) == muster_case_model_get_case (model, 5));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/case-model/follows-the-store", test_follows_the_store);
  case_fixture_add ("/gui/case-model/reads-by-the-screenful", test_reads_by_the_screenful);
  return g_test_run ();
}
