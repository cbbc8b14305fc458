/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"

struct _MusterRulePack
{
  char *name;
  char *title;
  char *text;
  GDate from;
  GDate through;
  MusterSeason season;
  MusterSeverityRule severities[MUSTER_N_SEVERITIES];
  GHashTable *days;     /* key → MusterRuleDays */
  GPtrArray *day_keys;  /* of @days, in order of the file */
  GPtrArray *requirements; /* MusterRequirement */
  GArray *reminders;    /* guint, descending */
  guint overdue_every;
};

/** Returns: (transfer full): a pack to be filled. */
MusterRulePack *muster_rule_pack_new_empty (void);
void muster_rule_days_free (MusterRuleDays *days);

/** Reads all groups "requirement …" into @pack; each names its prerequisites, which may stand later in the file but not in a circle. */
gboolean muster_rule_pack_read_requirements (MusterRulePack *pack, GKeyFile *file, const char *const *languages, GError **error);
