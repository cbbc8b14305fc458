/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice.h"

#include <glib/gstdio.h>

#include "operations-fixture.h"
#include "operations/muster-exit-operations.h"
#include "operations/muster-season-report.h"
#include "store/muster-cases-table.h"
#include "store/muster-import-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-letter-table.h"
#include "store/muster-reconciliation-table.h"
#include "store/muster-register.h"
#include "store/muster-roster-query.h"
#include "store/muster-verify.h"

/* Made once: all tests look at it. */
static char *folder, *practice;

static MusterStore *
open_practice (const char *account)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (MUSTER_PRACTICE_PASSWORD);
  g_autoptr (GError) error = NULL;
  MusterStore *store = muster_store_open (practice, account, password, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
close_practice (MusterStore *store, MusterDatabase *database)
{
  if (database != NULL)
    muster_store_read_done (store, database);
  muster_store_close (store);
  g_object_unref (store);
}

static void
today (GDate *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (date, 1);
  g_date_set_dmy (date, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
}

static void
progress_cb (goffset done, goffset total, gpointer data)
{
  goffset *last = data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
}

static void
test_create (void)
{
  goffset last = 0;
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  g_assert_true (muster_practice_create (practice, progress_cb, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last, >, 0);
  g_test_message ("made in %.1f s", (g_get_monotonic_time () - begun) / 1e6);

  g_assert_false (muster_practice_create (practice, NULL, NULL, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
}

/* A creation that is broken off leaves nothing. */
static void
test_cancelled (void)
{
  g_autofree char *place = g_build_filename (folder, "cancelled", "practice.muster", NULL);
  g_autofree char *parent = g_path_get_dirname (place);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (muster_practice_create (place, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
}

static void
test_accounts (void)
{
  static const struct
  {
    const char *name;
    MusterRole role;
  } cases[] = {
    { "alex", MUSTER_ROLE_ADMINISTRATOR },
    { "robin", MUSTER_ROLE_ADMINISTRATOR },
    { "sam", MUSTER_ROLE_SUPERVISOR },
    { "kim", MUSTER_ROLE_STAFF },
    { "jo", MUSTER_ROLE_AUDITOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterStore *store = open_practice (cases[i].name);

      g_assert_cmpint (muster_store_get_account (store)->role, ==, cases[i].role);
      g_assert_true (muster_store_is_practice (store));
      g_assert_null (muster_store_get_damage (store));
      close_practice (store, NULL);
    }
}

static void
test_people (void)
{
  MusterStore *store = open_practice ("jo");
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterRosterFilter filter = { .may_assist = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint states = 0, types = 0, assisting = 0;
  GDate day;

  today (&day);
  index = muster_roster_index_new (database, &day, NULL, NULL, &error);
  g_assert_no_error (error);
  ids = muster_roster_index_select (index, database, &filter, NULL, &error);
  g_assert_no_error (error);
  rows = muster_roster_query_rows (database, index, (const gint64 *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const MusterRosterRow *row = rows->pdata[i];

      g_assert_true (g_str_has_suffix (row->email, "@example.org"));
      for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
        states |= 1u << row->facts.states[bit];
      types |= row->standing.types;
      assisting += row->standing.may_assist;
    }
  g_assert_cmpuint (rows->len, ==, 124);
  g_assert_cmphex (states, ==, (1u << MUSTER_N_STATES) - 1);
  g_assert_cmphex (types, ==, MUSTER_ASSISTER_ALL_TYPES);
  g_assert_cmpuint (assisting, >, 60);
  close_practice (store, database);
}

/* Two files, read as any other: the first made the roster, the second brought new people and news of known ones. */
static void
test_imports (void)
{
  MusterStore *store = open_practice ("jo");
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = muster_import_table_list (database, &error);
  const MusterImport *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 2);
  second = imports->pdata[0];
  first = imports->pdata[1];
  g_assert_cmpstr (first->file_name, ==, "roster.csv");
  g_assert_cmpuint (first->counts[MUSTER_FATE_CREATED], ==, 104);
  g_assert_cmpuint (first->rows, ==, 104);
  g_assert_cmpuint (second->counts[MUSTER_FATE_CREATED], ==, 20);
  g_assert_cmpuint (second->counts[MUSTER_FATE_UPDATED], ==, 2);
  g_assert_cmpuint (second->rows, ==, 22);
  close_practice (store, database);
}

static void
test_actions (void)
{
  MusterStore *store = open_practice ("jo");
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterActionFilter filter = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = muster_action_table_list (database, &filter, &error);
  guint outcomes = 0, severities = 0, overdue = 0, due_this_week = 0, later = 0, closed_lately = 0, restrictions = 0;
  GDate day, next_week;

  g_assert_no_error (error);
  today (&day);
  next_week = day;
  g_date_add_days (&next_week, 7);
  for (guint i = 0; i < actions->len; i++)
    {
      const MusterCorrectiveAction *action = actions->pdata[i];

      outcomes |= 1u << action->outcome;
      severities |= 1u << action->severity;
      closed_lately += g_date_valid (&action->closed) && g_date_days_between (&action->closed, &day) <= 90;
      if (action->state != MUSTER_ACTION_OPEN)
        continue;
      restrictions |= 1u << action->restriction;
      if (muster_corrective_action_is_overdue (action, &day))
        overdue++;
      else if (g_date_compare (&action->due, &next_week) <= 0)
        due_this_week++;
      else
        later++;
    }
  g_assert_cmphex (outcomes, ==, (1u << (MUSTER_OUTCOME_VOIDED + 1)) - 1);
  g_assert_cmphex (severities, ==, 0x1e);
  g_assert_cmphex (restrictions, ==, 0x7);
  g_assert_cmpuint (closed_lately, >=, 1);
  g_assert_cmpuint (overdue, >=, 2);
  g_assert_cmpuint (due_this_week, >=, 2);
  g_assert_cmpuint (later, >=, 1);
  close_practice (store, database);
}

static void
test_decisions (void)
{
  MusterStore *store = open_practice ("jo");
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterDecisionFilter filter = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) decisions = muster_decision_table_list (database, &filter, &error);
  guint states = 0, kinds = 0, pending = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    {
      const MusterDecision *decision = decisions->pdata[i];

      states |= 1u << decision->state;
      kinds |= 1u << decision->kind;
      pending += decision->state == MUSTER_DECISION_PROPOSED;
      /* Nothing of what is in force was never told to the person. */
      if (decision->state == MUSTER_DECISION_APPROVED)
        {
          g_autoptr (GPtrArray) letters = muster_letter_table_list (database, decision->assister_id, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (letters->len, >, 0);
        }
    }
  g_assert_cmphex (states, ==, 0xf);
  g_assert_cmphex (kinds, ==, 0x3);
  g_assert_cmpuint (pending, ==, 2);
  close_practice (store, database);
}

/* Whoever left long ago has left: of the exit lists most are settled, and a few are for whoever practices. */
static void
test_exits (void)
{
  MusterStore *store = open_practice ("jo");
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  guint settled = 0, open = 0;
  GDate day;

  today (&day);
  for (gint64 person = 1; person <= 124; person++)
    {
      g_autoptr (MusterExitSheet) sheet = muster_exit_sheet_new (database, person, &day, &error);
      guint n = 0, n_open = 0;

      g_assert_no_error (error);
      for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
        {
          GArray *items = muster_exit_sheet_find (sheet, 1u << i);

          n += items != NULL ? items->len : 0;
          n_open += items != NULL ? muster_exit_count_open (items) : 0;
        }
      settled += n > 0 && n_open == 0;
      open += n_open > 0;
    }
  g_test_message ("%u settled, %u open", settled, open);
  g_assert_cmpuint (settled, >=, 7);
  g_assert_cmpuint (open, >=, 2);
  g_assert_cmpuint (open, <=, 5);
  close_practice (store, database);
}

/* Every kind of thing that can be found, one dealt with and one cured. */
static void
test_tasks (void)
{
  MusterStore *store = open_practice ("kim");
  MusterDatabase *database = muster_store_read (store, NULL);
  const MusterTaskFilter filter = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = muster_reconciliation_table_list_tasks (database, &filter, &error);
  guint findings = 0, closed = 0, cured = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterReconciliationTask *task = tasks->pdata[i];

      findings |= 1u << task->finding;
      closed += task->state == MUSTER_TASK_CLOSED;
      cured += task->state == MUSTER_TASK_OPEN && task->cured_by != 0;
    }
  g_assert_cmphex (findings, ==,
                   1u << MUSTER_LIST_NOT_REGISTERED | 1u << MUSTER_LIST_SHOP_ONLY | 1u << MUSTER_LIST_REGISTRATION_ENDED | 1u << MUSTER_LIST_NPN_INVALID |
                     1u << MUSTER_LIST_TERMINATED | 1u << MUSTER_LIST_REINSTATED);
  g_assert_cmpuint (closed, ==, 2);
  g_assert_cmpuint (cured, ==, 1);
  close_practice (store, database);
}

/* A season is under way, about half done, and not in time at its pace. */
static void
test_season (void)
{
  MusterStore *store = open_practice ("kim");
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterSeasonReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  today (&day);
  report = muster_season_report_new (database, &day, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->phase, ==, MUSTER_SEASON_OPEN);
  g_assert_cmpuint (report->progress.people.n, >, 60);
  g_assert_cmpuint (report->progress.people.n_done, >, 30);
  g_assert_cmpuint (report->behind->len, >, 20);
  g_assert_cmpint (report->forecast.outlook, ==, MUSTER_OUTLOOK_LATE);
  g_assert_nonnull (*report->languages);
  close_practice (store, database);
}

/* The journal tells the story in its order, and stands up to verification. */
static void
test_journal (void)
{
  MusterStore *store = open_practice ("jo");
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterJournalFilter filter = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, &error);
  g_autoptr (MusterVerification) verification = NULL;

  g_assert_no_error (error);
  for (guint i = 1; i < entries->len; i++)
    g_assert_cmpint (((const MusterJournalEntry *) entries->pdata[i])->time, <=, ((const MusterJournalEntry *) entries->pdata[i - 1])->time);
  muster_store_read_done (store, database);

  verification = muster_verify (store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_true (verification->ok);
  close_practice (store, NULL);
}

static void
test_folder (void)
{
  g_autofree char *place = muster_practice_dup_folder ();

  g_assert_true (g_str_has_prefix (place, g_get_user_cache_dir ()));
  g_assert_true (g_str_has_suffix (place, "practice-" MUSTER_VERSION ".muster"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("muster-practice-XXXXXX", NULL);
  practice = g_build_filename (folder, "practice.muster", NULL);
  g_test_add_func ("/operations/practice/create", test_create);
  g_test_add_func ("/operations/practice/cancelled", test_cancelled);
  g_test_add_func ("/operations/practice/accounts", test_accounts);
  g_test_add_func ("/operations/practice/people", test_people);
  g_test_add_func ("/operations/practice/imports", test_imports);
  g_test_add_func ("/operations/practice/actions", test_actions);
  g_test_add_func ("/operations/practice/decisions", test_decisions);
  g_test_add_func ("/operations/practice/exits", test_exits);
  g_test_add_func ("/operations/practice/tasks", test_tasks);
  g_test_add_func ("/operations/practice/season", test_season);
  g_test_add_func ("/operations/practice/journal", test_journal);
  g_test_add_func ("/operations/practice/folder", test_folder);
  result = g_test_run ();
  operations_fixture_remove_folder (folder);
  return result;
}
