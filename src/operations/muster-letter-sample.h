/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * Draws a letter of the template @text in which every field has its name, so that one sees where each goes and nobody takes it for a letter. Nothing is kept.
 *
 * Returns: (transfer full): the PDF file; %NULL with what is wrong with the template.
 */
GBytes *muster_letter_draw_sample (const char *text, GError **error);
