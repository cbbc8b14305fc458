/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "operations/muster-certification-operations.h"

#include "import-fixture.h"
#include "store/muster-import-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"

typedef struct
{
  const char *before; /* imported first; NULL: nothing */
  const char *rows;
  const char *fates;
  const char *findings;
  const char *again; /* fates of the same file afterwards */
  MusterImportKey key;
  MusterImportMode mode;
} FateCase;

#define OFFICE_ANA "Lindqvist,Ana,office@example.org,1234567,,Broker,Sunrise\n"
#define OFFICE_BO "Olson,Bo,Office@example.org,7654321,,Broker,Sunrise\n"
#define OFFICE_PAO "Moua,Pao,office@example.org,,A7K4M2P9Q,Navigator,Lake Help\n"

static const FateCase fate_cases[] = {
  { NULL, ANA PAO, "CC", "", "==" },
  { ANA, ANA PAO, "=C", "", "==" },
  { ANA PAO, "LINDQVIST,ANA,Ana@Example.org,1234567,,agent,SUNRISE\n", "=", "", "=" },
  /* Changes of the person, the agency and the roles */
  { ANA, "Lindqvist,Ana,anna@example.org,1234567,,Broker,Sunrise\n", "U", "", "=" },
  { ANA, "Lindqvist,Ana,ana@example.org,1234567,,Broker,Sunset\n", "U", "", "=" },
  { ANA, "Lindqvist,Ana,ana@example.org,1234567,,Navigator,Sunrise\n", "U", "", "=" },
  { ANA, "Lindqvist,Ana,,1234567,,,\n", "=", "2:no-type", "=" },
  /* In the file itself */
  { NULL, ANA ANA PAO ANA, "CSCS", "3:duplicate 5:duplicate", "=S=S" },
  { NULL, ANA "Lindqvist,Anna,ana@example.org,1234567,,Broker,Sunrise\n" PAO, "XXC", "2:identifier-twice 3:identifier-twice", "XX=" },
  { NULL, ANA "Lindqvist,Ana,ana@example.org,7654321,,Broker,Sunrise\n", "XX", "2:identifier-twice 3:identifier-twice", "XX" },
  { NULL, ANA "Lindqvist,Ana,ana@example.org,1234567,,CAC,Sunrise\n" ANA, "CUS", "4:duplicate", "==S" },
  { NULL, ANA "Lindqvist,Ana,ana@example.org,1234567,,CAC,Sunrise\nLindqvist,Ana,ana@example.org,7,,CAC,Sunrise\n", "XXX", "2:identifier-twice 4:identifier-twice", "XXX" },
  /* An office's address: whoever has an identifier of their own is known by that, in any order of the rows */
  { NULL, OFFICE_ANA OFFICE_BO, "CC", "2:email-shared 3:email-shared", "==" },
  { NULL, OFFICE_BO OFFICE_ANA OFFICE_PAO, "CCC", "2:email-shared 3:email-shared 4:email-shared", "===" },
  { NULL, OFFICE_BO "Olson,Bo,office@example.org,7654321,,CAC,Sunrise\n" OFFICE_PAO, "CUC", "2:email-shared 3:email-shared 4:email-shared", "===" },
  { NULL, OFFICE_ANA OFFICE_BO "Vang,Kia,office@example.org,,,Broker,Sunrise\n", "CCR", "2:email-shared 3:email-shared 4:email-shared", "==R" },
  { NULL, "Vang,Kia,office@example.org,,,Broker,Sunrise\n" OFFICE_BO OFFICE_ANA, "RCC", "2:email-shared 3:email-shared 4:email-shared", "R==" },
  { NULL, OFFICE_ANA OFFICE_BO, "XX", "2:identifier-twice 3:identifier-twice", "XX", MUSTER_KEY_EMAIL },
  { NULL, OFFICE_ANA "Vang,Kia,office@example.org,,,Broker,Sunrise\n", "XX", "2:identifier-twice 3:identifier-twice", "XX" },
  { OFFICE_ANA, OFFICE_ANA OFFICE_BO, "=C", "3:email-shared", "==" },
  { OFFICE_ANA, OFFICE_BO OFFICE_PAO, "CC", "2:email-shared 3:email-shared", "==" },
  { NULL, ANA "\n,,,,,,\n" PAO, "CC", "", "==" },
  /* Against the register */
  { ANA, "Olson,Bo,ana@example.org,7654321,,Broker,Sunrise\n", "C", "2:email-shared", "=" },
  { ANA, "Lindqvist,Ana,ana@example.org,7654321,,Broker,Sunrise\n", "X", "2:email-taken", "X" },
  { ANA, "Olson,Bo,,,A7K4M2P9Q,CAC,Sunrise\nOlson,Bo,bo@example.org,1234567,A7K4M2P9Q,CAC,Sunrise\n", "XX", "2:identifier-twice 3:identifier-twice", "XX" },
  { ANA PAO, "Lindqvist,Ana,ana@example.org,1234567,A7K4M2P9Q,Broker,Sunrise\n", "X", "2:fits-two-people", "X" },
  { ANA PAO, "Moua,Pao,,7654321,A7K4M2P9Q,Broker,Lake Help\n", "U", "", "=" },
  { ANA PAO, "Moua,Pao,pao@example.org,7654321,A7K4M2P9Q,Broker,Lake Help\n", "U", "", "=", MUSTER_KEY_EMAIL },
  { ANA, "Lindqvist,Ana,,1234567,,Broker,Sunrise\nLindqvist,Ana,ana@example.org,,,Broker,Sunrise\n", "XX", "2:person-twice 3:person-twice", "XX" },
  { ANA PAO, "Lindqvist,Ana,pao@example.org,1234567,,Broker,Sunrise\n", "=", "2:email-shared", "=" },
  /* The first that finds somebody decides; a stronger one that the person lacks is brought, another one is a contradiction */
  { "Lindqvist,Ana,ana@example.org,,,Broker,Sunrise\n", ANA, "U", "", "=" },
  { PAO, "Moua,Pao,pao@example.org,,B7K4M2P9Q,Navigator,Lake Help\n", "X", "2:email-taken", "X" },
  { PAO, "Moua,Pao,,7654321,A7K4M2P9Q,Navigator,Lake Help\n", "U", "", "=" },
  { ANA, "Lindqvist,Ana,new@example.org,1234567,,Broker,Sunrise\n", "U", "", "=" },
  { ANA, "Lindqvist,Ana,ana@example.org,7654321,,Broker,Sunrise\n", "U", "", "=", MUSTER_KEY_EMAIL },
  { ANA, "Lindqvist,Ana,new@example.org,1234567,,Broker,Sunrise\n", "X", "2:identifier-taken", "X", MUSTER_KEY_EMAIL },
  /* Somebody else of that identifier */
  { "Lindqvist,Ana,office@example.org,,,Broker,Sunrise\n", "Olson,Bo,office@example.org,7654321,,Broker,Sunrise\n", "X", "2:name-differs", "X" },
  { "Lindqvist,Ana,office@example.org,,,Broker,Sunrise\n", "Olson,Bo,office@example.org,,,Broker,Sunrise\n", "X", "2:name-differs", "X" },
  { "Lindqvist,Ana,office@example.org,,,Broker,Sunrise\n", "Olson,Ana,office@example.org,,,Broker,Sunrise\n", "U", "2:name-changed", "=" },
  { ANA, "Olson,Bo,,1234567,,Broker,Sunrise\n", "X", "2:name-differs", "X" },
  { ANA, "Olson,Bo,,1234567,,Broker,Sunrise\n", "S", "", "S", MUSTER_KEY_AUTO, MUSTER_MODE_INSERT },
  { ANA, "Olson,Bo,,1234567,,Broker,Sunrise\nOlson,Bo,,1234567,,CAC,Sunrise\n", "XX", "2:name-differs 3:name-differs", "XX" },
  { ANA, "Olson,Ana,,1234567,,Broker,Sunrise\n", "U", "2:name-changed", "=" },
  { ANA, "Lindqvist,Nan,,1234567,,Broker,Sunrise\n", "U", "2:name-changed", "=" },
  { ANA, "Ana,Lindqvist,,1234567,,Broker,Sunrise\n", "X", "2:names-swapped", "X" },
  { ANA, "ANA,LINDQVIST,,1234567,,Broker,Sunrise\n", "X", "2:names-swapped", "X" },
  { ANA, "Ana,Lindqvist,,1234567,,Broker,Sunrise\n", "S", "", "S", MUSTER_KEY_AUTO, MUSTER_MODE_INSERT },
  { ANA, "Lindqvist,A.,,1234567,,Broker,Sunrise\n", "=", "2:initial-only", "=" },
  { ANA, "L.,Ana,,1234567,,Broker,Sunrise\n", "=", "2:initial-only", "=" },
  { ANA, "Lindqvist,,,1234567,,Broker,Sunrise\n", "=", "", "=" },
  /* By name alone nobody is recognised */
  { ANA, "LINDQVIST,Ana,,,B7K4M2P9Q,CAC,Sunset\n", "X", "2:same-name", "X" },
  { ANA, "LINDQVIST,Ana,,,B7K4M2P9Q,CAC,Sunset\n", "X", "2:same-name", "X", MUSTER_KEY_AUTO, MUSTER_MODE_UPDATE },
  { ANA, "Lindqvist,Ana,,,B7K4M2P9Q,CAC,Sunset\nLindqvist,Ana,,,B7K4M2P9Q,Navigator,Sunset\n" PAO, "XXC", "2:same-name", "XX=" },
  { ANA, "Lindqvist,Ana M.,,,B7K4M2P9Q,CAC,Sunset\n", "X", "2:same-name", "X" },
  { ANA, "Lindqvist,Anabel,,,B7K4M2P9Q,CAC,Sunrise\n", "C", "", "=" },
  { ANA, "Lindqvist,Ana,,7654321,,Broker,Sunset\n", "C", "", "=" },
  { ANA, "Lindqvist,Ana,,7654321,,Broker,SUNRISE\n", "X", "2:same-name", "X" },
  { ANA, "Lindqvist,Ana,,,,Broker,Sunrise\nOlson,Bo,,,,Broker,Sunrise\n", "XR", "2:same-name 3:no-identifier", "XR" },
  { ANA, "Lindqvist,Ana,,,B7K4M2P9Q,CAC,Sunset\n" ANA, "C=", "", "==" },
  /* Businesses are no people */
  { NULL, ANA ",,office@example.org,7700001,,,Sunrise\n", "CS", "3:organisation", "=S" },
  { ANA, ",,office@example.org,1234567,,,Sunset\n", "U", "", "=" },
  { ANA, ",,office@example.org,1234567,,Agency,Sunset\n", "S", "2:organisation", "S" },
  /* Without a name whoever is known by a number is changed, and nobody is added */
  { ANA PAO, ",,new@example.org,1234567,,,\n,,,,A7K4M2P9Q,CAC,\n,,,7654321,,,\n,,ana@example.org,,,CAC,\n", "UURR", "4:no-name 5:no-name", "==RR" },
  { ANA, ",,ana@example.org,,,CAC,\n", "U", "", "=", MUSTER_KEY_EMAIL },
  { ANA, ",,,123x,,,\n", "R", "2:npn-form", "R" },
  /* How it is asked for */
  { ANA, ANA PAO, "SC", "", "SS", MUSTER_KEY_AUTO, MUSTER_MODE_INSERT },
  { ANA, "Lindqvist,Anna,ana@example.org,1234567,,Broker,Sunrise\n" PAO, "US", "2:name-changed", "=S", MUSTER_KEY_AUTO, MUSTER_MODE_UPDATE },
  { NULL, ANA PAO, "CR", "3:no-key", "=R", MUSTER_KEY_NPN },
  /* Rows that cannot be read */
  { NULL, "Lindqvist,Ana,,123x,,Broker,Sunrise\n" PAO, "RC", "2:npn-form", "R=" },
  { NULL, ANA ",,nobody@example.org,,,,\n", "CR", "3:no-name", "=R" },
  { NULL, "Lindqvist,Ana,ana@example.org,1234567,,Broker,Sunrise,more\n", "C", "2:ragged", "=" },
};

