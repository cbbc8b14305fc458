/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-list-query.h"

#include "database-fixture.h"
#include "domain/muster-error.h"
#include "store/muster-database-private.h"
#include "store/muster-rules-table.h"

#define TODAY "2026-11-28"

/* Two people and a few cases of each kind, told by their last digit. */
static const char *const fill_sql =
  "INSERT INTO assister (id, given_name, family_name, active, sort_key) VALUES (1, 'Zoë', 'Núñez', 1, 'nunez, zoe'), (2, 'Ana', 'Lindqvist', 1, 'lindqvist, ana');"
  "INSERT INTO corrective_action (id, number, assister_id, severity, state, finding, restriction, opened, due, closed, outcome, clause_version, rule_pack, opened_account) VALUES"
  " (1, 'CA-2026-0001', 1, 'S2', 'open', 'Unreturned calls', 'none', '2026-10-01', '2026-11-01', NULL, 'none', '1', 'mnsure-2026', 1),"
  " (2, 'CA-2026-0002', 2, 'S3', 'open', 'Letter to the wrong HOUSEHOLD', 'none', '2026-11-20', '2026-11-30', NULL, 'none', '1', 'mnsure-2026', 1),"
  " (3, 'CA-2026-0003', 2, 'S1', 'closed', 'Late', 'none', '2026-11-20', '2026-11-25', '2026-11-24', 'completed', '1', 'mnsure-2026', 1),"
  " (4, 'CA-2026-0004', 1, 'S2', 'open', 'Waits for its check', 'none', '2026-09-01', '2026-10-01', NULL, 'none', '1', 'mnsure-2026', 1);"
  "INSERT INTO corrective_action_follow_up (action_id, kind, state, text, on_day, due, n_steps, account_id, recorded) VALUES (4, 'check', 'pending', 'No more', '2026-10-02', '2027-01-15', 1, 1, 1);"
  "INSERT INTO decision (id, number, kind, state, assister_id, types, authority, reason, proposer, proposed_at, emergency, clause_version, rule_pack) VALUES"
  " (1, 'RV-2026-0001', 'revocation', 'proposed', 1, 1, 'agency', 'Sold data', 1, 2000, 0, '1', 'mnsure-2026'),"
  " (2, 'RV-2026-0002', 'revocation', 'refused', 2, 1, 'agency', 'Nothing in it', 1, 1000, 0, '1', 'mnsure-2026');"
  "INSERT INTO incident (id, number, kind, source, state, severity, discovered, discovered_minute, narrative, anonymous, data, data_people, data_encrypted, clause_version, rule_pack, recorded_account, closed, outcome) VALUES"
  " (1, 'IN-2026-0001', 'lost-equipment', 'audit', 'open', 2, '2026-11-27', NULL, 'A bag was left in a bus', 0, 'unknown', 0, 'unknown', '1', 'mnsure-2026', 1, NULL, 'none'),"
  " (2, 'IN-2026-0002', 'lost-equipment', 'audit', 'open', 2, '2026-11-01', NULL, 'Keys', 0, 'unknown', 0, 'unknown', '1', 'mnsure-2026', 1, NULL, 'none'),"
  " (3, 'IN-2026-0003', 'conduct', 'complaint', 'open', 2, '2026-11-02', NULL, 'Shouting', 0, 'no', 0, 'unknown', '1', 'mnsure-2026', 1, NULL, 'none'),"
  " (4, 'IN-2026-0004', 'conduct', 'complaint', 'closed', 2, '2026-11-03', NULL, 'Nothing', 0, 'no', 0, 'unknown', '1', 'mnsure-2026', 1, '2026-11-04', 'unfounded'),"
  " (5, 'IN-2026-0005', 'lost-equipment', 'audit', 'open', 2, '2026-11-05', 600, 'A laptop', 0, 'unknown', 0, 'unknown', '1', 'mnsure-2026', 1, NULL, 'none');"
  "INSERT INTO incident_person (incident_id, assister_id, removed) VALUES (3, 1, 1), (3, 2, 0), (1, 1, 0), (1, 2, 0);"
  "INSERT INTO incident_report (incident_id, duty, told, at_day, at_minute, account_id) VALUES"
  " (5, 'internal-report', 'The manager', '2026-11-05', 620, 1), (5, 'incident-report', 'ARC', '2026-11-05', 700, 1), (1, 'internal-report', 'The manager', '2026-11-27', NULL, 1)";

static void
fill (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  muster_database_execute (fixture->database, fill_sql, &error);
  g_assert_no_error (error);
  end_write (fixture);
}

static MusterCaseList *
load (DatabaseFixture *fixture, MusterCaseKind kind, gboolean whole)
{
  MusterMoment now = { .minute = MUSTER_NO_MINUTE };
  g_autoptr (MusterRulePack) pack = NULL;
  g_autoptr (GError) error = NULL;
  MusterCaseList *list;

  set_day (&now.day, TODAY);
  pack = muster_rules_table_load (fixture->database, &now.day, G_MAXINT64, &error);
  g_assert_no_error (error);
  list = muster_case_list_query_load (fixture->database, kind, pack, &now, whole, &error);
  g_assert_no_error (error);
  g_assert_cmpint (muster_case_list_is_whole (list), ==, whole);
  return list;
}

/* The ids, in their order: "231". */
static char *
dup_found (const MusterCaseList *list, MusterCaseTile tile, const char *sought)
{
  g_autoptr (GArray) ids = muster_case_list_select (list, tile, sought);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  return g_string_free_and_steal (text);
}

