/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-field.h"
#include "domain/muster-import-record.h"

/*
 * What undoing an import does. An import that is undone does not count: each value it set is again what the last entry set that counts. So what was done since
 * stays, however often it is undone and brought back and in whatever order.
 */

/**
 * muster_undo_check:
 * @records: (element-type MusterImport): all of the register's
 * @root: (out): the import of a file that it concerns
 * @takes_back: (out): whether that import will not count afterwards; else it will count again
 *
 * Whether the import, or the undoing, @id can be undone: it was not undone already, and something changes by it. MUSTER_ERROR_NOT_FOUND or _RULE.
 */
gboolean muster_undo_check (GPtrArray *records, gint64 id, gint64 *root, gboolean *takes_back, GError **error);

/** MusterUndoRule: why something stays as it is. The first four are conflicts: values that do not go back. */
typedef enum
{
  MUSTER_UNDO_CHANGED_SINCE, /* it was changed later */
  MUSTER_UNDO_TAKEN,         /* what would come back belongs to somebody else now */
  MUSTER_UNDO_NEEDED,        /* without it there would be no name, or nothing to know the person by */
  MUSTER_UNDO_ROLE_USED,     /* later steps of the role build on it, or it was given otherwise meanwhile */
  MUSTER_UNDO_TOUCHED,       /* somebody whom the import made, and on whom work was done since: stays */
  MUSTER_UNDO_STAYS_AWAY,    /* somebody who does not come back, since another has what the person was known by */
  MUSTER_UNDO_GONE,          /* somebody who was taken back with another import */
  MUSTER_UNDO_DISPOSED,      /* what was before was destroyed under the retention schedule */
  MUSTER_UNDO_TASK_STAYS,    /* an open task that the import made: only a person closes it */
} MusterUndoRule;

#define MUSTER_N_UNDO_RULES 9

/** Returns: "changed-since", "touched-since", …: promised in JSON. */
const char *muster_undo_rule_to_code (MusterUndoRule rule);
gboolean muster_undo_rule_is_conflict (MusterUndoRule rule);

/**
 * MusterUndoFinding: something that stays, and why.
 * @name: of the person, for people
 * @field: what a file calls it ("phone", "agency", "type"); MUSTER_FIELD_IGNORE: the whole person, and whether active on the roster (then @now is "1" or "0")
 * @imported: what the import set, or would set again; @now: what it is and stays. %NULL for nothing. Never an Assister ID in clear
 * @entry: of the journal, which did that since; 0 for other reasons
 * @other: the person who has it; 0: nobody
 * @message: translated and complete
 */
typedef struct
{
  MusterUndoRule rule;
  gint64 person;
  char *name;
  MusterImportField field;
  char *imported;
  char *now;
  gint64 entry;
  gint64 other;
  char *message;
} MusterUndoFinding;

/** Returns: (nullable): "phone", "agency", "active", …; %NULL where it is about the whole person. */
const char *muster_undo_finding_get_code (const MusterUndoFinding *finding);
void muster_undo_finding_free (MusterUndoFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterUndoFinding, muster_undo_finding_free)
/** Conflicts first, then people who stay; each by person. */
int muster_undo_finding_compare (const MusterUndoFinding *a, const MusterUndoFinding *b);

/** MusterUndoChoice: what becomes of one value that the import changed. */
typedef enum
{
  MUSTER_UNDO_LEAVE,    /* it is as it should be */
  MUSTER_UNDO_RESTORE,  /* to what counts */
  MUSTER_UNDO_CONFLICT, /* somebody set it since: it stays */
} MusterUndoChoice;

/** @now: as it is; @counting: as the last entry set it that counts once this is done; @set_later: that entry came after the import. */
MusterUndoChoice muster_undo_choose (const char *now, const char *counting, gboolean set_later);
