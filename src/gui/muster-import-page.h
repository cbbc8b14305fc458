/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_IMPORT_PAGE (muster_import_page_get_type ())
/** MusterImportPage: imports a roster step by step: the file, its columns, what would happen, what was done. Going back loses nothing. */
G_DECLARE_FINAL_TYPE (MusterImportPage, muster_import_page, MUSTER, IMPORT_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_import_page_new (MusterStore *store);
/** Begins with @file, as if it had been dropped on the page; nothing while an import is being committed. */
void muster_import_page_open_file (MusterImportPage *self, GFile *file);
