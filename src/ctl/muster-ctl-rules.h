/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"
#include "domain/muster-rule-pack.h"

/* What the commands about rule packs share. */

void muster_ctl_rules_get_today (GDate *today);
/** Returns: (transfer full): the pack that ships or was adopted under that name, or that stands in the file of that name. */
MusterRulePack *muster_ctl_rules_find (MusterCtl *ctl, const char *text, GError **error);
void muster_ctl_rules_print_text (MusterRulePack *pack);
void muster_ctl_rules_print_json (MusterRulePack *pack);

int muster_ctl_rules_list (MusterCtl *ctl, GError **error);
int muster_ctl_rules_preview (MusterCtl *ctl, GError **error);
int muster_ctl_rules_simulate (MusterCtl *ctl, GError **error);
