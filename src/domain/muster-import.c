/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"

#define N_KEYS 6
#define N_MODES 3

static const char *const key_codes[N_KEYS] = {
  [MUSTER_KEY_AUTO] = "auto",
  [MUSTER_KEY_NPN] = "npn",
  [MUSTER_KEY_ASSISTER_ID] = "assister-id",
  [MUSTER_KEY_TRAINING_ID] = "training-id",
  [MUSTER_KEY_ADMIN_ID] = "admin-id",
  [MUSTER_KEY_EMAIL] = "email",
};

static const char *const mode_codes[N_MODES] = {
  [MUSTER_MODE_UPSERT] = "upsert",
  [MUSTER_MODE_INSERT] = "insert",
  [MUSTER_MODE_UPDATE] = "update",
};

static const char *const fate_codes[MUSTER_N_FATES] = {
  [MUSTER_FATE_CREATED] = "created",
  [MUSTER_FATE_UPDATED] = "updated",
  [MUSTER_FATE_UNCHANGED] = "unchanged",
  [MUSTER_FATE_SKIPPED] = "skipped",
  [MUSTER_FATE_CONFLICT] = "conflict",
  [MUSTER_FATE_REJECTED] = "rejected",
};

static const char *const fate_labels[MUSTER_N_FATES] = {
  [MUSTER_FATE_CREATED] = N_("New"),
  [MUSTER_FATE_UPDATED] = N_("Changed"),
  [MUSTER_FATE_UNCHANGED] = N_("Unchanged"),
  [MUSTER_FATE_SKIPPED] = N_("Skipped"),
  [MUSTER_FATE_CONFLICT] = N_("Conflict"),
  [MUSTER_FATE_REJECTED] = N_("Rejected"),
};

const char *
muster_import_key_to_code (MusterImportKey key)
{
  g_return_val_if_fail ((guint) key < N_KEYS, "");
  return key_codes[key];
}

gboolean
muster_import_key_from_code (const char *code, MusterImportKey *key, GError **error)
{
  guint index;

  if (!muster_code_find (key_codes, N_KEYS, code, _("This is not what people can be known by"), &index, error))
    return FALSE;
  *key = index;
  return TRUE;
}

const char *
muster_import_mode_to_code (MusterImportMode mode)
{
  g_return_val_if_fail ((guint) mode < N_MODES, "");
  return mode_codes[mode];
}

gboolean
muster_import_mode_from_code (const char *code, MusterImportMode *mode, GError **error)
{
  guint index;

  if (!muster_code_find (mode_codes, N_MODES, code, _("This is not a way to import"), &index, error))
    return FALSE;
  *mode = index;
  return TRUE;
}

const char *
muster_row_fate_to_code (MusterRowFate fate)
{
  g_return_val_if_fail ((guint) fate < MUSTER_N_FATES, "");
  return fate_codes[fate];
}

const char *
muster_row_fate_get_label (MusterRowFate fate)
{
  g_return_val_if_fail ((guint) fate < MUSTER_N_FATES, "");
  return _(fate_labels[fate]);
}
