/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-letter-language.h"

static const struct
{
  const char *text;
  const char *code; /* %NULL: refused */
} cases[] = {
  { "en", "en" },
  { "ENG", "en" },
  { "English", "en" },
  { " inglés ", "en" },
  { "es", "es" },
  { "spa", "es" },
  { "SPANISH", "es" },
  { "Español", "es" },
  { "espanol", "es" },
  { "", NULL },
  { "e", NULL },
  { "Hmong", NULL },
  { "English; Spanish", NULL },
  { "es-MX", NULL },
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      gboolean good = muster_letter_language_check (cases[i].text, &kept, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].code != NULL);
      g_assert_cmpstr (kept, ==, cases[i].code);
      g_assert_true (good || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_INVALID));
    }
}

/* Every code is read as itself, and so is its name; nothing recorded is the first. */
static void
test_codes (void)
{
  const char *const *codes = muster_letter_language_list ();

  g_assert_cmpuint (g_strv_length ((char **) codes), ==, MUSTER_N_LETTER_LANGUAGES);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *kept = NULL, *named = NULL;

      g_assert_true (muster_letter_language_check (codes[i], &kept, NULL));
      g_assert_cmpstr (kept, ==, codes[i]);
      g_assert_true (muster_letter_language_check (muster_letter_language_get_label (codes[i]), &named, NULL));
      g_assert_cmpstr (named, ==, codes[i]);
      g_assert_cmpstr (muster_letter_language_get (codes[i]), ==, codes[i]);
    }
  g_assert_cmpstr (muster_letter_language_get (NULL), ==, codes[0]);
  g_assert_cmpstr (muster_letter_language_get_label ("hmn"), ==, "hmn");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/letter-language/check", test_check);
  g_test_add_func ("/domain/letter-language/codes", test_codes);
  return g_test_run ();
}
