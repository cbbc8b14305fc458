/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "store/muster-coming-query.h"
#include "store/muster-roster-query.h"

/** Returns: (transfer full): the line of the roster about one person as of @as_of (%NULL: today), by what had been recorded through @known_on (unset or %NULL: by all that is known). */
MusterRosterRow *muster_ctl_person_load_row (MusterDatabase *database, gint64 id, const GDate *as_of, const GDate *known_on, GError **error);
/** Tells how the person stands after something was done: the roster object, or a line. Returns the exit code. The Assister ID is in it only if it was given in the command. */
int muster_ctl_person_print (MusterCtl *ctl, gint64 id, GError **error);
/** Returns: (transfer full): a person in a text: “Kia Vang (P-3)”. */
char *muster_ctl_person_dup_label (MusterDatabase *database, gint64 id);
/** Tells what was decided for a later day (element-type MusterComingChange), a line each. */
void muster_ctl_person_print_coming (GPtrArray *changes);
/** Returns: (transfer none) (nullable): @assister_id as this command may show it: masked unless it reveals, as JSON always does. */
const char *muster_ctl_person_mask (MusterCtl *ctl, const char *assister_id);
/** Records in the journal that this command shows the Assister ID of the person @id (0: of @n_people), if it reveals and there is one; to be called before it is shown. */
gboolean muster_ctl_person_record_look (MusterCtl *ctl, gint64 id, guint n_people, GError **error);
