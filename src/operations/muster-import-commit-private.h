/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-ahead.h"
#include "operations/muster-import-newcomers.h"
#include "operations/muster-import-plan-private.h"

/* A plan that is being carried out: inside of operations/ only. */

typedef struct
{
  MusterWork *work;
  MusterDatabase *database;
  MusterImportPlan *plan;
  gint64 import_id;
  MusterImportAhead *ahead;
  MusterImportNewcomers *newcomers;
  GHashTable *agencies; /* name as the file has it → id */
  GHashTable *wanted;   /* first rows of people of whom more rows tell */
} MusterImporting;

gboolean muster_importing_init (MusterImporting *importing, MusterWork *work, MusterImportPlan *plan, gint64 import_id, GError **error);
void muster_importing_clear (MusterImporting *importing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterImporting, muster_importing_clear)

/** Carries out the fate of one row, each in its turn; the plan has the person whom it makes afterwards. */
gboolean muster_importing_write_row (MusterImporting *importing, guint row, GError **error);
/** Writes down whom the rows made and who is not yet. To be called before what follows. */
gboolean muster_importing_finish_rows (MusterImporting *importing, GError **error);
/** Makes inactive who is missing and is to become so. */
gboolean muster_importing_inactivate (MusterImporting *importing, GError **error);
/** Remembers who was said not to be somebody of the same name. */
gboolean muster_importing_tell_apart (MusterImporting *importing, GError **error);

/** Adds the record of the import; sets its id. */
gboolean muster_import_save_record (MusterWork *work, MusterImportPlan *plan, gint64 *id, GError **error);
/** Keeps the tasks that the plan proposes. */
gboolean muster_import_save_tasks (MusterWork *work, MusterImportPlan *plan, GError **error);
/** Keeps what became of each line. */
gboolean muster_import_save_lines (MusterWork *work, MusterImportPlan *plan, gint64 id, GError **error);
