/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"

typedef gboolean (*CheckFunc) (const char *text, char **kept, GError **error);

/* kept: NULL where the text is to be refused */
typedef struct
{
  const char *text;
  const char *kept;
} Case;

static void
run_cases (CheckFunc check, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *again = NULL;
      gboolean good = check (cases[i].text, &kept, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].kept != NULL);
      g_assert_cmpstr (kept, ==, cases[i].kept);
      if (!good)
        {
          g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      /* What is kept is in its form already. */
      g_assert_true (check (kept, &again, NULL));
      g_assert_cmpstr (again, ==, kept);
    }
}

static void
test_npn (void)
{
  static const Case cases[] = {
    { "1", "1" },
    { "12345678", "12345678" },
    { "1234567890", "1234567890" },
    { " 12345678\t", "12345678" },
    { "\xc2\xa0"
      "12345678",
      "12345678" },
    { "", NULL },
    { " ", NULL },
    { "0", NULL },
    { "01234567", NULL },
    { "12345678901", NULL },
    { "123 45678", NULL },
    { "123-4567", NULL },
    { "-1234567", NULL },
    { "+1234567", NULL },
    { "12345678.0", "12345678" }, /* a sheet took it for a number; nothing is lost */
    { "12345678.00", NULL },
    { "12345678.5", NULL },
    { "1.2345678E7", NULL },
    { "1E7", NULL },
    { "1,234,567", NULL },
    { "1234567O", NULL },
    { "NPN 1234567", NULL },
    { "１２３４５６７", NULL },
    { "١٢٣٤٥٦٧", NULL },
  };

  run_cases (muster_identifier_check_npn, cases, G_N_ELEMENTS (cases));
}

static void
test_assister_id (void)
{
  static const Case cases[] = {
    { "AB12CD34E", "AB12CD34E" },
    { "ab12cd34e", "AB12CD34E" },
    { " ab12cd34e ", "AB12CD34E" },
    { "ABCDEFGHI", "ABCDEFGHI" },
    { "", NULL },
    { "AB12CD34", NULL },
    { "AB12CD34EF", NULL },
    { "AB12-CD34", NULL },
    { "AB12 CD34", NULL },
    { "AB12CD34É", NULL },
    { "AB12CD3É", NULL }, /* nine bytes, eight letters */
    { "ééééééééé", NULL },
  };

  run_cases (muster_identifier_check_assister_id, cases, G_N_ELEMENTS (cases));
}

static void
test_training_id (void)
{
  static const Case cases[] = {
    { "TR40217", "TR40217" },
    { "tr40217", "TR40217" },
    { " tr40217\n", "TR40217" },
    { "12345", "12345" },
    { "ABCDEFGHIJ12", "ABCDEFGHIJ12" },
    { "", NULL },
    { "1234", NULL },
    { "ABCDEFGHIJ123", NULL },
    { "TR-4021", NULL },
    { "TR 4021", NULL },
    { "TRÖ4021", NULL },
  };

  run_cases (muster_identifier_check_training_id, cases, G_N_ELEMENTS (cases));
}

static void
test_admin_id (void)
{
  static const Case good[] = {
    { "123", "123" },
    { "12345678901234567890", "12345678901234567890" },
    { " 4711 ", "4711" },
  };
  static const Case bad[] = {
    { "", NULL },
    { "12", NULL },
    { "123456789012345678901", NULL },
    { "12 34", NULL },
    { "12_34", NULL },
    { "мария", NULL },
  };

  run_cases (muster_identifier_check_admin_id, good, G_N_ELEMENTS (good));
  run_cases (muster_identifier_check_admin_id, bad, G_N_ELEMENTS (bad));
}

