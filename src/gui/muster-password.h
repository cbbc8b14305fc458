/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-secret.h"

/** Returns: (transfer full): what was typed into @row, as a secret. */
MusterSecret *muster_password_take (AdwEntryRow *row);

/**
 * muster_password_check_pair: whether @row has a password that is strong enough for @account, and @again the same; else marks the row that is
 * wrong and says why in @label.
 */
gboolean muster_password_check_pair (AdwEntryRow *row, AdwEntryRow *again, GtkLabel *label, const char *account, gboolean practice);
