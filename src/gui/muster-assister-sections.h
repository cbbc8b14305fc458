/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-masked-row.h"
#include "gui/muster-person-facts.h"
#include "gui/muster-row-group.h"

/* The sections of the page of a person. Each makes its rows anew. */

/** With where each comes from, as what follows. */
void muster_assister_sections_show_roles (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts);
void muster_assister_sections_show_contact (MusterRowGroup *group, MusterMaskedRow *assister_id, MusterStore *store, const MusterPersonFacts *facts);
/** Every transition, newest first; those that were corrected are marked. */
void muster_assister_sections_show_timeline (MusterRowGroup *group, const MusterPersonFacts *facts);
void muster_assister_sections_show_actions (MusterRowGroup *group, const MusterPersonFacts *facts);
/** The incidents that concern the person; each opens its page. */
void muster_assister_sections_show_incidents (MusterRowGroup *group, const MusterPersonFacts *facts);
void muster_assister_sections_show_decisions (MusterRowGroup *group, const MusterPersonFacts *facts);
/** Open tasks of comparisons with public lists; hidden without any. @may_close: each with a button "assister.close-task". */
void muster_assister_sections_show_tasks (MusterRowGroup *group, const MusterPersonFacts *facts, gboolean may_close);
