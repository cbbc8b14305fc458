/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "domain/muster-error.h"
#include "import-fixture.h"

/* Somebody of the same name, with nothing else in common. */
#define OTHER_ANA "Lindqvist,Ana,,,B7K4M2P9Q,CAC,Sunset\n"

typedef struct
{
  MusterSheet *sheet;
  MusterImportOptions *options;
} Reading;

static void
reading_init (Reading *reading, OperationsFixture *fixture, const char *text)
{
  reading->sheet = read_text (fixture, text);
  reading->options = muster_import_options_new (reading->sheet, NULL);
  reading->options->accept_valid = TRUE;
}

static void
reading_clear (Reading *reading)
{
  muster_import_options_free (reading->options);
  muster_sheet_unref (reading->sheet);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
assert_plan (OperationsFixture *fixture, const Reading *reading, const char *fates, const char *findings)
{
  g_autoptr (MusterImportPlan) plan = make_plan (fixture, reading->sheet, reading->options);
  g_autofree char *actual_fates = dup_fates (plan);
  g_autofree char *actual_findings = dup_findings (plan);

  g_assert_cmpstr (actual_fates, ==, fates);
  g_assert_cmpstr (actual_findings, ==, findings);
}

static const MusterFinding *
find_finding (const MusterImportPlan *plan, const char *rule)
{
  for (guint i = 0; i < plan->findings->len; i++)
    if (strcmp (((const MusterFinding *) plan->findings->pdata[i])->rule, rule) == 0)
      return plan->findings->pdata[i];
  g_error ("no finding %s", rule);
}

static void
test_fix (OperationsFixture *fixture, gconstpointer data)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (MusterImportPlan) before = NULL, after = NULL, done = NULL;
  g_autoptr (GArray) fixes = NULL;

  reading_init (&reading, fixture, HEADER "Olson,Bo,,1.234567E6,,Broker,Sunrise\nVang,Kia,,2.345678E6,,Broker,Sunrise\n" PAO);
  assert_plan (fixture, &reading, "RRC", "2:npn-damaged 3:npn-damaged");
  before = make_plan (fixture, reading.sheet, reading.options);

  g_assert_cmpuint (muster_import_options_fix_alike (reading.options, before, find_finding (before, "npn-damaged")), ==, 2);
  g_assert_cmpuint (muster_import_options_count_fixes (reading.options), ==, 2);
  assert_plan (fixture, &reading, "CCC", "");
  after = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpstr (after->digest, !=, before->digest);

  /* Taking one back leaves the other. */
  muster_import_options_fix (reading.options, 0, 3, NULL);
  assert_plan (fixture, &reading, "RCC", "2:npn-damaged");
  muster_import_options_fix (reading.options, 0, 3, "7654321");
  g_assert_cmpstr (muster_import_options_get_fix (reading.options, 0, 3), ==, "7654321");
  fixes = muster_import_options_list_fixes (reading.options);
  g_assert_cmpuint (fixes->len, ==, 2);
  g_assert_cmpuint (g_array_index (fixes, MusterImportFix, 1).row, ==, 1);
  g_assert_cmpuint (g_array_index (fixes, MusterImportFix, 1).column, ==, 3);

  done = carry_out (fixture, reading.sheet, reading.options, NULL);
  g_assert_cmpuint (done->counts[MUSTER_FATE_CREATED], ==, 3);
  g_assert_cmpint (find_person (fixture, "7654321"), ==, done->people[0]);
  g_assert_cmpint (find_person (fixture, "2345678"), ==, done->people[1]);
}

/* Days that fit the other order only are proposed, and taken when somebody says so: for all of the column at once. */
static void
test_fix_order (OperationsFixture *fixture, gconstpointer data)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (MusterImportPlan) plan = NULL;
  MusterImportRow row;

  reading_init (&reading, fixture, "Last Name,First Name,NPN,Type,License Expires\nOlson,Bo,3000001,Broker,12/31/2027\nVang,Kia,3000002,Broker,13/06/2027\nXiong,Mai,3000003,Broker,05/06/2027\nYang,See,3000004,Broker,06/30/2027\n");
  g_assert_true (muster_import_options_set_date_order (reading.options, reading.sheet, "License Expires", MUSTER_DATE_ORDER_DAY_FIRST, NULL));
  assert_plan (fixture, &reading, "RCCR", "2:date-order 5:date-order");
  plan = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpstr (find_finding (plan, "date-order")->fix, ==, "2027-12-31");
  g_assert_cmpuint (muster_import_options_fix_alike (reading.options, plan, find_finding (plan, "date-order")), ==, 2);
  assert_plan (fixture, &reading, "CCCC", "");
  muster_import_plan_free (plan);
  plan = make_plan (fixture, reading.sheet, reading.options);
  muster_import_plan_read_row (plan, 3, &row);
  g_assert_cmpuint (g_date_get_month (&row.licence_expires), ==, G_DATE_JUNE);
  g_assert_cmpuint (g_date_get_day (&row.licence_expires), ==, 30);
  muster_import_row_clear (&row);
}

