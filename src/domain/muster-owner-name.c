/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-owner-name.h"

#include "domain/muster-text.h"

static char *
dup_folded (const char *text)
{
  GString *folded = g_string_new (NULL);

  muster_text_append_folded (folded, text);
  return g_string_free_and_steal (folded);
}

/* Takes @form. */
static gboolean
is_form (const char *written, char *form)
{
  g_autofree char *owned = form, *folded = dup_folded (owned), *tidy = muster_text_dup_tidy (folded);

  return tidy != NULL && g_str_equal (written, tidy);
}

gboolean
muster_owner_is (const char *written, const MusterAssister *person)
{
  g_autofree char *folded = dup_folded (written != NULL ? written : ""), *tidy = muster_text_dup_tidy (folded);
  const char *given = person->given_name, *middle = person->middle_name, *family = person->family_name;

  if (tidy == NULL)
    return FALSE;
  if (is_form (tidy, muster_assister_dup_code (person->id)) || (person->email != NULL && is_form (tidy, g_strdup (person->email))))
    return TRUE;
  if (muster_text_is_blank (given) || muster_text_is_blank (family))
    return FALSE;
  return is_form (tidy, g_strdup_printf ("%s %s", given, family)) || is_form (tidy, g_strdup_printf ("%s, %s", family, given)) || is_form (tidy, g_strdup_printf ("%s %s", family, given)) ||
         (middle != NULL && (is_form (tidy, g_strdup_printf ("%s %s %s", given, middle, family)) || is_form (tidy, g_strdup_printf ("%s, %s %s", family, given, middle))));
}
