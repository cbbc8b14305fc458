/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"
#include "domain/muster-policy.h"
#include "domain/muster-rule-packs.h"
#include "store/muster-database.h"

/* By which rules a register goes, and which versions of the notice it has. Rows are only ever added; saving outside of an operation fails. */

/**
 * MusterRuleAdoption: a rule pack was adopted.
 * @content: the pack as it was then
 * @from: from that day on people are judged by it
 */
typedef struct
{
  gint64 id;
  char *name;
  char *content;
  GDate from;
  gint64 account_id;
  gint64 recorded;
} MusterRuleAdoption;

void muster_rule_adoption_free (MusterRuleAdoption *adoption);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRuleAdoption, muster_rule_adoption_free)

/** Adds @adoption and sets its id. */
gboolean muster_rules_table_adopt (MusterDatabase *database, MusterRuleAdoption *adoption, GError **error);
/** Returns: (transfer full) (element-type MusterRuleAdoption): all of them, newest first. */
GPtrArray *muster_rules_table_list_adoptions (MusterDatabase *database, GError **error);
/** Returns: (transfer none) (nullable): the one of @adoptions by which @pack comes into force after @today. */
const MusterRuleAdoption *muster_rule_adoption_find_coming (GPtrArray *adoptions, MusterRulePack *pack, const GDate *today);
/**
 * muster_rules_table_load:
 * @known_until: what was recorded before that moment counts, µs since 1970 UTC; G_MAXINT64: all
 *
 * Returns: (transfer full): the pack by which the register goes on @on: that adopted for the latest day up to it, or where none was the shipped one of the day on which the register was made.
 */
MusterRulePack *muster_rules_table_load (MusterDatabase *database, const GDate *on, gint64 known_until, GError **error);

/** Returns: (transfer full) (element-type MusterRulePack): the packs that ship, and after them what the agency adopted besides, the newest of each name. */
GPtrArray *muster_rules_table_list_packs (MusterDatabase *database, GError **error);
/** Returns: (transfer full): the pack called @name that ships, or was adopted last under that name. MUSTER_ERROR_NOT_FOUND. */
MusterRulePack *muster_rules_table_find_pack (MusterDatabase *database, const char *name, GError **error);

/**
 * muster_rules_table_dup_arithmetic:
 * @pack: that counted it; @key: of its day count
 *
 * Returns: (transfer full) (nullable): how @last was counted from @from, as muster_deadline_dup_text() says it; %NULL where that pack is not here as it was, or
 * there is no such day.
 */
char *muster_rules_table_dup_arithmetic (MusterDatabase *database, const char *pack, const char *key, const GDate *from, const GDate *last);

/**
 * MusterPolicyVersion: a version of a policy document that the agency loaded.
 * @from: from that day on it is in force
 */
typedef struct
{
  gint64 id;
  char *code;
  char *version;
  char *title;
  GDate from;
  gint64 document_id;
  gint64 account_id;
  gint64 recorded;
} MusterPolicyVersion;

void muster_policy_version_free (MusterPolicyVersion *policy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPolicyVersion, muster_policy_version_free)

/** Adds @policy and sets its id. MUSTER_ERROR_CONFLICT where that version is there already. */
gboolean muster_rules_table_add_policy (MusterDatabase *database, MusterPolicyVersion *policy, GError **error);
/** Returns: (transfer full) (element-type MusterPolicyVersion): all versions, the one that is in force last first. */
GPtrArray *muster_rules_table_list_policies (MusterDatabase *database, GError **error);
/** @policy: (out) (transfer full) (nullable): the version in force of the document called @code; %NULL where none is. */
gboolean muster_rules_table_find_policy (MusterDatabase *database, const char *code, const GDate *on, gint64 known_until, MusterPolicyVersion **policy, GError **error);
