/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "store/muster-database.h"

/**
 * muster_revoked_elsewhere_check:
 * @events: (element-type MusterCertificationEvent): the person's, that have begun
 *
 * Whether to begin in the role @type on @on is no way around a revocation in another role, as muster_reapplying_check_elsewhere() has it, by the rules of that day.
 */
gboolean muster_revoked_elsewhere_check (MusterDatabase *database, GPtrArray *events, MusterAssisterType type, const GDate *on, GError **error);
