/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"

/*
 * A second telling of the rules, as simple as can be: everything that was recorded is kept in the order of its recording with the day from which it holds, the day on which
 * it was written down and the day on which it was replaced, and every question is answered by going through all of it. Of the program it knows the words only.
 *
 * Days are counted from MODEL_FIRST_DAY.
 */
#define MODEL_FIRST_DAY "2026-02-10"
#define MODEL_N_DAYS 500
#define MODEL_N_ROLES 2 /* broker, navigator */
#define MODEL_N_REQUIREMENTS 4
#define MODEL_MAX 200
#define MODEL_EVER 100000

/** The rule pack of the model, by which the register goes too: its requirements and its season, as text that takes the place of those of one that ships. */
extern const char *const model_requirements_text;
#define MODEL_OPENS "2026-04-01"
#define MODEL_DUE "2026-05-05"

/** ModelEvent: a state from a day on. @said: when it was first written down that it stands; @fixed: by a decision or a corrective action */
typedef struct
{
  MusterCertificationState from, to;
  int on, recorded, replaced, said;
  guint stroke;
  gboolean fixed;
} ModelEvent;

/** ModelFact: evidence. @through: −1 where it has no end */
typedef struct
{
  guint requirement;
  gboolean met;
  int on, through, recorded, replaced;
  gint64 id;
} ModelFact;

/** ModelAction: a corrective action with a restriction; @closed: MODEL_EVER while it is open */
typedef struct
{
  gboolean stops_work;
  int opened, closed;
  gint64 id;
} ModelAction;

/** ModelStay: from @from on with @agency (0: none), as was written down on @recorded; what is written later counts before what was written earlier. */
typedef struct
{
  guint8 agency;
  int from, recorded;
} ModelStay;

typedef struct
{
  gint64 id;
  int added;
  guint stroke;
  ModelEvent events[MODEL_N_ROLES][MODEL_MAX];
  guint n_events[MODEL_N_ROLES];
  ModelFact facts[MODEL_MAX];
  guint n_facts;
  ModelAction actions[MODEL_MAX];
  guint n_actions;
  ModelStay stays[MODEL_MAX];
  guint n_stays;
  guint8 last_agency;
  int agency_from; /* the first day of the last stay */
  int left_on;     /* the first day after it */
  gboolean has_left;
} ModelPerson;

/** ModelAnswer: what the model says. @lacking: per role, the requirements as a mask */
typedef struct
{
  MusterCertificationState states[MODEL_N_ROLES];
  guint lacking[MODEL_N_ROLES];
  int restriction;
  guint agency;
  guint assisting_types;
} ModelAnswer;

void model_add (ModelPerson *person, guint types, int today);
/** Takes @verb in @types on @on; 0: in every role it is possible in. Returns: %FALSE, with the person spoiled, where it is not possible. */
/** @fixed: by a decision or a corrective action; @despite: a suspension is lifted though something is open. */
gboolean model_step (ModelPerson *person, guint types, MusterCertificationVerb verb, int on, int today, gboolean fixed, gboolean despite);
/** @on: −1: it never happened. */
gboolean model_correct (ModelPerson *person, guint role, int on, int today);
gboolean model_transfer (ModelPerson *person, guint agency, int on, int today);
gboolean model_open_action (ModelPerson *person, gboolean stops_work, int today);
gboolean model_close_action (ModelPerson *person, guint action, int today);
/** @corrects: the place of what it replaces; −1 */
gboolean model_evidence (ModelPerson *person, const ModelFact *fact, int corrects, int today);

MusterCertificationState model_last_state (const ModelPerson *person, guint role);
/** What holds on @on by what was written down through @known. */
void model_answer (const ModelPerson *person, int on, int known, ModelAnswer *answer);
/** Returns: whether something has to be done before the suspension in @role is lifted on @on. */
gboolean model_is_open (const ModelPerson *person, guint role, int on, int today);
/** Returns: with which agency the person is on @on by what was written down through @known; 0: none. */
guint model_agency (const ModelPerson *person, int on, int known);
int model_day (const char *iso);
void model_date (int day, GDate *date);
