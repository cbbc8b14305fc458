/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-pack-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-decision-day.h"
#include "domain/muster-error.h"
#include "domain/muster-key-file.h"

#define MAX_DAYS 3660
#define MAX_PEOPLE 1000000
#define DAYS_PREFIX "days "
#define REQUIREMENT_PREFIX "requirement "

static const char *const severity_groups[] = { "severity S1", "severity S2", "severity S3", "severity S4", NULL };
static const char *const single_groups[] = { "pack", "season", "reminders", NULL };
static const char *const kind_codes[] = { "calendar", "business", "hours", "months" };

#define SOURCE_KEYS "Citation", "Verified", "VerifiedBy", "VerifiedOn"

static gboolean
read_days (GKeyFile *file, const char *group, const char *days_key, const char *kind_key, gboolean may_be_hours, MusterRuleDays *days, const char *const *languages, GError **error)
{
  g_autofree char *kind = NULL;
  guint index;

  if (!muster_key_file_get_number (file, group, days_key, 1, MAX_DAYS, &days->days, error))
    return FALSE;
  kind = muster_key_file_get_text (file, group, kind_key, error);
  if (kind == NULL)
    return FALSE;
  if (!muster_code_find (kind_codes, G_N_ELEMENTS (kind_codes), kind, "", &index, NULL) || (index >= MUSTER_DAYS_HOURS && !may_be_hours))
    return muster_key_file_refuse (error, group, kind_key, may_be_hours ? _("is neither calendar nor business nor hours nor months") : _("is neither calendar nor business"));
  days->kind = index;
  return muster_rule_source_read (&days->source, file, group, languages, error);
}

static gboolean
read_restriction (GKeyFile *file, const char *group, const char *key, MusterRestriction *restriction, GError **error)
{
  g_autofree char *code = muster_key_file_get_text (file, group, key, error);
  g_autoptr (GError) problem = NULL;

  if (code == NULL)
    return FALSE;
  return muster_restriction_from_code (code, restriction, &problem) || muster_key_file_refuse (error, group, key, problem->message);
}

static gboolean
read_severity (MusterRulePack *pack, GKeyFile *file, guint index, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Due", "DueKind", "Step", "StepKind", "Restriction", "LeastRestriction", SOURCE_KEYS, NULL };
  const char *group = severity_groups[index];
  MusterSeverityRule *rule = &pack->severities[index];

  if (!muster_key_file_check_keys (file, group, keys, error) || !read_days (file, group, "Due", "DueKind", FALSE, &rule->due, languages, error) || !read_days (file, group, "Step", "StepKind", FALSE, &rule->step, languages, error) || !read_restriction (file, group, "Restriction", &rule->restriction, error) || !read_restriction (file, group, "LeastRestriction", &rule->least_restriction, error))
    return FALSE;
  if (rule->restriction < rule->least_restriction)
    return muster_key_file_refuse (error, group, "Restriction", _("is lighter than LeastRestriction"));
  return TRUE;
}

/* What is not counted from a decision has no review that could hold it off; a rule that did nothing would be worse than none. */
static gboolean
read_tolling (GKeyFile *file, const char *group, const char *key, MusterRuleDays *days, GError **error)
{
  g_autofree char *by = muster_key_file_get_text (file, group, "Tolled", error);

  if (by == NULL)
    return FALSE;
  if (!g_str_equal (by, "appeal"))
    return muster_key_file_refuse (error, group, "Tolled", _("is not “appeal”"));
  if (!muster_decision_day_is_key (key))
    return muster_key_file_refuse (error, group, "Tolled", _("belongs only to what is counted from a decision: effective-after-notice, fraud-suspension, reapply-revoked"));
  days->tolled = TRUE;
  return TRUE;
}

static gboolean
read_day_rule (MusterRulePack *pack, GKeyFile *file, const char *group, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Title", "Days", "Kind", "Rolls", "Tolled", "MoreThan", SOURCE_KEYS, NULL };
  MusterRuleDays *days = g_new0 (MusterRuleDays, 1);
  char *key = g_strdup (group + strlen (DAYS_PREFIX));

  g_hash_table_insert (pack->days, key, days);
  g_ptr_array_add (pack->day_keys, key);
  days->title = muster_key_file_get_translated (file, group, "Title", languages, error);
  if (days->title == NULL || !muster_key_file_check_keys (file, group, keys, error) || !read_days (file, group, "Days", "Kind", TRUE, days, languages, error))
    return FALSE;
  if (g_key_file_has_key (file, group, "Rolls", NULL) && !muster_key_file_get_flag (file, group, "Rolls", &days->rolls, error))
    return FALSE;
  if (g_key_file_has_key (file, group, "Tolled", NULL) && !read_tolling (file, group, key, days, error))
    return FALSE;
  return !g_key_file_has_key (file, group, "MoreThan", NULL) || muster_key_file_get_number (file, group, "MoreThan", 1, MAX_PEOPLE, &days->more_than, error);
}

