/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-export-bundle.h"

#include <gio/gio.h>
#include <string.h>

#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-attachment-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-exit-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-letter-operations.h"
#include "operations/muster-review-operations.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-journal-query.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

/* What must be in no redacted bundle, however it is written down in a PDF file. */
static const char *const private_words[] = { "Oakenfold", "Runa", "Marlowe", "umbrella", "Quillfeather", "Zebulon", "612-555-0199", "sunflower", "lighthouse", "disqualified", "scan-of-oakenfold", "binoculars" };

static gint64
record_incident (OperationsFixture *fixture, gint64 person, gint64 other)
{
  static const char *const clauses[] = { "ROB-05", "COC-03" };
  static const MusterIncidentFinding findings[] = { MUSTER_FINDING_SUBSTANTIATED, MUSTER_FINDING_NOT_SUBSTANTIATED };
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  gint64 id = 0;

  incident->source = MUSTER_INCIDENT_SOURCE_COMPLAINT;
  incident->complainant = g_strdup ("Runa Oakenfold");
  incident->narrative = g_strdup ("The Marlowe family left an umbrella");
  incident->containment = g_strdup ("The lighthouse was told");
  muster_incident_add_person (incident, person);
  muster_incident_add_person (incident, other);
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    muster_incident_add_clause (incident, clauses[i]);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, &id);
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      MusterIncidentFindingRequest request = { id, clauses[i], findings[i], "A sunflower was seen" };

      run_well (fixture, FIXTURE_SAM, &muster_incident_finding, &request, NULL);
    }
  return id;
}

static gint64
open_action (OperationsFixture *fixture, gint64 person, gint64 incident)
{
  static const char *const clauses[] = { "ROB-05", NULL };
  MusterOpenAction request = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_3, .restriction = -1, .finding = "Sold a list; Mrs Oakenfold says so, and Marlowe, at 612-555-0199; told Ana Quillfeather and QUILLFEATHER, Ana", .cause = "Money was short", .incident_id = incident };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  return id;
}

static void
draw_and_serve (OperationsFixture *fixture, FixtureAccount account, const char *kind, gint64 about)
{
  MusterLetterRequest request = { .kind = muster_letter_kind_find (kind, NULL), .about_id = about };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  MusterServiceRequest service = { .method = MUSTER_SERVICE_CERTIFIED_MAIL, .tracking = "9407 1000 0000" };

  run_well (fixture, account, muster_letter_operation (request.kind), &request, &drawn);
  service.letter_id = drawn.id;
  set_day (&service.on, "2026-03-10");
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
}

static void
add_evidence (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (GBytes) scan = g_bytes_new_static ("A scanned page", 14);
  g_autoptr (MusterEvidence) study = muster_evidence_new (), notice = muster_evidence_new ();
  MusterEvidenceRequest of_study = { .evidence = study }, of_notice = { .evidence = notice, .file_name = "scan-of-oakenfold.txt", .content = scan };
  MusterPolicyRequest policy = { .version = "2026.1", .title = "Code of conduct", .file_name = "notice.txt", .content = scan };

  set_day (&policy.from, "2026-01-01");
  run_well (fixture, FIXTURE_ALEX, &muster_load_policy, &policy, NULL);
  study->assister_id = notice->assister_id = person;
  study->requirement = g_strdup ("background-study");
  study->outcome = g_strdup ("disqualified");
  study->source = g_strdup ("A letter");
  set_day (&study->on, "2026-02-01");
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &of_study, NULL);
  notice->requirement = g_strdup ("notice");
  notice->version = g_strdup ("2026.1");
  notice->source = g_strdup ("Signed on paper");
  set_day (&notice->on, "2026-02-02");
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &of_notice, NULL);
}

/* Two documents of the incident, of which one was withdrawn. */
static void
attach_documents (OperationsFixture *fixture, gint64 incident)
{
  g_autoptr (GBytes) scan = g_bytes_new_static ("A page about binoculars", 23);
  MusterAttachRequest request = { incident, "Letter about binoculars", "binoculars.txt", scan, "Came with the binoculars" };
  MusterWithdrawAttachment withdrawal = { .reason = "The binoculars are of another case" };

  run_well (fixture, FIXTURE_KIM, &muster_attach_to_incident, &request, NULL);
  request.title = NULL;
  run_well (fixture, FIXTURE_KIM, &muster_attach_to_incident, &request, &withdrawal.attachment_id);
  run_well (fixture, FIXTURE_SAM, &muster_withdraw_attachment, &withdrawal, NULL);
}

