/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-text-limit.h"

#include <string.h>

#include "domain/muster-error.h"

static char *
make_text (const char *letter, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, letter);
  return g_string_free_and_steal (text);
}

static void
test_columns (void)
{
  static const struct
  {
    MusterTable table;
    const char *column;
    guint limit;
  } cases[] = {
    { MUSTER_TABLE_INCIDENT, "narrative", 20000 },
    { MUSTER_TABLE_INCIDENT, "complainant", 2000 },
    { MUSTER_TABLE_ACTION, "finding", 20000 },
    { MUSTER_TABLE_ACTION_STEP, "what", 2000 },
    { MUSTER_TABLE_DECISION, "decision_reason", 20000 },
    { MUSTER_TABLE_CASE_ACCESS, "reason", 2000 },
    { MUSTER_TABLE_SNOOZE, "reason", 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (muster_text_limit_get (cases[i].table, cases[i].column), ==, cases[i].limit);
}

/* Characters are counted, not bytes. */
static void
test_length (void)
{
  static const struct
  {
    const char *letter;
    guint n;
    gboolean good;
  } cases[] = { { "a", 0, TRUE }, { "a", 2000, TRUE }, { "a", 2001, FALSE }, { "é", 2000, TRUE }, { "é", 2001, FALSE }, { "李", 2000, TRUE } };

  g_assert_true (muster_text_limit_check (NULL, 0, 2000, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_text (cases[i].letter, cases[i].n);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (muster_text_limit_check (text, strlen (text), 2000, &error), ==, cases[i].good);
      g_assert_true (cases[i].good || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE));
      g_assert_true (cases[i].good || strstr (error->message, "it has 2001 characters, and at most 2000 are kept") != NULL);
    }
}

static void
test_reason (void)
{
  g_autofree char *text = make_text ("a", 2001), *story = make_text ("a", 20001);

  g_assert_true (muster_text_limit_check_reason ("snooze", NULL, NULL));
  g_assert_false (muster_text_limit_check_reason ("snooze", text, NULL));
  g_assert_false (muster_text_limit_check_reason ("suspend", text, NULL));
  g_assert_true (muster_text_limit_check_reason ("propose-revocation", text, NULL));
  g_assert_false (muster_text_limit_check_reason ("propose-revocation", story, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/text-limit/columns", test_columns);
  g_test_add_func ("/domain/text-limit/length", test_length);
  g_test_add_func ("/domain/text-limit/reason", test_reason);
  return g_test_run ();
}