static void
test_leave_out (OperationsFixture *fixture, gconstpointer data)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (MusterImportPlan) plan = NULL;

  reading_init (&reading, fixture, HEADER ANA "Lindqvist,Anna,ana@example.org,1234567,,Broker,Sunrise\nOlson,Bo,,1x,,Broker,Sunrise\nVang,Kia,,2x,,Broker,Sunrise\n");
  assert_plan (fixture, &reading, "XXRR", "2:identifier-twice 3:identifier-twice 4:npn-form 5:npn-form");
  muster_import_options_leave_out (reading.options, 1, TRUE);
  assert_plan (fixture, &reading, "CSRR", "3:left-out 4:npn-form 5:npn-form");
  muster_import_options_leave_out (reading.options, 1, FALSE);
  g_assert_false (muster_import_options_is_left_out (reading.options, 1));
  assert_plan (fixture, &reading, "XXRR", "2:identifier-twice 3:identifier-twice 4:npn-form 5:npn-form");

  plan = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpuint (muster_import_options_leave_out_alike (reading.options, plan, find_finding (plan, "npn-form")), ==, 2);
  g_assert_cmpuint (muster_import_options_count_left_out (reading.options), ==, 2);
  assert_plan (fixture, &reading, "XXSS", "2:identifier-twice 3:identifier-twice 4:left-out 5:left-out");
}

/* Which of two that contradict each other stays is one answer; both say where the other is. */
static void
test_keep (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) plan = NULL;
  const MusterFinding *finding;
  g_auto (Reading) reading = { 0 };

  reading_init (&reading, fixture, HEADER ANA "Olson,Bo,,1234567,,Broker,Sunrise\nBerg,Ida,,1234567,,Broker,Sunrise\n" PAO);
  assert_plan (fixture, &reading, "XXXC", "2:identifier-twice 3:identifier-twice 4:identifier-twice");
  plan = make_plan (fixture, reading.sheet, reading.options);
  finding = find_finding (plan, "identifier-twice");
  g_assert_cmpstr (finding->column, ==, "NPN");
  g_assert_cmpstr (finding->value, ==, "1234567");
  g_assert_cmpuint (finding->other_row, ==, 1);
  g_assert_cmpstr (finding->message, ==, "“1234567” stands in this row, of Ana Lindqvist, and on line 3, of Bo Olson, with other data. Keep the row that is right.");
  muster_import_options_keep (reading.options, plan, 1);
  assert_plan (fixture, &reading, "SCSC", "2:left-out 4:left-out");
}

/* Two rows of one person of the register: who that is, is said. */
static void
test_person_twice (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) plan = NULL;
  g_auto (Reading) reading = { 0 };

  reading_init (&reading, fixture, HEADER "Lindqvist,Ana,,1234567,,Broker,Sunrise\nLindqvist,Anna,ana@example.org,,,Broker,Sunrise\n");
  plan = make_plan (fixture, reading.sheet, reading.options);
  g_assert_nonnull (strstr (find_finding (plan, "person-twice")->message, ", Ana Lindqvist, of the register"));
  g_assert_nonnull (strstr (find_finding (plan, "person-twice")->message, "line 3, of Anna Lindqvist"));
  muster_import_options_keep (reading.options, plan, 0);
  assert_plan (fixture, &reading, "=S", "3:left-out");
}

