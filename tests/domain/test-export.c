/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-export.h"
#include "domain/muster-import.h"

static char *data_folder;

static const struct
{
  MusterExportColumn column;
  const char *code;
  gboolean is_sensitive;
} columns[] = {
  { MUSTER_EXPORT_PERSON, "person", FALSE },
  { MUSTER_EXPORT_FAMILY_NAME, "family-name", FALSE },
  { MUSTER_EXPORT_GIVEN_NAME, "given-name", FALSE },
  { MUSTER_EXPORT_MIDDLE_NAME, "middle-name", FALSE },
  { MUSTER_EXPORT_SUFFIX, "suffix", FALSE },
  { MUSTER_EXPORT_TYPE, "type", FALSE },
  { MUSTER_EXPORT_STATUS, "status", FALSE },
  { MUSTER_EXPORT_MAY_ASSIST, "may-assist", FALSE },
  { MUSTER_EXPORT_REASONS, "reasons", FALSE },
  { MUSTER_EXPORT_ROSTER, "roster", FALSE },
  { MUSTER_EXPORT_AGENCY, "agency", FALSE },
  { MUSTER_EXPORT_NPN, "npn", FALSE },
  { MUSTER_EXPORT_LICENCE_NUMBER, "licence-number", FALSE },
  { MUSTER_EXPORT_LICENCE_EXPIRES, "licence-expires", FALSE },
  { MUSTER_EXPORT_EMAIL, "email", FALSE },
  { MUSTER_EXPORT_PHONE, "phone", TRUE },
  { MUSTER_EXPORT_OTHER_PHONES, "other-phone", TRUE },
  { MUSTER_EXPORT_ASSISTER_ID, "assister-id", TRUE },
  { MUSTER_EXPORT_TRAINING_ID, "training-id", TRUE },
  { MUSTER_EXPORT_ADMIN_ID, "admin-id", TRUE },
  { MUSTER_EXPORT_COUNTY, "county", FALSE },
  { MUSTER_EXPORT_LANGUAGES, "languages", FALSE },
  { MUSTER_EXPORT_LETTER_LANGUAGE, "letter-language", FALSE },
  { MUSTER_EXPORT_REPORTED_STATUS, "reported-status", FALSE },
  { MUSTER_EXPORT_CERTIFIED_ON, "certified-on", FALSE },
  { MUSTER_EXPORT_CERTIFIED_THROUGH, "certified-through", FALSE },
};

static void
test_columns (void)
{
  MusterExportColumns usual;
  guint n = 0;

  muster_export_columns_init (&usual);
  g_assert_cmpuint (G_N_ELEMENTS (columns), ==, MUSTER_N_EXPORT_COLUMNS);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_assert_cmpint (columns[i].column, ==, i);
      g_assert_cmpstr (muster_export_column_to_code (i), ==, columns[i].code);
      g_assert_cmpint (muster_export_column_is_sensitive (i), ==, columns[i].is_sensitive);
      g_assert_cmpint (muster_export_columns_has (&usual, i), ==, !columns[i].is_sensitive);
      n += !columns[i].is_sensitive;
    }
  g_assert_cmpuint (usual.n, ==, n);
}

