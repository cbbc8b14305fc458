/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-review.h"

/** MusterLetterAbout: what a letter tells of. */
typedef enum
{
  MUSTER_LETTER_ABOUT_CERTIFICATION, /* the step that stands last in a role of a person */
  MUSTER_LETTER_ABOUT_ACTION,
  MUSTER_LETTER_ABOUT_DECISION,
} MusterLetterAbout;

const char *muster_letter_about_to_code (MusterLetterAbout about);
gboolean muster_letter_about_from_code (const char *code, MusterLetterAbout *about, GError **error);

/** MusterLetterAddressee: whom it is written to. */
typedef enum
{
  MUSTER_LETTER_TO_PERSON,
  MUSTER_LETTER_TO_MARKETPLACE,
  MUSTER_LETTER_TO_AGENCY, /* a paper of the agency’s own: a checklist, a record */
} MusterLetterAddressee;

/** MusterLetterField: what a template can have filled in. A place of a mask, and a name between braces. */
typedef enum
{
  MUSTER_LETTER_PERSON,
  MUSTER_LETTER_AGENCY,
  MUSTER_LETTER_DAY,          /* of the letter */
  MUSTER_LETTER_NUMBER,       /* of the action or the decision */
  MUSTER_LETTER_ROLES,
  MUSTER_LETTER_STATE,        /* the person's in that role, in words */
  MUSTER_LETTER_REASON,
  MUSTER_LETTER_FINDING,
  MUSTER_LETTER_GROUNDS,      /* the clauses, one a line */
  MUSTER_LETTER_STEPS,        /* one a line */
  MUSTER_LETTER_RESTRICTION,
  MUSTER_LETTER_DUE,
  MUSTER_LETTER_EFFECTIVE,
  MUSTER_LETTER_REVIEW_UNTIL,
  MUSTER_LETTER_FULL_EFFECT,  /* the day after which the decision takes full effect; with the rule that says so, and the days that a review held it off, if any */
  MUSTER_LETTER_FULL_EFFECT_RULE,
  MUSTER_LETTER_HELD_OFF,
  MUSTER_LETTER_AUTHORITY,
  MUSTER_LETTER_DECIDER,
  MUSTER_LETTER_OUTCOME,
  MUSTER_LETTER_REVIEW,       /* the number of a review; its reason, decider and day are in the fields of these */
  MUSTER_LETTER_CONDITIONS,   /* of a reinstatement on review */
  MUSTER_LETTER_FORMER_AGENCY, /* of a transfer, and where to */
  MUSTER_LETTER_NEW_AGENCY,
  MUSTER_LETTER_SIGNER,       /* who draws it */
  MUSTER_N_LETTER_FIELDS,
} MusterLetterField;

#define MUSTER_LETTER_BIT(field) (1u << (field))

/** Returns: "person", "review-until", … */
const char *muster_letter_field_get_name (MusterLetterField field);
/** Sets @field to the one called @name; MUSTER_ERROR_INVALID lists what there is. */
gboolean muster_letter_field_find (const char *name, MusterLetterField *field, GError **error);

/**
 * MusterLetterKind: a paper of the lifecycle (domain.md “Certification lifecycle”), of a corrective action or of a decision.
 * @operation: that draws it: whoever may take the decision may give notice of it
 * @states: of the role, as bits: where it is due; 0 where that is said otherwise
 * @from: states that the role came from, as bits; 0: any
 * @required: fields without which it would not be that paper: who, what, from when, on what grounds, and how to ask for a review
 */
typedef struct
{
  const char *code;
  const char *label; /* to be translated */
  MusterLetterAbout about;
  MusterLetterAddressee addressee;
  const char *operation;
  guint states;
  guint from;
  guint required;
} MusterLetterKind;

#define MUSTER_LETTER_STATE_BIT(state) (1u << (state))

/** Returns: (transfer none): all kinds; sets @n. */
const MusterLetterKind *muster_letter_get_kinds (guint *n);
/** Returns: (transfer none): MUSTER_ERROR_INVALID lists what there is. */
const MusterLetterKind *muster_letter_kind_find (const char *code, GError **error);
/** Returns: the translated name. */
const char *muster_letter_kind_get_label (const MusterLetterKind *kind);
/** Returns: fields that a letter of @kind can have filled in, as bits. */
guint muster_letter_kind_get_fields (const MusterLetterKind *kind);

