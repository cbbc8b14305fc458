/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

/** Draws the recovery sheet (A4/Letter portrait, one page) for @text, the recovery key as people read it, with a QR code: for print, preview and file alike. Units: points. */
void muster_recovery_sheet_draw (cairo_t *cairo, double width, double height, const char *register_name, const char *agency, const char *text, const char *day);
/** The same as a PDF file, 0600. */
gboolean muster_recovery_sheet_write (const char *path, const char *register_name, const char *agency, const char *text, const char *day, GError **error);
