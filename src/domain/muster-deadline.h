/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"

/*
 * The one place where deadlines are counted (domain.md "Deadlines"): from the day after the one that starts them, and the last day counts. What a rule pack
 * says of a count, it says in its MusterRuleDays: how many, of which days, and whether a last day on which nobody works gives way to the next on which people do.
 */

/** MusterTolling: days that do not count, while an appeal holds the deadline off; both included. @through: unset: it still does. */
typedef struct
{
  GDate from;
  GDate through;
} MusterTolling;

/**
 * MusterDeadline: a last day, and how it was found.
 * @from: what started it: a notice, knowledge, receipt
 * @last: unset while it is held off
 * @tolled: days that did not count
 * @held_off: since when it has been held off, where it still is; otherwise unset
 * @is_rolled: whether the count alone ended on a day on which nobody works
 */
typedef struct
{
  GDate from;
  GDate last;
  guint tolled;
  GDate held_off;
  gboolean is_rolled;
} MusterDeadline;

/** Counts @rule from @from. */
void muster_deadline_count (const MusterRuleDays *rule, const GDate *from, MusterDeadline *deadline);

/**
 * muster_deadline_count_tolled:
 * @tollings: (array length=n): in order, without overlap
 *
 * As muster_deadline_count(), without the days of @tollings. Those on which the deadline had already run out change nothing.
 *
 * Returns: %FALSE while the deadline is held off and has no last day.
 */
gboolean muster_deadline_count_tolled (const MusterRuleDays *rule, const GDate *from, const MusterTolling *tollings, guint n, MusterDeadline *deadline);

/** Sets @last to the last day of @rule counted from @from, for those who need nothing else. */
void muster_deadline_get_last (const MusterRuleDays *rule, const GDate *from, GDate *last);

/** Returns: (transfer full): translated: "30 days after 2026-11-28, without 12 days that did not count; moved to a business day. 45 CFR 155.220(h). Not verified." */
char *muster_deadline_dup_text (const MusterDeadline *deadline, const MusterRuleDays *rule);
