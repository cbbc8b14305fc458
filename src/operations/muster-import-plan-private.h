/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-plan.h"
#include "operations/muster-import-repeats.h"
#include "store/muster-people-table.h"

/* A plan that is being made: inside of operations/ only. */

/** MusterImportKind: what a person is known by, in the order of #MusterImportKey. */
typedef enum
{
  MUSTER_KIND_NPN,
  MUSTER_KIND_ASSISTER_ID,
  MUSTER_KIND_TRAINING_ID,
  MUSTER_KIND_ADMIN_ID,
  MUSTER_KIND_EMAIL,
  MUSTER_KIND_PERSON, /* of the register */
} MusterImportKind;
#define MUSTER_N_KINDS 5 /* that a row can have */

/** MusterImportMatch: what a row is known by, and whom the register has there. */
typedef struct
{
  char *texts[MUSTER_N_KINDS]; /* %NULL where the row has none */
  gint64 ids[MUSTER_N_KINDS];  /* of the first */
  int n[MUSTER_N_KINDS];       /* how many people */
} MusterImportMatch;

/** MusterIgnoredColumn: one of which nothing is read. @bare: nine digits alone are suspicious in it. @n_ssn: cells that look like social security numbers. */
typedef struct
{
  guint index;
  gboolean bare;
  guint n_ssn;
} MusterIgnoredColumn;

/** MusterImportAgency: one that the file names; 0 where the register has none, and then how many rows make it. */
typedef struct
{
  gint64 id;
  char *name;
  guint n_rows;
  guint first_row;
} MusterImportAgency;

/** MusterImportStrangeRow: one with an agency that the register has not. */
typedef struct
{
  guint row;
  MusterImportAgency *agency;
} MusterImportStrangeRow;

typedef struct
{
  MusterImportPlan *plan;
  MusterDatabase *database;
  MusterSheet *sheet;
  const MusterImportOptions *options;
  guint n_columns;
  MusterImportReading reading;
  gboolean is_register_empty; /* so that nobody needs to be looked up */
  MusterImportRepeats *repeats;
  GPtrArray *unheard;    /* findings of rows that are read again */
  GHashTable *all_types; /* first row of a person → the roles of all of the person's rows */
  GHashTable *agencies;  /* folded name, as the file has it → MusterImportAgency */
  GArray *strange;       /* MusterImportStrangeRow */
  GHashTable *task_keys; /* of the tasks of the plan: each is proposed once */
  GHashTable *namesakes; /* folded name → GPtrArray of MusterNamesake */
  GArray *own;              /* whom of the register the account is */
  GHashTable *once_barred; /* people of the register whom a decision may stand against */
  GArray *unfitted;        /* rows that fit nobody, though somebody has their name */
  GByteArray *seen;      /* a bit for each person of the register whom a row speaks of */
  GHashTable *only_claims; /* rows that are new only for what they claim */
  GArray *ignored;         /* MusterIgnoredColumn */
  GHashTable *shared;      /* e-mail address that people with other identifiers have → where, see muster-import-shared.c */
  guint8 *claims;          /* a bit for each row that says of a person without a certification that there is one */
} MusterImportPlanning;

/** Returns: (transfer full) (nullable): what @row has of @kind, as it is compared. */
char *muster_import_dup_identifier (const MusterImportRow *row, MusterImportKind kind);
/** Returns: (transfer full) (nullable): the strongest of what @row is known by: "npn:1234567". */
char *muster_import_dup_row_key (const MusterImportRow *row);
/** Returns: (transfer full): @identifier as a finding may show it: nine digits could be a social security number, whatever the column says. */
char *muster_import_dup_shown (const char *identifier);

/** Fills @reading by the options of @plan, from which it borrows. */
void muster_import_plan_fill_reading (const MusterImportPlan *plan, MusterImportReading *reading);

/** Adds what is to be said of a column as a whole; -1: of the file. Returns: (transfer none). */
MusterFinding *muster_import_plan_find_column (MusterImportPlan *plan, int column, const char *rule, const char *message);
/** Returns: (transfer full): the first rows of people of whom more rows tell. */
GHashTable *muster_import_plan_list_first_rows (const MusterImportPlan *plan);
/** Whether what @row claims holds for its role only: more rows tell of the person. @first_rows: see above. */
gboolean muster_import_plan_is_by_role (const MusterImportPlan *plan, GHashTable *first_rows, guint row);