static void
check_case (OperationsFixture *fixture, const FateCase *fate_case)
{
  g_autofree char *text = g_strconcat (HEADER, fate_case->rows, NULL);
  g_autoptr (MusterSheet) sheet = read_text (fixture, text);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) dry = NULL, wet = NULL, again = NULL;
  g_autofree char *fates = NULL, *findings = NULL, *fates_again = NULL;

  options->key = fate_case->key;
  options->mode = fate_case->mode;
  options->accept_valid = TRUE;
  dry = make_plan (fixture, sheet, options);
  fates = dup_fates (dry);
  findings = dup_findings (dry);
  g_assert_cmpstr (fates, ==, fate_case->fates);
  g_assert_cmpstr (findings, ==, fate_case->findings);

  wet = import_text (fixture, text, fate_case->key, fate_case->mode, NULL);
  g_assert_cmpstr (wet->digest, ==, dry->digest);
  g_assert_cmpmem (wet->counts, sizeof wet->counts, dry->counts, sizeof dry->counts);

  again = import_text (fixture, text, fate_case->key, fate_case->mode, NULL);
  fates_again = dup_fates (again);
  g_assert_cmpstr (fates_again, ==, fate_case->again);
}

static void
test_fates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fate_cases); i++)
    {
      OperationsFixture fixture = { 0 };

      g_test_message ("%u: %s", i, fate_cases[i].rows);
      operations_fixture_set_up (&fixture, NULL);
      if (fate_cases[i].before != NULL)
        {
          g_autofree char *before = g_strconcat (HEADER, fate_cases[i].before, NULL);
          g_autoptr (MusterImportPlan) plan = import_text (&fixture, before, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);

          g_assert_cmpuint (plan->counts[MUSTER_FATE_CREATED], >, 0);
        }
      check_case (&fixture, &fate_cases[i]);
      operations_fixture_tear_down (&fixture, NULL);
    }
}

