/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-rules-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "store/muster-table-private.h"

#define ADOPTION "SELECT id, name, content, from_day, account_id, recorded FROM rule_pack"
#define POLICY "SELECT id, code, version, title, from_day, document_id, account_id, recorded FROM policy_document"

static const char *const adopt_sql = "INSERT INTO rule_pack (name, content, from_day, account_id, recorded) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char *const adoptions_sql = ADOPTION " ORDER BY id DESC";
/* What was adopted for a later day stands on that day, whatever is adopted meanwhile; of two for one day the one that was adopted last. */
static const char *const in_force_sql = ADOPTION " WHERE from_day <= ?1 AND recorded < ?2 ORDER BY from_day DESC, id DESC LIMIT 1";
static const char *const add_policy_sql = "INSERT INTO policy_document (code, version, title, from_day, document_id, account_id, recorded) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
static const char *const same_policy_sql = POLICY " WHERE code = ?1 AND version = ?2";
static const char *const policies_sql = POLICY " ORDER BY from_day DESC, id DESC";
static const char *const policy_in_force_sql = POLICY " WHERE code = ?3 AND from_day <= ?1 AND recorded < ?2 ORDER BY from_day DESC, id DESC LIMIT 1";

void
muster_rule_adoption_free (MusterRuleAdoption *adoption)
{
  if (adoption == NULL)
    return;
  g_free (adoption->name);
  g_free (adoption->content);
  g_free (adoption);
}

void
muster_policy_version_free (MusterPolicyVersion *policy)
{
  if (policy == NULL)
    return;
  g_free (policy->code);
  g_free (policy->version);
  g_free (policy->title);
  g_free (policy);
}

static gpointer
read_adoption (MusterStatement *statement, GError **error)
{
  MusterRuleAdoption *adoption = g_new0 (MusterRuleAdoption, 1);

  adoption->id = muster_statement_get_int (statement, 0);
  adoption->name = muster_statement_dup_text (statement, 1);
  adoption->content = muster_statement_dup_text (statement, 2);
  muster_statement_get_date (statement, 3, &adoption->from);
  adoption->account_id = muster_statement_get_int (statement, 4);
  adoption->recorded = muster_statement_get_int (statement, 5);
  return adoption;
}

static gpointer
read_policy (MusterStatement *statement, GError **error)
{
  MusterPolicyVersion *policy = g_new0 (MusterPolicyVersion, 1);

  policy->id = muster_statement_get_int (statement, 0);
  policy->code = muster_statement_dup_text (statement, 1);
  policy->version = muster_statement_dup_text (statement, 2);
  policy->title = muster_statement_dup_text (statement, 3);
  muster_statement_get_date (statement, 4, &policy->from);
  policy->document_id = muster_statement_get_int (statement, 5);
  policy->account_id = muster_statement_get_int (statement, 6);
  policy->recorded = muster_statement_get_int (statement, 7);
  return policy;
}

gboolean
muster_rules_table_adopt (MusterDatabase *database, MusterRuleAdoption *adoption, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, adopt_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, adoption->name);
  muster_statement_bind_text (statement, 2, adoption->content);
  muster_statement_bind_date (statement, 3, &adoption->from);
  muster_statement_bind_int (statement, 4, adoption->account_id);
  muster_statement_bind_int (statement, 5, adoption->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  adoption->id = muster_database_get_last_id (database);
  return TRUE;
}

GPtrArray *
muster_rules_table_list_adoptions (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, adoptions_sql, error);

  return statement != NULL ? muster_table_collect (statement, read_adoption, (GDestroyNotify) muster_rule_adoption_free, error) : NULL;
}

/* What ships is read already. */
static MusterRulePack *
parse_adoption (const MusterRuleAdoption *adoption, GError **error)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped (adoption->name);

  if (pack != NULL && g_str_equal (muster_rule_pack_get_text (pack), adoption->content))
    return muster_rule_pack_ref (pack);
  pack = muster_rule_pack_parse (adoption->content, -1, g_get_language_names (), error);
  if (pack == NULL)
    muster_table_blame ("rule_pack", adoption->id, error);
  return pack;
}

/* A register begins with the rules of its day, not with those of a year that is over. */
static MusterRulePack *
load_first (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT created FROM register", error);
  gboolean row;
  GDate day;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return NULL;
  muster_date_set_time (&day, row ? muster_statement_get_int (statement, 0) : 0);
  return muster_rule_pack_ref (muster_rule_packs_find_for_day (&day));
}

const MusterRuleAdoption *
muster_rule_adoption_find_coming (GPtrArray *adoptions, MusterRulePack *pack, const GDate *today)
{
  const MusterRuleAdoption *coming = NULL;

  for (guint i = 0; i < adoptions->len; i++)
    {
      const MusterRuleAdoption *adoption = adoptions->pdata[i];

      if (g_date_compare (&adoption->from, today) > 0 && g_str_equal (adoption->content, muster_rule_pack_get_text (pack)) && (coming == NULL || g_date_compare (&adoption->from, &coming->from) < 0))
        coming = adoption;
    }
  return coming;
}

