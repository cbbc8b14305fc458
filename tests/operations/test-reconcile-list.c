/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-reconcile-list.h"

#include "operations-fixture.h"
#include "operations/muster-edit-assister.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-reconciliation-table.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

#define REGISTRATIONS \
  "NPN,Applicable Plan Year,Individual Registration Completion Date,Individual Marketplace End Date,Shop Registration Completion Date,Shop End Date,NPN Valid (Current Plan Year Only)\n"
#define TERMINATIONS "NPN,Effective Plan Year,Marketplaces,Termination or Suspension Date,Termination Reconsidered or Suspension Lifted,Status\n"

/* NPNs are 7000000 and the number of the person. */
enum
{
  GOOD = 1,
  MISSING,
  ENDED,
  INVALID,
  OTHER,
  WITHDRAWN,
  GONE,
};

static MusterListReading *
read_list_in_year (OperationsFixture *fixture, const char *text, guint year, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database;
  MusterListReading *reading;
  GDate today;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  database = muster_store_read (store, NULL);
  set_day (&today, "2026-03-10");
  reading = muster_list_reading_new (database, path, year, &today, NULL, NULL, NULL, error);
  muster_store_read_done (store, database);
  return reading;
}

static MusterListReading *
read_list (OperationsFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  MusterListReading *reading = read_list_in_year (fixture, text, 0, &error);

  g_assert_no_error (error);
  return reading;
}

static MusterReconcilePlan *
compare (OperationsFixture *fixture, const char *text)
{
  g_autoptr (MusterListReading) reading = read_list (fixture, text);
  MusterReconcileRequest request = { reading };
  MusterReconcilePlan *plan = NULL;

  run_well (fixture, FIXTURE_KIM, &muster_reconcile_list, &request, &plan);
  return plan;
}

/* What a dry run is made of. */
static MusterReconcilePlan *
look (OperationsFixture *fixture, MusterListReading *reading, GError **error)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterReconcilePlan *plan = muster_reconcile_plan_new (database, reading, NULL, error);

  muster_store_read_done (store, database);
  return plan;
}

static GPtrArray *
list_tasks (OperationsFixture *fixture, gint64 person, gboolean only_open)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  const MusterTaskFilter filter = { .assister_id = person, .only_open = only_open };
  GPtrArray *tasks = muster_reconciliation_table_list_tasks (database, &filter, NULL);

  g_assert_nonnull (tasks);
  muster_store_read_done (store, database);
  return tasks;
}

static const MusterListProposal *
find_proposal (MusterReconcilePlan *plan, gint64 person)
{
  for (guint i = 0; i < plan->proposals->len; i++)
    if (((MusterListProposal *) plan->proposals->pdata[i])->task->assister_id == person)
      return plan->proposals->pdata[i];
  return NULL;
}

static gint64
add_broker_without_npn (OperationsFixture *fixture)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit edit = { .person = person, .agency = "Riverside Test Navigators", .types = BROKER, .reason = "New on the roster" };
  gint64 id = 0;

  person->family_name = g_strdup ("Blank");
  person->email = g_strdup ("blank@example.org");
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, &id);
  return id;
}

static void
close_task (OperationsFixture *fixture, gint64 id)
{
  MusterCloseTask request = { id, "Seen to." };

  run_well (fixture, FIXTURE_KIM, &muster_close_task, &request, NULL);
}

