/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterSeverity: S1 to S4. */
typedef enum
{
  MUSTER_SEVERITY_1 = 1,
  MUSTER_SEVERITY_2,
  MUSTER_SEVERITY_3,
  MUSTER_SEVERITY_4,
} MusterSeverity;

#define MUSTER_N_SEVERITIES 4

/** "S1" … "S4", any case. */
gboolean muster_severity_from_code (const char *code, MusterSeverity *severity, GError **error);
const char *muster_severity_to_code (MusterSeverity severity);
/** Returns: translated: "Coaching", "Written warning", "Serious: restriction and plan", "Critical: stop work". */
const char *muster_severity_get_label (MusterSeverity severity);
