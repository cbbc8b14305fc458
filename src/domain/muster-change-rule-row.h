/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-operation-rule.h"

/*
 * What verification asks of every changed row, whatever the table: whether that operation adds such rows or changes those columns of them, and who and
 * when the row says it was. What is not named here is refused, so that an operation which writes something new is added here too.
 */

/** Returns: the tables, as #MusterTable flags, to which @operation adds rows. */
MusterTable muster_change_rule_list_added (const char *operation);

/**
 * Whether @operation can have changed @column of a row of @table that stood before. Which import took a row back (“taken_back”) is said by undoing one, by
 * nothing else. MUSTER_ERROR_RULE.
 */
gboolean muster_change_rule_check_column (const char *operation, MusterTable table, const char *column, GError **error);

/** MusterStamp: what a column of a row says about the entry that set it. */
typedef enum
{
  MUSTER_STAMP_NONE,
  MUSTER_STAMP_SIGNER, /* the account that signed */
  MUSTER_STAMP_TIME,   /* the moment of the entry */
} MusterStamp;

/** Returns: what @column of @table says about the entry that set it. */
MusterStamp muster_change_rule_get_stamp (MusterTable table, const char *column);

/**
 * Returns: (nullable): the operation whose signed entry may have destroyed what the journal holds of @table, under the retention schedule; %NULL: none.
 * It is none for every table, since there is no such operation: a change whose content is gone could hide anything, and is refused. Whoever adds one has
 * verification look for its entry too, and never lets it have the certifications, the accounts and the decisions.
 */
const char *muster_change_rule_get_disposal (MusterTable table);
