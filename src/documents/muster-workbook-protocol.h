/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * What the helper muster-read-workbook tells on its standard output about the workbook on its standard input.
 *
 * A sequence of frames: one byte of type, the length of the rest as four bytes (the lowest first), the rest. First the kind, then every
 * sheet in order, then tables of rows, at last the end or what is wrong. All texts are UTF-8 without NUL; all numbers are four bytes, the lowest first.
 */
typedef enum
{
  MUSTER_WORKBOOK_KIND = 'K',     /* "xlsx", "ods" or "xls" */
  MUSTER_WORKBOOK_SHEET = 'S',    /* whether it is hidden (one byte, 0 or 1), its name */
  MUSTER_WORKBOOK_TABLE = 'T',    /* the sheet, from 0, whose rows follow */
  MUSTER_WORKBOOK_ROW = 'R',      /* its number, from 1, then of each cell the length and the text, up to the last that is not empty */
  MUSTER_WORKBOOK_HIDDEN = 'H',   /* the number of the row that follows: it is not shown */
  MUSTER_WORKBOOK_PROGRESS = 'P', /* thousandths */
  MUSTER_WORKBOOK_PROBLEM = 'X',  /* one of MusterWorkbookProblem, a place: the last frame */
  MUSTER_WORKBOOK_END = 'E',      /* nothing: the last frame */
} MusterWorkbookFrame;

/** MusterWorkbookProblem: why there are no rows, or no more. The place is a cell (“B3”) or a row (“3”) where it says so. */
typedef enum
{
  MUSTER_WORKBOOK_DAMAGED,
  MUSTER_WORKBOOK_ENCRYPTED,
  MUSTER_WORKBOOK_TOO_LARGE, /* when unpacked */
  MUSTER_WORKBOOK_NO_SUCH_SHEET,
  MUSTER_WORKBOOK_LONG_CELL, /* at a cell */
  MUSTER_WORKBOOK_WIDE_ROW,  /* at a row */
  MUSTER_WORKBOOK_MACROS,    /* what else it is */
  MUSTER_WORKBOOK_BINARY,
  MUSTER_WORKBOOK_OLD,
  MUSTER_WORKBOOK_APPLE,
  MUSTER_WORKBOOK_WORD_PROCESSOR,
  MUSTER_WORKBOOK_PRESENTATION,
  MUSTER_WORKBOOK_MAIL,
  MUSTER_WORKBOOK_ARCHIVE,
  MUSTER_WORKBOOK_UNKNOWN,
  MUSTER_WORKBOOK_N_PROBLEMS,
} MusterWorkbookProblem;

/* Bounds, held by the helper and checked by its reader. */
#define MUSTER_WORKBOOK_MAX_TEXT (256u * 1024 * 1024) /* all cells together */
#define MUSTER_WORKBOOK_MAX_CELL (64u * 1024)
#define MUSTER_WORKBOOK_MAX_COLUMNS 500u
#define MUSTER_WORKBOOK_MAX_ROW (1024u * 1024) /* what a sheet has in any program */
#define MUSTER_WORKBOOK_MAX_SHEETS 1000u
#define MUSTER_WORKBOOK_MAX_NAME 1024u
/* Of a workbook of several sheets none of which was asked for, this many rows of each are told, for choosing one. */
#define MUSTER_WORKBOOK_SURVEY_ROWS 20u

#define MUSTER_WORKBOOK_ERROR (muster_workbook_error_quark ())
/** The domain, inside of the helper, of errors whose code is a MusterWorkbookProblem and whose message is the place. */
GQuark muster_workbook_error_quark (void);