MusterRulePack *
muster_rules_table_load (MusterDatabase *database, const GDate *on, gint64 known_until, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, in_force_sql, error);
  g_autoptr (GPtrArray) found = NULL;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, on);
  muster_statement_bind_int (statement, 2, known_until);
  found = muster_table_collect (statement, read_adoption, (GDestroyNotify) muster_rule_adoption_free, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0)
    return load_first (database, error);
  return parse_adoption (found->pdata[0], error);
}

static gboolean
has_pack (GPtrArray *packs, const MusterRuleAdoption *adoption, gboolean by_name)
{
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (by_name ? muster_rule_pack_get_name (packs->pdata[i]) : muster_rule_pack_get_text (packs->pdata[i]), by_name ? adoption->name : adoption->content))
      return TRUE;
  return FALSE;
}

GPtrArray *
muster_rules_table_list_packs (MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_rule_pack_unref);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) adoptions = muster_rules_table_list_adoptions (database, error);
  GPtrArray *shipped = muster_rule_packs_list_shipped ();

  if (adoptions == NULL)
    return NULL;
  for (guint i = 0; i < shipped->len; i++)
    g_ptr_array_add (packs, muster_rule_pack_ref (shipped->pdata[i]));
  for (guint i = 0; i < adoptions->len; i++)
    {
      MusterRulePack *pack;

      if (has_pack (packs, adoptions->pdata[i], FALSE) || has_pack (own, adoptions->pdata[i], TRUE))
        continue;
      pack = parse_adoption (adoptions->pdata[i], error);
      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
      g_ptr_array_add (own, pack);
    }
  return g_steal_pointer (&packs);
}

MusterRulePack *
muster_rules_table_find_pack (MusterDatabase *database, const char *name, GError **error)
{
  g_autoptr (GPtrArray) packs = muster_rules_table_list_packs (database, error);

  if (packs == NULL)
    return NULL;
  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (muster_rule_pack_get_name (packs->pdata[i]), name))
      return muster_rule_pack_ref (packs->pdata[i]);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no rule pack “%s”."), name);
  return NULL;
}

char *
muster_rules_table_dup_arithmetic (MusterDatabase *database, const char *pack, const char *key, const GDate *from, const GDate *last)
{
  g_autoptr (MusterRulePack) counted_by = pack != NULL && g_date_valid (from) && g_date_valid (last) ? muster_rules_table_find_pack (database, pack, NULL) : NULL;
  const MusterRuleDays *rule = counted_by != NULL ? muster_rule_pack_get_days (counted_by, key, NULL) : NULL;
  MusterDeadline deadline;

  if (rule == NULL)
    return NULL;
  muster_deadline_count (rule, from, &deadline);
  return g_date_compare (&deadline.last, last) == 0 ? muster_deadline_dup_text (&deadline, rule) : NULL;
}

static gboolean
check_policy_is_new (MusterDatabase *database, const MusterPolicyVersion *policy, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, same_policy_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, policy->code);
  muster_statement_bind_text (statement, 2, policy->version);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("Version “%s” of the notice is there already. Give the new text a version of its own."), policy->version);
  return !row;
}

gboolean
muster_rules_table_add_policy (MusterDatabase *database, MusterPolicyVersion *policy, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;

  if (!check_policy_is_new (database, policy, error))
    return FALSE;
  statement = muster_database_prepare (database, add_policy_sql, error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, policy->code);
  muster_statement_bind_text (statement, 2, policy->version);
  muster_statement_bind_text (statement, 3, policy->title);
  muster_statement_bind_date (statement, 4, &policy->from);
  muster_statement_bind_int (statement, 5, policy->document_id);
  muster_statement_bind_int (statement, 6, policy->account_id);
  muster_statement_bind_int (statement, 7, policy->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  policy->id = muster_database_get_last_id (database);
  return TRUE;
}

GPtrArray *
muster_rules_table_list_policies (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, policies_sql, error);

  return statement != NULL ? muster_table_collect (statement, read_policy, (GDestroyNotify) muster_policy_version_free, error) : NULL;
}

gboolean
muster_rules_table_find_policy (MusterDatabase *database, const char *code, const GDate *on, gint64 known_until, MusterPolicyVersion **policy, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, policy_in_force_sql, error);
  gboolean row;

  *policy = NULL;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_date (statement, 1, on);
  muster_statement_bind_int (statement, 2, known_until);
  muster_statement_bind_text (statement, 3, code);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *policy = read_policy (statement, error);
  return TRUE;
}
