/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-sign-in-attempts.h"

#include <glib/gstdio.h>

#include "store/muster-small-file.h"

#define FILE_NAME "sign-in-attempts"
#define GROUP "attempts"
#define MAX_NAME 32
#define MAX_ACCOUNTS 200 /* bytes */
#define MAX_SIZE 4096

static char *
dup_path (const char *folder)
{
  return g_build_filename (folder, FILE_NAME, NULL);
}

void
muster_sign_in_attempts_clear (MusterSignInAttempts *attempts)
{
  g_clear_pointer (&attempts->accounts, g_free);
}

void
muster_sign_in_attempts_load (const char *folder, MusterSignInAttempts *attempts)
{
  g_autofree char *path = dup_path (folder), *text = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gsize size;

  *attempts = (MusterSignInAttempts) { 0 };
  text = muster_small_file_read (path, MAX_SIZE, &size);
  if (text == NULL || !g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL))
    return;
  attempts->count = MAX (0, g_key_file_get_integer (file, GROUP, "count", NULL));
  attempts->first = g_key_file_get_int64 (file, GROUP, "first", NULL);
  attempts->last = g_key_file_get_int64 (file, GROUP, "last", NULL);
  attempts->accounts = g_key_file_get_string (file, GROUP, "accounts", NULL);
}

/* The name as typed may be anything, a password in the wrong field among it: only what could be an account's name is kept. */
static char *
add_name (const char *accounts, const char *name)
{
  g_auto (GStrv) names = g_strsplit (accounts != NULL ? accounts : "", ",", -1);
  g_autofree char *kept = g_strndup (name, MAX_NAME);

  for (char *c = kept; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("._-", *c) == NULL)
      *c = '?';
  if (accounts == NULL || *accounts == '\0')
    return g_steal_pointer (&kept);
  if (g_strv_contains ((const char *const *) names, kept) || strlen (accounts) > MAX_ACCOUNTS)
    return g_strdup (accounts);
  return g_strconcat (accounts, ",", kept, NULL);
}

void
muster_sign_in_attempts_add (const char *folder, const char *account, gint64 time)
{
  g_auto (MusterSignInAttempts) attempts = { 0 };
  g_autofree char *path = dup_path (folder), *accounts = NULL, *text = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  muster_sign_in_attempts_load (folder, &attempts);
  accounts = add_name (attempts.accounts, account);
  g_key_file_set_integer (file, GROUP, "count", attempts.count + 1);
  g_key_file_set_int64 (file, GROUP, "first", attempts.count > 0 ? attempts.first : time);
  g_key_file_set_int64 (file, GROUP, "last", time);
  g_key_file_set_string (file, GROUP, "accounts", accounts);
  text = g_key_file_to_data (file, NULL, NULL);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

void
muster_sign_in_attempts_forget (const char *folder)
{
  g_autofree char *path = dup_path (folder);

  g_unlink (path);
}
