/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-rules.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-rule-text.h"

static void
json_source (JsonBuilder *json, const MusterRuleSource *source)
{
  muster_ctl_json_text (json, "citation", source->citation);
  muster_ctl_json_flag (json, "verified", source->verified);
  muster_ctl_json_text (json, "verified_by", source->verified_by);
  muster_ctl_json_day (json, "verified_on", &source->verified_on);
}

static void
json_season (JsonBuilder *json, MusterRulePack *pack)
{
  const MusterSeason *season = muster_rule_pack_get_season (pack);

  json_builder_set_member_name (json, "season");
  json_builder_begin_object (json);
  muster_ctl_json_day (json, "opens", &season->opens);
  muster_ctl_json_day (json, "due", &season->due);
  json_source (json, &season->source);
  json_builder_end_object (json);
}

static void
json_codes (JsonBuilder *json, const MusterRequirement *requirement, MusterRequirement *const *all, guint n)
{
  muster_ctl_json_begin_list (json, "roles");
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((requirement->types & (1u << i)) != 0)
      json_builder_add_string_value (json, muster_assister_type_to_code (1u << i));
  json_builder_end_array (json);
  muster_ctl_json_begin_list (json, "after");
  for (guint i = 0; i < n; i++)
    if ((requirement->after & (1u << i)) != 0)
      json_builder_add_string_value (json, all[i]->code);
  json_builder_end_array (json);
}

