/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "operations/muster-reconcile-list.h"
#include "operations/muster-undo-import.h"
#include "store/muster-reconciliation-table.h"

#define ROSTER "Last Name,First Name,NPN,Type,Status\n"

static char *
dup_roster (OperationsFixture *fixture, gint64 id, const char *status)
{
  g_autoptr (MusterAssister) person = load_person (fixture, id);

  return g_strdup_printf (ROSTER "%s,%s,%s,Broker,%s\n", person->family_name, person->given_name, person->npn, status);
}

/* Imports a roster that says so. Returns: what it found. */
static char *
import (OperationsFixture *fixture, gint64 id, const char *status, guint n_tasks)
{
  g_autofree char *text = dup_roster (fixture, id, status);
  g_autoptr (MusterImportPlan) plan = import_text (fixture, text, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);

  g_assert_cmpuint (plan->tasks->len, ==, n_tasks);
  return dup_findings (plan);
}

static void
assert_import (OperationsFixture *fixture, gint64 id, const char *status, const char *findings, guint n_tasks)
{
  g_autofree char *actual = import (fixture, id, status, n_tasks);

  g_assert_cmpstr (actual, ==, findings);
}

static GPtrArray *
list_tasks (OperationsFixture *fixture, gint64 id)
{
  const MusterTaskFilter filter = { .assister_id = id, .only_open = TRUE };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  GPtrArray *tasks = muster_reconciliation_table_list_tasks (database, &filter, NULL);

  muster_store_read_done (store, database);
  g_assert_nonnull (tasks);
  return tasks;
}

static void
close_task (OperationsFixture *fixture, gint64 id)
{
  g_autoptr (GPtrArray) tasks = list_tasks (fixture, id);
  MusterCloseTask request = { ((MusterReconciliationTask *) tasks->pdata[0])->id, "The sender was wrong" };

  run_well (fixture, FIXTURE_KIM, &muster_close_task, &request, NULL);
}

/* A file decertifies nobody, but what it says becomes a task, once. */
static void
test_contradiction (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autoptr (GPtrArray) tasks = NULL;
  const MusterReconciliationTask *task;

  assert_import (fixture, id, "Active", "", 0);
  assert_import (fixture, id, "Terminated", "2:status-differs", 1);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
  tasks = list_tasks (fixture, id);
  g_assert_cmpuint (tasks->len, ==, 1);
  task = tasks->pdata[0];
  g_assert_cmpint (task->finding, ==, MUSTER_LIST_STATUS_DIFFERS);
  g_assert_cmpint (task->kind, ==, MUSTER_LIST_ROSTER);
  g_assert_cmpstr (task->status, ==, "Terminated");
  g_assert_cmpuint (task->line, ==, 2);

  /* Neither the same file nor the next one proposes it again while it is open. */
  assert_import (fixture, id, "Terminated", "2:status-differs", 0);
  assert_import (fixture, id, "Terminated\nOlson,Bo,999,Broker,", "2:status-differs", 0);
}

/* What was dealt with is asked again only if the sender said something else meanwhile. */
static void
test_closed (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);

  assert_import (fixture, id, "Suspended", "2:status-differs", 1);
  close_task (fixture, id);
  assert_import (fixture, id, "Suspended", "2:status-differs", 0);
  assert_import (fixture, id, "Suspended\nOlson,Bo,999,Broker,", "2:status-differs", 0);
  assert_import (fixture, id, "Active", "", 0);
  assert_import (fixture, id, "Suspended\nOlson,Bo,998,Broker,", "2:status-differs", 1);
}

static void
test_words (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);

  assert_import (fixture, id, "Expiring", "", 0);
  assert_import (fixture, id, "Zone 3", "2:status-differs", 1);
  assert_import (fixture, id, "REVOKED 5/1/2026", "2:status-differs", 1);
}