static void
test_email (void)
{
  static const Case cases[] = {
    { "ana@example.org", "ana@example.org" },
    { "Ana.Lindqvist@Example.ORG", "Ana.Lindqvist@example.org" },
    { " ana@example.org ", "ana@example.org" },
    { "ana+mnsure@mail.example.org", "ana+mnsure@mail.example.org" },
    { "o'brien@example.org", "o'brien@example.org" },
    { "a@b.co", "a@b.co" },
    { "", NULL },
    { "ana", NULL },
    { "ana@", NULL },
    { "@example.org", NULL },
    { "ana@example", NULL },
    { "ana@.org", NULL },
    { "ana@example.", NULL },
    { "ana@example..org", NULL },
    { "ana@@example.org", NULL },
    { "ana@pao@example.org", NULL },
    { "ana lindqvist@example.org", NULL },
    { "ana@exam ple.org", NULL },
    { "ana@example.org pao@example.org", NULL },
    { "ana@example.org; pao@example.org", NULL },
    { "ana@example.org,pao@example.com", NULL },
    { "ana@exam\nple.org", NULL },
    { "ana@exam\xc2\xa0ple.org", NULL },
    { "ana@example.o\001rg", NULL },
    { "a\xc2\xa0na@example.org", NULL },
    { "an\xe2\x80\x8b"
      "a@example.org",
      NULL },
    { "åsa@exämple.org", "åsa@exämple.org" },
  };

  run_cases (muster_identifier_check_email, cases, G_N_ELEMENTS (cases));
}

static void
test_email_length (void)
{
  for (guint length = 250; length < 260; length++)
    {
      g_autoptr (GString) email = g_string_new ("ana@");
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      while (email->len < length - 4)
        g_string_append_c (email, email->len % 47 == 46 ? '.' : 'x');
      g_string_append (email, ".org");
      g_assert_cmpuint (email->len, ==, length);
      g_assert_cmpint (muster_identifier_check_email (email->str, &kept, &error), ==, length <= 254);
    }
}

