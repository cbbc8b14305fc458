/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-paper.h"
#include "domain/muster-report.h"

/* A report on its way to paper: US Letter, lying. Inside of documents/ only. */

#define MUSTER_REPORT_PAGE_WIDTH MUSTER_PAPER_HEIGHT
#define MUSTER_REPORT_PAGE_HEIGHT MUSTER_PAPER_WIDTH
#define MUSTER_REPORT_MARGIN 48
#define MUSTER_REPORT_WIDTH (MUSTER_REPORT_PAGE_WIDTH - 2 * MUSTER_REPORT_MARGIN)
#define MUSTER_REPORT_BOTTOM (MUSTER_REPORT_PAGE_HEIGHT - MUSTER_REPORT_MARGIN - 28) /* above the foot */

/** MusterReportDrawing: @n_pages: 0 while they are counted; @y: where we are; @foot: what stands at the foot of every page. */
typedef struct
{
  cairo_t *cairo;
  const MusterReport *report;
  const char *foot;
  const char *checkpoint;
  guint page;
  guint n_pages;
  double y;
} MusterReportDrawing;

void muster_report_drawing_begin_page (MusterReportDrawing *drawing);
void muster_report_drawing_end_page (MusterReportDrawing *drawing);
/** Goes on with the next page where less than @height is left of this one. Returns: whether it did. */
gboolean muster_report_drawing_need (MusterReportDrawing *drawing, double height);

/** Draws the columns and the rows, over as many pages as they take; the head of the table stands on each. */
void muster_report_grid_draw (MusterReportDrawing *drawing);
