/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-batch-picks.h"

#include "domain/muster-evidence.h"
#include "domain/muster-import-row.h"
#include "store/muster-evidence-table.h"
#include "store/muster-import-table.h"
#include "store/muster-people-table.h"

/* From which states the calendar may propose a step at all, and to which it leads; as muster_answer_new() proposes. */
static const struct
{
  MusterCertificationVerb verb;
  guint from;
  MusterCertificationState to;
} proposals[] = {
  { MUSTER_VERB_SUBMIT, 1u << MUSTER_STATE_IN_TRAINING, MUSTER_STATE_PENDING_REVIEW },
  { MUSTER_VERB_SUSPEND, 1u << MUSTER_STATE_CERTIFIED | 1u << MUSTER_STATE_CERTIFIED_RESTRICTED, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
  { MUSTER_VERB_EXPIRE, 1u << MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, MUSTER_STATE_EXPIRED },
};

static guint
list_candidates (const MusterStandingFacts *facts, guint from)
{
  guint types = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((from & (1u << facts->states[i])) != 0)
      types |= 1u << i;
  return types;
}

/* The answer itself proposes; the index only says about whom it need not be asked. */
static gboolean
ask (MusterDatabase *database, gint64 id, guint candidates, MusterCertificationState to, const GDate *on, guint *types, GError **error)
{
  g_autoptr (MusterPersonAnswer) person = muster_roster_query_answer (database, id, NULL, on, NULL, error);

  *types = 0;
  if (person == NULL)
    return FALSE;
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((candidates & (1u << i)) != 0 && person->answer->proposed[i] == to)
      *types |= 1u << i;
  return TRUE;
}

static gboolean
pick (MusterDatabase *database, MusterRosterIndex *index, guint position, guint proposal, const GDate *on, GArray *picks, GError **error)
{
  MusterStandingFacts facts;
  MusterBatchPick found = { .assister_id = muster_roster_index_get_facts (index, position, &facts) };
  guint candidates = list_candidates (&facts, proposals[proposal].from);

  if (proposals[proposal].verb == MUSTER_VERB_SUSPEND)
    candidates &= facts.blocked_types;
  if (candidates == 0)
    return TRUE;
  if (!ask (database, found.assister_id, candidates, proposals[proposal].to, on, &found.types, error))
    return FALSE;
  g_date_clear (&found.on, 1);
  if (found.types != 0)
    g_array_append_val (picks, found);
  return TRUE;
}

GArray *
muster_batch_picks_new_proposed (MusterDatabase *database, MusterRosterIndex *index, MusterCertificationVerb verb, const GDate *on, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));
  guint n = muster_roster_index_get_size (index);

  for (guint proposal = 0; proposal < G_N_ELEMENTS (proposals); proposal++)
    for (guint i = 0; proposals[proposal].verb == verb && i < n; i++)
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !pick (database, index, i, proposal, on, picks, error))
        return NULL;
  return g_steal_pointer (&picks);
}

static gboolean
says_certified (const MusterEvidence *claim)
{
  MusterImportRow row = { .status = claim->said };

  if (muster_evidence_is_about (claim, MUSTER_EVIDENCE_CERTIFICATION))
    return g_date_valid (&claim->on);
  return muster_evidence_is_about (claim, MUSTER_EVIDENCE_STATUS) && muster_import_row_claims_certification (&row);
}

/* The roles that the claim names after its colon; 0: it names none. */
static guint
list_named (const MusterEvidence *claim)
{
  const char *colon = strchr (claim->requirement, ':');
  g_auto (GStrv) codes = g_strsplit (colon != NULL ? colon + 1 : "", ",", -1);
  guint types = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      MusterAssisterType type;

      if (*g_strstrip (codes[i]) != '\0' && muster_assister_type_from_text (codes[i], &type, NULL))
        types |= type;
    }
  return types;
}

static gboolean
list_waiting (MusterDatabase *database, gint64 assister_id, guint *types, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, assister_id, error);

  *types = 0;
  for (guint i = 0; events != NULL && i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, 1u << i);

      if (standing->len > 0 && muster_certification_is_early_stage (((const MusterCertificationEvent *) standing->pdata[standing->len - 1])->to))
        *types |= 1u << i;
    }
  return events != NULL;
}

/* Several claims about one person are one pick: the roles together, and the day from whichever has one. */
static gboolean
take_claim (MusterDatabase *database, const MusterEvidence *claim, GHashTable *places, GArray *picks, GError **error)
{
  gpointer place;
  MusterBatchPick *found;
  guint waiting, named = list_named (claim);

  if (!list_waiting (database, claim->assister_id, &waiting, error))
    return FALSE;
  waiting &= named != 0 ? named : MUSTER_ASSISTER_ALL_TYPES;
  if (waiting == 0)
    return TRUE;
  if (!g_hash_table_lookup_extended (places, &claim->assister_id, NULL, &place))
    {
      MusterBatchPick one = { .assister_id = claim->assister_id };

      g_date_clear (&one.on, 1);
      place = GUINT_TO_POINTER (picks->len);
      g_hash_table_insert (places, g_memdup2 (&claim->assister_id, sizeof claim->assister_id), place);
      g_array_append_val (picks, one);
    }
  found = &g_array_index (picks, MusterBatchPick, GPOINTER_TO_UINT (place));
  found->types |= waiting;
  if (g_date_valid (&claim->on))
    found->on = claim->on;
  return TRUE;
}

GArray *
muster_batch_picks_new_confirmed (MusterDatabase *database, gint64 import_id, GError **error)
{
  g_autoptr (MusterImport) import = muster_import_table_load (database, import_id, error);
  g_autoptr (GPtrArray) claims = import != NULL ? muster_evidence_table_list_of_import (database, import_id, error) : NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) picks = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (says_certified (claims->pdata[i]) && !take_claim (database, claims->pdata[i], places, picks, error))
      return NULL;
  return claims != NULL ? g_steal_pointer (&picks) : NULL;
}
