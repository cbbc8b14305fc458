/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-undo-plan.h"

/**
 * Input of #muster_undo_import.
 * @import_id: an import, or an undoing, which is undone like any other
 * @expect: (nullable): the digest of a plan; it is refused (RULE) if it would do anything else
 * @reason: (nullable)
 */
typedef struct
{
  gint64 import_id;
  const char *expect;
  const char *reason;
} MusterUndoRequest;

/** Output. @import_id: of the record of the undoing, by which it can be undone itself; @plan: (transfer full): what was done. */
typedef struct
{
  gint64 import_id;
  MusterUndoPlan *plan;
} MusterUndoResult;

/**
 * Undoes an import in one stroke: values that nobody changed since go back, people whom it made and about whom nothing was done since go away; what was
 * done since stays, and is said. One journal entry, and one record among the imports.
 */
extern const MusterOperation muster_undo_import;
