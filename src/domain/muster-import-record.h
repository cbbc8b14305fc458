/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define MUSTER_N_IMPORT_COUNTS 6 /* one for each fate of a row, see domain/muster-import.h */

/** What stands in @mode of a record that undid another. */
#define MUSTER_IMPORT_MODE_UNDO "undo"

/**
 * MusterImport: the record of one import, or of the undoing of one.
 * @counts: rows by their fate. Of an undoing, people: who came back, of whom values went back, who went away, who stayed for what was done since;
 *   and the values that stayed, as conflicts
 * @undoes: the import, or the undoing, that it undid; 0: an import of a file
 * @sheet: (nullable): of a workbook
 * @profile: (nullable): the sender's, by name
 * @mapping: (nullable): JSON: field code → {"header": text, "column": number from 0}
 * @snapshot: (nullable): the copy of the register from before it, by its file's name among the backups
 */
typedef struct
{
  gint64 id;
  char *file_name;
  guint64 file_size;
  char *file_hash; /* SHA-256, hex */
  char *encoding;
  char *delimiter;
  char *key;
  char *mode;
  char *digest;
  guint rows;
  guint counts[MUSTER_N_IMPORT_COUNTS];
  gint64 account_id;
  gint64 recorded;
  gint64 undoes;
  char *sheet;
  char *profile;
  char *mapping;
  char *snapshot;
} MusterImport;

void muster_import_free (MusterImport *import_record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImport, muster_import_free)

/**
 * Returns: the id of what undid the import, or the undoing, @id and was not itself undone; 0 if it stands.
 * @records: (element-type MusterImport): all of the register's
 */
gint64 muster_import_find_undoing (GPtrArray *records, gint64 id);
/** Returns: the import of a file that @id is, or undoes over however many steps; 0 if there is none. */
gint64 muster_import_find_root (GPtrArray *records, gint64 id);
/** Whether what the import of a file @id brought counts: it was not undone, or its undoing was. */
gboolean muster_import_stands (GPtrArray *records, gint64 id);
