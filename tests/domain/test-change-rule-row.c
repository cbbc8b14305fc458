/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-row.h"
#include "domain/muster-error.h"

/* What may be added belongs to what the operation may touch at all. */
static void
test_added (void)
{
  const MusterOperationRule *rules = muster_operation_rule_get_all ();
  MusterTable all = 0;

  for (guint i = 0; rules[i].name != NULL; i++)
    {
      MusterTable added = muster_change_rule_list_added (rules[i].name);

      g_test_message ("%s", rules[i].name);
      g_assert_cmpuint (added & ~rules[i].tables, ==, 0);
      all |= added;
    }
  g_assert_cmpuint (all, ==, MUSTER_TABLE_NUMBERED (MUSTER_N_TABLES) - 1);
  g_assert_cmpuint (muster_change_rule_list_added ("delete-everything"), ==, 0);
  g_assert_cmpuint (muster_change_rule_list_added (NULL), ==, 0);
}

static const struct
{
  const char *operation;
  MusterTable table;
  const char *column;
  gboolean ok;
} columns[] = {
  { "edit-assister", MUSTER_TABLE_ASSISTER, "county", TRUE },
  { "edit-assister", MUSTER_TABLE_ASSISTER, "taken_back", FALSE },
  { "import-roster", MUSTER_TABLE_ASSISTER, "taken_back", FALSE },
  { "undo-import", MUSTER_TABLE_ASSISTER, "taken_back", TRUE },
  { "undo-import", MUSTER_TABLE_CERTIFICATION, "taken_back", TRUE },
  { "undo-import", MUSTER_TABLE_CERTIFICATION, "to_state", FALSE },
  { "transfer", MUSTER_TABLE_AFFILIATION, "through_day", TRUE },
  { "transfer", MUSTER_TABLE_AFFILIATION, "agency_id", FALSE },
  { "transfer", MUSTER_TABLE_AFFILIATION, "from_day", FALSE },
  { "transfer", MUSTER_TABLE_ASSISTER, "active", FALSE },
  { "inactivate", MUSTER_TABLE_ASSISTER, "active", TRUE },
  { "inactivate", MUSTER_TABLE_ASSISTER, "npn", FALSE },
  { "certify", MUSTER_TABLE_CERTIFICATION, "superseded_by", TRUE },
  { "certify", MUSTER_TABLE_CERTIFICATION, "effective", FALSE },
  { "certify", MUSTER_TABLE_ASSISTER, "active", FALSE },
  { "reinstate", MUSTER_TABLE_CERTIFICATION, "superseded_by", FALSE },
  { "correct-certification", MUSTER_TABLE_CERTIFICATION, "superseded_by", TRUE },
  { "correct-certification", MUSTER_TABLE_CERTIFICATION, "effective", FALSE },
  { "set-cause", MUSTER_TABLE_ACTION, "cause", TRUE },
  { "set-cause", MUSTER_TABLE_ACTION, "finding", FALSE },
  { "close-action", MUSTER_TABLE_ACTION, "outcome", TRUE },
  { "close-action", MUSTER_TABLE_ACTION, "severity", FALSE },
  { "add-step", MUSTER_TABLE_ACTION, "due", FALSE },
  { "complete-step", MUSTER_TABLE_ACTION_STEP, "done_on", TRUE },
  { "complete-step", MUSTER_TABLE_ACTION_STEP, "what", FALSE },
  { "complete-step", MUSTER_TABLE_ACTION_STEP, "verified_account", FALSE },
  { "verify-step", MUSTER_TABLE_ACTION_STEP, "verified_account", TRUE },
  { "verify-step", MUSTER_TABLE_ACTION_STEP, "done_account", FALSE },
  { "open-action", MUSTER_TABLE_ACTION_CLAUSE, "clause", FALSE },
  { "close-action", MUSTER_TABLE_ACTION, "incident_id", FALSE },
  { "change-incident", MUSTER_TABLE_INCIDENT, "narrative", TRUE },
  { "change-incident", MUSTER_TABLE_INCIDENT, "number", FALSE },
  { "change-incident", MUSTER_TABLE_INCIDENT, "state", FALSE },
  { "change-incident", MUSTER_TABLE_INCIDENT_PERSON, "removed", TRUE },
  { "change-incident", MUSTER_TABLE_INCIDENT_PERSON, "assister_id", FALSE },
  { "change-incident", MUSTER_TABLE_INCIDENT_CLAUSE, "finding", FALSE },
  { "incident-finding", MUSTER_TABLE_INCIDENT_CLAUSE, "finding", TRUE },
  { "incident-finding", MUSTER_TABLE_INCIDENT_CLAUSE, "clause", FALSE },
  { "close-incident", MUSTER_TABLE_INCIDENT, "outcome", TRUE },
  { "close-incident", MUSTER_TABLE_INCIDENT, "discovered", FALSE },
  { "record-incident-report", MUSTER_TABLE_INCIDENT_REPORT, "at_day", FALSE },
  { "withdraw-attachment", MUSTER_TABLE_ATTACHMENT, "withdrawn_reason", TRUE },
  { "withdraw-attachment", MUSTER_TABLE_ATTACHMENT, "document_id", FALSE },
  { "withdraw-attachment", MUSTER_TABLE_ATTACHMENT, "title", FALSE },
  { "attach-to-incident", MUSTER_TABLE_ATTACHMENT, "withdrawn_at", FALSE },
  { "attach-to-incident", MUSTER_TABLE_INCIDENT, "state", FALSE },
  { "propose-revocation", MUSTER_TABLE_DECISION_CLAUSE, "clause", FALSE },
  { "propose-revocation", MUSTER_TABLE_DECISION, "reason", FALSE },
  { "approve-decision", MUSTER_TABLE_DECISION, "effective", TRUE },
  { "approve-decision", MUSTER_TABLE_DECISION, "types", FALSE },
  { "approve-decision", MUSTER_TABLE_DECISION, "calls_off", FALSE },
  { "refuse-decision", MUSTER_TABLE_DECISION, "effective", FALSE },
  { "decide-review", MUSTER_TABLE_REVIEW, "effective", TRUE },
  { "decide-review", MUSTER_TABLE_REVIEW, "filed", FALSE },
  { "decide-review", MUSTER_TABLE_REVIEW, "late", FALSE },
  { "file-review", MUSTER_TABLE_REVIEW, "state", FALSE },
  { "change-account", MUSTER_TABLE_ACCOUNT, "public_key", FALSE },
  { "correct-evidence", MUSTER_TABLE_EVIDENCE, "superseded_by", TRUE },
  { "correct-evidence", MUSTER_TABLE_EVIDENCE, "outcome", FALSE },
  { "withdraw-evidence", MUSTER_TABLE_EVIDENCE, "superseded_by", TRUE },
  { "save-list", MUSTER_TABLE_SAVED_LIST, "filter", TRUE },
  { "save-list", MUSTER_TABLE_SAVED_LIST, "account_id", FALSE },
  { "remove-list", MUSTER_TABLE_SAVED_LIST, "removed", TRUE },
  { "remove-list", MUSTER_TABLE_SAVED_LIST, "filter", FALSE },
  { "withdraw-evidence", MUSTER_TABLE_EVIDENCE, "note", FALSE },
  { "record-evidence", MUSTER_TABLE_EVIDENCE, "superseded_by", FALSE },
  { "delete-everything", MUSTER_TABLE_AGENCY, "name", FALSE },
  { NULL, MUSTER_TABLE_AGENCY, "name", FALSE },
};

