/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-later.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "documents/muster-csv-writer.h"
#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "store/muster-import-lines.h"
#include "store/muster-import-table.h"

/* As muster_import_plan_write_results() has them, as far as it is known. */
static const struct
{
  const char *name;
  const char *second; /* header */
  guint fates;        /* 1 << MusterRowFate */
} results[] = {
  { "created.csv", "person", 1 << MUSTER_FATE_CREATED },
  { "updated.csv", "person", 1 << MUSTER_FATE_UPDATED },
  { "rejected.csv", "rule", 1 << MUSTER_FATE_REJECTED | 1 << MUSTER_FATE_CONFLICT },
  { "skipped.csv", "rule", 1 << MUSTER_FATE_SKIPPED },
};

static GArray *
load_lines (MusterDatabase *database, const MusterImport *record, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (record->undoes != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("This is the undoing of an import, and read no file. Ask for the import that it undid."));
      return NULL;
    }
  if (!muster_import_table_load_lines (database, record->id, &bytes, error))
    return NULL;
  if (bytes != NULL)
    return muster_import_lines_decode (bytes, error);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The register does not have the lines of this import: it is of a time when they were not kept."));
  return NULL;
}

static gboolean
write_result (GArray *lines, guint result, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, results[result].name, NULL);
  g_autoptr (MusterCsvWriter) writer = muster_csv_writer_new (path, error);
  gboolean has_people = (results[result].fates & (1 << MUSTER_FATE_REJECTED | 1 << MUSTER_FATE_SKIPPED)) == 0;

  if (writer == NULL)
    return FALSE;
  muster_csv_writer_add (writer, (const char *[]) { "line", results[result].second }, 2);
  for (guint i = 0; i < lines->len; i++)
    {
      const MusterImportLine *line = &g_array_index (lines, MusterImportLine, i);
      g_autofree char *number = NULL, *person = NULL;

      if ((results[result].fates & (1u << line->fate)) == 0)
        continue;
      number = g_strdup_printf ("%u", line->line);
      person = line->person != 0 ? muster_assister_dup_code (line->person) : NULL;
      muster_csv_writer_add (writer, (const char *[]) { number, has_people ? person : muster_row_fate_to_code (line->fate) }, 2);
    }
  return muster_csv_writer_finish (writer, error);
}

const char *
muster_import_results_find (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *path = g_build_filename (folder, results[i].name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return results[i].name;
    }
  return NULL;
}

char *
muster_import_results_dup_folder (const char *parent, const char *name)
{
  char *folder = g_build_filename (parent, name, NULL);

  for (guint i = 2; muster_import_results_find (folder) != NULL; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", name, i);

      g_free (folder);
      folder = g_build_filename (parent, numbered, NULL);
    }
  return folder;
}

gboolean
muster_import_later_write_results (MusterDatabase *database, gint64 import_id, const char *folder, MusterImport **record, GError **error)
{
  g_autoptr (MusterImport) loaded = muster_import_table_load (database, import_id, error);
  g_autoptr (GArray) lines = loaded != NULL ? load_lines (database, loaded, error) : NULL;

  if (lines == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The folder “%s” cannot be made: %s. Choose another one."), folder, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    if (!write_result (lines, i, folder, error))
      return FALSE;
  if (record != NULL)
    *record = g_steal_pointer (&loaded);
  return TRUE;
}
