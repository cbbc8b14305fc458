/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/**
 * muster_leave_question_new:
 *
 * Asks whether what was entered in the forms among @dialogs is to be lost by signing out or, if @quits, by quitting. It is answered by the
 * signal "response::leave"; the forms' titles are not in it, so that it can be asked while Muster is locked.
 *
 * Returns: (transfer floating) (nullable): the question; %NULL where nothing would be lost.
 */
AdwDialog *muster_leave_question_new (GListModel *dialogs, gboolean quits);

/** Returns: (transfer floating): asks whether to quit while the recovery key of a new register is shown. It is answered by "response::leave". */
AdwDialog *muster_leave_question_new_for_recovery_key (void);
