/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl-output.h"
#include "domain/muster-certification.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-decision-ahead.h"
#include "store/muster-journal-query.h"
#include "store/muster-letter-table.h"
#include "store/muster-roster-query.h"

/* How records are written in JSON: the same wherever they appear. Each fills the object that is begun. */

/** The keys of the roster; without a word about the Assister ID that there is, unless @reveals. */
void muster_ctl_json_person (JsonBuilder *json, const MusterRosterRow *row, gboolean reveals);
void muster_ctl_json_event (JsonBuilder *json, const MusterCertificationEvent *event);
/** Names of accounts are looked up in @database. */
gboolean muster_ctl_json_decision (JsonBuilder *json, MusterDatabase *database, const MusterDecision *decision, GError **error);
/** The time for asking for a review of @decision: "review_until", "review_ends" (null while it has not begun), "review_clock", "notice_received" and "notice_presumed". */
gboolean muster_ctl_json_review_clock (JsonBuilder *json, MusterDatabase *database, const MusterDecision *decision, GError **error);
/** What was decided for a later day (element-type MusterComingChange), under "coming". */
gboolean muster_ctl_json_coming (JsonBuilder *json, MusterDatabase *database, GPtrArray *changes, GError **error);
/** What is claimed about a person's requirements, under "evidence". @only: (nullable) (element-type gint64): of it, these. */
gboolean muster_ctl_json_evidence (JsonBuilder *json, MusterDatabase *database, gint64 person, GArray *only, GError **error);
/** Where the values of a person come from, under "provenance". */
gboolean muster_ctl_json_provenance (JsonBuilder *json, MusterDatabase *database, gint64 person, GError **error);
/** The same two as tables. */
gboolean muster_ctl_print_evidence (MusterDatabase *database, gint64 person, GArray *only, GError **error);
gboolean muster_ctl_print_provenance (MusterDatabase *database, gint64 person, GError **error);
/** The name of the account @id under @key; null for 0. */
gboolean muster_ctl_json_account (JsonBuilder *json, const char *key, MusterDatabase *database, gint64 id, GError **error);
/** The code of the person @id, "P-12", under @key. */
void muster_ctl_json_person_code (JsonBuilder *json, const char *key, gint64 id);
/** How a letter was served. */
void muster_ctl_json_service (JsonBuilder *json, const MusterService *service);
/** Clauses (element-type utf8), under "clauses". */
void muster_ctl_json_clauses (JsonBuilder *json, GPtrArray *clause_ids);
/** A whole list of journal entries (element-type MusterJournalEntry) under @key. */
void muster_ctl_json_entries (JsonBuilder *json, const char *key, GPtrArray *entries);

/** Returns: (transfer full): the codes of @types, %NULL-terminated. */
char **muster_ctl_dup_type_codes (guint types);
/** Returns: (transfer full): their labels, joined by commas. */
char *muster_ctl_dup_type_labels (guint types);
/** Returns: (transfer full): the codes of @reasons, %NULL-terminated. */
char **muster_ctl_dup_reason_codes (guint reasons);
/** Sets @number to that of the decision @id; %NULL for 0. */
gboolean muster_ctl_dup_decision_number (MusterDatabase *database, gint64 id, char **number, GError **error);
/** Sets @name to the name of account @id; %NULL for 0. */
gboolean muster_ctl_dup_account_name (MusterDatabase *database, gint64 id, char **name, GError **error);