/* What a program has lost of a name is no news; the name of the register is one answer away. */
static void
test_lost_letters (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER "Nuñez,José,,1234567,,Broker,Sunrise\nPeña,Ana,,7654321,,Broker,Sunrise\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) plan = NULL, whole_plan = NULL;
  g_auto (Reading) reading = { 0 }, whole = { 0 };

  reading_init (&reading, fixture, HEADER "Nu?ez,Jose,,1234567,,Broker,Sunrise\nPENA,ANA,,7654321,,Broker,Sunrise\n");
  assert_plan (fixture, &reading, "UU", "2:accents-lost 2:accents-lost 3:accents-lost");
  plan = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpstr (find_finding (plan, "accents-lost")->fix, ==, "José");
  g_assert_cmpuint (muster_import_options_fix_all (reading.options, plan, "accents-lost"), ==, 3);
  assert_plan (fixture, &reading, "==", "");

  reading_init (&whole, fixture, "Name,NPN\nJose Nunez,1234567\n");
  whole_plan = make_plan (fixture, whole.sheet, whole.options);
  g_assert_cmpstr (find_finding (whole_plan, "accents-lost")->fix, ==, "Nuñez, José");
  muster_import_options_fix_all (whole.options, whole_plan, NULL);
  assert_plan (fixture, &whole, "=", "");
}

static void
test_copy (OperationsFixture *fixture, gconstpointer data)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (MusterImportOptions) copy = NULL;

  reading_init (&reading, fixture, HEADER ANA PAO);
  muster_import_options_fix (reading.options, 0, 0, "Holm");
  muster_import_options_leave_out (reading.options, 1, TRUE);
  muster_import_options_decide (reading.options, 0, 17);
  muster_import_options_inactivate (reading.options, 4, TRUE);
  reading.options->date_orders[2] = MUSTER_DATE_ORDER_DAY_FIRST;
  copy = muster_import_options_copy (reading.options);

  muster_import_options_fix (reading.options, 0, 0, NULL);
  muster_import_options_leave_out (reading.options, 1, FALSE);
  muster_import_options_decide (reading.options, 0, 0);
  muster_import_options_inactivate (reading.options, 4, FALSE);
  g_assert_cmpstr (muster_import_options_get_fix (copy, 0, 0), ==, "Holm");
  g_assert_true (muster_import_options_is_left_out (copy, 1));
  g_assert_cmpint (muster_import_options_get_decision (copy, 0), ==, 17);
  g_assert_true (muster_import_options_inactivates (copy, 4));
  g_assert_cmpint (copy->date_orders[2], ==, MUSTER_DATE_ORDER_DAY_FIRST);
  g_assert_null (muster_import_options_get_fix (reading.options, 0, 0));
  g_assert_cmpint (muster_import_options_get_decision (reading.options, 0), ==, 0);
  g_assert_false (muster_import_options_inactivates (reading.options, 4));
}

static void
test_same (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) asked = NULL, done = NULL;
  g_autoptr (MusterAssister) person = NULL;
  g_auto (Reading) reading = { 0 };
  gint64 ana = find_person (fixture, "1234567");

  reading_init (&reading, fixture, HEADER OTHER_ANA);
  asked = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpuint (asked->n_questions, ==, 1);
  g_assert_cmpint (muster_import_plan_get_suggestion (asked, 0), ==, ana);
  g_assert_nonnull (strstr (find_finding (asked, "same-name")->message, "P-"));

  muster_import_options_decide (reading.options, 0, ana);
  assert_plan (fixture, &reading, "U", "");
  done = carry_out (fixture, reading.sheet, reading.options, NULL);
  g_assert_cmpint (done->people[0], ==, ana);
  person = load_person (fixture, ana);
  g_assert_cmpstr (person->assister_id, ==, "B7K4M2P9Q");
  g_assert_cmpstr (person->npn, ==, "1234567");
  assert_plan (fixture, &reading, "=", "");
}

static char *
dup_roster (const MusterAssister *person, gboolean is_exchanged, const char *rest)
{
  const char *first = is_exchanged ? person->given_name : person->family_name, *second = is_exchanged ? person->family_name : person->given_name;

  return g_strdup_printf (HEADER "%s,%s,%s\n", first, second, rest);
}

