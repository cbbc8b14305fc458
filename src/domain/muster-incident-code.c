/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-incident.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"

static const char *const kind_codes[MUSTER_N_INCIDENT_KINDS] = { "conduct", "licence-lapse", "commerce-discipline", "lost-equipment", "security", "policy-violation", "suspicious-activity" };
static const char *const kind_labels[MUSTER_N_INCIDENT_KINDS] = {
  N_("Conduct"),
  N_("License lapse"),
  N_("Discipline by the Department of Commerce"),
  N_("Lost or stolen equipment"),
  N_("Security incident"),
  N_("Policy violation"),
  N_("Suspicious activity"),
};

static const char *const source_codes[MUSTER_N_INCIDENT_SOURCES] = { "unknown", "complaint", "audit", "monitoring", "self-report", "marketplace", "regulator", "import-match" };
static const char *const source_labels[MUSTER_N_INCIDENT_SOURCES] = {
  N_("Not recorded"),
  N_("Complaint"),
  N_("Audit"),
  N_("Monitoring"),
  N_("Self-report"),
  N_("Told by the marketplace"),
  N_("Told by the regulator"),
  N_("Match in an import or list"),
};

static const char *const state_codes[] = { "open", "closed" };
static const char *const state_labels[] = { NC_("incident", "Open"), NC_("incident", "Closed") };

static const char *const outcome_codes[MUSTER_N_INCIDENT_OUTCOMES] = { "none", "action", "no-action", "unfounded", "referred", "duplicate" };
static const char *const outcome_labels[MUSTER_N_INCIDENT_OUTCOMES] = {
  N_("None yet"),
  N_("Corrective action opened"),
  N_("No action needed"),
  N_("Unfounded"),
  N_("Referred elsewhere"),
  N_("Duplicate of another incident"),
};

static const char *const finding_codes[MUSTER_N_FINDINGS] = { "open", "substantiated", "not-substantiated", "inconclusive" };
static const char *const finding_labels[MUSTER_N_FINDINGS] = { NC_("finding", "Open"), NC_("finding", "Substantiated"), NC_("finding", "Not substantiated"), NC_("finding", "Inconclusive") };

static const char *const known_codes[MUSTER_N_KNOWN] = { "unknown", "no", "yes" };
static const char *const known_labels[MUSTER_N_KNOWN] = { N_("Not known yet"), N_("No"), N_("Yes") };

static const char *const duty_codes[MUSTER_N_INCIDENT_DUTIES] = { "internal-report", "incident-report", "breach-report", "breach-notice", "consumer-agencies", "licence-notice" };
static const char *const duty_labels[MUSTER_N_INCIDENT_DUTIES] = {
  N_("Report within the agency"),
  N_("Report of the incident to the marketplace"),
  N_("Report of the breach to the marketplace"),
  N_("Notice to the people whose data it is"),
  N_("Notice to the consumer reporting agencies"),
  N_("Telling the marketplace of the license or the discipline"),
};

static gboolean
find (const char *const *codes, guint n, const char *code, const char *problem, int *value, GError **error)
{
  guint index;

  if (!muster_code_find (codes, n, code, problem, &index, error))
    return FALSE;
  *value = index;
  return TRUE;
}

/* Each enumeration has its three functions. */
#define DEFINE_CODES(Type, prefix, codes, labels, n, problem)                 \
  const char *prefix##_to_code (Type value)                                   \
  {                                                                           \
    g_return_val_if_fail ((guint) value < (n), "");                           \
    return codes[value];                                                      \
  }                                                                           \
                                                                              \
  gboolean prefix##_from_code (const char *code, Type *value, GError **error) \
  {                                                                           \
    int index;                                                                \
                                                                              \
    if (!find (codes, n, code, problem, &index, error))                       \
      return FALSE;                                                           \
    *value = index;                                                           \
    return TRUE;                                                              \
  }                                                                           \
                                                                              \
  const char *prefix##_get_label (Type value)                                 \
  {                                                                           \
    g_return_val_if_fail ((guint) value < (n), "");                           \
    return labels;                                                            \
  }

DEFINE_CODES (MusterIncidentKind, muster_incident_kind, kind_codes, _(kind_labels[value]), MUSTER_N_INCIDENT_KINDS, _("This is not a kind of incident"))
DEFINE_CODES (MusterIncidentSource, muster_incident_source, source_codes, _(source_labels[value]), MUSTER_N_INCIDENT_SOURCES, _("This is not a source of an incident"))
DEFINE_CODES (MusterIncidentState, muster_incident_state, state_codes, g_dpgettext2 (GETTEXT_PACKAGE, "incident", state_labels[value]), G_N_ELEMENTS (state_codes), _("This is not a state of an incident"))
DEFINE_CODES (MusterIncidentOutcome, muster_incident_outcome, outcome_codes, _(outcome_labels[value]), MUSTER_N_INCIDENT_OUTCOMES, _("This is not an outcome of an incident"))
DEFINE_CODES (MusterIncidentFinding, muster_incident_finding, finding_codes, g_dpgettext2 (GETTEXT_PACKAGE, "finding", finding_labels[value]), MUSTER_N_FINDINGS, _("This is not a finding"))
DEFINE_CODES (MusterKnown, muster_known, known_codes, _(known_labels[value]), MUSTER_N_KNOWN, _("This is neither yes nor no nor unknown"))
DEFINE_CODES (MusterIncidentDuty, muster_incident_duty, duty_codes, _(duty_labels[value]), MUSTER_N_INCIDENT_DUTIES, _("This is not a duty after an incident"))
