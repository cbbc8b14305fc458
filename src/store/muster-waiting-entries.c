/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-waiting-entries.h"

#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME "waiting-entries"
#define MAX_SIZE 4000 /* bytes; what is more says nothing new */

static char *
dup_path (const char *folder)
{
  return g_build_filename (folder, FILE_NAME, NULL);
}

void
muster_waiting_entries_add (const char *folder, const char *what, gint64 time)
{
  g_autofree char *path = dup_path (folder), *waiting = muster_waiting_entries_load (folder), *text = NULL, *when = NULL;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (time);

  when = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("?");
  text = g_strdup_printf ("%s%s%s %s", waiting != NULL ? waiting : "", waiting != NULL ? "; " : "", what, when);
  if (strlen (text) <= MAX_SIZE)
    g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

char *
muster_waiting_entries_load (const char *folder)
{
  g_autofree char *path = dup_path (folder), *text = NULL;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL) || size == 0 || size > MAX_SIZE)
    return NULL;
  return g_utf8_make_valid (text, -1);
}

void
muster_waiting_entries_forget (const char *folder)
{
  g_autofree char *path = dup_path (folder);

  g_unlink (path);
}