static void
test_what_is_kept (OperationsFixture *fixture, gconstpointer data)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  gint64 import_id, id, entries = count_entries (fixture);
  g_autoptr (MusterImportPlan) plan = import_text (fixture, HEADER ANA "Lindqvist,Ana,ana@example.org,1234567,,CAC,Sunrise\n" PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, &import_id);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterImport) record = muster_import_table_load (database, import_id, NULL);
  g_autoptr (GPtrArray) journal = muster_journal_query_list (database, &(MusterJournalFilter) { .operation = "import-roster" }, NULL);
  const MusterJournalEntry *entry = journal->pdata[0];
  g_autoptr (MusterAssister) person = NULL;
  g_autoptr (GPtrArray) affiliations = NULL;

  g_assert_cmpint (count_entries (fixture), ==, entries + 1);
  g_assert_cmpuint (record->rows, ==, 3);
  g_assert_cmpuint (record->counts[MUSTER_FATE_CREATED], ==, 2);
  g_assert_cmpuint (record->counts[MUSTER_FATE_UPDATED], ==, 1);
  g_assert_cmpstr (record->digest, ==, plan->digest);
  g_assert_nonnull (strstr (entry->detail, "file=roster.csv"));
  g_assert_nonnull (strstr (entry->detail, record->file_hash));
  g_assert_nonnull (strstr (entry->detail, "created=2"));

  id = find_person (fixture, "1234567");
  affiliations = muster_people_table_list_affiliations (database, id, NULL);
  muster_store_read_done (store, database);
  person = load_person (fixture, id);
  g_assert_cmpstr (person->given_name, ==, "Ana");
  g_assert_true (person->active);
  g_assert_cmpint (affiliations->len, ==, 1);
  g_assert_cmpstr (((const MusterAffiliation *) affiliations->pdata[0])->agency_name, ==, "Sunrise");
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_APPLICANT);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_CAC, NULL), ==, MUSTER_STATE_APPLICANT);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_NONE);
}

