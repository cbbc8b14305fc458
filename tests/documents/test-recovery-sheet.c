/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "documents/muster-recovery-sheet.h"
#include "domain/muster-error.h"

#define KEY "XKCD-9TR2-7QWE-1ZXC-3VBN-ASDF-GHJK-PYR7-MNB4-Q2W3-0T6S-8HJ5-W4E2-KC9D"

static void
test_pdf (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("muster-sheet-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  GStatBuf status;

  g_assert_true (muster_recovery_sheet_write (path, "Register of 2026", "Sunrise Health & Friends, St. Paul", KEY, "November 24, 2026", &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_assert_cmpuint (length, >, 5000);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_remove (path);
  /* Fails if a draft was left behind. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_recovery_sheet_write ("/nonexistent/sheet.pdf", "R", "A", KEY, "today", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
}

/* Everything stands on the page, on either paper and with long names. */
static void
test_fits (void)
{
  static const struct
  {
    double width;
    double height;
    const char *agency;
  } cases[] = {
    { 612, 792, "Sunrise" },
    { 595, 842, "The Association of Community Health Navigators, Certified Application Counselors and Brokers of Greater Minnesota, Inc." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cairo = cairo_create (surface);
      double x, y, width, height;

      muster_recovery_sheet_draw (cairo, cases[i].width, cases[i].height, "Register of 2026", cases[i].agency, KEY, "November 24, 2026");
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, 36);
      g_assert_cmpfloat (y, >=, 36);
      g_assert_cmpfloat (x + width, <=, cases[i].width - 36);
      g_assert_cmpfloat (y + height, <=, cases[i].height - 36);
      g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cairo);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* To look at it: the path to write to as the second argument. */
  if (argc > 2)
    return muster_recovery_sheet_write (argv[2], "Register of 2026", "Sunrise Health & Friends, St. Paul", KEY, "November 24, 2026", NULL) ? 0 : 1;
  g_test_add_func ("/documents/recovery-sheet/pdf", test_pdf);
  g_test_add_func ("/documents/recovery-sheet/no-folder", test_no_folder);
  g_test_add_func ("/documents/recovery-sheet/fits", test_fits);
  return g_test_run ();
}
