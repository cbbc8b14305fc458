/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "operations/muster-import-plan.h"

#define MUSTER_TYPE_IMPORT_ITEM (muster_import_item_get_type ())
/** MusterImportItem: a row of the file and what becomes of it: immutable. */
G_DECLARE_FINAL_TYPE (MusterImportItem, muster_import_item, MUSTER, IMPORT_ITEM, GObject)

/** Returns: the row of the sheet. */
guint muster_import_item_get_row (MusterImportItem *self);
guint muster_import_item_get_line (MusterImportItem *self);
const char *muster_import_item_get_name (MusterImportItem *self);
/** Returns: (nullable) */
const char *muster_import_item_get_agency (MusterImportItem *self);
MusterRowFate muster_import_item_get_fate (MusterImportItem *self);
/** Returns: what is to be said about the row; "" for nothing. */
const char *muster_import_item_get_reasons (MusterImportItem *self);
/** Returns: (nullable): for a row that changes somebody, the first change and how many more there are. */
const char *muster_import_item_get_change (MusterImportItem *self);
/** Returns: the codes of the rules behind it; "" for none. */
const char *muster_import_item_get_rules (MusterImportItem *self);

#define MUSTER_TYPE_IMPORT_ROW_MODEL (muster_import_row_model_get_type ())
/** MusterImportRowModel: the rows of a file as planned, or those of one fate. Rows are read when they are asked for. */
G_DECLARE_FINAL_TYPE (MusterImportRowModel, muster_import_row_model, MUSTER, IMPORT_ROW_MODEL, GObject)

/** @plan: (transfer full); @store: with which it was made */
MusterImportRowModel *muster_import_row_model_new (MusterImportPlan *plan, MusterStore *store);
MusterImportPlan *muster_import_row_model_get_plan (MusterImportRowModel *self);
/** @fates: 1 << MusterRowFate, 0 for all. */
void muster_import_row_model_set_fates (MusterImportRowModel *self, guint fates);
