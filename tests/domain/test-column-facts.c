/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-column-facts.h"

typedef struct
{
  const char *cells; /* with | between two */
  MusterImportField guess;
} Case;

static const Case cases[] = {
  { "12345678|1234567|654321|12345679", MUSTER_FIELD_NPN },
  { "=\"12345678\"|1234567|-|654321|12345679|", MUSTER_FIELD_NPN },
  { "55401|55402|55403|55404", MUSTER_FIELD_IGNORE },                               /* ZIP codes */
  { "55401-1234|554021234|5540O|55404", MUSTER_FIELD_IGNORE },                      /* the same, with all that can happen to them */
  { "01234567|01234568|01234569|00040217", MUSTER_FIELD_IGNORE },                   /* licences */
  { "20261015|20261115|20260101|20270228", MUSTER_FIELD_IGNORE },                   /* days */
  { "46310|46311|46312|46400", MUSTER_FIELD_IGNORE },                               /* days, or ZIP codes: nobody knows */
  { "1001|1002|1003|1004", MUSTER_FIELD_IGNORE },                                   /* numbers of something */
  { "ana@example.org|pao@example.org||kia@example.org", MUSTER_FIELD_EMAIL },
  { "ana@example.org|none|n/a|kia@example.org|mai@example.org", MUSTER_FIELD_EMAIL },
  { "612-555-0142|877 .904.1713|(651) 555-0143 x7|6125550144", MUSTER_FIELD_PHONE },
  { "612-555-0142; 651-555-0143|612-555-0144|612-555-0145", MUSTER_FIELD_PHONE },
  { "AB12CD34E|AB12CD34F|AB12CD34G", MUSTER_FIELD_ASSISTER_ID },
  { "Broker|Navigator|CAC|Broker", MUSTER_FIELD_TYPE },
  { "Active|Inactive|ACTIVE|Pending", MUSTER_FIELD_STATUS },
  { "English|Spanish; English|Hmong, English|Somali", MUSTER_FIELD_LANGUAGES },
  { "MN|MN|WI|MN", MUSTER_FIELD_IGNORE },
  { "Minnesota|Minnesota|Wisconsin", MUSTER_FIELD_IGNORE },
  { "LINDQVIST, ANA M.|XIONG, MAI|BERG, TOM JR", MUSTER_FIELD_NAME },
  { "Ana Lindqvist|Mai Xiong|Mary O’Brien|José Núñez", MUSTER_FIELD_NAME },
  { "Berg Insurance Agency|Sunrise Brokers LLC|Lindqvist & Associates", MUSTER_FIELD_AGENCY },
  { "Sunrise|Sunset|Lakeside", MUSTER_FIELD_IGNORE },
  { "123-45-6789|234-56-7890|345-67-8901", MUSTER_FIELD_SSN },
  { "123-45-6789|234-56-7890|-|none|345 67 8901", MUSTER_FIELD_SSN },
  { "123456789|234567890|345678901", MUSTER_FIELD_SSN },
  { "123456789|234567890|ab|cd|ef", MUSTER_FIELD_IGNORE }, /* some */
  { "000123456|000123457|000123458", MUSTER_FIELD_IGNORE }, /* what nobody was given */
  { "12345678|12345679", MUSTER_FIELD_IGNORE },             /* too few to tell */
  { "12345678|ana@example.org|Broker|MN", MUSTER_FIELD_IGNORE },
  { "", MUSTER_FIELD_IGNORE },
  { "-|N/A|none|", MUSTER_FIELD_IGNORE },
};

static void
add_all (MusterColumnFacts *facts, const char *cells)
{
  g_auto (GStrv) list = g_strsplit (cells, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    muster_column_facts_add (facts, list[i]);
}

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterColumnFacts facts = { 0 };

      g_test_message ("%s", cases[i].cells);
      add_all (&facts, cases[i].cells);
      g_assert_cmpstr (muster_import_field_to_code (muster_column_facts_guess (&facts)), ==, muster_import_field_to_code (cases[i].guess));
      muster_column_facts_clear (&facts);
    }
}