/* An import makes applicants: it neither certifies nor brings anybody back. */
static void
test_lifecycle_is_left_alone (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  gint64 id = find_person (fixture, "1234567");
  g_autoptr (MusterImportPlan) second = NULL, third = NULL;
  g_autofree char *fates = NULL, *findings = NULL;

  take_step (fixture, id, MUSTER_ASSISTER_BROKER, MUSTER_VERB_CERTIFY, NULL);
  second = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_assert_cmpuint (second->counts[MUSTER_FATE_UNCHANGED], ==, 1);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);

  operations_fixture_set_day ("2026-03-12");
  take_step (fixture, id, MUSTER_ASSISTER_BROKER, MUSTER_VERB_INACTIVATE, NULL);
  third = import_text (fixture, HEADER "Lindqvist,Ana,new@example.org,1234567,,CAC,Sunset\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  fates = dup_fates (third);
  findings = dup_findings (third);
  g_assert_cmpstr (fates, ==, "U");
  g_assert_cmpstr (findings, ==, "2:not-active");
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_INACTIVE);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_CAC, NULL), ==, MUSTER_STATE_NONE);
}

static void
test_nothing_done (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rows;
    gboolean accept_valid;
    gboolean imported;
  } cases[] = {
    { ANA "Olson,Bo,,1x,,,\n", FALSE, FALSE },
    { ANA "Olson,Bo,,1x,,,\n", TRUE, TRUE },
    { ANA, FALSE, FALSE }, /* as it is already */
    { PAO "Xiong,Mai,ana@example.org,99,,CAC,\n", FALSE, TRUE }, /* a conflict does not hold up the others */
  };

  /* The sign-in is an entry too. */
  operations_fixture_open (fixture, FIXTURE_KIM);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].rows, NULL);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      MusterImportRequest request = { sheet, options, NULL };
      MusterImportResult result = { 0 };
      gint64 entries = count_entries (fixture);

      options->accept_valid = cases[i].accept_valid;
      run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
      g_assert_nonnull (result.plan);
      g_assert_cmpint (result.import_id > 0, ==, cases[i].imported);
      g_assert_cmpint (count_entries (fixture), ==, entries + cases[i].imported);
      muster_import_plan_free (result.plan);
    }
}

static void
test_expect (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, HEADER ANA PAO);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) before = make_plan (fixture, sheet, options);
  g_autoptr (MusterImportPlan) meanwhile = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterSheet) sheet_again = read_text (fixture, HEADER ANA PAO);
  g_autoptr (MusterImportPlan) after = make_plan (fixture, sheet_again, options);
  MusterImportRequest request = { sheet, options, before->digest };
  MusterImportResult result = { 0 };

  g_assert_cmpstr (before->digest, !=, after->digest);
  run_badly (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result, MUSTER_ERROR_RULE);
  request.expect = after->digest;
  run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
  g_assert_cmpint (result.import_id, >, 0);
  muster_import_plan_free (result.plan);
}

static MusterSheet *
read_many (OperationsFixture *fixture, guint n)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Person,Number%u,p%u@example.org,%u,,Broker,Sunrise\n", i, i, 1000 + i);
  return read_text (fixture, text->str);
}

/* Cancels when the writing has begun. */
static void
progress_cb (MusterStore *store, double fraction, const char *text, gpointer user_data)
{
  if (fraction > 0)
    g_cancellable_cancel (user_data);
}

static void
ran_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (muster_store_run_finish (MUSTER_STORE (object), result, error));
}

static void
test_cancel (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_many (fixture, 20000);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterImportRequest request = { sheet, options, NULL };
  MusterImportResult result = { 0 };
  gint64 entries = count_entries (fixture);
  gulong handler = g_signal_connect (store, "progress", G_CALLBACK (progress_cb), cancellable);

  muster_store_run_async (store, &muster_import_roster, &request, &result, NULL, NULL, cancellable, ran_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (store, handler);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (result.plan);
  g_assert_cmpint (count_entries (fixture), ==, entries);
  g_assert_cmpint (find_person (fixture, "1000"), ==, 0);

  run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
  g_assert_cmpuint (result.plan->counts[MUSTER_FATE_CREATED], ==, 20000);
  g_assert_cmpint (find_person (fixture, "5999"), >, 0);
  muster_import_plan_free (result.plan);
}

static void
test_who_may (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, HEADER ANA);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  MusterImportRequest request = { sheet, options, NULL };

  run_badly (fixture, FIXTURE_JO, &muster_import_roster, &request, NULL, MUSTER_ERROR_FORBIDDEN);
}

