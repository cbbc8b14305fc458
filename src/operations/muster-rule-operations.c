/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-rule-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-policy.h"
#include "domain/muster-text.h"
#include "operations/muster-document-steps.h"
#include "store/muster-rules-table.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

/* To adopt once more what is in force would say that something changed. */
static gboolean
check_is_news (MusterWork *work, const MusterAdoptRequest *request, const GDate *from, GError **error)
{
  g_autoptr (MusterRulePack) now = muster_rules_table_load (muster_work_get_database (work), from, G_MAXINT64, error);
  g_autoptr (GPtrArray) adoptions = now != NULL ? muster_rules_table_list_adoptions (muster_work_get_database (work), error) : NULL;

  if (adoptions == NULL)
    return FALSE;
  if (adoptions->len == 0 || !g_str_equal (muster_rule_pack_get_text (now), muster_rule_pack_get_text (request->pack)))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("The rule pack “%s” is in force already."), muster_rule_pack_get_title (now));
  return FALSE;
}

/* Cases keep the name of their pack: it must not say one thing of one year and another of the next. */
static gboolean
check_one_content (MusterWork *work, MusterRulePack *pack, GError **error)
{
  g_autoptr (GPtrArray) adoptions = muster_rules_table_list_adoptions (muster_work_get_database (work), error);

  for (guint i = 0; adoptions != NULL && i < adoptions->len; i++)
    {
      const MusterRuleAdoption *adoption = adoptions->pdata[i];

      if (!g_str_equal (adoption->name, muster_rule_pack_get_name (pack)) || g_str_equal (adoption->content, muster_rule_pack_get_text (pack)))
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("The register has a rule pack “%s” already, and it says something else. Give the changed one a Name of its own."), adoption->name);
      return FALSE;
    }
  return adoptions != NULL;
}

static gboolean
perform_adopt (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterAdoptRequest *request = input;
  MusterRuleAdoption adoption = {
    .name = (char *) muster_rule_pack_get_name (request->pack),
    .content = (char *) muster_rule_pack_get_text (request->pack),
    .from = g_date_valid (&request->from) ? request->from : *muster_work_get_today (work),
    .account_id = muster_work_get_account (work)->id,
    .recorded = muster_work_get_time (work),
  };
  g_autofree char *day = muster_date_to_iso (&adoption.from);

  if (muster_text_is_blank (request->reason))
    return refuse (error, _("Say why the rule pack is adopted. The reason is kept."));
  if (!muster_rule_packs_check_adoptable (request->pack, error) || !muster_rule_packs_check_from (request->pack, &adoption.from, muster_work_get_today (work), error) || !check_one_content (work, request->pack, error) ||
      !check_is_news (work, request, &adoption.from, error) || !muster_rules_table_adopt (muster_work_get_database (work), &adoption, error))
    return FALSE;
  muster_work_set_reason (work, request->reason);
  muster_work_add_detail (work, "rule-pack", adoption.name);
  muster_work_add_detail (work, "from", day);
  return TRUE;
}

const MusterOperation muster_adopt_rule_pack = { .name = "adopt-rule-pack", .perform = perform_adopt };

static gboolean
perform_policy (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterPolicyRequest *request = input;
  g_autoptr (MusterPolicyVersion) policy = g_new0 (MusterPolicyVersion, 1);
  g_autofree char *day = muster_date_to_iso (&request->from);

  if (!muster_policy_check (MUSTER_POLICY_NOTICE, request->version, request->title, &request->from, error) ||
      !muster_document_steps_keep (work, MUSTER_DOCUMENT_POLICY, request->file_name, request->content, &policy->document_id, error))
    return FALSE;
  policy->code = g_strdup (MUSTER_POLICY_NOTICE);
  policy->version = muster_text_dup_tidy (request->version);
  policy->title = muster_text_dup_tidy (request->title);
  policy->from = request->from;
  policy->account_id = muster_work_get_account (work)->id;
  policy->recorded = muster_work_get_time (work);
  if (!muster_rules_table_add_policy (muster_work_get_database (work), policy, error))
    return FALSE;
  muster_work_add_detail (work, "version", policy->version);
  muster_work_add_detail (work, "from", day);
  return TRUE;
}

const MusterOperation muster_load_policy = { .name = "load-policy", .perform = perform_policy };
