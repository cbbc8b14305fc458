/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-edit-assister.h"

#include "operations/muster-decision-operations.h"
#include "operations-fixture.h"
#include "store/muster-people-table.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static char *
dup_agencies (OperationsFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, person, NULL);
  GString *list = g_string_new (NULL);

  muster_store_read_done (store, database);
  for (guint i = 0; i < affiliations->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " < " : "", ((const MusterAffiliation *) affiliations->pdata[i])->agency_name);
  return g_string_free_and_steal (list);
}

static void
test_add (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (fixture, " von  Ahn ", 1, BROKER | NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autofree char *agencies = dup_agencies (fixture, id);

  g_assert_cmpstr (person->family_name, ==, "von Ahn");
  g_assert_true (person->active);
  g_assert_cmpint (get_state (fixture, id, BROKER, NULL), ==, MUSTER_STATE_APPLICANT);
  g_assert_cmpint (get_state (fixture, id, NAVIGATOR, NULL), ==, MUSTER_STATE_APPLICANT);
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_CAC, NULL), ==, MUSTER_STATE_NONE);
  g_assert_cmpstr (agencies, ==, "Riverside Test Navigators");
}

/* What identifies somebody is nobody else's. */
static void
test_taken (OperationsFixture *fixture, gconstpointer data)
{
  static const gsize offsets[] = { G_STRUCT_OFFSET (MusterAssister, npn), G_STRUCT_OFFSET (MusterAssister, assister_id),
                                   G_STRUCT_OFFSET (MusterAssister, training_id), G_STRUCT_OFFSET (MusterAssister, email) };
  g_autoptr (MusterAssister) first = load_person (fixture, add_person (fixture, "Moua", 2, 0));
  gint64 id = add_person (fixture, "Moen", 3, 0);

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (MusterAssister) second = load_person (fixture, id);
      g_autoptr (MusterAssister) third = muster_assister_new ();
      MusterAssisterEdit edit = { .person = second }, add = { .person = third };
      const char *taken = G_STRUCT_MEMBER (char *, first, offsets[i]);

      g_test_message ("%s", taken);
      g_set_str (&G_STRUCT_MEMBER (char *, second, offsets[i]), taken);
      run_badly (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL, MUSTER_ERROR_CONFLICT);
      third->family_name = g_strdup ("Maki");
      g_set_str (&G_STRUCT_MEMBER (char *, third, offsets[i]), taken);
      run_badly (fixture, FIXTURE_KIM, &muster_add_assister, &add, NULL, MUSTER_ERROR_CONFLICT);
    }
}

/* A new record is no way around a decision; whoever is another person says so. */
static void
test_namesakes (OperationsFixture *fixture, gconstpointer data)
{
  gint64 revoked = add_certified (fixture, "Xiong", 8, NAVIGATOR), free_one = add_certified (fixture, "Thao", 9, NAVIGATOR);
  static const struct
  {
    gboolean of_revoked;
    const char *npn;
    gboolean is_exchanged, is_another, allowed;
  } cases[] = {
    { TRUE, NULL, FALSE, FALSE, FALSE },
    { TRUE, NULL, FALSE, TRUE, TRUE },
    { TRUE, NULL, TRUE, FALSE, FALSE },
    { TRUE, NULL, TRUE, TRUE, TRUE },
    { FALSE, NULL, FALSE, FALSE, TRUE },
    { FALSE, NULL, TRUE, FALSE, TRUE },
    { TRUE, "2345678", FALSE, FALSE, FALSE }, /* a number that nobody has checked is no way around it either */
    { TRUE, "2345678", FALSE, TRUE, TRUE },
  };

  revoke_person (fixture, revoked);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterAssister) known = load_person (fixture, cases[i].of_revoked ? revoked : free_one);
      g_autoptr (MusterAssister) person = muster_assister_new ();
      MusterAssisterEdit edit = { .person = person, .is_another = cases[i].is_another };
      g_autofree char *email = g_strdup_printf ("namesake%u@example.org", i);

      g_test_message ("%u", i);
      g_set_str (&person->given_name, cases[i].is_exchanged ? known->family_name : known->given_name);
      g_set_str (&person->family_name, cases[i].is_exchanged ? known->given_name : known->family_name);
      g_set_str (&person->npn, cases[i].npn);
      g_set_str (&person->email, email);
      if (cases[i].allowed)
        run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, NULL);
      else
        run_badly (fixture, FIXTURE_KIM, &muster_add_assister, &edit, NULL, MUSTER_ERROR_RULE);
    }
}

