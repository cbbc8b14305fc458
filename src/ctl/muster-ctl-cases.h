/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "domain/muster-case-access.h"

/** Records that the account looks at a case that is about to be shown; where that cannot be recorded nothing is shown, but for a copy of the register that is only read. */
gboolean muster_ctl_look (MusterCtl *ctl, MusterCaseKind kind, gint64 id, GError **error);
