/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterMoment: a calendar day, and the minute of it where that is known: 0 to 1439, else MUSTER_NO_MINUTE. On the clock of where the register is kept. */
typedef struct
{
  GDate day;
  int minute;
} MusterMoment;

#define MUSTER_NO_MINUTE (-1)

void muster_moment_clear (MusterMoment *moment);
/** Reads "2026-10-05" or "2026-10-05 14:30" (a "T" between them will do). MUSTER_ERROR_INVALID names the value. */
gboolean muster_moment_parse (const char *text, MusterMoment *moment, GError **error);
/** Reads "14:30"; %NULL and blank: not known. */
gboolean muster_minute_parse (const char *text, int *minute, GError **error);
/** Returns: (transfer full) (nullable): "2026-10-05 14:30", or the day alone; %NULL where it is unset. */
char *muster_moment_to_iso (const MusterMoment *moment);
/** Whether @a is before @b for certain: a day without a time may be any moment of it. */
gboolean muster_moment_is_before (const MusterMoment *a, const MusterMoment *b);

/** MusterIncidentKind: what happened; each has duties of its own. */
typedef enum
{
  MUSTER_INCIDENT_CONDUCT,
  MUSTER_INCIDENT_LICENCE_LAPSE,
  MUSTER_INCIDENT_COMMERCE_DISCIPLINE,
  MUSTER_INCIDENT_LOST_EQUIPMENT,
  MUSTER_INCIDENT_SECURITY,
  MUSTER_INCIDENT_POLICY_VIOLATION,
  MUSTER_INCIDENT_SUSPICIOUS_ACTIVITY,
} MusterIncidentKind;

#define MUSTER_N_INCIDENT_KINDS 7

/** MusterIncidentSource: by what it became known. */
typedef enum
{
  MUSTER_INCIDENT_SOURCE_UNKNOWN, /* nobody said yet */
  MUSTER_INCIDENT_SOURCE_COMPLAINT,
  MUSTER_INCIDENT_SOURCE_AUDIT,
  MUSTER_INCIDENT_SOURCE_MONITORING,
  MUSTER_INCIDENT_SOURCE_SELF_REPORT,
  MUSTER_INCIDENT_SOURCE_MARKETPLACE,
  MUSTER_INCIDENT_SOURCE_REGULATOR,
  MUSTER_INCIDENT_SOURCE_IMPORT_MATCH,
} MusterIncidentSource;

#define MUSTER_N_INCIDENT_SOURCES 8

typedef enum
{
  MUSTER_INCIDENT_OPEN,
  MUSTER_INCIDENT_CLOSED,
} MusterIncidentState;

typedef enum
{
  MUSTER_INCIDENT_OUTCOME_NONE, /* still open */
  MUSTER_INCIDENT_OUTCOME_ACTION,    /* a corrective action was opened from it */
  MUSTER_INCIDENT_OUTCOME_NO_ACTION, /* true, and nothing more to be done */
  MUSTER_INCIDENT_OUTCOME_UNFOUNDED,
  MUSTER_INCIDENT_OUTCOME_REFERRED,  /* handed to the marketplace or the regulator */
  MUSTER_INCIDENT_OUTCOME_DUPLICATE,
} MusterIncidentOutcome;

#define MUSTER_N_INCIDENT_OUTCOMES 6

/** MusterIncidentFinding: what came of looking into one clause. */
typedef enum
{
  MUSTER_FINDING_OPEN,
  MUSTER_FINDING_SUBSTANTIATED,
  MUSTER_FINDING_NOT_SUBSTANTIATED,
  MUSTER_FINDING_INCONCLUSIVE,
} MusterIncidentFinding;

#define MUSTER_N_FINDINGS 4

/** MusterKnown: yes, no, or nobody knows yet. */
typedef enum
{
  MUSTER_KNOWN_UNKNOWN,
  MUSTER_KNOWN_NO,
  MUSTER_KNOWN_YES,
} MusterKnown;

#define MUSTER_N_KNOWN 3

/** MusterIncidentDuty: whom to tell of it; the codes are the keys of the rule pack's day counts. */
typedef enum
{
  MUSTER_DUTY_INTERNAL_REPORT,
  MUSTER_DUTY_INCIDENT_REPORT,
  MUSTER_DUTY_BREACH_REPORT,
  MUSTER_DUTY_BREACH_NOTICE,
  MUSTER_DUTY_CONSUMER_AGENCIES,
  MUSTER_DUTY_LICENCE_NOTICE,
} MusterIncidentDuty;

#define MUSTER_N_INCIDENT_DUTIES 6

/** MusterIncidentPerson: somebody it concerns. @removed: named by mistake; the row stays. */
typedef struct
{
  gint64 id;
  gint64 assister_id;
  gboolean removed;
} MusterIncidentPerson;

typedef struct
{
  gint64 id;
  char *clause;
  MusterIncidentFinding finding;
  char *note;     /* what it rests on; %NULL while open */
  gint64 account; /* whose finding; 0: none yet */
  GDate on;
} MusterIncidentClause;

/** MusterIncidentReport: a duty that was done: whom was told, and when. */
typedef struct
{
  gint64 id;
  MusterIncidentDuty duty;
  char *told;
  MusterMoment at;
  char *note;
  gint64 account;
} MusterIncidentReport;

