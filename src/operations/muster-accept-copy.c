/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-accept-copy.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const char *reason = input;

  if (muster_text_is_blank (reason))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Give the reason: whoever looks at the journal has to know why an older copy goes on."));
      return FALSE;
    }
  if (muster_identifier_may_hold_ssn (reason, TRUE))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
      return FALSE;
    }
  muster_work_set_reason (work, reason);
  return muster_work_accept_copy (work, error);
}

const MusterOperation muster_accept_copy = { .name = "accept-copy", .perform = perform };
