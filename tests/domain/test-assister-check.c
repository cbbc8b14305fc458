/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-assister.h"
#include "domain/muster-error.h"

static void
test_form (void)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->given_name = g_strdup ("  Ana   M. ");
  person->family_name = g_strdup ("Lindqvist Jr.");
  person->suffix = g_strdup ("  ");
  person->assister_id = g_strdup (" ab12cd34e ");
  person->email = g_strdup ("Ana@Example.ORG");
  person->phone = g_strdup ("1 612 555 0142");
  g_assert_true (muster_assister_check (person, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (person->given_name, ==, "Ana");
  g_assert_cmpstr (person->middle_name, ==, "M");
  g_assert_cmpstr (person->family_name, ==, "Lindqvist");
  g_assert_cmpstr (person->suffix, ==, "Jr.");
  g_assert_cmpstr (person->assister_id, ==, "AB12CD34E");
  g_assert_cmpstr (person->email, ==, "Ana@example.org");
  g_assert_cmpstr (person->phone, ==, "(612) 555-0142");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *family_name;
    const char *npn;
    const char *email;
    const char *languages;
    MusterError code;
  } cases[] = {
    { NULL, "1234567", NULL, NULL, MUSTER_ERROR_RULE },
    { " ", "1234567", NULL, NULL, MUSTER_ERROR_RULE },
    { "Moua", NULL, NULL, NULL, MUSTER_ERROR_RULE },
    { "Moua", "0123", NULL, NULL, MUSTER_ERROR_INVALID },
    { "Moua", NULL, "pao@example", NULL, MUSTER_ERROR_INVALID },
    { "Moua", "1234567", NULL, "Hmong 123-45-6789", MUSTER_ERROR_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterAssister) person = muster_assister_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      person->family_name = g_strdup (cases[i].family_name);
      person->npn = g_strdup (cases[i].npn);
      person->email = g_strdup (cases[i].email);
      person->languages = g_strdup (cases[i].languages);
      g_assert_false (muster_assister_check (person, &error));
      g_assert_error (error, MUSTER_ERROR, cases[i].code);
    }
}

static void
test_too_long (void)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strnfill (201, 'x');
  person->npn = g_strdup ("1234567");
  g_assert_false (muster_assister_check (person, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

/* Nine digits alone are the number of a license, and no language. */
static void
test_bare_nine_digits (void)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup ("Moua");
  person->npn = g_strdup ("1234567");
  person->licence_number = g_strdup ("123456789");
  g_assert_true (muster_assister_check (person, &error));
  g_assert_no_error (error);
  person->county = g_strdup ("123456789");
  g_assert_false (muster_assister_check (person, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

static void
test_agency_name (void)
{
  g_autofree char *longest = g_strnfill (200, 'x'), *too_long = g_strnfill (201, 'x');
  const struct
  {
    const char *name;
    int code; /* -1: good */
  } cases[] = {
    { "Riverside Navigators", -1 },
    { longest, -1 },
    { too_long, MUSTER_ERROR_INVALID },
    { NULL, MUSTER_ERROR_INVALID },
    { " ", MUSTER_ERROR_INVALID },
    { "123-45-6789", MUSTER_ERROR_RULE },
    { "123456789", MUSTER_ERROR_RULE },
    { "Riverside 123-45-6789", MUSTER_ERROR_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_cmpint (muster_agency_check_name (cases[i].name, &error), ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, MUSTER_ERROR, cases[i].code);
      else
        g_assert_no_error (error);
    }
}

static void
test_equal (void)
{
  g_autoptr (MusterAssister) one = muster_assister_new ();
  g_autoptr (MusterAssister) other = NULL;

  one->family_name = g_strdup ("Warsame");
  other = muster_assister_copy (one);
  other->id = 17;
  g_assert_true (muster_assister_equal (one, other));
  other->active = FALSE;
  g_assert_false (muster_assister_equal (one, other));
  other->active = TRUE;
  other->languages = g_strdup ("Somali");
  g_assert_false (muster_assister_equal (one, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/assister-check/form", test_form);
  g_test_add_func ("/domain/assister-check/refused", test_refused);
  g_test_add_func ("/domain/assister-check/too-long", test_too_long);
  g_test_add_func ("/domain/assister-check/bare-nine-digits", test_bare_nine_digits);
  g_test_add_func ("/domain/assister-check/agency-name", test_agency_name);
  g_test_add_func ("/domain/assister-check/equal", test_equal);
  return g_test_run ();
}
