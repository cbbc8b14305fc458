/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-column-facts.h"
#include "domain/muster-import-date.h"
#include "domain/muster-import-field.h"
#include "domain/muster-import-record.h"
#include "domain/muster-import-row.h"
#include "domain/muster-value-map.h"

/** MusterImportKey: by which a row is taken for a person already known. */
typedef enum
{
  MUSTER_KEY_AUTO, /* NPN, then Assister ID, then Training ID, then Admin ID, then e-mail: the first that the row has */
  MUSTER_KEY_NPN,
  MUSTER_KEY_ASSISTER_ID,
  MUSTER_KEY_TRAINING_ID,
  MUSTER_KEY_ADMIN_ID,
  MUSTER_KEY_EMAIL,
} MusterImportKey;
const char *muster_import_key_to_code (MusterImportKey key);
gboolean muster_import_key_from_code (const char *code, MusterImportKey *key, GError **error);

typedef enum
{
  MUSTER_MODE_UPSERT,
  MUSTER_MODE_INSERT, /* known people are skipped */
  MUSTER_MODE_UPDATE, /* unknown people are skipped */
} MusterImportMode;
const char *muster_import_mode_to_code (MusterImportMode mode);
gboolean muster_import_mode_from_code (const char *code, MusterImportMode *mode, GError **error);

/** MusterRowFate: what becomes of a row. Every data row has exactly one. */
typedef enum
{
  MUSTER_FATE_CREATED,
  MUSTER_FATE_UPDATED,
  MUSTER_FATE_UNCHANGED,
  MUSTER_FATE_SKIPPED,  /* exact repetition of an earlier row, or left out by the mode */
  MUSTER_FATE_CONFLICT, /* same identifier, different data in this file; or it fits two people of the register */
  MUSTER_FATE_REJECTED,
} MusterRowFate;
#define MUSTER_N_FATES 6
const char *muster_row_fate_to_code (MusterRowFate fate);
const char *muster_row_fate_get_label (MusterRowFate fate);
