/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-exit-operations.h"

#include "operations-fixture.h"
#include "operations/muster-certification-operations.h"
#include "store/muster-roster-query.h"
#include "store/muster-today-query.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static MusterExitSheet *
load (OperationsFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterExitSheet *sheet;
  GDate today;

  g_assert_no_error (error);
  set_day (&today, "2026-03-10");
  sheet = muster_exit_sheet_new (database, person, &today, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return sheet;
}

static MusterExitRequest
make_request (gint64 person, MusterExitItemCode code, MusterExitOutcome outcome, const char *note)
{
  MusterExitRequest request = { .assister_id = person, .type = NAVIGATOR, .code = code, .outcome = outcome, .note = note };

  set_day (&request.on, outcome == MUSTER_EXIT_ITEM_DONE ? "2026-03-10" : NULL);
  request.doer = outcome == MUSTER_EXIT_ITEM_DONE ? "Kim Staff" : NULL;
  return request;
}

static guint
count_today (OperationsFixture *fixture)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (MusterToday) today = NULL;
  guint n = 0;
  GDate day;

  g_assert_no_error (error);
  set_day (&day, "2026-03-10");
  index = muster_roster_index_new (database, &day, NULL, NULL, &error);
  g_assert_no_error (error);
  today = muster_today_query (database, index, &day, FALSE, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  for (guint i = 0; i < today->groups->len; i++)
    if (((const MusterTodayGroup *) today->groups->pdata[i])->kind == MUSTER_TODAY_EXIT_OPEN)
      n = ((const MusterTodayGroup *) today->groups->pdata[i])->count;
  return n;
}

/* From the suspension through the last item, and back once the person is reinstated. */
static void
test_list (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  g_autoptr (MusterExitSheet) before = load (fixture, person), during = NULL, settled = NULL, after = NULL;
  static const MusterExitItemCode codes[] = { MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_DIRECTORY, MUSTER_EXIT_ITEM_CLIENTS, MUSTER_EXIT_ITEM_PAYMENTS };
  MusterExitRequest request;

  g_assert_cmpuint (before->lists->len, ==, 0);
  g_assert_cmpuint (count_today (fixture), ==, 0);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  during = load (fixture, person);
  g_assert_cmpuint (muster_exit_count_open (muster_exit_sheet_find (during, NAVIGATOR)), ==, 5);
  g_assert_cmpuint (count_today (fixture), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpuint (count_today (fixture), ==, 1);
      request = make_request (person, codes[i], i % 2 == 0 ? MUSTER_EXIT_ITEM_DONE : MUSTER_EXIT_ITEM_NOT_NEEDED, i % 2 == 0 ? NULL : "Had none");
      run_well (fixture, FIXTURE_KIM, &muster_record_exit_item, &request, NULL);
    }
  settled = load (fixture, person);
  g_assert_cmpuint (muster_exit_count_open (muster_exit_sheet_find (settled, NAVIGATOR)), ==, 0);
  g_assert_cmpuint (count_today (fixture), ==, 0);
  request = make_request (person, MUSTER_EXIT_ITEM_METS, MUSTER_EXIT_ITEM_REOPENED, "It works still");
  run_well (fixture, FIXTURE_KIM, &muster_record_exit_item, &request, NULL);
  g_assert_cmpuint (count_today (fixture), ==, 1);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_REINSTATE, NULL);
  after = load (fixture, person);
  g_assert_cmpuint (after->lists->len, ==, 0);
  g_assert_cmpuint (count_today (fixture), ==, 0);
}

/* What was done under the suspension stays done under the revocation, which asks for more. */
static void
test_worse (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  g_autoptr (MusterExitSheet) sheet = NULL;
  MusterExitRequest request = make_request (person, MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_DONE, NULL);
  GArray *list;

  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  run_well (fixture, FIXTURE_KIM, &muster_record_exit_item, &request, NULL);
  revoke_person (fixture, person);
  sheet = load (fixture, person);
  list = muster_exit_sheet_find (sheet, NAVIGATOR);
  g_assert_cmpuint (list->len, ==, 10);
  g_assert_cmpuint (muster_exit_count_open (list), ==, 9);
  g_assert_cmpstr (g_array_index (list, MusterExitItem, 0).record->doer, ==, "Kim Staff");
  g_assert_cmpuint (count_today (fixture), ==, 1);
}

static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  MusterExitRequest request = make_request (person, MUSTER_EXIT_ITEM_PORTAL, MUSTER_EXIT_ITEM_DONE, NULL);

  run_badly (fixture, FIXTURE_KIM, &muster_record_exit_item, &request, NULL, MUSTER_ERROR_RULE);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  run_badly (fixture, FIXTURE_JO, &muster_record_exit_item, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  request.doer = NULL;
  run_badly (fixture, FIXTURE_KIM, &muster_record_exit_item, &request, NULL, MUSTER_ERROR_RULE);
  request.doer = "Kim Staff";
  request.type = MUSTER_ASSISTER_BROKER;
  run_badly (fixture, FIXTURE_KIM, &muster_record_exit_item, &request, NULL, MUSTER_ERROR_RULE);
  request.type = NAVIGATOR;
  request.assister_id = 4711;
  run_badly (fixture, FIXTURE_KIM, &muster_record_exit_item, &request, NULL, MUSTER_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/exit/list", test_list);
  operations_fixture_add ("/operations/exit/worse", test_worse);
  operations_fixture_add ("/operations/exit/refused", test_refused);
  return g_test_run ();
}
