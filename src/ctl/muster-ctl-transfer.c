/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-batch.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "operations/muster-transfer.h"
#include "store/muster-people-table.h"

static const MusterCtlOption transfer_options[] = {
  { "to", MUSTER_CTL_TEXT, TRUE, N_("AGENCY"), N_("The agency that the person goes to; one of the register") },
  { "on", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("The first day there") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { "dry-run", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only say what would be done, and what it would leave uncovered") },
  { NULL },
};

static gint64
find_agency (MusterCtl *ctl, GError **error)
{
  const char *name = muster_ctl_get (ctl, "to");
  gint64 id = 0;

  if (!muster_people_table_find_agency (ctl->database, name, &id, error))
    return 0;
  if (id == 0)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("No agency of the register is called “%s”. An import or “person edit --set agency=…” enters a new one."), name);
  return id;
}

static gboolean
warn (MusterCtl *ctl, const MusterTransferRequest *request, GError **error)
{
  g_autoptr (MusterCoveragePreview) preview = NULL;
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  /* Of what is refused nothing is left uncovered. */
  if (!muster_transfer_check (ctl->database, request, &today, error))
    return FALSE;
  preview = muster_coverage_preview_new_transfer (ctl->database, request, &today, ctl->cancellable, error);
  if (preview != NULL)
    muster_ctl_coverage_warn (ctl, preview);
  return preview != NULL;
}

static int
print_dry_run (MusterCtl *ctl, const MusterTransferRequest *request, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (request->assister_id);
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  if (!muster_transfer_check (ctl->database, request, &today, error))
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_flag (json, "dry_run", TRUE);
      muster_ctl_json_text (json, "person", code);
      muster_ctl_json_text (json, "to", muster_ctl_get (ctl, "to"));
      muster_ctl_json_day (json, "on", &request->on);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  /* Translators: person, agency */
  muster_ctl_print (_("%s would go to “%s”. Nothing was changed.\n"), code, muster_ctl_get (ctl, "to"));
  return MUSTER_EXIT_DONE;
}

static int
run_transfer (MusterCtl *ctl, GError **error)
{
  MusterTransferRequest request = { .reason = muster_ctl_get (ctl, "reason") };

  if (!muster_ctl_get_day (ctl, "on", &request.on, error) || !muster_ctl_check_may (ctl, muster_transfer.name, error) || !muster_ctl_check_reason (ctl, error))
    return -1;
  request.assister_id = muster_ctl_find_person (ctl, muster_ctl_get_argument (ctl, 0), error);
  request.agency_id = request.assister_id != 0 ? find_agency (ctl, error) : 0;
  if (request.agency_id == 0 || !warn (ctl, &request, error))
    return -1;
  if (muster_ctl_has (ctl, "dry-run"))
    return print_dry_run (ctl, &request, error);
  if (!muster_ctl_perform (ctl, &muster_transfer, &request, NULL, error))
    return -1;
  return muster_ctl_person_print (ctl, request.assister_id, error);
}

const MusterCtlCommand muster_ctl_transfer_commands[] = {
  { "transfer", N_("PERSON"), 1, 1, N_("Record that a person goes to another agency"), transfer_options, TRUE, run_transfer },
  { NULL },
};
