/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include "store/muster-database-private.h"
#include "store/muster-different-person-table.h"
#include "store/muster-people-names.h"
#include "store/muster-people-table.h"

static gint64
add_person (DatabaseFixture *fixture, const char *family, const char *given, const char *middle, gint64 agency)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;
  GDate day;

  set_day (&day, "2026-01-05");
  person->family_name = g_strdup (family);
  person->given_name = g_strdup (given);
  person->middle_name = g_strdup (middle);
  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  if (agency != 0)
    g_assert_true (muster_people_table_affiliate (fixture->database, person->id, agency, &day, NULL, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return person->id;
}

static gint64
add_agency (DatabaseFixture *fixture, const char *name)
{
  gint64 id = 0;

  begin_write (fixture);
  g_assert_true (muster_people_table_ensure_agency (fixture->database, name, &id, NULL));
  end_write (fixture);
  return id;
}

static char *
dup_ids (DatabaseFixture *fixture, const char *family, const char *given)
{
  const MusterAssister asked = { .family_name = (char *) family, .given_name = (char *) given };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) namesakes = muster_people_names_find (fixture->database, &asked, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < namesakes->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "@%" G_GINT64_FORMAT " ", ((const MusterNamesake *) namesakes->pdata[i])->person.id,
                            ((const MusterNamesake *) namesakes->pdata[i])->agency_id);
  return g_string_free_and_steal (text);
}

static void
test_find (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 agency = add_agency (fixture, "Sunrise");
  g_autofree char *ana = NULL, *mary = NULL, *nobody = NULL;

  g_assert_cmpint (add_person (fixture, "Lindqvist", "Ana", NULL, agency), ==, 1);
  g_assert_cmpint (add_person (fixture, "LINDQVIST", "Ana", "Maria", 0), ==, 2);
  g_assert_cmpint (add_person (fixture, "Lindqvist", "Anabel", NULL, 0), ==, 3);
  g_assert_cmpint (add_person (fixture, "Lindqvistsen", "Ana", NULL, 0), ==, 4);
  g_assert_cmpint (add_person (fixture, "Peña", "Mary Ann", NULL, 0), ==, 5);
  g_assert_cmpint (add_person (fixture, "Lindqvist", "Ana", NULL, 0), ==, 6);
  begin_write (fixture);
  g_assert_true (muster_database_execute (fixture->database,
                                          "INSERT INTO roster_import (file_name, file_size, file_hash, encoding, delimiter, key, mode, digest, rows, created, updated, unchanged, skipped,"
                                          " conflicts, rejected, account_id, recorded) VALUES ('', 0, '', '', '', '', '', '', 0, 0, 0, 0, 0, 0, 0, 1, 0);"
                                          "UPDATE assister SET taken_back = 1 WHERE id = 6",
                                          NULL));
  end_write (fixture);

  ana = dup_ids (fixture, "lindqvist", "ANA");
  g_assert_cmpstr (ana, ==, "1@1 2@0 ");
  mary = dup_ids (fixture, "Pena", "Mary");
  g_assert_cmpstr (mary, ==, "5@0 ");
  nobody = dup_ids (fixture, "Lindqvist", "An");
  g_assert_cmpstr (nobody, ==, "");
}

static void
test_at (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 sunrise = add_agency (fixture, "Sunrise"), sunset = add_agency (fixture, "Sunset");
  gint64 ana = add_person (fixture, "Lindqvist", "Ana", NULL, sunrise), gone = add_person (fixture, "Olson", "Bo", NULL, sunrise);
  g_autoptr (GHashTable) agencies = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) people = NULL, none = NULL;
  GDate later;

  add_person (fixture, "Vang", "Kia", NULL, sunset);
  add_person (fixture, "Xiong", "Mai", NULL, 0);
  set_day (&later, "2026-02-05");
  begin_write (fixture);
  g_assert_true (muster_people_table_affiliate (fixture->database, gone, sunset, &later, NULL, NULL));
  end_write (fixture);

  g_hash_table_add (agencies, &sunrise);
  people = muster_people_names_list_at (fixture->database, agencies, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpint (g_array_index (people, gint64, 0), ==, ana);

  begin_write (fixture);
  g_assert_true (muster_database_execute (fixture->database, "UPDATE assister SET active = 0 WHERE id = 1", NULL));
  end_write (fixture);
  none = muster_people_names_list_at (fixture->database, agencies, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_different (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 ana = add_person (fixture, "Lindqvist", "Ana", NULL, 0);
  gboolean different = TRUE;

  g_assert_true (muster_different_person_table_has (fixture->database, ana, "npn:1234567", &different, NULL));
  g_assert_false (different);
  begin_write (fixture);
  g_assert_true (muster_different_person_table_add (fixture->database, ana, "npn:1234567", fixture->account_id, 1, NULL));
  g_assert_true (muster_different_person_table_add (fixture->database, ana, "npn:1234567", fixture->account_id, 2, NULL));
  end_write (fixture);
  g_assert_true (muster_different_person_table_has (fixture->database, ana, "npn:1234567", &different, NULL));
  g_assert_true (different);
  g_assert_true (muster_different_person_table_has (fixture->database, ana, "npn:7654321", &different, NULL));
  g_assert_false (different);
  g_assert_cmpint (query_number (fixture, "SELECT recorded FROM different_person"), ==, 1);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/people-names/find", test_find);
  add_test ("/store/people-names/at", test_at);
  add_test ("/store/people-names/different", test_different);
  return g_test_run ();
}
