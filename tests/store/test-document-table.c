/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include "domain/muster-error.h"
#include "store/muster-database-private.h"
#include "store/muster-document-table.h"
#include "store/muster-verify.h"

#define CONTENT "%PDF-1.7 certificate"

static gboolean
perform_save (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterDocument) document = g_new0 (MusterDocument, 1);
  g_autoptr (GBytes) content = g_bytes_new_static (CONTENT, strlen (CONTENT));

  document->file_name = g_strdup ("certificate.pdf");
  document->media_type = g_strdup ("application/pdf");
  document->account_id = muster_work_get_account (work)->id;
  document->recorded = muster_work_get_time (work);
  if (!muster_document_table_save (muster_work_get_database (work), document, content, error))
    return FALSE;
  *(gint64 *) output = document->id;
  return TRUE;
}

static gint64
save (StoreFixture *fixture)
{
  static const MusterOperation operation = { .name = "record-evidence", .perform = perform_save };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (muster_store_run (fixture->store, &operation, NULL, &id, NULL, &error));
  g_assert_no_error (error);
  return id;
}

static void
test_round_trip (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = save (fixture);
  g_autoptr (GError) error = NULL, missing = NULL;
  MusterDatabase *database = muster_store_read (fixture->store, &error);
  g_autoptr (MusterDocument) document = muster_document_table_load (database, id, &error);
  g_autoptr (GBytes) content = muster_document_table_load_content (database, id, &error);
  gsize size;

  g_assert_no_error (error);
  g_assert_cmpstr (document->file_name, ==, "certificate.pdf");
  g_assert_cmpstr (document->media_type, ==, "application/pdf");
  g_assert_cmpint (document->size, ==, strlen (CONTENT));
  g_assert_cmpuint (strlen (document->hash), ==, 64);
  g_assert_cmpmem (g_bytes_get_data (content, &size), g_bytes_get_size (content), CONTENT, strlen (CONTENT));
  g_assert_null (muster_document_table_load (database, id + 1, &missing));
  g_assert_error (missing, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  muster_store_read_done (fixture->store, database);
}

static const char *const attacks[] = {
  "UPDATE document_content SET content = x'00'",
  "DELETE FROM document_content",
};

/* What is in the file cannot be changed unnoticed, though it stands outside of the journal. */
static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  const char *attack = data;
  gint64 id = save (fixture);
  g_autoptr (MusterVerification) before = NULL, after = NULL;
  g_autoptr (MusterDatabase) past = NULL;
  g_autoptr (GError) error = NULL, damaged = NULL;
  MusterDatabase *database;

  before = muster_verify (fixture->store, NULL, NULL, NULL, NULL, &error);
  g_assert_true (before->ok);
  past = store_fixture_open_past_the_program (fixture);
  muster_database_execute (past, attack, &error);
  g_assert_no_error (error);
  after = muster_verify (fixture->store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (after->ok);
  g_assert_nonnull (strstr (after->what, "Document"));
  database = muster_store_read (fixture->store, &error);
  g_assert_null (muster_document_table_load_content (database, id, &damaged));
  g_assert_error (damaged, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
  muster_store_read_done (fixture->store, database);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document-table/round-trip", StoreFixture, NULL, store_fixture_set_up, test_round_trip, store_fixture_tear_down);
  g_test_add ("/document-table/changed", StoreFixture, attacks[0], store_fixture_set_up, test_changed, store_fixture_tear_down);
  g_test_add ("/document-table/deleted", StoreFixture, attacks[1], store_fixture_set_up, test_changed, store_fixture_tear_down);
  return g_test_run ();
}
