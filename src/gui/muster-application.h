/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_APPLICATION (muster_application_get_type ())
/**
 * MusterApplication: the program with its one window.
 *
 * Where reminders are switched on it goes on without a window, and reminds once a day.
 *
 * Actions: app.about, app.help, app.shortcuts, app.preferences, app.lock, app.quit.
 */
G_DECLARE_FINAL_TYPE (MusterApplication, muster_application, MUSTER, APPLICATION, AdwApplication)

MusterApplication *muster_application_new (void);
