/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-bundle.h"
#include "domain/muster-error.h"

static const char *const names[] = { "Marlowe", " ", "Xeng  Yang", "Muñoz", NULL };

static void
add_other (MusterRedactor *redactor, const char *given, const char *family)
{
  g_autoptr (MusterAssister) other = muster_assister_new ();

  other->given_name = g_strdup (given);
  other->family_name = g_strdup (family);
  muster_redactor_add_other (redactor, other);
}

static MusterRedactor *
make (gboolean redacts)
{
  g_autoptr (GError) error = NULL;
  MusterRedactor *redactor = muster_redactor_new (redacts, names, &error);

  g_assert_no_error (error);
  muster_redactor_protect (redactor, "Mai Vang-Lor");
  muster_redactor_add_complainant (redactor, "Dolores Vang of Duluth");
  muster_redactor_add_complainant (redactor, NULL);
  muster_redactor_add_complainant (redactor, "  ");
  add_other (redactor, "Zoé", "Thirdparty");
  add_other (redactor, "Pa", "Her");
  add_other (redactor, "Tou", "Vang");
  add_other (redactor, "Mai", "Vang-Lor");
  add_other (redactor, NULL, NULL);
  return redactor;
}

#define W "[withheld]"

/* What people write; what is left of it. A name is withheld as a word of its own, in any case, with any space. */
static const struct
{
  const char *text;
  const char *left;
} texts[] = {
  { "The Marlowes learned of it", "The " W " learned of it" },
  { "Told Marlowe’s sister", "Told " W "’s sister" },
  { "MARLOWE and marlowe", W " and " W },
  { "Xeng\nYang and XENG YANG", W " and " W },
  { "Yang alone stays", "Yang alone stays" },
  { "Yang, Xeng; YANG,XENG; Yang Xeng", W "; " W "; " W },
  { "X\u00e8ng \n\t Y\u00e1ng, and Munoz, MU\u00d1OZ, mun\u0303oz", W ", and " W ", " W ", " W },
  { "Xeng\u00a0Yang and Xengyang", W " and Xengyang" },
  { "to Zo\u00e9 Thirdparty; THIRDPARTY; ZOE and thirdparty", "to " W "; " W "; ZOE and " W },
  { "zoe  thirdparty; Zoe the lion; third party", W "; Zoe the lion; third party" },
  { "Her Pa, Pa Her and Her took her hat", W ", " W " and " W " took her hat" }, /* a name that is a word */
  { "Tou Vang and Vang, Tou and Mai Vang-Lor and Vang", W " and " W " and Mai Vang-Lor and Vang" }, /* her own name, too */
  { "Se\xc3\xb1or Mun\xcc\x83oz", "Señor " W }, /* composed or not */
  { "Dolores Vang of Duluth called", W " called" },
  { "Dolores called; she lives in Duluth", W " called; she lives in " W },
  { "Mai Vang was told", "Mai Vang was told" },  /* her own name, too */
  { "made of wood", "made of wood" },
  { "(Marlowe)", "(" W ")" },
  { "Marlowe2", "Marlowe2" },
  { "x.marlowe+a@example.org wrote", W " wrote" },
  { "Call (612) 555-0145 or 612-555-0145", "Call " W " or " W },
  { "born 3/4/2001, DOB: 04-05-99", "born " W ", DOB: " W },
  { "since 1987-03-02", "since " W },
  { "on 2026-03-10, at 3/10/2026", "on 2026-03-10, at 3/10/2026" },
  { "Policy MN-12345678 and 123456789", "Policy " W " and " W },
  { "CA-2026-0007, 12 people, 45 CFR 155.220(h)", "CA-2026-0007, 12 people, 45 CFR 155.220(h)" },
};

static void
test_texts (void)
{
  g_autoptr (MusterRedactor) redactor = make (TRUE), whole = make (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *left = muster_redactor_dup_text (redactor, "here", texts[i].text), *same = muster_redactor_dup_text (whole, "here", texts[i].text);

      g_assert_cmpstr (left, ==, texts[i].left);
      g_assert_cmpstr (same, ==, texts[i].text);
    }
  g_assert_null (muster_redactor_dup_text (redactor, "here", NULL));
  g_assert_cmpuint (muster_redactor_get_log (whole)->len, ==, 0);
}

