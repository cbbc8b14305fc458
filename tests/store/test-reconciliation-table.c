/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include "domain/muster-error.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-reconciliation-query.h"
#include "store/muster-reconciliation-table.h"

#define RECORDED G_GINT64_CONSTANT (1767225600000000)

static gint64
add_person (DatabaseFixture *fixture, const char *family, const char *npn, gboolean active)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup (family);
  person->npn = g_strdup (npn);
  person->active = active;
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
  return person->id;
}

static void
add_role (DatabaseFixture *fixture, gint64 person, MusterAssisterType type, MusterCertificationState state)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();
  g_autoptr (GError) error = NULL;

  event->assister_id = person;
  event->type = type;
  event->from = MUSTER_STATE_NONE;
  event->to = state;
  set_day (&event->effective, "2026-01-02");
  event->recorded = RECORDED;
  event->authority = MUSTER_AUTHORITY_AGENCY;
  event->account_id = fixture->account_id;
  g_assert_true (muster_people_table_add_event (fixture->database, event, &error));
  g_assert_no_error (error);
}

static gint64
add_comparison (DatabaseFixture *fixture, MusterListKind kind, guint year, const char *file)
{
  g_autoptr (MusterReconciliation) record = g_new0 (MusterReconciliation, 1);
  g_autoptr (GError) error = NULL;

  record->kind = kind;
  record->plan_year = year;
  record->file_name = g_strdup (file);
  record->file_size = G_GUINT64_CONSTANT (5000000000);
  record->file_hash = g_strconcat ("hash of ", file, NULL);
  record->rows = 1000000;
  record->people = 17;
  record->account_id = fixture->account_id;
  record->recorded = RECORDED;
  g_assert_true (muster_reconciliation_table_save (fixture->database, record, &error));
  g_assert_no_error (error);
  return record->id;
}

static gint64
add_task (DatabaseFixture *fixture, gint64 comparison, gint64 person, MusterListFinding finding, const char *status)
{
  g_autoptr (MusterReconciliationTask) task = muster_reconciliation_task_new ();
  g_autoptr (GError) error = NULL;

  task->reconciliation_id = comparison;
  task->assister_id = person;
  task->finding = finding;
  task->status = g_strdup (status);
  task->npn = status != NULL ? g_strdup ("12345678") : NULL;
  task->line = status != NULL ? 4711 : 0;
  task->said = status != NULL ? g_strdup ("Status: T3") : NULL;
  g_assert_true (muster_reconciliation_table_save_task (fixture->database, task, &error));
  g_assert_no_error (error);
  return task->id;
}

