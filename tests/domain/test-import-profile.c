/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-import-profile.h"

static MusterImportProfile *
make_profile (void)
{
  MusterImportProfile *profile = muster_import_profile_new ("Lakeside; monthly = \"roster\"");

  muster_import_profile_add_column (profile, "Producer", MUSTER_FIELD_NAME, MUSTER_DATE_ORDER_UNKNOWN);
  muster_import_profile_add_column (profile, "Nat. Prod. Nr.", MUSTER_FIELD_NPN, MUSTER_DATE_ORDER_UNKNOWN);
  muster_import_profile_add_column (profile, "Date", MUSTER_FIELD_CERTIFIED_ON, MUSTER_DATE_ORDER_DAY_FIRST);
  muster_import_profile_add_column (profile, "Date", MUSTER_FIELD_LICENCE_EXPIRES, MUSTER_DATE_ORDER_MONTH_FIRST);
  muster_import_profile_add_column (profile, " [Shoe\nsize]\t", MUSTER_FIELD_IGNORE, MUSTER_DATE_ORDER_UNKNOWN);
  muster_import_profile_add_column (profile, "", MUSTER_FIELD_COUNTY, MUSTER_DATE_ORDER_UNKNOWN);
  muster_value_map_set (profile->values, MUSTER_FIELD_STATUS, "A = \"active\"; #1", "certified");
  muster_value_map_set (profile->values, MUSTER_FIELD_STATUS, "", NULL);
  muster_value_map_set (profile->values, MUSTER_FIELD_TYPE, "Lic. Agt", "broker");
  g_assert_true (muster_import_row_set (&profile->constants, MUSTER_FIELD_TYPE, "broker, CAC", NULL));
  g_assert_true (muster_import_row_set (&profile->constants, MUSTER_FIELD_AGENCY, "Lakeside & Söhne; “West”", NULL));
  g_assert_true (muster_import_row_set (&profile->constants, MUSTER_FIELD_CERTIFIED_THROUGH, "2026-10-31", NULL));
  profile->key = MUSTER_KEY_EMAIL;
  profile->mode = MUSTER_MODE_UPDATE;
  return profile;
}

