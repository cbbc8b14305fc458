/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "domain/muster-case-access.h"
#include "domain/muster-change-rule-case.h"
#include "domain/muster-decider-tie.h"
#include "store/muster-anchor.h"
#include "store/muster-row-view.h"
#include "store/muster-verify.h"

/*
 * How verification is put together: the accounts as they were at each point of the journal (muster-verify-accounts.c), what an operation may
 * have done to single rows (-changes.c), to the cases of due process (-cases.c, -actions.c, -citation.c, -lifting.c, -follow-ups.c, -reviews.c), to evidence (-evidence.c), to rules and what was put off (-packs.c), to
 * people (-people.c) and to the rows of imports (-imports.c), the entries one after the other (-entries.c), and whether the changes make the tables (-replay.c).
 */

/** MusterVerifier: one run. What is found wrong first is kept, and ends it. */
typedef struct
{
  MusterDatabase *database;
  GCancellable *cancellable;
  GFileProgressCallback progress;
  gpointer progress_data;
  MusterTableShape shapes[MUSTER_N_TABLES];
  GHashTable *accounts; /* id → MusterAccount, as they are before the entry that is being looked at */
  GArray *deeds;        /* (element-type MusterAccountDeed): what was done to any of them before */
  struct _MusterKnownRules *rules; /* by which the register went before the entry: muster-verify-packs.c */
  GHashTable *left;     /* id → moment at which an administrator was disabled or given another role last */
  GHashTable *access;   /* (element-type utf8 → MusterAccess): what was last said of an account and a case before */
  GArray *let_ins;      /* (element-type MusterLetIn): who let whom in before */
  GHashTable *people;   /* id of an account → set of ids: whom of the roster it may have been by its name, ever; made when it is needed */
  int schema;           /* of the newest program that is known to have been used before: see MUSTER_SCHEMA_OF_TIES */
  gint64 newest;
  gint64 n_changes_left; /* that may still be looked at; -1: all */
  gint64 bad_entry;
  char *what;
  GPtrArray *remarks; /* sentences */
  gboolean only_search; /* what is wrong is no entry */
  gboolean other_copy; /* the anchor speaks against it */
} MusterVerifier;

/** MusterLetIn: @account was added, enabled or given its role by @by. */
typedef struct
{
  gint64 account;
  gint64 by;
  gint64 entry;
} MusterLetIn;

/*
 * What the program of this schema, and of each since, refused: changing what is closed by way of another case, or closed by a name written otherwise; and
 * what the register says of oneself. Each sign-in says which schema its program had, and an older program does not open a newer register: entries from the
 * first such one on are held to it.
 */
#define MUSTER_SCHEMA_OF_TIES 15
#define MUSTER_SCHEMA_DETAIL "schema"

gboolean muster_verifier_init (MusterVerifier *self, MusterDatabase *database, GError **error);
void muster_verifier_clear (MusterVerifier *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterVerifier, muster_verifier_clear)
/** Keeps what is wrong with @entry, unless something was found before. Always returns %TRUE: finding damage is no failure. */
gboolean muster_verifier_blame (MusterVerifier *self, gint64 entry, const char *what);

/** Keeps what is no fault, but worth knowing; takes @remark. */
void muster_verifier_remark (MusterVerifier *self, char *remark);

/** MusterSearchCheck: the search index being compared with the people, on a thread of its own, since it depends on nothing else. */
typedef struct _MusterSearchCheck MusterSearchCheck;
MusterSearchCheck *muster_verify_search_begin (MusterStore *store, GCancellable *cancellable);
/** Waits for @check and frees it. What it found is the last that is blamed; then the store makes the index anew. */
gboolean muster_verify_search_end (MusterVerifier *self, MusterSearchCheck *check, GError **error);

/** Applies the changes to accounts of all entries before @entry. */
gboolean muster_verify_accounts_load (MusterVerifier *self, gint64 before_entry, GError **error);
/** Applies a change of the accounts' table, made by @operation of the account @by at @time. */
void muster_verify_accounts_apply (MusterVerifier *self, gint64 id, const MusterRowView *after, const char *operation, gint64 by, gint64 time, gint64 entry);
/** Returns: (transfer full) (nullable): what makes one doubt that @decider is a second person beside @proposer: see muster_decider_find_ties(). */
char *muster_verify_accounts_dup_ties (MusterVerifier *self, gint64 decider, gint64 proposer, gint64 proposed_at);
/** Returns: (transfer full) (nullable): the same of @second, who had to be somebody else than @first, who did their part at @at: see muster_decider_dup_tie_to_text(). */
char *muster_verify_accounts_dup_tie_to (MusterVerifier *self, MusterTieTo to, gint64 second, gint64 first, gint64 at);
/** Who could decide apart from @account, now and lately. */
void muster_verify_accounts_find_others (MusterVerifier *self, gint64 account, MusterOtherAdministrators *others);

