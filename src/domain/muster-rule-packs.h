/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"

/* The rule packs that ship: files of data/rules/, inside the program. The language of the titles is the locale’s. */

/** By this one a register goes that has adopted none and is older than all. */
#define MUSTER_RULE_PACK_FIRST "mnsure-2026"

/** The texts of the files, ended by %NULL. */
extern const char *const muster_shipped_rules[];

/** Returns: (transfer none) (element-type MusterRulePack): all of them. Aborts only if a shipped file is broken, which a test excludes. */
GPtrArray *muster_rule_packs_list_shipped (void);
/** Returns: (transfer none) (nullable): the shipped pack called @name. */
MusterRulePack *muster_rule_packs_find_shipped (const char *name);
/** Returns: (transfer none): the shipped pack of the marketplace by which a register goes that was made on @day and has adopted none: the newest that had begun then. */
MusterRulePack *muster_rule_packs_find_for_day (const GDate *day);
/**
 * Whether @pack may be called as it is: cases keep the name of their pack, which must not say one thing here and another elsewhere. So a pack that shipped once
 * never changes under its name. MUSTER_ERROR_RULE.
 */
gboolean muster_rule_packs_check_name (MusterRulePack *pack, GError **error);
/**
 * Whether @pack may be adopted: called as muster_rule_packs_check_name() has it, with a title that is not that of another one that ships, and with the deadlines that
 * decisions about people rest on. MUSTER_ERROR_RULE names what is missing. What was adopted once stays readable without.
 */
gboolean muster_rule_packs_check_adoptable (MusterRulePack *pack, GError **error);
/** Whether @pack may hold from @from: of days before @today not from one before it begins, or answers of the past would change. MUSTER_ERROR_RULE. */
gboolean muster_rule_packs_check_from (MusterRulePack *pack, const GDate *from, const GDate *today, GError **error);
