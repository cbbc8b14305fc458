/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history-model.h"
#include "operations-fixture.h"

#define HISTORY_N_PEOPLE 50
#define HISTORY_BEGIN "2026-03-11"
#define HISTORY_END "2026-06-15"

/** History: a register and what the model says of it. @person: whose turn it is, @before: as the person was before it */
typedef struct
{
  OperationsFixture *fixture;
  GRand *chance;
  guint32 seed;
  int today;
  gint64 agencies[3];
  ModelPerson people[HISTORY_N_PEOPLE];
  ModelPerson *person;
  ModelPerson before;
  guint n_done, n_refused;
} History;

/** The codes of the requirements of the model. */
extern const char *const history_requirements[MODEL_N_REQUIREMENTS];

/** A number from @from through @through. */
int history_choose (History *history, int from, int through);
void history_set_clock (History *history, int part);
/** Puts @number on the roster today. */
void history_add (History *history, guint number);
/** Records histories from HISTORY_BEGIN through HISTORY_END. */
void history_live (History *history);
/** Asks about days gone and to come, as known on any day. */
void history_look_back (History *history);
/** Prints everything that is needed to see why. */
void history_explain (const History *history, const ModelPerson *person, const char *what);
