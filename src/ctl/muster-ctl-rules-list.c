/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-rules.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-session.h"
#include "domain/muster-rule-text.h"
#include "store/muster-rules-table.h"

static void
json_packs (JsonBuilder *json, GPtrArray *packs, MusterRulePack *in_force)
{
  muster_ctl_json_begin_list (json, "packs");
  for (guint i = 0; i < packs->len; i++)
    {
      MusterRulePack *pack = packs->pdata[i];
      guint n_all, unverified = muster_rule_pack_count_unverified (pack, &n_all);

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "name", muster_rule_pack_get_name (pack));
      muster_ctl_json_text (json, "title", muster_rule_pack_get_title (pack));
      muster_ctl_json_day (json, "from", muster_rule_pack_get_from (pack));
      muster_ctl_json_day (json, "through", muster_rule_pack_get_through (pack));
      muster_ctl_json_flag (json, "ships", muster_rule_packs_find_shipped (muster_rule_pack_get_name (pack)) != NULL);
      muster_ctl_json_flag (json, "in_force", muster_rule_pack_equal (pack, in_force));
      muster_ctl_json_number (json, "rules", n_all);
      muster_ctl_json_number (json, "unverified", unverified);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
json_adoptions (JsonBuilder *json, GPtrArray *adoptions)
{
  muster_ctl_json_begin_list (json, "adoptions");
  for (guint i = 0; i < adoptions->len; i++)
    {
      const MusterRuleAdoption *adoption = adoptions->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "name", adoption->name);
      muster_ctl_json_day (json, "from", &adoption->from);
      muster_ctl_json_time (json, "recorded", adoption->recorded);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* Returns: (transfer full) (nullable): whether the pack is in force, or from when on. */
static char *
dup_use (MusterRulePack *pack, MusterRulePack *in_force, GPtrArray *adoptions, const GDate *today)
{
  const MusterRuleAdoption *coming = muster_rule_adoption_find_coming (adoptions, pack, today);
  g_autofree char *day = NULL;

  if (muster_rule_pack_equal (pack, in_force))
    return g_strdup (_("Yes"));
  if (coming == NULL)
    return NULL;
  day = muster_date_to_iso (&coming->from);
  /* Translators: a day */
  return g_strdup_printf (_("from %s"), day);
}

static void
print_packs (GPtrArray *packs, MusterRulePack *in_force, GPtrArray *adoptions, const GDate *today)
{
  const char *headers[] = { _("Name"), _("Title"), _("From"), _("Through"), _("Not verified"), _("In force") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < packs->len; i++)
    {
      MusterRulePack *pack = packs->pdata[i];
      guint n_all, unverified = muster_rule_pack_count_unverified (pack, &n_all);
      g_autofree char *from = muster_date_to_iso (muster_rule_pack_get_from (pack)), *through = muster_date_to_iso (muster_rule_pack_get_through (pack));
      /* Translators: so many of so many rules */
      g_autofree char *count = g_strdup_printf (_("%u of %u"), unverified, n_all);

      g_autofree char *use = dup_use (pack, in_force, adoptions, today);

      muster_ctl_table_add (table, (const char *[]) { muster_rule_pack_get_name (pack), muster_rule_pack_get_title (pack), from, through, count, use });
    }
  muster_ctl_table_print (table);
}

int
muster_ctl_rules_list (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterRulePack) in_force = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GPtrArray) adoptions = NULL;
  g_autofree char *warning = NULL;
  GDate today;

  muster_ctl_rules_get_today (&today);
  if (muster_ctl_read (ctl, error) == NULL)
    return -1;
  in_force = muster_rules_table_load (ctl->database, &today, G_MAXINT64, error);
  packs = in_force != NULL ? muster_rules_table_list_packs (ctl->database, error) : NULL;
  adoptions = packs != NULL ? muster_rules_table_list_adoptions (ctl->database, error) : NULL;
  if (adoptions == NULL)
    return -1;
  warning = muster_rule_pack_dup_warning (in_force, &today);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "in_force", muster_rule_pack_get_name (in_force));
      muster_ctl_json_text (json, "warning", warning);
      json_packs (json, packs, in_force);
      json_adoptions (json, adoptions);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  print_packs (packs, in_force, adoptions, &today);
  if (warning != NULL)
    muster_ctl_print ("\n%s %s\n", warning, _("Adopt the rule pack for this year."));
  return MUSTER_EXIT_DONE;
}
