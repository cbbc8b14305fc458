/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-person-name.h"

typedef struct
{
  const char *text;
  const char *given;
  const char *middle;
  const char *family;
  const char *suffix;
} Case;

static const Case read_cases[] = {
  { "", NULL, NULL, NULL, NULL },
  { "  \t", NULL, NULL, NULL, NULL },
  { ",", NULL, NULL, NULL, NULL },
  { "Ana Lindqvist", "Ana", NULL, "Lindqvist", NULL },
  { "  Ana   Lindqvist ", "Ana", NULL, "Lindqvist", NULL },
  { "Ana M. Lindqvist", "Ana", "M", "Lindqvist", NULL },
  { "Ana M Lindqvist", "Ana", "M", "Lindqvist", NULL },
  { "Lindqvist, Ana", "Ana", NULL, "Lindqvist", NULL },
  { "Lindqvist , Ana", "Ana", NULL, "Lindqvist", NULL },
  { "Lindqvist,Ana", "Ana", NULL, "Lindqvist", NULL },
  { "LINDQVIST, ANA M. JR", "ANA", "M", "LINDQVIST", "Jr." },
  { "LINDQVIST JR, ANA M.", "ANA", "M", "LINDQVIST", "Jr." },
  { "LINDQVIST, JR., ANA", "ANA", NULL, "LINDQVIST", "Jr." },
  { "Ana M. Lindqvist, Jr.", "Ana", "M", "Lindqvist", "Jr." },
  { "Ana M. Lindqvist Jr", "Ana", "M", "Lindqvist", "Jr." },
  { "Tom Berg Sr.", "Tom", NULL, "Berg", "Sr." },
  { "Tom Berg III", "Tom", NULL, "Berg", "III" },
  { "BERG, TOM III", "TOM", NULL, "BERG", "III" },
  { "Berg, Tom IV", "Tom", NULL, "Berg", "IV" },
  { "Dr. Ana Lindqvist, RN", "Ana", NULL, "Lindqvist", NULL },
  { "Mrs. Ana Lindqvist", "Ana", NULL, "Lindqvist", NULL },
  { "Ms Ana Lindqvist", "Ana", NULL, "Lindqvist", NULL },
  { "Ana Lindqvist, MSW, LICSW", "Ana", NULL, "Lindqvist", NULL },
  { "Ana Lindqvist, Ph.D.", "Ana", NULL, "Lindqvist", NULL },
  { "Tom Berg, Jr., CPA", "Tom", NULL, "Berg", "Jr." },
  { "Lindqvist, Ana, RN", "Ana", NULL, "Lindqvist", NULL },
  { "Null", NULL, NULL, "Null", NULL },
  { "Sam Null", "Sam", NULL, "Null", NULL },
  { "NULL, SAM", "SAM", NULL, "NULL", NULL },
  { "Mary O’Brien", "Mary", NULL, "O’Brien", NULL },
  { "O'BRIEN, MARY", "MARY", NULL, "O'BRIEN", NULL },
  { "Ludwig van der Berg", "Ludwig", NULL, "van der Berg", NULL },
  { "van der Berg, Ludwig", "Ludwig", NULL, "van der Berg", NULL },
  { "María de la Cruz", "María", NULL, "de la Cruz", NULL },
  { "Anne-Marie Smith-Jones", "Anne-Marie", NULL, "Smith-Jones", NULL },
  { "Smith-Jones, Anne-Marie", "Anne-Marie", NULL, "Smith-Jones", NULL },
  { "Pao", NULL, NULL, "Pao", NULL },
  { "Vang, V", "V", NULL, "Vang", NULL }, /* not Vang the Fifth */
  { "Ma, Mai", "Mai", NULL, "Ma", NULL }, /* not a degree */
  { "MA, MAI", "MAI", NULL, "MA", NULL },
  { "Do, An", "An", NULL, "Do", NULL },
  { "Nguyễn, Hồng Đặng", "Hồng", "Đặng", "Nguyễn", NULL },
  { "J. R. Berg", "J.", "R", "Berg", NULL },
  { "Berg, Ludwig van der", "Ludwig", NULL, "van der Berg", NULL },
  { "Nguyen, Hung Van", "Hung", "Van", "Nguyen", NULL }, /* a name, not a particle */
  { "Cruz, Maria Elena de la", "Maria", "Elena", "de la Cruz", NULL },
  { "Ana Lindqvist CPA CLU", "Ana", NULL, "Lindqvist", NULL },
  { "Lindqvist, Ana M., CPA, CLU", "Ana", "M", "Lindqvist", NULL },
  { "Prof. Dr. Ana Lindqvist", "Ana", NULL, "Lindqvist", NULL },
  { "Berg Jr., Tom, CPA", "Tom", NULL, "Berg", "Jr." },
};

