/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-account-person.h"

#include <string.h>

#include "domain/muster-error.h"

#define NO_FULL_NAME NULL

#define OTHER MUSTER_PERSON_OTHER
#define LIKE MUSTER_PERSON_LIKE
#define SAME MUSTER_PERSON_SAME

/* Written in two ways, here and there. @login: the user name */
static const struct
{
  const char *account;
  const char *login;
  const char *given;
  const char *middle;
  const char *family;
  MusterPersonTie tie;
} names[] = {
  { "Omar Haddad", "oh", "Omar", NULL, "Haddad", SAME },
  { "Haddad, Omar", "oh", "Omar", NULL, "Haddad", SAME },
  { "OMAR  HADDAD", "oh", "Omar", "J.", "Haddad", SAME },
  { "Omar J. Haddad", "oh", "Omar", NULL, "Haddad", SAME },
  { "Omar James Haddad", "oh", "Omar", "Lee", "Haddad", SAME },
  { "Omar Haddad", "oh", "Omar J.", NULL, "Haddad", SAME },
  { "Omar Haddad Jr.", "oh", "Omar", NULL, "Haddad", SAME },
  { "Omar Haddad III", "oh", "Omar", NULL, "Haddad", SAME },
  { "Omar Haddad", "oh", "Omar", NULL, "Haddad Sr.", SAME },
  { "Dr. Omar Haddad", "oh", "Omar", NULL, "Haddad", SAME },
  { "Omar Haddad", "oh", "Dr. Omar", NULL, "Haddad", SAME },
  { "Ms. Ana Montesol, RN", "am", "Ana", NULL, "Montesol", SAME },
  { "Ana Montesol-Rivera", "am", "Ana", NULL, "Montesol", SAME },
  { "Ana Montesol", "am", "Ana", NULL, "Montesol-Rivera", SAME },
  { "Ana Rivera", "am", "Ana", NULL, "Montesol-Rivera", SAME },
  { "Ana Montesol Rivera", "am", "Ana", NULL, "Montesol-Rivera", SAME },
  { "Nguyễn, Lee", "ln", "Lee", NULL, "Nguyen", SAME },
  { "Tomas Montesol", "tm", "Tomás", NULL, "Montesol", SAME },
  { "María de la Cruz", "mc", "Maria", NULL, "de la Cruz", SAME },
  { "Maria Delacruz", "mc", "Maria", NULL, "de la Cruz", SAME },
  { "Maria Cruz", "mc", "Maria", NULL, "de la Cruz", SAME },
  { "Kim OBrien", "ko", "Kim", NULL, "O’Brien", SAME },
  { "Kim O'Brien", "ko", "Kim", NULL, "OBrien", SAME },
  { "Maryann Smith", "ms", "Mary Ann", NULL, "Smith", SAME },
  { "Mary Ann Smith", "ms", "Maryann", NULL, "Smith", SAME },
  { "Mary Smith", "ms", "Mary Ann", NULL, "Smith", SAME },
  { "Md Rahman", "mr", "Md", NULL, "Rahman", SAME },
  { "Zoe", "zoe", NULL, NULL, "Zoe", SAME },

  { "Omar Haddad", "oh", "Omar", NULL, "Haddadi", OTHER },
  { "Le Nguyen", "ln", "Lee", NULL, "Nguyen", LIKE },
  { "Thomas Haddad", "th", "Omar", NULL, "Haddad", LIKE },
  { "Lena Haddad", "lh", "Omar Jens", NULL, "Haddad", LIKE },
  { "O. Haddad", "oh", "Omar", NULL, "Haddad", LIKE },
  { "Omar Haddad", "oh", "O.", NULL, "Haddad", LIKE },
  { "Dr. Haddad", "dh", "Dr. Omar", NULL, "Haddad", LIKE },
  { "Bob Haddad", "bh", "Robert", NULL, "Haddad", LIKE },
  { "Omar Rivera", "or", "Omar", NULL, "Haddad", OTHER },
  { "Maria de Vries", "mv", "Maria", NULL, "de la Cruz", OTHER },
  { "James Thomas", "jt", "James", NULL, "James", LIKE },
  { "Omar", "omar", "Omar", NULL, NULL, OTHER },
  { "Haddad", "h1", "Omar", NULL, "Haddad", LIKE },
  { "", "x", "Omar", NULL, "Haddad", OTHER },
  { "Ana Rivera", "ar", NULL, NULL, "Rivera", OTHER },

  /* The user name, where there is no more, and as a remark where there is. */
  { NO_FULL_NAME, "lee.nguyen", "Lee", NULL, "Nguyen", SAME },
  { NO_FULL_NAME, "nguyen_lee", "Lee", NULL, "Nguyen", SAME },
  { NO_FULL_NAME, "leenguyen", "Lee", NULL, "Nguyen", SAME },
  { NO_FULL_NAME, "leenguyen2", "Lee", NULL, "Nguyen", SAME },
  { NO_FULL_NAME, "lnguyen", "Lee", NULL, "Nguyen", LIKE },
  { NO_FULL_NAME, "lnguyen2", "Lee", NULL, "Nguyen", LIKE },
  { NO_FULL_NAME, "nguyenl", "Lee", NULL, "Nguyen", LIKE },
  { NO_FULL_NAME, "tnguyen", "Lee", NULL, "Nguyen", OTHER },
  { NO_FULL_NAME, "nguyen", "Lee", NULL, "Nguyen", LIKE },
  { NO_FULL_NAME, "admin", "Lee", NULL, "Nguyen", OTHER },
  { "Quite Other", "lnguyen", "Lee", NULL, "Nguyen", LIKE },
  { "Quite Other", "leenguyen", "Lee", NULL, "Nguyen", LIKE },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *full_name = names[i].account != NO_FULL_NAME ? names[i].account : names[i].login;
      const MusterAccount account = { .name = (char *) names[i].login, .full_name = (char *) full_name };
      const MusterAssister person = { .given_name = (char *) names[i].given, .middle_name = (char *) names[i].middle, .family_name = (char *) names[i].family };

      g_test_message ("%s (%s), %s %s", full_name, names[i].login, names[i].given, names[i].family);
      g_assert_cmpint (muster_account_find_person_tie (&account, &person), ==, names[i].tie);
      g_assert_cmpint (muster_account_is_person (&account, &person), ==, names[i].tie == SAME);
    }
}

