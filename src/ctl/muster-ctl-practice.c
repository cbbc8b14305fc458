/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "operations/muster-practice.h"

static int
run_practice (MusterCtl *ctl, GError **error)
{
  g_autofree char *folder = g_canonicalize_filename (muster_ctl_get_argument (ctl, 0), NULL);

  if (!muster_ctl_check_vacant (folder, error) || !muster_practice_create (folder, muster_ctl_progress_cb, ctl, ctl->cancellable, error))
    return -1;
  muster_ctl_progress_end (ctl);
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "register", folder);
      muster_ctl_json_flag (json, "practice", TRUE);
      muster_ctl_json_text (json, "password", MUSTER_PRACTICE_PASSWORD);
      muster_ctl_json_print (json);
      return MUSTER_EXIT_DONE;
    }
  muster_ctl_print (_("A practice register with an invented agency is in %s.\nIts accounts are alex and robin (administrators), sam (supervisor), kim (staff) and jo (auditor); the password is “%s”.\n"),
                    folder, MUSTER_PRACTICE_PASSWORD);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_practice_commands[] = {
  { "practice", N_("DIR"), 1, 1, N_("Make a practice register with an invented agency"), NULL, FALSE, run_practice },
  { NULL },
};
