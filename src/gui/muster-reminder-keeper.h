/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

#define MUSTER_TYPE_REMINDER_KEEPER (muster_reminder_keeper_get_type ())
/**
 * MusterReminderKeeper: keeps for reminders, while somebody is signed in and reminders are switched on, how many things will need a person in the days to come.
 *
 * Nothing is kept of a practice register.
 *
 * Signal "failed" (string): why it could not be kept.
 */
G_DECLARE_FINAL_TYPE (MusterReminderKeeper, muster_reminder_keeper, MUSTER, REMINDER_KEEPER, GObject)

MusterReminderKeeper *muster_reminder_keeper_new (MusterStore *store, GSettings *settings);
/** Begins no more: the register is about to be closed. */
void muster_reminder_keeper_stop (MusterReminderKeeper *self);
