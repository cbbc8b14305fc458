/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-saved-list.h"
#include "store/muster-store.h"

/** Input of #muster_save_list. @replaces: puts it in the place of the list of that name, if there is one; else that is MUSTER_ERROR_CONFLICT. */
typedef struct
{
  const char *name;
  const MusterSavedFilter *filter;
  gboolean replaces;
} MusterListSaving;

/** Input of #muster_rename_list. */
typedef struct
{
  const char *name;
  const char *new_name;
} MusterListRenaming;

/* Lists of the roster that the account keeps for itself. */

extern const MusterOperation muster_save_list;
/** MUSTER_ERROR_CONFLICT where there is a list of the new name. */
extern const MusterOperation muster_rename_list;
/** Input: const char *, the name. It stays in the journal. */
extern const MusterOperation muster_remove_list;