static void
json_requirements (JsonBuilder *json, MusterRulePack *pack)
{
  guint n;
  MusterRequirement *const *all = muster_rule_pack_get_requirements (pack, &n);

  muster_ctl_json_begin_list (json, "requirements");
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (json);
      muster_ctl_json_text (json, "code", all[i]->code);
      muster_ctl_json_text (json, "title", all[i]->title);
      muster_ctl_json_text (json, "kind", muster_requirement_kind_to_code (all[i]->kind));
      json_codes (json, all[i], all, n);
      muster_ctl_json_text (json, "renewal", muster_renewal_to_code (all[i]->renewal));
      muster_ctl_json_number (json, "months", all[i]->months);
      muster_ctl_json_number (json, "pass_mark", all[i]->pass_mark);
      muster_ctl_json_flag (json, "blocks", all[i]->blocks);
      muster_ctl_json_flag (json, "implied", all[i]->implied);
      muster_ctl_json_flag (json, "needs_expiry", all[i]->needs_expiry);
      json_source (json, &all[i]->source);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_days (JsonBuilder *json, MusterRulePack *pack)
{
  static const char *const kinds[] = { [MUSTER_DAYS_CALENDAR] = "calendar", [MUSTER_DAYS_BUSINESS] = "business", [MUSTER_DAYS_HOURS] = "hours", [MUSTER_DAYS_MONTHS] = "months" };
  g_autoptr (GPtrArray) keys = muster_rule_pack_list_days (pack);

  muster_ctl_json_begin_list (json, "days");
  for (guint i = 0; i < keys->len; i++)
    {
      const MusterRuleDays *days = muster_rule_pack_get_days (pack, keys->pdata[i], NULL);

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "key", keys->pdata[i]);
      muster_ctl_json_text (json, "title", days->title);
      muster_ctl_json_number (json, "days", days->days);
      muster_ctl_json_text (json, "kind", kinds[days->kind]);
      if (days->rolls)
        muster_ctl_json_flag (json, "rolls", TRUE);
      if (days->tolled)
        muster_ctl_json_text (json, "tolled", "appeal");
      if (days->more_than > 0)
        muster_ctl_json_number (json, "more_than", days->more_than);
      json_source (json, &days->source);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_severities (JsonBuilder *json, MusterRulePack *pack)
{
  muster_ctl_json_begin_list (json, "severities");
  for (guint i = MUSTER_SEVERITY_1; i <= MUSTER_SEVERITY_4; i++)
    {
      const MusterSeverityRule *rule = muster_rule_pack_get_severity (pack, i);

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "severity", muster_severity_to_code (i));
      muster_ctl_json_number (json, "due", rule->due.days);
      muster_ctl_json_number (json, "step", rule->step.days);
      muster_ctl_json_text (json, "restriction", muster_restriction_to_code (rule->restriction));
      json_source (json, &rule->due.source);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_reminders (JsonBuilder *json, MusterRulePack *pack)
{
  guint n;
  const guint *steps = muster_rule_pack_get_reminders (pack, &n);

  json_builder_set_member_name (json, "reminders");
  json_builder_begin_object (json);
  muster_ctl_json_begin_list (json, "days");
  for (guint i = 0; i < n; i++)
    json_builder_add_int_value (json, steps[i]);
  json_builder_end_array (json);
  muster_ctl_json_number (json, "overdue_every", muster_rule_pack_get_overdue_every (pack));
  json_builder_end_object (json);
}

void
muster_ctl_rules_print_json (MusterRulePack *pack)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_text (json, "name", muster_rule_pack_get_name (pack));
  muster_ctl_json_text (json, "title", muster_rule_pack_get_title (pack));
  muster_ctl_json_day (json, "from", muster_rule_pack_get_from (pack));
  muster_ctl_json_day (json, "through", muster_rule_pack_get_through (pack));
  json_season (json, pack);
  json_reminders (json, pack);
  json_requirements (json, pack);
  json_severities (json, pack);
  json_days (json, pack);
  muster_ctl_json_text (json, "source", muster_rule_pack_get_text (pack));
  muster_ctl_json_print (json);
}

static void
print_requirements (MusterRulePack *pack)
{
  const char *headers[] = { _("Requirement"), _("Roles"), _("Rule"), _("Conditions"), _("Source") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  guint n;
  MusterRequirement *const *all = muster_rule_pack_get_requirements (pack, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *roles = muster_requirement_dup_roles (all[i]), *rule = muster_requirement_dup_rule (all[i]), *conditions = muster_requirement_dup_conditions (pack, all[i]), *source = muster_rule_source_dup_text (&all[i]->source);

      muster_ctl_table_add (table, (const char *[]) { all[i]->title, roles, rule, conditions, source });
    }
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
}

static void
add_days (MusterCtlTable *table, const char *what, const MusterRuleDays *days)
{
  g_autofree char *count = muster_rule_days_dup_rule (days), *source = muster_rule_source_dup_text (&days->source);

  muster_ctl_table_add (table, (const char *[]) { what, count, source });
}

static void
print_days (MusterRulePack *pack)
{
  const char *headers[] = { _("Deadline"), _("Days"), _("Source") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  g_autoptr (GPtrArray) keys = muster_rule_pack_list_days (pack);

  for (guint i = MUSTER_SEVERITY_1; i <= MUSTER_SEVERITY_4; i++)
    {
      g_autofree char *what = g_strdup_printf ("%s  %s", muster_severity_to_code (i), muster_severity_get_label (i));

      add_days (table, what, &muster_rule_pack_get_severity (pack, i)->due);
    }
  for (guint i = 0; i < keys->len; i++)
    add_days (table, muster_rule_pack_get_days (pack, keys->pdata[i], NULL)->title, muster_rule_pack_get_days (pack, keys->pdata[i], NULL));
  muster_ctl_print ("\n");
  muster_ctl_table_print (table);
}

void
muster_ctl_rules_print_text (MusterRulePack *pack)
{
  const MusterSeason *season = muster_rule_pack_get_season (pack);
  g_autofree char *from = muster_date_to_iso (muster_rule_pack_get_from (pack)), *through = muster_date_to_iso (muster_rule_pack_get_through (pack));
  g_autofree char *opens = muster_date_to_iso (&season->opens), *due = muster_date_to_iso (&season->due), *source = muster_rule_source_dup_text (&season->source);
  g_autofree char *reminders = muster_rule_pack_dup_reminders (pack);

  /* Translators: title and name of a rule pack, its first and its last day */
  muster_ctl_print (_("%s (%s), from %s through %s.\n"), muster_rule_pack_get_title (pack), muster_rule_pack_get_name (pack), from, through);
  muster_ctl_print (_("Recertification from %s through %s. Source: %s\n"), opens, due, source);
  /* Translators: when things are called to mind */
  muster_ctl_print (_("Called to mind: %s.\n"), reminders);
  print_requirements (pack);
  print_days (pack);
}
