/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl.h"

/** Prints the corrective action @id, as text or as JSON. Returns: an exit code; -1 on error. */
int muster_ctl_print_action (MusterCtl *ctl, gint64 id, GError **error);
/** Fills the object that is begun with @action; names of accounts are looked up in @database. */
gboolean muster_ctl_json_action (JsonBuilder *json, MusterDatabase *database, const MusterCorrectiveAction *action, GError **error);
/** Returns: the corrective action that the first argument names; 0 on error. */
gint64 muster_ctl_find_action (MusterCtl *ctl, GError **error);
