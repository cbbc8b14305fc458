/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-pack-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-evidence.h"
#include "domain/muster-key-file.h"

#define PREFIX "requirement "
#define MAX_MONTHS 120

static gboolean
read_roles (MusterRequirement *requirement, GKeyFile *file, const char *group, GError **error)
{
  g_auto (GStrv) words = muster_key_file_get_words (file, group, "Roles", error);
  g_autoptr (GError) problem = NULL;

  if (words == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      MusterAssisterType type;

      if (!muster_assister_type_from_text (words[i], &type, &problem))
        return muster_key_file_refuse (error, group, "Roles", problem->message);
      requirement->types |= type;
    }
  return requirement->types != 0 || muster_key_file_refuse (error, group, "Roles", _("is missing or empty"));
}

static gboolean
read_kind (MusterRequirement *requirement, GKeyFile *file, const char *group, GError **error)
{
  g_autofree char *kind = muster_key_file_get_text (file, group, "Kind", error);
  g_autofree char *renewal = kind != NULL ? muster_key_file_get_text (file, group, "Renewal", error) : NULL;
  g_autoptr (GError) problem = NULL;

  if (renewal == NULL)
    return FALSE;
  if (!muster_requirement_kind_from_code (kind, &requirement->kind, &problem))
    return muster_key_file_refuse (error, group, "Kind", problem->message);
  return muster_renewal_from_code (renewal, &requirement->renewal, &problem) || muster_key_file_refuse (error, group, "Renewal", problem->message);
}

/* Months only where something is renewed after months, a pass mark only where there is a score. */
static gboolean
read_numbers (MusterRequirement *requirement, GKeyFile *file, const char *group, GError **error)
{
  gboolean has_months = g_key_file_has_key (file, group, "Months", NULL);
  gboolean has_mark = g_key_file_has_key (file, group, "PassMark", NULL);

  if (has_months != (requirement->renewal == MUSTER_RENEWAL_MONTHS))
    return muster_key_file_refuse (error, group, "Months", _("belongs to Renewal=months, and only there"));
  if (has_months && !muster_key_file_get_number (file, group, "Months", 1, MAX_MONTHS, &requirement->months, error))
    return FALSE;
  if (has_mark && requirement->kind != MUSTER_REQUIREMENT_COURSE)
    return muster_key_file_refuse (error, group, "PassMark", _("is only for a course"));
  return !has_mark || muster_key_file_get_number (file, group, "PassMark", 1, 100, &requirement->pass_mark, error);
}

/* What the register has a use of its own for. */
static gboolean
check_code (const char *code, const char *group, GError **error)
{
  return strcmp (code, MUSTER_EVIDENCE_WITHDRAWN) != 0 || muster_key_file_refuse (error, group, "Title", _("no requirement can be called “withdrawn”"));
}

static MusterRequirement *
read_requirement (GKeyFile *file, const char *group, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Title", "Kind", "Roles", "Renewal", "Months", "PassMark", "After", "Blocks", "Implied", "NeedsExpiry",
                                      "Citation", "Verified", "VerifiedBy", "VerifiedOn", NULL };
  MusterRequirement *requirement = g_new0 (MusterRequirement, 1);

  requirement->code = g_strdup (group + strlen (PREFIX));
  requirement->title = muster_key_file_get_translated (file, group, "Title", languages, error);
  if (requirement->title != NULL &&
      check_code (requirement->code, group, error) &&
      muster_key_file_check_keys (file, group, keys, error) &&
      read_kind (requirement, file, group, error) &&
      read_roles (requirement, file, group, error) &&
      read_numbers (requirement, file, group, error) &&
      muster_key_file_get_flag (file, group, "Blocks", &requirement->blocks, error) &&
      muster_key_file_get_flag (file, group, "Implied", &requirement->implied, error) &&
      muster_key_file_get_flag (file, group, "NeedsExpiry", &requirement->needs_expiry, error) &&
      muster_rule_source_read (&requirement->source, file, group, languages, error))
    return requirement;
  muster_requirement_free (requirement);
  return NULL;
}

static gboolean
read_prerequisites (MusterRulePack *pack, MusterRequirement *requirement, GKeyFile *file, GError **error)
{
  g_autofree char *group = g_strconcat (PREFIX, requirement->code, NULL);
  g_auto (GStrv) words = muster_key_file_get_words (file, group, "After", error);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      int place = muster_rule_pack_find_requirement (pack, words[i], &problem);

      if (place < 0)
        return muster_key_file_refuse (error, group, "After", problem->message);
      requirement->after |= 1u << place;
    }
  return words != NULL;
}

/* What comes before requirement @place, and before that, without end. */
static guint32
collect_before (MusterRulePack *pack, guint place)
{
  guint32 before = ((MusterRequirement *) pack->requirements->pdata[place])->after, last = 0;

  while (before != last)
    {
      last = before;
      for (guint i = 0; i < pack->requirements->len; i++)
        if ((last & (1u << i)) != 0)
          before |= ((MusterRequirement *) pack->requirements->pdata[i])->after;
    }
  return before;
}

static gboolean
check_no_circle (MusterRulePack *pack, GError **error)
{
  for (guint i = 0; i < pack->requirements->len; i++)
    {
      MusterRequirement *requirement = pack->requirements->pdata[i];
      g_autofree char *group = g_strconcat (PREFIX, requirement->code, NULL);

      if ((collect_before (pack, i) & (1u << i)) != 0)
        return muster_key_file_refuse (error, group, "After", _("goes round in a circle: the requirement would have to be met before itself"));
    }
  return TRUE;
}

gboolean
muster_rule_pack_read_requirements (MusterRulePack *pack, GKeyFile *file, const char *const *languages, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      MusterRequirement *requirement;

      if (!g_str_has_prefix (groups[i], PREFIX))
        continue;
      if (pack->requirements->len == MUSTER_MAX_REQUIREMENTS)
        return muster_key_file_refuse (error, groups[i], "*", _("is one requirement too many: a pack has up to 24"));
      requirement = read_requirement (file, groups[i], languages, error);
      if (requirement == NULL)
        return FALSE;
      g_ptr_array_add (pack->requirements, requirement);
    }
  for (guint i = 0; i < pack->requirements->len; i++)
    if (!read_prerequisites (pack, pack->requirements->pdata[i], file, error))
      return FALSE;
  return check_no_circle (pack, error);
}

guint32
muster_rule_pack_list_of_kind (MusterRulePack *pack, MusterRequirementKind kind, const char **code)
{
  const char *first = NULL;
  guint32 mask = 0;

  for (guint i = 0; i < pack->requirements->len; i++)
    {
      const MusterRequirement *requirement = pack->requirements->pdata[i];

      if (requirement->kind != kind)
        continue;
      mask |= 1u << i;
      first = first != NULL ? first : requirement->code;
    }
  if (code != NULL)
    *code = first;
  return mask;
}