/* Neither another number nor the names' order is a way around a decision; whoever is of that name and free is not asked for. */
static void
test_barred (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean is_exchanged;
    const char *rest;
  } cases[] = {
    { FALSE, "new1@example.org,2345678,,Broker,Elsewhere" },
    { TRUE, "new2@example.org,2345679,,Broker,Elsewhere" },
    { FALSE, "new3@example.org,,,Broker,Elsewhere" },
    { FALSE, ",,,Broker,Elsewhere" },
  };
  gint64 revoked = add_certified (fixture, "Xiong", 8, MUSTER_ASSISTER_BROKER), free_one = add_certified (fixture, "Thao", 9, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterAssister) barred = load_person (fixture, revoked), other = load_person (fixture, free_one);

  revoke_person (fixture, revoked);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dup_roster (barred, cases[i].is_exchanged, cases[i].rest), *free_text = dup_roster (other, cases[i].is_exchanged, cases[i].rest);
      g_auto (Reading) reading = { 0 }, free_reading = { 0 };
      g_autoptr (MusterImportPlan) asked = NULL, not_asked = NULL;

      g_test_message ("%u", i);
      reading_init (&reading, fixture, text);
      asked = make_plan (fixture, reading.sheet, reading.options);
      g_assert_cmpint (muster_import_plan_get_suggestion (asked, 0), ==, revoked);
      g_assert_nonnull (strstr (find_finding (asked, "barred-name")->message, "Revoked"));
      reading_init (&free_reading, fixture, free_text);
      not_asked = make_plan (fixture, free_reading.sheet, free_reading.options);
      for (guint j = 0; j < not_asked->findings->len; j++)
        g_assert_cmpstr (((const MusterFinding *) not_asked->findings->pdata[j])->rule, !=, "barred-name");
    }
}

/* One row that is true is no cover for another. */
static void
test_barred_beside (OperationsFixture *fixture, gconstpointer data)
{
  gint64 revoked = add_certified (fixture, "Xiong", 8, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterAssister) barred = load_person (fixture, revoked);
  g_autofree char *text = g_strdup_printf (HEADER "%1$s,%2$s,,%3$s,,Broker,Elsewhere\n%1$s,%2$s,new@example.org,2345678,,Broker,Elsewhere\n", barred->family_name, barred->given_name, barred->npn);
  g_auto (Reading) reading = { 0 };
  g_autoptr (MusterImportPlan) asked = NULL;

  revoke_person (fixture, revoked);
  reading_init (&reading, fixture, text);
  asked = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpint (muster_import_plan_get_suggestion (asked, 1), ==, revoked);
  g_assert_cmpstr (find_finding (asked, "barred-name")->rule, ==, "barred-name");
}

/* Somebody known who gets the name of a person who is barred is seen to; barred people themselves may be called otherwise. */
static void
test_barred_renamed (OperationsFixture *fixture, gconstpointer data)
{
  gint64 revoked = add_certified (fixture, "Xiong", 8, MUSTER_ASSISTER_BROKER), other = add_certified (fixture, "Xion", 9, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterAssister) barred = load_person (fixture, revoked), person = load_person (fixture, other);
  g_autofree char *text = g_strdup_printf (HEADER "%s,%s,,%s,,,\n", barred->family_name, barred->given_name, person->npn);
  g_autofree char *own = g_strdup_printf (HEADER "Xiongg,%s,,%s,,,\n", barred->given_name, barred->npn);
  g_auto (Reading) reading = { 0 }, own_reading = { 0 };
  g_autoptr (MusterImportPlan) plan = NULL, own_plan = NULL;

  revoke_person (fixture, revoked);
  reading_init (&reading, fixture, text);
  plan = make_plan (fixture, reading.sheet, reading.options);
  g_assert_nonnull (strstr (find_finding (plan, "barred-name")->message, "Revoked"));
  reading_init (&own_reading, fixture, own);
  own_plan = make_plan (fixture, own_reading.sheet, own_reading.options);
  for (guint i = 0; i < own_plan->findings->len; i++)
    g_assert_cmpstr (((const MusterFinding *) own_plan->findings->pdata[i])->rule, !=, "barred-name");
}