/* What was said counts before the names. */
static void
test_said (void)
{
  static const struct
  {
    gint64 said;
    gint64 person;
    const char *family;
    gboolean is;
  } cases[] = {
    { 7, 7, "Haddad", TRUE },
    { 7, 7, "Rivera", TRUE },
    { 7, 8, "Haddad", FALSE },
    { 0, 7, "Haddad", FALSE },
    { 0, 0, "Haddad", FALSE }, /* somebody who is on the roster in no register */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterAccount account = { .name = (char *) "oh", .full_name = (char *) "Omar Haddad", .person_said = TRUE, .person_id = cases[i].said };
      const MusterAssister person = { .id = cases[i].person, .given_name = (char *) "Omar", .family_name = (char *) cases[i].family };

      g_assert_cmpint (muster_account_is_person (&account, &person), ==, cases[i].is);
    }
}

static void
test_word_pairs (void)
{
  static const struct
  {
    const char *login;
    const char *full_name;
    const char *pairs;
  } cases[] = {
    { "oh", "Omar J. Haddad", "(\"omar\" AND \"haddad\") OR (\"omar\" AND \"jhaddad\") OR (\"haddad\" AND \"omarj\")" },
    { "oh", "Haddad", "" },
    { "alex", "alex", "(\"al\" AND \"ex\")" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterAccount account = { .name = (char *) cases[i].login, .full_name = (char *) cases[i].full_name };
      g_autofree char *pairs = muster_account_dup_word_pairs (&account);

      g_assert_cmpstr (pairs, ==, cases[i].pairs);
    }
}

static void
test_words (void)
{
  const MusterAccount named = { .name = (char *) "oh", .full_name = (char *) "Dr. Omar J. O’Haddad-Reiß" }, bare = { .name = (char *) "omarhaddad", .full_name = (char *) "omarhaddad" };
  g_auto (GStrv) words = muster_account_dup_words (&named), none = muster_account_dup_words (&bare);
  g_autofree char *joined = g_strjoinv (" ", words);

  g_assert_cmpstr (joined, ==, "dr omar ohaddad reiss");
  g_assert_null (none);
}

static void
test_saying (void)
{
  static const struct
  {
    MusterRole role;
    MusterPersonSaying saying;
    const char *says; /* (nullable): it can be said */
  } cases[] = {
    { MUSTER_ROLE_STAFF, { .signer = 1 }, NULL },
    { MUSTER_ROLE_ADMINISTRATOR, { .signer = 1 }, NULL },
    { MUSTER_ROLE_RECOVERY, { .signer = 1 }, "nobody" },
    { MUSTER_ROLE_ADMINISTRATOR, { .signer = 2 }, "own account" },
    { MUSTER_ROLE_STAFF, { .signer = 1, .signer_is_person = TRUE }, "own record" },
    { MUSTER_ROLE_STAFF, { .signer = 1, .signer_was_person = TRUE }, "own record" },
    { MUSTER_ROLE_STAFF, { .signer = 1, .opens = TRUE }, "closed to yours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterAccount account = { .id = 2, .role = cases[i].role };
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (muster_account_check_saying (&account, &cases[i].saying, &error), ==, cases[i].says == NULL);
      if (cases[i].says != NULL)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      if (cases[i].says != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_remark (void)
{
  const MusterAccount account = { .name = (char *) "thaddad", .full_name = (char *) "Thomas Haddad" };
  const MusterAssister person = { .id = 7, .given_name = (char *) "Omar", .family_name = (char *) "Haddad" };
  g_autofree char *remark = muster_account_dup_like_remark (&account, &person);

  g_assert_true (g_str_has_prefix (remark, "Thomas Haddad (thaddad) has the family name of Omar Haddad (P-7)"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/account-person/names", test_names);
  g_test_add_func ("/domain/account-person/said", test_said);
  g_test_add_func ("/domain/account-person/word-pairs", test_word_pairs);
  g_test_add_func ("/domain/account-person/words", test_words);
  g_test_add_func ("/domain/account-person/saying", test_saying);
  g_test_add_func ("/domain/account-person/remark", test_remark);
  return g_test_run ();
}
