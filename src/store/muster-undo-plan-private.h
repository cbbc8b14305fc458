/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-operation-rule.h"
#include "store/muster-person-history-private.h"
#include "store/muster-undo-plan.h"

/*
 * How the plan of an undoing is put together: whom the import concerned (muster-undo-people.c) and whom of those it made somebody worked on since (-touched.c), what goes
 * back of the others: values (-values.c), agencies (-stays.c), roles (-roles.c) and claims (-claims.c); and what is to be said about what stays (-findings.c).
 */

/* The numbers of tables in the journal. */
#define MUSTER_UNDO_ASSISTER 3
#define MUSTER_UNDO_AFFILIATION 4
#define MUSTER_UNDO_CERTIFICATION 5
#define MUSTER_UNDO_EVIDENCE 13
#define MUSTER_UNDO_TASK 17

/** MusterUndoRow: a row that the import made or changed. */
typedef struct
{
  gint64 id;
  gint64 person;
  guint8 table;
  guint8 is_new;
} MusterUndoRow;

/** MusterUndoEnd: a stay with an agency that gets another end. */
typedef struct
{
  gint64 id;
  gint64 person;
  GDate through;
} MusterUndoEnd;

/**
 * MusterUndoPerson: somebody whom the import concerned.
 * @touched_by: the newest entry by which somebody worked on the person since, that counts; of people the import made
 * @blocked_by: who has what the person was known by, of people who would come back; @blocked_column: what
 * @first_row, @n_rows: their part of the rows
 * @is_away: taken back as it stands
 */
typedef struct
{
  gint64 id;
  gint64 touched_by;
  gint64 blocked_by;
  guint first_row;
  guint n_rows;
  guint8 blocked_column;
  guint8 is_new;
  guint8 is_away;
} MusterUndoPerson;

typedef struct
{
  MusterDatabase *database;
  MusterImportHistory *imports; /* as if it were done */
  gint64 entry;                 /* of the import of the file */
  gboolean takes_back;
  GArray *people; /* by id */
  GArray *rows;   /* by person, table, id */
  MusterPersonReader reader;
  MusterTableShape stay_shape; /* of affiliations */
  MusterUndoPlan *plan;
} MusterUndoPlanning;

/** Gathers the people and rows of the import. */
gboolean muster_undo_people_gather (MusterUndoPlanning *planning, GCancellable *cancellable, GError **error);
/** Returns: (nullable): the one with that id. */
MusterUndoPerson *muster_undo_people_find (MusterUndoPlanning *planning, gint64 id);
/** Whether the undoing takes the one with that id back: what was known of them goes along. */
gboolean muster_undo_people_go_away (MusterUndoPlanning *planning, gint64 id);
/** Finds out on whom somebody worked since, or who has what somebody was known by. */
gboolean muster_undo_touched_find (MusterUndoPlanning *planning, GError **error);

/** Plans for one of the people that the import changed; adds to @is_restored. */
gboolean muster_undo_values_plan (MusterUndoPlanning *planning, const MusterUndoPerson *person, gboolean *is_restored, GError **error);
gboolean muster_undo_stays_plan (MusterUndoPlanning *planning, const MusterUndoPerson *person, gboolean *is_restored, GError **error);
gboolean muster_undo_roles_plan (MusterUndoPlanning *planning, const MusterUndoPerson *person, gboolean *is_restored, GError **error);

/** Notes what changes about the person by the claim @row going away, or coming back. */
gboolean muster_undo_claims_show (MusterUndoPlanning *planning, const MusterUndoRow *row, GError **error);
/** Says which open tasks the import made: they stay. */
gboolean muster_undo_claims_find_tasks (MusterUndoPlanning *planning, GError **error);

/** Notes that a value goes back. */
void muster_undo_planning_restore (MusterUndoPlanning *planning, gint64 person, guint column, MusterImportField field, const char *now, const char *back);
/** Takes @row back, or brings it back. */
void muster_undo_planning_take (MusterUndoPlanning *planning, const MusterUndoRow *row);

/** MusterUndoSaying: what is to be found about a person; the rest is looked up. @back: what would come back. */
typedef struct
{
  MusterUndoRule rule;
  gint64 person;
  MusterImportField field;
  const char *imported;
  const char *now;
  const char *back;
  gint64 entry;
  gint64 other;
} MusterUndoSaying;
gboolean muster_undo_findings_add (MusterUndoPlanning *planning, const MusterUndoSaying *saying, GError **error);

/** Sets @value to the first column of the first row that @sql gives for two numbers; 0 if there is none. */
gboolean muster_undo_look_up (MusterUndoPlanning *planning, const char *sql, gint64 first, gint64 second, gint64 *value, GError **error);
