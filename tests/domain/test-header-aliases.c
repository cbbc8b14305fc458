/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-import-field.h"

static MusterHeaderAliases *shipped;

/* The headers of files as they are really sent, and what they are; - is not read, ? is not known either. */
static const struct
{
  const char *headers;
  const char *fields;
} files[] = {
  /* federal find-local-help list */
  { "name|acronym|types|street|city|state|zip|latitude|longitude|hours|phoneNumbers|emailAddresses|websites|languages|accessibilityServices|parent|additionalInformation",
    "name|-|type|-|-|-|-|-|-|-|phone|email|-|languages|-|agency|-" },
  { "Organization Name|Assister Type|Contact Name|Address 1|City|State|Zip Code|County|Phone|Toll Free Phone|Email|Website|Languages",
    "agency|type|name|-|-|-|-|county|phone|other-phone|email|-|languages" },
  /* federal registration completion and suspension and termination lists */
  { "NPN|Applicable Plan Year|Individual Registration Completion Date|Individual Marketplace End Date|Shop Registration Completion Date|Shop End Date|NPN Valid (Current Plan Year Only)",
    "npn|-|-|-|-|-|-" },
  { "npn|applicable_plan_year|individual_registration_completion_date|individual_marketplace_end_date|shop_registration_completion_date|shop_end_date|npn_valid_current_plan_year_only",
    "npn|-|-|-|-|-|-" },
  /* state licence rosters */
  { "LICENSE_NBR|NPN|LAST_NM|FIRST_NM|MIDDLE_NM|SUFFIX_NM|LICENSE_TYPE|LICENSE_STATUS|EFFECTIVE_DATE|EXPIRATION_DATE|BUSINESS_PHONE|BUSINESS_EMAIL|CITY|STATE|ZIP",
    "licence-number|npn|family-name|given-name|middle-name|suffix|-|status|-|licence-expires|phone|email|-|-|-" },
  { "Licensee Name|License #|National Producer Number|License Class|Lines of Authority|Resident State|Issue Date|Exp Date",
    "name|licence-number|npn|-|-|-|-|licence-expires" },
  { "Last Name/Business Name|First Name|License No.|License Expires|Business Entity Name|Business Entity NPN|FEIN",
    "family-name|given-name|licence-number|licence-expires|agency|organisation-npn|-" },
  /* broker lists */
  { "Agency Name|Agency NPN|Agent Name|Agent NPN|License Number|Business Address|City|Zip|Phone 1|Phone 2|Fax|Email|Languages Spoken|Counties Served|Status",
    "agency|organisation-npn|name|npn|licence-number|-|-|-|phone|other-phone|-|email|languages|county|status" },
  { "NPN|Name|Agency|Expiration", "npn|name|agency|licence-expires" },
  { "NPN|Name|Type|Expiration", "npn|name|type|certified-through" }, /* of several roles: not licences alone */
  { "NPN|Name|Certification Status|Expiration", "npn|name|status|certified-through" },
  /* rosters of assisters */
  { "Assister ID|First Name|M.I.|Last Name|E-mail|Work Phone|Cell|Assister Type|Organization|Certification Date|Expiration Date|Certification Status",
    "assister-id|given-name|middle-name|family-name|email|phone|phone|type|agency|certified-on|certified-through|status" },
  { "First Name|Last Name|NPN|License Number|Termination Date|Date Terminated|Expiration Date", "given-name|family-name|npn|licence-number|ended-on|-|licence-expires" },
  { "Navigator Name|Navigator ID|License Number|Certification Expires|Primary Language|Second Language|Training ID",
    "name|assister-id|licence-number|certified-through|languages|languages|training-id" },
  { "Name|Last Name|First Name|Email Address|Secondary Email|NPN", "name|family-name|given-name|email|-|npn" },
  { "Email|Work Email|NPN|Producer NPN", "email|-|npn|-" }, /* the first of each */
  { "ID|Name|SSN|Social Security Number", "-|name|ssn|ssn" },
  { "Prefix|First|Last|Credentials|DOB|Shoe size|", "-|given-name|family-name|-|-|?|?" },
  /* a role or a job: only where no other column is the role */
  { "Position|Role|Name|NPN", "-|type|name|npn" },
  { "Position|Name|NPN", "type|name|npn" },
  /* our own results, and a name that is called otherwise */
  { "line|person|Name|NPN", "-|-|name|npn" },
  { "line|person|NPN|Type", "-|-|npn|type" },
  { "Person|Last Name|First Name", "-|family-name|given-name" },
  { "Person|NPN", "name|npn" },
  { "APELLIDO|NOMBRE|TELÉFONO|CORREO ELECTRÓNICO|IDIOMAS|CONDADO", "family-name|given-name|phone|email|languages|county" },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (GStrv) headers = g_strsplit (files[i].headers, "|", -1);
      g_auto (GStrv) expected = g_strsplit (files[i].fields, "|", -1);
      guint n = g_strv_length (headers);
      g_autofree MusterImportField *fields = g_new0 (MusterImportField, n);

      g_assert_cmpuint (n, ==, g_strv_length (expected));
      muster_header_aliases_match_all (shipped, (const char *const *) headers, n, fields);
      for (guint j = 0; j < n; j++)
        {
          const char *code = fields[j] != MUSTER_FIELD_IGNORE ? muster_import_field_to_code (fields[j]) : muster_header_aliases_knows (shipped, headers[j]) ? "-"
                                                                                                                                                            : "?";

          g_test_message ("%s", headers[j]);
          g_assert_cmpstr (code, ==, expected[j]);
        }
    }
}