/** Adds what is to be said of a row as a whole. Returns: (transfer none). */
MusterFinding *muster_import_planning_find (MusterImportPlanning *planning, guint row, const char *rule, gboolean is_error, const char *value, const char *message);
/** A row again that was read before, without its findings. Clear the result. */
void muster_import_planning_read (MusterImportPlanning *planning, guint row, MusterImportRow *result);
/** Makes @row and @earlier a conflict, each with a finding that names the other’s line. @value is of @kind; for MUSTER_KIND_PERSON the person’s code. */
void muster_import_planning_oppose (MusterImportPlanning *planning, guint row, guint earlier, MusterImportKind kind, const char *value);

/** Returns: what was decided about @row, or about the first row of the same person; 0: nothing. */
gint64 muster_import_planning_get_decision (const MusterImportPlanning *planning, guint row);
/** Holds @row back until somebody says whether it is about @person. */
void muster_import_planning_ask (MusterImportPlanning *planning, guint row, gint64 person, const char *rule, const char *value, const char *message);
/** Lets the further rows of somebody of whom one waits wait, too. */
void muster_import_planning_follow_questions (MusterImportPlanning *planning);
/**
 * muster_import_planning_check_name:
 * @shown: the identifier by which the row fits @person
 *
 * Says how the name differs, and asks where it is somebody else's, or has first and last name in each other's place. Returns: whether the row waits.
 */
gboolean muster_import_planning_check_name (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, const char *shown);
/** Rejects @row, of somebody new, for a name that is damaged, has a remark, or is of two people. Returns: whether it does. */
gboolean muster_import_planning_rejects_name (MusterImportPlanning *planning, guint row);
/** Says which identifiers of @person, whom somebody said the row is about, it replaces. */
void muster_import_planning_mention_replaced (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person);
/** Says which names the row has with letters lost, or initials of, that the register has, and proposes the former; and which numbers without the zeros they begin with. */
void muster_import_planning_check_letters (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person);
/** Takes back what was said last of @row by @rule. */
void muster_import_planning_forget (MusterImportPlanning *planning, guint row, const char *rule);
/** Reads a row of nobody’s name, taken for one of an organization, as a person’s if the register has somebody of its NPN. */
gboolean muster_import_planning_take_for_person (MusterImportPlanning *planning, guint row, MusterImportRow *values, GError **error);
/** Lets a row that is rejected for having no name through to whom its identifiers belong. */
void muster_import_planning_settle_unnamed (MusterImportPlanning *planning, guint row, const MusterImportMatch *match);
/** Says once of the file, and not of each row that was rejected for it, that no column is taken for a name; if there are some that could be. */
void muster_import_planning_find_no_names (MusterImportPlanning *planning);
/** Finds the e-mail addresses of the file that several people have. To be called before the first row. */
void muster_import_planning_look_for_shared (MusterImportPlanning *planning);
/** Lets @row be read without its e-mail address, if that is somebody else's, too, and says so; a row that has nothing else is rejected. */
gboolean muster_import_planning_settle_shared (MusterImportPlanning *planning, guint row, MusterImportRow *values, MusterImportMatch *match, GError **error);
/**
 * Lets a row that is rejected for having nothing but a name through to whom somebody says it is about. Else, @row may be about somebody of that name.
 */
gboolean muster_import_planning_settle_nameless (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error);
/** Whether @row has what people are to be known by; rejects it if not. */
gboolean muster_import_planning_has_key (MusterImportPlanning *planning, guint row, const MusterImportRow *values);
/** What the rows before say about @row: decides SKIPPED and CONFLICT; sets @decided. */
void muster_import_planning_compare (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gboolean *decided);

/** Looks up whom the register has under what @row is known by; they are not missing from the file, whatever becomes of the row. Clear @match. */
gboolean muster_import_planning_look_up (MusterImportPlanning *planning, const MusterImportRow *values, MusterImportMatch *match, GError **error);
void muster_import_match_clear (MusterImportMatch *match);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterImportMatch, muster_import_match_clear)
/** What the register says about @row: decides its fate and its person. */
gboolean muster_import_planning_match (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterImportMatch *match, GError **error);

