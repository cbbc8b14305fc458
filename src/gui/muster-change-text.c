/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-change-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  { "npn", N_("NPN") },
  { "assister_id", N_("Assister ID") },
  { "training_id", N_("Training ID") },
  { "admin_id", N_("Admin ID") },
  { "licence_number", N_("License number") },
  { "county", N_("County") },
  { "languages", N_("Languages") },
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
  { "corrective_action", N_("Corrective action") },
  { "corrective_action_clause", N_("Clause of a corrective action") },
  { "corrective_action_step", N_("Step of a corrective action") },
  { "decision", N_("Decision") },
  { "decision_clause", N_("Ground of a decision") },
  { "decision_action", N_("Corrective action behind a decision") },
  { "roster_import", N_("Import") },
};

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

const char *
muster_change_text_get_value (const char *column, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return "—";
  return strcmp (column, "assister_id") == 0 ? MASK : value;
}

const char *
muster_change_text_get_table (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].table, table) == 0)
      return _(tables[i].label);
  return table;
}