static void
test_email_key (void)
{
  static const Case cases[] = {
    { "ana@example.org", "ana@example.org" },
    { "Ana@Example.ORG", "ana@example.org" },
    { "ANA@EXAMPLE.ORG", "ana@example.org" },
    { "ÅSA@example.org", "åsa@example.org" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = muster_identifier_dup_email_key (cases[i].text);

      g_assert_cmpstr (key, ==, cases[i].kept);
    }
}

static void
test_phone (void)
{
  static const Case cases[] = {
    { "6125550142", "(612) 555-0142" },
    { "612-555-0142", "(612) 555-0142" },
    { "(612) 555-0142", "(612) 555-0142" },
    { "(612)555-0142", "(612) 555-0142" },
    { "612.555.0142", "(612) 555-0142" },
    { "612 .555.0142", "(612) 555-0142" },
    { "612/555-0142", "(612) 555-0142" },
    { "612–555–0142", "(612) 555-0142" },
    { "  612   555   0142 ", "(612) 555-0142" },
    { "1 612 555 0142", "(612) 555-0142" },
    { "1-612-555-0142", "(612) 555-0142" },
    { "16125550142", "(612) 555-0142" },
    { "+1 612 555 0142", "(612) 555-0142" },
    { "+1 (612) 555-0142", "(612) 555-0142" },
    { "612-555-0142 x7", "(612) 555-0142 ext. 7" },
    { "612-555-0142x7", "(612) 555-0142 ext. 7" },
    { "612-555-0142 ext 7", "(612) 555-0142 ext. 7" },
    { "612-555-0142 ext. 7", "(612) 555-0142 ext. 7" },
    { "612-555-0142, EXT. 0123", "(612) 555-0142 ext. 0123" },
    { "612-555-0142 extension 7", "(612) 555-0142 ext. 7" },
    { "612-555-0142 #7", "(612) 555-0142 ext. 7" },
    { "1-612-555-0142 Ext: 12", "(612) 555-0142 ext. 12" },
    { "+44 20 7946 0958", "+44 20 7946 0958" },
    { "+52 55 5555 0142", "+52 55 5555 0142" },
    { "", NULL },
    { "555-0142", NULL },
    { "612-555-014", NULL },
    { "612-555-01423", NULL },
    { "2 612 555 0142", NULL },
    { "1 1 612 555 0142", NULL },
    { "11116125550142", NULL },
    { "++1 612 555 0142", NULL },
    { "612-555-CALL", NULL },
    { "612-555-0142 612-555-0143", NULL },
    { "612-555-0142 or 612-555-0143", NULL },
    { "612-555-0142 ext.", NULL },
    { "+", NULL },
    { "call me", NULL },
  };

  run_cases (muster_identifier_check_phone, cases, G_N_ELEMENTS (cases));
}

static void
test_ssn_shape (void)
{
  static const struct
  {
    const char *text;
    gboolean shaped;
  } cases[] = {
    { "123-45-6789", TRUE },
    { " 123-45-6789 ", TRUE },
    { "123 45 6789", TRUE },
    { "123.45.6789", TRUE },
    { "123–45–6789", TRUE },
    { "123‑45‑6789", TRUE },
    { "123456789", TRUE },
    { "000123456", FALSE }, /* no area 000, 666 or from 900 */
    { "666123456", FALSE },
    { "900123456", FALSE },
    { "123006789", FALSE }, /* no group 00 */
    { "123450000", FALSE }, /* no serial 0000 */
    { "12345678", FALSE },
    { "1234567890", FALSE },
    { "912-70-1234", TRUE }, /* a taxpayer number, with its separators */
    { "999 88 1234", TRUE },
    { "900-50-1234", TRUE },
    { "900-93-1234", TRUE },
    { "912-49-1234", FALSE }, /* groups that were never given out */
    { "912-66-1234", FALSE },
    { "912-69-1234", FALSE },
    { "912-89-1234", FALSE },
    { "912701234", FALSE },
    { "666-70-1234", FALSE },
    { "123--45--6789", TRUE },
    { "123 - 45 - 6789", TRUE },
    { "123_45_6789", TRUE },
    { "123-456-789", FALSE },
    { "12-345-6789", FALSE }, /* an employer's number */
    { "612-555-0142", FALSE },
    { "55101-1234", FALSE },
    { "AB12CD34E", FALSE },
    { "１２３-４５-６７８９", TRUE }, /* full-width, and with their own hyphens */
    { "１２３－４５－６７８９", TRUE },
    { "１２３４５６７８９", TRUE },
    { "１23-4５-678９", TRUE },
    { "١٢٣-٤٥-٦٧٨٩", TRUE }, /* Arabic-Indic */
    { "१२३ ४५ ६७८९", TRUE }, /* Devanagari */
    { "①②③-④⑤-⑥⑦⑧⑨", TRUE },
    { "¹²³⁻⁴⁵⁻⁶⁷⁸⁹", TRUE },
    { "𝟏𝟐𝟑-𝟒𝟓-𝟔𝟕𝟖𝟗", TRUE },
    { "123—45—6789", TRUE },
    { "123﹣45﹣6789", TRUE },
    { "123\u202f45\u202f6789", TRUE },
    { "\u3000123\u300045\u30006789\u3000", TRUE },
    { "123\u200b-45-\u200b6789", TRUE },
    { "123\u00ad45\u00ad6789", TRUE },
    { "123·45·6789", TRUE },
    { "６１２-５５５-０１４２", FALSE },
    { "６６６１２３４５６", FALSE },
    { "１２３４５６７８", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (muster_identifier_looks_like_ssn (cases[i].text), ==, cases[i].shaped);
    }
}

/* No error repeats one. */
static void
test_ssn_in_error (void)
{
  static const CheckFunc checks[] = {
    muster_identifier_check_npn,
    muster_identifier_check_assister_id,
    muster_identifier_check_training_id,
    muster_identifier_check_admin_id,
    muster_identifier_check_email,
    muster_identifier_check_phone,
  };
  static const char *const texts[] = { "123-45-6789", " 123 45 6789", "x 123–45–6789", "123-45-6789@", "912-70-6789", "１２３—４５—6789" };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *kept = NULL;

        g_assert_false (checks[i](texts[j], &kept, &error));
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
        g_assert_null (strstr (error->message, "6789"));
      }
}

/* Where no number belongs, nine digits are enough. */
static void
test_ssn_bare (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "Lind, Ann 123-456789", TRUE },
    { "R 219099999", TRUE },
    { "Hennepin; 123456789", TRUE },
    { "Jane 123456789.csv", TRUE },
    { "123 456789", TRUE },
    { "jane_123456789", TRUE },
    { "NPN 123456789", FALSE },
    { "FEIN: 123456789", FALSE },
    { "A123456789", FALSE },
    { "1234567890", FALSE },
    { "55101-1234", FALSE },
    { "612-555-0142", FALSE },
    { "6125550142", FALSE },
    { "roster 2026-11-28 10.30.15.csv", FALSE },
    { "20261128-103015", FALSE },
    { "01/02/2026 03/04/2027", FALSE },
    { "000123456", FALSE },
    { "12345678", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (muster_identifier_may_hold_ssn (cases[i].text, TRUE), ==, cases[i].found);
      g_assert_false (muster_identifier_contains_ssn (cases[i].text));
    }
}

