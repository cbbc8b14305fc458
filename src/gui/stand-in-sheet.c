/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-recovery-sheet.h"

void
muster_recovery_sheet_draw (cairo_t *cairo, double width, double height, const char *register_name, const char *agency, const char *text, const char *day)
{
}

gboolean
muster_recovery_sheet_write (const char *path, const char *register_name, const char *agency, const char *text, const char *day, GError **error)
{
  return TRUE;
}
