/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-source.h"

#include "domain/muster-key-file.h"

/* What a group does not say, the pack says for all. */
static const char *
find_group (GKeyFile *file, const char *group, const char *key)
{
  return g_key_file_has_key (file, group, key, NULL) ? group : "pack";
}

gboolean
muster_rule_source_read (MusterRuleSource *source, GKeyFile *file, const char *group, const char *const *languages, GError **error)
{
  source->citation = muster_key_file_get_translated (file, group, "Citation", languages, error);
  if (source->citation == NULL || !muster_key_file_get_flag (file, group, "Verified", &source->verified, error))
    return FALSE;
  if (!source->verified)
    return TRUE;
  source->verified_by = muster_key_file_get_translated (file, find_group (file, group, "VerifiedBy"), "VerifiedBy", languages, error);
  return source->verified_by != NULL && muster_key_file_get_day (file, find_group (file, group, "VerifiedOn"), "VerifiedOn", &source->verified_on, error);
}

void
muster_rule_source_clear (MusterRuleSource *source)
{
  g_clear_pointer (&source->citation, g_free);
  g_clear_pointer (&source->verified_by, g_free);
  g_date_clear (&source->verified_on, 1);
}