/** Whether @kind can be drawn for @event, the last that stands of a role: MUSTER_ERROR_RULE says of which state it tells. */
gboolean muster_letter_check_certification (const MusterLetterKind *kind, const MusterCertificationEvent *event, GError **error);
/** Whether @kind can be drawn of @action: a notice while it is open, a restriction's only where there is one, a closing letter when it is closed. */
gboolean muster_letter_check_action (const MusterLetterKind *kind, const MusterCorrectiveAction *action, GError **error);
/** Whether @kind can be drawn of @decision on @today: approved, of that kind, with at least one ground, in effect not before it was decided, and a review that can still be asked for. */
gboolean muster_letter_check_decision (const MusterLetterKind *kind, const MusterDecision *decision, const GDate *today, GError **error);

/**
 * Whether @decision still says what a notice of it would: it was not called off, and @review (nullable), the newest of it, neither reversed nor modified it.
 * MUSTER_ERROR_RULE names the review and its day.
 */
gboolean muster_letter_check_decision_stands (const MusterLetterKind *kind, const MusterDecision *decision, const MusterReview *review, GError **error);

/** Whether @kind says of somebody certified that they may assist. */
gboolean muster_letter_kind_says_may_assist (const MusterLetterKind *kind);
/** Returns: (transfer none): of @standing, the steps of a role in order, the last that certified the person: what a restriction took and gave back, and a return, are none. %NULL: none did. */
const MusterCertificationEvent *muster_letter_find_certified (GPtrArray *standing);

/** Whether @kind tells of a review of a decision, and not of the decision. */
gboolean muster_letter_kind_is_of_review (const MusterLetterKind *kind);
/** Whether @kind tells of a transfer to another agency, and not of a step of the certification. */
gboolean muster_letter_kind_is_of_transfer (const MusterLetterKind *kind);
/** Whether @kind can be drawn of @review (nullable), the newest of @decision: decided, and with that outcome. */
gboolean muster_letter_check_review (const MusterLetterKind *kind, const MusterDecision *decision, const MusterReview *review, GError **error);

/** MusterServiceMethod: how a letter was served. */
typedef enum
{
  MUSTER_SERVICE_MAIL,
  MUSTER_SERVICE_CERTIFIED_MAIL,
  MUSTER_SERVICE_EMAIL,
  MUSTER_SERVICE_BY_HAND,
  MUSTER_SERVICE_PORTAL,
} MusterServiceMethod;

/** MusterServiceResult: what is known of it. */
typedef enum
{
  MUSTER_SERVICE_SENT,
  MUSTER_SERVICE_RECEIVED,
  MUSTER_SERVICE_REFUSED,
  MUSTER_SERVICE_RETURNED,
} MusterServiceResult;

#define MUSTER_N_SERVICE_METHODS 5
#define MUSTER_N_SERVICE_RESULTS 4

const char *muster_service_method_to_code (MusterServiceMethod method);
gboolean muster_service_method_from_code (const char *code, MusterServiceMethod *method, GError **error);
const char *muster_service_method_get_label (MusterServiceMethod method);
const char *muster_service_result_to_code (MusterServiceResult result);
gboolean muster_service_result_from_code (const char *code, MusterServiceResult *result, GError **error);
const char *muster_service_result_get_label (MusterServiceResult result);

/** Whether what was served on @on of a letter drawn on @drawn can be so: not before it was drawn, not after @today; certified mail needs a @tracking number; no social security number in the texts. */
gboolean muster_service_check (MusterServiceMethod method, const GDate *on, const char *tracking, const char *note, const GDate *drawn, const GDate *today, GError **error);

/** Whether a letter so served is only taken to have been received, by the rule of the mail. */
gboolean muster_service_is_presumed (MusterServiceMethod method, MusterServiceResult result);

/**
 * Sets @day to when a letter is taken to have been received: the day it was received or refused, else by mail "mail-received" days of @pack after it was sent, else the
 * day it was sent. Unset where it came back.
 */
gboolean muster_service_get_receipt (MusterServiceMethod method, MusterServiceResult result, const GDate *on, MusterRulePack *pack, GDate *day, GError **error);
