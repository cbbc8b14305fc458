/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet-choices.h"
#include "documents/muster-sheet.h"
#include "domain/muster-import-profile.h"

typedef struct _MusterImportFacts MusterImportFacts;

/** What a person says of a row that is suggested to be somebody of the register. */
#define MUSTER_IMPORT_NOT_THE_SAME G_GINT64_CONSTANT (-1)

/** From how well a profile must fit (muster_import_profile_fits()) to be taken by itself. */
#define MUSTER_IMPORT_PROFILE_BOUND 80

/**
 * MusterImportOptions: how a file is to be understood, and what a person has decided about its rows.
 * @fields, @date_orders: per column of the sheet
 * @values: what cells of this sender mean
 * @constants: for what the file has no column of
 * @today: by which something has expired; the day on which the options were made
 * @profile: (nullable): name of the profile that they come from; set by muster_import_options_use_profile()
 * @inactivate_missing: everybody of the plan's missing becomes inactive in the same stroke; see also muster_import_options_inactivate()
 * @inactive_reason: (nullable): why, for the journal; else that the file does not have them
 *
 * The rest is for the functions below. Rows count from 0, and are those of the sheet for which the options were made.
 */
typedef struct
{
  MusterImportField *fields;
  MusterDateOrder *date_orders;
  guint n_fields;
  MusterImportKey key;
  MusterImportMode mode;
  gboolean accept_valid; /* import the good rows of a file with rejected ones */
  MusterImportRow constants;
  MusterValueMap *values;
  GDate today;
  char *profile;
  gboolean inactivate_missing;
  char *inactive_reason;

  MusterImportFacts *facts;
  MusterDateOrder *refuted; /* per column: the order of the profile, if the file contradicts it and nobody has said which it is */
  GHashTable *fixes;      /* cell → text */
  GHashTable *left_out;   /* rows */
  GHashTable *persons;    /* row → id */
  GHashTable *inactivate; /* ids */
} MusterImportOptions;

/** Reads a roster file with the header aliases of the program. @choices: (nullable). */
MusterSheet *muster_import_read_sheet (const char *path, const MusterSheetChoices *choices, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable,
                                       GError **error);
/** The same for text that was pasted. @length: or -1. */
MusterSheet *muster_import_read_text (const char *text, gssize length, const MusterSheetChoices *choices, GCancellable *cancellable, GError **error);

/**
 * muster_import_options_new:
 * @profiles: (nullable) (element-type MusterImportProfile): the senders that are remembered
 *
 * Columns are matched by the profile that fits best, if one fits well enough; else by the aliases of headers; else, where a header says nothing, by
 * what its cells look like.
 */
MusterImportOptions *muster_import_options_new (MusterSheet *sheet, GPtrArray *profiles);
MusterImportOptions *muster_import_options_copy (const MusterImportOptions *options);
void muster_import_options_free (MusterImportOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportOptions, muster_import_options_free)

/** Returns: (transfer none): what the first 2,000 rows have in a column: samples, how many are filled, what they look like. */
const MusterColumnFacts *muster_import_options_get_facts (const MusterImportOptions *options, guint column);
/** Sets @field to the column headed @header (compared without case and punctuation), as `--map FIELD=HEADER`; the field stands nowhere else any more, unless it may repeat. */
gboolean muster_import_options_map (MusterImportOptions *options, MusterSheet *sheet, MusterImportField field, const char *header, GError **error);
/** Returns: the column headed @header; -1 with MUSTER_ERROR_INVALID that names those there are. */
int muster_import_options_find_column (MusterSheet *sheet, const char *header, GError **error);
/** Sets which stands first in the days of the column headed @header, as `--dates HEADER=month-day`. */
gboolean muster_import_options_set_date_order (MusterImportOptions *options, MusterSheet *sheet, const char *header, MusterDateOrder order, GError **error);
/**
 * muster_import_options_dup_date_question:
 *
 * Returns: (transfer full) (nullable): the evidence, as a sentence, if the days of @column can be read in two ways and nobody has said which;
 * %NULL if there is nothing to ask.
 */
