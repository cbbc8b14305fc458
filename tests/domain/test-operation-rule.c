/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-operation-rule.h"

/* Who may do what: one letter a role (staff, supervisor, administrator, auditor, recovery); and what it may touch. */
static const struct
{
  const char *name;
  const char *roles;
  const char *tables;
} cases[] = {
  { "create-register", "--y--", "register account" },
  { "add-account", "--y--", "account" },
  { "change-account", "--y--", "account" },
  { "tie-account", "--y--", "account" },
  { "change-password", "yyyyy", "" },
  { "reset-administrator", "----y", "account" },
  { "set-up-computer", "----y", "" },
  { "sign-in", "yyyyy", "" },
  { "failed-sign-ins", "yyyyy", "" },
  { "accept-copy", "--y--", "" },
  { "checkpoint", "--yy-", "" },
  { "record-evidence", "yyy--", "evidence document" },
  { "correct-evidence", "yyy--", "evidence document" },
  { "withdraw-evidence", "yyy--", "evidence" },
  { "adopt-rule-pack", "--y--", "rule_pack" },
  { "load-policy", "--y--", "document policy_document" },
  { "save-list", "yyy--", "saved_list" },
  { "rename-list", "yyy--", "saved_list" },
  { "remove-list", "yyy--", "saved_list" },
  { "snooze", "yyy--", "snooze" },
  { "import-roster", "yyy--", "agency assister affiliation certification roster_import evidence import_profile different_person reconciliation reconciliation_task" },
  { "undo-import", "yyy--", "assister affiliation certification roster_import evidence" },
  { "save-profile", "yyy--", "import_profile" },
  { "remove-profile", "yyy--", "import_profile" },
  { "reconcile-list", "yyy--", "reconciliation reconciliation_task" },
  { "close-task", "yyy--", "reconciliation_task" },
  { "export-roster", "-yy--", "" },
  { "export-report", "yyyy-", "" },
  { "export-bundle", "-yyy-", "" },
  { "export-season", "-yy--", "" },
  { "add-assister", "yyy--", "agency assister affiliation certification" },
  { "edit-assister", "yyy--", "agency assister affiliation certification" },
  { "reveal-identifier", "yyyy-", "" },
  { "open-document", "yyyy-", "" },
  { "transfer", "yyy--", "affiliation" },
  { "correct-certification", "--y--", "certification" },
  { "enrol", "yyy--", "assister affiliation certification" },
  { "start-training", "yyy--", "assister affiliation certification" },
  { "submit", "yyy--", "assister affiliation certification" },
  { "withdraw", "yyy--", "assister affiliation certification" },
  { "inactivate", "yyy--", "assister affiliation certification" },
  { "return", "yyy--", "assister affiliation certification" },
  { "reapply", "yyy--", "assister affiliation certification" },
  { "certify", "--y--", "certification" },
  { "deny", "--y--", "certification" },
  { "suspend", "--y--", "certification" },
  { "reinstate", "--y--", "certification" },
  { "expire", "--y--", "certification" },
  { "record-incident", "yyy--", "incident incident_person incident_clause" },
  { "change-incident", "yyy--", "incident incident_person incident_clause" },
  { "record-incident-report", "yyy--", "incident_report" },
  { "incident-finding", "-yy--", "incident_clause" },
  { "close-incident", "-yy--", "incident" },
  { "record-exit-item", "yyy--", "exit_item" },
  { "attach-to-incident", "yyy--", "document incident_attachment" },
  { "withdraw-attachment", "-yy--", "incident_attachment" },
  { "open-attachment", "yyyy-", "" },
  { "close-case-to", "-yy--", "case_access" },
  { "open-case-to", "-yy--", "case_access" },
  { "look-at-case", "yyyy-", "" },
  { "open-action", "-yy--", "certification corrective_action corrective_action_clause corrective_action_step" },
  { "add-step", "-yy--", "corrective_action corrective_action_step" },
  { "complete-step", "-yy--", "corrective_action corrective_action_step" },
  { "verify-step", "-yy--", "corrective_action corrective_action_step" },
  { "set-cause", "-yy--", "corrective_action" },
  { "change-severity", "-yy--", "corrective_action" },
  { "plan-check", "-yy--", "corrective_action_follow_up" },
  { "record-check", "-yy--", "corrective_action_follow_up" },
  { "waive-check", "--y--", "corrective_action_follow_up" },
  { "record-response", "-yy--", "corrective_action_follow_up" },
  { "ask-extension", "-yy--", "corrective_action_follow_up" },
  { "approve-extension", "-yy--", "corrective_action corrective_action_follow_up" },
  { "refuse-extension", "-yy--", "corrective_action_follow_up" },
  { "close-action", "-yy--", "certification corrective_action" },
  { "void-action", "-yy--", "certification corrective_action" },
  { "propose-revocation", "-yy--", "decision decision_clause decision_action" },
  { "propose-suspension", "-yy--", "decision decision_clause decision_action" },
  { "propose-calling-off", "-yy--", "decision" },
  { "take-back-proposal", "-yy--", "decision" },
  { "approve-decision", "--y--", "certification decision" },
  { "refuse-decision", "--y--", "decision" },
  { "file-review", "--y--", "review" },
  { "decide-review", "--y--", "certification review" },
  { "draw-paper", "yyy--", "document letter" },
  { "draw-notice", "--y--", "document letter" },
  { "draw-action-letter", "-yy--", "document letter" },
  { "draw-decision-letter", "--y--", "document letter" },
  { "open-letter", "yyyy-", "" },
  { "print-letter", "yyyy-", "" },
  { "record-service", "yyy--", "letter_service" },
  { "set-letter-template", "--y--", "letter_template" },
};

