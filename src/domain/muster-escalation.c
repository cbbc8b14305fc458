/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-escalation.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-follow-up-rule.h"

/* domain.md “Incidents and corrective actions” */
#define OVERDUE_DAYS 10
#define RECURRENCE_MONTHS 24
#define BY_ONE (MUSTER_ESCALATION_OVERDUE | MUSTER_ESCALATION_RECURRENCE | MUSTER_ESCALATION_TWO_OPEN | MUSTER_ESCALATION_FAILED_CHECK)

/* In the order of their bits. */
static const struct
{
  const char *code;
  const char *label;
} grounds_table[MUSTER_N_ESCALATION_GROUNDS] = {
  { "overdue", N_("Overdue by more than 10 days") },
  { "recurrence", N_("The same clause for the second time within 24 months") },
  { "two-open", N_("Another one is open at the same time") },
  { "removal", N_("Of severity S4: a suspension or a revocation") },
  { "failed-check", N_("The check of its effect failed") },
};

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

static guint
find_index (MusterEscalationGround ground)
{
  return g_bit_nth_lsf (ground, -1);
}

const char *
muster_escalation_ground_to_code (MusterEscalationGround ground)
{
  g_return_val_if_fail (find_index (ground) < MUSTER_N_ESCALATION_GROUNDS, "");
  return grounds_table[find_index (ground)].code;
}

const char *
muster_escalation_ground_get_label (MusterEscalationGround ground)
{
  g_return_val_if_fail (find_index (ground) < MUSTER_N_ESCALATION_GROUNDS, "");
  return _(grounds_table[find_index (ground)].label);
}

char *
muster_escalation_dup_labels (guint grounds)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_null_terminated (MUSTER_N_ESCALATION_GROUNDS, NULL, TRUE);

  for (guint i = 0; i < MUSTER_N_ESCALATION_GROUNDS; i++)
    if ((grounds & (1u << i)) != 0)
      g_ptr_array_add (labels, _(grounds_table[i].label));
  return g_strjoinv ("; ", (char **) labels->pdata);
}

gboolean
muster_escalation_is_earlier (const MusterCorrectiveAction *action, const MusterCorrectiveAction *earlier)
{
  int order = g_date_compare (&earlier->opened, &action->opened);

  return is_other_of_person (action, earlier) && earlier->state != MUSTER_ACTION_VOIDED && (order < 0 || (order == 0 && earlier->id < action->id)) && share_clause (action, earlier);
}

gboolean
muster_escalation_is_recurrence (const MusterCorrectiveAction *action, const MusterCorrectiveAction *earlier)
{
  GDate since = action->opened;

  g_date_subtract_months (&since, RECURRENCE_MONTHS);
  return muster_escalation_is_earlier (action, earlier) && g_date_compare (&earlier->opened, &since) >= 0;
}

MusterEscalationGround
muster_escalation_list_grounds (const MusterCorrectiveAction *action, GPtrArray *others, const GDate *on)
{
  MusterEscalationGround grounds = 0;

  if (action->state != MUSTER_ACTION_OPEN)
    return 0;
  if (g_date_days_between (muster_corrective_action_get_deadline (action), on) > OVERDUE_DAYS)
    grounds |= MUSTER_ESCALATION_OVERDUE;
  if (action->severity == MUSTER_SEVERITY_4)
    grounds |= MUSTER_ESCALATION_REMOVAL;
  if (muster_follow_up_has_failed (action))
    grounds |= MUSTER_ESCALATION_FAILED_CHECK;
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
