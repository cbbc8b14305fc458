/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-recovery-sheet.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "documents/muster-paper.h"
#include "domain/muster-error.h"

#define QR_SIZE 172
#define GROUP_HEIGHT 26.0
#define GROUP_TEXT_HEIGHT 18.0
#define N_KEY_COLUMNS 2

/* Where on the page we are. */
typedef struct
{
  cairo_t *cairo;
  double width; /* of the text */
  double y;
} Page;

static void
add_text (Page *page, const char *font, const double *colour, const char *text, double space)
{
  g_autoptr (PangoLayout) layout = muster_paper_layout_new (page->cairo, font, page->width, text);

  page->y += muster_paper_show (page->cairo, layout, MUSTER_PAPER_MARGIN, page->y, colour) + space;
}

/* What it is of, in two columns. */
static void
add_particular (Page *page, const char *label, const char *value)
{
  g_autoptr (PangoLayout) left = muster_paper_layout_new (page->cairo, "Sans 10.5", 110, label);
  g_autoptr (PangoLayout) right = muster_paper_layout_new (page->cairo, "Sans Bold 10.5", page->width - 120, value);
  double height = muster_paper_show (page->cairo, left, MUSTER_PAPER_MARGIN, page->y, muster_paper_grey);

  page->y += MAX (height, muster_paper_show (page->cairo, right, MUSTER_PAPER_MARGIN + 120, page->y, muster_paper_ink)) + 5;
}

/* The groups of the key down two columns, each with its number, so that nobody loses the place while typing. */
static double
draw_groups (cairo_t *cairo, char **groups, double x, double y, double width)
{
  guint n = g_strv_length (groups);
  guint n_rows = (n + N_KEY_COLUMNS - 1) / N_KEY_COLUMNS;
  double column_width = width / N_KEY_COLUMNS;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      double left = x + column_width * (i / n_rows), top = y + GROUP_HEIGHT * (i % n_rows);
      g_autoptr (PangoLayout) label = muster_paper_layout_new (cairo, "Sans 8", 20, number);
      g_autoptr (PangoLayout) group = muster_paper_layout_new (cairo, "Monospace Bold 15", column_width - 20, groups[i]);

      pango_layout_set_alignment (label, PANGO_ALIGN_RIGHT);
      muster_paper_show (cairo, label, left - 8, top + 7, muster_paper_grey);
      muster_paper_show (cairo, group, left + 20, top, muster_paper_ink);
    }
  return GROUP_HEIGHT * (n_rows - 1) + GROUP_TEXT_HEIGHT;
}

static void
add_key (Page *page, const char *text)
{
  g_auto (GStrv) groups = g_strsplit_set (text, "- \n", -1);
  double top = page->y, inner = 22, height;

  height = draw_groups (page->cairo, groups, MUSTER_PAPER_MARGIN + inner, top + inner, page->width - QR_SIZE - inner * 3);
  muster_paper_draw_qr (page->cairo, text, MUSTER_PAPER_MARGIN + page->width - inner - QR_SIZE, top + inner, QR_SIZE);
  height = MAX (height, QR_SIZE) + inner * 2;
  muster_paper_set_colour (page->cairo, muster_paper_line);
  cairo_set_line_width (page->cairo, 1);
  cairo_rectangle (page->cairo, MUSTER_PAPER_MARGIN + 0.5, top + 0.5, page->width - 1, height);
  cairo_stroke (page->cairo);
  page->y = top + height + 26;
}

static void
add_rule (Page *page)
{
  muster_paper_set_colour (page->cairo, muster_paper_line);
  cairo_set_line_width (page->cairo, 1);
  cairo_move_to (page->cairo, MUSTER_PAPER_MARGIN, page->y);
  cairo_rel_line_to (page->cairo, page->width, 0);
  cairo_stroke (page->cairo);
  page->y += 18;
}

static gboolean
write_pdf (const char *path, const char *register_name, const char *agency, const char *text, const char *day)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, MUSTER_PAPER_WIDTH, MUSTER_PAPER_HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  gboolean ok;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _("Recovery sheet"));
  muster_recovery_sheet_draw (cairo, MUSTER_PAPER_WIDTH, MUSTER_PAPER_HEIGHT, register_name, agency, text, day);
  cairo_show_page (cairo);
  ok = cairo_status (cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  ok = ok && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return ok;
}

void
muster_recovery_sheet_draw (cairo_t *cairo, double width, double height, const char *register_name, const char *agency, const char *text, const char *day)
{
  Page page = { cairo, width - 2 * MUSTER_PAPER_MARGIN, MUSTER_PAPER_MARGIN };
  Page foot = { cairo, width - 2 * MUSTER_PAPER_MARGIN, height - MUSTER_PAPER_MARGIN + 14 };

  cairo_save (cairo);
  add_text (&page, "Sans Bold 24", muster_paper_ink, _("Recovery sheet"), 8);
  add_text (&page, "Sans 11", muster_paper_grey, _("Print it, and keep it under lock where it survives this computer. Not in a drawer beside it, not as a photo."), 22);
  add_rule (&page);
  add_particular (&page, _("Agency"), agency);
  add_particular (&page, _("Register"), register_name);
  add_particular (&page, _("Made on"), day);
  page.y += 18;
  add_key (&page, text);
  add_text (&page, "Sans Bold 12", muster_paper_ink, _("What it is for"), 4);
  add_text (&page, "Sans 10.5", muster_paper_ink,
            _("This key opens the register when nothing else does: when this computer is lost or replaced, or when every administrator has forgotten the password. "
               "Muster keeps no copy of it, and nobody can make it again."),
            16);
  add_text (&page, "Sans Bold 12", muster_paper_ink, _("How to use it"), 4);
  add_text (&page, "Sans 10.5", muster_paper_ink,
            _("Muster asks for the recovery key where it does not know the computer, or where the password is forgotten. Type the groups in the order of their numbers; "
               "capitals, spaces and hyphens do not matter, and a mistyped group is pointed out. The code holds the same key."),
            16);
  add_text (&page, "Sans Bold 12", muster_paper_ink, _("Who may hold it"), 4);
  add_text (&page, "Sans 10.5", muster_paper_ink,
            _("Whoever has this sheet and the register’s folder can read everybody in it. Give it to the person who answers for the register. "
               "If it is lost or copied, tell the administrator of the register the same day."),
            0);
  add_text (&foot, "Sans 9", muster_paper_grey, _("Recovery sheet of Muster · one page"), 0);
  cairo_restore (cairo);
}

gboolean
muster_recovery_sheet_write (const char *path, const char *register_name, const char *agency, const char *text, const char *day, GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".XXXXXX", NULL);
  /* Made here for its mode: cairo would leave it readable to everybody. */
  int descriptor = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);
  gboolean ok = descriptor >= 0 && write_pdf (draft, register_name, agency, text, day);

  ok = ok && fsync (descriptor) == 0;
  ok = ok && g_rename (draft, path) == 0;
  if (descriptor >= 0)
    g_close (descriptor, NULL);
  if (!ok)
    {
      g_unlink (draft);
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("The recovery sheet cannot be written to “%s”. Choose another folder, or make room."), path);
    }
  return ok;
}
