/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "store/muster-store.h"

/** Input of #muster_correct_certification. @on: the day from which the last step in @type really holds; unset: it never happened. @reason: required. */
typedef struct
{
  gint64 assister_id;
  MusterAssisterType type;
  GDate on;
  const char *reason;
} MusterCorrectionRequest;

/** Corrects the last step of a certification; what was believed is kept, and known as it was before. No output. */
extern const MusterOperation muster_correct_certification;
