/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/** Adds a row for each account of a practice register to @group; @chosen (@object, row) is called for the one that is activated, whose title is the account. */
void muster_practice_accounts_add_rows (AdwPreferencesGroup *group, GCallback chosen, gpointer object);
