/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "store/muster-roster-query.h"

/**
 * MusterCtlPersonFile: all that is known of one person.
 * @is_today: else another day is looked at: @as_of, by what had been recorded through @known_on; unset: by all that is known
 * @relied_on: (element-type gint64): the evidence behind the answer of another day; %NULL for today: all that there is
 */
typedef struct
{
  gboolean is_today;
  GDate as_of;
  GDate known_on;
  MusterAssister *person;
  MusterRosterRow *row;
  GArray *relied_on;
  GPtrArray *events;
  GPtrArray *coming; /* (element-type MusterComingChange) */
  GPtrArray *actions;
  GPtrArray *incidents;
  GPtrArray *decisions;
  GPtrArray *tasks; /* of comparisons with public lists, that are open */
  GPtrArray *history;
} MusterCtlPersonFile;

/** Reads which day @ctl is asked for. */
gboolean muster_ctl_show_day_read (MusterCtl *ctl, MusterCtlPersonFile *file, GError **error);
/**
 * Leaves in @file, which is of another day, what there was then: what had begun by it, and had been recorded through the day of knowledge. What is left of cases and of the person’s
 * particulars is as it is recorded now.
 */
gboolean muster_ctl_show_day_narrow (MusterCtlPersonFile *file, MusterDatabase *database, GError **error);
/** Returns: (transfer full): translated: “May assist today: Yes.”, “May assist on 2026-03-01, by what was recorded through 2026-03-05: No.” */
char *muster_ctl_show_day_dup_answer (const MusterCtlPersonFile *file);
