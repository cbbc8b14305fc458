/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-practice-maker.h"

#include "domain/muster-error.h"
#include "gui/muster-background.h"
#include "operations/muster-practice.h"
#include "store/muster-register.h"

#define LOOK_AGAIN_MS 80

typedef struct
{
  char *folder;
  GtkProgressBar *bar;
  guint timer;
  int permille; /* atomic: written by the thread */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_clear_handle_id (&making->timer, g_source_remove);
  g_object_unref (making->bar);
  g_free (making->folder);
  g_free (making);
}

static void
progress_cb (goffset done, goffset total, gpointer user_data)
{
  Making *making = user_data;

  if (total > 0)
    g_atomic_int_set (&making->permille, (int) (done * 1000 / total));
}

static gboolean
show_progress_cb (gpointer user_data)
{
  Making *making = user_data;

  gtk_progress_bar_set_fraction (making->bar, g_atomic_int_get (&making->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static gboolean
make_in_background (gpointer data, GCancellable *cancellable, GError **error)
{
  Making *making = data;
  g_autoptr (GError) missing = NULL;
  g_autoptr (MusterRegisterInfo) info = muster_register_look (making->folder, &missing);

  if (info != NULL)
    return TRUE;
  if (!g_error_matches (missing, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  return muster_practice_create (making->folder, progress_cb, making, cancellable, error);
}

void
muster_practice_maker_run (GtkProgressBar *bar, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Making *making = g_new0 (Making, 1);

  making->folder = muster_practice_dup_folder ();
  making->bar = g_object_ref (bar);
  making->timer = g_timeout_add (LOOK_AGAIN_MS, show_progress_cb, making);
  muster_background_run (bar, make_in_background, making, making_free, cancellable, callback, user_data);
}

char *
muster_practice_maker_finish (GAsyncResult *result, GError **error)
{
  Making *making = muster_background_get_data (result);

  g_clear_handle_id (&making->timer, g_source_remove);
  return muster_background_finish (result, error) ? g_strdup (making->folder) : NULL;
}
