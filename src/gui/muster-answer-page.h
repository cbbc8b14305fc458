/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-view-day.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_ANSWER_PAGE (muster_answer_page_get_type ())
/** MusterAnswerPage: whether a person may assist on another day than today, and why. To be looked at, not to be changed. Follows the store. */
G_DECLARE_FINAL_TYPE (MusterAnswerPage, muster_answer_page, MUSTER, ANSWER_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_answer_page_new (MusterStore *store, gint64 id, const MusterViewDay *day);
