/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-record.h"

/* Returns: (transfer full): records numbered from 1, each of which undoes the number that stands in @undoes; 0: none. */
static GPtrArray *
make (const char *undoes)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_import_free);

  for (gint64 id = 1; undoes[id - 1] != '\0'; id++)
    {
      MusterImport *record = g_new0 (MusterImport, 1);

      record->id = id;
      record->undoes = undoes[id - 1] - '0';
      /* In whatever order they come. */
      g_ptr_array_insert (records, id % 2 == 0 ? 0 : -1, record);
    }
  return records;
}

static void
test_standing (void)
{
  static const struct
  {
    const char *undoes;
    gint64 id;
    gint64 undone_by;
    gint64 root;
  } cases[] = {
    { "0", 1, 0, 1 },
    { "00", 2, 0, 2 },
    { "001", 1, 3, 1 },
    { "001", 2, 0, 2 },
    { "001", 3, 0, 1 },
    { "0013", 1, 0, 1 }, /* the undoing was undone */
    { "0013", 3, 4, 1 },
    { "0013", 4, 0, 1 },
    { "00134", 1, 3, 1 }, /* and that, too */
    { "00134", 3, 0, 1 },
    { "00134", 4, 5, 1 },
    { "00131", 1, 5, 1 }, /* undone anew */
    { "00131", 3, 4, 1 },
    { "0", 9, 0, 0 },
    { "2", 1, 0, 0 }, /* nonsense that a register cannot hold ends all the same */
    { "1", 1, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = make (cases[i].undoes);

      g_test_message ("%s %d", cases[i].undoes, (int) cases[i].id);
      g_assert_cmpint (muster_import_find_undoing (records, cases[i].id), ==, cases[i].undone_by);
      g_assert_cmpint (muster_import_stands (records, cases[i].id), ==, cases[i].undone_by == 0);
      g_assert_cmpint (muster_import_find_root (records, cases[i].id), ==, cases[i].root);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-record/standing", test_standing);
  return g_test_run ();
}
