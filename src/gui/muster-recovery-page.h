/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_RECOVERY_PAGE (muster_recovery_page_get_type ())
/**
 * MusterRecoveryPage: shows a new register's recovery key, this once, and lets it be printed; asks for two of its groups before it lets go.
 *
 * Signal "done": the person has the key.
 */
G_DECLARE_FINAL_TYPE (MusterRecoveryPage, muster_recovery_page, MUSTER, RECOVERY_PAGE, AdwNavigationPage)

/** @text: the key as people read it, in groups. */
AdwNavigationPage *muster_recovery_page_new (const char *register_name, const char *agency, const char *text);
/** Returns: (transfer full): what prints the recovery sheet, on one page. */
GtkPrintOperation *muster_recovery_page_new_print (MusterRecoveryPage *self);