char *muster_import_options_dup_date_question (const MusterImportOptions *options, MusterSheet *sheet, guint column);
/** Whether @column has license numbers of nine digits that are a series of their own, and so no social security numbers. */
gboolean muster_import_options_is_series (const MusterImportOptions *options, MusterSheet *sheet, guint column);
/** Whether a column holds names. Without one nobody can be added, but whoever is known by an identifier can be changed. */
gboolean muster_import_options_have_names (const MusterImportOptions *options);
/** Returns: (transfer full) (nullable): a translated sentence that names the columns which nothing is read from, and which could hold names by their cells. */
char *muster_import_options_dup_likely_names (const MusterImportOptions *options, MusterSheet *sheet);
/** Whether no column says whom a row is about but by the name: then nobody can be added, and each row waits until somebody says who it is. */
gboolean muster_import_options_know_only_names (const MusterImportOptions *options);
/**
 * muster_import_options_check:
 *
 * Whether the mapping can work at all: a name; the column of what people are to be known by, if that was said; no column of social security numbers, nor one in a name that is kept; no field twice that may not be; no
 * column of days that can be read in two ways.
 *
 * Returns: %FALSE with MUSTER_ERROR_RULE and the reason.
 */
gboolean muster_import_options_check (const MusterImportOptions *options, MusterSheet *sheet, GError **error);
/** The same, but for the days: what is left then is a question, and no mistake. */
gboolean muster_import_options_check_columns (const MusterImportOptions *options, MusterSheet *sheet, GError **error);

/* Profiles: how a sender's files are read, remembered. */

/** Reads the file as @profile says from now on. Returns: whether it knew any column. */
gboolean muster_import_options_use_profile (MusterImportOptions *options, MusterSheet *sheet, const MusterImportProfile *profile);
/** Forgets the orders of day and month that came with a profile, where values of the file contradict them. */
void muster_import_options_refute_orders (MusterImportOptions *options, MusterSheet *sheet);
/** Reads the file by its headers and its content again, as if no sender were remembered. What was decided about single rows stays. */
void muster_import_options_forget_profile (MusterImportOptions *options, MusterSheet *sheet);
/** Returns: (transfer full): what is decided about the file as a whole, to be remembered as @name. */
MusterImportProfile *muster_import_options_dup_profile (const MusterImportOptions *options, MusterSheet *sheet, const char *name);

/* What is decided about single rows. The preview, the digest and the commit follow. */

/** Lets a cell be read as if it held @text (any text, "" too); %NULL takes the fix back. */
void muster_import_options_fix (MusterImportOptions *options, guint row, guint column, const char *text);
/** Returns: (transfer none) (nullable): the text that stands for the cell. */
const char *muster_import_options_get_fix (const MusterImportOptions *options, guint row, guint column);
guint muster_import_options_count_fixes (const MusterImportOptions *options);

/** MusterImportFix: a cell that is read otherwise than the file has it. */
typedef struct
{
  guint row;
  guint column;
  const char *text;
} MusterImportFix;
/** Returns: (transfer full) (element-type MusterImportFix): all fixes, by row and column; good until one changes. */
GArray *muster_import_options_list_fixes (const MusterImportOptions *options);

/** Leaves a row out, or takes it in again. */
void muster_import_options_leave_out (MusterImportOptions *options, guint row, gboolean out);
gboolean muster_import_options_is_left_out (const MusterImportOptions *options, guint row);
guint muster_import_options_count_left_out (const MusterImportOptions *options);

/** @person: the row is about this one, whatever its identifiers say; MUSTER_IMPORT_NOT_THE_SAME: not about the one who is suggested; 0 takes it back. */
void muster_import_options_decide (MusterImportOptions *options, guint row, gint64 person);
/** Returns: what was decided; 0: nothing. */
gint64 muster_import_options_get_decision (const MusterImportOptions *options, guint row);

/** Whether @person becomes inactive if the file does not have them. */
void muster_import_options_inactivate (MusterImportOptions *options, gint64 person, gboolean inactivate);
gboolean muster_import_options_inactivates (const MusterImportOptions *options, gint64 person);

/** Sets @cells (n_fields entries) for a row of @sheet, as they are to be read: with its fixes. */
void muster_import_options_get_row (const MusterImportOptions *options, MusterSheet *sheet, guint row, const char **cells);
