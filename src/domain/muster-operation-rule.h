/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-role.h"

/**
 * MusterTable:
 *
 * The journaled tables, as flags: the runner refuses, and verification finds, a change to a table that its
 * operation does not name.
 */
typedef enum
{
  MUSTER_TABLE_REGISTER = 1 << 0,
  MUSTER_TABLE_ACCOUNT = 1 << 1,
  MUSTER_TABLE_AGENCY = 1 << 2,
  MUSTER_TABLE_ASSISTER = 1 << 3,
  MUSTER_TABLE_AFFILIATION = 1 << 4,
  MUSTER_TABLE_CERTIFICATION = 1 << 5, /* rows are events: transitions of the lifecycle */
  MUSTER_TABLE_ACTION = 1 << 6,
  MUSTER_TABLE_ACTION_CLAUSE = 1 << 7,
  MUSTER_TABLE_ACTION_STEP = 1 << 8,
  MUSTER_TABLE_DECISION = 1 << 9,
  MUSTER_TABLE_DECISION_CLAUSE = 1 << 10,
  MUSTER_TABLE_DECISION_ACTION = 1 << 11,
  MUSTER_TABLE_IMPORT = 1 << 12,
  MUSTER_TABLE_EVIDENCE = 1 << 13,
  MUSTER_TABLE_IMPORT_PROFILE = 1 << 14,
  MUSTER_TABLE_DIFFERENT_PERSON = 1 << 15, /* "not the same", said by a person */
  MUSTER_TABLE_RECONCILIATION = 1 << 16,
  MUSTER_TABLE_RECONCILIATION_TASK = 1 << 17,
  MUSTER_TABLE_DOCUMENT = 1 << 18,
  MUSTER_TABLE_RULE_PACK = 1 << 19,       /* rows are adoptions */
  MUSTER_TABLE_POLICY_DOCUMENT = 1 << 20, /* versions of the notice */
  MUSTER_TABLE_SNOOZE = 1 << 21,
  MUSTER_TABLE_INCIDENT = 1 << 22,
  MUSTER_TABLE_INCIDENT_PERSON = 1 << 23,
  MUSTER_TABLE_INCIDENT_CLAUSE = 1 << 24,
  MUSTER_TABLE_INCIDENT_REPORT = 1 << 25,
  MUSTER_TABLE_LETTER = 1 << 26,
  MUSTER_TABLE_LETTER_SERVICE = 1 << 27,
  MUSTER_TABLE_LETTER_TEMPLATE = 1 << 28,
  MUSTER_TABLE_REVIEW = 1 << 29, /* of decisions */
  MUSTER_TABLE_FOLLOW_UP = 1 << 30, /* of corrective actions: checks of their effect, extensions, responses */
} MusterTable;

#define MUSTER_N_TABLES 31

/**
 * MusterOperationRule:
 * @name: the operation, "import-roster"; stands in the journal for ever
 * @permission: who may
 * @tables: what it may change, as #MusterTable flags; 0 for an entry that only records (sign-in, export)
 * @label: untranslated, marked N_(): "Imported a roster"
 *
 * The one table that says, for every operation there is, who may do it and what it may touch. The runner asks it before,
 * verification asks it afterwards.
 */
typedef struct
{
  const char *name;
  MusterPermission permission;
  guint tables;
  const char *label;
} MusterOperationRule;

/** Returns: (transfer none) (nullable): the rule of the operation called @name. */
const MusterOperationRule *muster_operation_rule_find (const char *name);

/** Returns: (transfer none): all rules, ended by one whose name is %NULL. */
const MusterOperationRule *muster_operation_rule_get_all (void);

/** Returns: the name of the table in the database for one flag ("corrective_action" for MUSTER_TABLE_ACTION). */
const char *muster_table_get_name (MusterTable table);
