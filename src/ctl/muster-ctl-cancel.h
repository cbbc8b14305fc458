/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** Lets Ctrl+C and SIGTERM cancel @cancellable; a second one ends the program at once. Before any other thread is started. */
void muster_ctl_cancel_watch (GCancellable *cancellable);
