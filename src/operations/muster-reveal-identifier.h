/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** Input of #muster_reveal_identifier. */
typedef struct
{
  gint64 assister_id; /* 0: a list of people, of whom @n_people have one */
  guint n_people;
} MusterRevealRequest;

/**
 * Gives out the Assister ID of a person, which is masked because it opens the marketplace's systems: nobody sees it without an entry
 * that says who looked, and when. Output (char **): the identifier, owned by the caller. Fails where the person has none. For a list that
 * shows the identifiers of several people, one entry says of how many; it has no output.
 */
extern const MusterOperation muster_reveal_identifier;
