/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/harness.h"
#include "store/muster-store.h"

#define HARNESS_PASSWORD "practice" /* of practice registers */
#define HARNESS_REAL_PASSWORD "plenty of words here"
#define HARNESS_ACCOUNT "alex"

/** Returns: (transfer full): the folder of a new register of an invented agency in a temporary place, with its administrator “alex”. @practice ones hash cheaply. */
char *harness_register_new (gboolean practice, gboolean keyring);
/** Returns: (transfer full): such a practice register, opened by its administrator. */
MusterStore *harness_store_new (void);
/** Opens the register at @folder. */
MusterStore *harness_store_open (const char *folder, const char *account);