static void
test_columns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u: %s", i, columns[i].operation);
      g_assert_cmpint (muster_change_rule_check_column (columns[i].operation, columns[i].table, columns[i].column, &error), ==, columns[i].ok);
      if (!columns[i].ok)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

/* A register, its agencies and the grounds of its cases stay as they were written, whoever signs. */
static void
test_never_changed (void)
{
  static const MusterTable tables[] = { MUSTER_TABLE_REGISTER, MUSTER_TABLE_AGENCY, MUSTER_TABLE_ACTION_CLAUSE, MUSTER_TABLE_DECISION_CLAUSE, MUSTER_TABLE_DECISION_ACTION,
                                        MUSTER_TABLE_DIFFERENT_PERSON, MUSTER_TABLE_RECONCILIATION, MUSTER_TABLE_DOCUMENT, MUSTER_TABLE_RULE_PACK, MUSTER_TABLE_POLICY_DOCUMENT };
  static const char *const names[] = { "agency", "name", "clause", "action_id", "decision_id", "uuid", "row_key", "file_hash", "account_id", "hash", "content", "from_day" };
  const MusterOperationRule *rules = muster_operation_rule_get_all ();

  for (guint i = 0; rules[i].name != NULL; i++)
    for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        g_assert_false (muster_change_rule_check_column (rules[i].name, tables[t], names[n], NULL));
}

static void
test_stamps (void)
{
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_CERTIFICATION, "account_id"), ==, MUSTER_STAMP_SIGNER);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_CERTIFICATION, "recorded"), ==, MUSTER_STAMP_TIME);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_CERTIFICATION, "effective"), ==, MUSTER_STAMP_NONE);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_DECISION, "decided_at"), ==, MUSTER_STAMP_TIME);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_ACTION_STEP, "verified_account"), ==, MUSTER_STAMP_SIGNER);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_ACTION, "closed"), ==, MUSTER_STAMP_NONE);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_RECONCILIATION_TASK, "closed"), ==, MUSTER_STAMP_TIME);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_ATTACHMENT, "account_id"), ==, MUSTER_STAMP_SIGNER);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_ATTACHMENT, "withdrawn_account"), ==, MUSTER_STAMP_SIGNER);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_ATTACHMENT, "withdrawn_at"), ==, MUSTER_STAMP_TIME);
  g_assert_cmpint (muster_change_rule_get_stamp (MUSTER_TABLE_ASSISTER, "recorded"), ==, MUSTER_STAMP_NONE);
}

static void
test_disposal (void)
{
  for (guint number = 0; number < MUSTER_N_TABLES; number++)
    g_assert_null (muster_change_rule_get_disposal (MUSTER_TABLE_NUMBERED (number)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/change-rule-row/added", test_added);
  g_test_add_func ("/domain/change-rule-row/columns", test_columns);
  g_test_add_func ("/domain/change-rule-row/never-changed", test_never_changed);
  g_test_add_func ("/domain/change-rule-row/stamps", test_stamps);
  g_test_add_func ("/domain/change-rule-row/disposal", test_disposal);
  return g_test_run ();
}
