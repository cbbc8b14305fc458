/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-role.h"

/**
 * MusterTable:
 *
 * The journaled tables, as flags: the runner refuses, and verification finds, a change to a table that its
 * operation does not name. There is room for 64.
 */
typedef guint64 MusterTable;

/** The flag of the table with @number, which is the one that the journal has for it. */
#define MUSTER_TABLE_NUMBERED(number) (G_GUINT64_CONSTANT (1) << (number))

#define MUSTER_TABLE_REGISTER MUSTER_TABLE_NUMBERED (0)
#define MUSTER_TABLE_ACCOUNT MUSTER_TABLE_NUMBERED (1)
#define MUSTER_TABLE_AGENCY MUSTER_TABLE_NUMBERED (2)
#define MUSTER_TABLE_ASSISTER MUSTER_TABLE_NUMBERED (3)
#define MUSTER_TABLE_AFFILIATION MUSTER_TABLE_NUMBERED (4)
#define MUSTER_TABLE_CERTIFICATION MUSTER_TABLE_NUMBERED (5) /* rows are events: transitions of the lifecycle */
#define MUSTER_TABLE_ACTION MUSTER_TABLE_NUMBERED (6)
#define MUSTER_TABLE_ACTION_CLAUSE MUSTER_TABLE_NUMBERED (7)
#define MUSTER_TABLE_ACTION_STEP MUSTER_TABLE_NUMBERED (8)
#define MUSTER_TABLE_DECISION MUSTER_TABLE_NUMBERED (9)
#define MUSTER_TABLE_DECISION_CLAUSE MUSTER_TABLE_NUMBERED (10)
#define MUSTER_TABLE_DECISION_ACTION MUSTER_TABLE_NUMBERED (11)
#define MUSTER_TABLE_IMPORT MUSTER_TABLE_NUMBERED (12)
#define MUSTER_TABLE_EVIDENCE MUSTER_TABLE_NUMBERED (13)
#define MUSTER_TABLE_IMPORT_PROFILE MUSTER_TABLE_NUMBERED (14)
#define MUSTER_TABLE_DIFFERENT_PERSON MUSTER_TABLE_NUMBERED (15) /* "not the same", said by a person */
#define MUSTER_TABLE_RECONCILIATION MUSTER_TABLE_NUMBERED (16)
#define MUSTER_TABLE_RECONCILIATION_TASK MUSTER_TABLE_NUMBERED (17)
#define MUSTER_TABLE_DOCUMENT MUSTER_TABLE_NUMBERED (18)
#define MUSTER_TABLE_RULE_PACK MUSTER_TABLE_NUMBERED (19) /* rows are adoptions */
#define MUSTER_TABLE_POLICY_DOCUMENT MUSTER_TABLE_NUMBERED (20) /* versions of the notice */
#define MUSTER_TABLE_SNOOZE MUSTER_TABLE_NUMBERED (21)
#define MUSTER_TABLE_INCIDENT MUSTER_TABLE_NUMBERED (22)
#define MUSTER_TABLE_INCIDENT_PERSON MUSTER_TABLE_NUMBERED (23)
#define MUSTER_TABLE_INCIDENT_CLAUSE MUSTER_TABLE_NUMBERED (24)
#define MUSTER_TABLE_INCIDENT_REPORT MUSTER_TABLE_NUMBERED (25)
#define MUSTER_TABLE_LETTER MUSTER_TABLE_NUMBERED (26)
#define MUSTER_TABLE_LETTER_SERVICE MUSTER_TABLE_NUMBERED (27)
#define MUSTER_TABLE_LETTER_TEMPLATE MUSTER_TABLE_NUMBERED (28)
#define MUSTER_TABLE_REVIEW MUSTER_TABLE_NUMBERED (29) /* of decisions */
#define MUSTER_TABLE_FOLLOW_UP MUSTER_TABLE_NUMBERED (30) /* of corrective actions: checks of their effect, extensions, responses */
#define MUSTER_TABLE_CASE_ACCESS MUSTER_TABLE_NUMBERED (31) /* to whom cases are closed, and opened again */
#define MUSTER_TABLE_EXIT_ITEM MUSTER_TABLE_NUMBERED (32) /* of exit checklists */
#define MUSTER_TABLE_SAVED_LIST MUSTER_TABLE_NUMBERED (33) /* of the roster, that an account keeps */
#define MUSTER_TABLE_ATTACHMENT MUSTER_TABLE_NUMBERED (34) /* documents of incidents */

#define MUSTER_N_TABLES 35

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
  MusterTable tables;
  const char *label;
} MusterOperationRule;

/** Returns: (transfer none) (nullable): the rule of the operation called @name. */
const MusterOperationRule *muster_operation_rule_find (const char *name);

/** Returns: (transfer none): all rules, ended by one whose name is %NULL. */
const MusterOperationRule *muster_operation_rule_get_all (void);

/** Returns: the name of the table in the database for one flag ("corrective_action" for MUSTER_TABLE_ACTION). */
const char *muster_table_get_name (MusterTable table);

/** Returns: the number that the journal has for one flag. */
int muster_table_get_number (MusterTable table);
