/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"

/* Every command, by group; each table is ended by a command whose name is %NULL. */
extern const MusterCtlCommand muster_ctl_practice_commands[];
extern const MusterCtlCommand muster_ctl_register_commands[];
extern const MusterCtlCommand muster_ctl_account_commands[];
extern const MusterCtlCommand muster_ctl_evidence_commands[];
extern const MusterCtlCommand muster_ctl_export_commands[];
extern const MusterCtlCommand muster_ctl_import_commands[];
extern const MusterCtlCommand muster_ctl_reconcile_commands[];
extern const MusterCtlCommand muster_ctl_list_commands[];
extern const MusterCtlCommand muster_ctl_roster_commands[];
extern const MusterCtlCommand muster_ctl_season_commands[];
extern const MusterCtlCommand muster_ctl_show_commands[];
extern const MusterCtlCommand muster_ctl_why_commands[];
extern const MusterCtlCommand muster_ctl_today_commands[];
extern const MusterCtlCommand muster_ctl_rules_commands[];
extern const MusterCtlCommand muster_ctl_notice_commands[];
extern const MusterCtlCommand muster_ctl_person_commands[];
extern const MusterCtlCommand muster_ctl_certification_commands[];
extern const MusterCtlCommand muster_ctl_batch_commands[];
extern const MusterCtlCommand muster_ctl_transfer_commands[];
extern const MusterCtlCommand muster_ctl_incident_commands[];
extern const MusterCtlCommand muster_ctl_attachment_commands[];
extern const MusterCtlCommand muster_ctl_action_commands[];
extern const MusterCtlCommand muster_ctl_follow_up_commands[];
extern const MusterCtlCommand muster_ctl_decision_commands[];
extern const MusterCtlCommand muster_ctl_review_commands[];
extern const MusterCtlCommand muster_ctl_bundle_commands[];
extern const MusterCtlCommand muster_ctl_exit_commands[];
extern const MusterCtlCommand muster_ctl_case_commands[];
extern const MusterCtlCommand muster_ctl_report_commands[];
extern const MusterCtlCommand muster_ctl_journal_commands[];
extern const MusterCtlCommand muster_ctl_letter_commands[];

/**
 * muster_ctl_commands_find:
 * @arguments: %NULL-terminated
 * @n_words: (out): how many of them are the command's name
 *
 * Returns: the command that @arguments begin with; %NULL with MUSTER_ERROR_INVALID.
 */
const MusterCtlCommand *muster_ctl_commands_find (char **arguments, guint *n_words, GError **error);
/** Returns: (transfer full): “musterctl report NAME --output FILE [OPTION…]”: what @command cannot do without. */
char *muster_ctl_commands_dup_usage (const MusterCtlCommand *command);
/** Returns: (transfer full): the help on all commands, on those that begin with @name, or %NULL where there is none. */
char *muster_ctl_commands_dup_help (const char *name);