/* A case with everything in it: RV-2026-0001 of Ana Moua, with CA-2026-0001, IN-2026-0001, two letters, and a review. */
static void
make_case (OperationsFixture *fixture)
{
  static const char *const grounds[] = { "ROB-05", NULL };
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR), other = add_certified (fixture, "Quillfeather", 2, NAVIGATOR);
  gint64 incident = record_incident (fixture, person, other), action = open_action (fixture, person, incident), decision = 0;
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "A list of clients was sold to Zebulon", .action_ids = &action, .n_action_ids = 1 };
  MusterDecisionAnswer answer = { .reason = "It is proved" };
  MusterExitRequest portal = { .type = NAVIGATOR, .code = MUSTER_EXIT_ITEM_PORTAL, .outcome = MUSTER_EXIT_ITEM_DONE, .doer = "Kim Karlsson", .note = "Marlowe was told" };
  MusterReviewRequest review = { .route = MUSTER_ROUTE_MAIL, .note = "Says that Marlowe agreed" };

  attach_documents (fixture, incident);
  add_evidence (fixture, person);
  draw_and_serve (fixture, FIXTURE_SAM, "action-notice", action);
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &decision);
  answer.decision_id = review.decision_id = decision;
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  draw_and_serve (fixture, FIXTURE_ALEX, "revocation", decision);
  set_day (&portal.on, "2026-03-10");
  portal.assister_id = person;
  run_well (fixture, FIXTURE_KIM, &muster_record_exit_item, &portal, NULL);
  set_day (&review.filed, "2026-03-10");
  run_well (fixture, FIXTURE_ROBIN, &muster_file_review, &review, NULL);
}

static MusterBundleExport
make_request (const char *path, gboolean redacted)
{
  static const char *const words[] = { "Marlowe", "Zebulon", NULL };
  MusterBundleExport request = { .number = "rv-2026-0001", .path = path, .redacted = redacted, .words = redacted ? words : NULL, .reason = "The hearing in May" };

  g_assert_true (muster_bundle_find_format (path, &request.format, NULL));
  return request;
}

/* Returns: what @command prints. */
static char *
ask (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return text;
}

static char *
read_pdf (const char *path)
{
  return ask ((const char *[]) { "pdftotext", "-raw", path, "-", NULL });
}

static void
save (OperationsFixture *fixture, FixtureAccount account, const MusterBundleExport *request, MusterBundleResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (request->path);
  g_autofree char *content = NULL, *hash = NULL;
  gsize size;

  run_well (fixture, account, &muster_export_bundle, request, result);
  g_assert_true (muster_export_put_in_place (&result->file, request->path, &error));
  g_assert_true (g_file_get_contents (request->path, &content, &size, &error));
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
  g_assert_cmpstr (hash, ==, result->file.hash);
}

static void
assert_in_order (const char *text, const char *const *words)
{
  const char *at = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      at = strstr (at, words[i]);
      if (at == NULL)
        g_error ("“%s” is not there, or not in its place:\n%s", words[i], text);
    }
}

/* The whole form tells all, part by part. */
static void
test_whole (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "Riverside", "Hearing Bundle", "RV-2026-0001 · Revocation", "Ana Moua", "The hearing in May", "Jo ", "Contents", "1 The Case in Short", "NPN", "AP-2026-0001", "CA-2026-0001", "IN-2026-0001", "Revoked",
    "What Was Taken Back and Handed Over", "2026-03-10 Portal account", "Done", "Marlowe was told", "Kim Karlsson",
    "2 Timeline", "Recorded an incident · IN-2026-0001", "A sunflower was seen", "Proposed a revocation · RV-2026-0001", "Approved a decision · RV-2026-0001", "Recorded how a letter was served", "3 Notices and Their Service",
    "LT-2026-0001", "9407 1000", "2026-03-13", "LT-2026-0002", "Notice of revocation", "4 Decisions and Signatures", "sold to Zebulon", "Proposed", "The signature is this key’s", "Approved", "The signature is this key’s",
    "AP-2026-0001", "Marlowe agreed", "5 Corrective Actions", "Mrs Oakenfold", "Money was short", "6 Incidents", "Who complained", "Known; not in this bundle", "Quillfeather", "an umbrella", "The lighthouse", "Substantiated", "Not substantiated", "Letter about binoculars", "binoculars.txt", "Withdrawn 2026-03-10", "of another case",
    "7 Evidence on the Person", "Disqualified", "8 Clauses in Force", "2026.1, on 2026-02-02", "Code of conduct · 2026.1, in force from 2026-01-01", "ROB-05", "9 Manifest", "letters/LT-2026-0001", "incidents/IN-2026-0001-1 binoculars.txt", NULL
  };
  g_autofree char *path = g_build_filename (fixture->folder, "whole.pdf", NULL), *text = NULL;
  g_autoptr (MusterAssister) person = NULL;
  MusterBundleExport request = make_request (path, FALSE);
  g_auto (MusterBundleResult) result = { 0 };

  make_case (fixture);
  person = load_person (fixture, 1);
  save (fixture, FIXTURE_JO, &request, &result);
  text = read_pdf (path);
  assert_in_order (text, words);
  g_assert_null (strstr (text, "[withheld]"));
  g_assert_null (strstr (text, "Runa Oakenfold"));
  g_assert_nonnull (strstr (text, "Not named by what the register keeps"));
  /* It opens the marketplace’s systems, and is masked for everybody. */
  g_assert_nonnull (strstr (text, "Assister ID ••••••"));
  g_assert_null (strstr (text, person->assister_id));
  g_assert_null (strstr (text, "is not this key"));
  g_assert_null (strstr (text, "What Was Left Out"));
  g_assert_cmpstr (result.number, ==, "RV-2026-0001");
  g_assert_cmpuint (result.redactions->len, ==, 0);
  g_assert_cmpuint (result.n_pages, >, 5);
}