/* Everybody there is, with the finding that the list below leads to. */
static void
test_registrations (OperationsFixture *fixture, gconstpointer data)
{
  gint64 good = add_certified (fixture, "Good", GOOD, BROKER);
  gint64 missing = add_certified (fixture, "Missing", MISSING, BROKER | NAVIGATOR);
  gint64 ended = add_person (fixture, "Ended", ENDED, BROKER);
  gint64 invalid = add_certified (fixture, "Invalid", INVALID, BROKER);
  gint64 other = add_certified (fixture, "Other", OTHER, NAVIGATOR);
  gint64 gone = add_certified (fixture, "Gone", GONE, BROKER);
  gint64 blank = add_broker_without_npn (fixture);
  g_autoptr (MusterReconcilePlan) plan = NULL;
  gint64 before;

  take_step (fixture, gone, BROKER, MUSTER_VERB_INACTIVATE, NULL);
  before = count_entries (fixture);
  plan = compare (fixture, "A list\n\n" REGISTRATIONS "7000001,2026,08/20/2025,10/31/2026,,,Y\n7000003,2026,08/20/2025,01/31/2026,,,Y\n"
                           "7000004,2026,08/20/2025,10/31/2026,,,N\n7000002,2025,08/20/2024,10/31/2025,,,-\n99,2026,08/20/2025,10/31/2026,,,Y\nnobody,2026,,,,,Y\n");
  g_assert_cmpint (count_entries (fixture), ==, before + 1);
  g_assert_cmpint (plan->record->kind, ==, MUSTER_LIST_REGISTRATION);
  g_assert_cmpuint (plan->record->plan_year, ==, 2026);
  g_assert_cmpuint (plan->record->rows, ==, 6);
  g_assert_cmpuint (plan->record->people, ==, 4);
  g_assert_cmpuint (plan->n_brokers, ==, 5);
  g_assert_cmpuint (plan->n_compared, ==, 4);
  g_assert_cmpuint (plan->n_others, ==, 1);
  g_assert_cmpuint (plan->n_left, ==, 1);
  g_assert_cmpuint (plan->n_unreadable, ==, 1);
  g_assert_cmpuint (plan->first_unreadable, ==, 9);
  g_assert_cmpuint (plan->counts[MUSTER_LIST_NOTHING], ==, 1);
  g_assert_cmpuint (plan->proposals->len, ==, 4);
  g_assert_cmpuint (plan->fates[MUSTER_TASK_FATE_NEW], ==, 4);
  g_assert_null (find_proposal (plan, good));
  g_assert_null (find_proposal (plan, other));
  g_assert_null (find_proposal (plan, gone));
  g_assert_cmpint (find_proposal (plan, missing)->task->finding, ==, MUSTER_LIST_NOT_REGISTERED);
  g_assert_cmpuint (find_proposal (plan, missing)->task->line, ==, 7);
  g_assert_nonnull (strstr (find_proposal (plan, missing)->task->said, "Applicable Plan Year: 2025"));
  g_assert_cmpint (find_proposal (plan, ended)->task->finding, ==, MUSTER_LIST_REGISTRATION_ENDED);
  g_assert_cmpint (find_proposal (plan, invalid)->task->finding, ==, MUSTER_LIST_NPN_INVALID);
  g_assert_cmpuint (find_proposal (plan, invalid)->task->line, ==, 6);
  g_assert_cmpstr (find_proposal (plan, invalid)->task->npn, ==, "7000004");
  g_assert_cmpint (find_proposal (plan, blank)->task->finding, ==, MUSTER_LIST_NO_NPN);
  g_assert_null (find_proposal (plan, blank)->task->npn);
  /* Tasks, and nothing else. */
  g_assert_cmpint (get_state (fixture, invalid, BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
  for (gint64 person = good; person <= blank; person++)
    {
      g_autoptr (GPtrArray) tasks = list_tasks (fixture, person, TRUE);

      g_assert_cmpuint (tasks->len, ==, find_proposal (plan, person) != NULL);
    }
}

static void
test_terminations (OperationsFixture *fixture, gconstpointer data)
{
  gint64 good = add_certified (fixture, "Good", GOOD, BROKER);
  gint64 terminated = add_certified (fixture, "Terminated", MISSING, BROKER);
  gint64 reinstated = add_certified (fixture, "Reinstated", ENDED, BROKER);
  gint64 unknown = add_certified (fixture, "Unknown", INVALID, BROKER);
  gint64 other = add_certified (fixture, "Other", OTHER, NAVIGATOR);
  g_autoptr (MusterReconcilePlan) plan = compare (fixture, TERMINATIONS "7000002,2026,Both,02/03/2026,,T3\n7000003,2025,Both,02/03/2025,03/04/2025,R1\n7000004,2026,Both,02/03/2026,,Q7\n"
                                                                        "7000005,2026,Both,02/03/2026,,T4\n");
  g_autoptr (GPtrArray) tasks = list_tasks (fixture, other, FALSE);

  g_assert_cmpint (plan->record->kind, ==, MUSTER_LIST_TERMINATION);
  g_assert_cmpuint (plan->record->plan_year, ==, 0);
  g_assert_null (find_proposal (plan, good));
  g_assert_cmpint (find_proposal (plan, terminated)->task->finding, ==, MUSTER_LIST_TERMINATED);
  g_assert_cmpstr (find_proposal (plan, terminated)->task->status, ==, "T3");
  g_assert_cmpint (find_proposal (plan, reinstated)->task->finding, ==, MUSTER_LIST_REINSTATED);
  g_assert_cmpint (find_proposal (plan, unknown)->task->finding, ==, MUSTER_LIST_STATUS_UNKNOWN);
  /* Somebody who is no broker is told of, and that is all. */
  g_assert_true (find_proposal (plan, other)->is_other);
  g_assert_cmpuint (plan->fates[MUSTER_TASK_FATE_NEW], ==, 3);
  g_assert_cmpuint (plan->counts[MUSTER_LIST_TERMINATED], ==, 1);
  g_assert_cmpuint (tasks->len, ==, 0);
}

static void
test_again (OperationsFixture *fixture, gconstpointer data)
{
  static const char list[] = REGISTRATIONS "7000001,2026,08/20/2025,10/31/2026,,,Y\n";
  gint64 missing = add_certified (fixture, "Missing", MISSING, BROKER);
  gint64 blank = add_broker_without_npn (fixture);
  g_autoptr (MusterReconcilePlan) first = compare (fixture, list);
  g_autoptr (MusterReconcilePlan) second = compare (fixture, list);
  g_autoptr (MusterReconcilePlan) closed = NULL, newer = NULL, other_list = NULL;
  g_autoptr (GPtrArray) tasks = list_tasks (fixture, missing, FALSE);
  g_autoptr (GPtrArray) tasks_after = NULL;

  g_assert_cmpuint (first->fates[MUSTER_TASK_FATE_NEW], ==, 2);
  g_assert_cmpuint (second->fates[MUSTER_TASK_FATE_NEW], ==, 0);
  g_assert_cmpuint (second->fates[MUSTER_TASK_FATE_KNOWN], ==, 2);
  g_assert_cmpuint (second->cured->len, ==, 0);
  g_assert_cmpuint (tasks->len, ==, 1);

  close_task (fixture, ((MusterReconciliationTask *) tasks->pdata[0])->id);
  closed = compare (fixture, list);
  g_assert_cmpuint (closed->fates[MUSTER_TASK_FATE_HANDLED], ==, 1);
  g_assert_cmpint (find_proposal (closed, missing)->fate, ==, MUSTER_TASK_FATE_HANDLED);
  g_assert_cmpint (find_proposal (closed, blank)->fate, ==, MUSTER_TASK_FATE_KNOWN);

  /* A newer one still says so: that is to be looked into anew. */
  newer = compare (fixture, REGISTRATIONS "7000001,2026,08/20/2025,10/31/2026,,,Y\n7,2026,08/20/2025,10/31/2026,,,Y\n");
  g_assert_cmpint (find_proposal (newer, missing)->fate, ==, MUSTER_TASK_FATE_NEW);
  tasks_after = list_tasks (fixture, missing, TRUE);
  g_assert_cmpuint (tasks_after->len, ==, 1);
  other_list = compare (fixture, TERMINATIONS "5,2026,Both,02/03/2026,,T3\n");
  g_assert_cmpint (find_proposal (other_list, blank)->fate, ==, MUSTER_TASK_FATE_KNOWN);
  g_assert_cmpuint (other_list->cured->len, ==, 0);
}

static gint64
get_cured_by (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (GPtrArray) tasks = list_tasks (fixture, person, TRUE);

  g_assert_cmpuint (tasks->len, ==, 1);
  return ((MusterReconciliationTask *) tasks->pdata[0])->cured_by;
}

/* What a newer list no longer bears out is offered for closing, and stays open. */
static void
test_cured (OperationsFixture *fixture, gconstpointer data)
{
  gint64 missing = add_certified (fixture, "Missing", MISSING, BROKER);
  gint64 blank = add_broker_without_npn (fixture);
  g_autoptr (MusterReconcilePlan) first = compare (fixture, REGISTRATIONS "1,2026,08/20/2025,10/31/2026,,,Y\n");
  g_autoptr (MusterAssister) person = load_person (fixture, blank);
  MusterAssisterEdit edit = { .person = person, .reason = "Looked it up" };
  g_autoptr (MusterReconcilePlan) second = NULL, third = NULL, fourth = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  g_assert_cmpint (get_cured_by (fixture, missing), ==, 0);
  person->npn = g_strdup ("7000099");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  second = compare (fixture, REGISTRATIONS "7000002,2026,03/01/2026,10/31/2026,,,Y\n7000099,2026,03/01/2026,10/31/2026,,,Y\n");
  g_assert_cmpuint (second->proposals->len, ==, 0);
  g_assert_cmpuint (second->cured->len, ==, 2);
  g_assert_cmpint (get_cured_by (fixture, missing), ==, second->record->id);
  g_assert_cmpint (get_cured_by (fixture, blank), ==, second->record->id);

  /* The same once more marks nothing anew; the older list put back takes the mark away. */
  third = compare (fixture, REGISTRATIONS "1,2026,08/20/2025,10/31/2026,,,Y\n7000099,2026,03/01/2026,10/31/2026,,,Y\n");
  g_assert_cmpuint (third->relapsed->len, ==, 1);
  g_assert_cmpint (get_cured_by (fixture, missing), ==, 0);
  fourth = compare (fixture, REGISTRATIONS "7000002,2026,03/01/2026,10/31/2026,,,Y\n7000099,2026,03/01/2026,10/31/2026,,,Y\n");
  g_assert_cmpint (get_cured_by (fixture, missing), ==, fourth->record->id);
  tasks = list_tasks (fixture, missing, FALSE);
  g_assert_cmpuint (tasks->len, ==, 1);
}

/* Rows that cannot be read are no proof that something is over. */
static void
test_unreadable (OperationsFixture *fixture, gconstpointer data)
{
  gint64 terminated = add_certified (fixture, "Terminated", MISSING, BROKER);
  g_autoptr (MusterReconcilePlan) first = compare (fixture, TERMINATIONS "7000002,2026,Both,02/03/2026,,T3\n");
  g_autoptr (MusterReconcilePlan) damaged = compare (fixture, TERMINATIONS "\"7,000,002\",2026,Both,02/03/2026,,T3\n");
  g_autoptr (MusterReconcilePlan) nobody = compare (fixture, TERMINATIONS "?,2026,Both,02/03/2026,,T3\n");
  g_autoptr (MusterReconcilePlan) gone = NULL;

  g_assert_cmpint (find_proposal (damaged, terminated)->task->finding, ==, MUSTER_LIST_UNREADABLE);
  g_assert_nonnull (strstr (find_proposal (damaged, terminated)->task->said, "7,000,002"));
  g_assert_cmpuint (damaged->cured->len, ==, 0);
  g_assert_cmpuint (damaged->counts[MUSTER_LIST_NOTHING], ==, 0);
  g_assert_cmpuint (nobody->n_unreadable, ==, 1);
  g_assert_cmpuint (nobody->cured->len, ==, 0);
  gone = compare (fixture, TERMINATIONS "99,2026,Both,02/03/2026,,T3\n");
  g_assert_cmpuint (gone->cured->len, ==, 2);
}

static void
test_withdrawn (OperationsFixture *fixture, gconstpointer data)
{
  gint64 withdrawn = add_certified (fixture, "Withdrawn", WITHDRAWN, BROKER | NAVIGATOR);
  g_autoptr (MusterReconcilePlan) plan = NULL;

  take_step (fixture, withdrawn, BROKER, MUSTER_VERB_WITHDRAW, NULL);
  plan = compare (fixture, REGISTRATIONS "1,2026,08/20/2025,10/31/2026,,,Y\n");
  g_assert_cmpuint (plan->proposals->len, ==, 0);
  g_assert_cmpuint (plan->n_left, ==, 1);
}

/* What the dry run shows is what is done, unless the register changed in between: then that counts, or it is refused. */
static void
test_meanwhile (OperationsFixture *fixture, gconstpointer data)
{
  gint64 missing = add_certified (fixture, "Missing", MISSING, BROKER);
  g_autoptr (MusterListReading) reading = read_list (fixture, REGISTRATIONS "1,2026,08/20/2025,10/31/2026,,,Y\n");
  MusterReconcileRequest request = { reading };
  g_autoptr (MusterReconcilePlan) shown = look (fixture, reading, NULL);
  g_autoptr (MusterReconcilePlan) done = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  g_assert_cmpuint (shown->fates[MUSTER_TASK_FATE_NEW], ==, 1);
  tasks = list_tasks (fixture, missing, FALSE);
  g_assert_cmpuint (tasks->len, ==, 0);
  run_well (fixture, FIXTURE_KIM, &muster_reconcile_list, &request, &done);
  g_assert_cmpuint (done->fates[MUSTER_TASK_FATE_NEW], ==, 1);
  add_person (fixture, "Later", OTHER, BROKER);
  run_badly (fixture, FIXTURE_KIM, &muster_reconcile_list, &request, NULL, MUSTER_ERROR_CONFLICT);
}

static void
test_year (OperationsFixture *fixture, gconstpointer data)
{
  static const char list[] = REGISTRATIONS "7000002,2025,08/20/2024,10/31/2026,,,-\n";
  g_autoptr (MusterListReading) reading = NULL;
  g_autoptr (MusterReconcilePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  add_certified (fixture, "Missing", MISSING, BROKER);
  reading = read_list_in_year (fixture, list, 2025, &error);
  g_assert_no_error (error);
  plan = look (fixture, reading, &error);
  g_assert_cmpuint (plan->record->plan_year, ==, 2025);
  g_assert_cmpuint (plan->proposals->len, ==, 0);
  g_assert_null (read_list_in_year (fixture, list, 1999, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "Last name,First name,NPN\nYang,Ana,7000001\n", "PK\3\4", "nothing" };
  g_autoptr (MusterListReading) empty = NULL;
  g_autoptr (MusterReconcilePlan) plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_list_in_year (fixture, files[i], 0, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT);
    }
  /* Its header is enough. */
  add_certified (fixture, "Missing", MISSING, BROKER);
  empty = read_list (fixture, REGISTRATIONS);
  plan = look (fixture, empty, NULL);
  g_assert_cmpuint (plan->fates[MUSTER_TASK_FATE_NEW], ==, 1);
}

static void
test_close (OperationsFixture *fixture, gconstpointer data)
{
  gint64 missing = add_certified (fixture, "Missing", MISSING, BROKER);
  g_autoptr (MusterReconcilePlan) plan = compare (fixture, REGISTRATIONS "1,2026,08/20/2025,10/31/2026,,,Y\n");
  gint64 id = find_proposal (plan, missing)->task->id;
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterJournalFilter filter = { .operation = "close-task" };
  g_autoptr (GPtrArray) tasks = NULL, entries = NULL;
  const MusterReconciliationTask *task;
  MusterDatabase *database;

  run_badly (fixture, FIXTURE_KIM, &muster_close_task, &(MusterCloseTask) { id, " " }, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_KIM, &muster_close_task, &(MusterCloseTask) { 4711, "Done" }, NULL, MUSTER_ERROR_NOT_FOUND);
  close_task (fixture, id);
  run_badly (fixture, FIXTURE_KIM, &muster_close_task, &(MusterCloseTask) { id, "Again" }, NULL, MUSTER_ERROR_RULE);
  tasks = list_tasks (fixture, missing, FALSE);
  task = tasks->pdata[0];
  g_assert_cmpint (task->state, ==, MUSTER_TASK_CLOSED);
  g_assert_cmpstr (task->note, ==, "Seen to.");
  g_assert_cmpint (task->closed_account, ==, muster_store_get_account (operations_fixture_open (fixture, FIXTURE_KIM))->id);
  g_assert_cmpint (task->closed, >, 0);

  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((MusterJournalEntry *) entries->pdata[0])->subject, ==, "P-1");
  g_assert_cmpstr (((MusterJournalEntry *) entries->pdata[0])->reason, ==, "Seen to.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/reconcile-list/registrations", test_registrations);
  operations_fixture_add ("/operations/reconcile-list/terminations", test_terminations);
  operations_fixture_add ("/operations/reconcile-list/again", test_again);
  operations_fixture_add ("/operations/reconcile-list/cured", test_cured);
  operations_fixture_add ("/operations/reconcile-list/unreadable", test_unreadable);
  operations_fixture_add ("/operations/reconcile-list/withdrawn", test_withdrawn);
  operations_fixture_add ("/operations/reconcile-list/meanwhile", test_meanwhile);
  operations_fixture_add ("/operations/reconcile-list/year", test_year);
  operations_fixture_add ("/operations/reconcile-list/refused", test_refused);
  operations_fixture_add ("/operations/reconcile-list/close", test_close);
  return g_test_run ();
}
