/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-workbook-sink.h"
#include "documents/muster-zip-reader.h"

/** Tells the sheets of the ODS in @zip, and the rows that are wanted. For the helper; fails with MUSTER_WORKBOOK_ERROR. */
gboolean muster_ods_read (MusterZipReader *zip, MusterWorkbookSink *sink, GError **error);
