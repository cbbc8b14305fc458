/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-account.h"
#include "domain/muster-error.h"

#define ALLOWED -1

/* @code: of the error, or ALLOWED. */
static void
assert_answer (gboolean allowed, int code, GError **error)
{
  g_assert_cmpint (allowed, ==, code == ALLOWED);
  if (code == ALLOWED)
    g_assert_no_error (*error);
  else
    g_assert_error (*error, MUSTER_ERROR, code);
}

static void
test_name (void)
{
  static const struct
  {
    const char *name;
    gboolean good;
  } cases[] = {
    { "a", TRUE },
    { "mkeller", TRUE },
    { "m.keller_2-x", TRUE },
    { "abcdefghijklmnopqrstuvwxyz012345", TRUE },   /* 32 */
    { "abcdefghijklmnopqrstuvwxyz0123456", FALSE }, /* 33 */
    { NULL, FALSE },
    { "", FALSE },
    { " ", FALSE },
    { "MKeller", FALSE },
    { "1keller", FALSE },
    { ".keller", FALSE },
    { "-keller", FALSE },
    { "_keller", FALSE },
    { "m keller", FALSE },
    { "mkeller ", FALSE },
    { "mkeller\n", FALSE },
    { "m/keller", FALSE },
    { "mkéller", FALSE },
    { "ｍkeller", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", cases[i].name);
      assert_answer (muster_account_check_name (cases[i].name, &error), cases[i].good ? ALLOWED : MUSTER_ERROR_INVALID, &error);
    }
}

static void
test_new (void)
{
  static const struct
  {
    const char *name;
    const char *full_name;
    MusterRole role;
    int code;
  } cases[] = {
    { "mkeller", "Mika Keller", MUSTER_ROLE_STAFF, ALLOWED },
    { "mkeller", "Mika Keller", MUSTER_ROLE_SUPERVISOR, ALLOWED },
    { "mkeller", "Mika Keller", MUSTER_ROLE_ADMINISTRATOR, ALLOWED },
    { "mkeller", "Mika Keller", MUSTER_ROLE_AUDITOR, ALLOWED },
    { "M. Keller", "Mika Keller", MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { NULL, "Mika Keller", MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", NULL, MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", " ", MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", "\u00a0", MUSTER_ROLE_STAFF, MUSTER_ERROR_INVALID },
    { "mkeller", "123-45-6789", MUSTER_ROLE_STAFF, MUSTER_ERROR_RULE },
    { "mkeller", "123456789", MUSTER_ROLE_STAFF, MUSTER_ERROR_RULE },
    { "mkeller", "Mika Keller 123 45 6789", MUSTER_ROLE_STAFF, MUSTER_ERROR_RULE },
    { "mkeller", "Mika Keller", MUSTER_ROLE_RECOVERY, MUSTER_ERROR_RULE },
    { "mkeller", "Mika Keller", MUSTER_N_ROLES, MUSTER_ERROR_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterAccount account = { .name = (char *) cases[i].name, .full_name = (char *) cases[i].full_name, .role = cases[i].role };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_account_check_new (&account, &error), cases[i].code, &error);
    }
}

static void
test_password (void)
{
  static const struct
  {
    const char *password;
    gboolean real;     /* whether it will do for a real register */
    gboolean practice; /* and for a practice register */
  } cases[] = {
    { "quiet copper meadow", TRUE, TRUE },
    { "0123456789", TRUE, TRUE },
    { "          x", TRUE, TRUE },
    { "éàüöñçßøåæ", TRUE, TRUE }, /* ten characters, not bytes */
    { "éàüöñ", FALSE, TRUE },     /* ten bytes */
    { "012345678", FALSE, TRUE },
    { "x", FALSE, TRUE },
    { "", FALSE, FALSE },
    { NULL, FALSE, FALSE },
    { "mirjam.keller", FALSE, TRUE },
    { "Mirjam.KELLER", FALSE, TRUE },
    { "mirjam.keller1", TRUE, TRUE },
    { "aaaaaaaaaaaaaaa", FALSE, TRUE },
    { "éééééééééééééé", FALSE, TRUE },
    { "aaaaaaaaaaaaaab", TRUE, TRUE },
    { "\xff\xfe good enough", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) error_of_practice = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_account_check_password (cases[i].password, "mirjam.keller", FALSE, &error), cases[i].real ? ALLOWED : MUSTER_ERROR_INVALID, &error);
      assert_answer (muster_account_check_password (cases[i].password, "mirjam.keller", TRUE, &error_of_practice), cases[i].practice ? ALLOWED : MUSTER_ERROR_INVALID, &error_of_practice);
      /* No error repeats it. */
      g_assert_true (error == NULL || cases[i].password == NULL || strlen (cases[i].password) < 5 || strstr (error->message, cases[i].password) == NULL);
    }
  g_assert_true (muster_account_check_password ("quiet copper meadow", NULL, FALSE, NULL));
}

#define ADMINISTRATOR MUSTER_ROLE_ADMINISTRATOR
#define STAFF MUSTER_ROLE_STAFF
#define RECOVERY MUSTER_ROLE_RECOVERY

/* What account 7 of a role may become, by whom, and with how many administrators who can sign in. */
static void
test_change (void)
{
  static const struct
  {
    MusterRole role;
    gboolean disabled;
    MusterRole to;
    gboolean to_disabled;
    gint64 actor;
    guint administrators;
    gboolean allowed;
  } cases[] = {
    { STAFF, FALSE, MUSTER_ROLE_SUPERVISOR, FALSE, 1, 1, TRUE },
    { STAFF, FALSE, ADMINISTRATOR, FALSE, 1, 1, TRUE },
    { STAFF, FALSE, STAFF, TRUE, 1, 1, TRUE },
    { STAFF, TRUE, STAFF, FALSE, 1, 1, TRUE },
    { ADMINISTRATOR, FALSE, STAFF, FALSE, 1, 2, TRUE },
    { ADMINISTRATOR, FALSE, ADMINISTRATOR, TRUE, 1, 2, TRUE },
    { ADMINISTRATOR, FALSE, STAFF, FALSE, 1, 1, FALSE }, /* the last one */
    { ADMINISTRATOR, FALSE, ADMINISTRATOR, TRUE, 1, 1, FALSE },
    { ADMINISTRATOR, TRUE, STAFF, TRUE, 1, 1, TRUE }, /* is not one of those who can sign in */
    { ADMINISTRATOR, TRUE, ADMINISTRATOR, FALSE, 1, 1, TRUE },
    { ADMINISTRATOR, FALSE, STAFF, FALSE, 7, 5, FALSE }, /* nobody their own */
    { ADMINISTRATOR, FALSE, ADMINISTRATOR, TRUE, 7, 5, FALSE },
    { ADMINISTRATOR, FALSE, ADMINISTRATOR, FALSE, 7, 1, TRUE }, /* nothing changes */
    { RECOVERY, FALSE, STAFF, FALSE, 1, 2, FALSE },
    { RECOVERY, FALSE, RECOVERY, TRUE, 1, 2, FALSE },
    { STAFF, FALSE, RECOVERY, FALSE, 1, 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterAccount account = { .id = 7, .role = cases[i].role, .disabled = cases[i].disabled };
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      assert_answer (muster_account_check_change (&account, cases[i].to, cases[i].to_disabled, cases[i].actor, cases[i].administrators, &error),
                     cases[i].allowed ? ALLOWED : MUSTER_ERROR_RULE, &error);
    }
}

/* A copy is the same and its own. */
static void
test_copy (void)
{
  g_autoptr (MusterAccount) account = muster_account_new ();
  g_autoptr (MusterAccount) copy = NULL;

  account->id = 7;
  account->name = g_strdup ("mkeller");
  account->full_name = g_strdup ("Mika Keller");
  account->role = MUSTER_ROLE_AUDITOR;
  account->disabled = TRUE;
  account->public_key = g_bytes_new_static ("key", 3);
  copy = muster_account_copy (account);
  g_assert_true (copy->id == 7 && copy->role == MUSTER_ROLE_AUDITOR && copy->disabled);
  g_assert_cmpstr (copy->name, ==, "mkeller");
  g_assert_true (copy->name != account->name && copy->full_name != account->full_name);
  g_assert_true (g_bytes_equal (copy->public_key, account->public_key));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/account/name", test_name);
  g_test_add_func ("/domain/account/new", test_new);
  g_test_add_func ("/domain/account/password", test_password);
  g_test_add_func ("/domain/account/change", test_change);
  g_test_add_func ("/domain/account/copy", test_copy);
  return g_test_run ();
}
