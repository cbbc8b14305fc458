/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "domain/muster-import-field.h"

/**
 * MusterPersonColumn: one text that the table of people has of a person.
 * @column: its name in the table
 * @offset: of the text in a #MusterAssister
 * @field: what a file calls it; MUSTER_FIELD_IGNORE for what no file has by itself
 */
typedef struct
{
  const char *column;
  gsize offset;
  MusterImportField field;
} MusterPersonColumn;

#define MUSTER_N_PERSON_COLUMNS 16

/** In the order of the columns in the statements of muster-people-table.c. */
extern const MusterPersonColumn muster_person_columns[MUSTER_N_PERSON_COLUMNS];

/** Returns: where @person keeps the text of the column @i. */
char **muster_person_column_get (MusterAssister *person, guint i);
