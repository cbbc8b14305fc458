/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "domain/muster-error.h"
#include "store-fixture.h"
#include "store/muster-people-table.h"
#include "store/muster-store-private.h"

/* Signing in, and what the runner does for every operation. */

static guint
count_agencies (MusterStore *store)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) agencies = muster_people_table_list_agencies (database, NULL);
  guint count = agencies->len;

  muster_store_read_done (store, database);
  return count;
}

static gint64
get_newest_entry (MusterStore *store)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  gint64 newest;
  {
    g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT max (sequence) FROM journal_entry", NULL);
    gboolean row;

    g_assert_true (muster_statement_step (statement, &row, NULL));
    newest = muster_statement_get_int (statement, 0);
  }
  muster_store_read_done (store, database);
  return newest;
}

static void
test_run (StoreFixture *fixture, gconstpointer data)
{
  gint64 before = get_newest_entry (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (store_fixture_add_agency (fixture->store, "North Shore", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_agencies (fixture->store), ==, 1);
  g_assert_cmpint (get_newest_entry (fixture->store), ==, before + 1);
}

static gboolean
perform_and_fail (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  gint64 id;

  g_assert_true (muster_people_table_ensure_agency (muster_work_get_database (work), "Never", &id, error));
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, "no");
  return FALSE;
}

static gboolean
perform_nothing (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  muster_work_set_nothing_done (work);
  return TRUE;
}

static gboolean
perform_secretly (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  gint64 id;

  muster_work_set_nothing_done (work);
  return muster_people_table_ensure_agency (muster_work_get_database (work), "Secret", &id, error);
}

static gboolean
perform_until_cancelled (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  gint64 id;

  if (!muster_people_table_ensure_agency (muster_work_get_database (work), "Half", &id, error))
    return FALSE;
  g_cancellable_cancel ((GCancellable *) input);
  return muster_work_progress (work, 0.5, "half", error);
}

static gboolean
perform_elsewhere (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  gint64 id;

  return muster_people_table_ensure_agency (muster_work_get_database (work), "Elsewhere", &id, error);
}

static void
test_nothing_half (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const struct
  {
    const char *name;
    gboolean (*perform) (MusterWork *, gconstpointer, gpointer, GError **);
    GQuark domain;
    int code; /* -1: it succeeds */
  } cases[] = {
    { "import-roster", perform_and_fail, MUSTER_ERROR, MUSTER_ERROR_RULE },
    { "import-roster", perform_nothing, 0, -1 },
    { "import-roster", perform_secretly, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN },
    { "import-roster", perform_until_cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED },
    { "certify", perform_elsewhere, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN }, /* a table that it does not name */
  };
  gint64 before = get_newest_entry (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterOperation operation = { cases[i].name, cases[i].perform };
      g_autoptr (GError) error = NULL;
      gboolean done = muster_store_run (fixture->store, &operation, cancellable, NULL, cancellable, &error);

      g_assert_cmpint (done, ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, cases[i].domain, cases[i].code);
      g_cancellable_reset (cancellable);
      g_assert_cmpuint (count_agencies (fixture->store), ==, 0);
      g_assert_cmpint (get_newest_entry (fixture->store), ==, before);
    }
  g_assert_true (store_fixture_add_agency (fixture->store, "After all", NULL));
}

static void
test_forbidden (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterStore) auditor = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_account (fixture, "jo", MUSTER_ROLE_AUDITOR);
  auditor = store_fixture_open (fixture, "jo");
  g_assert_false (muster_store_may (auditor, "import-roster"));
  g_assert_false (store_fixture_add_agency (auditor, "Not mine", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
  g_assert_cmpuint (count_agencies (auditor), ==, 0);
  muster_store_close (auditor);
}

static void
count_cb (MusterStore *store, guint *count)
{
  (*count)++;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_store_run_finish (MUSTER_STORE (source), result, &error));
  *done = TRUE;
}

static void
test_async (StoreFixture *fixture, gconstpointer data)
{
  static const MusterOperation operation = { .name = "import-roster", .perform = perform_elsewhere };
  guint changed = 0;
  gboolean done = FALSE;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &changed);
  muster_store_run_async (fixture->store, &operation, NULL, NULL, g_strdup ("kept"), g_free, NULL, done_cb, &done);
  while (!done || changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_agencies (fixture->store), ==, 1);
}

