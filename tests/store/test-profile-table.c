/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-database-private.h"
#include "store/muster-profile-table.h"

static gboolean
save (DatabaseFixture *fixture, const char *name, const char *agency)
{
  g_autoptr (MusterImportProfile) profile = muster_import_profile_new (name);
  g_autoptr (GError) error = NULL;
  gboolean changed;

  muster_import_profile_add_column (profile, "Who", MUSTER_FIELD_NAME, MUSTER_DATE_ORDER_UNKNOWN);
  muster_import_profile_add_column (profile, "Since", MUSTER_FIELD_CERTIFIED_ON, MUSTER_DATE_ORDER_DAY_FIRST);
  profile->constants.agency = g_strdup (agency);
  begin_write (fixture);
  g_assert_true (muster_profile_table_save (fixture->database, profile, fixture->account_id, 7, &changed, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return changed;
}

static void
assert_names (DatabaseFixture *fixture, const char *names)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) profiles = muster_profile_table_list (fixture->database, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < profiles->len; i++)
    g_string_append_printf (text, "%s;", ((const MusterImportProfile *) profiles->pdata[i])->name);
  g_assert_cmpstr (text->str, ==, names);
}

static void
test_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportProfile) loaded = NULL;
  g_autoptr (GError) error = NULL;
  const MusterProfileColumn *column;

  assert_names (fixture, "");
  g_assert_true (save (fixture, "Riverside monthly", "Sunrise"));
  g_assert_true (save (fixture, "Äußere Help", NULL));
  assert_names (fixture, "Äußere Help;Riverside monthly;");
  loaded = muster_profile_table_load (fixture->database, "RIVERSIDE monthly", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->constants.agency, ==, "Sunrise");
  g_assert_cmpuint (loaded->columns->len, ==, 2);
  column = loaded->columns->pdata[1];
  g_assert_cmpstr (column->header, ==, "Since");
  g_assert_cmpint (column->date_order, ==, MUSTER_DATE_ORDER_DAY_FIRST);
}

/* One sender, one profile; saying the same again is nothing new. */
static void
test_again (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportProfile) loaded = NULL;

  g_assert_true (save (fixture, "Riverside", "Sunrise"));
  g_assert_false (save (fixture, " Riverside ", "Sunrise"));
  g_assert_true (save (fixture, "RIVERSIDE", "Sunset"));
  assert_names (fixture, "RIVERSIDE;");
  loaded = muster_profile_table_load (fixture->database, "riverside", NULL);
  g_assert_cmpstr (loaded->constants.agency, ==, "Sunset");
}

static void
test_remove (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save (fixture, "Riverside", NULL);
  save (fixture, "Lakeside", NULL);
  begin_write (fixture);
  g_assert_true (muster_profile_table_remove (fixture->database, "riverSIDE", fixture->account_id, 8, &error));
  g_assert_no_error (error);
  g_assert_false (muster_profile_table_remove (fixture->database, "riverSIDE", fixture->account_id, 8, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Lakeside"));
  end_write (fixture);
  assert_names (fixture, "Lakeside;");
  g_assert_true (save (fixture, "Riverside", NULL));
  assert_names (fixture, "Lakeside;Riverside;");
}

static void
test_damaged (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save (fixture, "Riverside", NULL);
  begin_write (fixture);
  g_assert_true (muster_database_execute (fixture->database, "UPDATE import_profile SET content = 'nonsense'", NULL));
  end_write (fixture);
  g_assert_null (muster_profile_table_load (fixture->database, "Riverside", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/profile-table/round-trip", test_round_trip);
  add_test ("/store/profile-table/again", test_again);
  add_test ("/store/profile-table/remove", test_remove);
  add_test ("/store/profile-table/damaged", test_damaged);
  return g_test_run ();
}
