/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** MusterSnoozeRequest: @item: a line of the list of today, as of muster_today_dup_key(). */
typedef struct
{
  const char *item;
  GDate until;
  const char *reason;
} MusterSnoozeRequest;

/** Something is off everybody’s list of today until a day: what is on the list of who asks, and theirs to deal with. Output: none. */
extern const MusterOperation muster_snooze;