static void
test_text (void)
{
  g_autoptr (MusterImportProfile) profile = make_profile ();
  g_autoptr (MusterImportProfile) copy = muster_import_profile_copy (profile);
  g_autoptr (MusterImportProfile) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = muster_import_profile_to_text (profile);
  g_autofree char *of_copy = muster_import_profile_to_text (copy);
  g_autofree char *again = NULL;

  read = muster_import_profile_parse (text, -1, &error);
  g_assert_no_error (error);
  again = muster_import_profile_to_text (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (of_copy, ==, text);
  g_assert_cmpstr (read->name, ==, profile->name);
  g_assert_cmpuint (read->columns->len, ==, 6);
  g_assert_cmpstr (((MusterProfileColumn *) read->columns->pdata[4])->header, ==, " [Shoe\nsize]\t");
  g_assert_cmpint (((MusterProfileColumn *) read->columns->pdata[2])->date_order, ==, MUSTER_DATE_ORDER_DAY_FIRST);
  g_assert_cmpuint (muster_value_map_get_size (read->values), ==, 3);
  g_assert_cmpuint (read->constants.types, ==, MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC);
  g_assert_cmpstr (read->constants.agency, ==, "Lakeside & Söhne; “West”");
  g_assert_cmpint (read->key, ==, MUSTER_KEY_EMAIL);
  g_assert_cmpint (read->mode, ==, MUSTER_MODE_UPDATE);
}

static void
test_bad_text (void)
{
  static const char *const texts[] = {
    "",
    "nonsense",
    "\xff\xfe",
    "[Profile]\nName=x\nKey=auto\n",
    "[Profile]\nName=x\nKey=shoe\nMode=upsert\n",
    "[Profile]\nName=x\nKey=auto\nMode=shoe\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\nColour=red\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\n[Shoe]\nSize=9\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\n[Column 1]\nHeader=a\nField=shoe\nDateOrder=unknown\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\n[Column 1]\nHeader=a\nField=npn\nDateOrder=shoe\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\n[Column 1]\nField=npn\nDateOrder=unknown\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\n[Value 1]\nField=status\nFrom=a\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\n[Constants]\nnpn=1\n",
    "[Profile]\nName=x\nKey=auto\nMode=upsert\n[Constants]\ntype=wizard\n",
    "[Column 1]\nHeader=a\nField=npn\nDateOrder=unknown\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (muster_import_profile_parse (texts[i], -1, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
    }
}

static void
test_fits (void)
{
  static const char *const same[] = { "Producer", "Nat. Prod. Nr.", "Date", "Date", "[Shoe size]", "" };
  static const char *const shuffled[] = { "DATE", "nat_prod_nr", "shoe-size", "", "producer", "date" };
  static const char *const one_more[] = { "Producer", "Nat. Prod. Nr.", "Date", "Date", "Shoe size", "Hat size" };
  static const char *const other[] = { "First Name", "Last Name", "NPN" };
  static const char *const only_unread[] = { "Shoe size", "Hat size" };
  g_autoptr (MusterImportProfile) profile = make_profile ();

  g_assert_cmpuint (muster_import_profile_fits (profile, same, G_N_ELEMENTS (same)), ==, 100);
  g_assert_cmpuint (muster_import_profile_fits (profile, shuffled, G_N_ELEMENTS (shuffled)), ==, 100);
  g_assert_cmpuint (muster_import_profile_fits (profile, one_more, G_N_ELEMENTS (one_more)), ==, 83);
  g_assert_cmpuint (muster_import_profile_fits (profile, other, G_N_ELEMENTS (other)), ==, 0);
  g_assert_cmpuint (muster_import_profile_fits (profile, only_unread, G_N_ELEMENTS (only_unread)), ==, 0);
  g_assert_cmpuint (muster_import_profile_fits (profile, NULL, 0), ==, 0);
}

static void
test_sign (void)
{
  static const char *const one[] = { "First Name", "NPN", "" };
  static const char *const shuffled[] = { "npn", "first_name" };
  static const char *const other[] = { "First Name", "NPN", "E-mail" };
  static const char *const joined[] = { "First NameNPN" };
  g_autofree char *first = muster_import_profile_sign (one, 3);
  g_autofree char *second = muster_import_profile_sign (shuffled, 2);
  g_autofree char *third = muster_import_profile_sign (other, 3);
  g_autofree char *fourth = muster_import_profile_sign (joined, 1);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
  g_assert_cmpstr (first, !=, fourth);
}

static void
test_map (void)
{
  static const char *const headers[] = { "Date", "E-mail", "producer", "Agent Name", "Date", "Date", "Phone", "NAT PROD NR" };
  MusterImportField fields[] = { MUSTER_FIELD_IGNORE, MUSTER_FIELD_EMAIL, MUSTER_FIELD_IGNORE, MUSTER_FIELD_NAME, MUSTER_FIELD_IGNORE, MUSTER_FIELD_IGNORE, MUSTER_FIELD_PHONE, MUSTER_FIELD_IGNORE };
  static const MusterImportField mapped[] = { MUSTER_FIELD_CERTIFIED_ON, MUSTER_FIELD_EMAIL, MUSTER_FIELD_NAME, MUSTER_FIELD_IGNORE, MUSTER_FIELD_LICENCE_EXPIRES, MUSTER_FIELD_IGNORE, MUSTER_FIELD_PHONE, MUSTER_FIELD_NPN };
  MusterDateOrder orders[G_N_ELEMENTS (headers)] = { MUSTER_DATE_ORDER_UNKNOWN };
  g_autoptr (MusterImportProfile) profile = make_profile ();

  g_assert_cmpuint (muster_import_profile_map (profile, headers, G_N_ELEMENTS (headers), fields, orders), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_test_message ("%s", headers[i]);
      g_assert_cmpstr (muster_import_field_to_code (fields[i]), ==, muster_import_field_to_code (mapped[i]));
    }
  g_assert_cmpint (orders[0], ==, MUSTER_DATE_ORDER_DAY_FIRST);
  g_assert_cmpint (orders[4], ==, MUSTER_DATE_ORDER_MONTH_FIRST);
  g_assert_cmpint (orders[5], ==, MUSTER_DATE_ORDER_UNKNOWN);
}

/* Nobody lets a column of social security numbers in by remembering it. */
static void
test_no_ssn (void)
{
  static const char *const headers[] = { "Social" };
  MusterImportField fields[] = { MUSTER_FIELD_SSN };
  MusterDateOrder orders[] = { MUSTER_DATE_ORDER_UNKNOWN };
  g_autoptr (MusterImportProfile) profile = muster_import_profile_new ("x");

  muster_import_profile_add_column (profile, "Social", MUSTER_FIELD_IGNORE, MUSTER_DATE_ORDER_UNKNOWN);
  muster_import_profile_map (profile, headers, 1, fields, orders);
  g_assert_cmpint (fields[0], ==, MUSTER_FIELD_SSN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/import-profile/bad-text", test_bad_text);
  g_test_add_func ("/domain/import-profile/fits", test_fits);
  g_test_add_func ("/domain/import-profile/map", test_map);
  g_test_add_func ("/domain/import-profile/no-ssn", test_no_ssn);
  g_test_add_func ("/domain/import-profile/sign", test_sign);
  g_test_add_func ("/domain/import-profile/text", test_text);
  return g_test_run ();
}
