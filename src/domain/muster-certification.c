/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-error.h"

#define N_AUTHORITIES 5

#define MARKETPLACE MUSTER_AUTHORITY_MARKETPLACE
#define AGENCY MUSTER_AUTHORITY_AGENCY
#define INDIVIDUAL MUSTER_AUTHORITY_INDIVIDUAL
#define CLOCK MUSTER_AUTHORITY_CLOCK

#define NONE MUSTER_STATE_NONE
#define APPLICANT MUSTER_STATE_APPLICANT
#define IN_TRAINING MUSTER_STATE_IN_TRAINING
#define PENDING_REVIEW MUSTER_STATE_PENDING_REVIEW
#define CERTIFIED MUSTER_STATE_CERTIFIED
#define RESTRICTED MUSTER_STATE_CERTIFIED_RESTRICTED
#define SUSPENDED MUSTER_STATE_SUSPENDED_ADMINISTRATIVE
#define FOR_CAUSE MUSTER_STATE_SUSPENDED_FOR_CAUSE
#define EXPIRED MUSTER_STATE_EXPIRED
#define DENIED MUSTER_STATE_DENIED
#define WITHDRAWN MUSTER_STATE_WITHDRAWN
#define INACTIVE MUSTER_STATE_INACTIVE
#define REVOKED MUSTER_STATE_REVOKED

/* domain.md "Certification lifecycle", row by row. */
static const MusterTransition lifecycle[] = {
  { MUSTER_VERB_ENROL, NONE, APPLICANT, AGENCY, FALSE },
  { MUSTER_VERB_START_TRAINING, APPLICANT, IN_TRAINING, MARKETPLACE, FALSE },
  { MUSTER_VERB_SUBMIT, IN_TRAINING, PENDING_REVIEW, AGENCY | CLOCK, FALSE },
  { MUSTER_VERB_CERTIFY, PENDING_REVIEW, CERTIFIED, MARKETPLACE, FALSE },
  { MUSTER_VERB_CERTIFY, CERTIFIED, CERTIFIED, MARKETPLACE, FALSE },
  { MUSTER_VERB_DENY, APPLICANT, DENIED, MARKETPLACE, FALSE },
  { MUSTER_VERB_DENY, IN_TRAINING, DENIED, MARKETPLACE, FALSE },
  { MUSTER_VERB_DENY, PENDING_REVIEW, DENIED, MARKETPLACE, FALSE },

  { MUSTER_VERB_RESTRICT, CERTIFIED, RESTRICTED, AGENCY | MARKETPLACE, FALSE },
  { MUSTER_VERB_LIFT_RESTRICTION, RESTRICTED, CERTIFIED, AGENCY, FALSE },

  { MUSTER_VERB_SUSPEND, CERTIFIED, SUSPENDED, MARKETPLACE, FALSE },
  { MUSTER_VERB_SUSPEND, RESTRICTED, SUSPENDED, MARKETPLACE, FALSE },
  { MUSTER_VERB_SUSPEND_FOR_CAUSE, CERTIFIED, FOR_CAUSE, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_SUSPEND_FOR_CAUSE, RESTRICTED, FOR_CAUSE, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_REINSTATE, SUSPENDED, CERTIFIED, MARKETPLACE, FALSE },
  { MUSTER_VERB_REINSTATE, FOR_CAUSE, CERTIFIED, MARKETPLACE, FALSE },
  { MUSTER_VERB_EXPIRE, SUSPENDED, EXPIRED, CLOCK, FALSE },

  { MUSTER_VERB_WITHDRAW, APPLICANT, WITHDRAWN, INDIVIDUAL | AGENCY, FALSE },
  { MUSTER_VERB_WITHDRAW, IN_TRAINING, WITHDRAWN, INDIVIDUAL | AGENCY, FALSE },
  { MUSTER_VERB_WITHDRAW, PENDING_REVIEW, WITHDRAWN, INDIVIDUAL | AGENCY, FALSE },
  { MUSTER_VERB_WITHDRAW, CERTIFIED, WITHDRAWN, INDIVIDUAL, FALSE },
  { MUSTER_VERB_WITHDRAW, RESTRICTED, WITHDRAWN, INDIVIDUAL, FALSE },
  { MUSTER_VERB_WITHDRAW, SUSPENDED, WITHDRAWN, INDIVIDUAL, FALSE },
  { MUSTER_VERB_WITHDRAW, FOR_CAUSE, WITHDRAWN, INDIVIDUAL, FALSE },

  { MUSTER_VERB_INACTIVATE, APPLICANT, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, IN_TRAINING, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, PENDING_REVIEW, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, CERTIFIED, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, RESTRICTED, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, SUSPENDED, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, FOR_CAUSE, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, EXPIRED, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, DENIED, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, WITHDRAWN, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_INACTIVATE, REVOKED, INACTIVE, AGENCY, FALSE },
  { MUSTER_VERB_RETURN, INACTIVE, NONE, AGENCY | MARKETPLACE, FALSE },

  { MUSTER_VERB_REVOKE, CERTIFIED, REVOKED, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_REVOKE, RESTRICTED, REVOKED, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_REVOKE, SUSPENDED, REVOKED, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_REVOKE, FOR_CAUSE, REVOKED, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_REVOKE, INACTIVE, REVOKED, MARKETPLACE | AGENCY, TRUE }, /* leaving does not spare it */

  { MUSTER_VERB_REINSTATE_ON_REVIEW, REVOKED, NONE, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_REINSTATE_ON_REVIEW, FOR_CAUSE, NONE, MARKETPLACE | AGENCY, TRUE },
  { MUSTER_VERB_REDUCE_ON_REVIEW, REVOKED, FOR_CAUSE, MARKETPLACE | AGENCY, TRUE },

  { MUSTER_VERB_REAPPLY, REVOKED, APPLICANT, INDIVIDUAL | AGENCY, FALSE },
  { MUSTER_VERB_REAPPLY, DENIED, APPLICANT, INDIVIDUAL | AGENCY, FALSE },
  { MUSTER_VERB_REAPPLY, WITHDRAWN, APPLICANT, INDIVIDUAL | AGENCY, FALSE },
  { MUSTER_VERB_REAPPLY, EXPIRED, APPLICANT, INDIVIDUAL | AGENCY, FALSE },
};