static const struct
{
  const char *header;
  MusterImportKey key;
  const char *named; /* NULL: it can work */
} option_cases[] = {
  { "Name,NPN", MUSTER_KEY_AUTO, NULL },
  { "Last Name,E-mail", MUSTER_KEY_AUTO, NULL },
  { "Name,NPN,Phone,Cell Phone", MUSTER_KEY_AUTO, NULL },
  { "Name,NPN,SSN", MUSTER_KEY_AUTO, "social security" },
  { "NPN,E-mail", MUSTER_KEY_AUTO, NULL }, /* it may be somebody's */
  { "E-mail,Phone", MUSTER_KEY_AUTO, "name" },
  { "E-mail,Phone", MUSTER_KEY_EMAIL, NULL },
  { "Name,Phone", MUSTER_KEY_AUTO, NULL }, /* somebody may have the name */
  { "Name,NPN", MUSTER_KEY_EMAIL, "known by" },
};

/* More rows than are read at once: what is found stands by its line, and every tenth person’s row is followed by one in another role. */
static void
test_many_rows (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (MusterImportPlan) plan = NULL, again = NULL;
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_printf (text, "Berg,Number%u,b%u@example.org,%u,,Broker,Sunrise\n", i, i, 1000000 + i);
      if (i % 10 == 0)
        g_string_append_printf (text, "Berg,Number%u,b%u@example.org,%u,,Navigator,Sunrise\n", i, i, 1000000 + i);
      if (i % 10 == 5)
        g_string_append_printf (text, "Olson,Bad%u,c%u@example.org,12AB,,Broker,Sunrise\n", i, i);
    }
  plan = import_text (fixture, text->str, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_assert_cmpuint (plan->counts[MUSTER_FATE_CREATED], ==, 1000);
  g_assert_cmpuint (plan->counts[MUSTER_FATE_UPDATED], ==, 100);
  g_assert_cmpuint (plan->counts[MUSTER_FATE_REJECTED], ==, 100);
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      if (!finding->is_error)
        continue;
      g_assert_cmpuint (plan->fates[finding->row], ==, MUSTER_FATE_REJECTED);
      g_assert_cmpuint (finding->line, ==, finding->row + 2);
      n++;
    }
  g_assert_cmpuint (n, ==, 100);
  again = import_text (fixture, text->str, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_assert_cmpuint (again->counts[MUSTER_FATE_UNCHANGED], ==, 1100);
  g_assert_cmpuint (again->counts[MUSTER_FATE_REJECTED], ==, 100);
}

/* A file without names updates whom it knows by a number, and is refused where it knows nobody. */
static void
test_without_names (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) before = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) plan = NULL, none = NULL;
  g_autoptr (MusterSheet) sheet = read_text (fixture, "NPN,Phone\n1234567,612-555-0142\n7654321,612-555-0143\n"), strangers = read_text (fixture, "NPN,Phone\n7654321,612-555-0143\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL), others = muster_import_options_new (strangers, NULL);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  g_autofree char *fates = NULL, *findings = NULL;
  g_autoptr (GError) error = NULL;
  MusterDatabase *database;

  plan = make_plan (fixture, sheet, options);
  fates = dup_fates (plan);
  findings = dup_findings (plan);
  g_assert_cmpstr (fates, ==, "UR");
  g_assert_cmpstr (findings, ==, "3:no-name");
  database = muster_store_read (store, NULL);
  none = muster_import_plan_new (database, strangers, others, NULL, NULL, NULL, &error);
  muster_store_read_done (store, database);
  g_assert_null (none);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

/* A file of few rows with names under a header that nobody knows: that is said once, and which column it is. */
static void
test_unknown_names (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) before = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterSheet) sheet = read_text (fixture, "NPN,Who,Remark code\n1234567,Lindqvist,A1\n7654321,Moua,B2\n7654322,Ng,B2\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
  g_autofree char *fates = dup_fates (plan), *findings = dup_findings (plan), *folder = g_build_filename (fixture->folder, "results", NULL);
  g_autofree char *rejected = g_build_filename (folder, "rejected.csv", NULL), *text = NULL;
  const MusterFinding *finding = plan->findings->pdata[plan->findings->len - 1];
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (fates, ==, "=RR");
  g_assert_cmpstr (findings, ==, "1:column-ignored 1:column-ignored 1:no-name");
  g_assert_nonnull (strstr (finding->message, "2 rows"));
  g_assert_nonnull (strstr (finding->message, "“Who”"));
  g_assert_null (strstr (finding->message, "Remark"));
  g_assert_true (muster_import_plan_write_results (plan, folder, &error));
  g_assert_true (g_file_get_contents (rejected, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "no-name"));
}

static void
test_options (OperationsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (option_cases); i++)
    {
      g_autofree char *text = g_strconcat (option_cases[i].header, "\nx,1,2\n", NULL);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", option_cases[i].header);
      options->key = option_cases[i].key;
      g_assert_cmpint (muster_import_options_check (options, sheet, &error), ==, option_cases[i].named == NULL);
      if (option_cases[i].named == NULL)
        continue;
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, option_cases[i].named));
    }
}

