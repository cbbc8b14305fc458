/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * muster_autostart_portal_ask: asks the desktop, by org.freedesktop.portal.Background, to start "muster --background" at the beginning of a session, or not to any more.
 * @connection: (nullable): to the session bus
 * @task: (transfer full): returns %TRUE, or MUSTER_ERROR_FORBIDDEN where there is no portal, or it or the person refuses
 */
void muster_autostart_portal_ask (gboolean on, GDBusConnection *connection, GTask *task);
