/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * What a change would leave uncovered: the agency's contract asks for a navigator at all times, and people who ask for help in their language, or in
 * their county, have to find somebody.
 */

/**
 * MusterCoveragePerson: what somebody covers, before a change and after it.
 * @languages, @counties: (nullable): as the record has them, several apart by semicolons
 * @agency_before, @agency_after: 0: with none
 * @types_before, @types_after: the roles in which the person may assist
 * @is_unlisted: it is recorded that the public directory does not have the person: then they are not the navigator that the contract asks for
 */
typedef struct
{
  const char *languages;
  const char *counties;
  gint64 agency_before;
  gint64 agency_after;
  guint8 types_before;
  guint8 types_after;
  guint8 is_unlisted;
} MusterCoveragePerson;

/** MusterCoverageLost: @agency_id: 0: the whole roster. @languages, @counties: %NULL-terminated, as written, in order. */
typedef struct
{
  gint64 agency_id;
  char **languages;
  char **counties;
} MusterCoverageLost;

/**
 * MusterCoverage: what is covered before the change and not after it. What nobody covered before is no loss.
 * @without_navigator: (element-type gint64): agencies of which somebody who is listed may assist as a navigator before, and nobody after
 * @everywhere: what nobody on the roster covers any more
 * @left: (element-type MusterCoverageLost): of each agency that somebody leaves for another, what nobody there covers any more; only where there is something
 */
typedef struct
{
  GArray *without_navigator;
  MusterCoverageLost everywhere;
  GPtrArray *left;
} MusterCoverage;

/** Returns: (transfer full): what the change from before to after takes from the public, over all @people of the roster: a pure function. */
MusterCoverage *muster_coverage_new (const MusterCoveragePerson *people, guint n_people);
void muster_coverage_free (MusterCoverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCoverage, muster_coverage_free)

/** Whether there is nothing to warn of. */
gboolean muster_coverage_is_kept (const MusterCoverage *coverage);
