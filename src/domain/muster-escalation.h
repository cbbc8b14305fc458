/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"

/** MusterEscalationGround: why more than its severity asks is proposed for an open action; flags. The program proposes, a person decides. */
typedef enum
{
  MUSTER_ESCALATION_OVERDUE = 1 << 0,    /* its deadline passed by more than 10 days */
  MUSTER_ESCALATION_RECURRENCE = 1 << 1, /* a clause it cites was cited in an earlier one, opened within 24 months before */
  MUSTER_ESCALATION_TWO_OPEN = 1 << 2,   /* the person has another open one */
  MUSTER_ESCALATION_REMOVAL = 1 << 3,    /* of severity S4: suspension or revocation is proposed */
  MUSTER_ESCALATION_FAILED_CHECK = 1 << 4, /* the last check of its effect failed */
} MusterEscalationGround;

#define MUSTER_N_ESCALATION_GROUNDS 5

/** Returns: the code of one ground, "failed-check", and its translated words. */
const char *muster_escalation_ground_to_code (MusterEscalationGround ground);
const char *muster_escalation_ground_get_label (MusterEscalationGround ground);

/** Returns: (transfer full): the words of all of @grounds, joined. */
char *muster_escalation_dup_labels (guint grounds);

/** Whether @earlier is an earlier action of the same person under a clause that @action cites too, however long ago; a voided one never counts. */
gboolean muster_escalation_is_earlier (const MusterCorrectiveAction *action, const MusterCorrectiveAction *earlier);

/** Whether @earlier is an earlier action of the same person under a clause that @action cites too, opened within 24 months before it; a voided one never counts. */
gboolean muster_escalation_is_recurrence (const MusterCorrectiveAction *action, const MusterCorrectiveAction *earlier);
/**
 * The grounds there are on @on for escalating @action; none once it is closed.
 * @others: (element-type MusterCorrectiveAction): actions of the same person; @action itself and those of other people do not count
 */
MusterEscalationGround muster_escalation_list_grounds (const MusterCorrectiveAction *action, GPtrArray *others, const GDate *on);
/** The severity proposed by @grounds: one more than @severity, however many they are, S4 at most. */
MusterSeverity muster_escalation_propose_severity (MusterSeverity severity, MusterEscalationGround grounds);
