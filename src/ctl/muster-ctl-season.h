/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"

/** Carries out --ics or --letters. Returns: an exit code, or -1 with @error. */
int muster_ctl_season_export (MusterCtl *ctl, GError **error);
