/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "domain/muster-case-access.h"

/** Records that the account looks at a case that is about to be shown; where that cannot be recorded nothing is shown, but for a copy of the register that is only read. */
gboolean muster_ctl_look (MusterCtl *ctl, MusterCaseKind kind, gint64 id, GError **error);

/** Warns of those accounts that have but the family name of somebody whom the case concerns. */
gboolean muster_ctl_warn_like (MusterCtl *ctl, MusterCaseKind kind, gint64 id, GError **error);

/** MusterCtlListed: a case whose text a list shows. */
typedef struct
{
  MusterCaseKind kind;
  gint64 id;
} MusterCtlListed;

/** Adds to @listed what the lists hold of each kind; each may be %NULL. */
void muster_ctl_listed_add (GArray *listed, GPtrArray *incidents, GPtrArray *actions, GPtrArray *decisions);

/** Records that the account looked at those of @listed, (element-type MusterCtlListed), that are closed to somebody: their text is not for everybody. What was read before has to be read again. */
gboolean muster_ctl_look_at_listed (MusterCtl *ctl, GArray *listed, GError **error);
