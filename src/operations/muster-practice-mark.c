/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-mark.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-export.h"
#include "store/muster-register.h"

static gboolean
is_marked (MusterSheet *sheet)
{
  for (guint i = 0; i < muster_sheet_get_n_columns (sheet); i++)
    if (muster_export_is_practice_header (muster_sheet_get_header (sheet, i)))
      return TRUE;
  return FALSE;
}

gboolean
muster_practice_mark_check (MusterDatabase *database, MusterSheet *sheet, GError **error)
{
  gboolean practice;

  if (!is_marked (sheet))
    return TRUE;
  if (!muster_register_is_practice (database, &practice, error))
    return FALSE;
  if (practice)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The file was exported from a practice register: its people are invented, and cannot go into a real register."));
  return FALSE;
}
