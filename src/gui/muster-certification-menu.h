/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gui/muster-person-facts.h"

/**
 * Returns: (transfer full): what the lifecycle, the person's state and the account's role allow together, by "assister.certification",
 * "assister.correct" and "assister.transfer": roles held are sections, the others can be enrolled in. Empty where there is nothing.
 */
GMenu *muster_certification_menu_new (MusterStore *store, const MusterPersonFacts *facts);