static const struct
{
  const char *code;
  const char *label;
  const char *title; /* of a step that people take by itself */
} verbs[MUSTER_N_VERBS] = {
  [MUSTER_VERB_ENROL] = { "enrol", N_("enroll"), NC_("step", "Enroll") },
  [MUSTER_VERB_START_TRAINING] = { "start-training", N_("start training"), NC_("step", "Start Training") },
  [MUSTER_VERB_SUBMIT] = { "submit", N_("submit for review"), NC_("step", "Submit for Review") },
  [MUSTER_VERB_CERTIFY] = { "certify", N_("certify"), NC_("step", "Certify") },
  [MUSTER_VERB_DENY] = { "deny", N_("deny"), NC_("step", "Deny") },
  [MUSTER_VERB_RESTRICT] = { "restrict", N_("restrict by a corrective action") },
  [MUSTER_VERB_LIFT_RESTRICTION] = { "lift-restriction", N_("lift the restriction by closing the corrective action") },
  [MUSTER_VERB_SUSPEND] = { "suspend", N_("suspend"), NC_("step", "Suspend") },
  [MUSTER_VERB_SUSPEND_FOR_CAUSE] = { "suspend-for-cause", N_("suspend for cause by a decision") },
  [MUSTER_VERB_REINSTATE] = { "reinstate", N_("reinstate"), NC_("step", "Reinstate") },
  [MUSTER_VERB_EXPIRE] = { "expire", N_("record as expired"), NC_("step", "Record as Expired") },
  [MUSTER_VERB_WITHDRAW] = { "withdraw", N_("withdraw"), NC_("step", "Withdraw") },
  [MUSTER_VERB_INACTIVATE] = { "inactivate", N_("make inactive"), NC_("step", "Make Inactive") },
  [MUSTER_VERB_RETURN] = { "return", N_("return"), NC_("step", "Return") },
  [MUSTER_VERB_REVOKE] = { "revoke", N_("revoke by a decision") },
  [MUSTER_VERB_REAPPLY] = { "reapply", N_("apply again"), NC_("step", "Apply Again") },
  [MUSTER_VERB_REINSTATE_ON_REVIEW] = { "reinstate-on-review", N_("reinstate by a review of the decision") },
  [MUSTER_VERB_REDUCE_ON_REVIEW] = { "reduce-on-review", N_("reduce to a suspension by a review of the decision") },
};

static const char *const state_codes[MUSTER_N_STATES] = {
  [NONE] = "none",
  [APPLICANT] = "applicant",
  [IN_TRAINING] = "in-training",
  [PENDING_REVIEW] = "pending-review",
  [CERTIFIED] = "certified",
  [RESTRICTED] = "certified-restricted",
  [SUSPENDED] = "suspended-administrative",
  [FOR_CAUSE] = "suspended-for-cause",
  [EXPIRED] = "expired",
  [DENIED] = "denied",
  [WITHDRAWN] = "withdrawn",
  [INACTIVE] = "inactive",
  [REVOKED] = "revoked",
};

/* A state has a context of its own: “Certified” is also what an entry of the journal says was done. */
static const char *const state_labels[MUSTER_N_STATES] = {
  [NONE] = NC_("state", "None"),
  [APPLICANT] = NC_("state", "New"),
  [IN_TRAINING] = NC_("state", "In training"),
  [PENDING_REVIEW] = NC_("state", "Pending review"),
  [CERTIFIED] = NC_("state", "Certified"),
  [RESTRICTED] = NC_("state", "Restricted"),
  [SUSPENDED] = NC_("state", "Suspended"),
  [FOR_CAUSE] = NC_("state", "Suspended for cause"),
  [EXPIRED] = NC_("state", "Expired"),
  [DENIED] = NC_("state", "Denied"),
  [WITHDRAWN] = NC_("state", "Withdrawn"),
  [INACTIVE] = NC_("state", "Inactive"),
  [REVOKED] = NC_("state", "Revoked"),
};

