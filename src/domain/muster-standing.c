/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-standing.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"

#define N_RESTRICTIONS 3

static const char *const restriction_codes[N_RESTRICTIONS] = { "none", "limited", "stop-work" };

static const char *const restriction_labels[N_RESTRICTIONS] = { N_("No restriction"), N_("Limits"), N_("Stop work") };

typedef struct
{
  const char *code;
  const char *text;
  const char *cure;
  const char *requirement;
} ReasonText;

/* By the bit number of MusterReason. */
static const ReasonText reasons[MUSTER_N_REASONS] = {
  { "not-certified", N_("The certification is not complete yet."), N_("Finish training and review, then record the marketplace’s certification."), "certification" },
  { "no-role", N_("The person holds no role as an assister."), N_("Enroll the person in a role."), "certification" },
  { "suspended", N_("The certification is suspended for administrative reasons."), N_("Complete the open items, then record the marketplace’s reinstatement."), "certification" },
  { "suspended-for-cause", N_("The certification is suspended for cause."), N_("The suspension has to be rebutted or its cause cured; then the marketplace may lift it."), "certification" },
  { "expired", N_("The certification has expired."), N_("The person has to apply again."), "certification" },
  { "denied", N_("The certification was denied."), N_("An appeal, or a new application once one is allowed."), "certification" },
  { "withdrawn", N_("The application or certification was withdrawn."), N_("The person may apply again."), "certification" },
  { "inactive", N_("The person is not active on the roster."), N_("Record the person’s return to the agency."), "roster" },
  { "revoked", N_("The certification was revoked."), N_("A review that is granted, or a new application once one is allowed."), "certification" },
  { "stop-work", N_("An open corrective action stops the person’s work."), N_("Complete the steps of the corrective action and close it."), "corrective-action" },
  { "restricted", N_("The person may assist only within the limits of an open corrective action."), N_("Complete the steps of the corrective action and close it."), "corrective-action" },
  { "no-agency", N_("The person is with no agency at present."), N_("Record the agency the person works for."), "agency" },
  { "requirement-missing", N_("Something that is required is missing."), N_("Complete what is missing, and record it."), "requirements" },
  { "requirement-expired", N_("Something that is required has ended."), N_("Renew what has ended, and record it."), "requirements" },
  { "requirement-not-met", N_("Something that is required is recorded as not met."), N_("Have it put right, and record it."), "requirements" },
};

/* What a state says about why its role may not assist. */
static const guint state_reasons[MUSTER_N_STATES] = {
  [MUSTER_STATE_NONE] = 0,
  [MUSTER_STATE_APPLICANT] = MUSTER_REASON_NOT_CERTIFIED,
  [MUSTER_STATE_IN_TRAINING] = MUSTER_REASON_NOT_CERTIFIED,
  [MUSTER_STATE_PENDING_REVIEW] = MUSTER_REASON_NOT_CERTIFIED,
  [MUSTER_STATE_CERTIFIED] = 0,
  [MUSTER_STATE_CERTIFIED_RESTRICTED] = 0,
  [MUSTER_STATE_SUSPENDED_ADMINISTRATIVE] = MUSTER_REASON_SUSPENDED,
  [MUSTER_STATE_SUSPENDED_FOR_CAUSE] = MUSTER_REASON_SUSPENDED_FOR_CAUSE,
  [MUSTER_STATE_EXPIRED] = MUSTER_REASON_EXPIRED,
  [MUSTER_STATE_DENIED] = MUSTER_REASON_DENIED,
  [MUSTER_STATE_WITHDRAWN] = MUSTER_REASON_WITHDRAWN,
  [MUSTER_STATE_INACTIVE] = MUSTER_REASON_INACTIVE,
  [MUSTER_STATE_REVOKED] = MUSTER_REASON_REVOKED,
};

/* Which of several states is shown: the best, but a sanction is never hidden behind a mere application in another role. */
static const MusterCertificationState display_order[] = {
  MUSTER_STATE_CERTIFIED,
  MUSTER_STATE_CERTIFIED_RESTRICTED,
  MUSTER_STATE_SUSPENDED_FOR_CAUSE,
  MUSTER_STATE_REVOKED,
  MUSTER_STATE_SUSPENDED_ADMINISTRATIVE,
  MUSTER_STATE_PENDING_REVIEW,
  MUSTER_STATE_IN_TRAINING,
  MUSTER_STATE_APPLICANT,
  MUSTER_STATE_EXPIRED,
  MUSTER_STATE_WITHDRAWN,
  MUSTER_STATE_DENIED,
  MUSTER_STATE_INACTIVE,
};

