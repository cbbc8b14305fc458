/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/** Has the focus be at the start of @page, in its header, when it is shown for the first time, wherever the toolkit or a dialog that goes would leave it. */
void muster_page_focus_begin_at_start (AdwNavigationPage *page);
