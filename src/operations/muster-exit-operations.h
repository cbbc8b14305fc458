/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-exit.h"
#include "store/muster-store.h"

/**
 * MusterExitSheet: the exit checklists of one person.
 * @lists: (element-type GArray of MusterExitItem): one for each role that has ended, by muster_exit_list(); none is empty
 */
typedef struct
{
  GPtrArray *events;
  GPtrArray *records;
  MusterRulePack *pack;
  GPtrArray *lists;
} MusterExitSheet;

/** Reads them; @today is the day on which they are looked at. */
MusterExitSheet *muster_exit_sheet_new (MusterDatabase *database, gint64 assister_id, const GDate *today, GError **error);
void muster_exit_sheet_free (MusterExitSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterExitSheet, muster_exit_sheet_free)
/** Returns: (transfer none) (nullable): the list of @type. */
GArray *muster_exit_sheet_find (MusterExitSheet *sheet, MusterAssisterType type);

/** Input of #muster_record_exit_item. @on: of what was done; @doer: (nullable); @note: (nullable) */
typedef struct
{
  gint64 assister_id;
  MusterAssisterType type;
  MusterExitItemCode code;
  MusterExitOutcome outcome;
  GDate on;
  const char *doer;
  const char *note;
} MusterExitRequest;

/** Records what became of an item of an exit checklist. Input: const MusterExitRequest *. */
extern const MusterOperation muster_record_exit_item;
