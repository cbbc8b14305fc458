/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-rule-pack.h"

/*
 * The exit checklist (domain.md "Certification lifecycle", papers): what is to be taken back, handed over and told when somebody who could assist no longer may:
 * suspended, expired, withdrawn, inactive or revoked. It is there by itself from the day on which that holds, and goes when the person is certified again.
 * Who left step by step (suspended, then revoked) has one list: what was seen to once is not asked for again.
 */

/** MusterExitItemCode: an item of the list. */
typedef enum
{
  MUSTER_EXIT_ITEM_PORTAL,
  MUSTER_EXIT_ITEM_METS,
  MUSTER_EXIT_ITEM_DIRECTORY,
  MUSTER_EXIT_ITEM_MAILBOX,
  MUSTER_EXIT_ITEM_BADGE,
  MUSTER_EXIT_ITEM_DEVICES,
  MUSTER_EXIT_ITEM_KEYS,
  MUSTER_EXIT_ITEM_CLIENTS,
  MUSTER_EXIT_ITEM_PAYMENTS,
  MUSTER_EXIT_ITEM_DOWNSTREAM_NOTICE,
  MUSTER_EXIT_ITEM_SEPARATION_NOTICE,
} MusterExitItemCode;

#define MUSTER_N_EXIT_ITEM_CODES 11

const char *muster_exit_item_code_to_code (MusterExitItemCode code);
gboolean muster_exit_item_code_from_code (const char *text, MusterExitItemCode *code, GError **error);
/** Returns: translated: "Portal account closed". */
const char *muster_exit_item_code_get_label (MusterExitItemCode code);

typedef enum
{
  MUSTER_EXIT_ITEM_DONE,
  MUSTER_EXIT_ITEM_NOT_NEEDED,
  MUSTER_EXIT_ITEM_REOPENED, /* it was recorded in error: the item is open again */
} MusterExitOutcome;

#define MUSTER_N_EXIT_OUTCOMES 3

const char *muster_exit_outcome_to_code (MusterExitOutcome outcome);
gboolean muster_exit_outcome_from_code (const char *text, MusterExitOutcome *outcome, GError **error);
const char *muster_exit_outcome_get_label (MusterExitOutcome outcome);

/**
 * MusterExitRecord: what was recorded of an item.
 * @certification_id: the step that the list was of then
 * @on: the day on which it was done; unset otherwise
 * @doer: (nullable): who saw to it, a name
 * @note: (nullable): what there is to say; why it is not needed, or open again
 * @completes: nothing on the list was open any more after it
 */
typedef struct
{
  gint64 id;
  gint64 certification_id;
  MusterExitItemCode code;
  MusterExitOutcome outcome;
  GDate on;
  char *doer;
  char *note;
  gboolean completes;
  gint64 account_id;
  gint64 recorded;
} MusterExitRecord;

MusterExitRecord *muster_exit_record_new (void);
void muster_exit_record_free (MusterExitRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterExitRecord, muster_exit_record_free)

/**
 * MusterExitItem:
 * @event: the step that put an end to it, which the list is of
 * @due: the last day, unset where no rule says one; what opens doors ends with the certification, on the day itself
 * @rule: (nullable): of the pack, by which it was counted
 * @record: (nullable): by which it is settled; %NULL while it is open. Belongs to the records.
 */
typedef struct
{
  MusterExitItemCode code;
  const MusterCertificationEvent *event;
  GDate due;
  const MusterRuleDays *rule;
  const MusterExitRecord *record;
} MusterExitItem;

/** Whether the exit checklist of somebody who is @state has an item @code. */
gboolean muster_exit_is_on_list (MusterCertificationState state, MusterExitItemCode code);

/**
 * muster_exit_list:
 * @events: (element-type MusterCertificationEvent): one person's
 * @records: (element-type MusterExitRecord): what was recorded of the person, oldest first
 * @pack: by which deadlines are counted
 *
 * Returns: (transfer full) (element-type MusterExitItem): the list of @type on @today, as it is worked through; empty where the certification did not end.
 */
GArray *muster_exit_list (GPtrArray *events, MusterAssisterType type, GPtrArray *records, MusterRulePack *pack, const GDate *today);
/** Returns: how many of @items (muster_exit_list()) are open. */
guint muster_exit_count_open (GArray *items);

/**
 * muster_exit_check:
 * @items: muster_exit_list()
 * @record: as it is to be recorded; its id of the certification step and whether it completes the list are set
 *
 * Whether @record may be: of an item on the list that is open, or settled where it is opened again; done on a day of this or last year but not after @today, with who did it;
 * not needed, and open again, with why; no social security number. MUSTER_ERROR_RULE.
 */
gboolean muster_exit_check (GArray *items, MusterExitRecord *record, const GDate *today, GError **error);
/** The part of muster_exit_check() that @record alone must keep, whoever wrote it; for verification, too. */
gboolean muster_exit_record_check (const MusterExitRecord *record, const GDate *today, GError **error);