static void
test_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterReconciliation) record = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, second;

  begin_write (fixture);
  first = add_comparison (fixture, MUSTER_LIST_REGISTRATION, 2026, "rcl.csv");
  second = add_comparison (fixture, MUSTER_LIST_TERMINATION, 0, "añada.csv");
  end_write (fixture);
  record = muster_reconciliation_table_load (fixture->database, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (record->kind, ==, MUSTER_LIST_REGISTRATION);
  g_assert_cmpuint (record->plan_year, ==, 2026);
  g_assert_cmpstr (record->file_name, ==, "rcl.csv");
  g_assert_cmpuint (record->file_size, ==, G_GUINT64_CONSTANT (5000000000));
  g_assert_cmpstr (record->file_hash, ==, "hash of rcl.csv");
  g_assert_cmpuint (record->rows, ==, 1000000);
  g_assert_cmpuint (record->people, ==, 17);
  g_assert_cmpint (record->account_id, ==, fixture->account_id);
  g_assert_cmpint (record->recorded, ==, RECORDED);
  records = muster_reconciliation_table_list (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpint (((MusterReconciliation *) records->pdata[0])->id, ==, second);
  g_assert_cmpuint (((MusterReconciliation *) records->pdata[0])->plan_year, ==, 0);
}

static void
test_tasks (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterReconciliationTask) task = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 comparison, person, id;

  begin_write (fixture);
  person = add_person (fixture, "Vang", "12345678", TRUE);
  comparison = add_comparison (fixture, MUSTER_LIST_TERMINATION, 2025, "stl.csv");
  id = add_task (fixture, comparison, person, MUSTER_LIST_TERMINATED, "T3");
  end_write (fixture);
  task = muster_reconciliation_table_load_task (fixture->database, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (task->reconciliation_id, ==, comparison);
  g_assert_cmpint (task->assister_id, ==, person);
  g_assert_cmpint (task->finding, ==, MUSTER_LIST_TERMINATED);
  g_assert_cmpstr (task->status, ==, "T3");
  g_assert_cmpstr (task->npn, ==, "12345678");
  g_assert_cmpuint (task->line, ==, 4711);
  g_assert_cmpstr (task->said, ==, "Status: T3");
  g_assert_cmpint (task->state, ==, MUSTER_TASK_OPEN);
  g_assert_cmpint (task->cured_by, ==, 0);
  g_assert_cmpint (task->kind, ==, MUSTER_LIST_TERMINATION);
  g_assert_cmpuint (task->plan_year, ==, 2025);
  g_assert_cmpstr (task->file_hash, ==, "hash of stl.csv");

  task->state = MUSTER_TASK_CLOSED;
  task->cured_by = comparison;
  task->note = g_strdup ("Revoked.");
  task->closed_account = fixture->account_id;
  task->closed = RECORDED;
  begin_write (fixture);
  g_assert_true (muster_reconciliation_table_save_task (fixture->database, task, &error));
  g_assert_no_error (error);
  end_write (fixture);
  again = muster_reconciliation_table_load_task (fixture->database, id, &error);
  g_assert_cmpint (again->state, ==, MUSTER_TASK_CLOSED);
  g_assert_cmpint (again->cured_by, ==, comparison);
  g_assert_cmpstr (again->note, ==, "Revoked.");
  g_assert_cmpint (again->closed_account, ==, fixture->account_id);
  g_assert_cmpint (again->closed, ==, RECORDED);
}

static void
assert_tasks (DatabaseFixture *fixture, const MusterTaskFilter *filter, const gint64 *expected, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = muster_reconciliation_table_list_tasks (fixture->database, filter, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tasks->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (((MusterReconciliationTask *) tasks->pdata[i])->id, ==, expected[i]);
}

static void
test_list (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterReconciliationTask) closed = NULL;
  gint64 vang, adler, first, second, tasks[3];
  guint n, cured;

  begin_write (fixture);
  vang = add_person (fixture, "Vang", "12345678", TRUE);
  adler = add_person (fixture, "Adler", NULL, TRUE);
  first = add_comparison (fixture, MUSTER_LIST_REGISTRATION, 2026, "rcl.csv");
  second = add_comparison (fixture, MUSTER_LIST_TERMINATION, 0, "stl.csv");
  tasks[0] = add_task (fixture, first, vang, MUSTER_LIST_NOT_REGISTERED, NULL);
  tasks[1] = add_task (fixture, first, adler, MUSTER_LIST_NO_NPN, NULL);
  tasks[2] = add_task (fixture, second, vang, MUSTER_LIST_TERMINATED, "T3");
  closed = muster_reconciliation_table_load_task (fixture->database, tasks[0], NULL);
  closed->cured_by = second;
  g_assert_true (muster_reconciliation_table_save_task (fixture->database, closed, NULL));
  end_write (fixture);
  g_assert_true (muster_reconciliation_table_count_open (fixture->database, &n, &cured, NULL));
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (cured, ==, 1);

  begin_write (fixture);
  closed->state = MUSTER_TASK_CLOSED;
  g_assert_true (muster_reconciliation_table_save_task (fixture->database, closed, NULL));
  end_write (fixture);
  g_assert_true (muster_reconciliation_table_count_open (fixture->database, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 2);
  assert_tasks (fixture, &(MusterTaskFilter) { 0 }, (gint64[]) { tasks[2], tasks[1], tasks[0] }, 3);
  assert_tasks (fixture, &(MusterTaskFilter) { .only_open = TRUE }, (gint64[]) { tasks[2], tasks[1] }, 2);
  assert_tasks (fixture, &(MusterTaskFilter) { .assister_id = vang }, (gint64[]) { tasks[2], tasks[0] }, 2);
  assert_tasks (fixture, &(MusterTaskFilter) { .assister_id = vang, .only_open = TRUE }, (gint64[]) { tasks[2] }, 1);
  /* By name. */
  assert_tasks (fixture, &(MusterTaskFilter) { .reconciliation_id = first }, (gint64[]) { tasks[1], tasks[0] }, 2);
  assert_tasks (fixture, &(MusterTaskFilter) { .reconciliation_id = first, .only_open = TRUE }, (gint64[]) { tasks[1] }, 1);
  assert_tasks (fixture, &(MusterTaskFilter) { .reconciliation_id = first, .assister_id = vang }, (gint64[]) { tasks[0] }, 1);
}

static void
test_not_found (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_reconciliation_table_load (fixture->database, 4711, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "4711"));
  g_clear_error (&error);
  g_assert_null (muster_reconciliation_table_load_task (fixture->database, 4712, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "4712"));
}

static void
test_history (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL, changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 vang, adler, comparison, entry;

  begin_write (fixture);
  vang = add_person (fixture, "Vang", "12345678", TRUE);
  adler = add_person (fixture, "Adler", NULL, TRUE);
  end_write (fixture);
  begin_write (fixture);
  comparison = add_comparison (fixture, MUSTER_LIST_TERMINATION, 0, "stl.csv");
  add_task (fixture, comparison, vang, MUSTER_LIST_TERMINATED, "T3");
  add_task (fixture, comparison, adler, MUSTER_LIST_NO_NPN, NULL);
  entry = end_write_as (fixture, "reconcile-list", NULL);
  entries = muster_journal_query_list (fixture->database, &(MusterJournalFilter) { .subject = "P-1", .operation = "reconcile-list" }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  changes = muster_journal_query_person_changes (fixture->database, entry, vang, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (((MusterJournalChange *) changes->pdata[0])->table, ==, "reconciliation_task");
}

static const MusterListPerson *
find_person (GArray *people, gint64 id)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, MusterListPerson, i).id == id)
      return &g_array_index (people, MusterListPerson, i);
  return NULL;
}

