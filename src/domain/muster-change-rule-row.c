/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-row.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

#define ACCOUNT MUSTER_TABLE_ACCOUNT
#define AGENCY MUSTER_TABLE_AGENCY
#define ASSISTER MUSTER_TABLE_ASSISTER
#define AFFILIATION MUSTER_TABLE_AFFILIATION
#define CERTIFICATION MUSTER_TABLE_CERTIFICATION
#define ACTION MUSTER_TABLE_ACTION
#define ACTION_CLAUSE MUSTER_TABLE_ACTION_CLAUSE
#define ACTION_STEP MUSTER_TABLE_ACTION_STEP
#define DECISION MUSTER_TABLE_DECISION
#define DECISION_CLAUSE MUSTER_TABLE_DECISION_CLAUSE
#define DECISION_ACTION MUSTER_TABLE_DECISION_ACTION
#define IMPORT MUSTER_TABLE_IMPORT
#define EVIDENCE MUSTER_TABLE_EVIDENCE
#define PROFILE MUSTER_TABLE_IMPORT_PROFILE
#define DIFFERENT_PERSON MUSTER_TABLE_DIFFERENT_PERSON
#define RECONCILIATION MUSTER_TABLE_RECONCILIATION
#define TASK MUSTER_TABLE_RECONCILIATION_TASK
#define DOCUMENT MUSTER_TABLE_DOCUMENT
#define RULE_PACK MUSTER_TABLE_RULE_PACK
#define POLICY MUSTER_TABLE_POLICY_DOCUMENT
#define SNOOZE MUSTER_TABLE_SNOOZE
#define LETTERS (MUSTER_TABLE_LETTER | MUSTER_TABLE_LETTER_SERVICE | MUSTER_TABLE_LETTER_TEMPLATE)
#define INCIDENT MUSTER_TABLE_INCIDENT
#define INCIDENT_PERSON MUSTER_TABLE_INCIDENT_PERSON
#define INCIDENT_CLAUSE MUSTER_TABLE_INCIDENT_CLAUSE
#define INCIDENT_REPORT MUSTER_TABLE_INCIDENT_REPORT
#define REVIEW MUSTER_TABLE_REVIEW
#define FOLLOW_UP MUSTER_TABLE_FOLLOW_UP

#define CASE_ACCESS MUSTER_TABLE_CASE_ACCESS
#define EXIT_ITEM MUSTER_TABLE_EXIT_ITEM
#define SAVED_LIST MUSTER_TABLE_SAVED_LIST
#define ATTACHMENT MUSTER_TABLE_ATTACHMENT

#define TAKEN_BACK "taken_back"
#define SETTLED "state settled_account settled_at settled_on note"
#define INCIDENT_TOLD                                                                                                                 \
  "kind source severity occurred_from occurred_through discovered discovered_minute narrative complainant anonymous data data_people" \
  " data_kinds data_encrypted containment investigator"

