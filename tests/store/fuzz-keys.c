/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "domain/muster-error.h"
#include "store/muster-keys.h"
#include "tests/fuzz.h"

/* Returns: where the file lies this time. */
static char *
write_keys (const char *folder, const guint8 *bytes, gsize length)
{
  char *path = g_build_filename (folder, "keys.json", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, (const char *) bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("muster-fuzz-XXXXXX", NULL);
  g_autofree char *path = write_keys (folder, bytes, length);
  g_autoptr (MusterKeys) keys = muster_keys_load (folder, &error);

  if (keys != NULL)
    {
      g_assert_true (g_utf8_validate (muster_keys_get_register_id (keys), -1, NULL));
      g_assert_true (muster_keys_save (keys, folder, &error));
      g_assert_no_error (error);
    }
  else
    {
      g_assert_true (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED) || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_NEWER));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return 0;
}
