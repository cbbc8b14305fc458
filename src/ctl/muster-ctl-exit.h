/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "ctl/muster-ctl.h"

/** Adds the member “exit_lists”: the exit checklists of the person, none where no certification has ended. */
gboolean muster_ctl_exit_json (MusterCtl *ctl, JsonBuilder *json, gint64 assister_id, GError **error);
/** Prints them, after an empty line; nothing where there are none. */
gboolean muster_ctl_exit_print (MusterCtl *ctl, gint64 assister_id, GError **error);
