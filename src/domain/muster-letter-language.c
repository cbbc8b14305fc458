/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-letter-language.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"

static const char *const codes[MUSTER_N_LETTER_LANGUAGES + 1] = { "en", "es" };

static const struct
{
  const char *label;
  const char *const *spellings; /* folded */
} languages[MUSTER_N_LETTER_LANGUAGES] = {
  { N_("English"), (const char *const[]) { "en", "eng", "english", "ingles", NULL } },
  { N_("Spanish"), (const char *const[]) { "es", "spa", "esp", "spanish", "espanol", NULL } },
};

const char *const *
muster_letter_language_list (void)
{
  return codes;
}

const char *
muster_letter_language_get (const char *code)
{
  return code != NULL ? code : codes[0];
}

const char *
muster_letter_language_get_label (const char *code)
{
  for (guint i = 0; i < MUSTER_N_LETTER_LANGUAGES; i++)
    if (g_str_equal (codes[i], code))
      return _(languages[i].label);
  return code;
}

gboolean
muster_letter_language_check (const char *text, char **kept, GError **error)
{
  g_autofree char *folded = muster_text_fold (text);

  for (guint i = 0; i < MUSTER_N_LETTER_LANGUAGES; i++)
    {
      g_autofree char *label = muster_text_fold (_(languages[i].label));

      if (!g_strv_contains (languages[i].spellings, folded) && !g_str_equal (label, folded))
        continue;
      *kept = g_strdup (codes[i]);
      return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Muster writes letters in English and Spanish, not in “%s”."), text);
  return FALSE;
}