static GPtrArray *
import_days (OperationsFixture *fixture, gint64 id, const char *header, const char *values, const char *findings)
{
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autofree char *text = g_strdup_printf ("Last Name,First Name,NPN,Type,%s\n%s,%s,%s,Broker,%s\n", header, person->family_name, person->given_name, person->npn, values);
  g_autoptr (MusterImportPlan) plan = import_text (fixture, text, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autofree char *actual = dup_findings (plan);

  g_assert_cmpstr (actual, ==, findings);
  return g_ptr_array_ref (plan->tasks);
}

/* A last day that is past says the same as the word. */
static void
test_past_days (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autoptr (GPtrArray) future = import_days (fixture, id, "License Expires", "2036-01-01", "");
  g_autoptr (GPtrArray) licence = import_days (fixture, id, "License Expires", "2020-01-01", "2:status-differs");
  g_autoptr (GPtrArray) again = import_days (fixture, id, "License Expires,Phone", "2020-01-01,651-555-0142", "2:status-differs");
  g_autoptr (GPtrArray) through = import_days (fixture, id, "Certified Through,Status", "2025-01-01,", "2:status-differs");
  g_autoptr (GPtrArray) active = import_days (fixture, id, "Certified Through,Status", "2024-01-01,Active", "2:active-but-expired 2:status-differs");
  g_autoptr (GPtrArray) terminated = import_days (fixture, id, "Termination Date", "2023-01-01", "2:status-differs");
  g_autoptr (GPtrArray) leaves = import_days (fixture, id, "Date Terminated", "2099-01-01", "2:ends-later");

  g_assert_cmpuint (future->len, ==, 0);
  g_assert_cmpuint (licence->len, ==, 1);
  g_assert_cmpstr (((MusterReconciliationTask *) licence->pdata[0])->said, ==, "License expires: 2020-01-01");
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpuint (through->len, ==, 1);
  g_assert_cmpuint (active->len, ==, 1);
  g_assert_cmpuint (terminated->len, ==, 1);
  g_assert_cmpstr (((MusterReconciliationTask *) terminated->pdata[0])->said, ==, "Left or terminated on: 2023-01-01");
  g_assert_cmpuint (leaves->len, ==, 0);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* Of somebody who is not certified the file may say so; and a row that is left out says nothing. */
static void
test_not_certified (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autofree char *text = dup_roster (fixture, id, "Terminated");
  g_autoptr (MusterSheet) sheet = read_text (fixture, text);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = NULL;

  muster_import_options_leave_out (options, 0, TRUE);
  plan = make_plan (fixture, sheet, options);
  g_assert_cmpuint (plan->tasks->len, ==, 0);
  take_step (fixture, id, MUSTER_ASSISTER_BROKER, MUSTER_VERB_SUSPEND, NULL);
  assert_import (fixture, id, "Terminated", "", 0);
}

static MusterUndoPlan *
look_at_undo (OperationsFixture *fixture, gint64 import_id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  MusterUndoPlan *plan = muster_undo_plan_new (database, import_id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return plan;
}

static char *
dup_values (const MusterUndoPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->values->len; i++)
    {
      const MusterUndoValue *value = plan->values->pdata[i];

      g_string_append_printf (text, "%s %s->%s;", muster_undo_value_get_code (value), value->now != NULL ? value->now : "", value->back != NULL ? value->back : "");
    }
  return g_string_free_and_steal (text);
}

static char *
dup_claims (const MusterAssister *person, const char *expires, const char *rest)
{
  return g_strdup_printf ("Last Name,First Name,NPN,Type,License Expires,Status,Phone\n%s,%s,%s,Broker,%s,%s\n", person->family_name, person->given_name, person->npn, expires, rest);
}

/* What goes away of claims is shown before. */
static void
test_undo_claims (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER), first, second, third, undoing;
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autofree char *one = dup_claims (person, "2097-01-01", "Active,");
  g_autofree char *two = dup_claims (person, "2098-01-01", "Terminated,");
  g_autofree char *three = dup_claims (person, "2098-01-01", "Terminated,651-555-0142");
  g_autoptr (MusterImportPlan) a = import_text (fixture, one, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, &first);
  g_autoptr (MusterImportPlan) b = import_text (fixture, two, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, &second);
  g_autoptr (MusterImportPlan) c = import_text (fixture, three, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, &third);
  g_autoptr (MusterUndoPlan) plan = look_at_undo (fixture, second), earlier = look_at_undo (fixture, first), back = NULL;
  g_autofree char *values = dup_values (plan), *earlier_values = dup_values (earlier), *back_values = NULL;
  MusterUndoRequest request = { .import_id = second };
  MusterUndoResult result = { 0 };

  g_assert_cmpstr (values, ==, "status Terminated->Active;");
  g_assert_cmpuint (plan->findings->len, ==, 1);
  g_assert_cmpint (((MusterUndoFinding *) plan->findings->pdata[0])->rule, ==, MUSTER_UNDO_TASK_STAYS);
  g_assert_nonnull (strstr (((MusterUndoFinding *) plan->findings->pdata[0])->message, "Terminated"));
  /* What a later one says otherwise does not change: the status. Of the license the later ones say nothing, since they call it over. */
  g_assert_cmpstr (earlier_values, ==, "licence-expires 2097-01-01->;");
  g_assert_cmpuint (earlier->findings->len, ==, 0);
  run_well (fixture, FIXTURE_KIM, &muster_undo_import, &request, &result);
  undoing = result.import_id;
  g_assert_cmpstr (result.plan->digest, ==, plan->digest);
  muster_undo_plan_free (result.plan);
  back = look_at_undo (fixture, undoing);
  back_values = dup_values (back);
  g_assert_cmpstr (back_values, ==, "status Active->Terminated;");
  g_assert_cmpuint (back->findings->len, ==, 0);
}

/* What a sender has said stays to be looked into, though the import is undone. */
static void
test_undo (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER), import_id;
  g_autofree char *text = dup_roster (fixture, id, "Terminated");
  g_autoptr (MusterImportPlan) plan = import_text (fixture, text, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, &import_id);
  MusterUndoRequest request = { .import_id = import_id };
  g_autoptr (GPtrArray) tasks = NULL;

  g_assert_cmpuint (plan->tasks->len, ==, 1);
  run_well (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL);
  tasks = list_tasks (fixture, id);
  g_assert_cmpuint (tasks->len, ==, 1);
  assert_import (fixture, id, "Terminated", "2:status-differs", 0);
}

