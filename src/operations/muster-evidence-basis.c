/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-evidence-basis.h"

#include "domain/muster-certification.h"
#include "store/muster-evidence-table.h"
#include "store/muster-people-table.h"
#include "store/muster-rules-table.h"

static guint
list_early (GPtrArray *events, guint held, const GDate *today)
{
  guint early = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((held & (1u << i)) != 0 && muster_certification_is_early_stage (muster_certification_state_on (events, 1u << i, today, NULL)))
      early |= 1u << i;
  return early;
}

static gboolean
load (MusterEvidenceBasis *basis, MusterDatabase *database, gint64 person, GError **error)
{
  basis->pack = muster_rules_table_load (database, &basis->today, G_MAXINT64, error);
  basis->standing = basis->pack != NULL ? muster_evidence_table_list (database, person, error) : NULL;
  basis->policies = basis->standing != NULL ? muster_rules_table_list_policies (database, error) : NULL;
  return basis->policies != NULL;
}

MusterEvidenceBasis *
muster_evidence_basis_new (MusterDatabase *database, gint64 person, const GDate *today, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, person, error);
  g_autoptr (MusterEvidenceBasis) basis = g_new0 (MusterEvidenceBasis, 1);
  guint held = events != NULL ? muster_certification_list_held (events) : 0;

  basis->today = *today;
  if (events == NULL || !load (basis, database, person, error))
    return NULL;
  basis->versions = g_ptr_array_new_null_terminated (basis->policies->len, NULL, TRUE);
  for (guint i = 0; i < basis->policies->len; i++)
    g_ptr_array_add (basis->versions, ((MusterPolicyVersion *) basis->policies->pdata[i])->version);
  basis->context = (MusterEvidenceContext) { basis->pack, held, list_early (events, held, today), &basis->today, basis->standing, (const char *const *) basis->versions->pdata };
  return g_steal_pointer (&basis);
}

void
muster_evidence_basis_free (MusterEvidenceBasis *basis)
{
  if (basis == NULL)
    return;
  g_clear_pointer (&basis->versions, g_ptr_array_unref);
  g_clear_pointer (&basis->policies, g_ptr_array_unref);
  g_clear_pointer (&basis->standing, g_ptr_array_unref);
  g_clear_pointer (&basis->pack, muster_rule_pack_unref);
  g_free (basis);
}
