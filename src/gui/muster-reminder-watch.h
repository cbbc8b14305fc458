/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#define MUSTER_TYPE_REMINDER_WATCH (muster_reminder_watch_get_type ())
/**
 * MusterReminderWatch: reminds once a day, by a notification, that something needs a person, as long as the preferences say so. It goes by numbers that were kept
 * while somebody was signed in; it opens no register, and the notification says nothing of one. Meanwhile the program stays, with or without a window.
 */
G_DECLARE_FINAL_TYPE (MusterReminderWatch, muster_reminder_watch, MUSTER, REMINDER_WATCH, GObject)

MusterReminderWatch *muster_reminder_watch_new (GApplication *application, GSettings *settings);
/** Reminds now, if it is time. */
void muster_reminder_watch_check (MusterReminderWatch *self);
/** Takes the notification back: somebody has signed in and sees the list itself. */
void muster_reminder_watch_withdraw (GApplication *application);