/* A line for each kind and place, counted; never what was left out. */
static void
test_log (void)
{
  g_autoptr (MusterRedactor) redactor = make (TRUE);
  g_autofree char *first = muster_redactor_dup_text (redactor, "CA-1 · Finding", "Marlowe, Marlowe and Dolores, at 612-555-0145, of Zoe Thirdparty, the Thirdpartys and thirdparty, zoe");
  g_autofree char *second = muster_redactor_dup_field (redactor, MUSTER_REDACTION_COMPLAINANT, "IN-1 · Who complained", "Dolores Vang");
  g_autofree char *nothing = muster_redactor_dup_field (redactor, MUSTER_REDACTION_COMPLAINANT, "IN-2 · Who complained", NULL);
  GPtrArray *log = muster_redactor_get_log (redactor);
  static const struct
  {
    MusterRedactionKind kind;
    guint n;
  } lines[] = { { MUSTER_REDACTION_PATTERN, 1 }, { MUSTER_REDACTION_OTHER_PERSON, 3 }, { MUSTER_REDACTION_WORD, 2 }, { MUSTER_REDACTION_COMPLAINANT, 1 }, { MUSTER_REDACTION_COMPLAINANT, 1 } };

  g_assert_cmpstr (second, ==, W);
  g_assert_null (nothing);
  g_assert_cmpuint (log->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < log->len; i++)
    {
      const MusterRedaction *line = log->pdata[i];

      g_assert_cmpint (line->kind, ==, lines[i].kind);
      g_assert_cmpuint (line->n, ==, lines[i].n);
      g_assert_null (strstr (line->where, "Marlowe"));
      g_assert_null (strstr (line->where, "Dolores"));
      g_assert_null (strstr (line->where, "Thirdparty"));
    }
}

/* A name that stands nowhere is told: it may be written otherwise, and would else be missed in silence. */
static void
test_unfound (void)
{
  g_autoptr (MusterRedactor) redactor = make (TRUE);
  g_autofree char *left = muster_redactor_dup_text (redactor, "here", "The Marlowes and xeng yang");
  g_autoptr (GPtrArray) unfound = muster_redactor_list_unfound (redactor), all = NULL;
  g_autofree char *field = NULL;

  g_assert_cmpuint (unfound->len, ==, 1);
  g_assert_cmpstr (unfound->pdata[0], ==, "Muñoz");
  /* Left out with all around it is found, too. */
  field = muster_redactor_dup_field (redactor, MUSTER_REDACTION_NARRATIVE, "here", "The family MUÑOZ");
  all = muster_redactor_list_unfound (redactor);
  g_assert_cmpuint (all->len, ==, 0);
}

/* Whatever a bundle says, wherever it came from: a whole name to be withheld is in none of it; parts of one that others have, too, stay. */
static void
test_bundle (void)
{
  g_autoptr (MusterRedactor) redactor = make (TRUE);
  g_autoptr (MusterBundle) bundle = muster_bundle_new ();
  MusterBundlePart *part = muster_bundle_add_part (bundle, "A part");
  static const guint shares[] = { 1, 2 };
  const MusterBundleBlock *facts, *table;

  bundle->number = g_strdup ("RV-2026-0001");
  bundle->title = g_strdup ("Hearing Bundle");
  bundle->agency = g_strdup ("Marlowe and Partners");
  muster_bundle_part_add_fact (part, "Drawn by", "Dolores Vang of Duluth");
  muster_bundle_part_add_fact (part, "Nothing", NULL);
  muster_bundle_part_add_fact (part, "Town", "Duluth");
  muster_bundle_part_begin_table (part, (const char *[]) { "A", "B", NULL }, shares);
  muster_bundle_part_add_row (part, (const char *[]) { NULL, "told by marlowe" });
  muster_bundle_redact (bundle, redactor);
  g_assert_cmpstr (bundle->agency, ==, W " and Partners");
  g_assert_cmpuint (part->blocks->len, ==, 2);
  facts = part->blocks->pdata[0];
  table = part->blocks->pdata[1];
  g_assert_cmpuint (facts->rows->len, ==, 2);
  g_assert_cmpstr (((char **) facts->rows->pdata[0])[1], ==, W);
  g_assert_cmpstr (((char **) facts->rows->pdata[1])[1], ==, "Duluth");
  g_assert_cmpstr (((char **) table->rows->pdata[1])[0], ==, "");
  g_assert_cmpstr (((char **) table->rows->pdata[1])[1], ==, "told by " W);
}