/* The later of two days of @group, which bound something. */
static gboolean
read_period (GKeyFile *file, const char *group, const char *first_key, const char *last_key, GDate *first, GDate *last, GError **error)
{
  if (!muster_key_file_get_day (file, group, first_key, first, error) || !muster_key_file_get_day (file, group, last_key, last, error))
    return FALSE;
  if (g_date_compare (first, last) < 0)
    return TRUE;
  return muster_key_file_refuse (error, group, last_key, _("is not after the day on which it begins"));
}

static gboolean
read_head (MusterRulePack *pack, GKeyFile *file, const char *const *languages, GError **error)
{
  static const char *const keys[] = { "Name", "Title", "From", "Through", "VerifiedBy", "VerifiedOn", NULL };
  static const char *const season_keys[] = { "Opens", "Due", SOURCE_KEYS, NULL };

  pack->name = muster_key_file_get_name (file, "pack", "Name", error);
  pack->title = pack->name != NULL ? muster_key_file_get_translated (file, "pack", "Title", languages, error) : NULL;
  return pack->title != NULL &&
         muster_key_file_check_keys (file, "pack", keys, error) &&
         read_period (file, "pack", "From", "Through", &pack->from, &pack->through, error) &&
         muster_key_file_check_keys (file, "season", season_keys, error) &&
         read_period (file, "season", "Opens", "Due", &pack->season.opens, &pack->season.due, error) &&
         muster_rule_source_read (&pack->season.source, file, "season", languages, error);
}

static gboolean
read_reminders (MusterRulePack *pack, GKeyFile *file, GError **error)
{
  static const char *const keys[] = { "Days", "OverdueEvery", NULL };
  g_auto (GStrv) words = muster_key_file_get_words (file, "reminders", "Days", error);
  guint64 last = MAX_DAYS;

  if (words == NULL || !muster_key_file_check_keys (file, "reminders", keys, error))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 days;
      guint value;

      if (last == 1 || !g_ascii_string_to_unsigned (words[i], 10, 1, last - 1, &days, NULL))
        return muster_key_file_refuse (error, "reminders", "Days", _("must be whole numbers of days, each less than the one before"));
      last = days;
      value = days;
      g_array_append_val (pack->reminders, value);
    }
  return muster_key_file_get_number (file, "reminders", "OverdueEvery", 1, 90, &pack->overdue_every, error);
}

static gboolean
read_groups (MusterRulePack *pack, GKeyFile *file, const char *const *languages, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  if (!read_head (pack, file, languages, error) || !read_reminders (pack, file, error))
    return FALSE;
  for (guint i = 0; i < MUSTER_N_SEVERITIES; i++)
    if (!read_severity (pack, file, i, languages, error))
      return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], DAYS_PREFIX))
        {
          if (!read_day_rule (pack, file, groups[i], languages, error))
            return FALSE;
        }
      else if (!g_str_has_prefix (groups[i], REQUIREMENT_PREFIX) && !g_strv_contains (single_groups, groups[i]) && !g_strv_contains (severity_groups, groups[i]))
        return muster_key_file_refuse (error, groups[i], "*", _("there is no such group in a rule pack"));
    }
  return muster_rule_pack_read_requirements (pack, file, languages, error);
}

MusterRulePack *
muster_rule_pack_parse (const char *text, gssize length, const char *const *languages, GError **error)
{
  g_autoptr (MusterRulePack) pack = muster_rule_pack_new_empty ();
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GError) problem = NULL;

  pack->text = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  file = muster_key_file_parse (pack->text, -1, error);
  if (file == NULL)
    return NULL;
  if (read_groups (pack, file, languages, &problem))
    return g_steal_pointer (&pack);
  muster_key_file_add_line (&problem, pack->text);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
