/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** What the reason for lateness is called in the detail of a journal entry. */
#define MUSTER_LATE_REASON "late-reason"

/** Whether what was due by @due may be done today with @reason (nullable) for the lateness: muster_late_check(). Records the reason in the entry. */
gboolean muster_late_steps_take (MusterWork *work, const GDate *due, const char *reason, GError **error);
