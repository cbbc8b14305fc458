/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-rule-pack-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "documents/muster-limited-file.h"
#include "domain/muster-error.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static gboolean
begins_with (const char *text, gsize size, const char *mark)
{
  return size >= strlen (mark) && memcmp (text, mark, strlen (mark)) == 0;
}

/* What an editor puts at the beginning of text in UTF-8 says nothing. */
static void
skip_mark (const char **text, gsize *size)
{
  if (!begins_with (*text, *size, BYTE_ORDER_MARK))
    return;
  *text += strlen (BYTE_ORDER_MARK);
  *size -= strlen (BYTE_ORDER_MARK);
}

static gboolean
is_blank (const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
check_encoding (const char *name, const char *text, gsize size, GError **error)
{
  const char *end;
  guint line = 1;

  if (begins_with (text, size, "\xFF\xFE") || begins_with (text, size, "\xFE\xFF"))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is text in UTF-16, and a rule pack is text in UTF-8. Save it anew in UTF-8."), name);
      return FALSE;
    }
  if (g_utf8_validate (text, size, &end))
    return TRUE;
  for (const char *at = text; at < end; at++)
    line += *at == '\n';
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is not text in UTF-8, and a rule pack is: line %u has something else in it. Save it anew in UTF-8."), name, line);
  return FALSE;
}

static gboolean
check_text (const char *name, const char *text, gsize size, GError **error)
{
  if (!is_blank (text, size))
    return check_encoding (name, text, size, error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is empty. Begin with a rule pack that there is: “musterctl rules show NAME --source” gives its text."), name);
  return FALSE;
}

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
  skip_mark (&text, &size);
  if (!check_text (name, text, size, error))
    return NULL;
  pack = muster_rule_pack_parse (text, size, g_get_language_names (), &problem);
  if (pack == NULL)
    /* Translators: name of a file; what is wrong with it; nothing, or the full stop that is missing */
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is no rule pack that can be adopted. %s%s"), name, problem->message, g_str_has_suffix (problem->message, ".") ? "" : ".");
  return pack;
}