static void
test_bad_names (void)
{
  g_autofree char *endless = g_strnfill (MUSTER_REDACTOR_MOST_LENGTH + 1, 'x');
  g_autoptr (GPtrArray) many = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  const char *const bad[] = { "X", endless };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *const words[] = { "Marlowe", bad[i], NULL };

      g_assert_null (muster_redactor_new (TRUE, words, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
    }
  for (guint i = 0; i <= MUSTER_REDACTOR_MOST_WORDS; i++)
    g_ptr_array_add (many, (gpointer) "Marlowe");
  g_assert_null (muster_redactor_new (TRUE, (const char *const *) many->pdata, NULL));
}

/* However it is written it is found, and then not told as missing; also of who is withheld anyway. */
static void
test_found (void)
{
  static const char *const words[] = { "Mai Clientson", "Clientson, Jo", "Zo\u00e9 Thirdparty", "Nobody There", NULL };
  g_autoptr (MusterRedactor) redactor = muster_redactor_new (TRUE, words, NULL);
  g_autofree char *left = NULL;
  g_autoptr (GPtrArray) unfound = NULL;

  add_other (redactor, "Zoe", "Thirdparty");
  left = muster_redactor_dup_text (redactor, "here", "Ma\u00ed  Clientson, \"Clientson, Mai\" and Jo\nClientson; Thirdparty, Zoe");
  unfound = muster_redactor_list_unfound (redactor);
  g_assert_cmpstr (left, ==, W ", \"" W "\" and " W "; " W);
  g_assert_cmpuint (unfound->len, ==, 1);
  g_assert_cmpstr (unfound->pdata[0], ==, "Nobody There");
}

/* As many names as there may be, each as long as it may be. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autoptr (MusterRedactor) redactor = NULL;
  g_autofree char *left = NULL;

  for (guint i = 0; i < MUSTER_REDACTOR_MOST_WORDS; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (guint j = 0; word->len + 8 < MUSTER_REDACTOR_MOST_LENGTH; j++)
        g_string_append_printf (word, "%su%ux%u", j > 0 ? " " : "", i, j);
      g_ptr_array_add (words, g_strdup (word->str));
    }
  redactor = muster_redactor_new (TRUE, (const char *const *) words->pdata, NULL);
  left = muster_redactor_dup_text (redactor, "here", words->pdata[MUSTER_REDACTOR_MOST_WORDS - 1]);
  g_assert_cmpstr (left, ==, W);
}

/* What is a pattern elsewhere is a name here. */
static void
test_signs (void)
{
  static const char *const words[] = { "O'Brien (Jr.)", "a.c", "[x]", "\\d+", NULL };
  g_autoptr (MusterRedactor) redactor = muster_redactor_new (TRUE, words, NULL);
  g_autofree char *left = muster_redactor_dup_text (redactor, "here", "O'Brien (Jr.) met abc and a.c at [x] on \\d+ 12");

  g_assert_cmpstr (left, ==, W " met abc and " W " at " W " on " W " 12");
}

static void
test_kinds (void)
{
  for (guint i = 0; i < MUSTER_N_REDACTION_KINDS; i++)
    {
      g_assert_cmpstr (muster_redaction_kind_to_code (i), !=, "");
      g_assert_cmpstr (muster_redaction_kind_get_label (i), !=, "");
      g_assert_cmpstr (muster_redaction_kind_get_rule (i), !=, "");
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (muster_redaction_kind_to_code (i), !=, muster_redaction_kind_to_code (j));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/redaction/texts", test_texts);
  g_test_add_func ("/domain/redaction/log", test_log);
  g_test_add_func ("/domain/redaction/unfound", test_unfound);
  g_test_add_func ("/domain/redaction/bundle", test_bundle);
  g_test_add_func ("/domain/redaction/bad-names", test_bad_names);
  g_test_add_func ("/domain/redaction/found", test_found);
  g_test_add_func ("/domain/redaction/many", test_many);
  g_test_add_func ("/domain/redaction/signs", test_signs);
  g_test_add_func ("/domain/redaction/kinds", test_kinds);
  return g_test_run ();
}
