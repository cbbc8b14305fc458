/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "operations/muster-import-plan.h"

/** Lists earlier imports, and shows one. */
int muster_ctl_import_list (MusterCtl *ctl, GError **error);
int muster_ctl_import_show (MusterCtl *ctl, GError **error);
/** Writes the result files of one, as far as they are known. */
int muster_ctl_import_results (MusterCtl *ctl, GError **error);
/** Whether result files may be written into @folder: none stands there, or --force says so. */
gboolean muster_ctl_import_check_results (MusterCtl *ctl, const char *folder, GError **error);
/** Undoes one, or says what that would do. */
int muster_ctl_import_undo (MusterCtl *ctl, GError **error);
extern const MusterCtlOption muster_ctl_import_results_options[];
extern const MusterCtlOption muster_ctl_import_undo_options[];
/** Sets @id to the number that the first argument is. */
gboolean muster_ctl_import_get_id (MusterCtl *ctl, gint64 *id, GError **error);
/** Lists the senders that are remembered, and forgets one. */
int muster_ctl_import_profiles (MusterCtl *ctl, GError **error);
int muster_ctl_import_forget (MusterCtl *ctl, GError **error);

/** Fills @choices by the options of the command. */
gboolean muster_ctl_import_read_choices (MusterCtl *ctl, MusterSheetChoices *choices, GError **error);
/** Returns: (transfer full): how @sheet is to be understood, by the senders that are remembered and the options of the command. */
MusterImportOptions *muster_ctl_import_read_options (MusterCtl *ctl, MusterSheet *sheet, GError **error);

/** The numbers of an import, as keys. */
void muster_ctl_import_fill_counts (JsonBuilder *json, const guint *counts);
/** Returns: (transfer none): how the columns of names are said. */
const char *muster_ctl_import_get_names_hint (void);
/**
 * Prints what an import does, or did.
 * @import_id: 0 if nothing was imported
 * @results_error: (nullable): why the files about an import that was carried out could not be written
 *
 * Of a trial also what it would change of whom. Returns: %FALSE if that cannot be read.
 */
gboolean muster_ctl_import_print (MusterCtl *ctl, MusterImportPlan *plan, gint64 import_id, gboolean dry_run, const char *read_as, const char *results_error, GError **error);
/** What the rows of @plan that fit people of @database would change of them, value by value; as text, the first ones. */
gboolean muster_ctl_import_fill_changes (JsonBuilder *json, MusterImportPlan *plan, MusterDatabase *database, GError **error);
gboolean muster_ctl_import_print_changes (MusterImportPlan *plan, MusterDatabase *database, GError **error);