static void
assert_name (const Case *expected, const MusterAssister *person)
{
  g_assert_cmpstr (person->family_name, ==, expected->family);
  g_assert_cmpstr (person->given_name, ==, expected->given);
  g_assert_cmpstr (person->middle_name, ==, expected->middle);
  g_assert_cmpstr (person->suffix, ==, expected->suffix);
}

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autoptr (MusterAssister) person = muster_assister_new ();

      g_test_message ("“%s”", read_cases[i].text);
      muster_person_name_read (read_cases[i].text, person, NULL);
      assert_name (&read_cases[i], person);
    }
}

/* What was read is in order: tidying changes nothing, and a list's way of writing it is read as the same. */
static void
test_read_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autoptr (MusterAssister) person = muster_assister_new ();
      g_autoptr (MusterAssister) again = muster_assister_new ();
      g_autofree char *list_name = NULL;

      g_test_message ("“%s”", read_cases[i].text);
      muster_person_name_read (read_cases[i].text, person, NULL);
      muster_person_name_tidy (person, NULL);
      assert_name (&read_cases[i], person);

      /* An initial is shown with a dot, so those are left out. */
      if (read_cases[i].given != NULL && g_utf8_strlen (read_cases[i].given, -1) < 3)
        continue;
      list_name = muster_assister_dup_list_name (person);
      muster_person_name_read (list_name, again, NULL);
      assert_name (&read_cases[i], again);
    }
}

