/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include "store/muster-database-private.h"
#include "store/muster-import-lines.h"
#include "store/muster-import-table.h"
#include "store/muster-people-table.h"
#include "store/muster-provenance-query.h"

/*
 * Where the values of P-1 come from. Entry 1 made the account (the fixture). Entry 2, the import 1, made P-1 by two of its lines; 3 edits the phone; 4, the import
 * 2, sets the county and the e-mail; 5 undoes that (record 3).
 */

static void
save_person (DatabaseFixture *fixture, MusterAssister *person)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
}

static gint64
save_record (DatabaseFixture *fixture, const char *file_name, const char *sheet, const char *mapping, gint64 undoes)
{
  g_autoptr (MusterImport) record = g_new0 (MusterImport, 1);
  g_autoptr (GError) error = NULL;

  record->file_name = g_strdup (file_name);
  record->file_hash = g_strdup ("");
  record->sheet = g_strdup (sheet);
  record->mapping = g_strdup (mapping);
  record->undoes = undoes;
  record->account_id = 1;
  g_assert_true (muster_import_table_save (fixture->database, record, &error));
  g_assert_no_error (error);
  return record->id;
}

static void
save_lines (DatabaseFixture *fixture, gint64 id, const MusterImportLine *lines, gsize n)
{
  g_autoptr (GBytes) bytes = muster_import_lines_encode (lines, n);
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_import_table_save_lines (fixture->database, id, bytes, &error));
  g_assert_no_error (error);
}

static void
place_person (DatabaseFixture *fixture, gint64 person)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();
  g_autoptr (GError) error = NULL;
  gint64 agency;
  GDate day;

  set_day (&day, "2026-03-01");
  g_assert_true (muster_people_table_ensure_agency (fixture->database, "Riverside", &agency, &error));
  g_assert_true (muster_people_table_affiliate (fixture->database, person, agency, &day, NULL, &error));
  event->assister_id = person;
  event->type = MUSTER_ASSISTER_BROKER;
  event->to = MUSTER_STATE_APPLICANT;
  event->effective = day;
  event->authority = MUSTER_AUTHORITY_AGENCY;
  event->account_id = 1;
  g_assert_true (muster_people_table_add_event (fixture->database, event, &error));
  g_assert_no_error (error);
}

static void
set_up (DatabaseFixture *fixture, gconstpointer data)
{
  static const MusterImportLine first[] = { { 7, 9, MUSTER_FATE_CREATED }, { 12, 1, MUSTER_FATE_CREATED }, { 13, 1, MUSTER_FATE_UPDATED } };
  static const MusterImportLine second[] = { { 2, 1, MUSTER_FATE_UPDATED } };
  g_autoptr (MusterAssister) person = muster_assister_new ();
  gint64 id;

  database_fixture_set_up (fixture, data);
  person->family_name = g_strdup ("Lindqvist");
  person->phone = g_strdup ("(612) 555-0142");
  person->phone_written = g_strdup ("612.555.0142");
  person->email = g_strdup ("ana@example.org");
  begin_write (fixture);
  save_person (fixture, person);
  place_person (fixture, person->id);
  id = save_record (fixture, "spring.xlsx", "Brokers",
                    "{\"name\": {\"header\": \"Whole Name\", \"column\": 0}, \"phone\": [{\"header\": \"Cell\", \"column\": 2}, {\"header\": \"Office\", \"column\": 3}],"
                    " \"agency\": {\"header\": \"Firm\", \"column\": 5}}",
                    0);
  save_lines (fixture, id, first, G_N_ELEMENTS (first));
  end_write_as (fixture, "import-roster", NULL);

  begin_write (fixture);
  g_set_str (&person->phone, "(612) 555-0199");
  g_set_str (&person->phone_written, NULL);
  save_person (fixture, person);
  end_write_as (fixture, "edit-assister", "P-1");

  begin_write (fixture);
  g_set_str (&person->county, "Cook");
  g_set_str (&person->email, "anna@example.org");
  save_person (fixture, person);
  id = save_record (fixture, "summer.csv", NULL, "{\"email\": {\"header\": \"E-mail\", \"column\": 1}}", 0);
  save_lines (fixture, id, second, G_N_ELEMENTS (second));
  end_write_as (fixture, "import-roster", NULL);
}

static void
undo (DatabaseFixture *fixture)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (fixture->database, 1, NULL);

  begin_write (fixture);
  save_record (fixture, "summer.csv", NULL, NULL, 2);
  g_set_str (&person->county, NULL);
  g_set_str (&person->email, "ana@example.org");
  save_person (fixture, person);
  end_write_as (fixture, "undo-import", NULL);
}

