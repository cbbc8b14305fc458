/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "store/muster-database.h"

/**
 * MusterOpenWork: what waits for a person, or is about them, and is not done; each %NULL-terminated.
 * @steps: of open corrective actions, their own and others', that the person is to take: translated, “CA-2026-0003, step 2”
 * @investigates: open incidents that the person looks into: their numbers
 * @concerned: open incidents about the person
 * @n_tasks: what a comparison with a public list found about the person, and nobody closed
 */
typedef struct
{
  char **steps;
  char **investigates;
  char **concerned;
  guint n_tasks;
} MusterOpenWork;

MusterOpenWork *muster_open_work_query (MusterDatabase *database, const MusterAssister *person, GError **error);
void muster_open_work_free (MusterOpenWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOpenWork, muster_open_work_free)
