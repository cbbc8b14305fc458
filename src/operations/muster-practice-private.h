/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-corrective-action.h"
#include "store/muster-roster-query.h"

/* The invented agency: who works there, and what happened in its last year (muster-practice-story.c). */

typedef enum
{
  PRACTICE_ALEX,
  PRACTICE_ROBIN,
  PRACTICE_SAM,
  PRACTICE_KIM,
  PRACTICE_JO,
  N_PRACTICE_ACCOUNTS,
} PracticeAccount;

/** MusterPracticePerson: one of the accounts. */
typedef struct
{
  const char *name;
  const char *full_name;
  MusterRole role;
} MusterPracticePerson;

typedef enum
{
  PRACTICE_IMPORT,      /* person: name of the file */
  PRACTICE_CERTIFY_ALL, /* everybody imported so far who is not in the list of the others, since long ago */
  PRACTICE_STEP,        /* of the lifecycle; number: verb; types */
  PRACTICE_OPEN,        /* number: severity; more: clauses; from the open incident, if there is one */
  PRACTICE_OPEN_LIMITED, /* the same; with these limits: restricted, not stopped */
  PRACTICE_INCIDENT,    /* number: kind; types: personal data of so many people got out; more: clauses */
  PRACTICE_COMPLAINT,   /* the same, by a client who complained */
  PRACTICE_TOLD,        /* of an incident; number: duty; text: who */
  PRACTICE_ATTACH,      /* of an incident; text: what it is; more: what is written on it */
  PRACTICE_CLOSE_TO,    /* of an incident; number: the account that it is closed to; text: reason */
  PRACTICE_FOUND,       /* number: finding; more: clause */
  PRACTICE_END,         /* of an incident; number: outcome */
  PRACTICE_CAUSE,
  PRACTICE_ADD_STEP,    /* text: what; more: owner */
  PRACTICE_COMPLETE,    /* number: step */
  PRACTICE_VERIFY,      /* number: step */
  PRACTICE_PLAN_CHECK,  /* number: due after so many days, 0: by the rules; text: criterion */
  PRACTICE_CHECKED,     /* of the effect; number: whether it passed */
  PRACTICE_WAIVE_CHECK,
  PRACTICE_EXTEND,      /* asks for it; number: until so many days later; text: reason */
  PRACTICE_CLOSE,       /* number: outcome */
  PRACTICE_VOID,
  PRACTICE_PROPOSE_REVOCATION, /* more: clauses */
  PRACTICE_PROPOSE_SUSPENSION,
  PRACTICE_APPROVE,
  PRACTICE_REFUSE,
  PRACTICE_TAKE_BACK,
  PRACTICE_FILE_REVIEW,   /* of the person’s newest decision; number: route */
  PRACTICE_DECIDE_REVIEW, /* number: outcome */
  PRACTICE_LETTER,        /* of the newest corrective action or decision; more: kind */
  PRACTICE_SERVE,         /* the newest letter; number: method; types: result; text: tracking number */
  PRACTICE_SETTLE,        /* the exit lists of somebody who left; number: so many items are left open; text: who saw to it */
  PRACTICE_COMPARE,     /* person: name of the file: a public list */
  PRACTICE_CLOSE_TASK,  /* of a comparison */
  PRACTICE_EVIDENCE,    /* more: requirement, and how it ended where it is not met by it; number: score; types: holds so many days; text: source */
  PRACTICE_ADOPT,       /* rules with a season that opens on the day after, and is due after so many days: number */
  PRACTICE_RECERTIFY,   /* of those who are behind in it a tenth: number: which */
  PRACTICE_COURSE,      /* the same people; more: the requirement they show; text: source */
} PracticeDeedKind;

/**
 * MusterPracticeDeed: something that happened.
 * @days: so many days ago; they never grow
 * @person: whom it concerns: what stands before the @ of the e-mail address. Of incidents, corrective actions and decisions the person's newest one is meant.
 */
typedef struct
{
  int days;
  PracticeAccount who;
  PracticeDeedKind kind;
  const char *person;
  int number;
  guint types;
  const char *text;
  const char *more;
} MusterPracticeDeed;

const MusterPracticePerson *muster_practice_get_accounts (void);
const MusterPracticeDeed *muster_practice_get_story (guint *n_deeds);
/** Whether the person of this e-mail address is one of those whom PRACTICE_CERTIFY_ALL leaves alone. */
gboolean muster_practice_is_left_alone (const char *email);

/** Carries out a deed about an incident; @incident: the person's newest one that is open; 0: none. */
gboolean muster_practice_do_incident (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, gint64 incident, GError **error);
/** Draws a letter, or records how the newest was served. */
gboolean muster_practice_do_letter (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, const GDate *today, GError **error);
/** Settles the exit lists of @person. */
gboolean muster_practice_settle_exit (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, const GDate *today, GError **error);
/** Carries out @deed on @today, by running the operation it stands for in @store. */
gboolean muster_practice_do (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, GError **error);
/** Certifies as @deed, PRACTICE_CERTIFY_ALL, says; @tick is called before each. */
gboolean muster_practice_certify_all (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, void (*tick) (gpointer), gpointer data, GError **error);
/** Returns: (transfer full) (element-type MusterRosterRow): everybody. */
GPtrArray *muster_practice_list_roster (MusterStore *store, const GDate *today, GError **error);
/** Adopts the rules that @deed, PRACTICE_ADOPT, tells of. */
gboolean muster_practice_adopt (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, GError **error);
/** Carries out PRACTICE_RECERTIFY or PRACTICE_COURSE; @tick is called before each person. */
gboolean muster_practice_season_step (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, void (*tick) (gpointer), gpointer data, GError **error);
/** Records the evidence that @deed speaks of, as of @today. */
gboolean muster_practice_record (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, GError **error);
