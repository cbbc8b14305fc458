/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-undo.h"

static GPtrArray *
make (const char *undoes)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_import_free);

  for (gint64 id = 1; undoes[id - 1] != '\0'; id++)
    {
      MusterImport *record = g_new0 (MusterImport, 1);

      record->id = id;
      record->undoes = undoes[id - 1] - '0';
      g_ptr_array_add (records, record);
    }
  return records;
}

/* The records, each by what it undoes; what is to be undone; what it concerns, and whether that then counts. */
static void
test_check (void)
{
  static const struct
  {
    const char *undoes;
    gint64 id;
    int error; /* -1: none */
    gint64 root;
    gboolean takes_back;
  } cases[] = {
    { "00", 1, -1, 1, TRUE },
    { "00", 2, -1, 2, TRUE },
    { "00", 3, MUSTER_ERROR_NOT_FOUND, 0, FALSE },
    { "001", 1, MUSTER_ERROR_RULE, 0, FALSE },
    { "001", 2, -1, 2, TRUE },
    { "001", 3, -1, 1, FALSE },
    { "0013", 3, MUSTER_ERROR_RULE, 0, FALSE },
    { "0013", 4, -1, 1, TRUE },
    { "0013", 1, -1, 1, TRUE },
    { "00131", 4, MUSTER_ERROR_RULE, 0, FALSE }, /* would take back what was taken back anew */
    { "00131", 5, -1, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = make (cases[i].undoes);
      g_autoptr (GError) error = NULL;
      guint n = records->len;
      gboolean takes_back;
      gint64 root;

      g_test_message ("%s %d", cases[i].undoes, (int) cases[i].id);
      g_assert_cmpint (muster_undo_check (records, cases[i].id, &root, &takes_back, &error), ==, cases[i].error < 0);
      g_assert_cmpuint (records->len, ==, n);
      if (cases[i].error >= 0)
        {
          g_assert_error (error, MUSTER_ERROR, cases[i].error);
          continue;
        }
      g_assert_cmpint (root, ==, cases[i].root);
      g_assert_cmpint (takes_back, ==, cases[i].takes_back);
    }
}

static void
test_choose (void)
{
  g_assert_cmpint (muster_undo_choose ("a", "a", FALSE), ==, MUSTER_UNDO_LEAVE);
  g_assert_cmpint (muster_undo_choose (NULL, NULL, FALSE), ==, MUSTER_UNDO_LEAVE);
  g_assert_cmpint (muster_undo_choose ("a", "b", FALSE), ==, MUSTER_UNDO_RESTORE);
  g_assert_cmpint (muster_undo_choose ("a", NULL, FALSE), ==, MUSTER_UNDO_RESTORE);
  g_assert_cmpint (muster_undo_choose (NULL, "b", FALSE), ==, MUSTER_UNDO_RESTORE);
  g_assert_cmpint (muster_undo_choose ("a", "a", TRUE), ==, MUSTER_UNDO_CONFLICT);
  g_assert_cmpint (muster_undo_choose ("a", "b", TRUE), ==, MUSTER_UNDO_CONFLICT);
}

static void
test_order (void)
{
  const MusterUndoFinding kept = { .rule = MUSTER_UNDO_TOUCHED, .person = 1 };
  const MusterUndoFinding phone = { .rule = MUSTER_UNDO_CHANGED_SINCE, .person = 7, .field = MUSTER_FIELD_PHONE };
  const MusterUndoFinding county = { .rule = MUSTER_UNDO_CHANGED_SINCE, .person = 7, .field = MUSTER_FIELD_COUNTY };
  const MusterUndoFinding role = { .rule = MUSTER_UNDO_ROLE_USED, .person = 3, .field = MUSTER_FIELD_TYPE };
  const MusterUndoFinding *const order[] = { &role, &phone, &county, &kept };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      {
        int compared = muster_undo_finding_compare (order[i], order[j]);

        g_assert_cmpint (compared < 0, ==, i < j);
        g_assert_cmpint (compared > 0, ==, i > j);
      }
}

/* Codes are promised, and none is there twice. */
static void
test_codes (void)
{
  for (guint i = 0; i < MUSTER_N_UNDO_RULES; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (muster_undo_rule_to_code (i), !=, muster_undo_rule_to_code (j));
  g_assert_cmpstr (muster_undo_rule_to_code (MUSTER_UNDO_CHANGED_SINCE), ==, "changed-since");
  g_assert_cmpstr (muster_undo_rule_to_code (MUSTER_UNDO_TOUCHED), ==, "touched-since");
  g_assert_true (muster_undo_rule_is_conflict (MUSTER_UNDO_ROLE_USED));
  g_assert_false (muster_undo_rule_is_conflict (MUSTER_UNDO_TOUCHED));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/check", test_check);
  g_test_add_func ("/undo/choose", test_choose);
  g_test_add_func ("/undo/order", test_order);
  g_test_add_func ("/undo/codes", test_codes);
  return g_test_run ();
}
