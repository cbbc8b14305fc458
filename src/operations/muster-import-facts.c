/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-facts.h"

/* As many rows are enough to know a column by. */
#define SAMPLE_ROWS 2000

typedef struct
{
  gboolean is_counted;
  MusterColumnFacts counts;
} Days;

struct _MusterImportFacts
{
  guint n_columns;
  MusterColumnFacts *columns;
  GMutex lock; /* of what follows */
  Days *days;
};

static void
facts_clear (gpointer data)
{
  MusterImportFacts *facts = data;

  for (guint i = 0; i < facts->n_columns; i++)
    muster_column_facts_clear (&facts->columns[i]);
  g_free (facts->columns);
  g_free (facts->days);
  g_mutex_clear (&facts->lock);
}

static void
count_days (MusterSheet *sheet, guint column, MusterColumnFacts *days)
{
  g_autofree const char **cells = g_new0 (const char *, muster_sheet_get_n_columns (sheet));

  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    {
      muster_sheet_get_row (sheet, row, cells);
      muster_import_facts_count_day (days, cells[column], 1);
    }
}

MusterImportFacts *
muster_import_facts_new (MusterSheet *sheet)
{
  MusterImportFacts *facts = g_atomic_rc_box_new0 (MusterImportFacts);
  guint n_rows = MIN (muster_sheet_get_n_rows (sheet), SAMPLE_ROWS);
  g_autofree const char **cells = NULL;

  facts->n_columns = muster_sheet_get_n_columns (sheet);
  facts->columns = g_new0 (MusterColumnFacts, facts->n_columns);
  facts->days = g_new0 (Days, facts->n_columns);
  g_mutex_init (&facts->lock);
  cells = g_new0 (const char *, facts->n_columns);
  for (guint row = 0; row < n_rows; row++)
    {
      muster_sheet_get_row (sheet, row, cells);
      for (guint i = 0; i < facts->n_columns; i++)
        muster_column_facts_add (&facts->columns[i], cells[i]);
    }
  return facts;
}

MusterImportFacts *
muster_import_facts_ref (MusterImportFacts *facts)
{
  return g_atomic_rc_box_acquire (facts);
}

void
muster_import_facts_unref (MusterImportFacts *facts)
{
  g_atomic_rc_box_release_full (facts, facts_clear);
}

const MusterColumnFacts *
muster_import_facts_get (MusterImportFacts *facts, guint column)
{
  g_return_val_if_fail (column < facts->n_columns, NULL);
  return &facts->columns[column];
}

void
muster_import_facts_get_days (MusterImportFacts *facts, MusterSheet *sheet, guint column, MusterColumnFacts *days)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&facts->lock);

  g_return_if_fail (column < facts->n_columns);
  if (!facts->days[column].is_counted)
    count_days (sheet, column, &facts->days[column].counts);
  facts->days[column].is_counted = TRUE;
  *days = facts->days[column].counts;
}

void
muster_import_facts_count_day (MusterColumnFacts *days, const char *cell, int by)
{
  gboolean only_month_first, only_day_first;

  if (*cell == '\0')
    return;
  if (muster_import_date_read (cell, MUSTER_DATE_ORDER_UNKNOWN, NULL, &only_month_first, &only_day_first) == MUSTER_DATE_AMBIGUOUS)
    days->n_ambiguous += by;
  else if (only_month_first)
    days->n_only_month_first += by;
  else if (only_day_first)
    days->n_only_day_first += by;
}
