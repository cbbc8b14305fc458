/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-batch.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-roster-filter.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-batch-picks.h"
#include "store/muster-people-table.h"

static const MusterCtlOption batch_options[] = {
  { "proposed", MUSTER_CTL_FLAG, FALSE, NULL, N_("Those for whom the calendar proposes it") },
  { "confirmed-by", MUSTER_CTL_TEXT, FALSE, N_("ID"), N_("To certify: those on the way whom this import says to be certified") },
  { "list", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Those whom your list of that name finds") },
  { "search", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Those whom the roster finds so") },
  { "status", MUSTER_CTL_LIST, FALSE, N_("STATUS"), N_("Those in one of these states") },
  { "agency", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People of this agency") },
  { "county", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who work in this county") },
  { "language", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("People who speak this language") },
  { "may-assist", MUSTER_CTL_TEXT, FALSE, N_("yes|no"), N_("Those who may, or may not, assist") },
  { "expiring", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Those who may assist, and cease to within so many days unless something is recorded") },
  { "type", MUSTER_CTL_LIST, FALSE, N_("TYPE"), N_("The roles in which it is done; every role that it fits if not given") },
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day from which it holds; today if not given") },
  { "authority", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Whose decision it is: marketplace, agency, regulator, individual or clock") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why, of all of them") },
  { "dry-run", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only say what would be done, and what it would leave uncovered") },
  { "accept-valid", MUSTER_CTL_FLAG, FALSE, NULL, N_("Leave out whom it is not possible for; else they refuse all") },
  { "expect", MUSTER_CTL_TEXT, FALSE, N_("DIGEST"), N_("Refuse if the outcome would differ from the dry run that gave this digest") },
  { NULL },
};

static gboolean
read_verb (MusterCtl *ctl, MusterCertificationVerb *verb, GError **error)
{
  const char *text = muster_ctl_get_argument (ctl, 0);

  for (guint i = 0; i < MUSTER_N_VERBS; i++)
    if (g_str_equal (muster_certification_verb_to_code (i), text))
      {
        *verb = i;
        return muster_batch_check_verb (i, error);
      }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is no step of a certification. See “musterctl help batch”."), text);
  return FALSE;
}

static void
add_pick (GArray *picks, gint64 id, guint types)
{
  MusterBatchPick pick = { .assister_id = id, .types = types };

  g_date_clear (&pick.on, 1);
  g_array_append_val (picks, pick);
}

static gboolean
add_named (MusterCtl *ctl, GArray *picks, guint types, GError **error)
{
  for (guint i = 1; i < ctl->arguments->len; i++)
    {
      gint64 id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, i), error);

      if (id == 0)
        return FALSE;
      add_pick (picks, id, types);
    }
  return TRUE;
}

static gboolean
add_found (MusterCtl *ctl, MusterRosterIndex *index, GArray *picks, guint types, GError **error)
{
  MusterRosterFilter filter = { 0 };
  g_autoptr (MusterSavedList) list = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!muster_ctl_roster_read_filter (ctl, &filter, error) || !muster_ctl_roster_find_agency (ctl, ctl->database, &filter.agency_id, error) ||
      !muster_ctl_roster_take_list (ctl, ctl->database, &filter, &list, error))
    return FALSE;
  ids = muster_roster_index_select (index, ctl->database, &filter, ctl->cancellable, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_pick (picks, g_array_index (ids, gint64, i), types);
  return ids != NULL;
}

/* Whoever is named beside a list is meant too; --type leaves of each only the roles that it names. */
static gboolean
add_list (MusterCtl *ctl, GArray *picks, GArray *list, guint types)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      MusterBatchPick pick = g_array_index (list, MusterBatchPick, i);

      pick.types &= types != 0 ? types : MUSTER_ASSISTER_ALL_TYPES;
      if (pick.types != 0)
        g_array_append_val (picks, pick);
    }
  return list != NULL;
}

static gboolean
add_confirmed (MusterCtl *ctl, MusterCertificationVerb verb, GArray *picks, guint types, GError **error)
{
  g_autoptr (GArray) list = NULL;
  guint id;

  if (verb != MUSTER_VERB_CERTIFY)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("A list confirms certifications: --confirmed-by goes with “batch certify”."));
      return FALSE;
    }
  if (!muster_ctl_get_number (ctl, "confirmed-by", 0, &id, error))
    return FALSE;
  list = muster_batch_picks_new_confirmed (ctl->database, id, error);
  return add_list (ctl, picks, list, types);
}

