/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-rule-pack-file.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-limited-file.h"
#include "domain/muster-error.h"

MusterRulePack *
muster_rule_pack_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) content = muster_limited_file_read (file, MUSTER_RULE_PACK_MAX_SIZE, cancellable, error);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) problem = NULL;
  MusterRulePack *pack;
  const char *text;
  gsize size;

  if (content == NULL)
    return NULL;
  text = g_bytes_get_data (content, &size);
  if (size == 0 || !g_utf8_validate (text, size, NULL))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is not text in UTF-8, and a rule pack is."), name);
      return NULL;
    }
  pack = muster_rule_pack_parse (text, size, g_get_language_names (), &problem);
  if (pack == NULL)
    /* Translators: name of a file; what is wrong with it; nothing, or the full stop that is missing */
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is no rule pack that can be adopted. %s%s"), name, problem->message, g_str_has_suffix (problem->message, ".") ? "" : ".");
  return pack;
}