/** Returns: the column that is taken for @field, the first; -1: none is. */
int muster_import_planning_find_field (const MusterImportPlanning *planning, MusterImportField field);
/** Places @finding in @column of its row; -1: nowhere. */
void muster_import_planning_place (MusterImportPlanning *planning, MusterFinding *finding, int column);
/** Returns: (transfer full): for the agencies of a planning. */
GHashTable *muster_import_agencies_new (void);
/** Remembers that @row names the agency @name. */
gboolean muster_import_planning_note_agency (MusterImportPlanning *planning, guint row, const char *name, GError **error);
/** Says which agencies the rows make. To be called when it is known what becomes of them. */
gboolean muster_import_planning_find_new_agencies (MusterImportPlanning *planning, GError **error);
/** Sets @moves to whether @person comes to another agency by @row, and says so of somebody certified. */
gboolean muster_import_planning_check_agency (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gint64 person, gboolean *moves, GError **error);
/** Says so, and proposes a task, if the file does not have @person certified, who is by @events. */
gboolean muster_import_planning_check_status (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, GPtrArray *events, GError **error);
/** Proposes a task of @row, of somebody new, whose @field says that it is over. */
void muster_import_planning_propose_for_new (MusterImportPlanning *planning, guint row, const MusterImportRow *values, MusterImportField field);
/** Drops the tasks of rows that come to nothing. */
void muster_import_planning_settle_tasks (MusterImportPlanning *planning);
/** Sets @id to the agency called @name; 0 if the register has none. The file speaks of it. */
gboolean muster_import_planning_find_agency (MusterImportPlanning *planning, const char *name, gint64 *id, GError **error);
/** Warns where @row gives @known, who is called otherwise, the name of somebody against whom a decision stands. */
gboolean muster_import_planning_check_renamed (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *known, GError **error);
/** Remembers @row, which fits nobody, if the register has somebody of that name. */
gboolean muster_import_planning_note_unfitted (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error);
/** Suggests somebody of the same name for those rows, whom no row fits. To be called when all rows have been matched. */
gboolean muster_import_planning_suggest (MusterImportPlanning *planning, GError **error);
/** Remembers that @row says so. */
void muster_import_planning_note_claim (MusterImportPlanning *planning, guint row);
/** Says of how many people the file does. Once for all: a roster of new people would say the same on every line. */
void muster_import_planning_find_claims (MusterImportPlanning *planning);
/** Says so if the file has @person certified, who is not by @events: what a file says of somebody's standing never makes it so. */
void muster_import_planning_check_claim (MusterImportPlanning *planning, guint row, const MusterImportRow *values, gint64 person, GPtrArray *events);
/** Says so of a row of somebody new, of whom the file says that it is over, and proposes a task. */
void muster_import_planning_warn_of_end (MusterImportPlanning *planning, guint row, const MusterImportRow *values);
/** Says so of a row that names a day still to come on which the person leaves or is terminated. */
void muster_import_planning_mention_coming_end (MusterImportPlanning *planning, guint row, const MusterImportRow *values);
/** Settles the rows of people of whom several rows tell: what becomes of the first becomes of all, and the claims of each role stand for themselves. */
gboolean muster_import_planning_settle_joined (MusterImportPlanning *planning, GError **error);
/** Begins to look into the columns of which nothing is read; then, row by row, at the cells in @planning; in the end says what was found, never a value. */
void muster_import_planning_watch_ignored (MusterImportPlanning *planning);
void muster_import_look_at_ignored (GArray *ignored, const char *const *cells);
void muster_import_planning_find_ignored (MusterImportPlanning *planning);
/** Returns: (transfer none) (nullable): those of the register who have the names of @person, who has both; valid until the next call. */
GPtrArray *muster_import_planning_find_namesakes (MusterImportPlanning *planning, const MusterAssister *person, GError **error);
/** Returns: the field that @kind of what people are known by is read from. */
MusterImportField muster_import_kind_get_field (MusterImportKind kind);
/** Remembers that the file speaks of @person. */
void muster_import_planning_see (MusterImportPlanning *planning, gint64 person);
gboolean muster_import_planning_is_seen (const MusterImportPlanning *planning, gint64 person);
/** Whether @person of the register is who imports. */
gboolean muster_import_planning_is_own (const MusterImportPlanning *planning, gint64 person);
/** Rejects @row, which changes @person, if that is who imports. */
void muster_import_planning_reject_own (MusterImportPlanning *planning, guint row, gint64 person);
/** Finds who is missing from the file. */
gboolean muster_import_planning_find_missing (MusterImportPlanning *planning, GError **error);
