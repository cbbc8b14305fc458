/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-profile.h"
#include "store/muster-store.h"

/** Input of #muster_save_profile. */
typedef struct
{
  const MusterImportProfile *profile;
} MusterProfileSaving;
/** Input of #muster_remove_profile. */
typedef struct
{
  const char *name;
} MusterProfileRemoval;

/** Remembers how the files of a sender are read, in the place of what was remembered under that name. */
extern const MusterOperation muster_save_profile;
/** Forgets it; NOT_FOUND. */
extern const MusterOperation muster_remove_profile;
