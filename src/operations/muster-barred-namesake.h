/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "store/muster-database.h"

/*
 * Somebody against whom a decision stands, and who has the name of somebody new. A form and a file ask about them in the same way: a new record is no way around a
 * decision, and neither is another NPN.
 */

/** Sets @text (transfer full) to who @known is and what stands against them on @today: “P-17, Ana Roe (Revoked)”; %NULL if nothing does. */
gboolean muster_barred_namesake_dup_text (MusterDatabase *database, const MusterAssister *known, const GDate *today, char **text, GError **error);

/** Returns: (transfer full): @person with first and last name in each other’s place: people are entered either way round. */
MusterAssister *muster_barred_namesake_exchange (const MusterAssister *person);
