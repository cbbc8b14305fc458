/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-escalation.h"

/* domain.md “Incidents and corrective actions” */
#define OVERDUE_DAYS 10
#define RECURRENCE_MONTHS 24
#define BY_ONE (MUSTER_ESCALATION_OVERDUE | MUSTER_ESCALATION_RECURRENCE | MUSTER_ESCALATION_TWO_OPEN)

static gboolean
is_other_of_person (const MusterCorrectiveAction *action, const MusterCorrectiveAction *other)
{
  return other->id != action->id && other->assister_id == action->assister_id;
}

static gboolean
share_clause (const MusterCorrectiveAction *a, const MusterCorrectiveAction *b)
{
  for (guint i = 0; i < a->clause_ids->len; i++)
    if (g_ptr_array_find_with_equal_func (b->clause_ids, g_ptr_array_index (a->clause_ids, i), g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

gboolean
muster_escalation_is_recurrence (const MusterCorrectiveAction *action, const MusterCorrectiveAction *earlier)
{
  GDate since = action->opened;
  int order = g_date_compare (&earlier->opened, &action->opened);

  g_date_subtract_months (&since, RECURRENCE_MONTHS);
  return is_other_of_person (action, earlier) && earlier->state != MUSTER_ACTION_VOIDED && (order < 0 || (order == 0 && earlier->id < action->id)) && g_date_compare (&earlier->opened, &since) >= 0 && share_clause (action, earlier);
}

MusterEscalationGround
muster_escalation_list_grounds (const MusterCorrectiveAction *action, GPtrArray *others, const GDate *on)
{
  MusterEscalationGround grounds = 0;

  if (action->state != MUSTER_ACTION_OPEN)
    return 0;
  if (g_date_days_between (&action->due, on) > OVERDUE_DAYS)
    grounds |= MUSTER_ESCALATION_OVERDUE;
  if (action->severity == MUSTER_SEVERITY_4)
    grounds |= MUSTER_ESCALATION_REMOVAL;
  for (guint i = 0; i < others->len; i++)
    {
      const MusterCorrectiveAction *other = g_ptr_array_index (others, i);

      if (is_other_of_person (action, other) && other->state == MUSTER_ACTION_OPEN)
        grounds |= MUSTER_ESCALATION_TWO_OPEN;
      if (muster_escalation_is_recurrence (action, other))
        grounds |= MUSTER_ESCALATION_RECURRENCE;
    }
  return grounds;
}

MusterSeverity
muster_escalation_propose_severity (MusterSeverity severity, MusterEscalationGround grounds)
{
  return (grounds & BY_ONE) != 0 && severity < MUSTER_SEVERITY_4 ? severity + 1 : severity;
}
