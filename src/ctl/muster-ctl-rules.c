/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-rules.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "documents/muster-rule-pack-file.h"
#include "domain/muster-error.h"
#include "domain/muster-rule-text.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-rules-table.h"

static const MusterCtlOption show_options[] = {
  { "source", MUSTER_CTL_FLAG, FALSE, NULL, N_("Print the file itself, to be changed") },
  { NULL },
};

static const MusterCtlOption preview_options[] = {
  { "from", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("As if it were adopted from this day on; today if not given") },
  { "limit", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("At most so many people") },
  { NULL },
};

static const MusterCtlOption adopt_options[] = {
  { "from", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("From this day on people are judged by it; today if not given") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static const MusterCtlOption simulate_options[] = {
  { "on", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("The day to look at") },
  { "limit", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("At most so many people") },
  { NULL },
};

void
muster_ctl_rules_get_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_time_t (today, time (NULL));
}

MusterRulePack *
muster_ctl_rules_find (MusterCtl *ctl, const char *text, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) problem = NULL;
  MusterRulePack *pack;

  if (muster_ctl_read (ctl, error) == NULL)
    return NULL;
  pack = muster_rules_table_find_pack (ctl->database, text, &problem);
  if (pack != NULL || !g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    {
      if (pack == NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      return pack;
    }
  file = g_file_new_for_commandline_arg (text);
  if (g_file_query_exists (file, ctl->cancellable))
    return muster_rule_pack_file_read (file, ctl->cancellable, error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no rule pack “%s”, and no such file. `rules list` names the packs."), text);
  return NULL;
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterRulePack) pack = muster_ctl_rules_find (ctl, muster_ctl_get_argument (ctl, 0), error);

  if (pack == NULL)
    return -1;
  if (ctl->json)
    muster_ctl_rules_print_json (pack);
  else if (muster_ctl_has (ctl, "source"))
    muster_ctl_print ("%s", muster_rule_pack_get_text (pack));
  else
    muster_ctl_rules_print_text (pack);
  return MUSTER_EXIT_DONE;
}

static int
run_check (MusterCtl *ctl, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (muster_ctl_get_argument (ctl, 0));
  g_autoptr (MusterRulePack) pack = muster_rule_pack_file_read (file, ctl->cancellable, error);
  guint n_all, unverified;

  if (pack == NULL || !muster_rule_packs_check_adoptable (pack, error))
    return -1;
  unverified = muster_rule_pack_count_unverified (pack, &n_all);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "name", muster_rule_pack_get_name (pack));
      muster_ctl_json_text (json, "title", muster_rule_pack_get_title (pack));
      muster_ctl_json_day (json, "from", muster_rule_pack_get_from (pack));
      muster_ctl_json_day (json, "through", muster_rule_pack_get_through (pack));
      muster_ctl_json_number (json, "rules", n_all);
      muster_ctl_json_number (json, "unverified", unverified);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    /* Translators: title of a rule pack; how many rules nobody verified, how many it has */
    muster_ctl_print (_("“%s” can be adopted. Not verified: %u of %u rules.\n"), muster_rule_pack_get_title (pack), unverified, n_all);
  return MUSTER_EXIT_DONE;
}

static int
print_adopted (MusterCtl *ctl, MusterRulePack *pack, const GDate *from)
{
  g_autofree char *day = muster_date_to_iso (from);

  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "adopted", muster_rule_pack_get_name (pack));
      muster_ctl_json_day (json, "from", from);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("From %s on the register goes by “%s”.\n"), day, muster_rule_pack_get_title (pack));
  return MUSTER_EXIT_DONE;
}

static int
run_adopt (MusterCtl *ctl, GError **error)
{
  MusterAdoptRequest request = { .reason = muster_ctl_get (ctl, "reason") };
  g_autoptr (MusterRulePack) pack = NULL;

  if (!muster_ctl_check_may (ctl, muster_adopt_rule_pack.name, error) || !muster_ctl_check_reason (ctl, error) || !muster_ctl_get_day (ctl, "from", &request.from, error))
    return -1;
  pack = muster_ctl_rules_find (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (pack == NULL)
    return -1;
  if (!g_date_valid (&request.from))
    muster_ctl_rules_get_today (&request.from);
  request.pack = pack;
  if (!muster_ctl_perform (ctl, &muster_adopt_rule_pack, &request, NULL, error))
    return -1;
  return print_adopted (ctl, pack, &request.from);
}

const MusterCtlCommand muster_ctl_rules_commands[] = {
  { "rules list", NULL, 0, 0, N_("List the rule packs, and which is in force"), NULL, TRUE, muster_ctl_rules_list },
  { "rules show", N_("NAME|FILE"), 1, 1, N_("Show a rule pack: what is required of whom, deadlines, and where each number comes from"), show_options, TRUE, run_show },
  { "rules check", N_("FILE"), 1, 1, N_("Say whether a changed rule pack could be adopted"), NULL, FALSE, run_check },
  { "rules preview", N_("NAME|FILE"), 1, 1, N_("List whose answer a rule pack would change, and how; nothing is recorded"), preview_options, TRUE, muster_ctl_rules_preview },
  { "rules adopt", N_("NAME|FILE"), 1, 1, N_("Go by a rule pack from now on, or from a day on"), adopt_options, TRUE, run_adopt },
  { "rules simulate", NULL, 0, 0, N_("List whose answer will be different on a day if nothing is recorded until then"), simulate_options, TRUE, muster_ctl_rules_simulate },
  { NULL },
};