static void
test_map (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, "Name,NPN,Producer_No.,SSN\nAna,1,2,3\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportOptions) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_import_options_map (options, sheet, MUSTER_FIELD_NPN, "producer no", &error));
  g_assert_no_error (error);
  g_assert_cmpint (options->fields[1], ==, MUSTER_FIELD_IGNORE);
  g_assert_cmpint (options->fields[2], ==, MUSTER_FIELD_NPN);
  copy = muster_import_options_copy (options);
  g_assert_cmpmem (copy->fields, 4 * sizeof *copy->fields, options->fields, 4 * sizeof *options->fields);

  /* Calling it something else does not let it in. */
  g_assert_true (muster_import_options_map (options, sheet, MUSTER_FIELD_IGNORE, "SSN", NULL));
  g_assert_false (muster_import_options_check (options, sheet, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_clear_error (&error);
  g_assert_false (muster_import_options_map (options, sheet, MUSTER_FIELD_NPN, "Shoe size", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Producer_No."));
}

static void
assert_file (OperationsFixture *fixture, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (fixture->folder, "results", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  if (!g_pattern_match_simple (expected, text))
    g_error ("%s: %s", name, text);
}

/* What must be in no file is said of a column that is not read, too: counted, and never repeated. Nine digits under “ZIP” are what they say. */
static void
test_ssn_in_ignored_columns (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, "Name,NPN,Comments,Zip,Shelf\n"
                                                      "Bo Olson,1234567,called 219-09-9999 back,554011234,A\n"
                                                      "Ana Roe,1234568,219 09 9998,554011234,B\n"
                                                      "Pao Moua,1234569,nothing,554011234,219099997\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
  guint n = 0;

  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      g_assert_null (strstr (finding->message, "219"));
      if (!g_str_equal (finding->rule, "ssn-ignored"))
        continue;
      g_assert_cmpstr (finding->column, ==, n == 0 ? "Comments" : "Shelf");
      g_assert_nonnull (strstr (finding->message, n == 0 ? "2 cells of this column look like" : "1 cell of this column looks like"));
      g_assert_true (!finding->is_error && !finding->is_note && finding->value == NULL && finding->row == MUSTER_FINDING_NO_ROW);
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (plan->counts[MUSTER_FATE_CREATED], ==, 3);
}

/* What a column holds overrules what its header may mean. */
static void
test_contact_columns (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *fields;
  } cases[] = {
    { "Agent,Contact,NPN,Phone\nBo Olson,a@example.org,1234567,651-555-0210\nAna Roe,b@example.org,1234568,651-555-0211\nPao Moua,c@example.org,1234569,651-555-0212\n", "name email npn phone " },
    { "Contact,Agent Name,NPN,Phone\n651-555-0213,Bo Olson,1234567,651-555-0210\n651-555-0214,Ana Roe,1234568,651-555-0211\n651-555-0215,Pao Moua,1234569,651-555-0212\n", "phone name npn phone " },
    { "Contact,Email,NPN,First,Last\na@example.org,d@example.org,1,Bo,Olson\nb@example.org,e@example.org,2,Ana,Roe\nc@example.org,f@example.org,3,Pao,Moua\n", "ignore email npn given-name family-name " },
    { "Name,NPN,Work Ph.,Home Ph\nBo Olson,1,651-555-0210,651-555-0211\n", "name npn phone other-phone " },
    { "Contact,NPN\nBo Olson,1234567\nAna Roe,1234568\nc@example.org,1234569\n", "name npn " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterSheet) sheet = read_text (fixture, cases[i].text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (GString) fields = g_string_new (NULL);

      for (guint j = 0; j < options->n_fields; j++)
        g_string_append_printf (fields, "%s ", muster_import_field_to_code (options->fields[j]));
      g_assert_cmpstr (fields->str, ==, cases[i].fields);
    }
}

/* Several phones have one header, and a column without a header is not left out in silence. */
static void
test_repeated_headers (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, "Name,NPN,Cell,Cell,cell,,Phone,Phone\n"
                                                      "Bo Olson,1234567,651-555-0210,651-555-0211,651-555-0212,blue,651-555-0213,651-555-0214\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
  g_autofree char *findings = dup_findings (plan);
  MusterImportRow row;

  g_assert_cmpstr (muster_sheet_get_header (sheet, 3), ==, "Cell (2)");
  g_assert_cmpstr (muster_sheet_get_header (sheet, 4), ==, "cell (3)");
  g_assert_cmpstr (findings, ==, "1:no-type 1:column-headless");
  muster_import_plan_read_row (plan, 0, &row);
  g_assert_cmpstr (row.person.npn, ==, "1234567");
  g_assert_cmpstr (row.person.phone, ==, "(651) 555-0210");
  g_assert_cmpstr (row.person.other_phones, ==, "(651) 555-0211; (651) 555-0212; (651) 555-0213; (651) 555-0214");
  muster_import_row_clear (&row);
}

/* A spreadsheet takes the zeros away, and the register keeps them; a number with more of them is news. */
/* That nobody has a role is said once, of the file, and of somebody new only. */
static void
test_no_roles (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) empty = import_text (fixture, "Last Name,First Name,NPN,Role\nBerg,Ida,1,\nOlson,Bo,2,\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) known = import_text (fixture, "Last Name,First Name,NPN,Phone\nBerg,Ida,1,612-555-0142\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) without = import_text (fixture, "Last Name,First Name,NPN\nBerg,Ida,1\nLund,Al,3\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autofree char *of_empty = dup_findings (empty), *of_known = dup_findings (known), *of_without = dup_findings (without);

  g_assert_cmpstr (of_empty, ==, "1:no-type");
  g_assert_cmpstr (((MusterFinding *) empty->findings->pdata[0])->column, ==, "Role");
  g_assert_cmpstr (of_known, ==, "");
  g_assert_cmpstr (of_without, ==, "1:no-type");
}

static void
test_lost_zeros (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *number;
    const char *fates;
    const char *findings;
  } cases[] = { { "12345", "=", "2:zeros-lost" }, { "0012345", "=", "" }, { "00012345", "U", "" }, { "12346", "U", "" }, { "012345", "U", "" } };
  g_autoptr (MusterImportPlan) first = import_text (fixture, "Name,NPN,License Number\nBo Olson,1234567,0012345\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,NPN,License Number\nBo Olson,1234567,%s\n", cases[i].number);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
      g_autofree char *fates = dup_fates (plan);
      g_autofree char *findings = dup_findings (plan);

      g_test_message ("%s", cases[i].number);
      g_assert_cmpstr (fates, ==, cases[i].fates);
      g_assert_cmpstr (findings, ==, cases[i].findings);
    }
}

/* Nobody new is called what is no name of one person; what is meant is proposed where it can be told. */
static void
test_damaged_names (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *fates;
    const char *fix;
  } cases[] = {
    { "Jos\uFFFD Roe", "R", NULL },
    { "JosÃ© Núñez", "C", NULL }, /* both cannot be */
    { "JosÃ© Roe", "R", "José Roe" },
    { "\"Smith, John - TERMINATED\"", "R", "Smith, John" },
    { "Mr & Mrs Smith", "R", NULL },
    { "John and Mary Smith", "R", NULL },
    { "JOÃO ROE", "C", NULL },
    { "José Ortega y Gasset", "C", NULL },
    { "Anne-Marie Roe", "C", NULL },
    { "Alexander Andersen", "C", NULL },
    { "Smith & Sons Insurance Agency", "S", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,NPN,Agency\n%s,1234567,Sunrise\n", cases[i].name);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
      g_autofree char *fates = dup_fates (plan);
      const char *fix = NULL;

      for (guint j = 0; j < plan->findings->len; j++)
        if (g_str_equal (((MusterFinding *) plan->findings->pdata[j])->rule, "name-damaged"))
          fix = ((MusterFinding *) plan->findings->pdata[j])->fix;
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (fates, ==, cases[i].fates);
      g_assert_cmpstr (fix, ==, cases[i].fix);
    }
}

/* A whole column of them is no column of identifiers, whatever its header. */
static void
test_ssn_columns (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const headers[] = { "Assister ID", "License Number", "NPN", "ID", "Member No", "Agency NPN" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Email,%s\nBo Olson,a@example.org,219099999\nAna Roe,b@example.org,457555462\nPao Moua,c@example.org,219099998\n", headers[i]);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (muster_import_options_check (options, sheet, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, headers[i]));
      g_assert_null (strstr (error->message, "2190"));
    }
}

/* License numbers of nine digits: refused with the way out, unless they are a series, which is said once. */
static void
test_licences_of_nine_digits (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *numbers[3];
    const char *findings; /* %NULL: refused */
  } files[] = {
    { { "219099999", "457555462", "219099998" }, NULL },
    { { "219-09-9999", "457-55-5462", "219-12-8765" }, NULL },
    { { "300123456", "300123987", "300124511" }, "1:nine-digits" },
    { { "MN-219099999", "MN-457555462", "MN-219099998" }, "" },
    { { "MN219099999", "MN457555462", "MN219099998" }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Email,License Number,Type\nBo Olson,a@example.org,%s,Broker\nAna Roe,b@example.org,%s,Broker\nPao Moua,c@example.org,%s,Broker\n",
                                               files[i].numbers[0], files[i].numbers[1], files[i].numbers[2]);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (MusterImportPlan) plan = NULL;
      g_autofree char *findings = NULL;
      g_autoptr (GError) error = NULL;

      if (files[i].findings == NULL)
        {
          g_assert_false (muster_import_options_check (options, sheet, &error));
          g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
          g_assert_nonnull (strstr (error->message, i == 0 ? "MN-123456789" : "Take the column out"));
          continue;
        }
      plan = make_plan (fixture, sheet, options);
      findings = dup_findings (plan);
      g_assert_cmpstr (findings, ==, files[i].findings);
      g_assert_cmpuint (plan->counts[MUSTER_FATE_CREATED], ==, 3);
    }
}

/* Nine digits are an identifier if the column says so, but nothing repeats them. */
static void
test_nine_digits (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, HEADER "Olson,Bo,,,219099999,CAC,\nOlson,Bob,,,219099999,CAC,\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
  g_autofree char *findings = dup_findings (plan);

  g_assert_cmpstr (findings, ==, "2:ssn-shaped 2:identifier-twice 3:ssn-shaped 3:identifier-twice");
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];

      g_assert_null (strstr (finding->message, "219099999"));
      g_assert_cmpstr (finding->value, !=, "219099999");
    }
}

