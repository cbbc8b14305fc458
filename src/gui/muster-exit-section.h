/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_EXIT_SECTION (muster_exit_section_get_type ())
/** MusterExitSection: the exit checklists of a person, one for each role that has ended; hidden without any. From here their items are settled. */
G_DECLARE_FINAL_TYPE (MusterExitSection, muster_exit_section, MUSTER, EXIT_SECTION, GtkBox)

/** Reads anew. */
void muster_exit_section_show (MusterExitSection *self, MusterStore *store, MusterDatabase *database, gint64 assister_id);
