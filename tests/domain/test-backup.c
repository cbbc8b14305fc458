/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-backup.h"

static void
test_names (void)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (2026, 11, 8, 4, 5, 6);
  g_autofree char *first = muster_backup_dup_name (moment, "import", 1), *third = muster_backup_dup_name (moment, "import", 3);
  GDate day;

  g_assert_cmpstr (first, ==, "20261108-040506-import.db");
  g_assert_cmpstr (third, ==, "20261108-040506-import-3.db");
  g_assert_true (muster_backup_parse_name (first, &day));
  g_assert_cmpuint (g_date_get_day (&day), ==, 8);
  g_assert_cmpuint (g_date_get_month (&day), ==, 11);
  g_assert_cmpuint (g_date_get_year (&day), ==, 2026);
  g_assert_true (muster_backup_parse_name (third, &day));
}

static void
test_other_names (void)
{
  static const char *const names[] = {
    "",
    "register.db",
    "20261108-040506-import",
    "20261108-040506-.db",
    "20261108-040506.db",
    "20261108-0405-import.db",
    "20261308-040506-import.db",
    "20260230-040506-import.db",
    "20261108-04050x-import.db",
    "2026110x-040506-import.db",
    "20261108_040506-import.db",
    "20261108-040506_import.db",
    "20261108-040506-import.db.txt",
    "20261108-040506-import.dbx",
    "a20261108-040506-import.db",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GDate day;

      g_test_message ("%s", names[i]);
      g_assert_false (muster_backup_parse_name (names[i], &day));
    }
}

/* Returns: (transfer full): the old ones of @names, joined, on 2026-11-30. */
static char *
dup_old (const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  g_autoptr (GPtrArray) array = g_ptr_array_new (), old = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 30, 11, 2026);
  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (array, list[i]);
  old = muster_backup_list_old (array, &today);
  g_ptr_array_add (old, NULL);
  return g_strjoinv (" ", (char **) old->pdata);
}

/* Ten of a later day, so that what stands before them is not among the newest. */
#define TEN                                                                                                                        \
  " 20261130-000001-a.db 20261130-000002-a.db 20261130-000003-a.db 20261130-000004-a.db 20261130-000005-a.db 20261130-000006-a.db" \
  " 20261130-000007-a.db 20261130-000008-a.db 20261130-000009-a.db 20261130-000010-a.db"

static void
test_old (void)
{
  static const struct
  {
    const char *names;
    const char *old;
  } cases[] = {
    { "20200101-000001-a.db 20200101-000002-a.db", "" }, /* few: all stay, however old */
    { "20261129-000001-a.db" TEN, "" },                  /* the first of its day */
    { "20261129-000001-a.db 20261129-000002-a.db 20261129-235959-b.db" TEN, "20261129-000002-a.db 20261129-235959-b.db" },
    { "20261129-000002-a.db 20261129-000001-a.db" TEN, "20261129-000002-a.db" }, /* in whatever order they are read */
    { "20261101-000001-a.db" TEN, "" },
    { "20261031-000001-a.db" TEN, "20261031-000001-a.db" }, /* thirty days */
    { "20261029-000001-a.db 20261128-000001-a.db" TEN, "20261029-000001-a.db" },
    { "20261201-000001-a.db" TEN, "" }, /* a clock that was set back */
    { "notes.txt 20200101.db register.db" TEN, "" },
    { "20261130-000000-a.db" TEN, "" }, /* the first of today among eleven */
    { "20261130-000000-a.db 20261130-000000-b.db" TEN, "20261130-000000-b.db" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *old = dup_old (cases[i].names);

      g_test_message ("%s", cases[i].names);
      g_assert_cmpstr (old, ==, cases[i].old);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/names", test_names);
  g_test_add_func ("/backup/other-names", test_other_names);
  g_test_add_func ("/backup/old", test_old);
  return g_test_run ();
}