/* "phone=(612) 555-0199 entry 3 edit-assister"; of an import also file, sheet, line and column. */
static char *
dup_origin (const MusterOrigin *origin)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s=%s entry %d %s", origin->field, origin->value != NULL ? origin->value : "", (int) origin->entry, origin->operation);
  if (origin->import_id != 0)
    g_string_append_printf (text, " import %d %s/%s/%u/%s", (int) origin->import_id, origin->file_name, origin->sheet != NULL ? origin->sheet : "", origin->line,
                            origin->column != NULL ? origin->column : "");
  if (origin->written != NULL)
    g_string_append_printf (text, " written %s", origin->written);
  if (origin->restored_by != 0)
    g_string_append_printf (text, " restored by %d", (int) origin->restored_by);
  return g_string_free_and_steal (text);
}

static void
assert_origin (DatabaseFixture *fixture, const char *field, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) origins = muster_provenance_query (fixture->database, 1, field, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (origins->len, ==, expected != NULL ? 1 : 0);
  if (expected == NULL)
    return;
  text = dup_origin (origins->pdata[0]);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_fields (DatabaseFixture *fixture, gconstpointer data)
{
  assert_origin (fixture, "family-name", "family-name=Lindqvist entry 2 import-roster import 1 spring.xlsx/Brokers/12/Whole Name");
  assert_origin (fixture, "phone", "phone=(612) 555-0199 entry 3 edit-assister");
  assert_origin (fixture, "county", "county=Cook entry 4 import-roster import 2 summer.csv//2/");
  assert_origin (fixture, "email", "email=anna@example.org entry 4 import-roster import 2 summer.csv//2/E-mail");
  assert_origin (fixture, "agency", "agency=Riverside entry 2 import-roster import 1 spring.xlsx/Brokers/12/Firm");
  assert_origin (fixture, "active", "active=1 entry 2 import-roster import 1 spring.xlsx/Brokers/12/");
  assert_origin (fixture, "npn", NULL);
  assert_origin (fixture, "nonsense", NULL);
  /* Which of two lines gave the role cannot be said. */
  assert_origin (fixture, "type", "type=broker entry 2 import-roster import 1 spring.xlsx/Brokers/0/");
}

static void
test_undone (DatabaseFixture *fixture, gconstpointer data)
{
  undo (fixture);
  assert_origin (fixture, "email", "email=ana@example.org entry 2 import-roster import 1 spring.xlsx/Brokers/12/ restored by 3");
  assert_origin (fixture, "county", NULL);
  assert_origin (fixture, "phone", "phone=(612) 555-0199 entry 3 edit-assister");
}

static void
test_written (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (fixture->database, 1, NULL);
  gint64 id;
  static const MusterImportLine lines[] = { { 5, 1, MUSTER_FATE_UPDATED } };

  begin_write (fixture);
  g_set_str (&person->phone, "(612) 555-0142");
  g_set_str (&person->phone_written, "6125550142");
  save_person (fixture, person);
  id = save_record (fixture, "autumn.csv", NULL, "{\"phone\": {\"header\": \"Tel\", \"column\": 1}}", 0);
  save_lines (fixture, id, lines, 1);
  end_write_as (fixture, "import-roster", NULL);
  assert_origin (fixture, "phone", "phone=(612) 555-0142 entry 5 import-roster import 3 autumn.csv//5/Tel written 6125550142");
}

/* Records of a time when lines and mapping were not kept, and a mapping that cannot be read. */
static void
test_unknown (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (fixture->database, 1, NULL);

  begin_write (fixture);
  g_set_str (&person->county, "Itasca");
  save_person (fixture, person);
  save_record (fixture, "old.csv", NULL, NULL, 0);
  end_write_as (fixture, "import-roster", NULL);
  begin_write (fixture);
  g_set_str (&person->languages, "Hmong");
  save_person (fixture, person);
  save_record (fixture, "odd.csv", NULL, "[\"{\", {]", 0);
  end_write_as (fixture, "import-roster", NULL);
  assert_origin (fixture, "county", "county=Itasca entry 5 import-roster import 3 old.csv//0/");
  assert_origin (fixture, "languages", "languages=Hmong entry 6 import-roster import 4 odd.csv//0/");
}

static void
test_all (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) origins = muster_provenance_query (fixture->database, 1, NULL, &error), nobody = NULL;
  const MusterOrigin *last;

  g_assert_no_error (error);
  /* Last name, e-mail, phone, county, active, agency, one role. */
  g_assert_cmpuint (origins->len, ==, 7);
  last = origins->pdata[6];
  g_assert_cmpstr (last->field, ==, "type");
  g_assert_cmpstr (last->account_name, ==, "Mara Keller");
  g_assert_cmpint (last->time, ==, 1000);
  nobody = muster_provenance_query (fixture->database, 77, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nobody->len, ==, 0);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/provenance-query/fields", test_fields);
  add_test ("/store/provenance-query/undone", test_undone);
  add_test ("/store/provenance-query/written", test_written);
  add_test ("/store/provenance-query/unknown", test_unknown);
  add_test ("/store/provenance-query/all", test_all);
  return g_test_run ();
}
