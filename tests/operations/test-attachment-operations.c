/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-attachment-operations.h"

#include "operations-fixture.h"
#include "operations/muster-case-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-open-document.h"
#include "store/muster-attachment-table.h"
#include "store/muster-case-looks-query.h"
#include "store/muster-verify.h"

#define PDF "%PDF-1.7 the report of the bus company"

static gint64
record (OperationsFixture *fixture)
{
  g_autoptr (MusterIncident) told = muster_incident_new ();
  gint64 id = 0;

  told->kind = MUSTER_INCIDENT_LOST_EQUIPMENT;
  told->narrative = g_strdup ("A laptop was left on the bus");
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, told, &id);
  return id;
}

static gint64
attach (OperationsFixture *fixture, gint64 incident, const char *title)
{
  g_autoptr (GBytes) content = g_bytes_new_static (PDF, strlen (PDF));
  const MusterAttachRequest request = { incident, title, "report.pdf", content, "It came by mail" };
  gint64 id = 0;

  run_well (fixture, FIXTURE_KIM, &muster_attach_to_incident, &request, &id);
  return id;
}

static GPtrArray *
list (OperationsFixture *fixture, FixtureAccount account, gint64 incident)
{
  MusterStore *store = operations_fixture_open (fixture, account);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *attachments = muster_attachment_table_list (database, incident, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return attachments;
}

static void
assert_verifies (OperationsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) result = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->what, ==, NULL);
  g_assert_true (result->ok);
}

/* Kept as it came, counted from one for each incident, and given out with an entry that tells who looked. */
static void
test_kept (OperationsFixture *fixture, gconstpointer data)
{
  gint64 other = record (fixture), incident = record (fixture), of_other = attach (fixture, other, NULL), id, before;
  g_autoptr (GPtrArray) attachments = NULL, looks = NULL;
  g_auto (MusterOpenedDocument) opened = { 0 };
  const MusterAttachment *attachment;
  MusterDatabase *database;
  gint64 unknown = 99;

  g_assert_cmpint (of_other, ==, 1);
  attach (fixture, incident, "  The report\n");
  id = attach (fixture, incident, NULL);
  attachments = list (fixture, FIXTURE_JO, incident);
  g_assert_cmpuint (attachments->len, ==, 2);
  attachment = attachments->pdata[0];
  g_assert_cmpuint (attachment->place, ==, 1);
  g_assert_cmpstr (attachment->title, ==, "The report");
  g_assert_cmpstr (attachment->document->media_type, ==, "application/pdf");
  g_assert_cmpint (attachment->document->size, ==, strlen (PDF));
  g_assert_cmpuint (strlen (attachment->document->hash), ==, 64);
  g_assert_cmpint (attachment->withdrawn_at, ==, 0);
  g_assert_cmpuint (((const MusterAttachment *) attachments->pdata[1])->place, ==, 2);
  before = count_entries (fixture);
  run_well (fixture, FIXTURE_JO, &muster_open_attachment, &id, &opened);
  g_assert_cmpmem (g_bytes_get_data (opened.content, NULL), g_bytes_get_size (opened.content), PDF, strlen (PDF));
  g_assert_cmpint (count_entries (fixture), ==, before + 1);
  run_badly (fixture, FIXTURE_JO, &muster_open_attachment, &unknown, NULL, MUSTER_ERROR_NOT_FOUND);
  database = muster_store_read (operations_fixture_open (fixture, FIXTURE_ALEX), NULL);
  looks = muster_case_looks_query_list (database, MUSTER_CASE_INCIDENT, incident, "IN-2026-0002", NULL);
  g_assert_cmpuint (looks->len, ==, 1);
  g_assert_cmpstr (((const MusterCaseLook *) looks->pdata[0])->operation, ==, "open-attachment");
  g_assert_cmpstr (((const MusterCaseLook *) looks->pdata[0])->account, ==, "jo");
  muster_store_read_done (operations_fixture_open (fixture, FIXTURE_ALEX), database);
  assert_verifies (fixture);
}