static const struct
{
  const char *operation;
  MusterTable tables;
} additions[] = {
  { "create-register", MUSTER_TABLE_REGISTER | ACCOUNT },
  { "add-account", ACCOUNT },
  { "import-roster", AGENCY | ASSISTER | AFFILIATION | CERTIFICATION | IMPORT | EVIDENCE | PROFILE | DIFFERENT_PERSON | RECONCILIATION | TASK },
  { "undo-import", IMPORT },
  { "save-profile", PROFILE },
  { "reconcile-list", RECONCILIATION | TASK },
  { "add-assister", AGENCY | ASSISTER | AFFILIATION | CERTIFICATION },
  { "edit-assister", AGENCY | AFFILIATION | CERTIFICATION },
  { "transfer", AFFILIATION },
  { "record-evidence", EVIDENCE | DOCUMENT },
  { "correct-evidence", EVIDENCE | DOCUMENT },
  { "withdraw-evidence", EVIDENCE },
  { "adopt-rule-pack", RULE_PACK },
  { "load-policy", POLICY | DOCUMENT },
  { "save-list", SAVED_LIST },
  { "rename-list", SAVED_LIST },
  { "snooze", SNOOZE },
  { "enrol", CERTIFICATION },
  { "start-training", CERTIFICATION },
  { "submit", CERTIFICATION },
  { "withdraw", CERTIFICATION },
  { "inactivate", CERTIFICATION },
  { "return", CERTIFICATION | AFFILIATION },
  { "reapply", CERTIFICATION },
  { "certify", CERTIFICATION },
  { "deny", CERTIFICATION },
  { "suspend", CERTIFICATION },
  { "reinstate", CERTIFICATION },
  { "expire", CERTIFICATION },
  { "correct-certification", CERTIFICATION },
  { "record-incident", INCIDENT | INCIDENT_PERSON | INCIDENT_CLAUSE },
  { "change-incident", INCIDENT_PERSON | INCIDENT_CLAUSE },
  { "record-incident-report", INCIDENT_REPORT },
  { "record-exit-item", EXIT_ITEM },
  { "attach-to-incident", ATTACHMENT | DOCUMENT },
  { "close-case-to", CASE_ACCESS },
  { "open-case-to", CASE_ACCESS },
  { "open-action", ACTION | ACTION_CLAUSE | CERTIFICATION },
  { "add-step", ACTION_STEP },
  { "plan-check", FOLLOW_UP },
  { "waive-check", FOLLOW_UP },
  { "record-response", FOLLOW_UP },
  { "ask-extension", FOLLOW_UP },
  { "close-action", CERTIFICATION },
  { "void-action", CERTIFICATION },
  { "propose-revocation", DECISION | DECISION_CLAUSE | DECISION_ACTION },
  { "propose-suspension", DECISION | DECISION_CLAUSE | DECISION_ACTION },
  { "propose-calling-off", DECISION },
  { "approve-decision", CERTIFICATION },
  { "draw-paper", MUSTER_TABLE_LETTER | DOCUMENT },
  { "draw-notice", MUSTER_TABLE_LETTER | DOCUMENT },
  { "draw-action-letter", MUSTER_TABLE_LETTER | DOCUMENT },
  { "draw-decision-letter", MUSTER_TABLE_LETTER | DOCUMENT },
  { "record-service", MUSTER_TABLE_LETTER_SERVICE },
  { "set-letter-template", MUSTER_TABLE_LETTER_TEMPLATE },
  { "file-review", REVIEW },
  { "decide-review", CERTIFICATION },
};

/* Columns apart by blanks; "*" is all of them but which import took the row back. */
static const struct
{
  const char *operation;
  MusterTable table;
  const char *columns;
} changes[] = {
  { "change-account", ACCOUNT, "role disabled" },
  { "tie-account", ACCOUNT, "person" },
  { "reset-administrator", ACCOUNT, "public_key" },
  { "import-roster", ASSISTER, "*" },
  { "import-roster", AFFILIATION, "through_day" },
  { "import-roster", IMPORT, "*" },
  { "import-roster", PROFILE, "*" },
  { "undo-import", ASSISTER, "* " TAKEN_BACK },
  { "undo-import", AFFILIATION, "through_day " TAKEN_BACK },
  { "undo-import", CERTIFICATION, TAKEN_BACK },
  { "undo-import", IMPORT, "*" },
  { "undo-import", EVIDENCE, TAKEN_BACK },
  { "correct-evidence", EVIDENCE, "superseded_by" },
  { "withdraw-evidence", EVIDENCE, "superseded_by" },
  { "save-list", SAVED_LIST, "name filter recorded removed" },
  { "rename-list", SAVED_LIST, "name filter recorded removed" },
  { "remove-list", SAVED_LIST, "recorded removed" },
  { "save-profile", PROFILE, "*" },
  { "remove-profile", PROFILE, "removed account_id recorded" },
  { "reconcile-list", TASK, "cured_by" },
  { "close-task", TASK, "state note closed_account closed" },
  { "add-assister", AFFILIATION, "through_day" },
  { "edit-assister", ASSISTER, "*" },
  { "edit-assister", AFFILIATION, "through_day" },
  { "transfer", AFFILIATION, "through_day" },
  { "inactivate", ASSISTER, "active" },
  { "inactivate", AFFILIATION, "through_day" },
  { "return", ASSISTER, "active" },
  { "return", AFFILIATION, "through_day" },
  { "approve-decision", CERTIFICATION, "superseded_by" },
  { "certify", CERTIFICATION, "superseded_by" },
  { "correct-certification", CERTIFICATION, "superseded_by" },
  { "change-incident", INCIDENT, INCIDENT_TOLD },
  { "change-incident", INCIDENT_PERSON, "removed" },
  { "incident-finding", INCIDENT_CLAUSE, "finding note account_id on_day" },
  { "withdraw-attachment", ATTACHMENT, "withdrawn_reason withdrawn_account withdrawn_at" },
  { "close-incident", INCIDENT, "state closed outcome closing_note closed_account" },
  { "complete-step", ACTION_STEP, "done_on done_note done_account" },
  { "verify-step", ACTION_STEP, "verified_account verified_on" },
  { "set-cause", ACTION, "cause" },
  { "change-severity", ACTION, "severity" },
  { "plan-check", FOLLOW_UP, SETTLED },
  { "record-check", FOLLOW_UP, SETTLED },
  { "waive-check", FOLLOW_UP, SETTLED },
  { "approve-extension", FOLLOW_UP, SETTLED },
  { "approve-extension", ACTION, "due" },
  { "refuse-extension", FOLLOW_UP, SETTLED },
  { "close-action", ACTION, "state closed outcome closing_note closed_account" },
  { "void-action", ACTION, "state closed outcome closing_note closed_account" },
  { "approve-decision", DECISION, "state rule_pack effective review_until decider decided_at decision_reason emergency" },
  { "refuse-decision", DECISION, "state decider decided_at decision_reason emergency" },
  { "take-back-proposal", DECISION, "state" },
  { "decide-review", REVIEW, "state decider decided_at reason conditions effective" },
};