/* What an import reads of a column: the field of the same code, or nothing at all. */
static void
test_headers (void)
{
  g_autofree char *path = g_build_filename (data_folder, "import", "roster-headers.aliases", NULL);
  g_autofree char *text = NULL;
  g_autoptr (MusterHeaderAliases) aliases = NULL;
  static const guint made = 1u << MUSTER_EXPORT_PERSON | 1u << MUSTER_EXPORT_STATUS | 1u << MUSTER_EXPORT_MAY_ASSIST | 1u << MUSTER_EXPORT_REASONS | 1u << MUSTER_EXPORT_ROSTER;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  aliases = muster_header_aliases_parse (text, -1, NULL);
  for (guint i = 0; i < MUSTER_N_EXPORT_COLUMNS; i++)
    {
      MusterImportField field = muster_header_aliases_match (aliases, muster_export_column_get_header (i));

      if ((made & (1u << i)) != 0)
        g_assert_cmpint (field, ==, MUSTER_FIELD_IGNORE);
      else if (i == MUSTER_EXPORT_REPORTED_STATUS)
        g_assert_cmpint (field, ==, MUSTER_FIELD_STATUS);
      else
        g_assert_cmpstr (muster_import_field_to_code (field), ==, muster_export_column_to_code (i));
    }
  g_assert_cmpint (muster_header_aliases_match (aliases, MUSTER_EXPORT_PRACTICE_HEADER), ==, MUSTER_FIELD_IGNORE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *codes; /* NULL: refused */
  } cases[] = {
    { "npn", "npn" },
    { " NPN , family-name,assister-id", "npn,family-name,assister-id" },
    { "all", "person,family-name,given-name,middle-name,suffix,type,status,may-assist,reasons,roster,agency,npn,licence-number,licence-expires,email,phone,other-phone,assister-id,training-id,admin-id,"
             "county,languages,letter-language,reported-status,certified-on,certified-through" },
    { "", NULL },
    { "npn,", NULL },
    { "npn,npn", NULL },
    { "all,npn", NULL },
    { "ssn", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterExportColumns parsed;
      g_autoptr (GError) error = NULL;
      gboolean good = muster_export_columns_parse (&parsed, cases[i].text, &error);
      g_autofree char *codes = good ? muster_export_columns_dup_text (&parsed) : NULL;

      g_assert_cmpstr (codes, ==, cases[i].codes);
      if (!good)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
    }
}

static void
test_cells (void)
{
  MusterAssister person = { .id = 17, .family_name = (char *) "'=O", .given_name = (char *) "Null", .npn = (char *) "123456789", .county = (char *) "=1+1", .active = FALSE };
  MusterExportPerson row = { &person, "Riverside \"East\"" };
  static const struct
  {
    MusterExportColumn column;
    const char *cell;
  } cases[] = {
    { MUSTER_EXPORT_PERSON, "P-17" },
    { MUSTER_EXPORT_FAMILY_NAME, "'=O" },
    { MUSTER_EXPORT_GIVEN_NAME, "Null" },
    { MUSTER_EXPORT_MIDDLE_NAME, "" },
    { MUSTER_EXPORT_TYPE, "broker; cac" },
    { MUSTER_EXPORT_STATUS, "certified-restricted" },
    { MUSTER_EXPORT_MAY_ASSIST, "yes" },
    { MUSTER_EXPORT_REASONS, "suspended; restricted" },
    { MUSTER_EXPORT_ROSTER, "inactive" },
    { MUSTER_EXPORT_AGENCY, "Riverside \"East\"" },
    { MUSTER_EXPORT_NPN, "123456789" },
    { MUSTER_EXPORT_COUNTY, "=1+1" },
  };

  row.standing.may_assist = TRUE;
  row.standing.types = MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC;
  row.standing.overall = MUSTER_STATE_CERTIFIED_RESTRICTED;
  row.standing.reasons = MUSTER_REASON_SUSPENDED | MUSTER_REASON_RESTRICTED;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = muster_export_dup_cell (&row, cases[i].column, NULL);

      g_assert_cmpstr (cell, ==, cases[i].cell);
    }
}

/* The newest that stands, and nothing that was said of one role of several. */
static void
test_evidence (void)
{
  MusterAssister person = { .id = 17 };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_evidence_free);
  MusterExportPerson row = { .person = &person, .evidence = list };
  static const struct
  {
    const char *requirement;
    const char *said;
    guint year;
    gint64 superseded_by;
  } evidence[] = {
    { "reported-status:broker", "Gone", 2030, 0 },
    { "reported-status", "Wrong", 2029, 9 },
    { "reported-status", "Active", 2028, 0 },
    { "reported-status", "Pending", 2027, 0 },
    { "reported-certification", NULL, 2026, 0 },
    { "licence", "0004711", 2025, 0 },
  };
  static const struct
  {
    MusterExportColumn column;
    const char *cell;
  } cases[] = {
    { MUSTER_EXPORT_REPORTED_STATUS, "Active" },
    { MUSTER_EXPORT_CERTIFIED_ON, "" },
    { MUSTER_EXPORT_CERTIFIED_THROUGH, "2026-10-31" },
    { MUSTER_EXPORT_LICENCE_EXPIRES, "2025-10-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    {
      MusterEvidence *one = muster_evidence_new ();

      one->requirement = g_strdup (evidence[i].requirement);
      one->said = g_strdup (evidence[i].said);
      one->superseded_by = evidence[i].superseded_by;
      g_date_set_dmy (&one->expires, 31, G_DATE_OCTOBER, evidence[i].year);
      g_ptr_array_add (list, one);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = muster_export_dup_cell (&row, cases[i].column, NULL);

      g_assert_true (muster_export_column_needs_evidence (cases[i].column));
      g_assert_cmpstr (cell, ==, cases[i].cell);
    }
}

