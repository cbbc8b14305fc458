/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-severity-change.h"
#include "store/muster-store.h"

typedef struct
{
  gint64 action_id;
  MusterSeverity severity;
  const char *reason;
} MusterSeverityRequest;

/**
 * Raises or lowers the severity of an open corrective action, for a reason. Neither its last day nor a restriction moves with it: output (char ***, nullable): what the
 * rules ask otherwise, as muster_severity_change_list_remarks() says it.
 */
extern const MusterOperation muster_change_severity;
