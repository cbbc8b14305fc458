/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-import-names.h"

typedef gboolean (*CheckFunc) (const char *text, GError **error);

static gboolean
check_header (const char *text, GError **error)
{
  return muster_import_names_check_header (text, 3, error);
}

static gboolean
check_profile_name (const char *text, GError **error)
{
  g_autoptr (MusterImportProfile) profile = muster_import_profile_new (text);

  return muster_import_names_check_profile (profile, error);
}

static gboolean
check_profile_header (const char *text, GError **error)
{
  g_autoptr (MusterImportProfile) profile = muster_import_profile_new ("Lakeside");

  muster_import_profile_add_column (profile, "NPN", MUSTER_FIELD_NPN, MUSTER_DATE_ORDER_UNKNOWN);
  muster_import_profile_add_column (profile, text, MUSTER_FIELD_IGNORE, MUSTER_DATE_ORDER_UNKNOWN);
  return muster_import_names_check_profile (profile, error);
}

static gboolean
check_profile_value (const char *text, GError **error)
{
  g_autoptr (MusterImportProfile) profile = muster_import_profile_new ("Lakeside");

  muster_value_map_set (profile->values, MUSTER_FIELD_STATUS, text, "certified");
  return muster_import_names_check_profile (profile, error);
}

static const CheckFunc checks[] = { muster_import_names_check_file, muster_import_names_check_sheet, check_header, check_profile_name, check_profile_header, check_profile_value };

static void
test_refused (void)
{
  static const char *const texts[] = { "123-45-6789", "123456789", " 123 45 6789 ", "Ana 123-45-6789", "１２３－４５－６７８９", "roster of 123-45-6789, new" };

  for (guint i = 0; i < G_N_ELEMENTS (checks) * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (checks[i % G_N_ELEMENTS (checks)](texts[i / G_N_ELEMENTS (checks)], &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_null (strstr (error->message, "45"));
    }
  g_assert_false (muster_import_names_check_file ("123456789.csv", NULL));
  g_assert_false (muster_import_names_check_file ("Ana 123-45-6789.xlsx", NULL));
}

static void
test_good (void)
{
  static const char *const texts[] = { "", "roster-2026-11-28.csv", "20261128.xlsx", "NPN", "NPN 123456789 and others.csv", "Día de alta", "612-555-0142" };

  for (guint i = 0; i < G_N_ELEMENTS (checks) * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      checks[i % G_N_ELEMENTS (checks)](texts[i / G_N_ELEMENTS (checks)], &error);
      g_assert_no_error (error);
    }
  g_assert_true (muster_import_names_check_sheet (NULL, NULL));
}

/* People are told which column, since it cannot be named. */
static void
test_names_column (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_import_names_check_header ("123-45-6789", 3, &error));
  g_assert_nonnull (strstr (error->message, "column 4"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/import-names/refused", test_refused);
  g_test_add_func ("/domain/import-names/good", test_good);
  g_test_add_func ("/domain/import-names/names-column", test_names_column);
  return g_test_run ();
}