static void
test_written_otherwise (void)
{
  static const char *const headers[] = { "E-Mail Address", "email_address", "EMAIL.ADDRESS", " e mail  address ", "Émail Address" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    g_assert_cmpint (muster_header_aliases_match (shipped, headers[i]), ==, MUSTER_FIELD_EMAIL);
}

/* What nine digits under a header are: those of businesses, or perhaps of people. */
static void
test_tax_numbers (void)
{
  static const char *const people[] = { "Tax ID", "TIN", "Taxpayer ID Number", "TAX_ID_NUMBER", "EIN/TIN", "Agent Tax ID" };
  static const char *const businesses[] = { "FEIN", "Agency Tax ID", "Federal Tax ID", "Zip" };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_test_message ("%s", people[i]);
      g_assert_true (muster_header_aliases_is_tax_number (shipped, people[i]));
      g_assert_false (muster_header_aliases_may_be_nine_digits (shipped, people[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (businesses); i++)
    {
      g_assert_false (muster_header_aliases_is_tax_number (shipped, businesses[i]));
      g_assert_true (muster_header_aliases_may_be_nine_digits (shipped, businesses[i]));
    }
  g_assert_cmpint (muster_header_aliases_match (shipped, "SSN/TIN"), ==, MUSTER_FIELD_SSN);
}

static void
test_bad_text (void)
{
  static const char *const texts[] = {
    "[shoe]\nHeaders=Size\n",
    "[npn]\nHeaders=NPN\nColour=red\n",
    "[npn]\n",
    "[npn]\nHeaders=NPN;;Other\n",
    "[npn]\nHeaders=NPN\n[email]\nHeaders=E-mail;n.p.n.\n",
    "[npn]\nHeaders=NPN\n[ignore]\nHeaders=npn\n",
    "[npn]\nHeaders=NPN\n[npn]\nHeaders=Other\n",
    "[npn]\nHeaders=NPN\nInLicenceLists=;\n",
    "nonsense",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (muster_header_aliases_parse (texts[i], -1, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
    }
}

static void
test_fields (void)
{
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    {
      MusterImportField again;

      g_assert_true (muster_import_field_from_code (muster_import_field_to_code (field), &again, NULL));
      g_assert_cmpint (again, ==, field);
      g_assert_cmpuint (strlen (muster_import_field_get_label (field)), >, 0);
    }
  g_assert_true (muster_import_field_may_repeat (MUSTER_FIELD_PHONE));
  g_assert_false (muster_import_field_may_repeat (MUSTER_FIELD_NPN));
  g_assert_true (muster_import_field_is_date (MUSTER_FIELD_LICENCE_EXPIRES));
  g_assert_false (muster_import_field_is_date (MUSTER_FIELD_STATUS));
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int result;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (argv[1], "import", "roster-headers.aliases", NULL);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  shipped = muster_header_aliases_parse (text, length, &error);
  g_assert_no_error (error);
  g_test_add_func ("/domain/header-aliases/bad-text", test_bad_text);
  g_test_add_func ("/domain/header-aliases/fields", test_fields);
  g_test_add_func ("/domain/header-aliases/files", test_files);
  g_test_add_func ("/domain/header-aliases/tax-numbers", test_tax_numbers);
  g_test_add_func ("/domain/header-aliases/written-otherwise", test_written_otherwise);
  result = g_test_run ();
  muster_header_aliases_free (shipped);
  return result;
}