/* Who complained is named where that is asked for, and the journal keeps that it was. */
static void
test_complainant (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "named.pdf", NULL), *text = NULL;
  MusterBundleExport request = make_request (path, FALSE), redacted = make_request (path, TRUE);
  const MusterJournalFilter filter = { .operation = "export-bundle" };
  g_autoptr (GPtrArray) entries = NULL;
  g_auto (MusterBundleResult) result = { 0 };
  MusterDatabase *database;

  make_case (fixture);
  request.with_complainant = redacted.with_complainant = TRUE;
  g_assert_false (muster_bundle_check_request (&redacted, NULL));
  save (fixture, FIXTURE_JO, &request, &result);
  text = read_pdf (path);
  g_assert_nonnull (strstr (text, "Runa Oakenfold"));
  g_assert_nonnull (strstr (text, "Named, as was asked for"));
  database = muster_store_read (operations_fixture_open (fixture, FIXTURE_JO), NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (operations_fixture_open (fixture, FIXTURE_JO), database);
  g_assert_nonnull (strstr (((const MusterJournalEntry *) entries->pdata[0])->detail, "complainant=named"));
}

/* With the files of the case beside it; the hashes in the document, and in the list of them, are those of the files. */
static void
test_files (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "whole.zip", NULL), *folder = g_build_filename (fixture->folder, "unpacked", NULL), *document = g_build_filename (folder, "RV-2026-0001.pdf", NULL);
  MusterBundleExport request = make_request (path, FALSE);
  g_auto (MusterBundleResult) result = { 0 };
  g_autofree char *sums_path = g_build_filename (folder, "SHA256SUMS.txt", NULL), *sums = NULL, *text = NULL, *unpacked = NULL;
  g_auto (GStrv) lines = NULL, words = NULL;
  g_autofree char *tight = NULL;

  make_case (fixture);
  save (fixture, FIXTURE_SAM, &request, &result);
  g_assert_cmpuint (result.n_files, ==, 5);
  unpacked = ask ((const char *[]) { "python3", "-m", "zipfile", "-e", path, folder, NULL });
  g_assert_true (g_file_get_contents (sums_path, &sums, NULL, NULL));
  text = read_pdf (document);
  words = g_strsplit_set (text, " \n\f", -1);
  tight = g_strjoinv ("", words);
  lines = g_strsplit (sums, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  for (guint i = 0; i < 6; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "  ", 2);
      g_autofree char *file = g_build_filename (folder, parts[1], NULL), *content = NULL, *hash = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (file, &content, &size, NULL));
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
      g_assert_cmpstr (hash, ==, parts[0]);
      if (i > 0)
        g_assert_nonnull (strstr (tight, parts[0]));
    }
}

