/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-reconciliation.h"

static char *data_folder;

static MusterReconciliationTask
make (MusterListKind kind, guint year, MusterListFinding finding, const char *status, const char *said, const char *file, MusterTaskState state)
{
  return (MusterReconciliationTask) {
    .kind = kind,
    .plan_year = year,
    .finding = finding,
    .status = (char *) status,
    .said = (char *) said,
    .file_hash = (char *) file,
    .state = state,
  };
}

#define REG MUSTER_LIST_REGISTRATION
#define TER MUSTER_LIST_TERMINATION
#define OPEN MUSTER_TASK_OPEN
#define CLOSED MUSTER_TASK_CLOSED
#define MISSING MUSTER_LIST_NOT_REGISTERED
#define ENDED MUSTER_LIST_REGISTRATION_ENDED
#define TERMINATED MUSTER_LIST_TERMINATED
#define NO_NPN MUSTER_LIST_NO_NPN
#define NEW MUSTER_TASK_FATE_NEW
#define KNOWN MUSTER_TASK_FATE_KNOWN
#define HANDLED MUSTER_TASK_FATE_HANDLED

/* What the file “b” finds, against a task there is of the file @file. */
static const struct
{
  MusterListKind kind;
  guint year;
  MusterListFinding finding;
  const char *status;
  const char *said;
  MusterListKind task_kind;
  guint task_year;
  MusterListFinding task_finding;
  const char *task_status;
  const char *task_said;
  const char *file;
  MusterTaskState state;
  MusterTaskFate fate;
} weighed[] = {
  { REG, 2026, MISSING, NULL, NULL, REG, 2026, MISSING, NULL, NULL, "a", OPEN, KNOWN },
  { REG, 2026, MISSING, NULL, NULL, REG, 2025, MISSING, NULL, NULL, "a", OPEN, NEW },
  { REG, 2026, MISSING, NULL, NULL, REG, 2026, ENDED, NULL, NULL, "a", OPEN, NEW },
  { REG, 2026, MISSING, NULL, NULL, REG, 2026, MISSING, NULL, NULL, "b", CLOSED, HANDLED },
  { REG, 2026, MISSING, NULL, NULL, REG, 2026, MISSING, NULL, NULL, "a", CLOSED, NEW },
  { TER, 0, TERMINATED, "T3", "x", TER, 0, TERMINATED, "T3", "y", "a", OPEN, KNOWN },
  { TER, 0, TERMINATED, "T3", "x", TER, 2026, TERMINATED, "T3", "x", "a", OPEN, KNOWN },
  { TER, 0, TERMINATED, "T3", "x", TER, 0, TERMINATED, "T1", "x", "a", OPEN, NEW },
  { TER, 0, TERMINATED, "T3", "x", TER, 0, TERMINATED, "T3", "x", "a", CLOSED, HANDLED },
  { TER, 0, TERMINATED, "T3", "x", TER, 0, TERMINATED, "T3", "y", "a", CLOSED, NEW },
  { TER, 0, NO_NPN, NULL, NULL, REG, 2026, NO_NPN, NULL, NULL, "a", OPEN, KNOWN },
  { TER, 0, NO_NPN, NULL, NULL, TER, 0, NO_NPN, NULL, NULL, "a", CLOSED, NEW },
  { TER, 0, NO_NPN, NULL, NULL, TER, 0, NO_NPN, NULL, NULL, "b", CLOSED, HANDLED },
};

static void
test_weigh (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (weighed); i++)
    {
      MusterReconciliationTask found = make (weighed[i].kind, weighed[i].year, weighed[i].finding, weighed[i].status, weighed[i].said, "b", OPEN);
      MusterReconciliationTask task =
        make (weighed[i].task_kind, weighed[i].task_year, weighed[i].task_finding, weighed[i].task_status, weighed[i].task_said, weighed[i].file, weighed[i].state);
      g_autoptr (GPtrArray) tasks = g_ptr_array_new ();

      g_assert_cmpint (muster_reconciliation_weigh (&found, tasks), ==, NEW);
      g_ptr_array_add (tasks, &task);
      if (muster_reconciliation_weigh (&found, tasks) != weighed[i].fate)
        g_test_message ("case %u", i);
      g_assert_cmpint (muster_reconciliation_weigh (&found, tasks), ==, weighed[i].fate);
    }
}

/* An open one beside one that was closed: it is known. */
static void
test_weigh_several (void)
{
  MusterReconciliationTask found = make (REG, 2026, MISSING, NULL, NULL, "b", OPEN);
  MusterReconciliationTask closed = make (REG, 2026, MISSING, NULL, NULL, "b", CLOSED);
  MusterReconciliationTask open = make (REG, 2026, MISSING, NULL, NULL, "a", OPEN);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();

  g_ptr_array_add (tasks, &closed);
  g_ptr_array_add (tasks, &open);
  g_assert_cmpint (muster_reconciliation_weigh (&found, tasks), ==, KNOWN);
}