/** MusterIncident: what happened, when it became known, whom it concerns, and what came of it. */
typedef struct
{
  gint64 id;
  char *number; /* "IN-2026-0007" */
  MusterIncidentKind kind;
  MusterIncidentSource source;
  MusterIncidentState state;
  int severity;           /* 1 to 4; 0: nobody said yet */
  GDate occurred_from;    /* unset: not known */
  GDate occurred_through; /* unset: on that one day, or not known */
  MusterMoment discovered; /* knowledge: from here the clocks run */
  char *narrative;
  char *complainant;      /* private; %NULL */
  gboolean anonymous;     /* who complained wants not to be named, or did not say */
  MusterKnown data;       /* is personal data involved? */
  guint data_people;      /* how many people’s; 0: not known */
  char *data_kinds;       /* which */
  MusterKnown data_encrypted;
  char *containment;      /* what was done to limit it */
  char *investigator;
  char *clause_version;   /* of the catalogue the clauses are cited from */
  char *rule_pack;        /* in force when it was recorded */
  gint64 recorded_account;
  GDate closed;
  MusterIncidentOutcome outcome;
  char *closing_note;
  gint64 closed_account;
  GPtrArray *people;  /* (element-type MusterIncidentPerson) */
  GPtrArray *clauses; /* (element-type MusterIncidentClause) */
  GPtrArray *reports; /* (element-type MusterIncidentReport): in the order of their recording */
} MusterIncident;

MusterIncident *muster_incident_new (void);
void muster_incident_free (MusterIncident *incident);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterIncident, muster_incident_free)
/** Each returns: (transfer none): the new row, which belongs to @incident. */
MusterIncidentPerson *muster_incident_add_person (MusterIncident *incident, gint64 assister_id);
MusterIncidentClause *muster_incident_add_clause (MusterIncident *incident, const char *clause);
MusterIncidentReport *muster_incident_add_report (MusterIncident *incident, MusterIncidentDuty duty);

const char *muster_incident_kind_to_code (MusterIncidentKind kind);
gboolean muster_incident_kind_from_code (const char *code, MusterIncidentKind *kind, GError **error);
const char *muster_incident_kind_get_label (MusterIncidentKind kind);
const char *muster_incident_source_to_code (MusterIncidentSource source);
gboolean muster_incident_source_from_code (const char *code, MusterIncidentSource *source, GError **error);
const char *muster_incident_source_get_label (MusterIncidentSource source);
const char *muster_incident_state_to_code (MusterIncidentState state);
gboolean muster_incident_state_from_code (const char *code, MusterIncidentState *state, GError **error);
const char *muster_incident_state_get_label (MusterIncidentState state);
const char *muster_incident_outcome_to_code (MusterIncidentOutcome outcome);
gboolean muster_incident_outcome_from_code (const char *code, MusterIncidentOutcome *outcome, GError **error);
const char *muster_incident_outcome_get_label (MusterIncidentOutcome outcome);
const char *muster_incident_finding_to_code (MusterIncidentFinding finding);
gboolean muster_incident_finding_from_code (const char *code, MusterIncidentFinding *finding, GError **error);
const char *muster_incident_finding_get_label (MusterIncidentFinding finding);
const char *muster_known_to_code (MusterKnown known); /* "unknown", "no", "yes" */
gboolean muster_known_from_code (const char *code, MusterKnown *known, GError **error);
const char *muster_known_get_label (MusterKnown known);
const char *muster_incident_duty_to_code (MusterIncidentDuty duty);
gboolean muster_incident_duty_from_code (const char *code, MusterIncidentDuty *duty, GError **error);
/** Returns: translated: what is to be done, "Report of the breach to the marketplace"; for where no rule pack says it. */
const char *muster_incident_duty_get_label (MusterIncidentDuty duty);

/** Returns: (nullable): the clause called @id, any case; %NULL with MUSTER_ERROR_NOT_FOUND that lists what is cited. */
MusterIncidentClause *muster_incident_find_clause (const MusterIncident *incident, const char *id, GError **error);
/** Returns: (nullable): the row of the person, removed or not. */
MusterIncidentPerson *muster_incident_find_person (const MusterIncident *incident, gint64 assister_id);
/** Returns: of how many people it is said now. */
guint muster_incident_count_people (const MusterIncident *incident);
/** Whether personal data got out that was not encrypted for certain. */
gboolean muster_incident_is_breach (const MusterIncident *incident);

/**
 * Whether it may be recorded, or changed to what it says, at @now: something is told, it became known on a day that is not in the future nor before it
 * occurred, nobody is both named and anonymous, nothing is said of personal data that is not involved, no social security number.
 */
gboolean muster_incident_check (const MusterIncident *incident, const MusterMoment *now, GError **error);
/** Whether @report may be added at @now: to an open incident, somebody was told, not before it became known, not in the future. */
gboolean muster_incident_check_report (const MusterIncident *incident, const MusterIncidentReport *report, const MusterMoment *now, GError **error);
/** Whether @finding, with what it rests on, may be recorded: of an open incident, and it says something. */
gboolean muster_incident_check_finding (const MusterIncident *incident, MusterIncidentFinding finding, const char *note, GError **error);
/**
 * Whether it may be closed with @outcome: with a note; every clause has a finding, and no duty is left undone, unless it is a duplicate; unfounded
 * only if nothing was substantiated, with an action only if there is one.
 * @undone: (nullable): translated: a duty that is not done; @has_action: a corrective action came from it
 */
gboolean muster_incident_check_close (const MusterIncident *incident, MusterIncidentOutcome outcome, const char *note, const char *undone, gboolean has_action, GError **error);
/** Whether it is open still, so that it may be changed. */
gboolean muster_incident_check_open (const MusterIncident *incident, GError **error);
/**
 * Returns: (transfer full) (element-type utf8): sentences about what the texts hold that better stood nowhere: what looks like a birth date or a
 * policy number. They warn; a person knows better.
 */
GPtrArray *muster_incident_list_warnings (const MusterIncident *incident);