/* Nor is a record that is called otherwise first. */
static void
test_renamed (OperationsFixture *fixture, gconstpointer data)
{
  gint64 revoked = add_certified (fixture, "Xiong", 8, NAVIGATOR), other = add_person (fixture, "Xion", 9, NAVIGATOR);
  g_autoptr (MusterAssister) barred = NULL, person = load_person (fixture, other);
  MusterAssisterEdit edit = { .person = person, .reason = "Misspelt" };

  revoke_person (fixture, revoked);
  barred = load_person (fixture, revoked);
  g_set_str (&barred->county, "Ramsey");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &(MusterAssisterEdit) { .person = barred, .reason = "Moved" }, NULL);
  g_set_str (&person->family_name, "Xiong");
  run_badly (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL, MUSTER_ERROR_RULE);
  edit.is_another = TRUE;
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  edit.is_another = FALSE;
  g_set_str (&person->county, "Ramsey");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
}

static void
test_edit (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (fixture, "Vang", 4, NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autoptr (MusterAssister) after = NULL;
  MusterAssisterEdit edit = { .person = person, .reason = "Moved" };
  gint64 before = count_entries (fixture);

  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  g_assert_cmpint (count_entries (fixture), ==, before);

  g_set_str (&person->county, "Ramsey");
  g_set_str (&person->phone, "651 555 0107");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  g_assert_cmpint (count_entries (fixture), ==, before + 1);
  after = load_person (fixture, id);
  g_assert_cmpstr (after->county, ==, "Ramsey");
  g_assert_cmpstr (after->phone, ==, "(651) 555-0107");

  g_set_str (&person->email, "not an address");
  run_badly (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL, MUSTER_ERROR_INVALID);
  edit.reason = "See 123-45-6789";
  run_badly (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL, MUSTER_ERROR_RULE);
  person->id = 4711;
  run_badly (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL, MUSTER_ERROR_NOT_FOUND);
}

static void
test_agency (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (fixture, "Farah", 5, NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit edit = { .person = person, .agency = "Cedar Bend Clinic" };
  g_autofree char *agencies = NULL;

  operations_fixture_set_day ("2026-03-20");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  agencies = dup_agencies (fixture, id);
  g_assert_cmpstr (agencies, ==, "Cedar Bend Clinic < Riverside Test Navigators");
  edit.agency = "123-45-6789";
  run_badly (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL, MUSTER_ERROR_RULE);
}

/* The roster state is no mere value: roles go and come with it. */
static void
test_active (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Yang", 6, NAVIGATOR | BROKER);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit edit = { .person = person };

  person->active = FALSE;
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  g_assert_cmpint (get_state (fixture, id, NAVIGATOR, NULL), ==, MUSTER_STATE_INACTIVE);
  g_assert_cmpint (get_state (fixture, id, BROKER, NULL), ==, MUSTER_STATE_INACTIVE);
  person->active = TRUE;
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  g_assert_cmpint (get_state (fixture, id, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, id, BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* What somebody else changed since the record was shown stays; where both changed the same, nobody wins unasked. */
static void
test_meanwhile (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Yang", 7, NAVIGATOR);
  g_autoptr (MusterAssister) shown = load_person (fixture, id), mine = load_person (fixture, id), theirs = load_person (fixture, id), now = NULL;
  MusterAssisterEdit my_edit = { .person = mine, .shown = shown }, their_edit = { .person = theirs, .shown = shown };

  g_set_str (&theirs->county, "Clay");
  run_well (fixture, FIXTURE_ALEX, &muster_edit_assister, &their_edit, NULL);
  take_step (fixture, id, NAVIGATOR, MUSTER_VERB_INACTIVATE, NULL);
  g_set_str (&mine->phone, "218-555-0147");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &my_edit, NULL);
  now = load_person (fixture, id);
  g_assert_cmpstr (now->county, ==, "Clay");
  g_assert_cmpstr (now->phone, ==, "(218) 555-0147");
  g_assert_false (now->active);
  g_assert_cmpint (get_state (fixture, id, NAVIGATOR, NULL), ==, MUSTER_STATE_INACTIVE);

  g_set_str (&mine->county, "Hennepin");
  run_badly (fixture, FIXTURE_KIM, &muster_edit_assister, &my_edit, NULL, MUSTER_ERROR_CONFLICT);
  g_set_str (&mine->county, "Clay");
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &my_edit, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/edit-assister/add", test_add);
  operations_fixture_add ("/operations/edit-assister/taken", test_taken);
  operations_fixture_add ("/operations/edit-assister/namesakes", test_namesakes);
  operations_fixture_add ("/operations/edit-assister/renamed", test_renamed);
  operations_fixture_add ("/operations/edit-assister/edit", test_edit);
  operations_fixture_add ("/operations/edit-assister/agency", test_agency);
  operations_fixture_add ("/operations/edit-assister/active", test_active);
  operations_fixture_add ("/operations/edit-assister/meanwhile", test_meanwhile);
  return g_test_run ();
}