static void
test_cured (void)
{
  MusterReconciliationTask task = make (REG, 2026, MISSING, NULL, NULL, "a", OPEN);
  MusterReconciliationTask same = make (REG, 2026, MISSING, NULL, NULL, "b", OPEN);
  MusterReconciliationTask other = make (REG, 2026, ENDED, NULL, NULL, "b", OPEN);
  MusterReconciliationTask no_npn = make (REG, 2026, NO_NPN, NULL, NULL, "a", OPEN);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_assert_true (muster_reconciliation_is_cured (&task, NULL, REG, 2026, TRUE));
  g_assert_true (muster_reconciliation_is_cured (&task, found, REG, 2026, TRUE));
  /* Not asked. */
  g_assert_false (muster_reconciliation_is_cured (&task, found, REG, 2027, TRUE));
  g_assert_false (muster_reconciliation_is_cured (&task, found, TER, 2026, TRUE));
  g_assert_false (muster_reconciliation_is_cured (&task, found, REG, 2026, FALSE));
  g_ptr_array_add (found, &other);
  g_assert_true (muster_reconciliation_is_cured (&task, found, REG, 2026, TRUE));
  g_ptr_array_add (found, &same);
  g_assert_false (muster_reconciliation_is_cured (&task, found, REG, 2026, TRUE));
  g_assert_true (muster_reconciliation_is_cured (&no_npn, NULL, TER, 0, TRUE));
  g_assert_false (muster_reconciliation_is_cured (&no_npn, NULL, REG, 2026, FALSE));
}

static void
test_close (void)
{
  MusterReconciliationTask task = make (REG, 2026, MISSING, NULL, NULL, "a", OPEN);
  g_autofree char *longest = g_strnfill (2000, 'x');
  g_autofree char *too_long = g_strnfill (2001, 'x');
  const char *const refused[] = { NULL, "", " \n\t", "\u00a0", too_long, "His number is 078-05-1120." };

  g_assert_true (muster_reconciliation_task_check_close (&task, "Registered on May 5.", NULL));
  g_assert_true (muster_reconciliation_task_check_close (&task, longest, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (muster_reconciliation_task_check_close (&task, refused[i], &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
  task.state = CLOSED;
  g_assert_false (muster_reconciliation_task_check_close (&task, "Registered on May 5.", NULL));
}

static void
test_title (void)
{
  g_autofree char *path = g_build_filename (data_folder, "import", "public-lists.lists", NULL);
  g_autofree char *text = NULL;
  g_autoptr (MusterPublicLists) lists = NULL;
  MusterReconciliationTask terminated = make (TER, 0, TERMINATED, "T3", NULL, "a", OPEN);
  MusterReconciliationTask unknown = make (TER, 0, MUSTER_LIST_STATUS_UNKNOWN, "X9", NULL, "a", OPEN);
  MusterReconciliationTask missing = make (REG, 2026, MISSING, NULL, NULL, "a", OPEN);
  MusterReconciliationTask no_npn = make (REG, 2026, NO_NPN, NULL, NULL, "a", OPEN);
  const MusterReconciliationTask *const tasks[] = { &terminated, &unknown, &missing, &no_npn };
  static const char *const expected[] = { "Suspended or terminated (T3: fraud or abusive conduct)", "Listed with an unknown status (X9)", "Not registered (2026)", "No NPN" };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lists = muster_public_lists_parse (text, -1, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autofree char *title = muster_reconciliation_task_dup_title (tasks[i], lists);

      g_assert_cmpstr (title, ==, expected[i]);
    }
}

static void
test_codes (void)
{
  MusterTaskState state;

  for (guint i = 0; i < MUSTER_N_TASK_STATES; i++)
    g_assert_true (muster_task_state_from_code (muster_task_state_to_code (i), &state, NULL) && state == i);
  g_assert_false (muster_task_state_from_code ("new", &state, NULL));
  g_assert_cmpstr (muster_task_fate_to_code (KNOWN), ==, "known");
  g_assert_cmpstr (muster_task_fate_get_label (KNOWN), !=, muster_task_fate_get_label (HANDLED));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  g_test_add_func ("/domain/reconciliation/weigh", test_weigh);
  g_test_add_func ("/domain/reconciliation/weigh-several", test_weigh_several);
  g_test_add_func ("/domain/reconciliation/cured", test_cured);
  g_test_add_func ("/domain/reconciliation/close", test_close);
  g_test_add_func ("/domain/reconciliation/title", test_title);
  g_test_add_func ("/domain/reconciliation/codes", test_codes);
  return g_test_run ();
}
