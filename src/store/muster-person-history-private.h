/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-import-history.h"
#include "store/muster-person-columns.h"
#include "store/muster-row-view.h"

/*
 * Who set what of a person, from the journal. What counts is what the last entry set that counts: an import that was undone does not, nor does an undoing, which
 * only puts back what others had set.
 */

#define MUSTER_N_PERSON_VALUES (MUSTER_N_PERSON_COLUMNS + 1)
#define MUSTER_PERSON_ACTIVE MUSTER_N_PERSON_COLUMNS /* after the texts; "1" or "0" */

/**
 * MusterPersonValue: one value of a person. Texts are %NULL for nothing.
 * @now: as the journal left it last, which is as the register has it; @written_by: the entry that wrote that
 * @counting: as the last entry that counts set it; @set_by: that entry
 * @is_watched: whether the watched entry changed it; @watched_before, @watched: from what, and to what
 */
typedef struct
{
  char *now;
  gint64 written_by;
  char *counting;
  gint64 set_by;
  gboolean is_watched;
  char *watched_before;
  char *watched;
} MusterPersonValue;

typedef struct
{
  gint64 made_by;       /* the entry that made the person */
  gboolean is_disposed; /* what was kept of the person was destroyed under the retention schedule: nothing can be said */
  MusterPersonValue values[MUSTER_N_PERSON_VALUES];
} MusterPersonHistory;

/** MusterPersonReader: what reading many people's histories needs once. */
typedef struct
{
  MusterDatabase *database;
  MusterImportHistory *imports;
  MusterTableShape shape;
  guint columns[MUSTER_N_PERSON_VALUES]; /* where the values are in a row */
} MusterPersonReader;

gboolean muster_person_reader_init (MusterPersonReader *reader, MusterDatabase *database, MusterImportHistory *imports, GError **error);
void muster_person_reader_clear (MusterPersonReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterPersonReader, muster_person_reader_clear)

/** Reads the history of one person; @watched: an entry to tell apart, or 0. Clear @history afterwards. */
gboolean muster_person_history_read (MusterPersonReader *reader, gint64 person, gint64 watched, MusterPersonHistory *history, GError **error);
void muster_person_history_clear (MusterPersonHistory *history);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterPersonHistory, muster_person_history_clear)