/* A row of the revoked person with another role is told on its line, and leaves the others alone; with the same role it is as it was. */
static void
test_revoked_elsewhere (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *role;
    MusterRowFate fate;
  } cases[] = { { "Navigator", MUSTER_FATE_REJECTED }, { "CAC", MUSTER_FATE_REJECTED }, { "Broker", MUSTER_FATE_UPDATED }, { "", MUSTER_FATE_UPDATED } };
  gint64 revoked = add_certified (fixture, "Xiong", 8, MUSTER_ASSISTER_BROKER), other = add_certified (fixture, "Thao", 9, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterAssister) barred = load_person (fixture, revoked), free_one = load_person (fixture, other);

  revoke_person (fixture, revoked);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEADER "%s,%s,moved%u@example.org,%s,,%s,\n%s,%s,,%s,,Navigator,\n", barred->family_name, barred->given_name, i, barred->npn, cases[i].role,
                                               free_one->family_name, free_one->given_name, free_one->npn);
      g_auto (Reading) reading = { 0 };
      g_autoptr (MusterImportPlan) plan = NULL;

      g_test_message ("%s", cases[i].role);
      reading_init (&reading, fixture, text);
      set_day (&reading.options->today, "2026-03-20");
      plan = make_plan (fixture, reading.sheet, reading.options);
      g_assert_cmpint (plan->fates[0], ==, cases[i].fate);
      g_assert_cmpint (plan->fates[1], ==, MUSTER_FATE_UPDATED);
      if (cases[i].fate == MUSTER_FATE_REJECTED)
        g_assert_nonnull (strstr (find_finding (plan, "revoked-elsewhere")->message, "no way around"));
    }
}

/* That it is another person is said once. */
static void
test_barred_is_remembered (OperationsFixture *fixture, gconstpointer data)
{
  gint64 revoked = add_certified (fixture, "Xiong", 8, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterAssister) barred = load_person (fixture, revoked);
  g_autofree char *text = g_strdup_printf (HEADER "%s,%s,new@example.org,2345678,,Broker,Elsewhere\n", barred->family_name, barred->given_name);
  g_auto (Reading) reading = { 0 }, again = { 0 };
  g_autoptr (MusterImportPlan) done = NULL;

  revoke_person (fixture, revoked);
  reading_init (&reading, fixture, text);
  assert_plan (fixture, &reading, "X", "2:barred-name");
  muster_import_options_decide (reading.options, 0, MUSTER_IMPORT_NOT_THE_SAME);
  done = carry_out (fixture, reading.sheet, reading.options, NULL);
  g_assert_cmpuint (done->counts[MUSTER_FATE_CREATED], ==, 1);
  reading_init (&again, fixture, text);
  assert_plan (fixture, &again, "=", "");
}

/* What belongs to somebody else stays a conflict, and so does somebody whom there is not. */
static void
test_same_is_no_magic (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_auto (Reading) reading = { 0 };
  gint64 ana = find_person (fixture, "1234567");

  reading_init (&reading, fixture, HEADER "Lindqvist,Ana,pao@example.org,,,CAC,Sunset\n"
                                          "Olson,Bo,ana@example.org,7654321,,Broker,Sunrise\n");
  muster_import_options_decide (reading.options, 0, ana);
  assert_plan (fixture, &reading, "XC", "2:email-taken 3:email-shared");
  muster_import_options_decide (reading.options, 0, 0);
  muster_import_options_leave_out (reading.options, 0, TRUE);
  muster_import_options_decide (reading.options, 1, ana);
  assert_plan (fixture, &reading, "SU", "2:left-out 3:identifier-replaced");
  muster_import_options_decide (reading.options, 1, 4711);
  assert_plan (fixture, &reading, "SX", "2:left-out 3:no-such-person");
}

static void
test_not_the_same (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) refused = NULL, done = NULL, remembered = NULL;
  g_auto (Reading) reading = { 0 };
  gint64 import_id;

  /* Nobody is made, so that the name would be asked about again. */
  reading_init (&reading, fixture, HEADER OTHER_ANA);
  reading.options->mode = MUSTER_MODE_UPDATE;
  assert_plan (fixture, &reading, "X", "2:same-name");
  refused = make_plan (fixture, reading.sheet, reading.options);
  muster_import_options_decide (reading.options, 0, MUSTER_IMPORT_NOT_THE_SAME);
  assert_plan (fixture, &reading, "S", "");
  done = carry_out (fixture, reading.sheet, reading.options, &import_id);
  g_assert_cmpint (import_id, >, 0);
  g_assert_cmpuint (done->n_questions, ==, 0);
  g_assert_cmpstr (done->digest, !=, refused->digest);

  muster_import_options_decide (reading.options, 0, 0);
  assert_plan (fixture, &reading, "S", "");
  reading.options->mode = MUSTER_MODE_UPSERT;
  assert_plan (fixture, &reading, "C", "");
  remembered = carry_out (fixture, reading.sheet, reading.options, NULL);
  g_assert_cmpint (remembered->people[0], !=, find_person (fixture, "1234567"));
}