static const struct
{
  MusterTable tables;
  const char *column;
  MusterStamp stamp;
} stamps[] = {
  { CERTIFICATION | IMPORT | EVIDENCE | PROFILE | DIFFERENT_PERSON | RECONCILIATION | DOCUMENT | RULE_PACK | POLICY | SNOOZE | LETTERS | REVIEW | FOLLOW_UP | CASE_ACCESS | EXIT_ITEM | SAVED_LIST | ATTACHMENT, "account_id", MUSTER_STAMP_SIGNER },
  { CERTIFICATION | IMPORT | EVIDENCE | PROFILE | DIFFERENT_PERSON | RECONCILIATION | DOCUMENT | RULE_PACK | POLICY | SNOOZE | LETTERS | REVIEW | FOLLOW_UP | CASE_ACCESS | EXIT_ITEM | SAVED_LIST | ATTACHMENT, "recorded", MUSTER_STAMP_TIME },
  { INCIDENT, "recorded_account", MUSTER_STAMP_SIGNER },
  { INCIDENT_CLAUSE | INCIDENT_REPORT, "account_id", MUSTER_STAMP_SIGNER },
  { ACTION, "opened_account", MUSTER_STAMP_SIGNER },
  { ACTION | INCIDENT | TASK, "closed_account", MUSTER_STAMP_SIGNER },
  { ACTION_STEP, "done_account", MUSTER_STAMP_SIGNER },
  { ACTION_STEP, "verified_account", MUSTER_STAMP_SIGNER },
  { FOLLOW_UP, "settled_account", MUSTER_STAMP_SIGNER },
  { FOLLOW_UP, "settled_at", MUSTER_STAMP_TIME },
  { ATTACHMENT, "withdrawn_account", MUSTER_STAMP_SIGNER },
  { ATTACHMENT, "withdrawn_at", MUSTER_STAMP_TIME },
  { DECISION, "proposer", MUSTER_STAMP_SIGNER },
  { DECISION | REVIEW, "decider", MUSTER_STAMP_SIGNER },
  { DECISION, "proposed_at", MUSTER_STAMP_TIME },
  { DECISION | REVIEW, "decided_at", MUSTER_STAMP_TIME },
  { TASK, "closed", MUSTER_STAMP_TIME },
  { MUSTER_TABLE_REGISTER, "created", MUSTER_STAMP_TIME },
};

static gboolean
is_among (const char *columns, const char *column)
{
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);

  return g_strv_contains ((const char *const *) names, column) || (g_strv_contains ((const char *const *) names, "*") && !g_str_equal (column, TAKEN_BACK));
}

MusterTable
muster_change_rule_list_added (const char *operation)
{
  for (guint i = 0; i < G_N_ELEMENTS (additions); i++)
    if (g_strcmp0 (additions[i].operation, operation) == 0)
      return additions[i].tables;
  return 0;
}

gboolean
muster_change_rule_check_column (const char *operation, MusterTable table, const char *column, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (changes[i].table == table && g_strcmp0 (changes[i].operation, operation) == 0 && is_among (changes[i].columns, column))
      return TRUE;
  /* Translators: table, column, operation: as the journal names them */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s.%s” was changed by “%s”, which cannot do that."), muster_table_get_name (table), column,
               operation != NULL ? operation : "");
  return FALSE;
}

MusterStamp
muster_change_rule_get_stamp (MusterTable table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    if ((stamps[i].tables & table) != 0 && g_str_equal (stamps[i].column, column))
      return stamps[i].stamp;
  return MUSTER_STAMP_NONE;
}

const char *
muster_change_rule_get_disposal (MusterTable table)
{
  return NULL;
}