/* No social security number leaves, wherever it was put. */
static void
test_no_ssn (void)
{
  static const MusterExportColumn texts[] = { MUSTER_EXPORT_FAMILY_NAME, MUSTER_EXPORT_COUNTY, MUSTER_EXPORT_NPN, MUSTER_EXPORT_AGENCY };
  MusterAssister person = { .id = 17, .family_name = (char *) "078-05-1120", .county = (char *) "078051120", .npn = (char *) "078 05 1120" };
  MusterExportPerson row = { &person, "At 078-05-1120" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_export_dup_cell (&row, texts[i], &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      g_assert_nonnull (strstr (error->message, "P-17"));
      g_assert_null (strstr (error->message, "1120"));
    }
}

static void
test_reason (void)
{
  g_assert_true (muster_export_check_reason ("For the marketplace", NULL));
  g_assert_false (muster_export_check_reason (NULL, NULL));
  g_assert_false (muster_export_check_reason (" \n", NULL));
  g_assert_false (muster_export_check_reason ("For 078-05-1120", NULL));
}

static void
test_passphrase (void)
{
  static const struct
  {
    const char *passphrase;
    MusterPassphraseStrength strength;
  } cases[] = {
    { NULL, MUSTER_PASSPHRASE_TOO_SHORT },
    { "", MUSTER_PASSPHRASE_TOO_SHORT },
    { "Xk3!vQ9$z", MUSTER_PASSPHRASE_TOO_SHORT },
    { "ñandúñand", MUSTER_PASSPHRASE_TOO_SHORT },
    { "aaaaaaaaaaaaaaaaaaaaaaaa", MUSTER_PASSPHRASE_WEAK },
    { "12345678901234", MUSTER_PASSPHRASE_WEAK },
    { "lakesprairie", MUSTER_PASSPHRASE_WEAK },
    { "lakes and prairie", MUSTER_PASSPHRASE_FAIR },
    { "otter quilt ladder moss", MUSTER_PASSPHRASE_STRONG },
    { "Xk3!vQ9$zR7&mT2#", MUSTER_PASSPHRASE_STRONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (muster_passphrase_judge (cases[i].passphrase) != cases[i].strength)
        g_test_message ("%s", cases[i].passphrase);
      g_assert_cmpint (muster_passphrase_judge (cases[i].passphrase), ==, cases[i].strength);
    }
  for (guint i = 1; i <= MUSTER_PASSPHRASE_STRONG; i++)
    g_assert_cmpstr (muster_passphrase_get_hint (i), !=, muster_passphrase_get_hint (i - 1));
}

static void
test_passphrase_check (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_export_check_passphrase ("ten letter", FALSE, NULL));
  g_assert_true (muster_export_check_passphrase ("x", TRUE, NULL));
  g_assert_false (muster_export_check_passphrase ("", TRUE, NULL));
  g_assert_false (muster_export_check_passphrase (NULL, TRUE, NULL));
  g_assert_false (muster_export_check_passphrase ("ten lette", FALSE, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

static void
test_practice_header (void)
{
  g_assert_true (muster_export_is_practice_header (MUSTER_EXPORT_PRACTICE_HEADER));
  g_assert_true (muster_export_is_practice_header ("MUSTER_PRACTICE-REGISTER"));
  g_assert_false (muster_export_is_practice_header ("Practice"));
  g_assert_false (muster_export_is_practice_header (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  g_test_add_func ("/domain/export/columns", test_columns);
  g_test_add_func ("/domain/export/headers", test_headers);
  g_test_add_func ("/domain/export/parse", test_parse);
  g_test_add_func ("/domain/export/cells", test_cells);
  g_test_add_func ("/domain/export/evidence", test_evidence);
  g_test_add_func ("/domain/export/no-ssn", test_no_ssn);
  g_test_add_func ("/domain/export/reason", test_reason);
  g_test_add_func ("/domain/export/passphrase", test_passphrase);
  g_test_add_func ("/domain/export/passphrase-check", test_passphrase_check);
  g_test_add_func ("/domain/export/practice-header", test_practice_header);
  return g_test_run ();
}
