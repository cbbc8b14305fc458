/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/**
 * Whether @written, what somebody typed as the owner of a step or the one who looks into an incident, is @person: their name in either order, with or without middle
 * names, their code or their e-mail address; whatever the case and the accents. A first name alone is nobody.
 */
gboolean muster_owner_is (const char *written, const MusterAssister *person);
