/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-help-topics.h"

#define MUSTER_TYPE_HELP_PAGE (muster_help_page_get_type ())
/** MusterHelpPage: one topic of the help, to be read. */
G_DECLARE_FINAL_TYPE (MusterHelpPage, muster_help_page, MUSTER, HELP_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_help_page_new (const MusterHelpTopic *topic);