static gboolean
is_certified (guint state)
{
  return state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED;
}

static MusterCertificationState
choose_overall (const MusterStandingFacts *facts)
{
  guint held = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    held |= 1u << facts->states[i];
  if (facts->left_revoked != 0)
    held |= 1u << MUSTER_STATE_REVOKED;
  for (guint i = 0; i < G_N_ELEMENTS (display_order); i++)
    if ((held & (1u << display_order[i])) != 0)
      return display_order[i];
  return MUSTER_STATE_NONE;
}

static guint
collect_lacking (const MusterStandingFacts *facts)
{
  return (facts->missing != 0 ? MUSTER_REASON_REQUIREMENT_MISSING : 0) |
         (facts->expired != 0 ? MUSTER_REASON_REQUIREMENT_EXPIRED : 0) |
         (facts->adverse != 0 ? MUSTER_REASON_REQUIREMENT_ADVERSE : 0);
}

/* A role that is certified has nothing against it but what it requires, and what holds for the whole person. */
static guint
collect_reasons (const MusterStandingFacts *facts, guint types, guint certified_types)
{
  guint result = 0;

  if (!facts->active)
    result |= MUSTER_REASON_INACTIVE;
  else if (!facts->has_agency)
    result |= MUSTER_REASON_NO_AGENCY;
  if (facts->restriction == MUSTER_RESTRICTION_STOP_WORK)
    result |= MUSTER_REASON_STOP_WORK;
  if (types == 0)
    result |= MUSTER_REASON_NO_ROLE;
  if (certified_types != 0)
    return (certified_types & ~facts->blocked_types) == 0 ? result | collect_lacking (facts) : result;
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    result |= state_reasons[facts->states[i]];
  return facts->left_revoked != 0 ? result | MUSTER_REASON_REVOKED : result;
}

MusterStanding
muster_standing_judge (const MusterStandingFacts *facts)
{
  MusterStanding standing = { 0 };
  guint certified_types = 0;
  gboolean any_unrestricted = FALSE;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      if (facts->states[i] != MUSTER_STATE_NONE)
        standing.types |= 1u << i;
      if (is_certified (facts->states[i]))
        certified_types |= 1u << i;
      any_unrestricted |= facts->states[i] == MUSTER_STATE_CERTIFIED && (facts->blocked_types & (1u << i)) == 0;
    }
  standing.overall = choose_overall (facts);
  if (facts->active && facts->has_agency && facts->restriction != MUSTER_RESTRICTION_STOP_WORK)
    standing.assisting_types = certified_types & ~facts->blocked_types;
  standing.may_assist = standing.assisting_types != 0;

  if (!standing.may_assist)
    standing.reasons = collect_reasons (facts, standing.types, certified_types);
  else if (facts->restriction == MUSTER_RESTRICTION_LIMITED || !any_unrestricted)
    standing.reasons = MUSTER_REASON_RESTRICTED;
  return standing;
}

gboolean
muster_standing_is_expiring (const MusterStanding *standing, const MusterStandingFacts *facts, MusterDay on, guint days)
{
  return standing->may_assist && facts->through != 0 && facts->through <= muster_day_add (on, days);
}

const char *
muster_restriction_to_code (MusterRestriction restriction)
{
  g_return_val_if_fail ((guint) restriction < N_RESTRICTIONS, "");
  return restriction_codes[restriction];
}

gboolean
muster_restriction_from_code (const char *code, MusterRestriction *restriction, GError **error)
{
  guint index;

  if (!muster_code_find (restriction_codes, N_RESTRICTIONS, code, _("This is not a restriction"), &index, error))
    return FALSE;
  *restriction = index;
  return TRUE;
}

const char *
muster_restriction_get_label (MusterRestriction restriction)
{
  g_return_val_if_fail ((guint) restriction < N_RESTRICTIONS, "");
  return _(restriction_labels[restriction]);
}

static const ReasonText *
find_reason (MusterReason reason)
{
  int bit = g_bit_nth_lsf (reason, -1);

  g_return_val_if_fail (bit >= 0 && bit < MUSTER_N_REASONS, &reasons[0]);
  return &reasons[bit];
}

const char *
muster_reason_to_code (MusterReason reason)
{
  return find_reason (reason)->code;
}

const char *
muster_reason_get_text (MusterReason reason)
{
  return _(find_reason (reason)->text);
}

const char *
muster_reason_get_cure (MusterReason reason)
{
  return _(find_reason (reason)->cure);
}

const char *
muster_reason_get_requirement (MusterReason reason)
{
  return find_reason (reason)->requirement;
}
