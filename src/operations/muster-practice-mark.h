/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet.h"
#include "store/muster-database.h"

/** Whether @sheet may go into the register of @database: what a practice register exported, whose people are invented, goes into none but a practice register. MUSTER_ERROR_RULE. */
gboolean muster_practice_mark_check (MusterDatabase *database, MusterSheet *sheet, GError **error);