static void
test_ssn_in_text (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { NULL, FALSE },
    { "", FALSE },
    { "123-45-6789", TRUE },
    { "The client (123-45-6789) called.", TRUE },
    { "SSN:123-45-6789.", TRUE },
    { "SSN123-45-6789", TRUE },
    { "Called, 123 45 6789, twice", TRUE },
    { "123–45–6789", TRUE },
    { "A first 612-555-0142, then 123-45-6789", TRUE },
    { "é 123-45-6789 é", TRUE },
    { "The client’s 912-70-1234, as she says", TRUE },
    { "ITIN: 999 75 1234.", TRUE },
    { "Room 912-20-1234", FALSE },
    { "Call 612-555-0142 or 1-612-555-0143", FALSE },
    { "On 2026-03-10 at 10.30", FALSE },
    { "NPN 123456789", FALSE },
    { "SSN 123456789", TRUE },
    { "SSN123456789", TRUE },
    { "ssn: 123-456789", TRUE },
    { "123456789 (SSN)", TRUE },
    { "Social Security number 12345-6789", TRUE },
    { "ssn-123_45_6789.csv", TRUE },
    { "(123) 45-6789", TRUE },
    { "123 - 45 - 6789", TRUE },
    { "123__45__6789", TRUE },
    { "123          45-6789", FALSE },
    { "(612) 555-0142", FALSE },
    { "St. Paul 55101-1234", FALSE },
    { "9123-45-6789", FALSE },
    { "123-45-67890", FALSE },
    { "CA-2026-0007", FALSE },
    { "2026-10-12", FALSE },
    { "The client (１２３－４５－６７８９) called.", TRUE },
    { "Número: ١٢٣-٤٥-٦٧٨٩ y más", TRUE },
    { "٩١٢٣-٤٥-٦٧٨٩", FALSE },
    { "Zoë Núñez—6 de marzo—2026", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (muster_identifier_contains_ssn (cases[i].text), ==, cases[i].found);
      if (cases[i].text != NULL)
        g_assert_cmpint (muster_identifier_may_hold_ssn (cases[i].text, TRUE), ==, cases[i].found);
    }
  g_assert_true (muster_identifier_contains_ssn ("\xff 123—45—6789"));
  g_assert_true (muster_identifier_may_hold_ssn ("219099999", TRUE));
  g_assert_false (muster_identifier_may_hold_ssn ("219099999", FALSE));
  g_assert_false (muster_identifier_may_hold_ssn ("000099999", TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/identifier/npn", test_npn);
  g_test_add_func ("/domain/identifier/assister-id", test_assister_id);
  g_test_add_func ("/domain/identifier/training-id", test_training_id);
  g_test_add_func ("/domain/identifier/admin-id", test_admin_id);
  g_test_add_func ("/domain/identifier/email", test_email);
  g_test_add_func ("/domain/identifier/email/length", test_email_length);
  g_test_add_func ("/domain/identifier/email/key", test_email_key);
  g_test_add_func ("/domain/identifier/phone", test_phone);
  g_test_add_func ("/domain/identifier/ssn/shape", test_ssn_shape);
  g_test_add_func ("/domain/identifier/ssn/in-text", test_ssn_in_text);
  g_test_add_func ("/domain/identifier/ssn/bare", test_ssn_bare);
  g_test_add_func ("/domain/identifier/ssn/in-error", test_ssn_in_error);
  return g_test_run ();
}