static const char *const authority_codes[N_AUTHORITIES] = { "marketplace", "agency", "regulator", "individual", "clock" };

static const char *const authority_labels[N_AUTHORITIES] = { N_("Marketplace"), N_("Agency"), N_("Regulator"), N_("The person"), N_("Passing of time") };

static void
append_item (GString *list, const char *item)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", item);
}

static char *
list_possible_verbs (MusterCertificationState from)
{
  GString *list = g_string_new (NULL);
  guint seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lifecycle); i++)
    {
      if (lifecycle[i].from != from || (seen & (1u << lifecycle[i].verb)) != 0)
        continue;
      seen |= 1u << lifecycle[i].verb;
      append_item (list, muster_certification_verb_get_label (lifecycle[i].verb));
    }
  return g_string_free_and_steal (list);
}

const char *
muster_certification_state_to_code (MusterCertificationState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_STATES, "");
  return state_codes[state];
}

gboolean
muster_certification_state_from_code (const char *code, MusterCertificationState *state, GError **error)
{
  guint index;

  if (!muster_code_find (state_codes, MUSTER_N_STATES, code, _("This is not a state of a certification"), &index, error))
    return FALSE;
  *state = index;
  return TRUE;
}

const char *
muster_certification_state_get_label (MusterCertificationState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_STATES, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "state", state_labels[state]);
}

const char *
muster_authority_to_code (MusterAuthority authority)
{
  int bit = g_bit_nth_lsf (authority, -1);

  g_return_val_if_fail (bit >= 0 && bit < N_AUTHORITIES, "");
  return authority_codes[bit];
}

gboolean
muster_authority_from_code (const char *code, MusterAuthority *authority, GError **error)
{
  guint index;

  if (!muster_code_find (authority_codes, N_AUTHORITIES, code, _("This is not an authority"), &index, error))
    return FALSE;
  *authority = 1u << index;
  return TRUE;
}

const char *
muster_authority_get_label (MusterAuthority authority)
{
  int bit = g_bit_nth_lsf (authority, -1);

  g_return_val_if_fail (bit >= 0 && bit < N_AUTHORITIES, "");
  return _(authority_labels[bit]);
}

char *
muster_authority_dup_list (guint authorities)
{
  GString *list = g_string_new (NULL);

  for (guint bit = 0; bit < N_AUTHORITIES; bit++)
    if ((authorities & (1u << bit)) != 0)
      append_item (list, _(authority_labels[bit]));
  return g_string_free_and_steal (list);
}

const char *
muster_certification_verb_to_code (MusterCertificationVerb verb)
{
  g_return_val_if_fail ((guint) verb < MUSTER_N_VERBS, "");
  return verbs[verb].code;
}

const char *
muster_certification_verb_get_label (MusterCertificationVerb verb)
{
  g_return_val_if_fail ((guint) verb < MUSTER_N_VERBS, "");
  return _(verbs[verb].label);
}

const char *
muster_certification_verb_get_title (MusterCertificationVerb verb)
{
  g_return_val_if_fail ((guint) verb < MUSTER_N_VERBS, "");
  return verbs[verb].title != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "step", verbs[verb].title) : muster_certification_verb_get_label (verb);
}

guint
muster_certification_list_authorities (MusterCertificationVerb verb)
{
  guint authorities = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lifecycle); i++)
    if (lifecycle[i].verb == verb)
      authorities |= lifecycle[i].authorities;
  return authorities;
}

const MusterTransition *
muster_certification_get_lifecycle (guint *n_transitions)
{
  *n_transitions = G_N_ELEMENTS (lifecycle);
  return lifecycle;
}

const MusterTransition *
muster_certification_find_transition (MusterCertificationVerb verb, MusterCertificationState from, GError **error)
{
  g_autofree char *possible = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lifecycle); i++)
    if (lifecycle[i].verb == verb && lifecycle[i].from == from)
      return &lifecycle[i];

  possible = list_possible_verbs (from);
  /* Translators: verb, state, verbs: “To reinstate is not possible while the certification is “Certified”. Possible from there: suspend, …” */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("To %s is not possible while the certification is “%s”. Possible from there: %s."),
               muster_certification_verb_get_label (verb), muster_certification_state_get_label (from), possible);
  return NULL;
}

MusterCertificationEvent *
muster_certification_event_new (void)
{
  MusterCertificationEvent *event = g_new0 (MusterCertificationEvent, 1);

  g_date_clear (&event->effective, 1);
  return event;
}

void
muster_certification_event_free (MusterCertificationEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->reason);
  g_free (event);
}

MusterCertificationEvent *
muster_certification_event_copy (const MusterCertificationEvent *event)
{
  MusterCertificationEvent *copy = g_new (MusterCertificationEvent, 1);

  *copy = *event;
  copy->reason = g_strdup (event->reason);
  return copy;
}

gboolean
muster_certification_event_stands (const MusterCertificationEvent *event)
{
  return event->superseded_by == 0 && event->called_off == 0;
}