static char *
list_tables (MusterTable tables)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_TABLES; i++)
    if ((tables & MUSTER_TABLE_NUMBERED (i)) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", muster_table_get_name (MUSTER_TABLE_NUMBERED (i)));
  return g_string_free_and_steal (list);
}

static void
test_matrix (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterOperationRule *rule = muster_operation_rule_find (cases[i].name);
      g_autofree char *tables = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (rule);
      for (guint role = 0; role < MUSTER_N_ROLES; role++)
        g_assert_cmpint (muster_role_may (role, rule->permission), ==, cases[i].roles[role] == 'y');
      tables = list_tables (rule->tables);
      g_assert_cmpstr (tables, ==, cases[i].tables);
      g_assert_cmpstr (rule->label, !=, "");
    }
}

/* An operation that is not in the table above would not be judged by it. */
static void
test_no_other (void)
{
  const MusterOperationRule *rules = muster_operation_rule_get_all ();
  guint n = 0;

  while (rules[n].name != NULL)
    {
      g_assert_true (muster_operation_rule_find (rules[n].name) == &rules[n]);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases));
}

/* The journal names tables by number: each has one, and there is room beyond those that a plain int could flag. */
static void
test_numbers (void)
{
  for (int number = 0; number < MUSTER_N_TABLES; number++)
    {
      g_assert_cmpint (muster_table_get_number (MUSTER_TABLE_NUMBERED (number)), ==, number);
      g_assert_cmpstr (muster_table_get_name (MUSTER_TABLE_NUMBERED (number)), !=, "");
    }
  g_assert_cmpint (muster_table_get_number (MUSTER_TABLE_NUMBERED (63)), ==, 63);
  g_assert_cmpint (muster_table_get_number (0), ==, -1);
}

static void
test_unknown (void)
{
  g_assert_null (muster_operation_rule_find ("delete-everything"));
  g_assert_null (muster_operation_rule_find (""));
  g_assert_null (muster_operation_rule_find (NULL));
}

/* The auditor's only traces are of the own sign-in and of checkpoints. */
static void
test_auditor_writes_nothing (void)
{
  const MusterOperationRule *rules = muster_operation_rule_get_all ();

  for (guint i = 0; rules[i].name != NULL; i++)
    if (muster_role_may (MUSTER_ROLE_AUDITOR, rules[i].permission))
      g_assert_cmpuint (rules[i].tables, ==, 0);
}

static void
test_table_names (void)
{
  g_assert_cmpstr (muster_table_get_name (MUSTER_TABLE_REGISTER), ==, "register");
  g_assert_cmpstr (muster_table_get_name (MUSTER_TABLE_ACTION), ==, "corrective_action");
  g_assert_cmpstr (muster_table_get_name (MUSTER_TABLE_DECISION_ACTION), ==, "decision_action");
  g_assert_cmpstr (muster_table_get_name (MUSTER_TABLE_IMPORT), ==, "roster_import");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/operation-rule/matrix", test_matrix);
  g_test_add_func ("/domain/operation-rule/no-other", test_no_other);
  g_test_add_func ("/domain/operation-rule/numbers", test_numbers);
  g_test_add_func ("/domain/operation-rule/unknown", test_unknown);
  g_test_add_func ("/domain/operation-rule/auditor-writes-nothing", test_auditor_writes_nothing);
  g_test_add_func ("/domain/operation-rule/table-names", test_table_names);
  return g_test_run ();
}
