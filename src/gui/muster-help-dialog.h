/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_HELP_DIALOG (muster_help_dialog_get_type ())
/** MusterHelpDialog: the topics of the help, searchable, and each to be read. All of it is in the program. */
G_DECLARE_FINAL_TYPE (MusterHelpDialog, muster_help_dialog, MUSTER, HELP_DIALOG, AdwDialog)

AdwDialog *muster_help_dialog_new (void);
