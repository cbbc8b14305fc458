/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-private.h"

#include "operations/muster-letter-operations.h"
#include "store/muster-cases-table.h"

/* The newest of the person’s corrective actions or decisions, whichever @kind tells of; 0 for none. */
static gint64
find_about (MusterDatabase *database, const MusterLetterKind *kind, gint64 person, GError **error)
{
  MusterActionFilter of_actions = { .assister_id = person };
  MusterDecisionFilter of_decisions = { .assister_id = person };
  g_autoptr (GPtrArray) found = kind->about == MUSTER_LETTER_ABOUT_ACTION ? muster_action_table_list (database, &of_actions, error) : muster_decision_table_list (database, &of_decisions, error);

  if (found == NULL || found->len == 0)
    return 0;
  return kind->about == MUSTER_LETTER_ABOUT_ACTION ? ((const MusterCorrectiveAction *) found->pdata[0])->id : ((const MusterDecision *) found->pdata[0])->id;
}

static gboolean
draw (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, GError **error)
{
  MusterLetterRequest request = { .kind = muster_letter_kind_find (deed->more, error) };
  MusterDatabase *database = request.kind != NULL ? muster_store_read (store, error) : NULL;

  if (database == NULL)
    return FALSE;
  request.about_id = find_about (database, request.kind, person, error);
  muster_store_read_done (store, database);
  return request.about_id != 0 && muster_store_run (store, muster_letter_operation (request.kind), &request, NULL, NULL, error);
}

static gboolean
serve (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, const GDate *today, GError **error)
{
  MusterServiceRequest request = { .method = deed->number, .result = deed->types, .on = *today, .tracking = deed->text };
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (GPtrArray) letters = database != NULL ? muster_letter_table_list (database, person, error) : NULL;

  if (database != NULL)
    muster_store_read_done (store, database);
  if (letters == NULL || letters->len == 0)
    return FALSE;
  request.letter_id = ((const MusterDrawnLetter *) letters->pdata[0])->id;
  return muster_store_run (store, &muster_record_service, &request, NULL, NULL, error);
}

gboolean
muster_practice_do_letter (MusterStore *store, const MusterPracticeDeed *deed, gint64 person, const GDate *today, GError **error)
{
  return deed->kind == PRACTICE_LETTER ? draw (store, deed, person, error) : serve (store, deed, person, today, error);
}
