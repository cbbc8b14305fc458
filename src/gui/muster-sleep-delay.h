/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** MusterSleepDelay: asks the computer's session manager (logind) to wait a moment with sleep until Muster is ready for it. Where there is none, it does nothing. */
typedef struct _MusterSleepDelay MusterSleepDelay;

MusterSleepDelay *muster_sleep_delay_new (GDBusConnection *system_bus);
void muster_sleep_delay_free (MusterSleepDelay *delay);
/** From now on sleep waits; as often as wanted. */
void muster_sleep_delay_hold (MusterSleepDelay *delay);
/** Sleep need not wait any longer. */
void muster_sleep_delay_release (MusterSleepDelay *delay);
