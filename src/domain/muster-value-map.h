/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-field.h"

/** MusterValueMap: what cells of a sender mean, by field: "Agt" is a broker, "Y" is nothing. Texts are compared folded (case, accents and blanks ignored). */
typedef struct _MusterValueMap MusterValueMap;

MusterValueMap *muster_value_map_new (void);
/** Returns: (transfer full) (nullable): %NULL for %NULL. */
MusterValueMap *muster_value_map_copy (const MusterValueMap *map);
void muster_value_map_free (MusterValueMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterValueMap, muster_value_map_free)

/** Lets @from ("" is an empty cell) be read as @to in columns of @field; %NULL or "" as nothing. What was set before for it is replaced. */
void muster_value_map_set (MusterValueMap *map, MusterImportField field, const char *from, const char *to);
/** Lets @from be read as it stands again. */
void muster_value_map_unset (MusterValueMap *map, MusterImportField field, const char *from);
/** Whether anything is set for @field. */
gboolean muster_value_map_has (const MusterValueMap *map, MusterImportField field);
/** Returns: whether @from is set for @field; @to (transfer none) (nullable) is what it is read as then. */
gboolean muster_value_map_lookup (const MusterValueMap *map, MusterImportField field, const char *from, const char **to);
guint muster_value_map_get_size (const MusterValueMap *map);

typedef void (*MusterValueMapFunc) (MusterImportField field, const char *from, const char *to, gpointer user_data);
/** Calls @func for each, by field and then by the folded text. @from is as it was set. */
void muster_value_map_foreach (const MusterValueMap *map, MusterValueMapFunc func, gpointer user_data);
