/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-import-lines.h"

#include "domain/muster-error.h"

static void
assert_same (const MusterImportLine *line, const MusterImportLine *other)
{
  g_assert_cmpuint (line->line, ==, other->line);
  g_assert_cmpint (line->person, ==, other->person);
  g_assert_cmpint (line->fate, ==, other->fate);
}

static void
test_round_trip (void)
{
  static const MusterImportLine lines[] = {
    { 2, 1, MUSTER_FATE_CREATED },
    { 3, 2, MUSTER_FATE_CREATED },
    { 4, 0, MUSTER_FATE_REJECTED },
    { 9, G_MAXINT64, MUSTER_FATE_UPDATED },
    { 8, 1, MUSTER_FATE_UNCHANGED },
    { G_MAXUINT, 700, MUSTER_FATE_CONFLICT },
    { 1, 2, MUSTER_FATE_SKIPPED },
  };
  g_autoptr (GBytes) bytes = muster_import_lines_encode (lines, G_N_ELEMENTS (lines));
  g_autoptr (GArray) decoded = NULL, found = NULL, nobody = NULL;
  g_autoptr (GError) error = NULL;

  decoded = muster_import_lines_decode (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decoded->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < decoded->len; i++)
    assert_same (&g_array_index (decoded, MusterImportLine, i), &lines[i]);

  found = muster_import_lines_find (bytes, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  assert_same (&g_array_index (found, MusterImportLine, 0), &lines[0]);
  assert_same (&g_array_index (found, MusterImportLine, 1), &lines[4]);
  nobody = muster_import_lines_find (bytes, 12, &error);
  g_assert_cmpuint (nobody->len, ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (GBytes) bytes = muster_import_lines_encode (NULL, 0);
  g_autoptr (GArray) decoded = muster_import_lines_decode (bytes, NULL);

  g_assert_cmpuint (decoded->len, ==, 0);
}

/* A roster as most are: a row a line, most people new. */
static void
test_size (void)
{
  const gsize n = 100000;
  g_autofree MusterImportLine *lines = g_new0 (MusterImportLine, n);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < n; i++)
    lines[i] = (MusterImportLine) { i + 2, i + 40, MUSTER_FATE_CREATED };
  bytes = muster_import_lines_encode (lines, n);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 3 * n + 100);
}

static void
test_damaged (void)
{
  static const MusterImportLine lines[] = { { 2, 300, MUSTER_FATE_CREATED }, { 3, 700, MUSTER_FATE_UPDATED } };
  g_autoptr (GBytes) whole = muster_import_lines_encode (lines, G_N_ELEMENTS (lines));
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (GError) error = NULL, find_error = NULL;

      g_assert_null (muster_import_lines_decode (cut, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
      g_assert_null (muster_import_lines_find (cut, 300, &find_error));
      g_assert_error (find_error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
    }
  for (gsize i = 0; i < 256 * size; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (data, size);
      g_autoptr (GBytes) other = NULL;
      g_autoptr (GArray) decoded = NULL;

      bytes[i / 256] = i % 256;
      other = g_bytes_new (bytes, size);
      decoded = muster_import_lines_decode (other, NULL);
      for (guint j = 0; decoded != NULL && j < decoded->len; j++)
        g_assert_cmpuint (g_array_index (decoded, MusterImportLine, j).fate, <, MUSTER_N_FATES);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-lines/round-trip", test_round_trip);
  g_test_add_func ("/import-lines/nothing", test_nothing);
  g_test_add_func ("/import-lines/size", test_size);
  g_test_add_func ("/import-lines/damaged", test_damaged);
  return g_test_run ();
}
