/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"

/** Lists earlier imports, and shows one. */
int muster_ctl_import_list (MusterCtl *ctl, GError **error);
int muster_ctl_import_show (MusterCtl *ctl, GError **error);

/** The numbers of an import, as keys. */
void muster_ctl_import_fill_counts (JsonBuilder *json, const guint *counts);
