/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"

#define BO "Olson,Bo,bo@example.org,7654321,,Broker,Sunrise\n"

static const struct
{
  const char *rows;
  const char *missing; /* by NPN and Assister ID */
} cases[] = {
  { ANA, "7654321 " },
  { ANA BO, "" },
  { PAO, "" },
  { "Xiong,Mai,mai@example.org,55,,CAC,sunrise\n", "1234567 7654321 " },
  { "Xiong,Mai,mai@example.org,55,,CAC,Elsewhere\n", "" },
  /* Whom a row speaks of is there, whatever becomes of the row. */
  { ANA "Olson,Bo,bo@example.org,76x,,Broker,Sunrise\n", "" },
  { ANA "Olson,Bo,ana@example.org,7654321,,Broker,Sunrise\n", "" },
  { ANA "Olson,Bo,other@example.org,,C7K4M2P9Q,Broker,Lake Help\n", "A7K4M2P9Q " },
  /* Nor does a wrong identifier make somebody missing whom what is proposed fits, or the name. */
  { ANA "Olsen,B.,,7654321.00E0,,Broker,Sunrise\n", "7654321 " },
  { ANA "Olsen,B.,,7.654321E6,,Broker,Sunrise\n", "" },
  { ANA "Olsen,B.,\"Bo <bo@example.org>\",,,Broker,Sunrise\n", "" },
  { ANA "Olson,Bo,,7O54321,,Broker,Sunrise\n", "" },
  { ANA "Olson,Bo,b@,7.65E6,,Broker,Sunrise\n", "" },
  { ANA "Olsen,Bo,b@,7.65E6,,Broker,Sunrise\n", "7654321 " },
  { ANA "Olson,Bo,,1234567,,Broker,Sunrise\n", "" }, /* with the NPN of another */
  /* A comma too many shifts the cells, but the person is there; and whom a name hides is not known to be missing. */
  { ANA "Olsen,Bo,Jr,,7654321,,Broker,Sunrise\n", "" },
  { ANA "\"Xiong, 3030303 Olson\",B,b@example.org,55,,Broker,Sunrise\n", "" },
};

static char *
dup_missing (OperationsFixture *fixture, const MusterImportPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->missing->len; i++)
    {
      g_autoptr (MusterAssister) person = load_person (fixture, g_array_index (plan->missing, gint64, i));

      g_string_append_printf (text, "%s ", person->npn != NULL ? person->npn : person->assister_id);
    }
  return g_string_free_and_steal (text);
}

static void
test_who (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA BO PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].rows, NULL);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
      g_autofree char *missing = dup_missing (fixture, plan);

      g_test_message ("%u", i);
      g_assert_cmpstr (missing, ==, cases[i].missing);
      g_assert_cmpuint (plan->n_inactivated, ==, 0);
    }
}

static guint
count_rule (const MusterImportPlan *plan, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < plan->findings->len; i++)
    n += g_str_equal (((const MusterFinding *) plan->findings->pdata[i])->rule, rule);
  return n;
}

/* Where the file has the column, what is said for the whole file fills it up only, and that is said. */
static void
test_constant_beside_column (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, HEADER ANA);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = NULL;

  g_set_str (&options->constants.agency, "Elsewhere");
  plan = make_plan (fixture, sheet, options);
  g_assert_cmpuint (count_rule (plan, "column-goes-before"), ==, 1);
}

/* The agency may be the same for the whole file. */
static void
test_constant (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA BO PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterSheet) sheet = read_text (fixture, "Name,NPN\nAna Lindqvist,1234567\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) without = make_plan (fixture, sheet, options);
  g_autoptr (MusterImportPlan) with = NULL;
  g_autofree char *missing = NULL;

  g_assert_cmpuint (without->missing->len, ==, 0);
  g_set_str (&options->constants.agency, "SUNRISE");
  with = make_plan (fixture, sheet, options);
  missing = dup_missing (fixture, with);
  g_assert_cmpstr (missing, ==, "7654321 ");
  g_assert_cmpuint (count_rule (with, "column-goes-before"), ==, 0);
}

/* A row that somebody leaves out still speaks of its person. */
static void
test_left_out (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA BO PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterSheet) sheet = read_text (fixture, HEADER ANA "Olson,Bo,,76x,,Broker,Sunrise\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = NULL;

  muster_import_options_leave_out (options, 1, TRUE);
  plan = make_plan (fixture, sheet, options);
  g_assert_cmpuint (plan->missing->len, ==, 0);
}

static void
assert_left (OperationsFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, id, NULL);
  g_autoptr (MusterAssister) person = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const MusterCertificationEvent *last;

  g_assert_true (g_date_valid (&((const MusterAffiliation *) affiliations->pdata[0])->through));
  muster_store_read_done (store, database);
  person = load_person (fixture, id);
  g_assert_false (person->active);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_INACTIVE);
  events = list_events (fixture, id);
  last = events->pdata[events->len - 1];
  g_assert_nonnull (strstr (last->reason, "roster.csv"));
}

static void
test_inactivate (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA BO PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterSheet) sheet = read_text (fixture, HEADER ANA);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
  g_autoptr (MusterImportPlan) done = NULL, again = NULL, nothing = NULL;
  gint64 bo = find_person (fixture, "7654321"), ana = find_person (fixture, "1234567"), import_id;

  /* Proposed, and no more. */
  nothing = carry_out (fixture, sheet, options, &import_id);
  g_assert_cmpint (import_id, ==, 0);
  muster_import_options_inactivate (options, ana, TRUE); /* who is there is not missing, whatever was chosen */
  muster_import_options_inactivate (options, bo, TRUE);
  done = carry_out (fixture, sheet, options, &import_id);
  g_assert_cmpint (import_id, >, 0);
  g_assert_cmpuint (done->n_inactivated, ==, 1);
  g_assert_cmpstr (done->digest, !=, plan->digest);
  assert_left (fixture, bo);
  g_assert_cmpint (get_state (fixture, ana, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_APPLICANT);

  again = carry_out (fixture, sheet, options, &import_id);
  g_assert_cmpint (import_id, ==, 0);
  g_assert_cmpuint (again->missing->len, ==, 0);
}

static void
test_inactivate_all (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA BO PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterSheet) sheet = read_text (fixture, HEADER "Xiong,Mai,mai@example.org,55,,CAC,Sunrise\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) done = NULL;

  options->inactivate_missing = TRUE;
  done = carry_out (fixture, sheet, options, NULL);
  g_assert_cmpuint (done->n_inactivated, ==, 2);
  assert_left (fixture, find_person (fixture, "1234567"));
  assert_left (fixture, find_person (fixture, "7654321"));
  g_assert_cmpint (get_state (fixture, find_person (fixture, "A7K4M2P9Q"), MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_APPLICANT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/import-missing/who", test_who);
  operations_fixture_add ("/operations/import-missing/constant", test_constant);
  operations_fixture_add ("/operations/import-missing/constant-beside-column", test_constant_beside_column);
  operations_fixture_add ("/operations/import-missing/left-out", test_left_out);
  operations_fixture_add ("/operations/import-missing/inactivate", test_inactivate);
  operations_fixture_add ("/operations/import-missing/inactivate-all", test_inactivate_all);
  return g_test_run ();
}