static void
test_tidy (void)
{
  static const struct
  {
    Case before;
    Case after;
  } cases[] = {
    { { NULL, "Ana", "M.", "Lindqvist", "JR" }, { NULL, "Ana", "M", "Lindqvist", "Jr." } },
    { { NULL, "Ana M.", NULL, "Lindqvist", NULL }, { NULL, "Ana", "M", "Lindqvist", NULL } },
    { { NULL, "Ana", NULL, "Lindqvist Jr.", NULL }, { NULL, "Ana", NULL, "Lindqvist", "Jr." } },
    { { NULL, "Ana", NULL, "Lindqvist, Jr", NULL }, { NULL, "Ana", NULL, "Lindqvist", "Jr." } },
    { { NULL, "Ana", NULL, "Lindqvist, RN", NULL }, { NULL, "Ana", NULL, "Lindqvist", NULL } },
    { { NULL, "Tom", NULL, "Berg", "iii" }, { NULL, "Tom", NULL, "Berg", "III" } },
    { { NULL, "Tom", NULL, "Berg", "sr" }, { NULL, "Tom", NULL, "Berg", "Sr." } },
    { { NULL, "Anne Marie", NULL, "Smith Jones", NULL }, { NULL, "Anne Marie", NULL, "Smith Jones", NULL } },
    { { NULL, "Mai", NULL, "Ma", NULL }, { NULL, "Mai", NULL, "Ma", NULL } },
    { { NULL, NULL, NULL, "Null", NULL }, { NULL, NULL, NULL, "Null", NULL } },
    { { NULL, NULL, NULL, "Jr", NULL }, { NULL, NULL, NULL, "Jr", NULL } },
    { { NULL, NULL, NULL, NULL, NULL }, { NULL, NULL, NULL, NULL, NULL } },
    { { NULL, "V", NULL, "Vang", NULL }, { NULL, "V", NULL, "Vang", NULL } },
    { { NULL, "Dr. Ana", NULL, "Lindqvist", NULL }, { NULL, "Ana", NULL, "Lindqvist", NULL } },
    { { NULL, "Dr.", NULL, "Lindqvist", NULL }, { NULL, "Dr.", NULL, "Lindqvist", NULL } },
    { { NULL, "Tom Jr.", NULL, "Berg", NULL }, { NULL, "Tom", NULL, "Berg", "Jr." } },
    { { NULL, "Tom", NULL, "Berg", "Jr., CPA" }, { NULL, "Tom", NULL, "Berg", "Jr." } },
    { { NULL, "Tom", NULL, "Berg", "CPA" }, { NULL, "Tom", NULL, "Berg", NULL } },
    { { NULL, "Tom", NULL, "Berg", "the Elder" }, { NULL, "Tom", NULL, "Berg", "the Elder" } },
    { { NULL, "Tom", NULL, "Berg", "V" }, { NULL, "Tom", NULL, "Berg", "V" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterAssister) person = muster_assister_new ();

      g_test_message ("%u", i);
      person->given_name = g_strdup (cases[i].before.given);
      person->middle_name = g_strdup (cases[i].before.middle);
      person->family_name = g_strdup (cases[i].before.family);
      person->suffix = g_strdup (cases[i].before.suffix);
      muster_person_name_tidy (person, NULL);
      assert_name (&cases[i].after, person);
    }
}

static void
test_credentials (void)
{
  static const struct
  {
    const char *text;
    const char *credentials;
  } cases[] = {
    { "Ana Lindqvist", NULL },
    { "Ana Lindqvist, CPA, CLU, ChFC, RHU, LUTCF", "CPA, CLU, ChFC, RHU, LUTCF" },
    { "Ana Lindqvist, Jr., Ph.D.", "Ph.D." },
    { "Ana Lindqvist, MA", "MA" },
    { "Ma, Mai", NULL },
    { "Lindqvist RN, Ana", "RN" },
    { "Ana Lindqvist CPA CLU", "CPA, CLU" },
    { "Ana Lindqvist RN, CPA, CLU", "RN, CPA, CLU" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterAssister) person = muster_assister_new ();
      g_autofree char *credentials = NULL;

      g_test_message ("“%s”", cases[i].text);
      muster_person_name_read (cases[i].text, person, &credentials);
      g_assert_cmpstr (credentials, ==, cases[i].credentials);
    }
}

static void
test_settle_case (void)
{
  static const struct
  {
    const char *given;
    const char *middle;
    const char *family;
    const char *well; /* as a list shows it; %NULL: as it is */
  } cases[] = {
    { "ANA", "M", "LINDQVIST", "Lindqvist, Ana M." },
    { "ana", NULL, "lindqvist", "Lindqvist, Ana" },
    { "Ana", NULL, "LINDQVIST", "Lindqvist, Ana" },
    { "ANA", NULL, "Lindqvist", "Lindqvist, Ana" },
    { "Ana", NULL, "Lindqvist", NULL },
    { "DeAndre", NULL, "MacDonald", NULL },
    { "MARY", NULL, "O'BRIEN", "O’Brien, Mary" },
    { "MARY", NULL, "O’BRIEN", "O’Brien, Mary" },
    { "GINA", NULL, "D'ANGELO", "D’Angelo, Gina" },
    { "DE'ANDRE", NULL, "BERG", "Berg, De’Andre" },
    { "ALI", NULL, "MU'MIN", "Mu’min, Ali" },
    { "RON", NULL, "MCDONALD", "McDonald, Ron" },
    { "RON", NULL, "MCGEE", "McGee, Ron" },
    { "RON", NULL, "MACK", "Mack, Ron" },
    { "ANNE-MARIE", NULL, "SMITH-JONES", "Smith-Jones, Anne-Marie" },
    { "ANA", NULL, "LEE-O'BRIEN", "Lee-O’Brien, Ana" },
    { "LUDWIG", NULL, "VAN DER BERG", "van der Berg, Ludwig" },
    { "DICK", NULL, "VAN DYKE", "Van Dyke, Dick" },
    { "MARÍA", NULL, "DE LA CRUZ", "de la Cruz, María" },
    { "JOSÉ", NULL, "NÚÑEZ", "Núñez, José" },
    { "ÅSA", NULL, "ÖBERG", "Öberg, Åsa" },
    { "ANA", NULL, "ST. JOHN", "St. John, Ana" },
    { "TJ", NULL, "BERG", "Berg, TJ" },
    { "AJ", NULL, "BERG", "Berg, AJ" },
    { "ED", NULL, "BERG", "Berg, Ed" },
    { "J", "R", "BERG", "Berg, J. R." },
    { "MARY ANN", NULL, "BERG", "Berg, Mary Ann" },
    { NULL, NULL, "NULL", "Null" },
    { "V", NULL, "X", NULL },
    { "Mai", NULL, "X", NULL },
    { "王", NULL, "小明", NULL },
    { NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterAssister) person = muster_assister_new ();
      g_autofree char *before = NULL, *after = NULL;

      person->given_name = g_strdup (cases[i].given);
      person->middle_name = g_strdup (cases[i].middle);
      person->family_name = g_strdup (cases[i].family);
      before = muster_assister_dup_list_name (person);
      g_test_message ("%s", before);
      g_assert_cmpint (muster_person_name_settle_case (person), ==, cases[i].well != NULL);
      after = muster_assister_dup_list_name (person);
      g_assert_cmpstr (after, ==, cases[i].well != NULL ? cases[i].well : before);
    }
}

static void
test_place (void)
{
  static const char *const cases[][2] = {
    { "HENNEPIN", "Hennepin" },
    { "LAKE OF THE WOODS", "Lake of the Woods" },
    { "LE SUEUR", "Le Sueur" },
    { "LAC QUI PARLE", "Lac qui Parle" },
    { "ST. LOUIS", "St. Louis" },
    { "MCLEOD", "McLeod" },
    { "YELLOW MEDICINE", "Yellow Medicine" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = muster_person_name_dup_place (cases[i][0]);

      g_assert_cmpstr (place, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/person-name/credentials", test_credentials);
  g_test_add_func ("/domain/person-name/place", test_place);
  g_test_add_func ("/domain/person-name/read", test_read);
  g_test_add_func ("/domain/person-name/read-again", test_read_again);
  g_test_add_func ("/domain/person-name/settle-case", test_settle_case);
  g_test_add_func ("/domain/person-name/tidy", test_tidy);
  return g_test_run ();
}
