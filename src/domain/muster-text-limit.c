/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-text-limit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"

#define SHOWN 40 /* characters of a text that is too long */

/* What tells a story; all else gives a reason, or a name. */
static const struct
{
  MusterTable table;
  const char *column;
} stories[] = {
  { MUSTER_TABLE_INCIDENT, "narrative" },
  { MUSTER_TABLE_INCIDENT, "containment" },
  { MUSTER_TABLE_INCIDENT, "closing_note" },
  { MUSTER_TABLE_INCIDENT_CLAUSE, "note" },
  { MUSTER_TABLE_ACTION, "finding" },
  { MUSTER_TABLE_ACTION, "cause" },
  { MUSTER_TABLE_ACTION, "closing_note" },
  { MUSTER_TABLE_FOLLOW_UP, "text" },
  { MUSTER_TABLE_DECISION, "reason" },
  { MUSTER_TABLE_DECISION, "decision_reason" },
  { MUSTER_TABLE_REVIEW, "note" },
  { MUSTER_TABLE_REVIEW, "reason" },
  { MUSTER_TABLE_REVIEW, "conditions" },
};

guint
muster_text_limit_get (MusterTable table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    if (stories[i].table == table && strcmp (stories[i].column, column) == 0)
      return MUSTER_TEXT_LONGEST_STORY;
  return MUSTER_TEXT_LONGEST_REASON;
}

gboolean
muster_text_limit_check (const char *text, gsize n_bytes, guint limit, GError **error)
{
  g_autofree char *begin = NULL;
  glong length;

  if (text == NULL || n_bytes <= limit)
    return TRUE;
  length = g_utf8_strlen (text, n_bytes);
  if (length <= (glong) limit)
    return TRUE;
  begin = g_utf8_substring (text, 0, SHOWN);
  /* Translators: how the text begins, how many characters it has, how many it may have */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s…” is too long: it has %ld characters, and at most %u are kept. Shorten it, or keep the whole as a document. Nothing was changed."), begin, length, limit);
  return FALSE;
}

gboolean
muster_text_limit_check_reason (const char *operation, const char *reason, GError **error)
{
  const MusterOperationRule *rule = muster_operation_rule_find (operation);
  gboolean of_case = rule != NULL && (rule->tables & (MUSTER_TABLE_INCIDENT | MUSTER_TABLE_ACTION | MUSTER_TABLE_DECISION | MUSTER_TABLE_REVIEW | MUSTER_TABLE_FOLLOW_UP)) != 0;

  return muster_text_limit_check (reason, reason != NULL ? strlen (reason) : 0, of_case ? MUSTER_TEXT_LONGEST_STORY : MUSTER_TEXT_LONGEST_REASON, error);
}
