/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include "domain/muster-date.h"
#include "store/muster-database-private.h"
#include "store/muster-evidence-table.h"
#include "store/muster-people-table.h"

static gint64
add_person (DatabaseFixture *fixture)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup ("Lindqvist");
  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  end_write (fixture);
  return person->id;
}

static MusterEvidence *
add (DatabaseFixture *fixture, gint64 person, const char *requirement, const char *said, const char *on, const char *expires)
{
  MusterEvidence *evidence = muster_evidence_new ();
  g_autoptr (GError) error = NULL;

  evidence->assister_id = person;
  evidence->requirement = g_strdup (requirement);
  evidence->said = g_strdup (said);
  set_day (&evidence->on, on);
  set_day (&evidence->expires, expires);
  evidence->source = g_strdup ("spring.csv");
  evidence->line = 17;
  evidence->account_id = 1;
  evidence->recorded = 1767225600000000;
  begin_write (fixture);
  g_assert_true (muster_evidence_table_save (fixture->database, evidence, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return evidence;
}

static void
test_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture), other = add_person (fixture);
  g_autoptr (MusterEvidence) status = add (fixture, person, MUSTER_EVIDENCE_STATUS, "Active", NULL, NULL);
  g_autoptr (MusterEvidence) licence = add (fixture, person, MUSTER_EVIDENCE_LICENCE, NULL, "2026-01-02", "2027-01-01");
  g_autoptr (MusterEvidence) others = add (fixture, other, MUSTER_EVIDENCE_LICENCE, NULL, NULL, NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const MusterEvidence *first, *second;

  list = muster_evidence_table_list (fixture->database, person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  first = list->pdata[0];
  second = list->pdata[1];
  g_assert_cmpint (first->id, ==, licence->id);
  g_assert_true (muster_evidence_same (first, licence));
  g_assert_cmpstr (first->source, ==, "spring.csv");
  g_assert_cmpuint (first->line, ==, 17);
  g_assert_cmpint (first->import_id, ==, 0);
  g_assert_cmpint (first->account_id, ==, 1);
  g_assert_cmpint (first->recorded, ==, 1767225600000000);
  g_assert_cmpint (second->id, ==, status->id);
  g_assert_true (muster_evidence_same (second, status));
}

static void
test_newest (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture);
  g_autoptr (MusterEvidence) none = NULL, second = NULL, third = NULL, found = NULL, standing = NULL;
  g_autoptr (MusterEvidence) first = add (fixture, person, MUSTER_EVIDENCE_STATUS, "Active", NULL, NULL);
  g_autoptr (GError) error = NULL;

  second = add (fixture, person, MUSTER_EVIDENCE_STATUS, "Pending", NULL, NULL);
  third = add (fixture, person, MUSTER_EVIDENCE_STATUS, "Inactive", NULL, NULL);
  g_assert_true (muster_evidence_table_find_newest (fixture->database, person, MUSTER_EVIDENCE_LICENCE, &none, &error));
  g_assert_null (none);
  g_assert_true (muster_evidence_table_find_newest (fixture->database, person, MUSTER_EVIDENCE_STATUS, &found, &error));
  g_assert_cmpint (found->id, ==, third->id);

  begin_write (fixture);
  g_assert_true (muster_database_execute (fixture->database, "UPDATE evidence SET superseded_by = 1 WHERE id = 3", NULL));
  end_write (fixture);
  g_assert_true (muster_evidence_table_find_newest (fixture->database, person, MUSTER_EVIDENCE_STATUS, &standing, &error));
  g_assert_cmpint (standing->id, ==, second->id);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/evidence-table/round-trip", test_round_trip);
  add_test ("/store/evidence-table/newest", test_newest);
  return g_test_run ();
}
