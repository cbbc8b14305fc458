/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-paper.h"

/* Text that runs over as many pages as it takes. Inside of documents/ only. */

#define MUSTER_PAPER_TEXT_WIDTH (MUSTER_PAPER_WIDTH - 2 * MUSTER_PAPER_MARGIN)
#define MUSTER_PAPER_BOTTOM (MUSTER_PAPER_HEIGHT - MUSTER_PAPER_MARGIN - 40) /* above the foot */
#define MUSTER_PAPER_FOOT (MUSTER_PAPER_HEIGHT - MUSTER_PAPER_MARGIN + 4)

typedef struct _MusterPaperFlow MusterPaperFlow;

/**
 * MusterPaperFlow: where we are.
 * @n_pages: 0 while they are counted
 * @draw_foot: draws what stands at the foot of a page; @data: for it and for @draw
 * @draw: draws all of it: called twice, once to count the pages
 */
struct _MusterPaperFlow
{
  cairo_t *cairo;
  cairo_surface_t *surface;
  guint page;
  guint n_pages;
  double y;
  void (*draw_foot) (MusterPaperFlow *flow, gpointer data);
  void (*draw) (MusterPaperFlow *flow, gpointer data);
  gpointer data;
};

/**
 * muster_paper_flow_make:
 * @time: when it is drawn, µs since 1970 UTC
 *
 * Returns: (transfer full) (nullable): the PDF file, in US Letter; %NULL where the memory was not enough.
 */
GBytes *muster_paper_flow_make (MusterPaperFlow *flow, const char *title, const char *author, gint64 time);

void muster_paper_flow_begin_page (MusterPaperFlow *flow);
void muster_paper_flow_end_page (MusterPaperFlow *flow);
/** Goes on with the next page where less than @height is left of this one. Returns: whether it did. */
gboolean muster_paper_flow_need (MusterPaperFlow *flow, double height);
/**
 * Draws the lines of @layout, on the next page where this one is full: each part is one of its own to who reads it aloud.
 * @tag: of the PDF’s structure; @keep: this much has to follow on the same page
 */
void muster_paper_flow_add_lines (MusterPaperFlow *flow, PangoLayout *layout, double x, const char *tag, const double *colour, double keep);
/** Draws @text (nullable) so over the whole width, and leaves @after below it. */
void muster_paper_flow_add_text (MusterPaperFlow *flow, const char *font, const char *tag, const char *text, const double *colour, double after);
