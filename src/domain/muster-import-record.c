/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-record.h"

static const MusterImport *
find (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    {
      const MusterImport *record = records->pdata[i];

      if (record->id == id)
        return record;
    }
  return NULL;
}

void
muster_import_free (MusterImport *import_record)
{
  if (import_record == NULL)
    return;
  g_free (import_record->file_name);
  g_free (import_record->file_hash);
  g_free (import_record->encoding);
  g_free (import_record->delimiter);
  g_free (import_record->key);
  g_free (import_record->mode);
  g_free (import_record->digest);
  g_free (import_record->sheet);
  g_free (import_record->profile);
  g_free (import_record->mapping);
  g_free (import_record->snapshot);
  g_free (import_record);
}

gint64
muster_import_find_undoing (GPtrArray *records, gint64 id)
{
  /* What undoes comes later, so that this ends. */
  for (guint i = 0; i < records->len; i++)
    {
      const MusterImport *record = records->pdata[i];

      if (record->undoes == id && record->id > id && muster_import_find_undoing (records, record->id) == 0)
        return record->id;
    }
  return 0;
}

gint64
muster_import_find_root (GPtrArray *records, gint64 id)
{
  const MusterImport *record = find (records, id);

  while (record != NULL && record->undoes != 0)
    record = record->undoes < record->id ? find (records, record->undoes) : NULL;
  return record != NULL ? record->id : 0;
}

gboolean
muster_import_stands (GPtrArray *records, gint64 id)
{
  return muster_import_find_undoing (records, id) == 0;
}
