/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "documents/muster-workbook-protocol.h"

/** MusterWorkbookSink: takes the sheets and rows that a reader finds, and tells them as muster-workbook-protocol.h says. For the helper. */
typedef struct _MusterWorkbookSink MusterWorkbookSink;

/** MusterWorkbookWrite: where the bytes go. Returns: %FALSE if nobody takes them. */
typedef gboolean (*MusterWorkbookWrite) (const guint8 *bytes, gsize length, gpointer user_data);

/** @wanted: (nullable): the sheet that is asked for. */
MusterWorkbookSink *muster_workbook_sink_new (const char *wanted, MusterWorkbookWrite write, gpointer user_data);
void muster_workbook_sink_free (MusterWorkbookSink *sink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterWorkbookSink, muster_workbook_sink_free)

/* The sheets, before any row. */
void muster_workbook_sink_set_kind (MusterWorkbookSink *sink, const char *kind);
gboolean muster_workbook_sink_add_sheet (MusterWorkbookSink *sink, const char *name, gboolean is_hidden, GError **error);
/** After the last sheet. Fails if the wanted sheet is not among them. */
gboolean muster_workbook_sink_end_sheets (MusterWorkbookSink *sink, GError **error);

/** Begins the rows of the sheet @index, from 0. Returns: whether they are wanted. */
gboolean muster_workbook_sink_begin_table (MusterWorkbookSink *sink, guint index);
/** Returns: whether enough is known of this sheet. */
gboolean muster_workbook_sink_has_enough (MusterWorkbookSink *sink);

/* A row. */
void muster_workbook_sink_begin_row (MusterWorkbookSink *sink);
/**
 * Sets the cell of @column, from 0, in the row @number, from 1. @text need not be valid UTF-8. Fails with MUSTER_WORKBOOK_LONG_CELL or MUSTER_WORKBOOK_WIDE_ROW.
 */
gboolean muster_workbook_sink_set_cell (MusterWorkbookSink *sink, guint number, guint column, const char *text, gsize length, GError **error);
/** Says of the row that was begun that it is not shown. */
void muster_workbook_sink_hide_row (MusterWorkbookSink *sink);
/** Whether the row has a cell that is not empty. */
gboolean muster_workbook_sink_has_cells (MusterWorkbookSink *sink);
/** Tells the row, which must be below those before. Can be called for several numbers. */
gboolean muster_workbook_sink_end_row (MusterWorkbookSink *sink, guint number, GError **error);

/** How far the wanted sheet is read. */
void muster_workbook_sink_report (MusterWorkbookSink *sink, guint64 done, guint64 total);
/** Tells the end, or @problem. Returns: %FALSE if nobody took what was told. */
gboolean muster_workbook_sink_end (MusterWorkbookSink *sink, const GError *problem);

/** Sets an error of that problem at that place. Returns: %FALSE. */
gboolean muster_workbook_fail (GError **error, MusterWorkbookProblem problem, const char *place);
/** The same at the cell of @row and @column, from 0. */
gboolean muster_workbook_fail_at (GError **error, MusterWorkbookProblem problem, guint row, guint column);
