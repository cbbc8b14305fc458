/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-today.h"

/* What a line of the list of today says. */

/** Returns: (transfer none): whom it is about; what it is, where it is about nobody. */
const char *muster_today_text_get_title (const MusterTodayItem *item);
/** Returns: (transfer full): the same with the number, which tells it from other lines about one person. */
char *muster_today_text_dup_whole_title (const MusterTodayItem *item);
/** Returns: (transfer full) (nullable): the line below: what it is, or until when it was put off, and why. */
char *muster_today_text_dup_subtitle (const MusterTodayItem *item);
/** Returns: (transfer full) (nullable): the line below the one that stands for many. */
char *muster_today_text_dup_fold_subtitle (const MusterTodayItem *fold);