/* First and last name in each other's place change nobody before somebody says so. */
static void
test_swapped (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) asked = NULL, done = NULL;
  g_autoptr (MusterAssister) after = NULL;
  g_auto (Reading) reading = { 0 };
  gint64 ana = find_person (fixture, "1234567");

  reading_init (&reading, fixture, HEADER "Ana,Lindqvist,ana@example.org,1234567,,Broker,Sunrise\n");
  asked = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpint (muster_import_plan_get_suggestion (asked, 0), ==, ana);
  g_assert_true (find_finding (asked, "names-swapped")->is_question);
  g_assert_nonnull (strstr (find_finding (asked, "names-swapped")->message, "Lindqvist, Ana"));
  muster_import_options_decide (reading.options, 0, MUSTER_IMPORT_NOT_THE_SAME);
  assert_plan (fixture, &reading, "X", "2:identifier-taken");
  muster_import_options_decide (reading.options, 0, ana);
  assert_plan (fixture, &reading, "U", "");
  done = carry_out (fixture, reading.sheet, reading.options, NULL);
  after = load_person (fixture, ana);
  g_assert_cmpstr (after->given_name, ==, "Lindqvist");
  g_assert_cmpint (done->people[0], ==, ana);
}

/* The NPN of somebody whom the row is not about: nobody is changed before somebody says so. */
static void
test_other_name (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) asked = NULL, held_up = NULL, left = NULL, done = NULL;
  g_autoptr (MusterAssister) before = NULL, after = NULL;
  g_auto (Reading) reading = { 0 };
  gint64 ana = find_person (fixture, "1234567"), import_id;

  reading_init (&reading, fixture, HEADER "Olson,Bo,bo@example.org,1234567,,Broker,Sunrise\n" PAO);
  asked = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpint (muster_import_plan_get_suggestion (asked, 0), ==, ana);
  g_assert_true (find_finding (asked, "name-differs")->is_question);
  g_assert_nonnull (strstr (find_finding (asked, "name-differs")->message, "Ana Lindqvist"));

  /* Nothing without an answer; then the others, and the person stays as it is. */
  reading.options->accept_valid = FALSE;
  held_up = carry_out (fixture, reading.sheet, reading.options, &import_id);
  g_assert_cmpint (import_id, ==, 0);
  reading.options->accept_valid = TRUE;
  left = carry_out (fixture, reading.sheet, reading.options, &import_id);
  g_assert_cmpint (import_id, >, 0);
  g_assert_cmpuint (left->n_questions, ==, 1);
  before = load_person (fixture, ana);
  g_assert_cmpstr (before->family_name, ==, "Lindqvist");

  muster_import_options_decide (reading.options, 0, MUSTER_IMPORT_NOT_THE_SAME);
  assert_plan (fixture, &reading, "X=", "2:identifier-taken");
  muster_import_options_decide (reading.options, 0, ana);
  assert_plan (fixture, &reading, "U=", "");
  done = carry_out (fixture, reading.sheet, reading.options, NULL);
  g_assert_cmpint (done->people[0], ==, ana);
  after = load_person (fixture, ana);
  g_assert_cmpstr (after->family_name, ==, "Olson");
}

