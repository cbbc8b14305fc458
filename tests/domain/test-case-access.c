/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-case-access.h"

#include <string.h>

#include "domain/muster-error.h"

/* The rule, in full. */
static void
test_may_see (void)
{
  static const struct
  {
    MusterCaseSight sight;
    gboolean may;
  } cases[] = {
    { { MUSTER_ACCESS_UNSAID, FALSE, FALSE }, TRUE },
    { { MUSTER_ACCESS_UNSAID, TRUE, FALSE }, FALSE },
    { { MUSTER_ACCESS_UNSAID, FALSE, TRUE }, FALSE },
    { { MUSTER_ACCESS_UNSAID, TRUE, TRUE }, FALSE },
    { { MUSTER_ACCESS_CLOSED, FALSE, FALSE }, FALSE },
    { { MUSTER_ACCESS_CLOSED, TRUE, TRUE }, FALSE },
    { { MUSTER_ACCESS_OPEN, FALSE, FALSE }, TRUE },
    { { MUSTER_ACCESS_OPEN, TRUE, FALSE }, TRUE }, /* somebody said that it is another person of that name */
    { { MUSTER_ACCESS_OPEN, FALSE, TRUE }, TRUE },
    { { MUSTER_ACCESS_UNSAID, FALSE, FALSE, TRUE }, FALSE },
    { { MUSTER_ACCESS_OPEN, FALSE, FALSE, TRUE }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (muster_case_may_see (&cases[i].sight), ==, cases[i].may);
}

/* To whom it may be closed: an administrator (1), a second one (2), a supervisor (3), staff (4), an auditor (5); an administrator is left whom it does not concern. */
static void
test_close (void)
{
  static const MusterRole roles[] = { MUSTER_ROLE_ADMINISTRATOR, MUSTER_ROLE_ADMINISTRATOR, MUSTER_ROLE_SUPERVISOR, MUSTER_ROLE_STAFF, MUSTER_ROLE_AUDITOR };
  static const struct
  {
    const char *sees; /* who does, before; s: whom it concerns, to whom it was opened */
    gint64 account;
    MusterRole by;
    const char *reason;
    gboolean may;
  } cases[] = {
    { "yyyyy", 1, MUSTER_ROLE_SUPERVISOR, "A relative", TRUE },
    { "yyyyy", 1, MUSTER_ROLE_SUPERVISOR, " ", FALSE },
    { "yyyyy", 1, MUSTER_ROLE_SUPERVISOR, "Born with 219-09-9998", FALSE },
    { "nyyyy", 1, MUSTER_ROLE_SUPERVISOR, "A relative", FALSE },
    { "nyyyy", 2, MUSTER_ROLE_SUPERVISOR, "A relative", FALSE }, /* a supervisor alone neither waives nor decides */
    { "syyyy", 2, MUSTER_ROLE_ADMINISTRATOR, "A relative", FALSE },
    { "syyyy", 3, MUSTER_ROLE_ADMINISTRATOR, "A relative", TRUE },
    { "nyyyy", 3, MUSTER_ROLE_SUPERVISOR, "A relative", TRUE },
    { "nnyyy", 4, MUSTER_ROLE_SUPERVISOR, "A relative", FALSE },
    { "nyyyy", 4, MUSTER_ROLE_SUPERVISOR, "A relative", TRUE },
    { "yyyyy", 5, MUSTER_ROLE_SUPERVISOR, "A relative", FALSE },
    { "yyyyy", 5, MUSTER_ROLE_ADMINISTRATOR, "A relative", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) keepers = g_array_new (FALSE, FALSE, sizeof (MusterCaseKeeper));
      MusterAccount account = { .id = cases[i].account, .full_name = (char *) "Omar Haddad", .role = roles[cases[i].account - 1] };
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
        {
          MusterCaseKeeper keeper = { j + 1, roles[j], cases[i].sees[j] != 'n', cases[i].sees[j] == 's' };

          g_array_append_val (keepers, keeper);
        }
      g_test_message ("%u", i);
      g_assert_cmpint (muster_case_check_close_to (&account, cases[i].by, keepers, cases[i].reason, &error), ==, cases[i].may);
      g_assert_true (cases[i].may || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE));
    }
}

static void
test_open (void)
{
  const MusterAccount account = { .id = 2, .full_name = (char *) "Omar Haddad" };

  g_assert_true (muster_case_check_open_to (&account, FALSE, 1, "Another person of that name", NULL));
  g_assert_false (muster_case_check_open_to (&account, FALSE, 2, "I should see it", NULL));
  g_assert_false (muster_case_check_open_to (&account, TRUE, 1, "Another person of that name", NULL));
  g_assert_false (muster_case_check_open_to (&account, FALSE, 1, NULL, NULL));
}

static void
test_row (void)
{
  static const struct
  {
    const char *operation;
    MusterAccessRow row;
    gint64 signer;
    gboolean may;
  } cases[] = {
    { "close-case-to", { MUSTER_ACCESS_CLOSED, 2, TRUE }, 1, TRUE },
    { "close-case-to", { MUSTER_ACCESS_CLOSED, 1, TRUE }, 1, TRUE }, /* whoever knows of a conflict steps back */
    { "open-case-to", { MUSTER_ACCESS_OPEN, 2, TRUE }, 1, TRUE },
    { "open-case-to", { MUSTER_ACCESS_OPEN, 1, TRUE }, 1, FALSE },
    { "open-case-to", { MUSTER_ACCESS_CLOSED, 2, TRUE }, 1, FALSE },
    { "close-case-to", { MUSTER_ACCESS_OPEN, 2, TRUE }, 1, FALSE },
    { "close-case-to", { MUSTER_ACCESS_CLOSED, 2, FALSE }, 1, FALSE },
    { "edit-assister", { MUSTER_ACCESS_OPEN, 2, TRUE }, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (muster_change_rule_check_access (cases[i].operation, &cases[i].row, cases[i].signer, NULL), ==, cases[i].may);
}

static void
test_closing (void)
{
  g_assert_true (muster_change_rule_check_closing (MUSTER_ROLE_STAFF, MUSTER_ROLE_SUPERVISOR, TRUE, NULL));
  g_assert_true (muster_change_rule_check_closing (MUSTER_ROLE_AUDITOR, MUSTER_ROLE_ADMINISTRATOR, TRUE, NULL));
  g_assert_false (muster_change_rule_check_closing (MUSTER_ROLE_AUDITOR, MUSTER_ROLE_SUPERVISOR, TRUE, NULL));
  g_assert_false (muster_change_rule_check_closing (MUSTER_ROLE_STAFF, MUSTER_ROLE_SUPERVISOR, FALSE, NULL));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *number;
    int kind;
  } cases[] = { { "IN-2026-0001", MUSTER_CASE_INCIDENT }, { "ca-2026-0001", MUSTER_CASE_ACTION }, { "RV-2026-0001", MUSTER_CASE_DECISION }, { "SU-2026-0001", MUSTER_CASE_DECISION }, { "CO-2026-0001", MUSTER_CASE_DECISION }, { "P-17", -1 }, { "", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterCaseKind kind;
      gboolean found = muster_case_kind_from_number (cases[i].number, &kind, NULL);

      g_assert_cmpint (found ? (int) kind : -1, ==, cases[i].kind);
    }
}

/* None of what a decision rests on may be closed to who decides; who opens it is told of the others. */
static void
test_grounds (void)
{
  const MusterAccount account = { .full_name = (char *) "Robin Rosenquill" };
  g_autofree char *none = muster_case_dup_grounds_remark (&account, 0), *two = muster_case_dup_grounds_remark (&account, 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_case_check_grounds ("RV-2026-0001", 0, NULL));
  g_assert_false (muster_case_check_grounds ("RV-2026-0001", 1, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "RV-2026-0001 rests on 1 corrective action"));
  g_assert_null (none);
  g_assert_nonnull (strstr (two, "2 corrective actions that it rests on stay closed to Robin Rosenquill"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/case-access/may-see", test_may_see);
  g_test_add_func ("/domain/case-access/close", test_close);
  g_test_add_func ("/domain/case-access/open", test_open);
  g_test_add_func ("/domain/case-access/row", test_row);
  g_test_add_func ("/domain/case-access/closing", test_closing);
  g_test_add_func ("/domain/case-access/numbers", test_numbers);
  g_test_add_func ("/domain/case-access/grounds", test_grounds);
  return g_test_run ();
}
