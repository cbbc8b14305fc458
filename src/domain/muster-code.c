/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-code.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

gboolean
muster_code_find (const char *const *codes, guint n_codes, const char *text, const char *problem, guint *index, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n_codes; i++)
    {
      if (codes[i] == NULL)
        continue;
      if (text != NULL && g_ascii_strcasecmp (codes[i], text) == 0)
        {
          *index = i;
          return TRUE;
        }
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", codes[i]);
    }

  /* Translators: the first %s is a sentence like “This is not a role”, then what was given, then a list of codes. */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("%s: “%s”. Use one of: %s."), problem, text != NULL ? text : "", list->str);
  return FALSE;
}
