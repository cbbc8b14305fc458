/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-packs.h"

#define MARKETPLACE "mnsure-"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"

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
