/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-packs.h"

#define MARKETPLACE "mnsure-"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"

/* What a decision, its review and its notice cannot do without. */
static const char *const needed_days[] = { "review-request", "review-decision", "reapply-revoked", "mail-received" };

/* What ships is tested; if it is broken none the less, going on without rules would be worse than ending. */
static gpointer
parse_cb (gpointer data)
{
  GPtrArray *packs = g_ptr_array_new ();

  for (guint i = 0; muster_shipped_rules[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      MusterRulePack *pack = muster_rule_pack_parse (muster_shipped_rules[i], -1, g_get_language_names (), &error);

      if (pack == NULL)
        g_error ("rules: %s", error->message);
      g_ptr_array_add (packs, pack);
    }
  return packs;
}

GPtrArray *
muster_rule_packs_list_shipped (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, parse_cb, NULL);
}

MusterRulePack *
muster_rule_packs_find_shipped (const char *name)
{
  GPtrArray *packs = muster_rule_packs_list_shipped ();

  for (guint i = 0; i < packs->len; i++)
    if (g_strcmp0 (muster_rule_pack_get_name (packs->pdata[i]), name) == 0)
      return packs->pdata[i];
  return NULL;
}

gboolean
muster_rule_packs_check_name (MusterRulePack *pack, GError **error)
{
  MusterRulePack *shipped = muster_rule_packs_find_shipped (muster_rule_pack_get_name (pack));

  if (shipped == NULL || muster_rule_pack_equal (shipped, pack))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is the name of a rule pack that comes with Muster. Give the changed one a name of its own."), muster_rule_pack_get_name (pack));
  return FALSE;
}

/* Two packs of one title could not be told apart where people read by which one was judged. */
static gboolean
check_title (MusterRulePack *pack, GError **error)
{
  GPtrArray *packs = muster_rule_packs_list_shipped ();

  for (guint i = 0; i < packs->len; i++)
    if (g_str_equal (muster_rule_pack_get_title (packs->pdata[i]), muster_rule_pack_get_title (pack)) && !muster_rule_pack_equal (packs->pdata[i], pack))
      {
        g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is the title of a rule pack that comes with Muster. Give the changed one a Title of its own."), muster_rule_pack_get_title (pack));
        return FALSE;
      }
  return TRUE;
}

gboolean
muster_rule_packs_check_adoptable (MusterRulePack *pack, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  if (!muster_rule_packs_check_name (pack, error) || !check_title (pack, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (needed_days); i++)
    if (muster_rule_pack_get_days (pack, needed_days[i], NULL) == NULL)
      g_string_append_printf (missing, "%s[days %s]", missing->len > 0 ? ", " : "", needed_days[i]);
  if (missing->len == 0)
    return TRUE;
  /* Translators: title of a rule pack; groups of its file: “[days review-request], [days mail-received]” */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” lacks what decisions about people are counted by: %s. Add it."), muster_rule_pack_get_title (pack), missing->str);
  return FALSE;
}

gboolean
muster_rule_packs_check_from (MusterRulePack *pack, const GDate *from, const GDate *today, GError **error)
{
  g_autofree char *day = NULL, *first = NULL;

  if (g_date_compare (from, today) >= 0 || !g_date_valid (muster_rule_pack_get_from (pack)) || g_date_compare (from, muster_rule_pack_get_from (pack)) >= 0)
    return TRUE;
  day = muster_date_dup_text (from);
  first = muster_date_dup_text (muster_rule_pack_get_from (pack));
  /* Translators: title of a rule pack, two days */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” begins on %s, and cannot hold from %s: answers of days that have passed would change. Choose that day, or today."),
               muster_rule_pack_get_title (pack), first, day);
  return FALSE;
}

MusterRulePack *
muster_rule_packs_find_for_day (const GDate *day)
{
  GPtrArray *packs = muster_rule_packs_list_shipped ();
  MusterRulePack *found = muster_rule_packs_find_shipped (MUSTER_RULE_PACK_FIRST);

  for (guint i = 0; i < packs->len; i++)
    {
      MusterRulePack *pack = packs->pdata[i];

      if (g_str_has_prefix (muster_rule_pack_get_name (pack), MARKETPLACE) && g_date_compare (muster_rule_pack_get_from (pack), day) <= 0 &&
          g_date_compare (muster_rule_pack_get_from (found), muster_rule_pack_get_from (pack)) < 0)
        found = pack;
    }
  return found;
}
