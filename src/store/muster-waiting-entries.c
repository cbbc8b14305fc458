/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-waiting-entries.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "store/muster-small-file.h"

#define FILE_NAME "waiting-entries"
#define MAX_SIZE 65536 /* bytes; the oldest give way, and it is said that they did */
#define LEFT_OUT "(earlier ones left out); "
#define CHANGED "(the list that waited was changed outside of Muster)"
#define SEAL_BYTES 16
#define SEAL_TEXT (2 * SEAL_BYTES)

static char *
dup_path (const char *folder)
{
  return g_build_filename (folder, FILE_NAME, NULL);
}

/* Only who has the register key can make it: nobody else puts words into the next entry. */
static void
make_seal (MusterSecret *register_key, const char *text, char seal[SEAL_TEXT + 1])
{
  g_autofree char *bound = g_strconcat (FILE_NAME, "\n", text, NULL);
  guint8 bytes[SEAL_BYTES];

  crypto_generichash (bytes, sizeof bytes, (const guint8 *) bound, strlen (bound), muster_secret_get_bytes (register_key), muster_secret_get_size (register_key));
  sodium_bin2hex (seal, SEAL_TEXT + 1, bytes, sizeof bytes);
}

/* @text without its oldest ones, so that it stays within the size. */
static char *
shorten (char *text)
{
  const char *rest = text;

  if (strlen (text) <= MAX_SIZE)
    return text;
  while (rest != NULL && strlen (rest) > MAX_SIZE - strlen (LEFT_OUT))
    {
      const char *end = strstr (rest, "; ");

      rest = end != NULL ? end + 2 : NULL;
    }
  rest = g_strconcat (LEFT_OUT, rest, NULL);
  g_free (text);
  return (char *) rest;
}

void
muster_waiting_entries_add (const char *folder, MusterSecret *register_key, const char *what, gint64 time)
{
  g_autofree char *path = dup_path (folder), *waiting = muster_waiting_entries_load (folder, register_key), *text = NULL, *when = NULL, *sealed = NULL;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (time);
  char seal[SEAL_TEXT + 1];

  when = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("?");
  text = shorten (g_strdup_printf ("%s%s%s %s", waiting != NULL ? waiting : "", waiting != NULL ? "; " : "", what, when));
  make_seal (register_key, text, seal);
  sealed = g_strconcat (seal, " ", text, NULL);
  g_file_set_contents_full (path, sealed, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

char *
muster_waiting_entries_load (const char *folder, MusterSecret *register_key)
{
  g_autofree char *path = dup_path (folder), *sealed = NULL;
  char seal[SEAL_TEXT + 1];
  gsize size;

  sealed = muster_small_file_read (path, 2 * MAX_SIZE, &size);
  if (sealed == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  if (sealed == NULL)
    return g_strdup (CHANGED);
  if (size == 0)
    return NULL;
  if (size <= SEAL_TEXT + 1 || strlen (sealed) != size || sealed[SEAL_TEXT] != ' ')
    return g_strdup (CHANGED);
  make_seal (register_key, sealed + SEAL_TEXT + 1, seal);
  return g_strdup (strncmp (sealed, seal, SEAL_TEXT) == 0 ? sealed + SEAL_TEXT + 1 : CHANGED);
}

void
muster_waiting_entries_forget (const char *folder)
{
  g_autofree char *path = dup_path (folder);

  g_unlink (path);
}
