/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-workbook-sink.h"

/**
 * muster_workbook_scan:
 * @descriptor: a file, open for reading at any place, that stays the caller's
 *
 * Finds out what kind of workbook it is, and tells @sink of its sheets and rows. Fails with MUSTER_WORKBOOK_ERROR, which also says what else
 * it is. All that takes a workbook apart is behind this; the helper muster-read-workbook calls it, apart from everything that is secret.
 */
gboolean muster_workbook_scan (int descriptor, MusterWorkbookSink *sink, GError **error);
