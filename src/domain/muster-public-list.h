/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterListKind: a public list with which the roster can be compared. */
typedef enum
{
  MUSTER_LIST_REGISTRATION, /* who completed the federal registration, by plan year */
  MUSTER_LIST_TERMINATION,  /* whose registration was suspended or terminated, or given back */
  MUSTER_LIST_ROSTER,       /* no public list: a roster file that was imported, and says of somebody certified what contradicts it */
} MusterListKind;
#define MUSTER_N_LIST_KINDS 2 /* that are public */

/** Returns: "registration-completion", "suspension-termination", "roster-file": kept in the register and in JSON. */
const char *muster_list_kind_to_code (MusterListKind kind);
gboolean muster_list_kind_from_code (const char *code, MusterListKind *kind, GError **error);

/** MusterListFinding: what a comparison has to say about a person. */
typedef enum
{
  MUSTER_LIST_NOTHING,            /* all is well */
  MUSTER_LIST_NOT_REGISTERED,
  MUSTER_LIST_SHOP_ONLY,          /* registered for small employers only */
  MUSTER_LIST_REGISTRATION_ENDED,
  MUSTER_LIST_NPN_INVALID,
  MUSTER_LIST_TERMINATED,
  MUSTER_LIST_REINSTATED,
  MUSTER_LIST_STATUS_UNKNOWN,     /* is on the second list, with a status that our data does not know */
  MUSTER_LIST_NO_NPN,             /* a broker who cannot be compared */
  MUSTER_LIST_STATUS_DIFFERS,     /* a roster file says of somebody certified that it is not so */
  MUSTER_LIST_UNREADABLE,         /* is on the list, in a row of which nobody can say what it means */
} MusterListFinding;
#define MUSTER_N_LIST_FINDINGS 11

/** Returns: "not-registered", "npn-invalid", …: kept in the register and in JSON. */
const char *muster_list_finding_to_code (MusterListFinding finding);
gboolean muster_list_finding_from_code (const char *code, MusterListFinding *finding, GError **error);
/** Returns: the translated words people see. */
const char *muster_list_finding_get_label (MusterListFinding finding);
/** Returns: translated: what a person may do about it. Nothing of it happens by itself. */
const char *muster_list_finding_get_advice (MusterListFinding finding);

/** MusterListColumn: what a column of such a list can be. */
typedef enum
{
  MUSTER_LIST_COLUMN_NPN,
  MUSTER_LIST_COLUMN_YEAR,
  MUSTER_LIST_COLUMN_REGISTERED,
  MUSTER_LIST_COLUMN_ENDS,
  MUSTER_LIST_COLUMN_SHOP_REGISTERED,
  MUSTER_LIST_COLUMN_SHOP_ENDS,
  MUSTER_LIST_COLUMN_VALID,
  MUSTER_LIST_COLUMN_STATUS,
  MUSTER_LIST_COLUMN_EVENT,
  MUSTER_LIST_COLUMN_LIFTED,
} MusterListColumn;
#define MUSTER_N_LIST_COLUMNS 10

/** MusterListLayout: which list a file is, and where its columns are; -1: it has none. */
typedef struct
{
  MusterListKind kind;
  int columns[MUSTER_N_LIST_COLUMNS];
} MusterListLayout;

/** MusterPublicLists: how the lists are recognised and read, as a data file says. */
typedef struct _MusterPublicLists MusterPublicLists;

/** @text: a key file (data/import/public-lists.lists). @languages: as of g_get_language_names(). */
MusterPublicLists *muster_public_lists_parse (const char *text, gssize length, const char *const *languages, GError **error);
void muster_public_lists_free (MusterPublicLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPublicLists, muster_public_lists_free)

/** Returns: the name of the list in the language of the program. */
const char *muster_public_lists_get_name (MusterPublicLists *lists, MusterListKind kind);
/** Returns: how many of @cells are headers of the list that has most of them: to find the header among titles. */
guint muster_public_lists_count_known (MusterPublicLists *lists, const char *const *cells, guint n_cells);
/** Sets @layout to the list whose header @headers are. MUSTER_ERROR_INPUT where it is none of them, which names them. */
gboolean muster_public_lists_recognise (MusterPublicLists *lists, const char *const *headers, guint n_headers, MusterListLayout *layout, GError **error);
/** Returns: what the status @text ("T3") says; MUSTER_LIST_STATUS_UNKNOWN for others. @reason, if given, is set to its translated reason, or %NULL. */
MusterListFinding muster_public_lists_find_status (MusterPublicLists *lists, const char *text, const char **reason);
/** Returns: the plan year on @today: from the beginning of open enrollment on it is that of the next calendar year. */
guint muster_public_lists_get_plan_year (MusterPublicLists *lists, const GDate *today);
/** Whether @year can be a plan year: 2014, the first one, through the one after the current. MUSTER_ERROR_INVALID. */
gboolean muster_public_lists_check_year (MusterPublicLists *lists, guint year, const GDate *today, GError **error);
