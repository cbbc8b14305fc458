/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"
#include "store/muster-store.h"

/**
 * MusterAdoptRequest: input of adopting a rule pack.
 * @from: from that day on people are judged by it; unset: today
 */
typedef struct
{
  MusterRulePack *pack;
  GDate from;
  const char *reason;
} MusterAdoptRequest;

/** A register goes by another rule pack from now on, or from a day on. Output: none. */
extern const MusterOperation muster_adopt_rule_pack;

/**
 * MusterPolicyRequest: input of loading the official text of the notice.
 * @version: its name, "2026.1"; @from: the day it comes into force
 */
typedef struct
{
  const char *version;
  const char *title;
  GDate from;
  const char *file_name;
  GBytes *content;
} MusterPolicyRequest;

/** A version of the notice is kept, and from its day on everybody is asked for it. Output: none. */
extern const MusterOperation muster_load_policy;
