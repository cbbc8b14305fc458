/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-xlsx-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "documents/muster-cell-guard.h"
#include "documents/muster-draft.h"
#include "domain/muster-error.h"

/* What a sheet can hold. */
#define MAX_COLUMNS 16384u
#define MAX_LETTERS 32767
#define MAX_TITLE 31
/* Widths, in letters, by the first rows. */
#define N_ROWS_FOR_WIDTHS 1000u
#define MIN_WIDTH 8
#define MAX_WIDTH 50

struct _MusterXlsxWriter
{
  MusterDraft *draft;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *bold;
  guint n_rows;
  GArray *widths; /* guint of each column */
  GError *problem;
};

/* A sheet’s name: short, without what formulas need for themselves. */
static char *
make_name (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autofree char *name = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_TITLE));

  g_strdelimit (name, "[]:*?/\\'", ' ');
  g_strstrip (name);
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup ("Muster");
}

static void
refuse (MusterXlsxWriter *writer, const char *message)
{
  if (writer->problem == NULL)
    g_set_error_literal (&writer->problem, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
}

static void
take_width (MusterXlsxWriter *writer, guint column, glong n_letters)
{
  guint width = CLAMP (n_letters + 2, MIN_WIDTH, MAX_WIDTH);

  if (column >= writer->widths->len)
    g_array_append_val (writer->widths, width);
  else if (writer->n_rows < N_ROWS_FOR_WIDTHS)
    g_array_index (writer->widths, guint, column) = MAX (g_array_index (writer->widths, guint, column), width);
}

/* “_x0041_” would be read as a letter by its number, and letters that XML does not have are written so. */
static char *
escape (const char *cell)
{
  GString *text = g_string_new (NULL);

  for (; *cell != '\0'; cell++)
    {
      guint letter = (guchar) *cell;

      if (letter == '_' && cell[1] == 'x')
        g_string_append (text, "_x005F_");
      else if (letter < ' ' && strchr ("\t\n", letter) == NULL)
        g_string_append_printf (text, "_x%04X_", letter);
      else
        g_string_append_c (text, *cell);
    }
  return g_string_free_and_steal (text);
}

static void
write_cell (MusterXlsxWriter *writer, guint column, const char *cell)
{
  g_autofree char *escaped = escape (cell != NULL ? cell : "");
  g_autofree char *guarded = NULL;
  glong n_letters;

  cell = escaped;
  if (muster_cell_guard_is_needed (cell, TRUE))
    cell = guarded = g_strconcat ("'", cell, NULL);
  n_letters = g_utf8_strlen (cell, -1);
  take_width (writer, column, n_letters);
  if (n_letters > MAX_LETTERS)
    refuse (writer, _("A cell is longer than a workbook can hold. Choose CSV."));
  else if (n_letters > 0 && worksheet_write_string (writer->sheet, writer->n_rows, column, cell, writer->n_rows == 0 ? writer->bold : NULL) != LXW_NO_ERROR)
    muster_draft_fail (writer->draft, errno != 0 ? errno : EIO);
}

static gboolean
open_workbook (MusterXlsxWriter *writer, const char *path, const char *title)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = make_name (title);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder, .use_zip64 = LXW_FALSE };

  writer->workbook = workbook_new_opt (muster_draft_get_path (writer->draft), &options);
  if (writer->workbook == NULL)
    return FALSE;
  writer->sheet = workbook_add_worksheet (writer->workbook, name);
  writer->bold = workbook_add_format (writer->workbook);
  if (writer->sheet == NULL || writer->bold == NULL)
    return FALSE;
  format_set_bold (writer->bold);
  worksheet_freeze_panes (writer->sheet, 1, 0);
  return TRUE;
}

MusterXlsxWriter *
muster_xlsx_writer_new (const char *path, const char *title, GError **error)
{
  g_autoptr (MusterDraft) draft = muster_draft_new (path, error);
  MusterXlsxWriter *writer;

  if (draft == NULL)
    return NULL;
  writer = g_new0 (MusterXlsxWriter, 1);
  writer->draft = g_steal_pointer (&draft);
  writer->widths = g_array_new (FALSE, FALSE, sizeof (guint));
  errno = 0;
  if (!open_workbook (writer, path, title))
    muster_draft_fail (writer->draft, errno != 0 ? errno : EIO);
  return writer;
}

void
muster_xlsx_writer_add (MusterXlsxWriter *writer, const char *const *cells, guint n_cells)
{
  if (writer->problem != NULL || muster_draft_get_failure (writer->draft) != 0)
    return;
  if (writer->n_rows == LXW_ROW_MAX)
    refuse (writer, _("There are more rows than a workbook can hold. Choose CSV."));
  else if (n_cells > MAX_COLUMNS)
    refuse (writer, _("There are more columns than a workbook can hold. Choose CSV."));
  else
    {
      for (guint i = 0; i < n_cells; i++)
        write_cell (writer, i, cells[i]);
      writer->n_rows++;
    }
}

/* The library forgets its workbook, whatever it says. */
static void
close_workbook (MusterXlsxWriter *writer)
{
  lxw_workbook *workbook = g_steal_pointer (&writer->workbook);

  for (guint i = 0; i < writer->widths->len; i++)
    worksheet_set_column (writer->sheet, i, i, g_array_index (writer->widths, guint, i), NULL);
  if (writer->n_rows > 0 && writer->widths->len > 0)
    worksheet_autofilter (writer->sheet, 0, 0, writer->n_rows - 1, writer->widths->len - 1);
  errno = 0;
  if (workbook_close (workbook) != LXW_NO_ERROR)
    muster_draft_fail (writer->draft, errno != 0 ? errno : EIO);
}

gboolean
muster_xlsx_writer_finish (MusterXlsxWriter *writer, GError **error)
{
  if (writer->problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&writer->problem));
      return FALSE;
    }
  if (muster_draft_get_failure (writer->draft) == 0)
    close_workbook (writer);
  return muster_draft_finish (writer->draft, error);
}

void
muster_xlsx_writer_free (MusterXlsxWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->workbook != NULL)
    lxw_workbook_free (writer->workbook);
  muster_draft_free (writer->draft);
  g_array_unref (writer->widths);
  g_clear_error (&writer->problem);
  g_free (writer);
}