/** MusterEntryCheck: what is gathered over the changes of one entry. */
typedef struct
{
  gint64 sequence;
  const char *operation;
  const char *role; /* of the signer */
  const char *detail; /* (nullable) */
  gint64 signer;
  gint64 time;
  GDate today; /* of the entry, where it is verified */
  MusterTable added; /* #MusterTable flags: to which its operation adds rows */
  GArray *proposed;      /* (element-type MusterDecisionFacts) */
  GArray *approved;      /* (element-type MusterDecisionFacts) */
  GArray *actions;       /* (element-type MusterActionFacts): that it opens or changes */
  GArray *grounds;       /* (element-type MusterGround) */
  GPtrArray *extensions; /* (element-type MusterFollowUp): that it answers */
  GArray *due_days;      /* of the actions that it changes: muster-verify-follow-ups.c */
  GPtrArray *reviewed;   /* of the reviews that it decides: muster-verify-reviews.c */
  GPtrArray *events;     /* (element-type MusterCertificationEvent): that it adds, as far as they belong to something else */
  GPtrArray *superseded; /* (element-type MusterCertificationEvent): as they were before, but for @superseded_by */
  GPtrArray *evidence;   /* (element-type MusterEvidence): that it adds, where it corrects some */
  GPtrArray *corrected;  /* (element-type MusterEvidence): that it supersedes */
  GArray *stays;         /* (element-type gint64): people whose stays it changes, as far as they are looked at one by one */
  gint64 import_made;    /* the record of an import that it made; 0: none */
  gint64 undoing;        /* the same, where it undoes another */
  gint64 import_entry;   /* the entry of the import of a file that this concerns; 0: there is none */
  gboolean takes_back;   /* what that import made counts no more; else it counts again */
} MusterEntryCheck;

/** MusterGround: that a clause or a corrective action belongs to a case. @action_id: 0 for a clause. */
typedef struct
{
  MusterTable table;
  gint64 case_id;
  gint64 action_id;
} MusterGround;

void muster_entry_check_init (MusterEntryCheck *check, gint64 sequence, const MusterJournalHead *head);
void muster_entry_check_clear (MusterEntryCheck *check);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterEntryCheck, muster_entry_check_clear)

/** Remarks on what ties who signed the entry, @second, to @first, who had to be somebody else. */
void muster_verify_remark_on_tie (MusterVerifier *self, const MusterEntryCheck *check, MusterTieTo to, gint64 second, gint64 first);

/** MusterRowChange: a row before and after, to be read by column; before there is nothing in a new one. */
typedef struct
{
  gboolean is_new;
  gint64 id;
  MusterRowView before;
  MusterRowView after;
} MusterRowChange;

gboolean muster_row_change_differs (const MusterRowChange *change, const char *column);
/** Whether anything but @columns differs. */
gboolean muster_row_change_differs_beside (const MusterRowChange *change, const char *const *columns);
/** Whether nothing is in @columns after the change but 0 and "none". */
gboolean muster_row_change_is_bare (const MusterRowChange *change, const char *const *columns);

/** Whether the entry's operation can have brought about this change of a row; MUSTER_ERROR_RULE or _DAMAGED says what is wrong. */
gboolean muster_verify_change (MusterVerifier *self, MusterEntryCheck *check, const MusterChangeBytes *change, GError **error);
/** Whether the record of an import may have been made, or changed, so; @before is %NULL for a new one. Takes note of what an undoing concerns. */
gboolean muster_verify_import_record (MusterVerifier *self, MusterEntryCheck *check, gint64 id, const MusterRowView *before, const MusterRowView *after, GError **error);
/** Whether a row may have been made, taken back or brought back so; @before is %NULL for a new one. */
gboolean muster_verify_taken_back (MusterVerifier *self, MusterEntryCheck *check, const MusterChangeBytes *bytes, const MusterRowView *before, const MusterRowView *after, GError **error);
/** Whether of those who were taken back nothing counts. */
gboolean muster_verify_gone (MusterVerifier *self, GError **error);
/** Sets @entry to that which made the row; 0: none did. */
gboolean muster_verify_find_maker (MusterVerifier *self, int table_number, gint64 row_id, gint64 *entry, GError **error);
/** Whether there was such a row in the entry, or before. */
gboolean muster_verify_is_known (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, gint64 row_id, gboolean *known, GError **error);

