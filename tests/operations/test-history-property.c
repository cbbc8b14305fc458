/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Random histories, recorded through the operations that people use, a day at a time: what the register then answers as of any day, as known on any day, is what a second and simpler
 * telling of the rules answers (history-model.h). What the model does not allow, the register refuses, and the other way round.
 */

#include <stdlib.h>
#include <string.h>

#include "history.h"

#include "domain/muster-rule-packs.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-people-table.h"

static guint n_rounds = 4;
static guint32 first_seed = 20261128;

static MusterRulePack *
make_pack (void)
{
  const char *shipped = muster_rule_pack_get_text (muster_rule_packs_find_shipped ("mnsure-2026"));
  const char *first = strstr (shipped, "[requirement ");
  g_autofree char *before = g_strndup (shipped, first - shipped);
  g_autoptr (GString) text = g_string_new (before);
  g_autoptr (GError) error = NULL;
  MusterRulePack *pack;

  g_string_append_printf (text, "%s%s", model_requirements_text, strstr (shipped, "[severity S1]"));
  g_assert_cmpuint (g_string_replace (text, "Name=mnsure-2026", "Name=model", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "Title=MNsure, 2026", "Title=Model", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "Opens=2025-08-01\nDue=2025-10-15", "Opens=" MODEL_OPENS "\nDue=" MODEL_DUE, 1), ==, 1);
  pack = muster_rule_pack_parse (text->str, -1, NULL, &error);
  g_assert_no_error (error);
  return pack;
}

/* By the rules of the model, with a second agency. */
static void
prepare (History *history)
{
  g_autoptr (MusterRulePack) pack = make_pack ();
  MusterAdoptRequest request = { .pack = pack, .reason = "As the test has it" };
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit edit = { .person = person, .agency = "Lakeside", .types = MUSTER_ASSISTER_CAC, .reason = "New on the roster" };
  gint64 id;

  set_day (&request.from, "2026-01-01");
  run_well (history->fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL);
  person->given_name = g_strdup ("Bea");
  person->family_name = g_strdup ("Lake");
  person->npn = g_strdup ("6999999");
  run_well (history->fixture, FIXTURE_KIM, &muster_add_assister, &edit, &id);
}

static void
find_agencies (History *history)
{
  MusterStore *store = operations_fixture_open (history->fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  g_assert_true (muster_people_table_find_agency (database, "Riverside Test Navigators", &history->agencies[1], &error));
  g_assert_true (muster_people_table_find_agency (database, "Lakeside", &history->agencies[2], &error));
  muster_store_read_done (store, database);
}

static void
play (guint32 seed)
{
  OperationsFixture fixture = { 0 };
  g_autofree History *history = g_new0 (History, 1);

  operations_fixture_set_up (&fixture, NULL);
  history->fixture = &fixture;
  history->seed = seed;
  history->chance = g_rand_new_with_seed (seed);
  prepare (history);
  history->person = &history->people[0];
  history->today = model_day (HISTORY_BEGIN);
  history_set_clock (history, 0);
  history_add (history, 0);
  find_agencies (history);
  history_live (history);
  history_look_back (history);
  g_test_message ("seed %u: %u recorded, %u refused", seed, history->n_done, history->n_refused);
  g_rand_free (history->chance);
  operations_fixture_tear_down (&fixture, NULL);
}

static void
test_rounds (void)
{
  for (guint32 round = 0; round < n_rounds; round++)
    play (first_seed + round);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  n_rounds = argc > 1 ? (guint) atoi (argv[1]) : n_rounds;
  first_seed = argc > 2 ? (guint32) atoi (argv[2]) : first_seed;
  g_test_add_func ("/operations/history-property/rounds", test_rounds);
  return g_test_run ();
}
