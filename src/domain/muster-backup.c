/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-backup.h"

#include <string.h>

#define DAY_SIZE 8
#define MOMENT_SIZE 16 /* with the dash after it */
#define SUFFIX ".db"

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_digits (const char *text, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static guint
read_digits (const char *text, guint n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

/* Returns: (transfer container): those that are called like a backup, the oldest first. */
static GPtrArray *
list_ours (GPtrArray *names)
{
  GPtrArray *ours = g_ptr_array_new ();
  GDate day;

  for (guint i = 0; i < names->len; i++)
    if (muster_backup_parse_name (names->pdata[i], &day))
      g_ptr_array_add (ours, names->pdata[i]);
  g_ptr_array_sort (ours, compare_names_cb);
  return ours;
}

char *
muster_backup_dup_name (GDateTime *moment, const char *why, guint number)
{
  g_autofree char *start = g_date_time_format (moment, "%Y%m%d-%H%M%S");

  return number > 1 ? g_strdup_printf ("%s-%s-%u" SUFFIX, start, why, number) : g_strdup_printf ("%s-%s" SUFFIX, start, why);
}

gboolean
muster_backup_parse_name (const char *name, GDate *day)
{
  gsize length = strlen (name);

  if (length <= MOMENT_SIZE + strlen (SUFFIX) || !g_str_has_suffix (name, SUFFIX) || !is_digits (name, DAY_SIZE) || name[DAY_SIZE] != '-' ||
      !is_digits (name + DAY_SIZE + 1, MOMENT_SIZE - DAY_SIZE - 2) || name[MOMENT_SIZE - 1] != '-')
    return FALSE;
  if (!g_date_valid_dmy (read_digits (name + 6, 2), read_digits (name + 4, 2), read_digits (name, 4)))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, read_digits (name + 6, 2), read_digits (name + 4, 2), read_digits (name, 4));
  return TRUE;
}

GPtrArray *
muster_backup_list_old (GPtrArray *names, const GDate *today)
{
  g_autoptr (GPtrArray) ours = list_ours (names);
  GPtrArray *old = g_ptr_array_new ();
  GDate last, day;

  g_date_clear (&last, 1);
  for (guint i = 0; i + MUSTER_BACKUPS_NEWEST < ours->len; i++)
    {
      gboolean is_first;

      muster_backup_parse_name (ours->pdata[i], &day);
      is_first = !g_date_valid (&last) || g_date_compare (&last, &day) != 0;
      last = day;
      if (!is_first || g_date_days_between (&day, today) >= MUSTER_BACKUP_DAYS)
        g_ptr_array_add (old, ours->pdata[i]);
    }
  return old;
}
