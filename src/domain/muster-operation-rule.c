/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-operation-rule.h"

#include <glib/gi18n-lib.h>

#define REGISTER MUSTER_TABLE_REGISTER
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
#define LETTER MUSTER_TABLE_LETTER
#define INCIDENT MUSTER_TABLE_INCIDENT
#define INCIDENT_PERSON MUSTER_TABLE_INCIDENT_PERSON
#define INCIDENT_CLAUSE MUSTER_TABLE_INCIDENT_CLAUSE
#define INCIDENT_REPORT MUSTER_TABLE_INCIDENT_REPORT
#define REVIEW MUSTER_TABLE_REVIEW
#define FOLLOW_UP MUSTER_TABLE_FOLLOW_UP

static const MusterOperationRule rules[] = {
  { "create-register", MUSTER_PERMISSION_MANAGE_ACCOUNTS, REGISTER | ACCOUNT, N_("Created the register") },
  { "add-account", MUSTER_PERMISSION_MANAGE_ACCOUNTS, ACCOUNT, N_("Added an account") },
  { "change-account", MUSTER_PERMISSION_MANAGE_ACCOUNTS, ACCOUNT, N_("Changed an account") },
  { "tie-account", MUSTER_PERMISSION_MANAGE_ACCOUNTS, ACCOUNT, N_("Said whom of the roster an account is") },
  { "change-password", MUSTER_PERMISSION_SIGN_IN, 0, N_("Changed the own password") },
  { "reset-administrator", MUSTER_PERMISSION_RECOVER, ACCOUNT, N_("Set an administrator’s password anew with the recovery key") },
  { "set-up-computer", MUSTER_PERMISSION_RECOVER, 0, N_("Set up a computer with the recovery key") },
  { "sign-in", MUSTER_PERMISSION_SIGN_IN, 0, N_("Signed in") },
  { "failed-sign-ins", MUSTER_PERMISSION_SIGN_IN, 0, N_("Failed attempts to sign in") },
  { "accept-copy", MUSTER_PERMISSION_MANAGE_ACCOUNTS, 0, N_("Accepted another copy of the register") },
  { "checkpoint", MUSTER_PERMISSION_READ_JOURNAL, 0, N_("Took a checkpoint of the journal") },

  { "import-roster", MUSTER_PERMISSION_IMPORT_ROSTER, AGENCY | ASSISTER | AFFILIATION | CERTIFICATION | IMPORT | EVIDENCE | PROFILE | DIFFERENT_PERSON | RECONCILIATION | TASK, N_("Imported a roster") },
  { "undo-import", MUSTER_PERMISSION_IMPORT_ROSTER, ASSISTER | AFFILIATION | CERTIFICATION | IMPORT | EVIDENCE, N_("Undid an import") },
  { "save-profile", MUSTER_PERMISSION_IMPORT_ROSTER, PROFILE, N_("Saved how a sender’s files are read") },
  { "remove-profile", MUSTER_PERMISSION_IMPORT_ROSTER, PROFILE, N_("Removed how a sender’s files are read") },
  { "reconcile-list", MUSTER_PERMISSION_IMPORT_ROSTER, RECONCILIATION | TASK, N_("Compared the roster with a public list") },
  { "close-task", MUSTER_PERMISSION_KEEP_ROSTER, TASK, N_("Closed a task of a comparison") },
  { "export-roster", MUSTER_PERMISSION_EXPORT_ROSTER, 0, N_("Exported the roster") },
  { "export-report", MUSTER_PERMISSION_READ_ROSTER, 0, N_("Saved a report") },
  { "export-bundle", MUSTER_PERMISSION_EXPORT_CASE, 0, N_("Made a hearing bundle") },
  { "export-season", MUSTER_PERMISSION_EXPORT_ROSTER, 0, N_("Exported from the recertification season") },
  { "add-assister", MUSTER_PERMISSION_KEEP_ROSTER, AGENCY | ASSISTER | AFFILIATION | CERTIFICATION, N_("Added a person") },
  { "edit-assister", MUSTER_PERMISSION_KEEP_ROSTER, AGENCY | ASSISTER | AFFILIATION | CERTIFICATION, N_("Edited a person") },
  { "transfer", MUSTER_PERMISSION_KEEP_ROSTER, AFFILIATION, N_("Recorded a transfer to another agency") },
  { "reveal-identifier", MUSTER_PERMISSION_READ_ROSTER, 0, N_("Looked at a masked identifier") },

  { "open-document", MUSTER_PERMISSION_READ_ROSTER, 0, N_("Opened a document") },
  { "record-evidence", MUSTER_PERMISSION_KEEP_ROSTER, EVIDENCE | DOCUMENT, N_("Recorded evidence") },
  { "correct-evidence", MUSTER_PERMISSION_KEEP_ROSTER, EVIDENCE | DOCUMENT, N_("Corrected evidence") },
  { "withdraw-evidence", MUSTER_PERMISSION_KEEP_ROSTER, EVIDENCE, N_("Withdrew evidence") },
  { "adopt-rule-pack", MUSTER_PERMISSION_MANAGE_RULES, RULE_PACK, N_("Adopted a rule pack") },
  { "load-policy", MUSTER_PERMISSION_MANAGE_RULES, POLICY | DOCUMENT, N_("Loaded a version of the notice") },
  { "save-list", MUSTER_PERMISSION_KEEP_ROSTER, MUSTER_TABLE_SAVED_LIST, N_("Saved a list of the roster") },
  { "rename-list", MUSTER_PERMISSION_KEEP_ROSTER, MUSTER_TABLE_SAVED_LIST, N_("Renamed a list of the roster") },
  { "remove-list", MUSTER_PERMISSION_KEEP_ROSTER, MUSTER_TABLE_SAVED_LIST, N_("Removed a list of the roster") },
  { "snooze", MUSTER_PERMISSION_KEEP_ROSTER, SNOOZE, N_("Put off something of today’s list") },

  { "enrol", MUSTER_PERMISSION_KEEP_ROSTER, CERTIFICATION | ASSISTER | AFFILIATION, N_("Enrolled a person in a role") },
  { "start-training", MUSTER_PERMISSION_KEEP_ROSTER, CERTIFICATION | ASSISTER | AFFILIATION, N_("Started training") },
  { "submit", MUSTER_PERMISSION_KEEP_ROSTER, CERTIFICATION | ASSISTER | AFFILIATION, N_("Submitted for review") },
  { "withdraw", MUSTER_PERMISSION_KEEP_ROSTER, CERTIFICATION | ASSISTER | AFFILIATION, N_("Recorded a withdrawal") },
  { "inactivate", MUSTER_PERMISSION_KEEP_ROSTER, CERTIFICATION | ASSISTER | AFFILIATION, N_("Made inactive") },
  { "return", MUSTER_PERMISSION_KEEP_ROSTER, CERTIFICATION | ASSISTER | AFFILIATION, N_("Recorded a return") },
  { "reapply", MUSTER_PERMISSION_KEEP_ROSTER, CERTIFICATION | ASSISTER | AFFILIATION, N_("Recorded a new application") },

  { "certify", MUSTER_PERMISSION_DECIDE_CERTIFICATION, CERTIFICATION, N_("Certified a person") },
  { "deny", MUSTER_PERMISSION_DECIDE_CERTIFICATION, CERTIFICATION, N_("Denied a certification") },
  { "suspend", MUSTER_PERMISSION_DECIDE_CERTIFICATION, CERTIFICATION, N_("Suspended a certification") },
  { "reinstate", MUSTER_PERMISSION_DECIDE_CERTIFICATION, CERTIFICATION, N_("Reinstated a certification") },
  { "expire", MUSTER_PERMISSION_DECIDE_CERTIFICATION, CERTIFICATION, N_("Recorded an expiry") },
  { "correct-certification", MUSTER_PERMISSION_DECIDE_CERTIFICATION, CERTIFICATION, N_("Corrected a certification’s history") },

  { "record-incident", MUSTER_PERMISSION_RECORD_INCIDENT, INCIDENT | INCIDENT_PERSON | INCIDENT_CLAUSE, N_("Recorded an incident") },
  { "change-incident", MUSTER_PERMISSION_RECORD_INCIDENT, INCIDENT | INCIDENT_PERSON | INCIDENT_CLAUSE, N_("Completed an incident") },
  { "record-incident-report", MUSTER_PERMISSION_RECORD_INCIDENT, INCIDENT_REPORT, N_("Recorded that an incident was reported") },
  { "incident-finding", MUSTER_PERMISSION_JUDGE_INCIDENT, INCIDENT_CLAUSE, N_("Recorded a finding in an incident") },
  { "close-incident", MUSTER_PERMISSION_JUDGE_INCIDENT, INCIDENT, N_("Closed an incident") },
  { "attach-to-incident", MUSTER_PERMISSION_RECORD_INCIDENT, MUSTER_TABLE_ATTACHMENT | DOCUMENT, N_("Attached a document to an incident") },
  { "withdraw-attachment", MUSTER_PERMISSION_JUDGE_INCIDENT, MUSTER_TABLE_ATTACHMENT, N_("Withdrew a document of an incident") },
  { "open-attachment", MUSTER_PERMISSION_READ_ROSTER, 0, N_("Opened a document of an incident") },

  { "record-exit-item", MUSTER_PERMISSION_KEEP_ROSTER, MUSTER_TABLE_EXIT_ITEM, N_("Recorded an item of an exit checklist") },
  { "close-case-to", MUSTER_PERMISSION_CLOSE_CASE, MUSTER_TABLE_CASE_ACCESS, N_("Closed a case to somebody") },
  { "open-case-to", MUSTER_PERMISSION_CLOSE_CASE, MUSTER_TABLE_CASE_ACCESS, N_("Opened a case to somebody again") },
  { "look-at-case", MUSTER_PERMISSION_READ_ROSTER, 0, N_("Looked at a case") },

  { "open-action", MUSTER_PERMISSION_RECORD_ACTION, ACTION | ACTION_CLAUSE | ACTION_STEP | CERTIFICATION, N_("Opened a corrective action") },
  { "add-step", MUSTER_PERMISSION_RECORD_ACTION, ACTION | ACTION_STEP, N_("Added a step to a corrective action") },
  { "complete-step", MUSTER_PERMISSION_RECORD_ACTION, ACTION | ACTION_STEP, N_("Recorded a step as done") },
  { "verify-step", MUSTER_PERMISSION_RECORD_ACTION, ACTION | ACTION_STEP, N_("Verified a step") },
  { "set-cause", MUSTER_PERMISSION_RECORD_ACTION, ACTION, N_("Recorded the cause in a corrective action") },
  { "change-severity", MUSTER_PERMISSION_RECORD_ACTION, ACTION, N_("Changed the severity of a corrective action") },
  { "plan-check", MUSTER_PERMISSION_RECORD_ACTION, FOLLOW_UP, N_("Planned the check of a corrective action’s effect") },
  { "record-check", MUSTER_PERMISSION_RECORD_ACTION, FOLLOW_UP, N_("Recorded the check of a corrective action’s effect") },
  { "waive-check", MUSTER_PERMISSION_WAIVE_CHECK, FOLLOW_UP, N_("Waived the check of a corrective action’s effect") },
  { "record-response", MUSTER_PERMISSION_RECORD_ACTION, FOLLOW_UP, N_("Recorded the response to a corrective action") },
  { "ask-extension", MUSTER_PERMISSION_RECORD_ACTION, FOLLOW_UP, N_("Asked for an extension of a corrective action") },
  { "approve-extension", MUSTER_PERMISSION_RECORD_ACTION, FOLLOW_UP | ACTION, N_("Approved an extension of a corrective action") },
  { "refuse-extension", MUSTER_PERMISSION_RECORD_ACTION, FOLLOW_UP, N_("Refused an extension of a corrective action") },
  { "close-action", MUSTER_PERMISSION_RECORD_ACTION, ACTION | CERTIFICATION, N_("Closed a corrective action") },
  { "void-action", MUSTER_PERMISSION_RECORD_ACTION, ACTION | CERTIFICATION, N_("Voided a corrective action") },

  { "propose-revocation", MUSTER_PERMISSION_PROPOSE_REVOCATION, DECISION | DECISION_CLAUSE | DECISION_ACTION, N_("Proposed a revocation") },
  { "propose-suspension", MUSTER_PERMISSION_PROPOSE_REVOCATION, DECISION | DECISION_CLAUSE | DECISION_ACTION, N_("Proposed a suspension for cause") },
  { "propose-calling-off", MUSTER_PERMISSION_PROPOSE_REVOCATION, DECISION, N_("Proposed to call a decision off") },
  { "take-back-proposal", MUSTER_PERMISSION_PROPOSE_REVOCATION, DECISION, N_("Took a proposal back") },
  { "approve-decision", MUSTER_PERMISSION_DECIDE_REVOCATION, DECISION | CERTIFICATION, N_("Approved a decision") },
  { "refuse-decision", MUSTER_PERMISSION_DECIDE_REVOCATION, DECISION, N_("Refused a proposal") },
  { "file-review", MUSTER_PERMISSION_DECIDE_REVOCATION, REVIEW, N_("Recorded a request for review") },
  { "decide-review", MUSTER_PERMISSION_DECIDE_REVOCATION, REVIEW | CERTIFICATION, N_("Decided a review") },

  { "draw-paper", MUSTER_PERMISSION_KEEP_ROSTER, LETTER | DOCUMENT, N_("Created a paper for the roster") },
  { "draw-notice", MUSTER_PERMISSION_DECIDE_CERTIFICATION, LETTER | DOCUMENT, N_("Created a letter about a certification") },
  { "draw-action-letter", MUSTER_PERMISSION_RECORD_ACTION, LETTER | DOCUMENT, N_("Created a letter about a corrective action") },
  { "draw-decision-letter", MUSTER_PERMISSION_DECIDE_REVOCATION, LETTER | DOCUMENT, N_("Created the notice of a decision") },
  { "open-letter", MUSTER_PERMISSION_READ_ROSTER, 0, N_("Opened a letter") },
  { "print-letter", MUSTER_PERMISSION_READ_ROSTER, 0, N_("Had a letter printed") },
  { "record-service", MUSTER_PERMISSION_KEEP_ROSTER, MUSTER_TABLE_LETTER_SERVICE, N_("Recorded how a letter was served") },
  { "set-letter-template", MUSTER_PERMISSION_MANAGE_RULES, MUSTER_TABLE_LETTER_TEMPLATE, N_("Changed the template of a letter") },
  { NULL, 0, 0, NULL },
};