/* Bad input changes nothing. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *file_name;
    const char *content;
    const char *reason;
    MusterError code;
  } cases[] = {
    { NULL, "report.pdf", "MZ is no document", "It came", MUSTER_ERROR_INVALID },
    { NULL, "report.pdf", "Only text", "It came", MUSTER_ERROR_INVALID },
    { NULL, "report.txt", PDF, "It came", MUSTER_ERROR_INVALID },
    { NULL, "report.pdf", "", "It came", MUSTER_ERROR_INVALID },
    { NULL, "report.txt", "Hers is 219-09-9999", "It came", MUSTER_ERROR_INVALID },
    { NULL, "219-09-9999.pdf", PDF, "It came", MUSTER_ERROR_INVALID },
    { NULL, "../report.pdf", PDF, "It came", MUSTER_ERROR_INVALID },
    { "Of 219-09-9999", "report.pdf", PDF, "It came", MUSTER_ERROR_RULE },
    { NULL, "report.pdf", PDF, " ", MUSTER_ERROR_RULE },
  };
  gint64 incident = record (fixture);
  g_autofree char *large = g_malloc0 (MUSTER_DOCUMENT_MAX_SIZE + 1);
  g_autoptr (GBytes) too_large = NULL;
  MusterAttachRequest request = { incident, NULL, "report.pdf", NULL, "It came" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new_static (cases[i].content, strlen (cases[i].content));

      g_test_message ("%u", i);
      request = (MusterAttachRequest) { incident, cases[i].title, cases[i].file_name, content, cases[i].reason };
      run_badly (fixture, FIXTURE_KIM, &muster_attach_to_incident, &request, NULL, cases[i].code);
    }
  memcpy (large, PDF, strlen (PDF));
  too_large = g_bytes_new_static (large, MUSTER_DOCUMENT_MAX_SIZE + 1);
  request = (MusterAttachRequest) { incident, NULL, "report.pdf", too_large, "It came" };
  run_badly (fixture, FIXTURE_KIM, &muster_attach_to_incident, &request, NULL, MUSTER_ERROR_INVALID);
  request.incident_id = incident + 9;
  run_badly (fixture, FIXTURE_KIM, &muster_attach_to_incident, &request, NULL, MUSTER_ERROR_NOT_FOUND);
}

/* Once, with a reason, by who judges; the document stays readable. What comes late is taken, too. */
static void
test_withdrawn (OperationsFixture *fixture, gconstpointer data)
{
  gint64 incident = record (fixture), id = attach (fixture, incident, "The report");
  MusterWithdrawAttachment request = { id, "It is of another incident" };
  const MusterCloseIncident end = { incident, MUSTER_INCIDENT_OUTCOME_DUPLICATE, "The same" };
  g_autoptr (GPtrArray) attachments = NULL;
  const MusterAttachment *attachment;

  run_badly (fixture, FIXTURE_KIM, &muster_withdraw_attachment, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  request.reason = NULL;
  run_badly (fixture, FIXTURE_SAM, &muster_withdraw_attachment, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_close_incident, &end, NULL);
  request.reason = "It is of another incident";
  run_well (fixture, FIXTURE_SAM, &muster_withdraw_attachment, &request, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_withdraw_attachment, &request, NULL, MUSTER_ERROR_RULE);
  attach (fixture, incident, "The right one");
  attachments = list (fixture, FIXTURE_KIM, incident);
  g_assert_cmpuint (attachments->len, ==, 2);
  attachment = attachments->pdata[0];
  g_assert_cmpstr (attachment->withdrawn_reason, ==, "It is of another incident");
  g_assert_cmpint (attachment->withdrawn_account, ==, muster_store_get_account (operations_fixture_open (fixture, FIXTURE_SAM))->id);
  g_assert_cmpint (attachment->withdrawn_at, >, 0);
  g_assert_cmpint (((const MusterAttachment *) attachments->pdata[1])->withdrawn_at, ==, 0);
  run_well (fixture, FIXTURE_JO, &muster_open_attachment, &id, NULL);
  assert_verifies (fixture);
}

/* To whom the incident is closed its documents are not there, and nothing is done to them. */
static void
test_closed (OperationsFixture *fixture, gconstpointer data)
{
  gint64 incident = record (fixture), id = attach (fixture, incident, NULL);
  MusterCaseAccessRequest access = { MUSTER_CASE_INCIDENT, incident, muster_store_get_account (operations_fixture_open (fixture, FIXTURE_ROBIN))->id, "A relative" };
  const MusterWithdrawAttachment withdrawal = { id, "I want to" };
  g_autoptr (GBytes) content = g_bytes_new_static (PDF, strlen (PDF));
  const MusterAttachRequest request = { incident, NULL, "report.pdf", content, "It came" };
  g_autoptr (GPtrArray) before = list (fixture, FIXTURE_ROBIN, incident), after = NULL, of_others = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &access, NULL);
  after = list (fixture, FIXTURE_ROBIN, incident);
  of_others = list (fixture, FIXTURE_JO, incident);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpuint (of_others->len, ==, 1);
  run_badly (fixture, FIXTURE_ROBIN, &muster_open_attachment, &id, NULL, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_ROBIN, &muster_attach_to_incident, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_ROBIN, &muster_withdraw_attachment, &withdrawal, NULL, MUSTER_ERROR_NOT_FOUND);
  assert_verifies (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/attachment-operations/kept", test_kept);
  operations_fixture_add ("/attachment-operations/refused", test_refused);
  operations_fixture_add ("/attachment-operations/withdrawn", test_withdrawn);
  operations_fixture_add ("/attachment-operations/closed", test_closed);
  return g_test_run ();
}
