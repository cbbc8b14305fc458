/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-export.h"

#define MUSTER_TYPE_EXPORT_COLUMN_LIST (muster_export_column_list_get_type ())
/** MusterExportColumnList: which columns an export has, in sections that open; the sensitive ones are off, and say why. */
G_DECLARE_FINAL_TYPE (MusterExportColumnList, muster_export_column_list, MUSTER, EXPORT_COLUMN_LIST, AdwPreferencesGroup)

/** Sets @columns to those that are ticked, in the usual order; none is possible. */
void muster_export_column_list_get (MusterExportColumnList *self, MusterExportColumns *columns);