static void
test_results (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) before = import_text (fixture, HEADER ANA "Vang,Kia,kia@example.org,5,,Broker,Sunrise\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) plan = import_text (fixture,
                                                   "Last Name,First Name,E-mail,NPN,Note\n"
                                                   "Lindqvist,Anna,ana@example.org,1234567,=1+1\n"
                                                   "Moua,Pao,pao@example.org,,\n"
                                                   "Olson,Bo,,12x,123-45-6789\n"
                                                   "Vang,Kia,kia@example.org,99,@home\n"
                                                   "Moua,Pao,pao@example.org,,\n",
                                                   MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "results", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_import_plan_write_results (plan, folder, &error));
  g_assert_no_error (error);
  assert_file (fixture, "created.csv", "line,Last Name,First Name,E-mail,NPN,Note\r\n3,Moua,Pao,pao@example.org,,\r\n");
  assert_file (fixture, "updated.csv", "line,person,Last Name,*\r\n2,P-1,Lindqvist,*,'=1+1\r\n");
  assert_file (fixture, "rejected.csv", "line,rule,reason,*\r\n4,npn-form,*,Olson,Bo,,12x,\r\n5,email-taken,*,Vang,Kia,*,'@home\r\n");
  assert_file (fixture, "skipped.csv", "line,rule,reason,*\r\n6,duplicate,*line 3*,Moua,Pao,*\r\n");
}