/* What stands behind each tile, the most urgent first and then the newest, with words and, but for the duties of incidents, without. */
static void
test_tiles (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterCaseKind kind;
    MusterCaseTile tile;
    const char *ids;
    gboolean needs_whole;
  } cases[] = {
    { MUSTER_CASE_ACTION, MUSTER_CASE_TILE_ALL, "1243", FALSE },
    { MUSTER_CASE_ACTION, MUSTER_CASE_TILE_OPEN, "124", FALSE },
    { MUSTER_CASE_ACTION, MUSTER_CASE_TILE_OVERDUE, "1", FALSE },
    { MUSTER_CASE_ACTION, MUSTER_CASE_TILE_WEEK, "2", FALSE },
    { MUSTER_CASE_ACTION, MUSTER_CASE_TILE_CLOSED, "3", FALSE },
    { MUSTER_CASE_DECISION, MUSTER_CASE_TILE_ALL, "12", FALSE },
    { MUSTER_CASE_DECISION, MUSTER_CASE_TILE_OPEN, "1", FALSE },
    { MUSTER_CASE_DECISION, MUSTER_CASE_TILE_REFUSED, "2", FALSE },
    { MUSTER_CASE_DECISION, MUSTER_CASE_TILE_APPROVED, "", FALSE },
    { MUSTER_CASE_INCIDENT, MUSTER_CASE_TILE_ALL, "21534", TRUE },
    { MUSTER_CASE_INCIDENT, MUSTER_CASE_TILE_OPEN, "2153", TRUE },
    { MUSTER_CASE_INCIDENT, MUSTER_CASE_TILE_CLOSED, "4", FALSE },
    { MUSTER_CASE_INCIDENT, MUSTER_CASE_TILE_OVERDUE, "2", TRUE },
    { MUSTER_CASE_INCIDENT, MUSTER_CASE_TILE_WEEK, "1", TRUE },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int whole = cases[i].needs_whole; whole <= TRUE; whole++)
      {
        g_autoptr (MusterCaseList) list = load (fixture, cases[i].kind, whole);
        g_autofree char *ids = dup_found (list, cases[i].tile, "");

        g_assert_cmpstr (ids, ==, cases[i].ids);
        g_assert_cmpuint (muster_case_list_count (list, cases[i].tile), ==, strlen (ids));
      }
}

/* Before it is known what is due, open incidents are in the order of their age, and counted all the same. */
static void
test_incidents_at_once (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterCaseList) list = NULL;
  g_autofree char *all = NULL;
  g_autofree char *open = NULL;

  fill (fixture);
  list = load (fixture, MUSTER_CASE_INCIDENT, FALSE);
  all = dup_found (list, MUSTER_CASE_TILE_ALL, "");
  open = dup_found (list, MUSTER_CASE_TILE_OPEN, "");
  g_assert_cmpstr (all, ==, "15324");
  g_assert_cmpstr (open, ==, "1532");
}

static void
test_words (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterCaseKind kind;
    const char *sought;
    const char *ids;
  } cases[] = {
    { MUSTER_CASE_ACTION, "household", "2" },
    { MUSTER_CASE_ACTION, "nunez", "14" },
    { MUSTER_CASE_ACTION, "zoe calls", "1" },
    { MUSTER_CASE_ACTION, "ca-2026", "1243" },
    { MUSTER_CASE_ACTION, "lindqvist calls", "" },
    { MUSTER_CASE_DECISION, "keller", "12" },
    { MUSTER_CASE_DECISION, "sold", "1" },
    { MUSTER_CASE_INCIDENT, "lindqvist", "13" },
    { MUSTER_CASE_INCIDENT, "nunez", "1" }, /* taken off from the other one */
    { MUSTER_CASE_INCIDENT, "bus ana", "1" },
    { MUSTER_CASE_INCIDENT, "conduct", "34" },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterCaseList) list = load (fixture, cases[i].kind, TRUE);
      g_autofree char *ids = dup_found (list, MUSTER_CASE_TILE_ALL, cases[i].sought);

      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

/* A code that nobody wrote is damage, and told with its place. */
static void
test_damage (DatabaseFixture *fixture, gconstpointer data)
{
  MusterMoment now = { .minute = MUSTER_NO_MINUTE };
  g_autoptr (GError) error = NULL;

  fill (fixture);
  begin_write (fixture);
  g_assert_true (muster_database_execute (fixture->database, "UPDATE decision SET state = 'perhaps' WHERE id = 2", NULL));
  end_write (fixture);
  set_day (&now.day, TODAY);
  g_assert_null (muster_case_list_query_load (fixture->database, MUSTER_CASE_DECISION, NULL, &now, FALSE, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "perhaps"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/case-list-query/tiles", DatabaseFixture, NULL, database_fixture_set_up, test_tiles, database_fixture_tear_down);
  g_test_add ("/store/case-list-query/incidents-at-once", DatabaseFixture, NULL, database_fixture_set_up, test_incidents_at_once, database_fixture_tear_down);
  g_test_add ("/store/case-list-query/words", DatabaseFixture, NULL, database_fixture_set_up, test_words, database_fixture_tear_down);
  g_test_add ("/store/case-list-query/damage", DatabaseFixture, NULL, database_fixture_set_up, test_damage, database_fixture_tear_down);
  return g_test_run ();
}