static gboolean
give_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_another_program (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterStore) other = store_fixture_open (fixture, "alex");
  gboolean late = FALSE;
  guint changed = 0, timeout;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_true (store_fixture_add_agency (other, "From elsewhere", NULL));
  timeout = g_timeout_add_seconds (20, give_up_cb, &late);
  while (changed == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
  g_assert_cmpuint (count_agencies (fixture->store), ==, 1);
  muster_store_close (other);
}

static char *
get_newest_detail (MusterStore *store, const char *operation)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  char *detail;
  {
    g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT detail FROM journal_entry WHERE operation = ? ORDER BY sequence DESC", NULL);
    gboolean row;

    muster_statement_bind_text (statement, 1, operation);
    g_assert_true (muster_statement_step (statement, &row, NULL));
    g_assert_true (row);
    detail = muster_statement_dup_text (statement, 0);
  }
  muster_store_read_done (store, database);
  return detail;
}

static void
test_sign_in (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *account;
    const char *password;
  } cases[] = { { "alex", "wrong" }, { "nobody", FIXTURE_PASSWORD }, { "", "" }, { "recovery", FIXTURE_PASSWORD } };
  g_autoptr (MusterStore) store = NULL;
  g_autofree char *detail = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterSecret) password = muster_secret_new_from_text (cases[i].password);
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_store_open (fixture->folder, cases[i].account, password, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
    }
  store = store_fixture_open (fixture, "alex");
  detail = get_newest_detail (store, "failed-sign-ins");
  g_assert_nonnull (strstr (detail, "attempts=4"));
  g_assert_nonnull (strstr (detail, "nobody"));
  muster_store_close (store);
}

static gint64
count_sign_ins (MusterStore *store)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  gint64 n;
  {
    g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT count(*) FROM journal_entry WHERE operation = 'sign-in'", NULL);
    gboolean row;

    g_assert_true (muster_statement_step (statement, &row, NULL));
    n = muster_statement_get_int (statement, 0);
  }
  muster_store_read_done (store, database);
  return n;
}

/* While somebody writes others come in and read; the entry of it is made up for. */
static void
test_busy (StoreFixture *fixture, gconstpointer data)
{
  MusterDatabase *busy = store_fixture_open_past_the_program (fixture);
  g_autoptr (MusterStore) reader = NULL, later = NULL;
  g_autofree char *detail = NULL;
  gint64 before = count_sign_ins (fixture->store);

  g_assert_true (muster_database_begin (busy, NULL));
  reader = store_fixture_open (fixture, "alex");
  g_assert_cmpint (count_sign_ins (reader), ==, before);
  muster_database_rollback (busy);
  g_assert_true (store_fixture_add_agency (reader, "North Shore", NULL));
  g_assert_cmpint (count_sign_ins (reader), ==, before + 1);
  muster_store_close (reader);
  g_clear_object (&reader);

  /* Who went before it could be written down is named by the next. */
  g_assert_true (muster_database_begin (busy, NULL));
  reader = store_fixture_open (fixture, "alex");
  muster_store_close (reader);
  muster_database_rollback (busy);
  muster_database_close (busy);
  later = store_fixture_open (fixture, "alex");
  g_assert_cmpint (count_sign_ins (later), ==, before + 2);
  detail = get_newest_detail (later, "sign-in");
  g_assert_nonnull (strstr (detail, "waited=sign-in alex "));
  muster_store_close (later);
  g_clear_object (&later);
  later = store_fixture_open (fixture, "alex");
  g_free (detail);
  detail = get_newest_detail (later, "sign-in");
  g_assert_null (strstr (detail, "waited"));
  muster_store_close (later);
}

