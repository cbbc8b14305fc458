/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-role.h"

/** MusterTodayKind: what there is to do about something; in the order of urgency, which is the order of the list. */
typedef enum
{
  MUSTER_TODAY_INCIDENT_REPORT, /* an incident with a report due or late */
  MUSTER_TODAY_LICENCE_NOTICE, /* a license has lapsed, and the marketplace is to be told */
  MUSTER_TODAY_ACTION_OVERDUE,
  MUSTER_TODAY_STEP_OVERDUE,
  MUSTER_TODAY_CHECK_DUE, /* the effect of a corrective action is to be checked */
  MUSTER_TODAY_DECISION_WAITING,
  MUSTER_TODAY_REVIEW_WAITING, /* asked for and undecided; due is the day by which the rules want it decided */
  MUSTER_TODAY_NOTICE_MISSING, /* a decision was approved, and nobody drew its notice */
  MUSTER_TODAY_LETTER_UNSERVED, /* the newest of its kind about a decision: nobody recorded that it was served, or it came back */
  MUSTER_TODAY_EXIT_OPEN, /* a certification has ended, and its exit checklist has open items */
  MUSTER_TODAY_EXTENSION_WAITING, /* of a corrective action; due is the day asked for */
  MUSTER_TODAY_ESCALATION_PROPOSED, /* more than the severity of a corrective action asks */
  MUSTER_TODAY_SUSPENSION_PROPOSED, /* a certified person lacks what is required */
  MUSTER_TODAY_ACTION_DUE,
  MUSTER_TODAY_REVIEW_CLOSING,
  MUSTER_TODAY_EXPIRING, /* a certified person will lack something before long */
  MUSTER_TODAY_LICENCE_RENEWAL, /* a license can be renewed, before it is expiring */
  MUSTER_TODAY_LIST_TASK,
  MUSTER_TODAY_RULES_ENDED,
} MusterTodayKind;

#define MUSTER_N_TODAY_KINDS 19

/** Through how many days ahead corrective actions and review windows are on the list. */
#define MUSTER_TODAY_DAYS_AHEAD 7
/** How long something may be put off at most, in days. */
#define MUSTER_SNOOZE_MAX_DAYS 90

/** "action-overdue", …: promised in JSON */
const char *muster_today_kind_to_code (MusterTodayKind kind);
gboolean muster_today_kind_from_code (const char *code, MusterTodayKind *kind, GError **error);
/** Returns: translated: the heading, "Corrective actions overdue". */
const char *muster_today_kind_get_label (MusterTodayKind kind);

/**
 * MusterTodayItem: one line of the list.
 * @id: of what it is about: an action, a decision, a person, a task; 0 for the register
 * @assister_id: the person; 0 without
 * @case_id: the corrective action, decision or incident; 0 without
 * @number: (nullable): "CA-2026-0007", where it has one
 * @name: (nullable): the person's
 * @detail: (nullable): what it is
 * @due: unset where there is no day
 * @snoozed_until, @snooze_reason: set where it was put off
 * @is_folded: it is one of many of the same season, or who have to sign the same version of the notice, for which one line stands
 * @is_of_notice: of such a line: it is the notice for which they wait
 */
typedef struct
{
  MusterTodayKind kind;
  gint64 id;
  gint64 assister_id;
  gint64 case_id;
  char *number;
  char *name;
  char *detail;
  GDate due;
  GDate snoozed_until;
  char *snooze_reason;
  gboolean is_folded;
  gboolean is_of_notice;
} MusterTodayItem;

void muster_today_item_free (MusterTodayItem *item);

/** Returns: (transfer full): what names an item for ever, "action-overdue:12". What was put off comes back as something else when it gets more urgent. */
char *muster_today_dup_key (MusterTodayKind kind, gint64 id);
/** Whether @key names an item there could be. MUSTER_ERROR_INVALID. */
gboolean muster_today_parse_key (const char *key, MusterTodayKind *kind, gint64 *id, GError **error);

/** Returns: (transfer full): translated: what @fold says, the line that stands for @n people: "31 people are behind in recertification". */
char *muster_today_dup_fold_title (const MusterTodayItem *fold, guint n);

/** Returns: (transfer full): translated: how the day of @item lies to @today: "5 days late", "due today", "in 12 days"; %NULL where it has no day. */
char *muster_today_dup_when (const MusterTodayItem *item, const GDate *today);

/**
 * Whether @role may put off what is of @kind: it is off the list of everybody then, so what belongs to a case is put off by who may deal with that, and the rest
 * by whoever keeps the roster. MUSTER_ERROR_FORBIDDEN.
 */
gboolean muster_snooze_check_role (MusterTodayKind kind, MusterRole role, GError **error);
/** Refuses to put off what is not on the list of who asks; the same where it is closed to them. MUSTER_ERROR_NOT_FOUND. Returns: %FALSE. */
gboolean muster_snooze_refuse_absent (const char *item, GError **error);
/** Whether something may be put off until @until: after @today, not too long, and with a reason. */
gboolean muster_snooze_check_term (const GDate *until, const char *reason, const GDate *today, GError **error);
/** Whether something may be put off until @until: after @today, not too long, with a reason that has no social security number in it. */
gboolean muster_snooze_check (const GDate *until, const char *reason, const GDate *today, GError **error);
