/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-keys.h"
#include "store/muster-snapshot-private.h"
#include "store/muster-store-private.h"

struct _MusterWork
{
  MusterStore *store;
  MusterDatabase *database;
  MusterAccount *account; /* as the register has it now */
  GCancellable *cancellable;
  gint64 time;
  GDate today;
  char *subject;
  char *reason;
  GString *detail;
  gboolean nothing_done;
  gboolean accepts_copy;
  gint64 progress_time;
  double progress_fraction;
  const char *snapshot_word; /* %NULL for an operation that needs none */
  MusterSnapshot *snapshot;  /* %NULL: not begun; it is whole before anything is committed */
  MusterKeys *keys_before; /* to put back if the operation fails after keys.json was written */
};
