/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-bundle.h"

/**
 * muster_bundle_file_draw:
 * @n_pages: (out) (optional): how many there are
 *
 * Draws @bundle as a PDF file: a cover with the code of the journal as text and QR code, the contents with links, and a part after the other; text that can be
 * searched and read aloud, with an outline.
 *
 * Returns: (transfer full): the file; %NULL with MUSTER_ERROR_STORAGE.
 */
GBytes *muster_bundle_file_draw (const MusterBundle *bundle, guint *n_pages, GError **error);
