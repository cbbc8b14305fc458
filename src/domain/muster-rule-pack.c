/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-pack.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"
#include "domain/muster-key-file.h"

#define N_SEVERITIES 4
#define MAX_DAYS 3660
#define DAYS_PREFIX "days "

struct _MusterRulePack
{
  char *name;
  MusterSeverityRule severities[N_SEVERITIES];
  GHashTable *days; /* key → MusterRuleDays */
};

static const char *const severity_codes[N_SEVERITIES + 1] = { NULL, "S1", "S2", "S3", "S4" };

static const char *const severity_labels[N_SEVERITIES + 1] = {
  NULL,
  N_("Coaching"),
  N_("Written warning"),
  N_("Serious: restriction and plan"),
  N_("Critical: stop work"),
};

static const char *const severity_groups[N_SEVERITIES + 1] = { "severity S1", "severity S2", "severity S3", "severity S4", NULL };

static const char *const kind_codes[] = { "calendar", "business" };

static void
rule_days_free (gpointer data)
{
  MusterRuleDays *days = data;

  g_free (days->citation);
  g_free (days);
}

static gboolean
read_source (GKeyFile *file, const char *group, MusterRuleDays *days, GError **error)
{
  days->citation = muster_key_file_get_text (file, group, "Citation", error);
  return days->citation != NULL && muster_key_file_get_flag (file, group, "Verified", &days->verified, error);
}

static gboolean
read_days (GKeyFile *file, const char *group, const char *days_key, const char *kind_key, MusterRuleDays *days, GError **error)
{
  g_autofree char *kind = NULL;
  guint index;

  if (!muster_key_file_get_number (file, group, days_key, 1, MAX_DAYS, &days->days, error))
    return FALSE;
  kind = muster_key_file_get_text (file, group, kind_key, error);
  if (kind == NULL)
    return FALSE;
  if (!muster_code_find (kind_codes, G_N_ELEMENTS (kind_codes), kind, "", &index, NULL))
    return muster_key_file_refuse (error, group, kind_key, _("is neither calendar nor business"));
  days->kind = index;
  return read_source (file, group, days, error);
}

static gboolean
read_restriction (GKeyFile *file, const char *group, const char *key, MusterRestriction *restriction, GError **error)
{
  g_autofree char *code = muster_key_file_get_text (file, group, key, error);
  g_autoptr (GError) problem = NULL;

  if (code == NULL)
    return FALSE;
  if (muster_restriction_from_code (code, restriction, &problem))
    return TRUE;
  return muster_key_file_refuse (error, group, key, problem->message);
}

static gboolean
read_severity (MusterRulePack *pack, GKeyFile *file, guint index, GError **error)
{
  static const char *const keys[] = { "Due", "DueKind", "Step", "StepKind", "Restriction", "LeastRestriction", "Citation", "Verified", NULL };
  const char *group = severity_groups[index];
  MusterSeverityRule *rule = &pack->severities[index];

  if (!muster_key_file_check_keys (file, group, keys, error) || !read_days (file, group, "Due", "DueKind", &rule->due, error) || !read_days (file, group, "Step", "StepKind", &rule->step, error) || !read_restriction (file, group, "Restriction", &rule->restriction, error) || !read_restriction (file, group, "LeastRestriction", &rule->least_restriction, error))
    return FALSE;
  if (rule->restriction < rule->least_restriction)
    return muster_key_file_refuse (error, group, "Restriction", _("is lighter than LeastRestriction"));
  return TRUE;
}

static gboolean
read_day_rule (MusterRulePack *pack, GKeyFile *file, const char *group, GError **error)
{
  static const char *const keys[] = { "Title", "Days", "Kind", "Citation", "Verified", NULL };
  MusterRuleDays *days = g_new0 (MusterRuleDays, 1);

  g_hash_table_insert (pack->days, g_strdup (group + strlen (DAYS_PREFIX)), days);
  return muster_key_file_check_keys (file, group, keys, error) && read_days (file, group, "Days", "Kind", days, error);
}

static gboolean
read_groups (MusterRulePack *pack, GKeyFile *file, GError **error)
{
  static const char *const keys[] = { "Name", "Title", NULL };
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  pack->name = muster_key_file_get_text (file, "pack", "Name", error);
  if (pack->name == NULL || !muster_key_file_check_keys (file, "pack", keys, error))
    return FALSE;
  for (guint i = 0; i < N_SEVERITIES; i++)
    if (!read_severity (pack, file, i, error))
      return FALSE;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], DAYS_PREFIX))
        {
          if (!read_day_rule (pack, file, groups[i], error))
            return FALSE;
        }
      else if (!g_str_equal (groups[i], "pack") && !g_strv_contains (severity_groups, groups[i]))
        return muster_key_file_refuse (error, groups[i], "*", _("there is no such group in a rule pack"));
    }
  return TRUE;
}

gboolean
muster_severity_from_code (const char *code, MusterSeverity *severity, GError **error)
{
  guint index;

  if (!muster_code_find (severity_codes, N_SEVERITIES + 1, code, _("This is not a severity"), &index, error))
    return FALSE;
  *severity = index;
  return TRUE;
}

const char *
muster_severity_to_code (MusterSeverity severity)
{
  g_return_val_if_fail (severity >= MUSTER_SEVERITY_1 && severity <= MUSTER_SEVERITY_4, "");
  return severity_codes[severity];
}

const char *
muster_severity_get_label (MusterSeverity severity)
{
  g_return_val_if_fail (severity >= MUSTER_SEVERITY_1 && severity <= MUSTER_SEVERITY_4, "");
  return _(severity_labels[severity]);
}

MusterRulePack *
muster_rule_pack_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (MusterRulePack) pack = g_new0 (MusterRulePack, 1);
  g_autoptr (GKeyFile) file = NULL;

  pack->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rule_days_free);
  file = muster_key_file_parse (text, length, error);
  if (file == NULL || !read_groups (pack, file, error))
    return NULL;
  return g_steal_pointer (&pack);
}

void
muster_rule_pack_free (MusterRulePack *pack)
{
  if (pack == NULL)
    return;
  for (guint i = 0; i < N_SEVERITIES; i++)
    {
      g_free (pack->severities[i].due.citation);
      g_free (pack->severities[i].step.citation);
    }
  g_clear_pointer (&pack->days, g_hash_table_unref);
  g_free (pack->name);
  g_free (pack);
}

const char *
muster_rule_pack_get_name (MusterRulePack *pack)
{
  return pack->name;
}

const MusterSeverityRule *
muster_rule_pack_get_severity (MusterRulePack *pack, MusterSeverity severity)
{
  g_return_val_if_fail (severity >= MUSTER_SEVERITY_1 && severity <= MUSTER_SEVERITY_4, NULL);
  return &pack->severities[severity - 1];
}

const MusterRuleDays *
muster_rule_pack_get_days (MusterRulePack *pack, const char *key, GError **error)
{
  const MusterRuleDays *days = g_hash_table_lookup (pack->days, key);

  if (days == NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("The rule pack “%s” has no rule “%s”."), pack->name, key);
  return days;
}