/* Rows without anything but a name: a person says whom they are about, by the line. */
static void
test_only_names (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) done = NULL;
  g_autoptr (MusterSheet) nobody = read_text (fixture, "Name,County\nBo Olson,Anoka\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (nobody, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterAssister) person = NULL;
  g_auto (Reading) reading = { 0 };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database;

  reading_init (&reading, fixture, "Name,County\nAna Lindqvist,Hennepin\nBo Olson,Anoka\n");
  g_assert_true (muster_import_options_know_only_names (reading.options));
  assert_plan (fixture, &reading, "XR", "2:same-name 3:no-identifier");
  muster_import_options_decide (reading.options, 0, MUSTER_IMPORT_NOT_THE_SAME);
  assert_plan (fixture, &reading, "RR", "2:no-identifier 3:no-identifier");
  muster_import_options_decide (reading.options, 0, find_person (fixture, "1234567"));
  assert_plan (fixture, &reading, "UR", "3:no-identifier");
  done = carry_out (fixture, reading.sheet, reading.options, NULL);
  person = load_person (fixture, done->people[0]);
  g_assert_cmpstr (person->county, ==, "Hennepin");
  g_assert_cmpstr (person->npn, ==, "1234567");
  assert_plan (fixture, &reading, "=R", "3:no-identifier");

  database = muster_store_read (store, NULL);
  g_assert_null (muster_import_plan_new (database, nobody, options, NULL, NULL, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  muster_store_read_done (store, database);
}

static void
test_none_are_the_same (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA PAO "Olson,Bo,,3000009,,Broker,Sunrise\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) asked = NULL;
  g_auto (Reading) reading = { 0 };

  reading_init (&reading, fixture, HEADER OTHER_ANA "Moua,Pao,,7700001,,Broker,Lake Help\nBerg,Ida,,3000009,,Broker,Sunrise\n");
  assert_plan (fixture, &reading, "XXX", "2:same-name 3:same-name 4:name-differs");
  asked = make_plan (fixture, reading.sheet, reading.options);
  g_assert_cmpuint (muster_import_options_tell_apart (reading.options, asked, "same-name"), ==, 2);
  assert_plan (fixture, &reading, "CCX", "4:name-differs");
  g_assert_cmpuint (muster_import_options_tell_apart (reading.options, asked, NULL), ==, 3);
  assert_plan (fixture, &reading, "CCX", "4:identifier-taken");
}

static void
test_changes (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER ANA, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_auto (Reading) reading = { 0 };
  g_autoptr (MusterImportPlan) plan = NULL;
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database;
  g_autoptr (GString) text = g_string_new (NULL);

  reading_init (&reading, fixture, HEADER "Lindqvist,Anna,ana@example.org,1234567,,CAC,Sunset\n" PAO);
  plan = make_plan (fixture, reading.sheet, reading.options);
  database = muster_store_read (store, NULL);
  for (guint row = 0; row < 2; row++)
    {
      g_autoptr (GPtrArray) changes = muster_import_plan_list_changes (plan, database, row, NULL);

      for (guint i = 0; i < changes->len; i++)
        {
          const MusterImportChange *change = changes->pdata[i];

          g_string_append_printf (text, "%u %s: %s → %s\n", row, muster_import_field_to_code (change->field), change->before != NULL ? change->before : "-", change->after);
        }
    }
  muster_store_read_done (store, database);
  g_assert_cmpstr (text->str, ==,
                   "0 given-name: Ana → Anna\n"
                   "0 agency: Sunrise → Sunset\n"
                   "0 type: Broker → Broker, CAC\n"
                   "1 given-name: - → Pao\n"
                   "1 family-name: - → Moua\n"
                   "1 assister-id: - → A7K4M2P9Q\n"
                   "1 email: - → pao@example.org\n"
                   "1 type: - → Navigator\n"
                   "1 agency: - → Lake Help\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/import-decisions/fix", test_fix);
  operations_fixture_add ("/operations/import-decisions/fix-order", test_fix_order);
  operations_fixture_add ("/operations/import-decisions/leave-out", test_leave_out);
  operations_fixture_add ("/operations/import-decisions/keep", test_keep);
  operations_fixture_add ("/operations/import-decisions/person-twice", test_person_twice);
  operations_fixture_add ("/operations/import-decisions/lost-letters", test_lost_letters);
  operations_fixture_add ("/operations/import-decisions/copy", test_copy);
  operations_fixture_add ("/operations/import-decisions/same", test_same);
  operations_fixture_add ("/operations/import-decisions/same-is-no-magic", test_same_is_no_magic);
  operations_fixture_add ("/operations/import-decisions/not-the-same", test_not_the_same);
  operations_fixture_add ("/operations/import-decisions/other-name", test_other_name);
  operations_fixture_add ("/operations/import-decisions/revoked-elsewhere", test_revoked_elsewhere);
  operations_fixture_add ("/operations/import-decisions/barred", test_barred);
  operations_fixture_add ("/operations/import-decisions/barred-beside", test_barred_beside);
  operations_fixture_add ("/operations/import-decisions/barred-renamed", test_barred_renamed);
  operations_fixture_add ("/operations/import-decisions/barred-is-remembered", test_barred_is_remembered);
  operations_fixture_add ("/operations/import-decisions/swapped", test_swapped);
  operations_fixture_add ("/operations/import-decisions/only-names", test_only_names);
  operations_fixture_add ("/operations/import-decisions/none-are-the-same", test_none_are_the_same);
  operations_fixture_add ("/operations/import-decisions/changes", test_changes);
  return g_test_run ();
}
