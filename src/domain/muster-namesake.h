/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/**
 * MusterNamesake: somebody of the register who has the first and last name of somebody in a file.
 * @agency_id: with whom the person is now; 0: with nobody
 */
typedef struct
{
  MusterAssister person;
  gint64 agency_id;
} MusterNamesake;

void muster_namesake_free (MusterNamesake *namesake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNamesake, muster_namesake_free)

/**
 * muster_namesake_weigh:
 * @said: the person as a file has it, whom no identifier fits
 * @known: who has the same first and last name
 * @same_agency: whether the file puts the person where @known is
 *
 * How much speaks for the two being one. Middle names and suffixes that contradict each other make two people of them; and so does another NPN or
 * Training ID, which people keep, unless both are with the same agency: then one of the two numbers may be wrong.
 *
 * Returns: 0: they are two; else the more the higher, by agency and then by county.
 */
guint muster_namesake_weigh (const MusterAssister *said, const MusterAssister *known, gboolean same_agency);
