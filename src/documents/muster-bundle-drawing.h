/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-paper-flow.h"
#include "domain/muster-bundle.h"

/* Inside of documents/ only. */

/** Draws the rows of @block over as many pages as they take; the head of a table stands on each, and a row longer than a page goes on over it. */
void muster_bundle_rows_draw (MusterPaperFlow *flow, const MusterBundleBlock *block);