/* Whether @word is among the bytes, as text or as a PDF file has it in hexadecimal or two bytes a letter. */
static gboolean
holds (const guint8 *bytes, gsize size, const char *word)
{
  g_autoptr (GString) wide = g_string_new (NULL), hex = g_string_new (NULL), wide_hex = g_string_new (NULL);

  if (size == 0)
    return FALSE;
  for (const char *letter = word; *letter != '\0'; letter++)
    {
      g_string_append_c (wide, '\0');
      g_string_append_c (wide, *letter);
      g_string_append_printf (hex, "%02x", (guint8) *letter);
      g_string_append_printf (wide_hex, "00%02x", (guint8) *letter);
    }
  return memmem (bytes, size, word, strlen (word)) != NULL || memmem (bytes, size, wide->str, wide->len) != NULL || memmem (bytes, size, hex->str, hex->len) != NULL || memmem (bytes, size, wide_hex->str, wide_hex->len) != NULL;
}

/* Returns: the stream that begins there, unpacked; %NULL where it is not packed. */
static GBytes *
unpack (const guint8 *bytes, gsize size)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (bytes, size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, converter);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* Asserts that no private word is in the bytes of the file, nor in any of its streams. */
static void
assert_clean (const char *path)
{
  g_autofree char *content = NULL;
  guint n_streams = 0;
  gsize size;
  const char *at;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (private_words); i++)
    g_assert_false (holds ((const guint8 *) content, size, private_words[i]));
  for (at = content; (at = memmem (at, size - (at - content), "stream\n", 7)) != NULL; at++)
    {
      g_autoptr (GBytes) stream = unpack ((const guint8 *) at + 7, size - (at + 7 - content));

      n_streams += g_bytes_get_size (stream) > 0;
      for (guint i = 0; i < G_N_ELEMENTS (private_words); i++)
        g_assert_false (holds (g_bytes_get_data (stream, NULL), g_bytes_get_size (stream), private_words[i]));
    }
  g_assert_cmpuint (n_streams, >, 5);
}

/* The redacted form: what is private is in it nowhere, and the log says that it was. */
static void
test_redacted (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "Redacted form", "Ana Moua", "Assister ID [withheld]", "2 Timeline", "Recorded a finding in an incident", "[withheld]", "The letter itself [withheld]", "sold to [withheld]",
                                       "The signature is this key’s", "Says that [withheld] agreed", "Sold a list; Mrs [withheld] says so, and [withheld], at [withheld]", "Who complained [withheld]", "Concerns also [withheld]",
                                       "What happened [withheld]", "Document 1 [withheld]", "Document 2 [withheld]", "What Was Left Out", "The identity of complainants is private", NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "redacted.pdf", NULL), *text = NULL, *folded = NULL;
  MusterBundleExport request = make_request (path, TRUE);
  g_auto (MusterBundleResult) result = { 0 };
  guint kinds = 0;

  make_case (fixture);
  save (fixture, FIXTURE_ALEX, &request, &result);
  text = read_pdf (path);
  g_strdelimit (text, "\n", ' ');
  assert_in_order (text, words);
  folded = g_ascii_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (private_words); i++)
    {
      g_autofree char *word = g_ascii_strdown (private_words[i], -1);

      g_test_message ("%s", private_words[i]);
      g_assert_null (strstr (folded, word));
    }
  assert_clean (path);
  for (guint i = 0; i < result.redactions->len; i++)
    kinds |= 1u << ((const MusterRedaction *) result.redactions->pdata[i])->kind;
  g_assert_cmpuint (kinds, ==, (1u << MUSTER_N_REDACTION_KINDS) - 1);
  g_assert_cmpuint (result.n_files, ==, 0);
}

/* An entry says what left, in what form, and by which hash it is known again. */
static void
test_journal (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "redacted.pdf", NULL);
  MusterBundleExport request = make_request (path, TRUE);
  g_auto (MusterBundleResult) result = { 0 };
  const MusterJournalFilter filter = { .operation = "export-bundle" };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GPtrArray) entries = NULL;
  const MusterJournalEntry *entry;
  MusterDatabase *database;

  make_case (fixture);
  save (fixture, FIXTURE_SAM, &request, &result);
  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->subject, ==, "RV-2026-0001");
  g_assert_cmpstr (entry->reason, ==, "The hearing in May");
  g_assert_nonnull (strstr (entry->detail, "form=redacted"));
  g_assert_nonnull (strstr (entry->detail, "file=redacted.pdf"));
  g_assert_nonnull (strstr (entry->detail, result.file.hash));
  for (guint i = 0; i < G_N_ELEMENTS (private_words); i++)
    g_assert_null (strstr (entry->detail, private_words[i]));
}

