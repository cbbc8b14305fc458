/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_TEMPLATES_PAGE (muster_templates_page_get_type ())
/** MusterTemplatesPage: the templates of the letters in each language: whether they are Muster's or the agency's own; whoever may changes them. */
G_DECLARE_FINAL_TYPE (MusterTemplatesPage, muster_templates_page, MUSTER, TEMPLATES_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_templates_page_new (MusterStore *store);
