/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-change-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-certification.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-letter-language.h"
#include "domain/muster-role.h"
#include "gui/muster-gui-text.h"

#define MASK "•••••••••"

static const struct
{
  const char *column;
  const char *label;
} columns[] = {
  { "given_name", N_("Given name") },
  { "middle_name", N_("Middle name") },
  { "family_name", N_("Family name") },
  { "suffix", N_("Suffix") },
  { "email", N_("E-mail") },
  { "phone", N_("Phone") },
  { "other_phones", N_("Other phones") },
  { "npn", N_("NPN") },
  { "assister_id", N_("Assister ID") },
  { "training_id", N_("Training ID") },
  { "admin_id", N_("Admin ID") },
  { "licence_number", N_("License number") },
  { "county", N_("County") },
  { "languages", N_("Languages") },
  { "letter_language", N_("Language of letters") },
  { "active", N_("Active on the roster") },
  { "from_day", N_("With the agency from") },
  { "through_day", N_("With the agency through") },
  { "type", N_("Role") },
  { "to_state", N_("Certification") },
  { "effective", N_("Effective") },
  { "severity", N_("Severity") },
  { "state", N_("State") },
  { "finding", N_("What was found") },
  { "cause", N_("Cause") },
  { "restriction", N_("Restriction meanwhile") },
  { "due", N_("Due") },
  { "outcome", N_("Outcome") },
  { "what", N_("What is to be done") },
  { "owner", N_("Who does it") },
  { "done_on", N_("Done on") },
  { "verified_on", N_("Verified on") },
  { "reason", N_("Reason") },
  { "clause", N_("Clause") },
  { "name", N_("Name") },
  { "full_name", N_("Full name") },
  { "role", N_("Role of the account") },
  { "disabled", N_("Disabled") },
  { "number", N_("Number") },
  { "kind", N_("Kind") },
  { "file_name", N_("File") },
  { "file_hash", N_("SHA-256 of the file") },
  { "created", N_("New people") },
  { "updated", N_("Changed people") },
  { "taken_back", N_("Taken back with import") },
  { "undoes", N_("Undoes import") },
};

static const struct
{
  const char *table;
  const char *label;
} tables[] = {
  { "register", N_("Register") },
  { "account", N_("Account") },
  { "agency", N_("Agency") },
  { "assister", N_("Person") },
  { "affiliation", N_("Agency of a person") },
  { "certification", N_("Certification") },
  { "incident", N_("Incident") },
  { "incident_person", N_("Person in an incident") },
  { "incident_clause", N_("Clause of an incident") },
  { "incident_report", N_("Report of an incident") },
  { "incident_attachment", N_("Document of an incident") },
  { "corrective_action", N_("Corrective action") },
  { "corrective_action_clause", N_("Clause of a corrective action") },
  { "corrective_action_step", N_("Step of a corrective action") },
  { "case_access", N_("Access to a case") },
  { "exit_item", N_("Item of an exit checklist") },
  { "corrective_action_follow_up", N_("Follow-up of a corrective action") },
  { "decision", N_("Decision") },
  { "decision_clause", N_("Ground of a decision") },
  { "decision_action", N_("Corrective action behind a decision") },
  { "roster_import", N_("Import") },
};

static const char *
find_state (const char *table, const char *value)
{
  MusterActionState action;
  MusterDecisionState decision;
  MusterFollowUpState follow_up;

  if (strcmp (table, "corrective_action_follow_up") == 0)
    return muster_follow_up_state_from_code (value, &follow_up, NULL) ? muster_follow_up_get_label (MUSTER_FOLLOW_UP_EXTENSION, follow_up) : NULL;
  if (strcmp (table, "decision") == 0)
    return muster_decision_state_from_code (value, &decision, NULL) ? muster_decision_state_get_label (decision) : NULL;
  return muster_action_state_from_code (value, &action, NULL) ? muster_action_state_get_label (action) : NULL;
}

static const char *
find_word_of_case (const char *column, const char *value)
{
  MusterSeverity severity;
  MusterOutcome outcome;
  MusterDecisionKind kind;
  MusterFollowUpKind follow_up;
  MusterRestriction restriction;

  if (strcmp (column, "severity") == 0 && muster_severity_from_code (value, &severity, NULL))
    return muster_severity_get_label (severity);
  if (strcmp (column, "outcome") == 0 && muster_outcome_from_code (value, &outcome, NULL))
    return muster_outcome_get_label (outcome);
  if (strcmp (column, "kind") == 0 && muster_decision_kind_from_code (value, &kind, NULL))
    return muster_decision_kind_get_label (kind);
  if (strcmp (column, "kind") == 0 && muster_follow_up_kind_from_code (value, &follow_up, NULL))
    return muster_follow_up_kind_get_label (follow_up);
  if (strcmp (column, "restriction") == 0 && muster_restriction_from_code (value, &restriction, NULL))
    return muster_restriction_get_label (restriction);
  return NULL;
}

/* The register keeps codes; people read words. */
static const char *
find_word (const char *table, const char *column, const char *value)
{
  MusterAssisterType type;
  MusterCertificationState state;
  MusterRole role;

  if (strcmp (column, "active") == 0 || strcmp (column, "disabled") == 0 || strcmp (column, "emergency") == 0)
    return strcmp (value, "0") == 0 ? _("No") : _("Yes");
  if (strcmp (column, "letter_language") == 0)
    return muster_letter_language_get_label (value);
  if (strcmp (column, "type") == 0 && muster_assister_type_from_text (value, &type, NULL))
    return muster_assister_type_get_label (type);
  if (strcmp (column, "to_state") == 0 && muster_certification_state_from_code (value, &state, NULL))
    return muster_certification_state_get_label (state);
  if (strcmp (column, "role") == 0 && muster_role_from_code (value, &role, NULL))
    return muster_role_get_label (role);
  if (strcmp (column, "state") == 0)
    return find_state (table, value);
  return find_word_of_case (column, value);
}

/* Days are ISO text there, and nothing else has that shape. */
static char *
dup_day (const char *value)
{
  GDate date;

  if (strlen (value) != strlen ("2026-01-31") || !muster_date_parse_iso (value, &date, NULL))
    return NULL;
  return muster_gui_text_dup_date (&date);
}

const char *
muster_change_text_get_label (const char *table, const char *column)
{
  if (strcmp (column, "assister_id") == 0 && strcmp (table, "assister") != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].column, column) == 0)
      return _(columns[i].label);
  return NULL;
}

char *
muster_change_text_dup_value (const char *table, const char *column, const char *value)
{
  const char *word;
  char *date;

  if (value == NULL || value[0] == '\0')
    return g_strdup ("—");
  if (strcmp (column, "assister_id") == 0)
    return g_strdup (MASK);
  word = find_word (table, column, value);
  if (word != NULL)
    return g_strdup (word);
  date = dup_day (value);
  return date != NULL ? date : g_strdup (value);
}

const char *
muster_change_text_get_table (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].table, table) == 0)
      return _(tables[i].label);
  return table;
}
