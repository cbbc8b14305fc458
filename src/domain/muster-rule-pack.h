/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-date.h"
#include "domain/muster-requirement.h"
#include "domain/muster-rule-source.h"
#include "domain/muster-severity.h"
#include "domain/muster-standing.h"

/** MusterRuleDays: a count of days with where it comes from. */
typedef struct
{
  char *title; /* (nullable) */
  guint days;
  MusterDayKind kind;
  gboolean rolls;  /* a last day on which nobody works gives way to the next business day */
  gboolean tolled; /* the days on which a review is pending do not count (muster-decision-day.h) */
  guint more_than; /* only where it concerns more people than this; 0: always */
  MusterRuleSource source;
} MusterRuleDays;

typedef struct
{
  MusterRuleDays due;           /* until the whole action */
  MusterRuleDays step;          /* until a step, where nobody says otherwise */
  MusterRestriction restriction; /* meanwhile, where nobody says otherwise */
  MusterRestriction least_restriction; /* the lightest that may be chosen */
} MusterSeverityRule;

/**
 * MusterSeason: when certifications are renewed. Both days count: what is shown on @due is in time.
 */
typedef struct
{
  GDate opens;
  GDate due;
  MusterRuleSource source;
} MusterSeason;

/** MusterRulePack: the rules of a programme and a year that an agency may change (data/rules/ *.rules, key files). Immutable, counted. */
typedef struct _MusterRulePack MusterRulePack;

/**
 * muster_rule_pack_parse:
 * @languages: (nullable): for the titles, as of g_get_language_names()
 *
 * Reads a pack strictly. A pack with anything missing, unknown, written twice, out of range or in a circle is refused: MUSTER_ERROR_INVALID names line, group,
 * key and what is wrong.
 *
 * Returns: (transfer full)
 */
MusterRulePack *muster_rule_pack_parse (const char *text, gssize length, const char *const *languages, GError **error);
MusterRulePack *muster_rule_pack_ref (MusterRulePack *pack);
void muster_rule_pack_unref (MusterRulePack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRulePack, muster_rule_pack_unref)

/** Whether both say the same, to the letter. */
gboolean muster_rule_pack_equal (MusterRulePack *a, MusterRulePack *b);

const char *muster_rule_pack_get_name (MusterRulePack *pack);  /* "mnsure-2026" */
const char *muster_rule_pack_get_title (MusterRulePack *pack); /* translated */
/** Returns: (transfer none): the text it was read from. */
const char *muster_rule_pack_get_text (MusterRulePack *pack);
/** The first and the last day for which it was made. */
const GDate *muster_rule_pack_get_from (MusterRulePack *pack);
const GDate *muster_rule_pack_get_through (MusterRulePack *pack);
const MusterSeason *muster_rule_pack_get_season (MusterRulePack *pack);

const MusterSeverityRule *muster_rule_pack_get_severity (MusterRulePack *pack, MusterSeverity severity);
/** Returns: (nullable): the rule called @key ("review-request", "separation-notice", …); %NULL with MUSTER_ERROR_NOT_FOUND. */
const MusterRuleDays *muster_rule_pack_get_days (MusterRulePack *pack, const char *key, GError **error);
/** Returns: (transfer container) (element-type utf8): the keys of all day counts, in order. */
GPtrArray *muster_rule_pack_list_days (MusterRulePack *pack);

/** Returns: (transfer none): the requirements, in order of the file; sets @n. Their places are the bits of every mask of requirements. */
MusterRequirement *const *muster_rule_pack_get_requirements (MusterRulePack *pack, guint *n);
/** Returns: the requirements of @kind, as a mask; @code: (out) (optional) (nullable) (transfer none): what the first of them is called. */
guint32 muster_rule_pack_list_of_kind (MusterRulePack *pack, MusterRequirementKind kind, const char **code);
/** Returns: the place of the requirement called @code; -1 with MUSTER_ERROR_NOT_FOUND that lists what there is. */
int muster_rule_pack_find_requirement (MusterRulePack *pack, const char *code, GError **error);

/** Returns: (transfer none): how many days before something falls due it is called to mind, longest first; sets @n. */
const guint *muster_rule_pack_get_reminders (MusterRulePack *pack, guint *n);
/** Returns: how many days before its end something counts as expiring: from the first reminder on. */
guint muster_rule_pack_get_expiring_days (MusterRulePack *pack);
/** Returns: after how many days something overdue is called to mind again. */
guint muster_rule_pack_get_overdue_every (MusterRulePack *pack);
