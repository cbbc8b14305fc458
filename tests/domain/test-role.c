/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-role.h"

/* The whole matrix as the contract has it; one letter a role: staff, supervisor, administrator, auditor, recovery. */
static const char *const matrix[MUSTER_N_PERMISSIONS] = {
  [MUSTER_PERMISSION_SIGN_IN] = "yyyyy",
  [MUSTER_PERMISSION_READ_ROSTER] = "yyyy-",
  [MUSTER_PERMISSION_IMPORT_ROSTER] = "yyy--",
  [MUSTER_PERMISSION_EXPORT_ROSTER] = "-yy--",
  [MUSTER_PERMISSION_EXPORT_CASE] = "-yyy-",
  [MUSTER_PERMISSION_KEEP_ROSTER] = "yyy--",
  [MUSTER_PERMISSION_RECORD_INCIDENT] = "yyy--",
  [MUSTER_PERMISSION_JUDGE_INCIDENT] = "-yy--",
  [MUSTER_PERMISSION_CLOSE_CASE] = "-yy--",
  [MUSTER_PERMISSION_RECORD_ACTION] = "-yy--",
  [MUSTER_PERMISSION_WAIVE_CHECK] = "--y--",
  [MUSTER_PERMISSION_DECIDE_CERTIFICATION] = "--y--",
  [MUSTER_PERMISSION_PROPOSE_REVOCATION] = "-yy--",
  [MUSTER_PERMISSION_DECIDE_REVOCATION] = "--y--",
  [MUSTER_PERMISSION_READ_JOURNAL] = "--yy-",
  [MUSTER_PERMISSION_MANAGE_ACCOUNTS] = "--y--",
  [MUSTER_PERMISSION_MANAGE_RULES] = "--y--",
  [MUSTER_PERMISSION_RECOVER] = "----y",
};

static void
test_matrix (void)
{
  for (guint permission = 0; permission < MUSTER_N_PERMISSIONS; permission++)
    {
      g_assert_cmpuint (strlen (matrix[permission]), ==, MUSTER_N_ROLES);
      for (guint role = 0; role < MUSTER_N_ROLES; role++)
        {
          g_test_message ("%s: %s", muster_role_to_code (role), muster_permission_get_label (permission));
          g_assert_cmpint (muster_role_may (role, permission), ==, matrix[permission][role] == 'y');
        }
    }
}

static void
test_unknown (void)
{
  g_assert_false (muster_role_may (MUSTER_N_ROLES, MUSTER_PERMISSION_SIGN_IN));
  g_assert_false (muster_role_may (MUSTER_ROLE_ADMINISTRATOR, MUSTER_N_PERMISSIONS));
}

static void
test_codes (void)
{
  static const char *const codes[MUSTER_N_ROLES] = { "staff", "supervisor", "administrator", "auditor", "recovery" };

  for (guint i = 0; i < MUSTER_N_ROLES; i++)
    {
      g_autoptr (GError) error = NULL;
      MusterRole role;

      g_assert_cmpstr (muster_role_to_code (i), ==, codes[i]);
      g_assert_true (muster_role_from_code (codes[i], &role, &error));
      g_assert_no_error (error);
      g_assert_cmpint (role, ==, i);
      g_assert_cmpstr (muster_role_get_label (i), !=, "");
    }
}

static void
test_bad_code (void)
{
  static const char *const bad[] = { "", "root", "admin", "staff ", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MusterRole role = MUSTER_ROLE_AUDITOR;

      g_assert_false (muster_role_from_code (bad[i], &role, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "supervisor"));
      if (bad[i] != NULL)
        g_assert_nonnull (strstr (error->message, bad[i]));
      g_assert_cmpint (role, ==, MUSTER_ROLE_AUDITOR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/role/matrix", test_matrix);
  g_test_add_func ("/domain/role/unknown", test_unknown);
  g_test_add_func ("/domain/role/codes", test_codes);
  g_test_add_func ("/domain/role/bad-code", test_bad_code);
  return g_test_run ();
}