/* What has happened to the file is told apart, and nothing that only a programmer reads. */
static void
test_messages (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = muster_store_dup_database_path (fixture->folder), *bytes = NULL, *flipped = NULL;
  static const char plain[8192] = "SQLite format 3";
  const char *says[] = { "cut off", "cut off", "plain database", "keys that lie beside it", "damaged, or a part of it is missing" };
  gsize size;

  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  flipped = g_memdup2 (bytes, size);
  flipped[20] ^= 1;
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
      g_autoptr (GError) error = NULL;
      const char *contents = i == 2 ? plain : i == 3 ? flipped
                                                     : bytes;
      /* Of the last page alone nothing may be needed to open it. */
      gsize sizes[] = { size - 4096 - 100, 1000, sizeof plain, size, size / 2 / 4096 * 4096 };

      g_assert_true (g_file_set_contents (path, contents, sizes[i], NULL));
      g_assert_null (muster_store_open (fixture->folder, "alex", password, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, says[i]));
      g_assert_null (strstr (error->message, "SELECT"));
      g_assert_null (strstr (error->message, "PRAGMA"));
      g_assert_null (strstr (error->message, "database disk image"));
    }
}

static gboolean
perform_disable (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterAccount) account = muster_account_table_find (muster_work_get_database (work), input, error);

  account->disabled = TRUE;
  return muster_account_table_save (muster_work_get_database (work), account, error);
}

static void
test_disabled (StoreFixture *fixture, gconstpointer data)
{
  static const MusterOperation disable = { .name = "change-account", .perform = perform_disable };
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (MusterStore) kim = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_account (fixture, "kim", MUSTER_ROLE_STAFF);
  kim = store_fixture_open (fixture, "kim");
  g_assert_true (muster_store_run (fixture->store, &disable, "kim", NULL, NULL, NULL));
  g_assert_false (store_fixture_add_agency (kim, "Too late", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_null (muster_store_open (fixture->folder, "kim", password, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
  muster_store_close (kim);
}

typedef struct
{
  const char *name;
  MusterRole role;
  gboolean disabled;
} Change;

static gboolean
perform_change (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const Change *change = input;
  g_autoptr (MusterAccount) account = muster_account_table_find (muster_work_get_database (work), change->name, error);

  g_assert_nonnull (account);
  account->role = change->role;
  account->disabled = change->disabled;
  return muster_account_table_save (muster_work_get_database (work), account, error);
}

static void
ended_cb (MusterStore *store, const char *why, GPtrArray *reasons)
{
  g_ptr_array_add (reasons, g_strdup (why));
}

static gboolean
has_changed_and_looked (MusterStore *store, guint *changed)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (20, give_up_cb, &late);

  while (*changed == 0 && !late)
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (timeout);
  return !late;
}

/* What another program does to the account ends what it may read; what it does to others does not. */
static void
test_ended (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    Change change;
    const char *why; /* NULL: it goes on */
  } cases[] = {
    { { "sam", MUSTER_ROLE_STAFF, FALSE }, NULL },
    { { "kim", MUSTER_ROLE_SUPERVISOR, FALSE }, NULL },
    { { "kim", MUSTER_ROLE_STAFF, FALSE }, "Your role is now Staff. Sign in again to go on with it." },
    { { "kim", MUSTER_ROLE_SUPERVISOR, TRUE }, "The account “kim” has been disabled. Ask an administrator." },
  };
  static const MusterOperation operation = { .name = "change-account", .perform = perform_change };

  store_fixture_add_account (fixture, "kim", MUSTER_ROLE_SUPERVISOR);
  store_fixture_add_account (fixture, "sam", MUSTER_ROLE_SUPERVISOR);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Change before = { "kim", MUSTER_ROLE_SUPERVISOR, FALSE };
      g_autoptr (MusterStore) kim = NULL;
      g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
      guint changed = 0;

      g_assert_true (muster_store_run (fixture->store, &operation, &before, NULL, NULL, NULL));
      kim = store_fixture_open (fixture, "kim");
      g_signal_connect (kim, "changed", G_CALLBACK (count_cb), &changed);
      g_signal_connect (kim, "ended", G_CALLBACK (ended_cb), reasons);
      g_assert_true (muster_store_run (fixture->store, &operation, &cases[i].change, NULL, NULL, NULL));
      g_assert_true (has_changed_and_looked (kim, &changed));
      g_assert_cmpuint (reasons->len, ==, cases[i].why != NULL);
      if (cases[i].why == NULL)
        {
          g_assert_cmpuint (count_agencies (kim), ==, 0);
          muster_store_close (kim);
          continue;
        }
      g_assert_cmpstr (reasons->pdata[0], ==, cases[i].why);
      g_assert_null (muster_store_read (kim, NULL));
      muster_store_close (kim);
    }
}

static gboolean
perform_change_password (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterSecret) old_password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (MusterSecret) new_password = muster_secret_new_from_text ("another one");

  if (!muster_work_change_password (work, old_password, new_password, error))
    return FALSE;
  if (input == NULL)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, "no");
  return FALSE;
}