/* Who was not to be imported at all is among the results, too. */
static void
test_results_of_skipped (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) before = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) plan = import_text (fixture, HEADER ANA PAO, MUSTER_KEY_AUTO, MUSTER_MODE_INSERT, NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "results", NULL);

  g_assert_true (muster_import_plan_write_results (plan, folder, NULL));
  assert_file (fixture, "skipped.csv", "line,rule,reason,*\r\n2,skipped,*on the roster*,Lindqvist,Ana,*\r\n");
}

static char *
read_result (OperationsFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, "results", name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static MusterImportPlan *
import_with_results (OperationsFixture *fixture, const char *text)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "results", NULL);
  MusterImportPlan *plan = import_text (fixture, text, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);

  g_assert_true (muster_import_plan_write_results (plan, folder, NULL));
  return plan;
}

/* What was rejected is corrected in the file that says why, and read in again; as often as it takes. */
static void
test_results_again (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_with_results (fixture, "Last Name,First Name,NPN,Phone\nMoua,Pao,55,+45 33 12 34 56\nOlson,Bo,12x,\n\nVang,Kia,13x,\n");
  g_autofree char *rejected = read_result (fixture, "rejected.csv");
  g_autoptr (GString) corrected = g_string_new (rejected);
  g_autoptr (MusterImportPlan) second = NULL, third = NULL, fourth = NULL;
  g_autofree char *again = NULL, *fates = NULL, *created = read_result (fixture, "created.csv");

  g_assert_nonnull (strstr (created, "'+45"));
  fourth = import_with_results (fixture, created);
  fates = dup_fates (fourth);
  g_assert_cmpstr (fates, ==, "=");

  g_assert_cmpuint (g_string_replace (corrected, ",12x,", ",1234,", 0), ==, 1);
  second = import_with_results (fixture, corrected->str);
  g_assert_cmpuint (second->counts[MUSTER_FATE_CREATED], ==, 1);
  g_assert_cmpuint (second->counts[MUSTER_FATE_REJECTED], ==, 1);
  g_assert_cmpint (find_person (fixture, "1234"), >, 0);

  again = read_result (fixture, "rejected.csv");
  g_assert_true (g_str_has_prefix (again, "line,rule,reason,Last Name,First Name,NPN,Phone\r\n"));
  g_string_assign (corrected, again);
  g_assert_cmpuint (g_string_replace (corrected, ",13x,", ",1300,", 0), ==, 1);
  third = import_with_results (fixture, corrected->str);
  g_assert_cmpuint (third->counts[MUSTER_FATE_CREATED], ==, 1);
  g_assert_cmpuint (third->counts[MUSTER_FATE_REJECTED], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/operations/import/fates", test_fates);
  operations_fixture_add ("/operations/import/many-rows", test_many_rows);
  operations_fixture_add ("/operations/import/what-is-kept", test_what_is_kept);
  operations_fixture_add ("/operations/import/lifecycle", test_lifecycle_is_left_alone);
  operations_fixture_add ("/operations/import/nothing-done", test_nothing_done);
  operations_fixture_add ("/operations/import/expect", test_expect);
  operations_fixture_add ("/operations/import/cancel", test_cancel);
  operations_fixture_add ("/operations/import/who-may", test_who_may);
  operations_fixture_add ("/operations/import/options", test_options);
  operations_fixture_add ("/operations/import/map", test_map);
  operations_fixture_add ("/operations/import/nine-digits", test_nine_digits);
  operations_fixture_add ("/operations/import/licences-of-nine-digits", test_licences_of_nine_digits);
  operations_fixture_add ("/operations/import/without-names", test_without_names);
  operations_fixture_add ("/operations/import/unknown-names", test_unknown_names);
  operations_fixture_add ("/operations/import/contact-columns", test_contact_columns);
  operations_fixture_add ("/operations/import/lost-zeros", test_lost_zeros);
  operations_fixture_add ("/operations/import/no-roles", test_no_roles);
  operations_fixture_add ("/operations/import/damaged-names", test_damaged_names);
  operations_fixture_add ("/operations/import/repeated-headers", test_repeated_headers);
  operations_fixture_add ("/operations/import/ssn-columns", test_ssn_columns);
  operations_fixture_add ("/operations/import/ssn-in-ignored-columns", test_ssn_in_ignored_columns);
  operations_fixture_add ("/operations/import/results", test_results);
  operations_fixture_add ("/operations/import/results-of-skipped", test_results_of_skipped);
  operations_fixture_add ("/operations/import/results-again", test_results_again);
  return g_test_run ();
}
