/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-row-group.h"
#include "operations/muster-import-options.h"

#define MUSTER_TYPE_IMPORT_COLUMN_LIST (muster_import_column_list_get_type ())
/**
 * MusterImportColumnList: the columns of a file as rows of a group: what each holds, what it is taken for, and what is to be asked about it: the order of
 * day and month, the meaning of its values.
 *
 * Signal "changed".
 */
G_DECLARE_FINAL_TYPE (MusterImportColumnList, muster_import_column_list, MUSTER, IMPORT_COLUMN_LIST, GObject)

/** @group: (transfer none): where the rows stand; must outlive the list. */
MusterImportColumnList *muster_import_column_list_new (MusterRowGroup *group);
/** Shows @sheet as @options have it, and changes them. @options: (transfer none): must stay until others are set. */
void muster_import_column_list_set_sheet (MusterImportColumnList *self, MusterSheet *sheet, MusterImportOptions *options);
/** Brings the first question that has to be answered into sight, and gives it the focus. Returns: whether there is one. */
gboolean muster_import_column_list_focus_question (MusterImportColumnList *self);
