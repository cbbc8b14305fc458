/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-severity.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"

static const char *const severity_codes[MUSTER_N_SEVERITIES + 1] = { NULL, "S1", "S2", "S3", "S4" };

static const char *const severity_labels[MUSTER_N_SEVERITIES + 1] = {
  NULL,
  N_("Coaching"),
  N_("Written warning"),
  N_("Serious: restriction and plan"),
  N_("Critical: stop work"),
};

gboolean
muster_severity_from_code (const char *code, MusterSeverity *severity, GError **error)
{
  guint index;

  if (!muster_code_find (severity_codes, MUSTER_N_SEVERITIES + 1, code, _("This is not a severity"), &index, error))
    return FALSE;
  *severity = index;
  return TRUE;
}

const char *
muster_severity_to_code (MusterSeverity severity)
{
  g_return_val_if_fail (severity >= MUSTER_SEVERITY_1 && severity <= MUSTER_SEVERITY_4, "");
  return severity_codes[severity];
}

const char *
muster_severity_get_label (MusterSeverity severity)
{
  g_return_val_if_fail (severity >= MUSTER_SEVERITY_1 && severity <= MUSTER_SEVERITY_4, "");
  return _(severity_labels[severity]);
}
