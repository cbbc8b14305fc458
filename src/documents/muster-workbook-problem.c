/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-workbook-problem.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

static const char *const advice[MUSTER_WORKBOOK_N_PROBLEMS] = {
  [MUSTER_WORKBOOK_DAMAGED] = N_("The workbook is damaged and cannot be read. Open it in a spreadsheet, save it again as XLSX, and choose the new file."),
  [MUSTER_WORKBOOK_ENCRYPTED] = N_("The workbook is protected by a password. Open it in a spreadsheet, save it without the password, and choose the new file."),
  [MUSTER_WORKBOOK_TOO_LARGE] = N_("The workbook is too large when unpacked, which no roster is. Take out what is not the roster, or save the sheet as CSV."),
  [MUSTER_WORKBOOK_MACROS] = N_("This is a workbook with macros (XLSM), which Muster does not open. Save it as XLSX without them, and choose the new file."),
  [MUSTER_WORKBOOK_BINARY] = N_("This is a binary workbook (XLSB). Open it in Excel, save it as XLSX, and choose the new file."),
  [MUSTER_WORKBOOK_OLD] = N_("This workbook is from a version of Excel before 1993. Open it in a spreadsheet, save it as XLSX, and choose the new file."),
  [MUSTER_WORKBOOK_APPLE] = N_("This is a document of Numbers, Pages or Keynote. Export the table from there to Excel or CSV, and choose the new file."),
  [MUSTER_WORKBOOK_WORD_PROCESSOR] = N_("This is a word processor’s document. Save the table in it as CSV."),
  [MUSTER_WORKBOOK_PRESENTATION] = N_("This is a presentation, not a table. Ask for the roster as a workbook or a CSV file."),
  [MUSTER_WORKBOOK_MAIL] = N_("This is an e-mail message. Save the file that came with it, and choose that one."),
  [MUSTER_WORKBOOK_ARCHIVE] = N_("This is a compressed file. Unpack it, and import the workbook or CSV file inside."),
  [MUSTER_WORKBOOK_UNKNOWN] = N_("This is not a workbook that Muster can read. Ask for the roster as XLSX, ODS, XLS or CSV."),
};

gboolean
muster_workbook_problem_set (guint problem, const char *place, const char *const *names, const char *wanted, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) names);

  if (problem == MUSTER_WORKBOOK_NO_SUCH_SHEET)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The workbook has no sheet “%s”. It has: %s."), wanted, list);
  else if (problem == MUSTER_WORKBOOK_LONG_CELL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("The cell %s is longer than %u KiB, which no cell of a roster is. Shorten or empty it."), place, MUSTER_WORKBOOK_MAX_CELL / 1024);
  else if (problem == MUSTER_WORKBOOK_WIDE_ROW)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("Row %s has more than %u columns, which no roster has. Take out those that are not needed."), place, MUSTER_WORKBOOK_MAX_COLUMNS);
  else
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _(advice[problem < MUSTER_WORKBOOK_N_PROBLEMS && advice[problem] != NULL ? problem : MUSTER_WORKBOOK_DAMAGED]));
  return FALSE;
}
