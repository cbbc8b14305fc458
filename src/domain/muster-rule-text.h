/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"

/* A rule pack in words, for whoever looks at it. */

/** Returns: (transfer full): translated: "10 business days" */
char *muster_rule_days_dup_text (const MusterRuleDays *days);
/** Returns: (transfer full): translated: "20 days · a pending review holds it off": the count, and what else the rule says of it */
char *muster_rule_days_dup_rule (const MusterRuleDays *days);
/** Returns: (transfer full): translated: "45 CFR 155.220(h). Not verified." or "… Verified by …, 2026-11-27." */
char *muster_rule_source_dup_text (const MusterRuleSource *source);
/** Returns: (transfer full): translated: "Certified application counselor, Navigator" */
char *muster_requirement_dup_roles (const MusterRequirement *requirement);
/** Returns: (transfer full): translated: "Once", "Every season", "Every 24 months" */
char *muster_requirement_dup_renewal (const MusterRequirement *requirement);
/** Returns: (transfer full): translated: "Course · Every season · Pass mark 70 % · Nobody may assist without it" */
char *muster_requirement_dup_rule (const MusterRequirement *requirement);
/** Returns: (transfer full) (nullable): translated: "After “Assister Basics course” · The certification shows it · Says until when it holds"; %NULL where there is nothing of that. */
char *muster_requirement_dup_conditions (MusterRulePack *pack, const MusterRequirement *requirement);
/** Returns: (transfer full): translated: "60, 30, 14, 7, 1 days before, and every 7 days when it is late" */
char *muster_rule_pack_dup_reminders (MusterRulePack *pack);
/** Returns: how many numbers and requirements of @pack nobody verified; sets @n_all to how many there are. */
guint muster_rule_pack_count_unverified (MusterRulePack *pack, guint *n_all);
/** Returns: (transfer full) (nullable): translated: that the pack was not made for @day: "MNsure, 2026 ended on 2026-07-31. …"; %NULL where it was. It goes with every answer by it. */
char *muster_rule_pack_dup_warning (MusterRulePack *pack, const GDate *day);
