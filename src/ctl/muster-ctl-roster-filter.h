/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "store/muster-roster-query.h"
#include "store/muster-saved-list-table.h"

/* Who is meant, as every command that lists people has it. */

/** Reads --search, --status, --type, --county, --language, --may-assist and --expiring. */
gboolean muster_ctl_roster_read_filter (MusterCtl *ctl, MusterRosterFilter *filter, GError **error);
/**
 * Takes what the list --list asks for into @filter, where no option of the command says something else; leaves it without. Returns: whether that could be done; @list (out) (transfer
 * full) (nullable) keeps the words.
 */
gboolean muster_ctl_roster_take_list (MusterCtl *ctl, MusterDatabase *database, MusterRosterFilter *filter, MusterSavedList **list, GError **error);
/** Sets @id to the agency that --agency names; leaves it without. */
gboolean muster_ctl_roster_find_agency (MusterCtl *ctl, MusterDatabase *database, gint64 *id, GError **error);