/* A corrective action has a bundle, too; it names the decisions that rest on it. */
static void
test_action (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "CA-2026-0001 · Corrective action", "RV-2026-0001", "2 Timeline", "Opened a corrective action", "LT-2026-0001", "4 Decisions and Signatures", "each has a bundle of its own", "Mrs Oakenfold", NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "action.pdf", NULL), *text = NULL;
  MusterBundleExport request = make_request (path, FALSE);
  g_auto (MusterBundleResult) result = { 0 };

  make_case (fixture);
  request.number = " CA-2026-0001 ";
  save (fixture, FIXTURE_SAM, &request, &result);
  text = read_pdf (path);
  assert_in_order (text, words);
  g_assert_null (strstr (text, "sold to Zebulon"));
  g_assert_null (strstr (text, "LT-2026-0002"));
}

static guint
count_files (OperationsFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* What cannot be is said, and leaves neither a file nor an entry. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const short_words[] = { "X", NULL }, *const some[] = { "Marlowe", NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "case.pdf", NULL), *nowhere = g_build_filename (fixture->folder, "missing", "case.pdf", NULL);
  const struct
  {
    MusterBundleExport request;
    FixtureAccount account;
    MusterError code;
  } cases[] = {
    { { "RV-2026-0001", path, MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_KIM, MUSTER_ERROR_FORBIDDEN },
    { { "RV-2026-0001", path, MUSTER_BUNDLE_PDF, FALSE, NULL, NULL }, FIXTURE_SAM, MUSTER_ERROR_RULE },
    { { "RV-2026-0001", path, MUSTER_BUNDLE_PDF, FALSE, NULL, " " }, FIXTURE_SAM, MUSTER_ERROR_RULE },
    { { "RV-2026-0001", path, MUSTER_BUNDLE_PDF, FALSE, NULL, "Of 123-45-6789" }, FIXTURE_SAM, MUSTER_ERROR_RULE },
    { { "RV-2026-0001", path, MUSTER_BUNDLE_PDF, FALSE, some, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_RULE },
    { { "RV-2026-0001", path, MUSTER_BUNDLE_ZIP, TRUE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_RULE },
    { { "RV-2026-0001", path, MUSTER_BUNDLE_PDF, TRUE, short_words, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_INVALID },
    { { "RV-2026-0009", path, MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_NOT_FOUND },
    { { "CA-2026-0009", path, MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_NOT_FOUND },
    { { "IN-2026-0001", path, MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_NOT_FOUND },
    { { "RVX", path, MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_NOT_FOUND },
    { { "", path, MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_NOT_FOUND },
    { { "RV-2026-0001", nowhere, MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_STORAGE },
    { { "RV-2026-0001", nowhere, MUSTER_BUNDLE_ZIP, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_STORAGE },
    { { "RV-2026-0001", "/dev/full/case.pdf", MUSTER_BUNDLE_PDF, FALSE, NULL, "The hearing" }, FIXTURE_SAM, MUSTER_ERROR_STORAGE },
  };
  guint before;

  make_case (fixture);
  operations_fixture_open (fixture, FIXTURE_KIM);
  before = count_files (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterBundleResult result = { 0 };

      g_test_message ("case %u", i);
      run_badly (fixture, cases[i].account, &muster_export_bundle, &cases[i].request, &result, cases[i].code);
      g_assert_null (result.file.draft);
      g_assert_null (result.redactions);
    }
  g_assert_cmpuint (count_files (fixture), ==, before);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    int format; /* -1: none */
  } cases[] = { { "a.pdf", MUSTER_BUNDLE_PDF }, { "/b/a.ZIP", MUSTER_BUNDLE_ZIP }, { "a.csv", -1 }, { "pdf", -1 }, { "a.pdf.txt", -1 } };
  g_auto (GStrv) words = muster_bundle_split_words ("Ana, Xeng Yang;Lor\nMarlowe");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterBundleFormat format;

      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (muster_bundle_find_format (cases[i].path, &format, NULL) ? (int) format : -1, ==, cases[i].format);
    }
  g_assert_cmpuint (g_strv_length (words), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/export-bundle/whole", test_whole);
  operations_fixture_add ("/operations/export-bundle/files", test_files);
  operations_fixture_add ("/operations/export-bundle/complainant", test_complainant);
  operations_fixture_add ("/operations/export-bundle/redacted", test_redacted);
  operations_fixture_add ("/operations/export-bundle/journal", test_journal);
  operations_fixture_add ("/operations/export-bundle/action", test_action);
  operations_fixture_add ("/operations/export-bundle/refused", test_refused);
  g_test_add_func ("/operations/export-bundle/formats", test_formats);
  return g_test_run ();
}