static void
test_people (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) people = NULL;
  g_autoptr (GError) error = NULL;
  gint64 broker, navigator, other, gone, blank;
  GDate today;

  begin_write (fixture);
  broker = add_person (fixture, "Broker", "1234567890", TRUE);
  add_role (fixture, broker, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_CERTIFIED);
  add_role (fixture, broker, MUSTER_ASSISTER_BROKER, MUSTER_STATE_REVOKED);
  navigator = add_person (fixture, "Navigator", "7654321", TRUE);
  add_role (fixture, navigator, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_CERTIFIED);
  other = add_person (fixture, "Other", NULL, TRUE);
  add_role (fixture, other, MUSTER_ASSISTER_CAC, MUSTER_STATE_CERTIFIED);
  gone = add_person (fixture, "Gone", "55", FALSE);
  add_role (fixture, gone, MUSTER_ASSISTER_BROKER, MUSTER_STATE_CERTIFIED);
  blank = add_person (fixture, "Blank", NULL, TRUE);
  add_role (fixture, blank, MUSTER_ASSISTER_BROKER, MUSTER_STATE_APPLICANT);
  end_write (fixture);

  set_day (&today, "2026-02-01");
  people = muster_reconciliation_query_people (fixture->database, &today, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 4);
  g_assert_cmpuint (find_person (people, broker)->npn, ==, 1234567890);
  g_assert_cmpint (find_person (people, broker)->state, ==, MUSTER_STATE_REVOKED);
  g_assert_true (find_person (people, broker)->active);
  g_assert_cmpint (find_person (people, navigator)->state, ==, MUSTER_STATE_NONE);
  g_assert_null (find_person (people, other));
  g_assert_false (find_person (people, gone)->active);
  g_assert_cmpuint (find_person (people, blank)->npn, ==, 0);
  g_assert_cmpint (find_person (people, blank)->state, ==, MUSTER_STATE_APPLICANT);
}

#define ADD(name, test) g_test_add ("/store/reconciliation-table/" name, DatabaseFixture, NULL, database_fixture_set_up, test, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("tasks", test_tasks);
  ADD ("list", test_list);
  ADD ("not-found", test_not_found);
  ADD ("history", test_history);
  ADD ("people", test_people);
  return g_test_run ();
}
