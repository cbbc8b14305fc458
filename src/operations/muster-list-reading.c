/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-reconcile-private.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "documents/muster-sheet-reader.h"
#include "domain/muster-error.h"
#include "store/muster-reconciliation-query.h"

/* A list that is being read. */
typedef struct
{
  MusterListReading *reading;
  guint year;
  GArray *npns;
} Listening;

static guint
count_known_cb (const char *const *cells, guint n_cells, gpointer user_data)
{
  return muster_public_lists_count_known (muster_data_get_public_lists (), cells, n_cells);
}

/* Everybody's who is on the roster, so that whoever becomes a broker meanwhile has been looked up too. */
static GArray *
gather_npns (MusterDatabase *database, const GDate *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) people = muster_reconciliation_query_people (database, today, cancellable, error);
  GArray *npns;

  if (people == NULL)
    return NULL;
  npns = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = 0; i < people->len; i++)
    {
      const MusterListPerson *person = &g_array_index (people, MusterListPerson, i);

      if (person->npn != 0)
        g_array_append_val (npns, person->npn);
    }
  return npns;
}

static gboolean
begin (Listening *listening, MusterSheet *sheet, GError **error)
{
  MusterPublicLists *lists = muster_data_get_public_lists ();
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  MusterListLayout layout;
  guint year = listening->year;

  for (guint i = 0; i < muster_sheet_get_n_columns (sheet); i++)
    g_ptr_array_add (headers, (gpointer) muster_sheet_get_header (sheet, i));
  if (!muster_public_lists_recognise (lists, (const char *const *) headers->pdata, headers->len, &layout, error))
    return FALSE;
  if (year == 0 && layout.kind == MUSTER_LIST_REGISTRATION)
    year = muster_public_lists_get_plan_year (lists, &listening->reading->today);
  listening->reading->comparison = muster_list_comparison_new (lists, &layout, (const char *const *) headers->pdata, headers->len, year, &listening->reading->today,
                                                               (const guint64 *) (gpointer) listening->npns->data, listening->npns->len);
  return TRUE;
}

static gboolean
take_row_cb (MusterSheet *sheet, const char *const *cells, guint line, gpointer user_data, GError **error)
{
  Listening *listening = user_data;

  if (listening->reading->comparison == NULL && !begin (listening, sheet, error))
    return FALSE;
  muster_list_comparison_add (listening->reading->comparison, cells, line);
  return TRUE;
}

static gboolean
read_file (Listening *listening, const char *path, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const MusterSheetChoices choices = { .take_row = take_row_cb, .take_data = listening };
  g_autoptr (MusterSheet) sheet = muster_sheet_read (path, &choices, count_known_cb, NULL, progress, user_data, cancellable, error);
  MusterListReading *reading = listening->reading;

  if (sheet == NULL)
    return FALSE;
  /* A list of nobody is one too, if its header is there. */
  if (reading->comparison == NULL && !begin (listening, sheet, error))
    return FALSE;
  reading->file_name = g_strdup (muster_sheet_get_file_name (sheet));
  reading->file_size = muster_sheet_get_file_size (sheet);
  reading->file_hash = g_strdup (muster_sheet_get_file_hash (sheet));
  return TRUE;
}

MusterListReading *
muster_list_reading_new (MusterDatabase *database, const char *path, guint year, const GDate *today, GFileProgressCallback progress, gpointer user_data,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterListReading) reading = g_atomic_rc_box_new0 (MusterListReading);
  g_autoptr (GArray) npns = NULL;
  Listening listening = { reading, year, NULL };

  reading->today = *today;
  if (year != 0 && !muster_public_lists_check_year (muster_data_get_public_lists (), year, today, error))
    return NULL;
  listening.npns = npns = gather_npns (database, today, cancellable, error);
  if (npns == NULL || !read_file (&listening, path, progress, user_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&reading);
}

static void
reading_clear (gpointer data)
{
  MusterListReading *reading = data;

  g_clear_pointer (&reading->comparison, muster_list_comparison_free);
  g_free (reading->file_name);
  g_free (reading->file_hash);
}

MusterListReading *
muster_list_reading_ref (MusterListReading *reading)
{
  return g_atomic_rc_box_acquire (reading);
}

void
muster_list_reading_unref (MusterListReading *reading)
{
  g_atomic_rc_box_release_full (reading, reading_clear);
}
