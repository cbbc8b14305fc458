/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-certification-operations.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-open-items.h"

/**
 * MusterCertificationStep: one step of one person, looked at and not taken yet: what a preview tells is what is done then.
 * @events: (element-type MusterCertificationEvent): what is recorded of the person; what the step adds is appended as it is taken
 * @types: the roles in which it is taken; 0: the person leaves or comes back without one
 * @open_items: (nullable): of the lifting of an administrative suspension: what is open; @reason: as it is recorded
 * @planned: (element-type MusterCertificationEvent): what it will add, by role
 */
typedef struct
{
  MusterCertificationVerb verb;
  MusterAssister *person;
  GPtrArray *events;
  guint types;
  GPtrArray *planned;
  MusterOpenItems *open_items;
  char *reason;
  const char *despite_open_items;
  MusterStepContext context;
} MusterCertificationStep;

/** Returns: (transfer full): @request as it would be carried out on @today; %NULL with what speaks against it. */
MusterCertificationStep *muster_certification_step_new (MusterDatabase *database, MusterCertificationVerb verb, const MusterCertificationRequest *request, const GDate *today, GError **error);
void muster_certification_step_free (MusterCertificationStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCertificationStep, muster_certification_step_free)

/** Takes it. */
gboolean muster_certification_step_take (MusterWork *work, MusterCertificationStep *step, GError **error);
/** Whether the person would not be with the agency any more. */
gboolean muster_certification_step_is_leaving (const MusterCertificationStep *step);
