/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-profile.h"
#include "store/muster-store.h"

/** Input: a #MusterImportProfile. Remembers how the files of a sender are read, in the place of what was remembered under that name. */
extern const MusterOperation muster_save_profile;
/** Input: the name (const char *). Forgets it; NOT_FOUND. */
extern const MusterOperation muster_remove_profile;
