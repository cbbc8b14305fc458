/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-batch.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-correct-certification.h"

#define ON { "on", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("The day from which it holds") }
#define AUTHORITY { "authority", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Whose decision it is: marketplace, agency, regulator, individual or clock") }
#define REASON { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") }
#define DRY_RUN { "dry-run", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only say what would be done, and what it would leave uncovered") }

static const MusterCtlOption one_role_options[] = {
  { "type", MUSTER_CTL_TEXT, TRUE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  ON,
  AUTHORITY,
  REASON,
  DRY_RUN,
  { NULL },
};

static const MusterCtlOption beginning_options[] = {
  { "type", MUSTER_CTL_TEXT, TRUE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  ON,
  AUTHORITY,
  REASON,
  { "despite-revocation", MUSTER_CTL_FLAG, FALSE, NULL, N_("Somebody looked: a revocation in another role does not stand in the way; --reason says why") },
  DRY_RUN,
  { NULL },
};

static const MusterCtlOption reinstating_options[] = {
  { "type", MUSTER_CTL_TEXT, TRUE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  ON,
  AUTHORITY,
  REASON,
  { "despite-open-items", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why the suspension is lifted although something is open") },
  DRY_RUN,
  { NULL },
};

static const MusterCtlOption any_role_options[] = {
  { "type", MUSTER_CTL_TEXT, FALSE, N_("TYPE"), N_("broker, navigator, cac or support-staff; every role that it fits if not given") },
  ON,
  AUTHORITY,
  REASON,
  DRY_RUN,
  { NULL },
};

static const MusterCtlOption correct_options[] = {
  { "type", MUSTER_CTL_TEXT, TRUE, N_("TYPE"), N_("broker, navigator, cac or support-staff") },
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day from which it really holds") },
  { "never", MUSTER_CTL_FLAG, FALSE, NULL, N_("It never happened") },
  REASON,
  { NULL },
};

/* Where a verb is a command of its own, its code is the command's name. */
static MusterCertificationVerb
find_verb (const char *name)
{
  for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
    if (g_str_equal (muster_certification_verb_to_code (verb), name))
      return verb;
  g_assert_not_reached ();
}

static int
look_only (MusterCtl *ctl, MusterCertificationVerb verb, const MusterCertificationRequest *request, GError **error)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));
  MusterBatchRequest batch = { .verb = verb, .picks = picks, .authority = request->authority, .on = request->on, .reason = request->reason, .despite_revocation = request->despite_revocation, .despite_open_items = request->despite_open_items };
  MusterBatchPick pick = { .assister_id = request->assister_id, .types = request->type };

  g_date_clear (&pick.on, 1);
  g_array_append_val (picks, pick);
  return muster_ctl_batch_print_one (ctl, &batch, error) ? MUSTER_EXIT_DONE : -1;
}

/* Before it is done; what speaks against the step itself is said by the step. */
static void
warn (MusterCtl *ctl, MusterCertificationVerb verb, const MusterCertificationRequest *request)
{
  g_autoptr (MusterCoveragePreview) preview = NULL;
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  if (muster_ctl_coverage_is_asked (verb))
    preview = muster_coverage_preview_new_step (ctl->database, verb, request, &today, ctl->cancellable, NULL);
  if (preview != NULL)
    muster_ctl_coverage_warn (ctl, preview);
}

static int
run_verb (MusterCtl *ctl, GError **error)
{
  MusterCertificationVerb verb = find_verb (ctl->command->name);
  const MusterOperation *operation = muster_certification_operation (verb);
  MusterCertificationRequest request = { .reason = muster_ctl_get (ctl, "reason"), .despite_revocation = muster_ctl_has (ctl, "despite-revocation"), .despite_open_items = muster_ctl_get (ctl, "despite-open-items") };
  guint type, authority;

  if (!muster_ctl_get_types (ctl, "type", &type, error) || !muster_ctl_get_authority (ctl, "authority", &authority, error) ||
      !muster_ctl_get_day (ctl, "on", &request.on, error) || !muster_ctl_check_may (ctl, operation->name, error) ||
      !muster_ctl_check_reason (ctl, error))
    return -1;
  request.type = type;
  request.authority = authority;
  request.assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (request.assister_id == 0)
    return -1;
  if (muster_ctl_has (ctl, "dry-run"))
    return look_only (ctl, verb, &request, error);
  warn (ctl, verb, &request);
  if (!muster_ctl_perform (ctl, operation, &request, NULL, error))
    return -1;
  return muster_ctl_person_print (ctl, request.assister_id, error);
}

static int
run_correct (MusterCtl *ctl, GError **error)
{
  MusterCorrectionRequest request = { .reason = muster_ctl_get (ctl, "reason") };
  guint type;

  if (!muster_ctl_get_types (ctl, "type", &type, error) || !muster_ctl_get_day (ctl, "on", &request.on, error) ||
      !muster_ctl_check_may (ctl, muster_correct_certification.name, error) || !muster_ctl_check_reason (ctl, error))
    return -1;
  if (g_date_valid (&request.on) == muster_ctl_has (ctl, "never"))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Say from which day it really holds with --on, or that it never happened with --never."));
      return -1;
    }
  request.type = type;
  request.assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  if (request.assister_id == 0 || !muster_ctl_perform (ctl, &muster_correct_certification, &request, NULL, error))
    return -1;
  return muster_ctl_person_print (ctl, request.assister_id, error);
}

const MusterCtlCommand muster_ctl_certification_commands[] = {
  { "enrol", N_("PERSON"), 1, 1, N_("Enroll a person in another role"), beginning_options, TRUE, run_verb },
  { "start-training", N_("PERSON"), 1, 1, N_("Record that training began"), one_role_options, TRUE, run_verb },
  { "submit", N_("PERSON"), 1, 1, N_("Record that everything was submitted for review"), one_role_options, TRUE, run_verb },
  { "certify", N_("PERSON"), 1, 1, N_("Certify a person"), beginning_options, TRUE, run_verb },
  { "deny", N_("PERSON"), 1, 1, N_("Deny a certification"), one_role_options, TRUE, run_verb },
  { "suspend", N_("PERSON"), 1, 1, N_("Suspend a certification for an administrative reason"), one_role_options, TRUE, run_verb },
  { "reinstate", N_("PERSON"), 1, 1, N_("Reinstate a suspended certification"), reinstating_options, TRUE, run_verb },
  { "expire", N_("PERSON"), 1, 1, N_("Record that a suspended certification expired"), one_role_options, TRUE, run_verb },
  { "withdraw", N_("PERSON"), 1, 1, N_("Record that a person withdraws"), any_role_options, TRUE, run_verb },
  { "inactivate", N_("PERSON"), 1, 1, N_("Record that a person leaves the agency"), any_role_options, TRUE, run_verb },
  { "return", N_("PERSON"), 1, 1, N_("Record that a person is back"), any_role_options, TRUE, run_verb },
  { "reapply", N_("PERSON"), 1, 1, N_("Record that a person applies again"), beginning_options, TRUE, run_verb },
  { "correct", N_("PERSON"), 1, 1, N_("Correct what was recorded last of a certification; what was believed is kept"), correct_options, TRUE, run_correct },
  { NULL },
};