static void
test_password (StoreFixture *fixture, gconstpointer data)
{
  static const MusterOperation operation = { .name = "change-password", .perform = perform_change_password };
  g_autoptr (MusterSecret) old_password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (MusterSecret) new_password = muster_secret_new_from_text ("another one");
  g_autoptr (GError) error = NULL;

  /* One that fails in the end leaves the password as it was. */
  g_assert_false (muster_store_run (fixture->store, &operation, "fail", NULL, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_true (muster_store_check_password (fixture->store, old_password, NULL));
  g_assert_true (muster_store_run (fixture->store, &operation, NULL, NULL, NULL, NULL));
  g_assert_true (muster_store_check_password (fixture->store, new_password, NULL));
  g_assert_false (muster_store_check_password (fixture->store, old_password, NULL));
}

static void
test_closed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (GError) error = NULL;

  muster_store_close (fixture->store);
  g_assert_null (muster_store_read (fixture->store, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
  g_assert_false (store_fixture_add_agency (fixture->store, "x", NULL));
  g_assert_false (muster_store_check_password (fixture->store, password, NULL));
}

/* A copy is put where the folder was: what is written to the old one would be lost with it, and nobody would know. */
static void
test_replaced (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "register.db", NULL);
  g_autofree char *aside = g_strconcat (path, ".aside", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (store_fixture_add_agency (fixture->store, "Before", NULL));
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpint (g_rename (path, aside), ==, 0);
  g_assert_false (store_fixture_add_agency (fixture->store, "Into the void", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "Nothing was saved"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  g_assert_false (store_fixture_add_agency (fixture->store, "Into the void", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  g_assert_true (store_fixture_add_agency (fixture->store, "Back again", NULL));
}

/* Attack 6 of the design: nothing of a person stands in the clear in any file. */
static void
test_nothing_in_clear (StoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "register.db", "register.db-wal", "register.db-shm", "keys.json" };
  guint looked = 0;

  store_fixture_add_person (fixture->store, "Quintessa", "Featherstonehaugh");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL), *bytes = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_null (memmem (bytes, size, "Featherstonehaugh", strlen ("Featherstonehaugh")));
      g_assert_null (memmem (bytes, size, "featherstonehaugh", strlen ("featherstonehaugh")));
      g_assert_null (memmem (bytes, size, "SQLite format", strlen ("SQLite format")));
      looked++;
    }
  g_assert_cmpuint (looked, ==, G_N_ELEMENTS (names));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/store/run", test_run);
  ADD ("/store/nothing-half", test_nothing_half);
  ADD ("/store/forbidden", test_forbidden);
  ADD ("/store/async", test_async);
  ADD ("/store/another-program", test_another_program);
  ADD ("/store/sign-in", test_sign_in);
  ADD ("/store/busy", test_busy);
  ADD ("/store/messages", test_messages);
  ADD ("/store/disabled", test_disabled);
  ADD ("/store/ended", test_ended);
  ADD ("/store/password", test_password);
  ADD ("/store/closed", test_closed);
  ADD ("/store/replaced", test_replaced);
  ADD ("/store/nothing-in-clear", test_nothing_in_clear);
  return g_test_run ();
}