static void
test_hold_ssn (void)
{
  static const struct
  {
    const char *cells;
    MusterImportField field;
    MusterHeaderKind header;
    gboolean hold;
  } columns[] = {
    { "123-45-6789|234-56-7890|345-67-8901", MUSTER_FIELD_IGNORE, MUSTER_HEADER_UNKNOWN, TRUE },
    { "123-45-6789|234-56-7890|345-67-8901", MUSTER_FIELD_NPN, MUSTER_HEADER_KNOWN, TRUE },
    { "123-45-6789|234-56-7890|345-67-8901|x|y", MUSTER_FIELD_IGNORE, MUSTER_HEADER_KNOWN, TRUE },
    { "123-45-6789|234-56-7890|a|b|c", MUSTER_FIELD_IGNORE, MUSTER_HEADER_UNKNOWN, FALSE },
    { "123456789|234567890|345678901", MUSTER_FIELD_IGNORE, MUSTER_HEADER_UNKNOWN, TRUE },
    { "123456789|234567890|345678901", MUSTER_FIELD_PHONE, MUSTER_HEADER_UNKNOWN, TRUE },
    { "123456789|234567890|345678901", MUSTER_FIELD_IGNORE, MUSTER_HEADER_OF_NINE_DIGITS, FALSE }, /* ZIP codes without their hyphen */
    { "123456789|234567890|345678901", MUSTER_FIELD_IGNORE, MUSTER_HEADER_KNOWN, TRUE }, /* ID */
    { "123456789|234567890|345678901", MUSTER_FIELD_ASSISTER_ID, MUSTER_HEADER_KNOWN, TRUE },
    { "123456789|234567890|345678901", MUSTER_FIELD_NPN, MUSTER_HEADER_UNKNOWN, TRUE },
    { "123456789|234567890|345678901|12345678", MUSTER_FIELD_NPN, MUSTER_HEADER_KNOWN, FALSE },
    { "123456789|234567890|945678901|045678901|A45678901", MUSTER_FIELD_ASSISTER_ID, MUSTER_HEADER_KNOWN, FALSE },
    { "123456789|234567890", MUSTER_FIELD_ASSISTER_ID, MUSTER_HEADER_KNOWN, FALSE }, /* two tell nothing */
    { "123456789|234-56-7890|345678901", MUSTER_FIELD_IGNORE, MUSTER_HEADER_UNKNOWN, TRUE },
    /* License numbers of a state that gives them nine digits: close together; or of patterns that are no social security number's. Else nobody knows. */
    { "300123456|300123987|300124511", MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, FALSE },
    { "300123456|300223987|300324511", MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, TRUE },
    { "300123456|300123456|300124511", MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, TRUE }, /* two */
    { "300123456|300123987|300124511|300187654|300199876", MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, FALSE },
    { "300123456|300123987|300124511|300187654|471128765", MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, TRUE }, /* one far away */
    { "300123456|300123987|300124511", MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_UNKNOWN, TRUE },
    { "300123456|300123987|300124511", MUSTER_FIELD_NPN, MUSTER_HEADER_KNOWN, TRUE },
    { "300123456|300123987|300124511", MUSTER_FIELD_IGNORE, MUSTER_HEADER_KNOWN, TRUE },
    { "219099999|457555462|219128765|471128765|502987654|123456780|300004321|450990000|905123456|312456789|412345671|512345671|212345671|112345671|312345671",
      MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, FALSE },
    { "219099999|457555462|219128765|471128765|502987654|123456780|300124321|666998765|971503456|945556789|412345671|512345671|212345671|112345671|312345671",
      MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, TRUE }, /* 666 is a slip of the hand, and what begins with 9 is of taxpayers */
    { "219-09-9999|457-55-5462|219-12-8765", MUSTER_FIELD_LICENCE_NUMBER, MUSTER_HEADER_KNOWN, TRUE },
    /* Tax numbers: of people they are social security numbers; those of businesses have their own hyphen. One is enough. */
    { "219099999", MUSTER_FIELD_IGNORE, MUSTER_HEADER_OF_TAX_NUMBERS, TRUE },
    { "41-1234567|41-7654321|219-09-9999|41-7654322", MUSTER_FIELD_IGNORE, MUSTER_HEADER_OF_TAX_NUMBERS, TRUE },
    { "41-1234567|41-7654321|", MUSTER_FIELD_IGNORE, MUSTER_HEADER_OF_TAX_NUMBERS, FALSE },
    { "2026-10-15|612-555-0142|12345678", MUSTER_FIELD_IGNORE, MUSTER_HEADER_UNKNOWN, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      MusterColumnFacts facts = { 0 };

      g_test_message ("%s", columns[i].cells);
      add_all (&facts, columns[i].cells);
      g_assert_cmpint (muster_column_facts_hold_ssn (&facts, columns[i].field, columns[i].header), ==, columns[i].hold);
      muster_column_facts_clear (&facts);
    }
}

static void
test_counts (void)
{
  MusterColumnFacts facts = { 0 };
  g_autofree char *evidence = NULL;

  add_all (&facts, "10/15/2026|10/31/2026|03/04/2026|15/10/2026|2026-01-01||-|46310|soon");
  g_assert_cmpuint (facts.n_rows, ==, 9);
  g_assert_cmpuint (facts.n_filled, ==, 7);
  g_assert_cmpuint (facts.n_date, ==, 5);
  g_assert_cmpuint (facts.n_serial, ==, 1);
  g_assert_cmpuint (facts.n_only_month_first, ==, 2);
  g_assert_cmpuint (facts.n_only_day_first, ==, 1);
  g_assert_cmpuint (facts.n_ambiguous, ==, 1);
  evidence = muster_column_facts_dup_date_evidence (&facts, "03/04/2026");
  g_assert_cmpstr (evidence, ==, "2 values can only be month-day, 1 value can only be day-month, 1 value could be either, such as “03/04/2026”.");
  muster_column_facts_clear (&facts);
  g_assert_cmpuint (facts.n_rows, ==, 0);
  g_clear_pointer (&evidence, g_free);
  add_all (&facts, "10/15/2026|03/04/2026");
  evidence = muster_column_facts_dup_date_evidence (&facts, NULL);
  g_assert_cmpstr (evidence, ==, "1 value can only be month-day, 1 value could be either.");
  muster_column_facts_clear (&facts);
}

/* Different ones, short ones, and none that must not be shown. */
static void
test_samples (void)
{
  MusterColumnFacts facts = { 0 };
  g_autofree char *length = g_strnfill (500, 'x');

  add_all (&facts, "123-45-6789|123456789|about 123-45-6789|a|a|");
  g_assert_cmpstr (facts.samples[0], ==, "a");
  g_assert_null (facts.samples[1]);
  muster_column_facts_add (&facts, length);
  muster_column_facts_add (&facts, " b ");
  muster_column_facts_add (&facts, "c");
  g_assert_cmpuint (strlen (facts.samples[1]), <, 100);
  g_assert_cmpstr (facts.samples[2], ==, "b");
  muster_column_facts_clear (&facts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/column-facts/counts", test_counts);
  g_test_add_func ("/domain/column-facts/guess", test_guess);
  g_test_add_func ("/domain/column-facts/hold-ssn", test_hold_ssn);
  g_test_add_func ("/domain/column-facts/samples", test_samples);
  return g_test_run ();
}
