/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#define ROSTER "Last Name,First Name,NPN,Type,Agency\n"

static const MusterFinding *
find (const MusterImportPlan *plan, const char *rule, guint nth)
{
  for (guint i = 0; i < plan->findings->len; i++)
    if (g_str_equal (((const MusterFinding *) plan->findings->pdata[i])->rule, rule) && nth-- == 0)
      return plan->findings->pdata[i];
  return NULL;
}

static MusterImportPlan *
plan_text (OperationsFixture *fixture, const char *text)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, text);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);

  return make_plan (fixture, sheet, options);
}

/* Into a register without agencies every agency is new, which nobody has to look into. */
static void
test_first (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) plan = plan_text (fixture, ROSTER "Lindqvist,Ana,1,Broker,Sunrise\nOlson,Bo,2,Broker,SUNRISE\nMoua,Pao,3,Broker,Lake Help\nBerg,Ida,4x,Broker,Nobody\n");
  g_autofree char *names = muster_import_plan_dup_new_agencies (plan);

  g_assert_cmpstr (names, ==, "“Sunrise”, “Lake Help”");
  g_assert_true (find (plan, "agency-unknown", 0)->is_note);
  g_assert_cmpuint (find (plan, "agency-unknown", 0)->row, ==, MUSTER_FINDING_NO_ROW);
  g_assert_nonnull (find (plan, "agency-unknown", 1));
  g_assert_null (find (plan, "agency-unknown", 2));
}

static void
test_likely (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterSheet) sheet = read_text (fixture, ROSTER "Olson,Bo,7,Broker,Sunrize\nBerg,Ida,8,Broker,sunrize\nVang,Kia,9,Broker,Riverside\nVue,Mai,10,Broker,Lake-Help Inc.\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options), after = NULL;
  const MusterFinding *finding = find (plan, "agency-unknown", 0);
  g_autofree char *names = NULL;

  g_assert_cmpuint (plan->new_agencies->len, ==, 3);
  g_assert_false (finding->is_note);
  g_assert_false (finding->is_error);
  g_assert_cmpstr (finding->column, ==, "Agency");
  g_assert_cmpstr (finding->value, ==, "Sunrize");
  g_assert_cmpstr (finding->fix, ==, "Sunrise");
  g_assert_nonnull (strstr (finding->message, "2 rows would make it, the first on line 2"));
  g_assert_cmpstr (find (plan, "agency-unknown", 1)->fix, ==, NULL);
  g_assert_cmpstr (find (plan, "agency-unknown", 2)->fix, ==, "Lake Help");

  /* One answer for all rows that have it; what is left is new, and is made. */
  g_assert_true (muster_import_options_take (options, plan, finding));
  g_assert_cmpuint (muster_import_options_count_fixes (options), ==, 2);
  g_assert_true (muster_import_options_take (options, plan, find (plan, "agency-unknown", 2)));
  after = carry_out (fixture, sheet, options, NULL);
  names = muster_import_plan_dup_new_agencies (after);
  g_assert_cmpstr (names, ==, "“Riverside”");
  g_assert_cmpuint (after->counts[MUSTER_FATE_CREATED], ==, 4);
}

/* Who is certified does not change the agency unseen. */
static void
test_move (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autofree char *home = g_strdup_printf (ROSTER "Lindqvist,%s,%s,Broker,Sunrise\n", person->given_name, person->npn);
  g_autofree char *away = g_strdup_printf (ROSTER "Lindqvist,%s,%s,Broker,Sunset\n", person->given_name, person->npn);
  g_autoptr (MusterImportPlan) stays = import_text (fixture, home, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) again = plan_text (fixture, home), moves = plan_text (fixture, away);
  g_autofree char *fates = dup_fates (moves);

  g_assert_null (find (again, "agency-changes", 0));
  g_assert_cmpstr (fates, ==, "U");
  g_assert_nonnull (find (moves, "agency-changes", 0));
  g_assert_cmpstr (find (moves, "agency-changes", 0)->column, ==, "Agency");
  g_assert_nonnull (strstr (find (moves, "agency-changes", 0)->message, "from “Sunrise” to “Sunset”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/import-agencies/first", test_first);
  operations_fixture_add ("/operations/import-agencies/likely", test_likely);
  operations_fixture_add ("/operations/import-agencies/move", test_move);
  return g_test_run ();
}
