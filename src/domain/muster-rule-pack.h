/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-date.h"
#include "domain/muster-standing.h"

/** MusterSeverity: S1 to S4. */
typedef enum
{
  MUSTER_SEVERITY_1 = 1,
  MUSTER_SEVERITY_2,
  MUSTER_SEVERITY_3,
  MUSTER_SEVERITY_4,
} MusterSeverity;

/** "S1" … "S4", any case. */
gboolean muster_severity_from_code (const char *code, MusterSeverity *severity, GError **error);
const char *muster_severity_to_code (MusterSeverity severity);
/** Returns: translated: "Coaching", "Written warning", "Serious: restriction and plan", "Critical: stop work". */
const char *muster_severity_get_label (MusterSeverity severity);

/** MusterRuleDays: a count of days with where it comes from. */
typedef struct
{
  guint days;
  MusterDayKind kind;
  char *citation;
  gboolean verified;
} MusterRuleDays;

typedef struct
{
  MusterRuleDays due;           /* until the whole action */
  MusterRuleDays step;          /* until a step, where nobody says otherwise */
  MusterRestriction restriction; /* meanwhile, where nobody says otherwise */
  MusterRestriction least_restriction; /* the lightest that may be chosen */
} MusterSeverityRule;

/** MusterRulePack: the numbers an agency may change, dated (data/rules/ *.rules, key files). */
typedef struct _MusterRulePack MusterRulePack;

MusterRulePack *muster_rule_pack_parse (const char *text, gssize length, GError **error);
void muster_rule_pack_free (MusterRulePack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRulePack, muster_rule_pack_free)

const char *muster_rule_pack_get_name (MusterRulePack *pack); /* "mnsure-2026" */
const MusterSeverityRule *muster_rule_pack_get_severity (MusterRulePack *pack, MusterSeverity severity);
/** Returns: (nullable): the rule called @key ("review-request", "separation-notice", …); %NULL with MUSTER_ERROR_NOT_FOUND. */
const MusterRuleDays *muster_rule_pack_get_days (MusterRulePack *pack, const char *key, GError **error);