static const char *const table_names[MUSTER_N_TABLES] = {
  "register",
  "account",
  "agency",
  "assister",
  "affiliation",
  "certification",
  "corrective_action",
  "corrective_action_clause",
  "corrective_action_step",
  "decision",
  "decision_clause",
  "decision_action",
  "roster_import",
  "evidence",
  "import_profile",
  "different_person",
  "reconciliation",
  "reconciliation_task",
  "document",
  "rule_pack",
  "policy_document",
  "snooze",
  "incident",
  "incident_person",
  "incident_clause",
  "incident_report",
  "letter",
  "letter_service",
  "letter_template",
  "review",
  "corrective_action_follow_up",
  "case_access",
  "exit_item",
  "saved_list",
  "incident_attachment",
};

const MusterOperationRule *
muster_operation_rule_find (const char *name)
{
  if (name == NULL)
    return NULL;
  for (guint i = 0; rules[i].name != NULL; i++)
    if (strcmp (rules[i].name, name) == 0)
      return &rules[i];
  return NULL;
}

const MusterOperationRule *
muster_operation_rule_get_all (void)
{
  return rules;
}

int
muster_table_get_number (MusterTable table)
{
  return table != 0 ? __builtin_ctzll (table) : -1;
}

const char *
muster_table_get_name (MusterTable table)
{
  int number = muster_table_get_number (table);

  g_return_val_if_fail (number >= 0 && number < MUSTER_N_TABLES && table == MUSTER_TABLE_NUMBERED (number), "");
  return table_names[number];
}