/** Whether evidence may have been recorded, or superseded, so. */
gboolean muster_verify_evidence (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Whether the same holds of what the entry superseded. */
gboolean muster_verify_corrected (const MusterEntryCheck *check, GError **error);
/** Returns: (transfer full): an empty list for what muster_verify_evidence() gathers. */
GPtrArray *muster_verify_evidence_list_new (void);

typedef struct _MusterKnownRules MusterKnownRules;
void muster_known_rules_free (MusterKnownRules *rules);
/** Takes note of the rules of all entries before @before_entry. */
gboolean muster_verify_rules_load (MusterVerifier *self, gint64 before_entry, GError **error);
/** Whether a rule pack, a policy document or what puts something off may have been recorded so; takes note of the rules. */
gboolean muster_verify_rules (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error);
/** Returns: (transfer full) (element-type MusterRulePack): those that can have been in force at the entry. */
GPtrArray *muster_verify_list_packs (MusterVerifier *self, const MusterEntryCheck *check);
/** Returns: (transfer none): the versions of the notice loaded by then, ended by %NULL. */
const char *const *muster_verify_list_versions (MusterVerifier *self);

/** Whether @event, that the entry adds, is about a person that there was, holds from a day that can be, and says of whoever leaves whether a case was open. */
gboolean muster_verify_event (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error);
/** Whether a stay with an agency may have been recorded, or ended, so. */
gboolean muster_verify_stay (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Whether a list of the roster may be kept so, and by who signed. */
gboolean muster_verify_saved_list (const MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Whether those whose stays the entry changed are with one agency at a time. */
gboolean muster_verify_stays (MusterVerifier *self, const MusterEntryCheck *check, GError **error);
/** Whether every row refers to such as there are, and nobody is with two agencies. */
gboolean muster_verify_tables (MusterVerifier *self, GError **error);

/** The same for a row of a corrective action, a decision, or what belongs to one. */
gboolean muster_verify_case_change (MusterVerifier *self, MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error);
/** Whether a row of a case may have been changed by who signed, by what was said before of that account and the case; and a row that says so. */
gboolean muster_verify_case_access (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error);
/** Takes note of the schema that the entry says its program had. */
void muster_verify_note_schema (MusterVerifier *self, const char *operation, const char *detail);
/** The same of all entries before @before_entry. */
gboolean muster_verify_schema_load (MusterVerifier *self, gint64 before_entry, GError **error);
/** Whether a row may have been changed by who signed: of no case that was closed to them by way of another, or that was about them, and of nothing that the register says of them. */
gboolean muster_verify_case_sight (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error);
/** Whether who signed was, before the entry, that person: as had been said, or by the name. @ever: names from before that one count, too. */
gboolean muster_verify_is_person (MusterVerifier *self, const MusterEntryCheck *check, gint64 account_id, gint64 person_id, gboolean ever, gboolean *is, GError **error);
/** Whether an administrator was left who saw the case, and whom it did not concern. */
gboolean muster_verify_is_kept (MusterVerifier *self, const MusterEntryCheck *check, MusterCaseKind kind, gint64 id, gboolean *kept, GError **error);
/** Whether the account may have been anybody of the roster at all. */
gboolean muster_verify_may_be_somebody (MusterVerifier *self, gint64 account_id, gboolean *may, GError **error);
/** What was last said of the account and the case before. */
MusterAccess muster_verify_get_access (MusterVerifier *self, MusterCaseKind kind, gint64 case_id, gint64 account_id);

/** MusterVerifyRead: takes what is in a row; %FALSE where that is nothing that can be. */
typedef gboolean (*MusterVerifyRead) (const MusterRowView *view, gint64 id, gpointer data);
/** Hands the rows of @table that @sql lists for @of, as they were before the entry, to @read. */
gboolean muster_verify_read_before (MusterVerifier *self, const MusterEntryCheck *check, const char *sql, MusterTable table, gint64 of, MusterVerifyRead read, gpointer data, GError **error);
/** Takes note of what was said of accounts and cases before @before_entry. */
gboolean muster_verify_case_access_load (MusterVerifier *self, gint64 before_entry, GError **error);

/** The same for what was recorded of an exit checklist. */
gboolean muster_verify_exit_item (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** The same for a row of an incident, or of what belongs to one. */
gboolean muster_verify_incident_change (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error);
/** A row of @table as it was before the entry, as long as @statement is; @found: whether there was one that can be read. */
gboolean muster_verify_find_row_before (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, gint64 id, MusterStatement **statement, MusterRowView *view, gboolean *found, GError **error);
/** A certification event as @view has it; %FALSE where it says something that there is not. */
gboolean muster_verify_read_event (const MusterRowView *view, MusterCertificationEvent *event);
/** What follows a corrective action, as @view has it, and a day of it; %FALSE as before. */
gboolean muster_verify_read_follow_up (const MusterRowView *view, MusterFollowUp *follow_up);
gboolean muster_verify_read_day (const MusterRowView *view, const char *column, GDate *day);
/** Whether a row of @table had been written before the entry, so that the program had what is recorded there. */
gboolean muster_verify_is_since (MusterVerifier *self, const MusterEntryCheck *check, MusterTable table, gboolean *since, GError **error);
/** Sets @action to the corrective action @id as it was before the entry, with its steps and what followed it; %NULL where there was none. */
gboolean muster_verify_load_action (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, MusterCorrectiveAction **action, GError **error);
/** Whether the notice of the corrective action @id had been served before the entry. */
gboolean muster_verify_find_served (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, gboolean *served, GError **error);
/** Returns: (transfer full) (element-type MusterNoticeService): how the notices of the decision @id had been served before the entry. */
GArray *muster_verify_list_notices (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, GError **error);
/** Whether what the entry says of the version of the notice that is cited can be, and is what the new case @cited (nullable) has. */
gboolean muster_verify_citation (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowView *cited, GError **error);
/** Whether a corrective action may have been closed so: by the gates of the program, where it had them. */
gboolean muster_verify_closing (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Whether a new corrective action restricts as much as its severity asks for. */
gboolean muster_verify_opening (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Whether the entry restricted the certifications that the new corrective action @action restricts. */
gboolean muster_verify_restricted (MusterVerifier *self, const MusterEntryCheck *check, const MusterActionFacts *action, GError **error);
/** Remarks on somebody being certified again, by @event, while a corrective action restricts what they may do. */
gboolean muster_verify_remark_on_reinstating (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error);
/** Whether @event may have lifted an administrative suspension so; remarks where something was open of which the entry does not say it. */
gboolean muster_verify_open_items (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error);
/** The same for a row of what follows a corrective action. */
gboolean muster_verify_follow_up (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Takes note of when a corrective action that the entry changes is due, before and after. MUSTER_ERROR_DAMAGED. */
gboolean muster_verify_due (MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Returns: (transfer full): an empty list for what muster_verify_due() gathers. */
GArray *muster_verify_due_days_new (void);
/** Whether what the entry extends is extended as somebody asked and another approved. */
gboolean muster_verify_extensions (const MusterEntryCheck *check, GError **error);
/** The same for a row of a review. */
gboolean muster_verify_review (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error);
/** Returns: (transfer full): an empty list for what muster_verify_review() gathers. */
GPtrArray *muster_verify_reviewed_new (void);
/** Whether @event, where it lifts a suspension for cause, was recorded by somebody who had no part in its decision. */
gboolean muster_verify_lifting (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error);
/** Whether @event, which the entry adds for a decision, carries out the review of it that the entry decides. */
gboolean muster_verify_reviewed_event (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error);
/** Whether what was gathered over all changes of the entry belongs together. */
gboolean muster_verify_entry_whole (MusterVerifier *self, const MusterEntryCheck *check, GError **error);

/** Checks the entries from @first to the newest; @previous is the hash before @first, %NULL: whatever the entry before says. %FALSE only where that could not be carried out. */
gboolean muster_verify_entries (MusterVerifier *self, gint64 first, const guint8 *previous, GError **error);
/** Blames entries and changes with numbers that no checked entry has: nothing signed covers them, and they would make rows. */
gboolean muster_verify_strays (MusterVerifier *self, GError **error);
/** Checks that the changes, one after the other, make the tables as they stand. */
gboolean muster_verify_replay (MusterVerifier *self, GError **error);

/**
 * Checks that the indexes hold what their tables do: one with the right text may have been made with another, and would hide rows from the program and from all
 * of the above.
 */
gboolean muster_verify_indexes (MusterVerifier *self, GError **error);

/** In the entry of a sign-in: the keyring has the computer’s secret, and forgot what it saw of the register. */
#define MUSTER_SIGN_IN_WITHOUT_CHECKPOINT "none kept"

/** The check at sign-in: from the anchor on. Sets the store's damage, a sentence, and whether it is another copy than the one this computer saw last. */
gboolean muster_verify_newest (MusterStore *store, MusterDatabase *database, GCancellable *cancellable, GError **error);
