/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** Returns: (transfer full): a menu of the registers that this person has opened, and of ways to others, by the actions of #MusterSignInPage. */
GMenuModel *muster_register_menu_new (GSettings *settings);
