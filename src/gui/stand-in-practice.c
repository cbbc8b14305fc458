/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice.h"

#include "domain/muster-error.h"

gboolean
muster_practice_create (const char *folder, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, "The practice register is not there yet.");
  return FALSE;
}

char *
muster_practice_dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "muster", "practice.muster", NULL);
}
