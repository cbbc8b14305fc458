/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-role.h"

/** MusterReportKind: what a report is about. */
typedef enum
{
  MUSTER_REPORT_ACTIONS,
  MUSTER_REPORT_INCIDENTS,
  MUSTER_REPORT_DECISIONS,
  MUSTER_REPORT_REVIEWS,
  MUSTER_REPORT_CONSISTENCY,
  MUSTER_REPORT_ROSTER,
  MUSTER_REPORT_LATENESS,
} MusterReportKind;

#define MUSTER_N_REPORTS 7

/** Returns: "actions", …: by which a report is asked for, and its file is called. */
const char *muster_report_kind_to_code (MusterReportKind kind);
gboolean muster_report_kind_from_code (const char *code, MusterReportKind *kind, GError **error);
/** Returns: translated: "Corrective Actions by Age". */
const char *muster_report_kind_get_title (MusterReportKind kind);
/** Returns: translated: a sentence on what it tells. */
const char *muster_report_kind_get_purpose (MusterReportKind kind);
/** Whether a file of it may have names in it, so that leaving it is what an export of the roster is. */
gboolean muster_report_kind_has_names (MusterReportKind kind);

/** Whether the files that @role takes out may have names: who may export the roster, and who audits. Others get them without. */
gboolean muster_role_may_report_names (MusterRole role);
/** Whether @role may take a file of @kind out of the register: the roster is nothing without its people. MUSTER_ERROR_FORBIDDEN. */
gboolean muster_report_kind_check_export (MusterReportKind kind, MusterRole role, GError **error);

/** MusterReportCellKind: how what stands in a column is written and sorted. */
typedef enum
{
  MUSTER_REPORT_TEXT,
  MUSTER_REPORT_DAY,    /* an ISO day */
  MUSTER_REPORT_NUMBER, /* digits */
} MusterReportCellKind;

/** MusterReportColumn: @key: in JSON, "days_open"; @heading: translated; @is_personal: it says who somebody is. */
typedef struct
{
  const char *key;
  const char *heading;
  MusterReportCellKind kind;
  gboolean is_personal;
} MusterReportColumn;

/** MusterReportCell: @text: (nullable): for people; @code: (nullable): the same for programs, where that is another. */
typedef struct
{
  char *text;
  const char *code;
} MusterReportCell;

/** MusterReportRow: @id: of the case that it is about; 0: of several. @cells: one a column. */
typedef struct
{
  gint64 id;
  MusterReportCell *cells;
  guint n_cells;
} MusterReportRow;

/** MusterReportFigure: a number that sums up, or a bar of the chart. @key: in JSON. @label: translated. */
typedef struct
{
  const char *key;
  char *label;
  gint64 value;
} MusterReportFigure;

/**
 * MusterReport: a table as of a day, with what sums it up. Immutable once it is built, and counted: what every writer and the window show.
 * @known_on: by what had been recorded through that day it was made; unset: by all that is known
 * @drawn_at: when, µs since 1970 UTC
 * @columns: (element-type MusterReportColumn); @rows: (element-type MusterReportRow)
 * @figures: (element-type MusterReportFigure): what sums it up
 * @chart_title: translated; @bars: (element-type MusterReportFigure): the one series of the chart
 * @notes: (element-type utf8): translated sentences: what is counted and what is not
 */
typedef struct
{
  MusterReportKind kind;
  GDate as_of;
  GDate known_on;
  gint64 drawn_at;
  GArray *columns;
  GPtrArray *rows;
  GPtrArray *figures;
  const char *chart_title;
  GPtrArray *bars;
  GPtrArray *notes;
} MusterReport;

/** @columns: @n_columns of them, headings marked N_(). */
MusterReport *muster_report_new (MusterReportKind kind, const GDate *as_of, const MusterReportColumn *columns, guint n_columns);
MusterReport *muster_report_ref (MusterReport *report);
void muster_report_unref (MusterReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReport, muster_report_unref)

/** Returns: (transfer none): a new row, all of whose cells are empty. */
MusterReportRow *muster_report_add_row (MusterReport *report, gint64 id);
void muster_report_row_set_text (MusterReportRow *row, guint column, const char *text);
/** @text: translated; @code: not copied. */
void muster_report_row_set_code (MusterReportRow *row, guint column, const char *code, const char *text);
void muster_report_row_set_number (MusterReportRow *row, guint column, gint64 number);
/** Leaves the cell empty for an unset day. */
void muster_report_row_set_day (MusterReportRow *row, guint column, const GDate *day);
void muster_report_add_figure (MusterReport *report, const char *key, const char *label, gint64 value);
void muster_report_add_bar (MusterReport *report, const char *key, const char *label, gint64 value);
void muster_report_add_note (MusterReport *report, const char *note);

/** Returns: the middle of @days (element-type int), which it sorts; between two, what lies halfway, rounded up; -1 for none. */
int muster_report_get_median (GArray *days);
/** Whether @day is set and not after @as_of: what it stands for had happened by then. */
gboolean muster_report_has_happened (const GDate *day, const GDate *as_of);

/** Leaves out the columns that say who somebody is, and notes that. */
void muster_report_withhold_names (MusterReport *report);
/** Sets by what it was made, and notes that: what had been recorded through @known_on; unset: all that is known. */
void muster_report_set_known_on (MusterReport *report, const GDate *known_on);
/** Returns: (transfer full): translated: "As of 2026-10-01, as known on 2026-10-15". */
char *muster_report_dup_day_text (const MusterReport *report);
/** Returns: (transfer full): translated: what sums it up: “Open: 10, Overdue: 3”. */
char *muster_report_dup_figures_text (const MusterReport *report);
/** Returns: (transfer full): translated: the chart in words, for whoever does not see it. */
char *muster_report_dup_chart_text (const MusterReport *report);
