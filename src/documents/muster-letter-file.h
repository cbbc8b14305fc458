/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter-template.h"

/**
 * muster_letter_file_draw:
 * @checkpoint: (nullable): the journal's code at that moment, put at the foot as text and as a QR code
 * @time: when it is drawn, µs since 1970 UTC
 *
 * Draws @letter as a PDF file: pages in US Letter, text that can be searched and read aloud.
 *
 * Returns: (transfer full): the file; %NULL with MUSTER_ERROR_STORAGE.
 */
GBytes *muster_letter_file_draw (const MusterLetter *letter, const char *checkpoint, gint64 time, GError **error);