#define NEW ROSTER "Ng,Lan,70001,Broker,Terminated\nNg,Lan,70001,CAC,Terminated\nVang,Mai,70002,Broker,Active\nBerg,Tom,70003,Broker,Zone 3\n"

/* Somebody new, of whom the file says that it is over, is added and has a task, once; it goes away with the person. */
static void
test_new (OperationsFixture *fixture, gconstpointer data)
{
  gint64 import_id;
  g_autoptr (MusterImportPlan) plan = import_text (fixture, NEW, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, &import_id);
  g_autoptr (MusterImportPlan) again = import_text (fixture, NEW, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (GPtrArray) tasks = list_tasks (fixture, find_person (fixture, "70001")), none = NULL;
  g_autoptr (MusterUndoPlan) undo = look_at_undo (fixture, import_id);
  MusterUndoRequest request = { .import_id = import_id };

  g_assert_cmpuint (plan->tasks->len, ==, 1);
  g_assert_cmpuint (again->tasks->len, ==, 0);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpstr (((MusterReconciliationTask *) tasks->pdata[0])->status, ==, "Terminated");
  g_assert_cmpstr (((MusterReconciliationTask *) tasks->pdata[0])->npn, ==, "70001");
  g_assert_cmpuint (undo->findings->len, ==, 0);
  run_well (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL);
  none = list_tasks (fixture, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/import-tasks/contradiction", test_contradiction);
  operations_fixture_add ("/operations/import-tasks/closed", test_closed);
  operations_fixture_add ("/operations/import-tasks/words", test_words);
  operations_fixture_add ("/operations/import-tasks/past-days", test_past_days);
  operations_fixture_add ("/operations/import-tasks/not-certified", test_not_certified);
  operations_fixture_add ("/operations/import-tasks/new", test_new);
  operations_fixture_add ("/operations/import-tasks/undo", test_undo);
  operations_fixture_add ("/operations/import-tasks/undo-claims", test_undo_claims);
  return g_test_run ();
}
