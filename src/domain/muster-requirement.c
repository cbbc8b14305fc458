/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-requirement.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"

#define N_RENEWALS 3

static const char *const kind_codes[MUSTER_N_REQUIREMENT_KINDS] = {
  "course",
  "study",
  "licence",
  "acknowledgement",
  "appointment",
  "credits",
  "access",
  "listing",
  "contract",
};

static const char *const kind_labels[MUSTER_N_REQUIREMENT_KINDS] = {
  N_("Course"),
  N_("Background study"),
  N_("License"),
  N_("Acknowledgment"),
  N_("Carrier appointment"),
  N_("Continuing education"),
  N_("Portal access"),
  N_("Directory listing"),
  N_("Agency contract"),
};

static const char *const renewal_codes[N_RENEWALS] = { "once", "season", "months" };

#define MET MUSTER_MEANING_MET
#define ON_THE_WAY MUSTER_MEANING_ON_THE_WAY
#define ADVERSE MUSTER_MEANING_ADVERSE

/* The axes of domain.md; what meets a requirement comes first. */
static const MusterEvidenceOutcome outcomes[MUSTER_N_REQUIREMENT_KINDS][8] = {
  [MUSTER_REQUIREMENT_COURSE] = { { "passed", N_("Passed"), MET }, { "enrolled", N_("Enrolled"), ON_THE_WAY }, { "failed", N_("Failed"), ADVERSE } },
  [MUSTER_REQUIREMENT_STUDY] = { { "cleared", N_("Cleared"), MET },
                                 { "consent-received", N_("Consent received"), ON_THE_WAY },
                                 { "initiated", N_("Initiated"), ON_THE_WAY },
                                 { "disqualified", N_("Disqualified"), ADVERSE } },
  [MUSTER_REQUIREMENT_LICENCE] = { { "active", N_("Active"), MET },
                                   { "lapsed", N_("Lapsed"), ADVERSE },
                                   { "suspended", N_("Suspended"), ADVERSE },
                                   { "revoked", N_("Revoked"), ADVERSE },
                                   { "surrendered", N_("Surrendered"), ADVERSE } },
  [MUSTER_REQUIREMENT_ACKNOWLEDGEMENT] = { { "signed", N_("Signed"), MET }, { "sent", N_("Sent"), ON_THE_WAY }, { "refused", N_("Refused"), ADVERSE } },
  [MUSTER_REQUIREMENT_APPOINTMENT] = { { "appointed", N_("Appointed"), MET }, { "filed", N_("Filed"), ON_THE_WAY }, { "ended", N_("Ended"), ADVERSE } },
  [MUSTER_REQUIREMENT_CREDITS] = { { "reported", N_("Reported"), MET }, { "attended", N_("Attended, not reported"), ON_THE_WAY } },
  [MUSTER_REQUIREMENT_ACCESS] = { { "live", N_("Live"), MET }, { "approved", N_("Approved"), ON_THE_WAY }, { "suspended", N_("Suspended"), ADVERSE }, { "ended", N_("Ended"), ADVERSE } },
  [MUSTER_REQUIREMENT_LISTING] = { { "listed", N_("Listed"), MET }, { "requested", N_("Requested"), ON_THE_WAY }, { "not-listed", N_("Not listed"), ADVERSE } },
  [MUSTER_REQUIREMENT_CONTRACT] = { { "active", N_("Active"), MET }, { "sent", N_("Sent"), ON_THE_WAY }, { "lapsed", N_("Lapsed"), ADVERSE }, { "ended", N_("Ended"), ADVERSE } },
};

void
muster_requirement_free (MusterRequirement *requirement)
{
  if (requirement == NULL)
    return;
  g_free (requirement->code);
  g_free (requirement->title);
  muster_rule_source_clear (&requirement->source);
  g_free (requirement);
}

const char *
muster_requirement_kind_to_code (MusterRequirementKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REQUIREMENT_KINDS, "");
  return kind_codes[kind];
}

gboolean
muster_requirement_kind_from_code (const char *code, MusterRequirementKind *kind, GError **error)
{
  guint index;

  if (!muster_code_find (kind_codes, MUSTER_N_REQUIREMENT_KINDS, code, _("This is not a kind of requirement"), &index, error))
    return FALSE;
  *kind = index;
  return TRUE;
}

const char *
muster_requirement_kind_get_label (MusterRequirementKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REQUIREMENT_KINDS, "");
  return _(kind_labels[kind]);
}

const char *
muster_renewal_to_code (MusterRenewal renewal)
{
  g_return_val_if_fail ((guint) renewal < N_RENEWALS, "");
  return renewal_codes[renewal];
}

gboolean
muster_renewal_from_code (const char *code, MusterRenewal *renewal, GError **error)
{
  guint index;

  if (!muster_code_find (renewal_codes, N_RENEWALS, code, _("This is not a renewal"), &index, error))
    return FALSE;
  *renewal = index;
  return TRUE;
}

const MusterEvidenceOutcome *
muster_requirement_kind_get_outcomes (MusterRequirementKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_REQUIREMENT_KINDS, outcomes[0]);
  return outcomes[kind];
}

const MusterEvidenceOutcome *
muster_requirement_kind_find_outcome (MusterRequirementKind kind, const char *code, GError **error)
{
  const MusterEvidenceOutcome *list = muster_requirement_kind_get_outcomes (kind);
  const char *codes[G_N_ELEMENTS (outcomes[0])] = { NULL };
  guint n = 0, index;

  if (code == NULL)
    return list;
  for (; list[n].code != NULL; n++)
    codes[n] = list[n].code;
  return muster_code_find (codes, n, code, _("This is not an outcome of that requirement"), &index, error) ? &list[index] : NULL;
}
