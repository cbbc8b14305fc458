/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "store/muster-store.h"

/* What has to be done before an administrative suspension is lifted (domain.md: “all open items done”), and what is recorded where it is lifted all the same. */

/**
 * MusterOpenItems: what is open in the roles whose suspension is to be lifted.
 * @codes: of the requirements, "licence data-security"; empty: all is done
 * @text: translated: a sentence for each
 */
typedef struct
{
  char *codes;
  char *text;
} MusterOpenItems;

void muster_open_items_free (MusterOpenItems *items);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOpenItems, muster_open_items_free)

/** Returns: (transfer full): what is open on @on in the roles @types, by the rules and the evidence of that day. */
MusterOpenItems *muster_open_items_new (MusterDatabase *database, gint64 assister_id, guint types, const GDate *on, GError **error);
/** Whether the suspension may be lifted: nothing is open, or @despite says why it is lifted all the same. MUSTER_ERROR_RULE says what is open. */
gboolean muster_open_items_check (const MusterOpenItems *items, const char *despite, GError **error);
/** Returns: (transfer full) (nullable): the reason that is recorded: @reason, and where something is open what that is, and @despite. */
char *muster_open_items_dup_reason (const MusterOpenItems *items, const char *reason, const char *despite);
/** Adds to the entry what was open, or that nothing was, and @despite. */
void muster_open_items_describe (MusterWork *work, const MusterOpenItems *items, const char *despite);
/** @known_on: (nullable): only what had been recorded through that day. Sets @text (transfer full) (nullable): translated: that the person's suspension was last lifted while something was open, what, and why; %NULL where it was not. */
gboolean muster_open_items_find_override (MusterDatabase *database, gint64 assister_id, const GDate *as_of, const GDate *known_on, char **text, GError **error);