static gboolean
is_filtered (MusterCtl *ctl)
{
  return muster_ctl_has (ctl, "list") || muster_ctl_has (ctl, "search") || muster_ctl_has (ctl, "status") || muster_ctl_has (ctl, "agency") || muster_ctl_has (ctl, "county") ||
         muster_ctl_has (ctl, "language") || muster_ctl_has (ctl, "may-assist") || muster_ctl_has (ctl, "expiring");
}

static gboolean
find_people (MusterCtl *ctl, MusterBatchRequest *request, guint types, const GDate *today, GError **error)
{
  g_autoptr (MusterRosterIndex) index = NULL;

  if (muster_ctl_read (ctl, error) == NULL || !add_named (ctl, request->picks, types, error))
    return FALSE;
  index = muster_roster_index_new (ctl->database, today, NULL, ctl->cancellable, error);
  if (index == NULL || (is_filtered (ctl) && !add_found (ctl, index, request->picks, types, error)))
    return FALSE;
  if (muster_ctl_has (ctl, "confirmed-by") && !add_confirmed (ctl, request->verb, request->picks, types, error))
    return FALSE;
  if (muster_ctl_has (ctl, "proposed"))
    {
      g_autoptr (GArray) list = muster_batch_picks_new_proposed (ctl->database, index, request->verb, today, ctl->cancellable, error);

      return add_list (ctl, request->picks, list, types);
    }
  return TRUE;
}

static int
carry_out (MusterCtl *ctl, const MusterBatchRequest *request, const MusterBatchPlan *plan, const MusterCoveragePreview *preview, GError **error)
{
  g_autoptr (MusterBatchPlan) done = NULL;
  gboolean is_dry_run = muster_ctl_has (ctl, "dry-run") || (plan->n_refused > 0 && !request->accept_possible);
  MusterBatchPlan *output = NULL;

  if (!is_dry_run)
    {
      gboolean ok = muster_ctl_perform (ctl, muster_batch_operation (request->verb), request, &output, error);

      done = output;
      if (!ok)
        return -1;
    }
  muster_ctl_batch_print (ctl, request->verb, done != NULL ? done : plan, preview, is_dry_run);
  return plan->n_refused > 0 ? MUSTER_EXIT_FINDINGS : MUSTER_EXIT_DONE;
}

static int
run_batch (MusterCtl *ctl, GError **error)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));
  MusterBatchRequest request = { .picks = picks, .reason = muster_ctl_get (ctl, "reason"), .accept_possible = muster_ctl_has (ctl, "accept-valid"), .expect = muster_ctl_get (ctl, "expect") };
  g_autoptr (MusterBatchPlan) plan = NULL;
  g_autoptr (MusterCoveragePreview) preview = NULL;
  guint types, authority;
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  if (!read_verb (ctl, &request.verb, error) || !muster_ctl_get_types (ctl, "type", &types, error) || !muster_ctl_get_authority (ctl, "authority", &authority, error) ||
      !muster_ctl_get_day (ctl, "on", &request.on, error) || !muster_ctl_check_may (ctl, muster_certification_verb_to_code (request.verb), error) ||
      !muster_ctl_check_reason (ctl, error) || !find_people (ctl, &request, types, &today, error))
    return -1;
  request.authority = authority;
  plan = muster_batch_plan_new (ctl->database, &request, &today, error);
  preview = plan != NULL ? muster_coverage_preview_new_batch (ctl->database, plan, &today, ctl->cancellable, error) : NULL;
  return preview != NULL ? carry_out (ctl, &request, plan, preview, error) : -1;
}

const MusterCtlCommand muster_ctl_batch_commands[] = {
  { "batch", N_("VERB [PERSON]…"), 1, G_MAXUINT, N_("Take a step of the lifecycle for many people at once"), batch_options, TRUE, run_batch },
  { NULL },
};
